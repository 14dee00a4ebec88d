//! `AsOf`: the day to which a record is taken back, and what was known by then.

use crate::model::when::{Day, When};

/// The day to which the record is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: Day,
    /// It is the cut-off: whatever stands in the record was known by then, even if its date is only a month or a
    /// year that goes on beyond it.
    pub is_cutoff: bool,
}

impl AsOf {
    /// The day asked for, or the cut-off if that is later or nothing is asked.
    pub fn new(cut_off: Day, asked: Option<Day>) -> AsOf {
        let day = asked.map_or(cut_off, |day| day.min(cut_off));
        AsOf { day, is_cutoff: day == cut_off }
    }

    /// Whether what is dated so was known: its date had wholly passed.
    pub fn includes(self, when: &When) -> bool {
        self.is_cutoff || when.latest() <= self.day
    }
}
