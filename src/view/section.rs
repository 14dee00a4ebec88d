//! `Section`: a part of the page under a heading of its own, with all that it depends on.

use super::cards::cards_of;
use super::compare::comparison;
use super::context::{Page, use_live};
use super::participants::participants;
use super::shelf::shelves;
use super::step::{StepChart, stands_in_story};
use super::store::{Snapshot, Store, use_snapshot};
use super::table::table;
use super::timeline::list;
use super::track::TimelineTrack;
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::query::{Choice, Query, View};
use crate::model::state::State;
use crate::text::QuickLink;
use yew::prelude::*;

/// The sections of the page, in order.
pub const SECTIONS: [View; 7] = [
    View::Timeline,
    View::Missions,
    View::Participants,
    View::Plan,
    View::Promises,
    View::Conflicts,
    View::Compare,
];

/// What is a root of its own on a page that was prerendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The step chart where it stands in the story of our own page, which is as long as that shows everything.
    Step,
    /// A section.
    Section(View),
}

impl Part {
    /// What the page calls its root.
    pub fn word(self) -> &'static str {
        match self {
            Part::Step => "step",
            Part::Section(view) => view.word(),
        }
    }

    /// The section that depends on the same: it, or that of the step chart.
    pub fn view(self) -> View {
        match self {
            Part::Step => View::Promises,
            Part::Section(view) => view,
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// The state.
    pub store: Store,
    /// Which it is.
    pub part: Part,
}

/// A section: a heading, a sentence, links that set the view, and its own. It is empty while another is asked for.
#[component]
pub fn Section(SectionProps { store, part }: &SectionProps) -> Html {
    let now = use_snapshot(store, Some(part.view()));
    let mut page = Page::new(&now.context, &now.asked());
    // The strips of flights, and the comparison, are of the app alone, which draws them once the page is taken over.
    let drawn = matches!(part.view(), View::Missions | View::Compare);
    let live = use_live(page.live || !drawn);
    if drawn {
        page.context.live = live;
    }
    let shown = now.state.query.view;
    match *part {
        Part::Step if stands_in_story(page.surface, shown) => {
            html! { <StepChart page={page.unmarked()}/> }
        }
        Part::Section(view) if wanted(&page.data, shown, view) => section(&page, view, &now),
        _ => Html::default(),
    }
}

fn section(page: &Page, view: View, now: &Snapshot) -> Html {
    let leads = QuickLink::ALL.iter().filter(|link| page.data.ours() && link.view() == view);
    let leads: Vec<&QuickLink> = leads.filter(|link| is_known(page, link.href())).collect();
    html! {
        <section class={anchor(view)} part="section" aria-labelledby={anchor(view)}>
            <h2 id={anchor(view)}>{ heading(page, view) }</h2>
            <p class="sub">{ sub(page, view) }</p>
            if !leads.is_empty() {
                <p class="lead">
                    for link in leads {
                        <a href={page.here(link.href())}>{ page.text().quick_link(*link) }</a>{ " " }
                    }
                </p>
            }
            { body(page, view, now) }
        </section>
    }
}

/// Whether the day, and all that an address chooses, is of the day shown or earlier.
fn is_known(page: &Page, address: &str) -> bool {
    let (query, _) = Query::from_url(address.split('#').next().unwrap_or_default());
    let mut chosen = query.choices.iter().flat_map(Choice::iter).filter_map(|id| page.data.at(id));
    query.as_of.is_none_or(|day| day <= page.day.day) && chosen.all(|at| page.has_card(at))
}

fn body(page: &Page, view: View, now: &Snapshot) -> Html {
    let Snapshot { found, .. } = now;
    let state = &now.state.of(view);
    match view {
        View::Plan => html! {
            <>
                { shelves(page, found, state, Type::Phase) }
                { shelves(page, found, state, Type::Facility) }
            </>
        },
        View::Missions => shelves(page, found, state, Type::Mission),
        View::Participants => participants(page, found, state),
        View::Promises => html! {
            <>
                if !stands_in_story(page.surface, state.query.view) {
                    <StepChart page={page.unmarked()}/>
                }
                { cards_of(page, found, state, Type::Milestone) }
            </>
        },
        View::Conflicts => cards_of(page, found, state, Type::Conflict),
        View::Compare => compared(page, state),
        // What stands alone is no section.
        View::Slip | View::Step | View::Scene | View::Moon | View::Card => Html::default(),
        View::All | View::Timeline | View::Table => html! {
            <>
                <TimelineTrack found={now.settled().clone()} state={state.clone()} page={page.clone()}/>
                if state.query.view == View::Table {
                    { table(page, found, state) }
                } else {
                    { list(page, found, state) }
                }
            </>
        },
    }
}

/// The comparison where a reader looks at it, or prints it. It is long, and has a page of its own.
fn compared(page: &Page, state: &State) -> Html {
    let asked = state.query.view == View::Compare || state.viewport.tab.is_some() || state.viewport.print;
    html! {
        <>
            if page.data.addresses.is_empty() {
                <p class="lead"><a href={format!("{}compare/", page.pages)}>{ page.text().compare().whole }</a></p>
            }
            if asked && page.live {
                { comparison(page) }
            }
        </>
    }
}

/// Whether a section stands on a page that shows this. One on its own is shown even if there is nothing in it:
/// somebody has asked for it.
fn wanted(data: &Dataset, view: View, part: View) -> bool {
    if view == View::All { holds(data, part) } else { shows(view, part) }
}

/// Whether the record has anything for a section, on whatever day.
pub fn holds(data: &Dataset, part: View) -> bool {
    let types: &[Type] = match part {
        View::Plan => &[Type::Phase, Type::Facility],
        View::Missions => &[Type::Mission],
        View::Participants => &[Type::Participant, Type::Person],
        View::Promises => &[Type::Milestone],
        View::Conflicts => &[Type::Conflict],
        View::All | View::Timeline | View::Table => &[Type::Event, Type::Milestone],
        View::Compare => return !data.comparison.is_empty(),
        View::Slip | View::Step | View::Scene | View::Moon | View::Card => &[],
    };
    types.iter().any(|kind| data.length(*kind) > 0)
}

/// The table is the timeline in another form.
fn shows(view: View, part: View) -> bool {
    view == part || (view == View::Table && part == View::Timeline)
}

/// A sentence on what stands in a section.
fn sub(page: &Page, view: View) -> &'static str {
    let text = page.text();
    match view {
        View::Plan => text.plan_sub,
        View::Missions => text.missions_sub,
        View::Participants => text.participants_sub,
        View::Promises => text.promises_sub,
        View::All | View::Timeline | View::Table => text.timeline_sub,
        View::Slip | View::Step | View::Scene | View::Moon | View::Card => "",
        View::Conflicts => text.conflicts_sub,
        View::Compare => text.compare().sub,
    }
}

/// What a section is called.
pub fn heading(page: &Page, view: View) -> &'static str {
    let text = page.text();
    match view {
        View::Plan => text.plan,
        View::Missions => text.missions,
        View::Participants => text.participants,
        View::Promises => text.promises,
        View::All | View::Timeline | View::Table => text.timeline,
        View::Conflicts => text.conflicts,
        View::Compare => text.compare().heading,
        alone => text.view(alone),
    }
}

/// The id of a section in the document.
pub fn anchor(view: View) -> &'static str {
    match view {
        View::All | View::Timeline | View::Table => "timeline",
        other => other.word(),
    }
}
