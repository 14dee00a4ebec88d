//! A card: an item, milestone or question, closed to its name and one sentence, with a panel beside it when it is open.

use super::context::Page;
use super::icon::Mark;
use super::panel::panel;
use super::shown::Shown;
use super::{claim, milestone};
use crate::model::asof::{self, Status};
use crate::model::claim::{Claim, Content, Field};
use crate::model::find::Found;
use crate::model::item::{Item, Ref, Type};
use crate::model::state::{Spot, State};
use yew::prelude::*;

/// Those of the cards that are shown, side by side; the panel of one that is open is as wide as its row.
pub fn cards(page: &Page, found: &Found, state: &State, all: impl Iterator<Item = Ref>) -> Html {
    let mode = state.query.mode;
    let shown =
        all.map(|at| (at, Shown::new(found.shows(at), mode))).filter(|(_, shown)| *shown != Shown::No);
    html! {
        <div class="cards">
            for (at, shown) in shown {
                <key={&**page.data.id(at)}>
                    { card(page, at, shown, state.is_open(at, Spot::Card)) }
                    if state.is_open(at, Spot::Card) {
                        { panel(page, at) }
                    }
                </>
            }
        </div>
    }
}

fn card(page: &Page, at: Ref, shown: Shown, open: bool) -> Html {
    html! {
        <article id={page.anchor(at)} class={classes!("card", at.kind.word(), shown.class(), open.then_some("open"))}>
            { tag(page, at) }
            <@{levels(at).0}>{ page.opener(at, Spot::Card, open) }</@>
            if let Some(item) = page.data.item(at).filter(|item| names_stand(page, item)) {
                { names(page, item) }
            }
            { what(page, at, claim::short) }
        </article>
    }
}

/// The headings of a card and within its panel: items stand on shelves, which have headings of their own.
pub fn levels(at: Ref) -> (&'static str, &'static str) {
    if Type::ITEMS.contains(&at.kind) { ("h4", "h5") } else { ("h3", "h4") }
}

/// What it is and how it stands, in a mark and in words.
pub fn tag(page: &Page, at: Ref) -> Html {
    let text = page.text();
    let (mark, words) = match at.kind {
        Type::Milestone => {
            let milestone = page.data.milestone(at);
            let reached = asof::actual(&page.data, milestone, page.day).is_some();
            let status = if reached { Status::Happened } else { Status::Planned };
            (Mark::of_kind(milestone.kind, status), (text.kind)(milestone.kind).to_string())
        }
        _ => match page.data.item(at) {
            Some(item) => {
                let (status, words) = state(page, item);
                let facility = at.kind == Type::Facility;
                let kind = if facility { (text.group)(item.group) } else { (text.kind_of)(at.kind) };
                let words = words.map_or(kind.to_string(), |words| format!("{kind}, {words}"));
                (Mark::of_type(at.kind, status), words)
            }
            None => (Mark::of_type(at.kind, Status::Disputed), (text.kind_of)(at.kind).to_string()),
        },
    };
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
        Type::Conflict => Some((text.positions_held)(page.data.conflict(at).known(page.day).count()).into()),
        _ => Some(show(page, page.data.item(at)?.known(Field::What, page.day).next()?)),
    }
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
