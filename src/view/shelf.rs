//! Shelves of cards, in their order.

use super::card::cards;
use super::context::Page;
use super::shown::Shown;
use crate::model::find::Found;
use crate::model::item::{Group, Item, Ref, Type};
use crate::model::query::Mode;
use yew::prelude::*;

/// One shelf: its name and its cards; no name if nothing on it is shown.
pub fn shelf<'a>(
    page: &Page,
    found: &Found,
    mode: Mode,
    name: &'static str,
    items: impl Iterator<Item = &'a Item>,
) -> Html {
    let on_shelf: Vec<(Ref, Shown)> = items
        .filter(|item| page.data.exists(item, page.day))
        .map(|item| (item.at, Shown::new(found.shows(item.at), mode)))
        .collect();
    let empty = on_shelf.iter().all(|(_, shown)| *shown == Shown::No);
    html! {
        if !on_shelf.is_empty() {
            <div class="shelf" key={name} hidden={empty}>
                <h3>{ name }</h3>
                <div class="cards">{ cards(page, on_shelf) }</div>
            </div>
        }
    }
}

/// The shelves of one type, in the order of [`Group`].
pub fn shelves(page: &Page, found: &Found, mode: Mode, kind: Type) -> Html {
    let groups = Group::ALL.iter().copied();
    html! {
        for group in groups {
            { shelf(page, found, mode, (page.text().group)(group), of(page, kind, group)) }
        }
    }
}

fn of(page: &Page, kind: Type, group: Group) -> impl Iterator<Item = &Item> {
    page.data.items(kind).iter().filter(move |item| item.group == group)
}
