//! `CompareText`: the words of the comparison.

use crate::model::when::When;

/// The words of the comparison.
pub struct CompareText {
    pub heading: &'static str,
    pub sub: &'static str,
    /// The link to its own page.
    pub whole: &'static str,
    /// Where nothing that was read answers a question.
    pub unstated: &'static str,
    /// Since when an answer is known as it is given.
    pub since: fn(&When) -> String,
    /// Where the answer was not known yet on the day.
    pub later: &'static str,
    /// The first date of a milestone and the last, and how far it moved.
    pub moved: fn(first: &When, last: &When, far: &str) -> String,
    /// Before the links to what carries an answer.
    pub grounds: &'static str,
}
