//! `ChangesText`: what is said of what moved, on its page and in its feed.

use super::words::texts;
use crate::model::when::When;

texts! {
    /// What is said of what became known.
    ChangesText {
        plain {
            title,
            sub,
            /// What leads to the page.
            lead,
            /// What leads to the feed.
            feed,
            /// Where nothing has moved.
            none,
        }
        messages {
            /// A date that moved, as a headline.
            moved(label: &str, before: Option<&When>, after: Option<&When>),
            /// Who gave the newer date.
            stated(who: &str, when: &When),
            /// A correction, as a headline, by what it is about.
            corrected(label: &str),
        }
    }
}
