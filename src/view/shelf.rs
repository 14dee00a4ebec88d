//! Shelves of cards, in their order.

use super::cards::cards;
use super::context::Page;
use crate::model::id::Type;
use crate::model::item::{Group, Item};
use crate::model::query::Mode;
use crate::model::query_result::QueryResult;
use crate::model::state::State;
use yew::prelude::*;

/// One shelf: its name and its cards; nothing if nothing on it is shown.
pub fn shelf<'a>(
    page: &Page,
    found: &QueryResult,
    state: &State,
    name: &'static str,
    items: impl Iterator<Item = &'a Item>,
) -> Html {
    let on_shelf: Vec<_> =
        items.filter(|item| page.data.exists(item, page.day)).map(|item| item.at).collect();
    let shown = state.query.mode == Mode::Dim || on_shelf.iter().any(|at| found.shows(*at));
    html! {
        if shown && !on_shelf.is_empty() {
            <div class="shelf" key={name}>
                <h3>{ name }</h3>
                { cards(page, found, state, on_shelf.into_iter()) }
            </div>
        }
    }
}

/// The shelves of one type, in the order of [`Group`].
pub fn shelves(page: &Page, found: &QueryResult, state: &State, kind: Type) -> Html {
    let groups = Group::ALL.iter().copied();
    html! {
        for group in groups {
            { shelf(page, found, state, page.text().group(group), of(page, kind, group)) }
        }
    }
}

fn of(page: &Page, kind: Type, group: Group) -> impl Iterator<Item = &Item> {
    page.data.items(kind).iter().filter(move |item| item.group == group)
}
