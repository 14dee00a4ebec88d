//! `Locale`: how a language counts, lists, and names months and dates. It is data; what is done with it is the same for
//! all languages.

use super::lang::Lang;
use super::message::{Arg, Grammar, Message, Plain, word, words};
use super::plural::Plural;
use serde::{Deserialize, Serialize};

/// How a language counts, lists and dates.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    /// Which language it is.
    pub lang: Lang,
    /// A year before the year 1: `year`, counted back from 1 BC.
    pub before_christ: Message,
    /// What stands between two words of a list: `start`, `end`.
    pub comma: Message,
    /// The last two of a list whose words all hold.
    pub and: Message,
    /// The last two of a list of which one holds.
    pub or: Message,
    /// What stands between two pieces of a line that are elements of their own.
    pub joints: Joints,
    /// Small numbers in words, in each form that sentences need.
    pub numbers: Vec<Numbers>,
    /// The months by name, in each form that dates need.
    pub months: Vec<Months>,
    /// Dates, in each form that sentences need. The first is the one that stands alone.
    pub forms: Vec<DateForm>,
}

/// What stands between two pieces of a line, each an element of its own, so that no message can hold both.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Joints {
    /// Between two sentences.
    #[serde(deserialize_with = "word")]
    pub space: Plain,
    /// Between a name and what is said of it.
    #[serde(deserialize_with = "word")]
    pub colon: Plain,
    /// Between two things that are said of one.
    #[serde(deserialize_with = "word")]
    pub pause: Plain,
    /// Between words that are no sentence and the sentence after them.
    #[serde(deserialize_with = "word")]
    pub stop: Plain,
}

/// Numbers in words.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// The style by which messages ask for it: `{n, spellout, style}`.
    #[serde(default, deserialize_with = "word")]
    pub style: Plain,
    /// From none on; what follows is in digits.
    #[serde(deserialize_with = "words")]
    pub words: [&'static str; 13],
}

/// The months by name.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Months {
    /// The style by which messages ask for it: `{month, month, style}`.
    #[serde(deserialize_with = "word")]
    pub style: Plain,
    /// From January on.
    #[serde(deserialize_with = "words")]
    pub words: [&'static str; 12],
}

/// A form of dates. What a form leaves out is as in the first of them.
///
/// The kinds of one date get `year`, and where they have it `month`, `day`, `season` (spring, summer, autumn, winter),
/// `next` (the year after, in which a winter ends) and `first` (the year as a number, 0 for 1 BC). The others get whole
/// dates, which messages ask for in a form: `{end, date, genitive}`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateForm {
    /// The style by which messages ask for it: `{when, date, style}`.
    #[serde(deserialize_with = "word")]
    pub style: Plain,
    /// The 1900s.
    pub century: Message,
    /// The 2010s.
    pub decade: Message,
    /// 2024.
    pub year: Message,
    /// 2024, and nobody knows in which month.
    pub some_month: Message,
    /// 2024, and nobody knows on which day.
    pub some_day: Message,
    /// Spring 2024.
    pub season: Message,
    /// June 2024.
    pub month: Message,
    /// June 2024, and nobody knows on which day.
    pub day_of: Message,
    /// 12 June 2024.
    pub day: Message,
    /// From `start` to `end`, both included.
    pub range: Message,
    /// The same within one year; as other ranges if it is left out.
    pub range_in_year: Message,
    /// By the `end`, included.
    pub by: Message,
    /// From the `start` on, or later.
    pub from: Message,
    /// An approximate date, which is `when` without that.
    pub about: Message,
    /// An uncertain one.
    pub uncertain: Message,
    /// One that is both.
    pub both: Message,
}

impl Grammar for Locale {
    fn plural(&self, number: i32) -> Plural {
        Plural::of(self.lang, number)
    }

    fn words(&self, arg: &Arg, format: &str, style: &str) -> String {
        match (arg, format) {
            (Arg::Number(number), "spellout") => self.number(*number, style),
            (Arg::Number(number), "year") => self.year(*number),
            (Arg::Number(number), "month") => self.month(*number, style).to_string(),
            (Arg::Number(number), _) => number.to_string(),
            (Arg::Text(text), _) => text.to_string(),
            (Arg::Date(when), _) => self.date(when, style),
            (Arg::List(list), _) => self.list(list, style),
            (Arg::None, _) => String::new(),
        }
    }
}

impl Locale {
    /// A number of things in words, or in digits where there are none for it.
    pub fn number(&self, number: i32, style: &str) -> String {
        let words = self.numbers.iter().find(|numbers| numbers.style == style);
        let word = words.and_then(|numbers| numbers.words.get(usize::try_from(number).ok()?));
        word.map_or(number.to_string(), |word| word.to_string())
    }

    /// A year; the year 0 is 1 BC.
    pub fn year(&self, year: i32) -> String {
        match 1 - year {
            before @ 1.. => self.before_christ.fill(self, &[("year", before.into())]),
            _ => year.to_string(),
        }
    }

    /// The name of a month, 1–12.
    pub fn month(&self, month: i32, style: &str) -> &'static str {
        let names = self.months.iter().find(|names| names.style == style);
        let name = names.and_then(|names| names.words.get(usize::try_from(month - 1).ok()?));
        name.copied().unwrap_or_default()
    }

    /// Words in a row: all of them hold, or with the style `or` one of them; with `comma` neither is said.
    pub(super) fn list(&self, words: &[String], style: &str) -> String {
        let last = match style {
            "or" => self.or,
            "comma" => self.comma,
            _ => self.and,
        };
        let joined = |start: &str, end: &str, by: Message| {
            by.fill(self, &[("start", start.into()), ("end", end.into())])
        };
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [first, rest @ .., end] => {
                let start = rest.iter().fold(first.clone(), |all, next| joined(&all, next, self.comma));
                joined(&start, end, last)
            }
        }
    }

    /// Two sentences, one after the other.
    pub fn sentences(&self, first: &str, second: &str) -> String {
        [first, second].join(self.joints.space)
    }
}
