//! `When`: a date as sure as its source makes it, in EDTF level 1
//! (Extended Date/Time Format, Library of Congress, 2019; ISO 8601-2), of years from -9999 to 9999. The year 0 is 1 BC.
//!
//! A time of day, which level 0 has, is read for its day in UTC and not kept.
//!
//! Days are UTC days. `~`, `?` and `%` soften drawing and wording and never widen
//! [`When::earliest`] and [`When::latest`], the only numbers anyone computes with.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

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
    year: i32,
    part: Part,
    certainty: Certainty,
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

/// Why a text is not a date, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// Byte at which reading stopped, counted from 0.
    pub at: usize,
    /// What was wrong there.
    pub fault: Fault,
}

/// What can be wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing to read.
    Empty,
    /// A year is not four digits.
    Year,
    /// It is a year of more than four digits.
    Long,
    /// It is a decade or century before the year 0.
    Early,
    /// It is in a form of EDTF level 2, or one of its drafts.
    Beyond,
    /// A month is not 01 to 12, a season 21 to 24, or XX.
    Month,
    /// A day does not exist in its month.
    Day,
    /// What follows a day is no time.
    Time,
    /// Something follows the date.
    Trailing,
    /// Neither end of an interval is a date.
    NoEnd,
    /// An interval ends before it starts.
    Backwards,
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

    fn parse(text: &str, start: usize) -> Result<Date, WhenError> {
        match text.split_once('T') {
            Some((day, time)) => Date::of_time(Date::plain(day, start)?, time, start + day.len()),
            None => Date::plain(text, start),
        }
        .map_err(|error| match error.fault {
            Fault::Early => error,
            _ if is_beyond(text) => WhenError { at: start, fault: Fault::Beyond },
            _ => error,
        })
    }

    /// The day, in UTC, of a time of this day.
    fn of_time(self, time: &str, at: usize) -> Result<Date, WhenError> {
        let fail = |fault| Err(WhenError { at, fault });
        let (Part::Day(month, day), Certainty::Stated) = (self.part, self.certainty) else {
            return fail(Fault::Trailing);
        };
        let Some(on) = days_on(time) else { return fail(Fault::Time) };
        let (year, month, day) = civil(days(self.year, month, day) + on);
        if year.abs() > 9999 {
            fail(Fault::Long)
        } else {
            Ok(Date { year, part: Part::Day(month, day), ..self })
        }
    }

    fn plain(text: &str, start: usize) -> Result<Date, WhenError> {
        let fail = |at: usize, fault| Err(WhenError { at: start + at, fault });
        let (body, certainty) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], Certainty::About),
            Some(b'?') => (&text[..text.len() - 1], Certainty::Uncertain),
            Some(b'%') => (&text[..text.len() - 1], Certainty::Both),
            _ => (text, Certainty::Stated),
        };
        let (sign, digits) = match body.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, body),
        };
        let lead = body.len() - digits.len();
        let (Some(year), rest) = (digits.get(..4), digits.get(4..).unwrap_or("")) else {
            return fail(lead, if body.starts_with('Y') { Fault::Long } else { Fault::Year });
        };
        if body.starts_with('Y') {
            return fail(lead, Fault::Long);
        }
        let Some((year, year_part)) = parse_year(year) else { return fail(lead, Fault::Year) };
        if sign < 0 && year_part != Part::Year {
            return fail(lead, Fault::Early); // which way a decade before the year 0 runs is nobody's agreement
        }
        let date = |part| Date { year: sign * year, part, certainty };
        if rest.is_empty() {
            return Ok(date(year_part));
        }
        if year_part != Part::Year || !rest.starts_with('-') {
            return fail(lead + 4, Fault::Trailing);
        }
        let (month, rest) = (rest.get(1..3).unwrap_or(""), rest.get(3..).unwrap_or(""));
        let day = match rest.strip_prefix('-') {
            Some(day) => Some(day),
            None if rest.is_empty() => None,
            None => return fail(lead + 7, Fault::Trailing),
        };
        let part = match (month, day) {
            ("XX", None) => Part::SomeMonth,
            ("XX", Some("XX")) => Part::SomeDay,
            (_, day) => match (two_digits(month), day) {
                (Some(season @ 21..=24), None) => Part::Season(season),
                (Some(month @ 1..=12), None) => Part::Month(month),
                (Some(month @ 1..=12), Some("XX")) => Part::DayOf(month),
                (Some(month @ 1..=12), Some(day)) => match two_digits(day) {
                    Some(day) if (1..=days_in_month(sign * year, month)).contains(&day) => {
                        Part::Day(month, day)
                    }
                    _ => return fail(lead + 8, Fault::Day),
                },
                _ => return fail(lead + 5, Fault::Month),
            },
        };
        Ok(date(part))
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<When, WhenError> {
        if text.is_empty() {
            return Err(WhenError { at: 0, fault: Fault::Empty });
        }
        let Some((start, end)) = text.split_once('/') else {
            return Date::parse(text, 0).map(When::Date);
        };
        let second = start.len() + 1;
        let interval = When::Interval(parse_end(start, 0)?, parse_end(end, second)?);
        match interval {
            When::Interval(End::Date(_), _) | When::Interval(_, End::Date(_)) => {}
            _ => return Err(WhenError { at: 0, fault: Fault::NoEnd }),
        }
        if interval.earliest() > interval.latest() {
            return Err(WhenError { at: second, fault: Fault::Backwards });
        }
        Ok(interval)
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

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let place = self.at + 1;
        match self.fault {
            Fault::Empty => f.write_str("a date is missing"),
            Fault::Year => write!(f, "a year is four digits, as in 2024 or 201X (character {place})"),
            Fault::Long => write!(f, "a year is read from -9999 to 9999, in four digits (character {place})"),
            Fault::Early => {
                write!(f, "a decade or century before the year 0 is not read (character {place})")
            }
            Fault::Beyond => write!(f, "EDTF is read up to level 1, and this is beyond (character {place})"),
            Fault::Month => write!(f, "a month is 01 to 12, a season 21 to 24 (character {place})"),
            Fault::Day => write!(f, "this month has no such day (character {place})"),
            Fault::Time => {
                write!(
                    f,
                    "a time of day is as in T23:20:30, T23:20:30Z or T23:20:30+02:00 (character {place})"
                )
            }
            Fault::Trailing => write!(f, "the date should end here (character {place})"),
            Fault::NoEnd => f.write_str("an interval needs a date at one end at least"),
            Fault::Backwards => write!(f, "the interval ends before it starts (character {place})"),
        }
    }
}

impl std::error::Error for WhenError {}

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

fn parse_end(text: &str, start: usize) -> Result<End, WhenError> {
    match text {
        ".." => Ok(End::Open),
        "" => Ok(End::Unknown),
        _ => Date::parse(text, start).map(End::Date),
    }
}

fn parse_year(text: &str) -> Option<(i32, Part)> {
    let number = |digits: &str| {
        digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.bytes().fold(0, |n, b| n * 10 + i32::from(b - b'0')))
    };
    match text.find('X') {
        None => number(text).map(|year| (year, Part::Year)),
        Some(3) => number(&text[..3]).map(|decade| (decade * 10, Part::Decade)),
        Some(2) if text.ends_with("XX") => number(&text[..2]).map(|century| (century * 100, Part::Century)),
        Some(_) => None,
    }
}

/// By how many days the UTC day of a time differs from the one it stands after: `23:20:30`, and after it `Z`, `-04` or
/// `+05:30` (EDTF level 0). Without one of these it is taken for UTC, and parts of a second are passed over.
fn days_on(time: &str) -> Option<Day> {
    let (clock, second, rest) = (time.get(..5)?, time.get(5..8)?, time.get(8..)?);
    second.strip_prefix(':').and_then(two_digits).filter(|second| *second <= 60)?; // 60 is a leap second
    let zone = match rest.strip_prefix('.') {
        Some(rest) => rest.trim_start_matches(|sign: char| sign.is_ascii_digit()),
        None => rest,
    };
    let ahead = match (zone.strip_prefix('+'), zone.strip_prefix('-')) {
        (Some(ahead), _) => minutes(ahead)?,
        (_, Some(behind)) => -minutes(behind)?,
        _ if matches!(zone, "" | "Z") => 0,
        _ => return None,
    };
    Some((minutes(clock)? - ahead).div_euclid(24 * 60))
}

/// `23:20`, or `23` alone.
fn minutes(text: &str) -> Option<i32> {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "00"));
    let (hours, minutes) = (i32::from(two_digits(hours)?), i32::from(two_digits(minutes)?));
    (minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
}

/// Whether a text that could not be read has a form of EDTF level 2: a set, an exponent, significant digits, one of the
/// seasons 25 to 41, digits left open or a qualifier anywhere. Drafts of EDTF wrote `u` for a digit left open.
fn is_beyond(text: &str) -> bool {
    if let Some(year) = text.strip_prefix('Y') {
        return year.contains(['E', 'S']);
    }
    let text = text.strip_prefix('-').unwrap_or(text);
    let marked = text.trim_end_matches(QUALIFIERS).contains(['X', 'u', 'S', '~', '?', '%']);
    let parts: Vec<&str> = text.split('-').map(|part| part.trim_matches(QUALIFIERS)).collect();
    let number = |part: &str, range: RangeInclusive<u8>| {
        let open = part.len() == 2 && part.contains(['X', 'u']);
        open || two_digits(part).is_some_and(|number| range.contains(&number))
    };
    let year = |part: &str| {
        let (year, figures) = part.split_once('S').unwrap_or((part, "1"));
        year.len() == 4
            && !year.contains(|sign: char| !"0123456789Xu".contains(sign))
            && figures.parse::<u8>().is_ok()
    };
    let form = match parts[..] {
        [first, season] if !marked => year(first) && number(season, 25..=41),
        [first] => marked && year(first),
        [first, month] => marked && year(first) && (number(month, 1..=12) || number(month, 21..=41)),
        [first, month, day] => marked && year(first) && number(month, 1..=12) && number(day, 1..=31),
        _ => false,
    };
    form || text.starts_with(['[', '{'])
}

const QUALIFIERS: [char; 3] = ['~', '?', '%'];

fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some((a - b'0') * 10 + (b - b'0')),
        _ => None,
    }
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
