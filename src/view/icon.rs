//! Marks: one family of shapes, told apart by form as well as colour. Filled is done, outlined is promised.

use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::id::Type;
use yew::prelude::*;

/// The mark before the words of an element: it bears the class `mark` and these two, and the sheet draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The word of a kind of event or of a type of card, which gives the form.
    pub kind: &'static str,
    /// The word of a status by which it is outlined, dashed or dotted; a mark without one is filled.
    pub status: Option<&'static str>,
}

impl Mark {
    /// Of a kind of event.
    pub fn of_kind(kind: Kind, status: Status) -> Mark {
        Mark { kind: kind.word(), status: outlined(status) }
    }

    /// Of a type of card.
    pub fn of_type(kind: Type, status: Status) -> Mark {
        Mark { kind: kind.word(), status: outlined(status) }
    }
}

/// The word of a status that leaves a mark unfilled.
fn outlined(status: Status) -> Option<&'static str> {
    match status {
        Status::Planned | Status::Slipped | Status::Cancelled => Some(status.word()),
        Status::Happened | Status::Disputed => None,
    }
}

/// The form of a kind of event in a drawing.
pub fn placed(kind: Kind, x: i32, y: i32) -> Html {
    html! { <path class="form" transform={format!("translate({x} {y})")} d={form(kind)}/> }
}

/// The form of a kind of event about a point of a drawing that has no unit of its own: as large as the text.
pub fn centred(kind: Kind, x: String, y: String) -> Html {
    html! {
        <svg class="reached" {x} {y} width="1em" height="1em" viewBox="5 5 10 10"><path class={kind.word()} d={form(kind)}/></svg>
    }
}

fn form(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement => "M1 1h8v8h-8z",
        Kind::Launch => "M5 .8 9.4 9H.6z",
        Kind::Landing => "M.6 1h8.8L5 9.2z",
        Kind::Statement => "M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
        Kind::Construction => "M5 .5 9.5 5 5 9.5.5 5z",
        Kind::Loss => "M1 2.6 2.6 1 5 3.4 7.4 1 9 2.6 6.6 5 9 7.4 7.4 9 5 6.6 2.6 9 1 7.4 3.4 5z",
        Kind::Other => "M1 3.2h8v3.6H1z",
    }
}
