//! The words of the comparison, in English.

use super::CompareText;
use super::en_grammar::when;
use crate::model::when::When;

pub(super) const COMPARE: CompareText = CompareText {
    heading: "Beside Artemis",
    sub: "Two programmes are asked the same questions. Each answer has its own day, and nothing is added up.",
    whole: "The comparison on a page of its own, with every source",
    unstated: "Not stated in what was read.",
    since: |day| format!("As of {}.", when(day)),
    later: "What the record answers here was not known yet on this day.",
    moved,
    grounds: "From:",
};

fn moved(first: &When, last: &When, far: &str) -> String {
    match first == last {
        true => format!("“{}”: {far}.", when(last)),
        false => format!("First “{}”, last “{}”: {far}.", when(first), when(last)),
    }
}
