//! `Shown`: whether a query leaves something on the page.

use crate::model::query::Mode;

/// Whether a query leaves something on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It does.
    Yes,
    /// It does not, and the reader wants such things dimmed.
    Dim,
    /// It does not.
    No,
}

impl Shown {
    /// From what is found and what the reader wants done with the rest.
    pub fn new(found: bool, mode: Mode) -> Shown {
        match (found, mode) {
            (true, _) => Shown::Yes,
            (false, Mode::Dim) => Shown::Dim,
            (false, Mode::Hide) => Shown::No,
        }
    }

    /// Its class beside the part's own.
    pub fn class(self) -> Option<&'static str> {
        (self == Shown::Dim).then_some("dim")
    }
}
