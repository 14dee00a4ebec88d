//! `Milestone`: something promised for a date, with every date it was promised for.

use crate::model::asof::AsOf;
use crate::model::claim::Confidence;
use crate::model::event::Kind;
use crate::model::id::Ref;
use crate::model::source::SourceNo;
use crate::model::when::When;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Something promised, and perhaps reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Unique and public.
    pub id: Rc<str>,
    /// What is promised.
    pub label: Rc<str>,
    /// What kind of thing.
    pub kind: Kind,
    /// Whom and what it concerns.
    pub about: Vec<Ref>,
    /// Every statement of its date, in the order in which they became known.
    pub promises: Vec<Promise>,
    /// The event by which it was reached, by its place in the record.
    pub reached: Option<usize>,
}

/// A date given for a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// When it was said.
    pub stated: When,
    /// The date given; `None` if it was withdrawn or none was given.
    pub promised: Option<When>,
    /// What was said, in a few words; may be empty.
    pub text: Rc<str>,
    /// Who said it.
    pub who: Rc<str>,
    /// Where it comes from, at least one.
    pub sources: Vec<SourceNo>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// How far a date moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Statements that gave a date that counts.
    pub stated: usize,
    /// First of these dates.
    pub first: When,
    /// Date now promised, or on which it was reached.
    pub last: When,
    /// From the middle of the first to that of the last, in days; negative if it came nearer.
    pub days: i32,
}

impl Promise {
    /// Whether it was known on this day: one stated "in 2019" counts from 31 December 2019.
    pub fn known(&self, day: AsOf) -> bool {
        day.includes(&self.stated)
    }

    /// Whether it is not of low confidence.
    pub fn is_solid(&self) -> bool {
        !self.confidence.is_weak()
    }
}

impl Milestone {
    /// The promises known on this day, oldest first.
    pub fn known(&self, day: AsOf) -> &[Promise] {
        &self.promises[..self.promises.partition_point(|promise| promise.known(day))]
    }

    /// The promise that counts on this day, by its place: the newest that is not of low confidence, and only if
    /// there is none the newest of all. A forum post does not take back what an agency has said.
    pub fn deciding(&self, day: AsOf) -> Option<usize> {
        let known = self.known(day);
        known.iter().rposition(Promise::is_solid).or(known.len().checked_sub(1))
    }

    /// The statement whose date is the one to go by on this day: the one that decides, or, if that took the date back, the
    /// newest made since that gives one.
    pub fn given(&self, day: AsOf) -> Option<&Promise> {
        let since = self.known(day).get(self.deciding(day)?..)?;
        since
            .first()
            .filter(|said| said.promised.is_some())
            .or_else(|| since.iter().rev().find(|said| said.promised.is_some()))
    }

    /// The statements whose date counts by this day, by their places, in the order in which they were made: those that
    /// are not of low confidence, and only if none of these gives a date, all that give one.
    pub fn counting(&self, day: AsOf) -> Vec<(usize, When)> {
        let known = self.known(day).iter().enumerate();
        let dated = known.filter_map(|(place, promise)| Some((place, promise.promised?)));
        let all: Vec<(usize, When)> = dated.collect();
        let solid: Vec<(usize, When)> =
            all.iter().filter(|(place, _)| self.promises[*place].is_solid()).copied().collect();
        if solid.is_empty() { all } else { solid }
    }

    /// Their dates.
    pub fn dates(&self, day: AsOf) -> Vec<When> {
        self.counting(day).into_iter().map(|(_, when)| when).collect()
    }

    /// The statements known on this day that gave another date than the one before them, by their places, each with that
    /// date; `None` is no date. Weak statements move nothing where there are better ones.
    pub fn moves(&self, day: AsOf) -> Vec<(usize, Option<When>)> {
        let known = self.known(day);
        let sound = known.iter().any(Promise::is_solid);
        let heard = known.iter().enumerate().filter(|(_, promise)| !sound || promise.is_solid());
        let pairs = heard.clone().zip(heard.skip(1));
        let moved = pairs.filter(|((_, before), (_, after))| before.promised != after.promised);
        moved.map(|((_, before), (place, _))| (place, before.promised)).collect()
    }

    /// How far the date had moved by this day; `actual` is the date of the event that reached it by then.
    pub fn shift(&self, day: AsOf, actual: Option<When>) -> Option<Shift> {
        let dates = self.dates(day);
        let (first, newest) = (*dates.first()?, *dates.last()?);
        let last = actual.unwrap_or(newest);
        Some(Shift { stated: dates.len(), first, last, days: last.middle() - first.middle() })
    }
}
