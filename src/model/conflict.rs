//! `Conflict`: a question on which sources disagree. It is shown, not settled in silence.

use crate::model::asof::AsOf;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::When;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A question with the positions held on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Unique and public.
    pub id: Rc<str>,
    /// The question.
    pub question: Rc<str>,
    /// What it touches.
    pub about: Vec<Ref>,
    /// Two or more.
    pub positions: Vec<Position>,
    /// How we read it, where there is ground for a reading.
    pub reading: Option<Rc<str>>,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// What is held.
    pub text: Rc<str>,
    /// Who holds it.
    pub holders: Vec<Rc<str>>,
    /// When it became known.
    pub since: When,
    /// Where it is held, at least one.
    pub sources: Vec<SourceNo>,
}

impl Conflict {
    /// The positions known on this day.
    pub fn known(&self, day: AsOf) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(move |position| day.includes(&position.since))
    }

    /// A conflict exists once two of its positions do.
    pub fn exists(&self, day: AsOf) -> bool {
        self.known(day).nth(1).is_some()
    }
}
