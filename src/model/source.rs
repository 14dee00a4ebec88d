//! `Source`: where a claim comes from, as far as a reader of the page needs it at a glance.

use crate::model::when::When;
use crate::words;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A source as the app knows it; its title, kind and address stand on the page of sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Publisher and date, unique: `tass-2024-09-04`.
    pub id: Rc<str>,
    /// Who published it first.
    pub publisher: Rc<str>,
    /// When; `None` if the source does not say.
    pub date: Option<When>,
    /// How it came to be known.
    pub read: Reading,
}

/// A source by its place in the record, counted from 0; shown counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceNo(pub u32);

words! {
    /// What kind of source it is, weightiest first.
    SourceKind {
        /// A government, a space agency, a treaty or a law
        Official = "official",
        /// A news agency
        Agency = "agency",
        /// The trade press
        Trade = "trade",
        /// Newspapers, magazines, broadcasters
        Press = "press",
        /// Encyclopaedias, catalogues, papers
        Reference = "reference",
        /// Read only on somebody else's copy
        Copy = "copy",
        /// A note, digest, forum or log
        Note = "note",
    }
}

words! {
    /// How far we lean on a source.
    Lean {
        /// Far
        High = "high",
        /// With care
        Medium = "medium",
        /// Hardly
        Low = "low",
    }
}

words! {
    /// How a source came to be known.
    Reading {
        /// Its text was read
        Text = "read",
        /// By its title, or a summary by others, alone
        Title = "title",
        /// Its text was read at somebody else's
        Copy = "copy",
    }
}
