//! `When`: a date as sure as its source makes it, in EDTF level 1
//! (Extended Date/Time Format, Library of Congress, 2019; ISO 8601-2), of years from -9999 to 9999. The year 0 is 1 BC.
//!
//! A time of day, which level 0 has, is read for its day in UTC and not kept.
//!
//! Days are UTC days. `~`, `?` and `%` soften drawing and wording and never widen
//! [`When::earliest`] and [`When::latest`], the only numbers anyone computes with.

use std::fmt;

/// Days since 1970-01-01, UTC. An open start is [`Day::MIN`], an open end [`Day::MAX`].
pub type Day = i32;

/// An EDTF level 1 date or interval. Every value of this type is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    /// One date: a day, month, season, year, decade or century.
    Date(Date),
    /// From one end to the other, both included; at least one of them is a date.
    Interval(End, End),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// A known end.
    Date(Date),
    /// `..`: the interval has no end.
    Open,
    /// Nothing written: the end is not known.
    Unknown,
}

/// A date without an interval. Its parts are checked when it is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    pub(super) year: i32,
    pub(super) part: Part,
    pub(super) certainty: Certainty,
}

/// How fine a [`Date`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// `19XX`
    Century,
    /// `201X`
    Decade,
    /// `2024`
    Year,
    /// `2024-XX`: a month that is not known
    SomeMonth,
    /// `2024-XX-XX`: a day that is not known
    SomeDay,
    /// `2024-21` (spring) to `2024-24` (winter); northern and meteorological, winter ends in the next year
    Season(u8),
    /// `2024-06`
    Month(u8),
    /// `2024-06-XX`: a day of this month that is not known
    DayOf(u8),
    /// `2024-06-12`
    Day(u8, u8),
}

/// The qualifier at the end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// No qualifier.
    Stated,
    /// `~`: approximate.
    About,
    /// `?`: uncertain.
    Uncertain,
    /// `%`: approximate and uncertain.
    Both,
}

impl When {
    /// First day it can mean; [`Day::MIN`] if the start is open or unknown.
    pub fn earliest(&self) -> Day {
        match self {
            When::Date(date) => date.earliest(),
            When::Interval(End::Date(date), _) => date.earliest(),
            When::Interval(..) => Day::MIN,
        }
    }

    /// Last day it can mean; [`Day::MAX`] if the end is open or unknown.
    pub fn latest(&self) -> Day {
        match self {
            When::Date(date) => date.latest(),
            When::Interval(_, End::Date(date)) => date.latest(),
            When::Interval(..) => Day::MAX,
        }
    }

    /// First day of what is known: an open end counts as the known one, so that "by 2036" stands at 2036.
    pub fn known_start(&self) -> Day {
        match self {
            When::Interval(End::Open | End::Unknown, End::Date(end)) => end.earliest(),
            _ => self.earliest(),
        }
    }

    /// Last day of what is known: an open end counts as the known one.
    pub fn known_end(&self) -> Day {
        match self {
            When::Interval(End::Date(start), End::Open | End::Unknown) => start.latest(),
            _ => self.latest(),
        }
    }

    /// The middle of what is known, by which two dates of unlike fineness are compared.
    pub fn middle(&self) -> Day {
        self.known_start() + (self.known_end() - self.known_start()) / 2
    }

    /// Whether the two can share a day.
    pub fn overlaps(&self, other: &When) -> bool {
        self.earliest() <= other.latest() && other.earliest() <= self.latest()
    }

    /// The year in which it is listed: that of [`When::known_start`].
    pub fn year(&self) -> i32 {
        civil(self.known_start()).0
    }

    /// The weakest certainty of its dates.
    pub fn certainty(&self) -> Certainty {
        let of = |end: &End| match end {
            End::Date(date) => date.certainty,
            End::Open | End::Unknown => Certainty::Stated,
        };
        match self {
            When::Date(date) => date.certainty,
            When::Interval(start, end) => of(start).max(of(end)),
        }
    }

    /// The same without qualifiers.
    pub fn stated(&self) -> When {
        let date = |date: &Date| Date { certainty: Certainty::Stated, ..*date };
        let end = |end: &End| match end {
            End::Date(of) => End::Date(date(of)),
            open => *open,
        };
        match self {
            When::Date(of) => When::Date(date(of)),
            When::Interval(start, until) => When::Interval(end(start), end(until)),
        }
    }

    /// The exact day, if it is one and stated without a qualifier.
    pub fn exact_day(&self) -> Option<Day> {
        match self {
            When::Date(Date { part: Part::Day(..), certainty: Certainty::Stated, .. }) => {
                Some(self.earliest())
            }
            _ => None,
        }
    }

    /// A year from -9999 to 9999 as a date.
    pub fn from_year(year: i32) -> When {
        When::Date(Date { year, part: Part::Year, certainty: Certainty::Stated })
    }

    /// A month, 1–12, as a date.
    pub fn from_month(year: i32, month: u8) -> When {
        When::Date(Date { year, part: Part::Month(month), certainty: Certainty::Stated })
    }

    /// The day as a date.
    pub fn from_day(day: Day) -> When {
        let (year, month, day) = civil(day);
        When::Date(Date { year, part: Part::Day(month, day), certainty: Certainty::Stated })
    }
}

impl Date {
    /// The year as written; of a decade or century its first.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// How fine it is.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Its qualifier.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn earliest(&self) -> Day {
        match self.part {
            Part::Season(season) => days(self.year, 3 * (season - 20), 1),
            Part::Month(month) | Part::DayOf(month) => days(self.year, month, 1),
            Part::Day(month, day) => days(self.year, month, day),
            Part::Century | Part::Decade | Part::Year | Part::SomeMonth | Part::SomeDay => {
                days(self.year, 1, 1)
            }
        }
    }

    fn latest(&self) -> Day {
        match self.part {
            Part::Century => days(self.year + 100, 1, 1) - 1,
            Part::Decade => days(self.year + 10, 1, 1) - 1,
            Part::Year | Part::SomeMonth | Part::SomeDay => days(self.year, 12, 31),
            Part::Season(24) => days(self.year + 1, 3, 1) - 1,
            Part::Season(season) => days(self.year, 3 * (season - 20) + 3, 1) - 1,
            Part::Month(month) | Part::DayOf(month) => {
                days(self.year, month, days_in_month(self.year, month))
            }
            Part::Day(month, day) => days(self.year, month, day),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            When::Date(date) => date.fmt(f),
            When::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            End::Date(date) => date.fmt(f),
            End::Open => f.write_str(".."),
            End::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.year < 0 {
            f.write_str("-")?;
        }
        let year = self.year.abs();
        match self.part {
            Part::Century => write!(f, "{:02}XX", year / 100)?,
            Part::Decade => write!(f, "{:03}X", year / 10)?,
            Part::Year => write!(f, "{year:04}")?,
            Part::SomeMonth => write!(f, "{year:04}-XX")?,
            Part::SomeDay => write!(f, "{year:04}-XX-XX")?,
            Part::Season(month) | Part::Month(month) => write!(f, "{year:04}-{month:02}")?,
            Part::DayOf(month) => write!(f, "{year:04}-{month:02}-XX")?,
            Part::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}")?,
        }
        f.write_str(match self.certainty {
            Certainty::Stated => "",
            Certainty::About => "~",
            Certainty::Uncertain => "?",
            Certainty::Both => "%",
        })
    }
}

/// The civil date of a day: year, month 1–12, day 1–31, in the proleptic Gregorian calendar.
///
/// Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
pub fn civil(day: Day) -> (i32, u8, u8) {
    let z = i64::from(day) + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * shifted + 2) / 5 + 1) as u8;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u8;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as i32, month, day)
}

/// The day of a civil date; the month is 1–12, the day 1–31 and not checked against the month.
///
/// Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
pub fn days(year: i32, month: u8, day: u8) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = if month > 2 { i32::from(month) - 3 } else { i32::from(month) + 9 };
    let of_year = (153 * shifted + 2) / 5 + i32::from(day) - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * 146_097 + of_era - 719_468
}

pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
