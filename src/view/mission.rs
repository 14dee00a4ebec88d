//! How a flight stands, at the foot of its card: the dates that it was given as a small strip, and in words.

use super::context::Page;
use super::strip::brief;
use crate::model::claim::Field;
use crate::model::dataset::Dataset;
use crate::model::event::Kind;
use crate::model::id::{Ref, Type};
use crate::model::item::Item;
use crate::model::slip::{Row, Scale};
use crate::model::when::When;
use yew::prelude::*;

/// The strip of the milestone by which it flies, if somebody had given that a date by the day, and its state in words.
/// `scale` is that of all flights.
pub fn foot(page: &Page, item: &Item, scale: &Scale) -> Html {
    let row = flight(&page.data, item.at).and_then(|at| Row::new(&page.data, at, page.day, scale));
    html! {
        <>
            if let Some(row) = &row {
                { brief(row, scale.x(page.day.day), page.live) }
            }
            <p class="state">
                <b>{ state(page, item, row.as_ref()) }</b>
                if let Some(row) = &row {
                    { " " }<small>{ page.text().given(moved(row), row.number) }</small>
                }
            </p>
        </>
    }
}

/// The first date that a flight was given, if the newest is another.
fn moved(row: &Row) -> Option<&When> {
    Some(&row.first.0).filter(|first| **first != row.last.0)
}

/// How it stands: when it flew, for when it is promised, or that it is no more than named.
fn state(page: &Page, item: &Item, row: Option<&Row>) -> String {
    let text = page.text();
    let outcome = item.outcome(page.day);
    match (item.date(Field::Launch).filter(|when| page.day.includes(when)), outcome, row) {
        (Some(launch), outcome, _) => text.flew(&launch, outcome),
        (None, Some(outcome), _) => text.outcome(outcome).to_string(),
        (None, None, Some(row)) if row.withdrawn => text.withdrawn.to_string(),
        (None, None, Some(row)) => text.promised_for(&row.last.0),
        (None, None, None) if is_dated(page, item) => text.promised.to_lowercase(),
        _ => text.only_named.to_string(),
    }
}

/// Whether it was said by the day when it is to fly, in words that no chart can show.
fn is_dated(page: &Page, item: &Item) -> bool {
    page.data.known(item, Field::When, page.day).next().is_some()
}

/// The milestone by which a mission flies: the first in the record that is a launch or a landing of it.
fn flight(data: &Dataset, mission: Ref) -> Option<Ref> {
    let flies = |at: &Ref| {
        at.kind == Type::Milestone && matches!(data.milestone(*at).kind, Kind::Launch | Kind::Landing)
    };
    data.linked(mission).iter().copied().find(flies)
}

/// The scale that the strips of all flights share.
pub fn scale(data: &Dataset) -> Scale {
    Scale::new(data, data.places(Type::Mission).filter_map(|mission| flight(data, mission)))
}
