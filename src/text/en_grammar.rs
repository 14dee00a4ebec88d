//! Dates, numbers and lists in English words.

use crate::model::when::{Certainty, Date, Day, End, Part, When};

/// The months by name, which the record's own texts use too.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn when(when: &When) -> String {
    match when {
        When::Date(date) => qualified(plain(date), date.certainty()),
        When::Interval(End::Date(start), End::Date(end)) => {
            qualified(format!("{} to {}", plain(start), plain(end)), when.certainty())
        }
        When::Interval(_, End::Date(end)) => {
            qualified(format!("by the end of {}", plain(end)), end.certainty())
        }
        When::Interval(End::Date(start), _) => {
            qualified(format!("from {} on", plain(start)), start.certainty())
        }
        When::Interval(..) => String::new(),
    }
}

/// A date without its qualifier.
pub(super) fn plain(date: &Date) -> String {
    let (first, year) = (date.year(), in_era(date.year()));
    let month = |month: u8| MONTHS[usize::from(month) - 1];
    match date.part() {
        Part::Century if first == 0 => "1 BC to 99".to_string(),
        Part::Decade if first == 0 => "1 BC to 9".to_string(),
        Part::Century | Part::Decade => format!("the {year}s"),
        Part::Year => year,
        Part::SomeMonth => format!("{year}, month not known"),
        Part::SomeDay => format!("{year}, day not known"),
        Part::Season(21) => format!("spring {year}"),
        Part::Season(22) => format!("summer {year}"),
        Part::Season(23) => format!("autumn {year}"),
        Part::Season(_) => format!("winter {year}–{}", in_era(first + 1)),
        Part::Month(m) => format!("{} {year}", month(m)),
        Part::DayOf(m) => format!("{} {year}, day not known", month(m)),
        Part::Day(m, day) => format!("{day} {} {year}", month(m)),
    }
}

/// A year; the year 0 is 1 BC.
pub(super) fn in_era(year: i32) -> String {
    if year < 1 { format!("{} BC", 1 - year) } else { year.to_string() }
}

/// A date as the page words it.
pub(super) fn typed(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, before) = match &words[..] {
        [words @ .., "BC"] => (words, true),
        words => (words, false),
    };
    let (year, words) = words.split_last()?;
    let year: i32 =
        year.parse().ok().filter(|year| (-9999..=9999).contains(year) && (*year > 0 || !before))?;
    let year = if before { 1 - year } else { year };
    let month = |name: &str| MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name));
    let rest = match words {
        [] => String::new(),
        [name] => format!("-{:02}", month(name)? + 1),
        [day, name] => format!("-{:02}-{day:0>2}", month(name)? + 1),
        _ => return None,
    };
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}{rest}", year.abs()).parse().ok()
}

fn qualified(text: String, certainty: Certainty) -> String {
    match certainty {
        Certainty::Stated => text,
        Certainty::About => format!("about {text}"),
        Certainty::Uncertain => format!("{text}, uncertain"),
        Certainty::Both => format!("about {text}, uncertain"),
    }
}

pub(super) fn span(since: Option<&When>, until: Option<&When>) -> String {
    match (since, until) {
        (Some(since), Some(until)) => format!("{} to {}", when(since), when(until)),
        (Some(since), None) => format!("since {}", when(since)),
        (None, Some(until)) => format!("until {}", when(until)),
        (None, None) => String::new(),
    }
}

/// A time of this many days, in months up to two years and in years from then on.
pub(super) fn long(days: Day) -> String {
    match days / 365 {
        0 | 1 => format!("{} months", (days + 15) * 12 / 365),
        years => format!("{years} years"),
    }
}

/// So many years or months later, or earlier.
pub(super) fn apart(count: i32, unit: &str) -> String {
    let many = if count.abs() == 1 { "" } else { "s" };
    format!("{} {unit}{many} {}", count.abs(), if count < 0 { "earlier" } else { "later" })
}

pub(super) fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., end] => format!("{} {last} {end}", start.join(", ")),
    }
}

/// A number of things in a heading or a sentence.
pub(super) fn number(of: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(of).map_or(of.to_string(), |word| word.to_string())
}

/// With a capital at the start of a sentence.
pub(super) fn capital(words: &str) -> String {
    let mut words = words.to_string();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
