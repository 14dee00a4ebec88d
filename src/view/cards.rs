//! Cards side by side. The panel of one that is open is as wide as its row.

use super::card::card;
use super::context::Page;
use super::mission;
use super::panel::panel;
use super::shown::Shown;
use crate::model::id::{Ref, Type};
use crate::model::query_result::QueryResult;
use crate::model::state::{Spot, State};
use std::cell::LazyCell;
use yew::prelude::*;

/// The cards of a type that the page has on the day.
pub fn cards_of(page: &Page, found: &QueryResult, state: &State, kind: Type) -> Html {
    let all = page.data.places(kind);
    cards(page, found, state, all.filter(|at| page.has_card(*at)))
}

/// Those of these cards that are shown.
pub fn cards(page: &Page, found: &QueryResult, state: &State, all: impl Iterator<Item = Ref>) -> Html {
    let mode = state.query.mode;
    let flights = LazyCell::new(|| mission::scale(&page.data));
    let foot = |at: Ref| match page.data.item(at) {
        Some(item) if at.kind == Type::Mission => mission::foot(page, item, &flights),
        _ => Html::default(),
    };
    let shown =
        all.map(|at| (at, Shown::new(found.shows(at), mode))).filter(|(_, shown)| *shown != Shown::No);
    html! {
        <div class="cards">
            for (at, shown) in shown {
                <key={&**page.data.id(at)}>
                    { card(page, at, shown, state.is_open(at, Spot::Card), foot(at)) }
                    if state.is_open(at, Spot::Card) {
                        { panel(page, at) }
                    }
                </>
            }
        </div>
    }
}
