//! Days across a picture that has no width of its own, in hundredths of a per cent.

use crate::model::when::{Day, When, civil, days};

/// From one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    pub from: Day,
    pub to: Day,
}

/// The width of a picture.
pub const WIDE: i64 = 10_000;

impl Axis {
    /// Where a day stands; one beyond an end stands at it.
    pub fn place(&self, day: Day) -> i64 {
        let (all, part) = (i64::from(self.to) - i64::from(self.from), i64::from(day) - i64::from(self.from));
        part.clamp(0, all) * WIDE / all.max(1)
    }

    /// The same, as it is written.
    pub fn x(&self, day: Day) -> String {
        percent(self.place(day))
    }

    /// The days that a date is drawn over: its ends, or so many days beyond the only one that is known.
    pub fn span(&self, when: &When, beyond: Day) -> (i64, i64) {
        let (from, to) = (when.earliest(), when.latest());
        let from = if from == Day::MIN { to - beyond } else { from };
        let to = if to == Day::MAX { from + beyond } else { to };
        (self.place(from), self.place(to))
    }

    /// The first days of the years that are multiples of `step`.
    pub fn years(&self, step: i32) -> impl Iterator<Item = (i32, Day)> + use<> {
        let Axis { from, to } = *self;
        let years = (civil(from).0..=civil(to).0).filter(move |year| year % step == 0);
        years.map(|year| (year, days(year, 1, 1))).filter(move |(_, day)| (from..=to).contains(day))
    }
}

/// A place as it is written: `12.34%`.
pub fn percent(place: i64) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}
