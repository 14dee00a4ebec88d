//! `Event`: something that has happened by the record's cut-off date. What is still to come is a
//! [`crate::model::milestone::Milestone`] with its promises.

use crate::model::claim::Confidence;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::When;
use crate::words;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Something that has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Unique and public.
    pub id: Rc<str>,
    /// When, in UTC days.
    pub date: When,
    /// What kind of thing.
    pub kind: Kind,
    /// What happened, in a line.
    pub title: Rc<str>,
    /// What the line leaves out; may be empty.
    pub text: Rc<str>,
    /// Whom and what it concerns.
    pub about: Vec<Ref>,
    /// The milestone reached by it, by its place in the record.
    pub milestone: Option<usize>,
    /// Where it comes from, at least one.
    pub sources: Vec<SourceNo>,
    /// How sure it is.
    pub confidence: Confidence,
}

words! {
    /// What kind of thing happens.
    Kind {
        /// A paper signed, passed or in force
        Agreement = "agreement",
        /// A launch
        Launch = "launch",
        /// A landing or return
        Landing = "landing",
        /// Something said
        Statement = "statement",
        /// A step in building or testing
        Construction = "construction",
        /// A craft lost
        Loss = "loss",
        /// Anything else
        Other = "other",
    }
}
