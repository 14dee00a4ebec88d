//! `Card`: an item, milestone or conflict, closed to its name and one sentence, open to everything known about it.

use super::context::{Asked, Page, use_page};
use super::shown::Shown;
use super::{claim, conflict, icon, milestone};
use crate::model::asof::{self, Status};
use crate::model::claim::{Content, Field};
use crate::model::item::{Item, Ref, Type};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// What it is about.
    pub at: Ref,
    /// Whether it is shown.
    pub shown: Shown,
    /// What its texts depend on.
    pub asked: Asked,
}

/// A card. One that is hidden stays as it last was: what nobody sees need not follow the day.
#[component]
pub fn Card(CardProps { at, shown, asked }: &CardProps) -> Html {
    let seen = use_mut_ref(|| None);
    let page = use_page(asked);
    let hidden = *shown == Shown::No;
    let mut seen = seen.borrow_mut();
    if !hidden || seen.is_none() {
        *seen = Some(any_inside(&page, *at));
    }
    let kind = if at.kind == Type::Conflict { "question" } else { "card" };
    let of = (at.kind != Type::Conflict).then(|| at.kind.word());
    html! {
        <article class={classes!(kind, of, shown.class())} {hidden}>
            { seen.clone() }
        </article>
    }
}

fn any_inside(page: &Page, at: Ref) -> Html {
    match at.kind {
        Type::Milestone => milestone::card(page, at),
        Type::Conflict => conflict::card(page, at),
        _ => page.data.item(at).map_or(Html::default(), |item| inside(page, item)),
    }
}

/// Cards side by side.
pub fn cards(page: &Page, cards: Vec<(Ref, Shown)>) -> Html {
    html! {
        for (at, shown) in cards {
            <Card key={&**page.data.id(at)} {at} {shown} asked={page.asked()}/>
        }
    }
}

/// The inside of the card of an item.
fn inside(page: &Page, item: &Item) -> Html {
    let summary = format!("{} {}", page.text().more, item.name);
    html! {
        <>
            { tag(page, item) }
            <h4>{ page.marked(&item.name) }</h4>
            { names(page, item) }
            { what(page, item) }
            <details>
                <summary>{ summary }</summary>
                <div class="body" id={page.anchor(item.at)}>
                    { claim::claims(page, item) }
                    { moved(page, item) }
                    { links(page, item) }
                </div>
            </details>
        </>
    }
}

/// The name in the scripts of the two founders.
fn names(page: &Page, item: &Item) -> Html {
    html! {
        if item.zh.is_some() || item.ru.is_some() {
            <p class="names">
                if let Some(zh) = &item.zh {
                    <span lang="zh">{ page.marked(zh) }</span>
                }
                if let Some(ru) = &item.ru {
                    <span lang="ru">{ page.marked(ru) }</span>
                }
            </p>
        }
    }
}

fn what(page: &Page, item: &Item) -> Html {
    let Some(claim) = item.known(Field::What, page.day).next() else { return Html::default() };
    html! { <p class="what">{ claim::one(page, claim) }</p> }
}

/// What it is and how it stands, in a mark and in words.
fn tag(page: &Page, item: &Item) -> Html {
    let text = page.text();
    let (status, words) = state(page, item);
    let kind =
        if item.at.kind == Type::Facility { (text.group)(item.group) } else { (text.kind_of)(item.at.kind) };
    html! { <p class="tag">{ icon::of_type(item.at.kind, status) }{ kind }{ words.map(|words| format!(", {words}")) }</p> }
}

/// How an item stands on the day: the form of its mark, and words for it.
pub fn state(page: &Page, item: &Item) -> (Status, Option<&'static str>) {
    let text = page.text();
    match item.at.kind {
        Type::Participant => {
            (Status::Happened, item.standing(page.day).map(|standing| (text.standing)(standing)))
        }
        Type::Mission => {
            let outcome = item.known(Field::Outcome, page.day).find_map(|claim| match claim.content {
                Content::Outcome(outcome) => Some((text.outcome)(outcome)),
                _ => None,
            });
            match (outcome, item.flown(page.day)) {
                (outcome, true) => (Status::Happened, outcome.or(Some((text.status)(Status::Happened)))),
                (Some(outcome), false) => (Status::Cancelled, Some(outcome)),
                (None, false) => (Status::Planned, Some((text.status)(Status::Planned))),
            }
        }
        Type::Facility | Type::Phase => (Status::Planned, None),
        _ => (Status::Happened, None),
    }
}

/// How its dates moved, in a sentence for each of its milestones.
fn moved(page: &Page, item: &Item) -> Html {
    let milestones = page.data.linked(item.at).iter().filter(|at| at.kind == Type::Milestone);
    let lines: Vec<(Ref, String)> = milestones
        .filter_map(|at| {
            let milestone = page.data.milestone(*at);
            let actual = asof::actual(&page.data, milestone, page.day);
            let shift = milestone.shift(page.day, actual)?;
            Some((*at, (page.text().shift)(&shift, actual.is_some())))
        })
        .collect();
    html! {
        if !lines.is_empty() {
            <h5>{ page.text().dates_moved }</h5>
            <ul>
                for (at, sentence) in lines {
                    <li>{ page.link(at) }{ ". " }{ sentence }</li>
                }
            </ul>
        }
    }
}

/// Where it leads: what it is related to, what disputes it, what happened to it.
fn links(page: &Page, item: &Item) -> Html {
    let text = page.text();
    let linked = page.data.linked(item.at);
    let of = |kinds: fn(Type) -> bool| linked.iter().copied().filter(move |at| kinds(at.kind));
    let mut related: Vec<Ref> =
        item.about.iter().copied().filter(|at| page.data.item(*at).is_some()).collect();
    related.extend(of(is_item).filter(|at| !item.about.contains(at)));
    let conflicts: Vec<Ref> =
        of(|kind| kind == Type::Conflict).filter(|at| page.data.conflict(*at).exists(page.day)).collect();
    let filtered = matches!(item.at.kind, Type::Participant | Type::Mission | Type::Phase);
    let events: Vec<Ref> = of(|kind| kind == Type::Event)
        .filter(|at| !filtered && page.day.knows(&page.data.event(*at).date))
        .collect();
    html! {
        <>
            { list(page, text.disputed_in, &conflicts) }
            { list(page, text.in_timeline, &events) }
            { list(page, text.related, &related) }
            if filtered && linked.iter().any(|at| matches!(at.kind, Type::Event | Type::Milestone)) {
                <p><a href={format!("?{}={}", item.at.kind, item.id)}>{ text.only_this }</a></p>
            }
        </>
    }
}

fn is_item(kind: Type) -> bool {
    matches!(kind, Type::Participant | Type::Person | Type::Mission | Type::Facility | Type::Phase)
}

fn list(page: &Page, heading: &'static str, all: &[Ref]) -> Html {
    html! {
        if !all.is_empty() {
            <h5>{ heading }</h5>
            <ul class="links">
                for at in all.iter() {
                    <li>{ page.link(*at) }</li>
                }
            </ul>
        }
    }
}
