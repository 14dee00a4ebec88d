//! `<type>/<id>/`: everything about one thing on a page of its own, with its sources in full. It needs no script.

use super::citation::{cited_in_full, each_once};
use super::cite::Cited;
use super::events::events;
use super::handle;
use crate::model::claim::{Content, Field};
use crate::model::dataset::Dataset;
use crate::model::id::{Ref, Type};
use crate::model::query::View;
use crate::model::record::Record;
use crate::model::source::SourceNo;
use crate::text::Lang;
use crate::view::claim::Handle;
use crate::view::section::{anchor, heading};
use crate::view::{Page, Surface, card, claim, conflict, milestone, panel, slip, step};
use std::rc::Rc;
use yew::prelude::*;

/// What leads from such a page to the root of the site.
pub const BASE: &str = "../../";

/// The types that have pages; an event stands on the pages of what it concerns, and on that with everything.
pub const TYPES: [Type; 7] = [
    Type::Participant,
    Type::Person,
    Type::Mission,
    Type::Facility,
    Type::Phase,
    Type::Milestone,
    Type::Conflict,
];

/// Everything that has a page.
pub fn all(data: &Dataset) -> impl Iterator<Item = Ref> {
    TYPES.into_iter().flat_map(|kind| data.places(kind))
}

/// The folder of the page of a thing, below the root of the site.
pub fn folder(data: &Dataset, at: Ref) -> String {
    format!("{}/{}/", at.kind, data.id(at))
}

#[derive(Clone, PartialEq, Properties)]
pub struct ItemPageProps {
    /// With the sources that only the maps rest on.
    pub data: Rc<Dataset>,
    pub record: Rc<Record>,
    pub at: Ref,
    pub lang: Lang,
    /// What the record is called.
    pub title: AttrValue,
    /// Where the page is published.
    pub url: Option<AttrValue>,
}

/// The page of a thing.
#[component]
pub fn ItemPage(props: &ItemPageProps) -> Html {
    let ItemPageProps { data, at, lang, .. } = props;
    let at = *at;
    let page = &Page::still(data.clone(), *lang, Surface::Item, BASE);
    let text = page.text();
    html! {
        <div class="explainer" data-theme="auto" lang={lang.tag()}>
            <header class="opening">
                { way_up(props, page) }
                { card::tag(page, at) }
                <h1>{ page.told(data.label(at)) }</h1>
                { names(page, at) }
                { card::what(page, at, claim::one) }
            </header>
            <main class="item">
                for milestone in milestones(page, at) {
                    { dates(page, at, milestone) }
                }
                { known(page, at) }
                { happened(page, at) }
                <div class="item-links">
                    { panel::links(page, "h2", text.disputed_in, &panel::disputes(page, at)) }
                    { panel::links(page, "h2", text.related, &panel::related(page, at)) }
                </div>
                { cited_in_full(props.lang, &page.data, &props.record, &cited(page, props.at), BASE) }
                { cite(props) }
            </main>
        </div>
    }
}

/// A thing in one plain sentence, as lists of results show it.
pub fn summary(page: &Page, at: Ref) -> String {
    let joints = page.text().joints();
    match at.kind {
        Type::Milestone => {
            let sentence = milestone::sentence(page, at).unwrap_or_default();
            let said = [&**page.data.label(at), &*sentence].join(joints.stop);
            said.trim_end().to_string()
        }
        Type::Conflict => {
            let conflict = page.data.conflict(at);
            let positions: Vec<&str> = conflict.known(page.day).map(|position| &*position.text).collect();
            [&*conflict.question, &*positions.join(joints.space)].join(joints.space)
        }
        _ => {
            let item = page.data.item(at);
            let what = item.and_then(|item| page.data.known(item, Field::What, page.day).next());
            match what.map(|claim| &claim.content) {
                Some(Content::Text(words)) => words.to_string(),
                _ => page.data.label(at).to_string(),
            }
        }
    }
}

/// The page of the explainer, and its section with this thing's card.
fn way_up(props: &ItemPageProps, page: &Page) -> Html {
    let section = View::of(props.at.kind);
    html! {
        <p class="eyebrow">
            <a href={BASE}>{ props.title.clone() }</a>
            { " / " }
            <a href={format!("{BASE}#{}", anchor(section))}>{ heading(page, section) }</a>
        </p>
    }
}

fn names(page: &Page, at: Ref) -> Html {
    let Some(item) = page.data.item(at) else { return Html::default() };
    let aliases: Vec<String> = item.aliases.iter().map(|name| name.to_string()).collect();
    html! {
        <>
            { card::names(page, item) }
            if !item.aliases.is_empty() {
                <p class="names">{ page.lang().static_text().also_called(&aliases) }</p>
            }
        </>
    }
}

/// The milestones whose dates the page tells: its own, if it is one.
fn milestones(page: &Page, at: Ref) -> Vec<Ref> {
    if at.kind == Type::Milestone { vec![at] } else { panel::milestones(page, at) }
}

/// How the date of a milestone moved: a chart, and every statement in a table.
fn dates(page: &Page, of: Ref, at: Ref) -> Html {
    let own = of == at;
    let id = page.line(at);
    html! {
        <section>
            <h2 {id}>
                if own {
                    { page.text().dates_moved }
                } else {
                    { page.link(at) }
                }
            </h2>
            if !own {
                { card::what(page, at, claim::one) }
            }
            if own {
                { slip::of(page, &[at]) }
            }
            <div class="dates">
                { step::still(page, at, own) }
                <div class="scroll" tabindex="0" role="region" aria-labelledby={page.line(at)}>
                    { milestone::listed(page, at, &|place| stated(page, at, place)) }
                </div>
            </div>
        </section>
    }
}

/// A date that was given, as something to link to.
fn stated(page: &Page, at: Ref, place: usize) -> Handle {
    let promise = page.data.milestone(at).known(page.day).get(place);
    let when = promise.map_or(String::new(), |promise| page.text().when(&promise.stated));
    handled(page, handle::of_promise(&page.data, at, place), &when)
}

fn handled(page: &Page, id: String, what: &str) -> Handle {
    Handle { link: handle::link(page.lang(), &id, what), id: Some(id) }
}

/// The claims on an item, or the positions on a question.
fn known(page: &Page, at: Ref) -> Html {
    let says = page.lang().static_text().item_says;
    match (at.kind, page.data.item(at)) {
        (Type::Conflict, _) => html! {
            <section aria-labelledby="positions">
                <h2 id="positions">{ page.text().positions }</h2>
                { conflict::listed(page, at, &|place| {
                    let name = format!("{} {}", page.text().positions, place + 1);
                    handled(page, handle::of_position(place), &name)
                }) }
            </section>
        },
        // The first claim is the sentence at the head of the page.
        (_, Some(item)) if item.claims.len() > 1 => html! {
            <section aria-labelledby="says">
                <h2 id="says">{ says }</h2>
                { claim::listed(page, item, &|claim| {
                    let name = page.text().field(claim.field);
                    handled(page, handle::of_claim(&item.claims, claim), name)
                }) }
            </section>
        },
        _ => Html::default(),
    }
}

fn happened(page: &Page, at: Ref) -> Html {
    let all = panel::events(page, at);
    html! {
        if !all.is_empty() {
            <section aria-labelledby="happened">
                <h2 id="happened">{ page.text().in_timeline }</h2>
                { events(page, &all) }
            </section>
        }
    }
}

/// Where what stands on the page comes from, in the order in which it stands there.
pub fn cited(page: &Page, at: Ref) -> Vec<SourceNo> {
    let data = &page.data;
    let claims = data.item(at).map(|item| &item.claims[..]).unwrap_or_default();
    let first = claims.iter().take(1);
    let promises =
        milestones(page, at).into_iter().flat_map(|milestone| data.milestone(milestone).known(page.day));
    let conflict = (at.kind == Type::Conflict).then(|| data.conflict(at));
    let positions = conflict.into_iter().flat_map(|conflict| conflict.known(page.day));
    let events = panel::events(page, at).into_iter().map(|event| data.event(event));
    each_once(
        first
            .flat_map(|claim| &claim.sources)
            .chain(promises.flat_map(|promise| &promise.sources))
            .chain(claims.iter().flat_map(|claim| &claim.sources))
            .chain(positions.flat_map(|position| &position.sources))
            .chain(events.flat_map(|event| &event.sources)),
    )
}

/// How to cite the page, with the version and the day of the record.
fn cite(props: &ItemPageProps) -> Html {
    let ItemPageProps { data, at, lang, title, url, .. } = props;
    let (id, url) = (&data.anchor(*at), url.as_deref());
    Cited { id, name: data.label(*at), title, day: data.as_of, url, lang: *lang }.html()
}
