//! The half-years of a record, from the first in which somebody gave a date to the last: what the slider of the day goes
//! through, and how much became known in each.

use crate::model::dataset::Dataset;
use crate::model::when::{Day, civil, days};

/// The half-years of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halves {
    /// The first, counted from the year 0.
    first: i32,
    /// The end of the record.
    last: Day,
    /// On how many days of each something became known.
    pub counts: Vec<usize>,
}

impl Halves {
    /// Those of a record; of one in which nobody promised anything, all in which anything became known.
    pub fn new(data: &Dataset) -> Halves {
        let stated = data.milestones.iter().filter_map(|milestone| milestone.promises.first());
        let first = stated.map(|promise| promise.stated.known_start()).min();
        let first = half(first.or(data.steps().first().copied()).unwrap_or(data.as_of).min(data.as_of));
        let mut counts = vec![0; (half(data.as_of) - first + 1) as usize];
        for step in data.steps() {
            if let Some(count) = usize::try_from(half(*step) - first).ok().and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        Halves { first, last: data.as_of, counts }
    }

    /// In which of them a day lies, or the first, if it lies before them all.
    pub fn place(&self, day: Day) -> usize {
        usize::try_from(half(day) - self.first).unwrap_or(0).min(self.counts.len() - 1)
    }

    /// The last day of one of them.
    pub fn day(&self, place: usize) -> Day {
        let next = self.first + place.min(self.counts.len() - 1) as i32 + 1;
        self.last.min(days(next.div_euclid(2), if next.rem_euclid(2) == 0 { 1 } else { 7 }, 1) - 1)
    }
}

fn half(day: Day) -> i32 {
    let (year, month, _) = civil(day);
    2 * year + i32::from(month > 6)
}
