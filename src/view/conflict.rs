//! Conflicts: a question, who holds what on it, and our reading where there is one.

use super::card::cards;
use super::claim;
use super::context::Page;
use super::shown::Shown;
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::query::Mode;
use yew::prelude::*;

/// Every conflict that existed on the day.
pub fn conflicts(page: &Page, found: &Found, mode: Mode) -> Html {
    let all = page.data.places(Type::Conflict);
    let existing = all.filter(|at| page.data.conflict(*at).exists(page.day));
    cards(page, existing.map(|at| (at, Shown::new(found.shows(at), mode))).collect())
}

/// The inside of the card of a conflict.
pub fn card(page: &Page, at: Ref) -> Html {
    let text = page.text();
    let conflict = page.data.conflict(at);
    html! {
        <>
            <h3>{ page.marked(&conflict.question) }</h3>
            <details open={true}>
                <summary>{ format!("{} ({})", text.positions, conflict.known(page.day).count()) }</summary>
                <div class="body" id={page.anchor(at)}>
                    <ul class="positions">
                        for position in conflict.known(page.day) {
                            <li>
                                { page.marked(&position.text) }
                                <span class="holders">{ " " }{ position.holders.join(", ") }</span>
                                <small class="grade">{ claim::marks(page, &position.sources) }</small>
                            </li>
                        }
                    </ul>
                    if let Some(reading) = &conflict.reading {
                        <p class="reading"><b>{ text.reading }</b>{ " " }{ reading.clone() }</p>
                    }
                    <ul class="links">
                        for about in conflict.about.iter().filter(|at| at.kind != Type::Source) {
                            <li>{ page.link(*about) }</li>
                        }
                    </ul>
                </div>
            </details>
        </>
    }
}
