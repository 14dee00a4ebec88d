//! `ChangesText`: the words of what moved, on its page and in its feed.

use crate::model::when::When;

/// What is said of what became known, in one language.
pub struct ChangesText {
    pub title: &'static str,
    pub sub: &'static str,
    /// What leads to the page.
    pub lead: &'static str,
    /// What leads to the feed.
    pub feed: &'static str,
    /// Where nothing has moved.
    pub none: &'static str,
    /// A date that moved, as a headline; `None` is no date.
    pub moved: fn(label: &str, before: Option<&When>, after: Option<&When>) -> String,
    /// Who gave the newer date.
    pub stated: fn(who: &str, stated: &When) -> String,
    /// A correction, as a headline, by what it is about.
    pub corrected: fn(label: &str) -> String,
}
