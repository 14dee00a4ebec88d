//! `Embedding`: what the page on embedding says.

use super::words::texts;
use crate::model::when::When;

/// The custom properties that a page around an element may set, in the order of their words.
pub const PROPERTIES: [&str; 5] =
    ["--ilrs-paper", "--ilrs-ink", "--ilrs-accent", "--ilrs-font", "--ilrs-heading-font"];

/// The parts that it may style, in the order of their words.
pub const PARTS: [&str; 3] = ["explainer", "filter", "section"];

texts! {
    /// What the page on embedding says.
    Embedding {
        plain {
            title,
            lead,
            sub,
            addresses,
            form,
            types,
            edition,
            live,
            copy,
            copied,
            refused,
            policy,
            preview,
            preview_sub,
            frame,
            /// What a card is chosen by, and that nothing is chosen.
            card,
            any,
            look,
            look_sub,
            parts_sub,
        }
        lists {
            /// The element, the frame and the link.
            forms: 3,
            about: 3,
            look_head: 2,
            properties: 5,
            parts: 3,
        }
        messages {
            /// Of which record and version the page is.
            of(when: &When, version: &str),
            frozen(when: &When),
        }
    }
}
