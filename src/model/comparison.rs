//! `Question`: what programmes are asked alike, and what is answered for each.

use crate::model::asof::AsOf;
use crate::model::claim::Confidence;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::When;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A question with an answer for each of the programmes, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Unique and public.
    pub id: Rc<str>,
    /// The question.
    pub question: Rc<str>,
    /// As many as there are programmes; `None` where nothing that was read answers it.
    pub answers: Vec<Option<Answer>>,
}

/// What is answered for a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What it says.
    pub text: Rc<str>,
    /// Known as it is given from here.
    pub since: When,
    /// The things whose statements carry it.
    pub grounds: Vec<Ref>,
    /// Where it comes from, at least one.
    pub sources: Vec<SourceNo>,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Answer {
    /// Whether it was known on this day.
    pub fn is_known(&self, day: AsOf) -> bool {
        day.includes(&self.since)
    }
}
