//! Dates in words, and words as dates, by the forms of a language.

use super::locale::{DateForm, Locale};
use super::message::{Arg, Message, Piece};
use crate::model::when::{Certainty, Date, End, Part, When};
use std::ops::RangeInclusive;

impl Locale {
    /// A date in a form; without a style in the one that stands alone.
    pub fn date(&self, when: &When, style: &str) -> String {
        let stated = when.stated();
        let qualified = |of: fn(&DateForm) -> Message| {
            let message = self.form(style, of);
            message.fill(self, &[("when", Arg::Date(&stated))])
        };
        match (when.certainty(), when) {
            (Certainty::About, _) => qualified(|form| form.about),
            (Certainty::Uncertain, _) => qualified(|form| form.uncertain),
            (Certainty::Both, _) => qualified(|form| form.both),
            (Certainty::Stated, When::Date(date)) => self.bare(date, style),
            (Certainty::Stated, When::Interval(start, end)) => self.interval(start, end, style),
        }
    }

    /// What a form says, or if it leaves that out the first form.
    fn form(&self, style: &str, of: fn(&DateForm) -> Message) -> Message {
        let said = |form: &DateForm| Some(of(form)).filter(|message| !message.source().is_empty());
        let form = self.forms.iter().find(|form| form.style == style);
        form.and_then(said).or_else(|| self.forms.first().and_then(said)).unwrap_or_default()
    }

    fn interval(&self, start: &End, end: &End, style: &str) -> String {
        let say = |of: fn(&DateForm) -> Message, ends: &[(&str, Arg)]| self.form(style, of).fill(self, ends);
        let whole = |date: &Date| When::Date(*date);
        match (start, end) {
            (End::Date(start), End::Date(end)) => {
                let last = self.bare(end, style);
                let same_year = start.year() == end.year();
                if same_year && self.bare(start, style) == last {
                    return last;
                }
                let ends = (whole(start), whole(end));
                let ends = [("start", Arg::Date(&ends.0)), ("end", Arg::Date(&ends.1))];
                let within = if same_year { say(|form| form.range_in_year, &ends) } else { String::new() };
                if within.is_empty() { say(|form| form.range, &ends) } else { within }
            }
            (_, End::Date(end)) => say(|form| form.by, &[("end", Arg::Date(&whole(end)))]),
            (End::Date(start), _) => say(|form| form.from, &[("start", Arg::Date(&whole(start)))]),
            _ => String::new(),
        }
    }

    /// One date.
    fn bare(&self, date: &Date, style: &str) -> String {
        let first = date.year();
        let (year, next) = (self.year(first), self.year(first + 1));
        let of: fn(&DateForm) -> Message = match date.part() {
            Part::Century => |form| form.century,
            Part::Decade => |form| form.decade,
            Part::Year => |form| form.year,
            Part::SomeMonth => |form| form.some_month,
            Part::SomeDay => |form| form.some_day,
            Part::Season(_) => |form| form.season,
            Part::Month(_) => |form| form.month,
            Part::DayOf(_) => |form| form.day_of,
            Part::Day(..) => |form| form.day,
        };
        let (month, day) = match date.part() {
            Part::Month(month) | Part::DayOf(month) => (month, 0),
            Part::Day(month, day) => (month, day),
            _ => (0, 0),
        };
        let season = match date.part() {
            Part::Season(21) => "spring",
            Part::Season(22) => "summer",
            Part::Season(23) => "autumn",
            _ => "winter",
        };
        let args = [
            ("year", Arg::Text(&year)),
            ("next", Arg::Text(&next)),
            ("first", Arg::Number(first)),
            ("month", Arg::Number(month.into())),
            ("day", Arg::Number(day.into())),
            ("season", Arg::Text(season)),
        ];
        self.form(style, of).fill(self, &args)
    }

    /// A year, month or day as the page words it.
    pub fn typed(&self, text: &str) -> Option<When> {
        let words = split(text);
        // Words are split between a sign and its digits.
        let alone = text.trim().parse().ok().filter(|year| YEARS.contains(year));
        let alone = alone.map(|year| Typed { year: Some(year), ..Typed::default() });
        let in_form = |of: fn(&DateForm) -> Message| {
            let pieces = self.form("", of).pieces().ok()?;
            Typed::whole(|into| self.read(&pieces, &words, into))
        };
        let read = alone
            .or_else(|| Typed::whole(|into| self.read_year(&words, into)))
            .or_else(|| in_form(|form| form.day))
            .or_else(|| in_form(|form| form.month))
            .or_else(|| in_form(|form| form.year))?;
        read.edtf().parse().ok()
    }

    /// Reads words by what a page would have made of a date; gives what follows them.
    fn read<'a>(&self, pieces: &[Piece], words: &'a [String], into: &mut Typed) -> Option<&'a [String]> {
        pieces.iter().try_fold(words, |words, piece| match piece {
            Piece::Text(text) => words.strip_prefix(&split(text)[..]),
            Piece::Value { name: "year", .. } => self.read_year(words, into),
            Piece::Value { name: "month", format: "month", style } => {
                let names = self.months.iter().find(|names| names.style == *style)?;
                let mut names = names.words.iter().zip(1..).map(|(name, month)| (split(name), month));
                let (rest, month) =
                    names.find_map(|(name, month)| Some((words.strip_prefix(&name[..])?, month)))?;
                into.month = month;
                Some(rest)
            }
            Piece::Value { name, .. } => {
                let (number, rest) = words.split_first()?;
                let number = number.parse().ok()?;
                *(if *name == "month" { &mut into.month } else { &mut into.day }) = number;
                Some(rest)
            }
            _ => None,
        })
    }

    /// Reads a year, after Christ or before.
    fn read_year<'a>(&self, words: &'a [String], into: &mut Typed) -> Option<&'a [String]> {
        let number = |words: &'a [String]| {
            let (number, rest) = words.split_first()?;
            Some((number.parse::<i32>().ok()?, rest))
        };
        let before = self.before_christ.pieces().ok()?;
        let mut found = 0;
        let rest = before.iter().try_fold(words, |words, piece| match piece {
            Piece::Text(text) => words.strip_prefix(&split(text)[..]),
            _ => {
                let (year, rest) = number(words)?;
                found = year;
                Some(rest)
            }
        });
        let (year, rest) = match rest {
            Some(rest) if found > 0 => (1 - found, rest),
            Some(_) => return None,
            None => number(words)?,
        };
        into.year = Some(year);
        Some(rest)
    }
}

/// The years that a reader may type.
const YEARS: RangeInclusive<i32> = -9999..=9999;

/// A date as it is read from words.
#[derive(Default)]
struct Typed {
    year: Option<i32>,
    /// 0 if there is none.
    month: u8,
    day: u8,
}

impl Typed {
    /// What is read, if that is all of the words.
    fn whole<'a>(read: impl FnOnce(&mut Typed) -> Option<&'a [String]>) -> Option<Typed> {
        let mut typed = Typed::default();
        let rest = read(&mut typed)?;
        (rest.is_empty() && typed.year.is_some_and(|year| YEARS.contains(&year))).then_some(typed)
    }

    fn edtf(&self) -> String {
        let year = self.year.unwrap_or_default();
        let sign = if year < 0 { "-" } else { "" };
        let year = format!("{sign}{:04}", year.abs());
        match (self.month, self.day) {
            (0, _) => year,
            (month, 0) => format!("{year}-{month:02}"),
            (month, day) => format!("{year}-{month:02}-{day:02}"),
        }
    }
}

/// Words and numbers, in small letters: a script without blanks has none between them either.
fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut digits = None;
        for sign in word.chars() {
            let digit = sign.is_ascii_digit();
            if digits.replace(digit) != Some(digit) {
                words.push(String::new());
            }
            words.last_mut().into_iter().for_each(|word| word.extend(sign.to_lowercase()));
        }
    }
    words
}
