//! A card: an item, milestone or question, closed to its name and one sentence, with a panel beside it when it is open.

use super::context::Page;
use super::icon::Mark;
use super::shown::Shown;
use super::{claim, milestone};
use crate::model::claim::{Claim, Field};
use crate::model::entry::{self, Status};
use crate::model::id::{Ref, Type};
use crate::model::item::Item;
use crate::model::state::Spot;
use yew::prelude::*;

/// The closed card, which says whether a panel stands open beside it; at its foot a flight says how it stands.
pub fn card(page: &Page, at: Ref, shown: Shown, open: bool, foot: Html) -> Html {
    let class = classes!(shown.class(), open.then_some("open"));
    framed(page, at, class, page.opener(at, Spot::Card, open), foot)
}

/// A card that stays open; its title leads to the page of the thing.
pub fn open(page: &Page, at: Ref) -> Html {
    let title = html! { <a href={page.address(at)}>{ page.named(at) }</a> };
    framed(page, at, classes!("open"), title, Html::default())
}

fn framed(page: &Page, at: Ref, class: Classes, title: Html, foot: Html) -> Html {
    let mark = mark(page, at);
    html! {
        <article id={page.anchor(at)} class={classes!("card", at.kind.word(), class)}>
            <@{levels(at).0} class="mark" data-kind={mark.kind} data-status={mark.status}>
                { title }
            </@>
            if let Some(item) = page.data.item(at).filter(|item| names_stand(page, item)) {
                { names(page, item) }
            }
            { what(page, at, claim::short) }
            { foot }
        </article>
    }
}

/// The headings of a card and within its panel: items stand on shelves, which have headings of their own.
pub fn levels(at: Ref) -> (&'static str, &'static str) {
    if Type::ITEMS.contains(&at.kind) { ("h4", "h5") } else { ("h3", "h4") }
}

/// What it is and how it stands, in a mark.
pub fn mark(page: &Page, at: Ref) -> Mark {
    match at.kind {
        Type::Milestone => {
            let milestone = page.data.milestone(at);
            let reached = entry::actual(&page.data, milestone, page.day).is_some();
            Mark::of_kind(milestone.kind, if reached { Status::Happened } else { Status::Planned })
        }
        kind => Mark::of_type(kind, page.data.item(at).map_or(Status::Disputed, |item| status(page, item))),
    }
}

/// The same in words too, as it stands over a thing where nothing else says it.
#[cfg(feature = "site")]
pub fn tag(page: &Page, at: Ref) -> Html {
    let text = page.text();
    let words = match (at.kind, page.data.item(at)) {
        (Type::Milestone, _) => text.kind(page.data.milestone(at).kind).to_string(),
        (Type::Facility, Some(item)) => text.group(item.group).to_string(),
        (kind, item) => {
            let words = item.and_then(|item| words(page, item));
            let said: Vec<&str> = std::iter::once(text.kind_of(kind)).chain(words).collect();
            said.join(text.joints().pause)
        }
    };
    let mark = mark(page, at);
    html! { <p class="tag mark" data-kind={mark.kind} data-status={mark.status}>{ words }</p> }
}

/// On a closed card a flight has its names in other scripts; others only where they are what was searched for.
fn names_stand(page: &Page, item: &Item) -> bool {
    let names = [&item.zh, &item.ru];
    item.at.kind == Type::Mission || names.into_iter().flatten().any(|name| page.is_marked(name))
}

/// The name in the scripts of the two founders.
pub fn names(page: &Page, item: &Item) -> Html {
    html! {
        if item.zh.is_some() || item.ru.is_some() {
            <p class="names">
                if let Some(zh) = &item.zh {
                    <span lang="zh">{ page.marked(zh) }</span>
                }
                if let Some(ru) = &item.ru {
                    { " " }<span lang="ru">{ page.marked(ru) }</span>
                }
            </p>
        }
    }
}

/// What there is to say of it in one sentence, as a paragraph. `show` renders a claim.
pub fn what(page: &Page, at: Ref, show: fn(&Page, &Claim) -> Html) -> Html {
    sentence(page, at, show).map_or(Html::default(), |words| html! { <p class="what">{ words }</p> })
}

/// What it is, how far its date moved, or how many positions there are.
pub fn sentence(page: &Page, at: Ref, show: fn(&Page, &Claim) -> Html) -> Option<Html> {
    let text = page.text();
    match at.kind {
        Type::Milestone => milestone::sentence(page, at).map(Html::from),
        Type::Conflict => Some(text.positions_held(page.data.conflict(at).known(page.day).count()).into()),
        _ => Some(show(page, page.data.known(page.data.item(at)?, Field::What, page.day).next()?)),
    }
}

/// How an item stands on the day, as the form of its mark.
fn status(page: &Page, item: &Item) -> Status {
    match item.at.kind {
        Type::Mission if item.flown(page.day) => Status::Happened,
        Type::Mission if item.outcome(page.day).is_some() => Status::Cancelled,
        Type::Mission | Type::Facility | Type::Phase => Status::Planned,
        _ => Status::Happened,
    }
}

/// How it stands in words, if there are any.
#[cfg(feature = "site")]
fn words(page: &Page, item: &Item) -> Option<&'static str> {
    let text = page.text();
    match item.at.kind {
        Type::Participant => item.standing(page.day).map(|standing| text.standing(standing)),
        Type::Mission => Some(match item.outcome(page.day) {
            Some(outcome) => text.outcome(outcome),
            None => text.status(status(page, item)),
        }),
        _ => None,
    }
}
