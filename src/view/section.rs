//! `Section`: a part of the page under a heading of its own, with all that it depends on beside the page.

use super::chart::chart;
use super::conflict::conflicts;
use super::drawing::drawing;
use super::milestone::milestones;
use super::page::Page;
use super::participants::participants;
use super::shelf::shelves;
use super::table::table;
use super::timeline::list;
use super::track::track;
use crate::model::find::Found;
use crate::model::item::Type;
use crate::model::query::View;
use crate::model::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// The sections of the page, in order.
pub const SECTIONS: [View; 6] =
    [View::Plan, View::Missions, View::Participants, View::Promises, View::Timeline, View::Conflicts];

/// A section with what it shows.
#[derive(Clone)]
pub struct Section {
    /// Which it is.
    pub view: View,
    /// The state as far as the section depends on it.
    pub state: State,
    /// What is found.
    pub found: Rc<Found>,
    /// What the track shows, which follows the lines of a long record.
    pub late: Rc<Found>,
    /// A section that was prerendered is taken over now, though nothing in it changes.
    pub due: bool,
}

/// What is found is compared by where it stands: it is made anew when something else is asked.
impl PartialEq for Section {
    fn eq(&self, other: &Section) -> bool {
        let found = Rc::ptr_eq(&self.found, &other.found) && Rc::ptr_eq(&self.late, &other.late);
        let marks = |section: &Section| (section.view, section.due);
        found && marks(self) == marks(other) && self.state == other.state
    }
}

impl Section {
    /// Its id in the document, and its class.
    pub fn id(&self) -> &'static str {
        anchor(self.view)
    }

    /// What stands in it: a heading, a sentence, links that set the view, and its own.
    pub fn html(&self, page: &Rc<Page>) -> Html {
        let text = page.text();
        let (sub, body) = self.body(page);
        let leads = if page.data.ours() { (text.leads)(self.view) } else { &[] };
        html! {
            <>
                <h2 id={self.id()}>{ heading(page, self.view) }</h2>
                <p class="sub">{ sub }</p>
                if !leads.is_empty() {
                    <p class="lead">
                        for (words, address) in leads.iter() {
                            <a href={*address}>{ *words }</a>{ " " }
                        }
                    </p>
                }
                { body }
            </>
        }
    }

    fn body(&self, page: &Rc<Page>) -> (&'static str, Html) {
        let Section { state, found, late, .. } = self;
        let (text, mode) = (page.text(), state.query.mode);
        match self.view {
            View::Plan => (
                text.plan_sub,
                html! {
                    <>
                        { drawing(page, found, state, 0) }
                        { shelves(page, found, mode, Type::Phase) }
                        { shelves(page, found, mode, Type::Facility) }
                    </>
                },
            ),
            View::Missions => (
                text.missions_sub,
                html! { <>{ drawing(page, found, state, 1) }{ shelves(page, found, mode, Type::Mission) }</> },
            ),
            View::Participants => (text.participants_sub, participants(page, found, state)),
            View::Promises => (
                text.promises_sub,
                html! { <>{ chart(page, found, state) }{ milestones(page, found, mode) }</> },
            ),
            View::Conflicts => (text.conflicts_sub, conflicts(page, found, mode)),
            View::All | View::Timeline | View::Table => {
                let lines = match state.query.view {
                    View::Table => table(page, found, state),
                    _ => list(page, found, state),
                };
                (text.timeline_sub, html! { <>{ track(page, late, state) }{ lines }</> })
            }
        }
    }
}

/// Whether a section stands on a page that shows this. One on its own is shown even if there is nothing in it:
/// somebody has asked for it.
pub fn wanted(page: &Page, view: View, part: View) -> bool {
    if view == View::All { holds(page, part) } else { shows(view, part) }
}

/// Whether the record has anything for a section, on whatever day.
pub fn holds(page: &Page, part: View) -> bool {
    let types: &[Type] = match part {
        View::Plan => &[Type::Phase, Type::Facility],
        View::Missions => &[Type::Mission],
        View::Participants => &[Type::Participant, Type::Person],
        View::Promises => &[Type::Milestone],
        View::Conflicts => &[Type::Conflict],
        View::All | View::Timeline | View::Table => &[Type::Event, Type::Milestone],
    };
    types.iter().any(|kind| page.data.length(*kind) > 0)
}

/// The table is the timeline in another form.
fn shows(view: View, part: View) -> bool {
    view == part || (view == View::Table && part == View::Timeline)
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
    }
}

/// The id of a section in the document.
pub fn anchor(view: View) -> &'static str {
    match view {
        View::All | View::Timeline | View::Table => "timeline",
        other => other.word(),
    }
}
