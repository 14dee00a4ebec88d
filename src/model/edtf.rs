//! Reading dates as they are written: EDTF up to level 1 (Library of Congress, 2019; ISO 8601-2). What is beyond is
//! refused as that; a time of day counts for its day in UTC.

use crate::model::when::{Certainty, Date, Day, End, Part, When, civil, days, days_in_month};
use std::fmt;
use std::str::FromStr;

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

impl Date {
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
    let open = |sign: u8| matches!(sign, b'X' | b'u' | b'S' | b'~' | b'?' | b'%');
    let written = text.bytes().all(|sign| open(sign) || matches!(sign, b'0'..=b'9' | b'-'));
    let text = text.trim_end_matches(QUALIFIERS);
    let season = || text.get(5..).and_then(two_digits).is_some_and(|season| (25..=41).contains(&season));
    text.starts_with(['[', '{']) || written && (text.bytes().any(open) || season())
}

const QUALIFIERS: [char; 3] = ['~', '?', '%'];

fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some((a - b'0') * 10 + (b - b'0')),
        _ => None,
    }
}
