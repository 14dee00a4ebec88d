//! Dates of promises: none is stated after its sources were published, and no end of one is invented.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::record::{Promise, Record};
use crate::model::when::{Certainty, Date, End, Part, When};
use crate::text::Lang;

/// A promise can be reported later than it was stated, and by several; never by nobody until later. A source
/// without a date says nothing either way.
pub fn stated_before_published(record: &Record) -> Vec<Diagnostic> {
    let published = |promise: &Promise| {
        let cited = record.cited(&promise.sources);
        cited.filter_map(|source| when(source.date.as_deref()?)).map(|date| date.latest()).max()
    };
    let early = |promise: &&Promise| {
        let stated = when(&promise.stated).map(|stated| stated.earliest());
        stated.zip(published(promise)).is_some_and(|(stated, published)| stated > published)
    };
    let reason = "it is stated after every dated source of it was published";
    record.promises.iter().filter(early).map(|p| at(p, "stated").problem(&p.stated, reason)).collect()
}

/// An end of a promised date is one that its text gives: "before 2030" is `../2029` and "by 2036" is `../2036`,
/// never a span of our own. An end that is qualified claims no more than about.
pub fn ends_are_said(record: &Record) -> Vec<Diagnostic> {
    let invented = |promise: &&Promise| {
        let promised = promise.promised.as_deref().and_then(when);
        !promise.text.is_empty() && promised.is_some_and(|promised| !is_said(&promised, &promise.text))
    };
    let reason =
        "its text does not give this end: “before 2030” is ../2029, “by 2036” ../2036, “after 2036” 2037/..";
    let told = |p: &Promise| at(p, "promised").problem(p.promised.as_deref().unwrap_or(""), reason);
    record.promises.iter().filter(invented).map(told).collect()
}

fn at<'a>(promise: &'a Promise, field: &'a str) -> Place<'a> {
    Place { list: "promises", id: &promise.id, field }
}

fn when(text: &str) -> Option<When> {
    text.parse().ok()
}

/// How a text speaks of a year.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Plain,
    By,
    Before,
    After,
    From,
}

fn is_said(promised: &When, text: &str) -> bool {
    let years = years(text);
    let says = |year: i32, ways: &[Way]| years.iter().any(|(way, said)| *said == year && ways.contains(way));
    let loose = |date: &Date| date.certainty() != Certainty::Stated;
    let last = |date: &Date| {
        let within = says(date.year(), &[Way::Plain, Way::By]) || text.contains("within");
        loose(date) || within || says(date.year() + 1, &[Way::Before])
    };
    let first = |date: &Date| {
        loose(date) || says(date.year(), &[Way::Plain, Way::From]) || says(date.year() - 1, &[Way::After])
    };
    let both = |date: &Date| loose(date) || (says(date.year(), &[Way::Plain]) && names_month(date, text));
    match promised {
        When::Date(date) => loose(date) || says(date.year(), &[Way::Plain]) || !bounds(&years, date.year()),
        When::Interval(End::Date(start), End::Date(end)) => both(start) && both(end),
        When::Interval(End::Date(start), _) => first(start),
        When::Interval(_, End::Date(end)) => last(end),
        When::Interval(..) => false,
    }
}

/// Whether the text gives the year only as a bound, so that the date alone would firm it up.
fn bounds(years: &[(Way, i32)], year: i32) -> bool {
    years.iter().any(|(way, said)| *way != Way::Plain && (year - 1..=year + 1).contains(said))
}

/// An end finer than a year is a month that the text names, or half a year.
fn names_month(date: &Date, text: &str) -> bool {
    match date.part() {
        Part::Month(month) | Part::DayOf(month) | Part::Day(month, _) => {
            let half = month % 6 < 2 && text.contains("half");
            half || text.contains(Lang::En.language().locale.month(month.into(), "long"))
        }
        _ => true,
    }
}

/// Every year in a text, with the way in which the words before it speak of it.
fn years(text: &str) -> Vec<(Way, i32)> {
    let mut found = Vec::new();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for (place, word) in words.iter().enumerate() {
        let Some(year) = word.parse().ok().filter(|_| word.len() == 4) else { continue };
        // Between the word that bounds it and the year stands a month or a day at most.
        let before = &words[place.saturating_sub(3)..place];
        found.push((way(before), year));
    }
    found
}

fn way(before: &[&str]) -> Way {
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let month = |word: &&str| word.starts_with(char::is_uppercase);
    let mut back = before.iter().rev().skip_while(|word| (number(word) && word.len() < 3) || month(word));
    match (back.next().copied(), back.next().copied()) {
        (Some("than"), Some("earlier")) | (Some("before"), Some("expedition" | "not")) => Way::From,
        (Some("than"), Some("later")) | (Some("by"), _) => Way::By,
        (Some("before"), _) => Way::Before,
        (Some("after"), _) => Way::After,
        (Some("from"), _) => Way::From,
        _ => Way::Plain,
    }
}
