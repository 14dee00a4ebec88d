//! `CompareText`: what the comparison says.

use super::words::{Words, texts};
use crate::model::when::When;

texts! {
    /// What the comparison says.
    CompareText {
        plain {
            heading,
            sub,
            /// The link to its own page.
            whole,
            /// Where nothing that was read answers a question.
            unstated,
            /// Where the answer was not known yet on the day.
            later,
            /// Before the links to what carries an answer.
            grounds,
        }
        messages {
            /// Since when an answer is known as it is given.
            since(day: &When),
            moved_of(first: &When, last: &When, far: &str, dates: &str),
        }
    }
}

impl Words<CompareText> {
    /// The first date of a milestone and the last, and how far it moved.
    pub fn moved(self, first: &When, last: &When, far: &str) -> String {
        self.moved_of(first, last, far, if first == last { "one" } else { "two" })
    }
}
