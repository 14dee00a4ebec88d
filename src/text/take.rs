//! `TakeText`: the words of what a reader takes away: links, citations and pictures.

use super::words::texts;
use crate::model::when::When;

texts! {
    /// The words of what a reader takes away.
    TakeText {
        plain {
            copy,
            copied,
            /// The browser does not let the page copy; the address follows.
            refused,
            /// The frame around may not open links; the address follows.
            blocked,
            address,
            cite,
            embed_card,
            svg,
            png,
            embed,
            /// A card was asked for that is none.
            no_card,
        }
        messages {
            /// A view was asked for that is none; which there are.
            views(views: &[String]),
            /// Of which day the record is under a picture that stands alone.
            record(day: &When),
        }
    }
}
