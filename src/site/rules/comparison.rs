//! What programmes are asked alike: no answer says more than the record does, and none more than the one beside it.
//!
//! What carries an answer are the statements of the things that it names as its grounds, as far as they cite one of its
//! sources and were known by its day.

use super::statements::{Place, answers};
use super::words::sentences;
use crate::model::claim::Confidence;
use crate::model::dataset::Diagnostic;
use crate::model::id::Type;
use crate::model::record::{Answer, Item, Question, Record};
use crate::model::when::When;
use crate::text::Lang;
use std::collections::BTreeSet;

/// A statement of the record, as an answer may rest on it.
struct Statement<'a> {
    /// Everything that it says, dates and names among it.
    says: Vec<&'a str>,
    since: Option<&'a str>,
    sources: &'a [String],
    /// Positions have no grade.
    confidence: Option<Confidence>,
}

impl Statement<'_> {
    fn carries(&self, answer: &Answer) -> bool {
        let day = |text: &str| text.parse().ok().map(|when: When| when.latest());
        let known = self.since.is_none_or(|since| day(since) <= answer.since.as_deref().and_then(day));
        known && self.sources.iter().any(|source| answer.sources.contains(source))
    }
}

/// Each ground of an answer carries it, each of its sources is that of something that does, and none of that is less
/// sure.
pub fn answers_are_carried(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (question, answer, _) in answers(record) {
        let mut problem =
            |text: &str, reason: &str| problems.push(place(question, answer).problem(text, reason));
        let mut carried: Vec<Statement> = Vec::new();
        for ground in &answer.grounds {
            let known = carried.len();
            carried.extend(of(record, ground).into_iter().filter(|it| it.carries(answer)));
            if carried.len() == known {
                problem(
                    ground,
                    "nothing that it says by the day of the answer has one of the answer’s sources",
                );
            }
        }
        for source in &answer.sources {
            if !carried.iter().any(|statement| statement.sources.contains(source)) {
                problem(source, "no statement that carries the answer has this source");
            }
        }
        let best = carried.iter().filter_map(|statement| statement.confidence).min();
        let grade = answer.confidence.as_deref().and_then(Confidence::parse);
        if grade < best || best.is_none() {
            let grade = answer.confidence.as_deref().unwrap_or_default();
            problem(grade, "an answer is no surer than the surest statement that carries it");
        }
    }
    problems
}

/// No number and no name stands in an answer that what carries it does not say, or that is not its ground’s own.
pub fn answers_say_what_carries_them(record: &Record) -> Vec<Diagnostic> {
    let names = names(record);
    let mut problems = Vec::new();
    for (question, answer, text) in answers(record) {
        let mut said: Vec<&str> = Vec::new();
        for ground in &answer.grounds {
            said.extend(called(record, ground));
            let carried = of(record, ground).into_iter().filter(|it| it.carries(answer));
            said.extend(carried.flat_map(|statement| statement.says));
        }
        let said: BTreeSet<String> = said.into_iter().flat_map(words).map(plain).collect();
        for (word, starts) in sentences(text).into_iter().flat_map(starting) {
            let told = if starts { names.contains(word) } else { word.starts_with(char::is_uppercase) };
            if (told || number(word)) && !is_said(word, &said) {
                let reason = "no statement that carries the answer says so";
                problems.push(place(question, answer).problem(word, reason));
            }
        }
    }
    problems
}

/// All answers to a question have as many sentences.
pub fn answers_are_alike(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for question in &record.comparison {
        let texts = question.answers.iter().filter_map(|answer| answer.text.as_deref());
        let numbers: BTreeSet<usize> = texts.map(|text| sentences(text).len()).collect();
        if numbers.len() > 1 {
            let at = Place { list: "comparison", id: &question.id, field: "answers" };
            problems.push(at.problem("", "the answers to a question have as many sentences each"));
        }
    }
    problems
}

fn place<'a>(question: &'a Question, answer: &'a Answer) -> Place<'a> {
    Place { list: "comparison", id: &question.id, field: &answer.programme }
}

/// What the thing with this id states.
fn of<'a>(record: &'a Record, id: &str) -> Vec<Statement<'a>> {
    let items = record.items().filter(|item| item.id == id).flat_map(claims);
    let events = record.events.iter().filter(|event| event.id == id).map(|event| Statement {
        says: vec![&event.title, &event.text, &event.date],
        since: Some(&event.date),
        sources: &event.sources,
        confidence: Confidence::parse(&event.confidence),
    });
    let promises =
        record.promises.iter().filter(|promise| promise.milestone == id).map(|promise| Statement {
            says: vec![
                &promise.text,
                &promise.who,
                &promise.stated,
                promise.promised.as_deref().unwrap_or(""),
            ],
            since: Some(&promise.stated),
            sources: &promise.sources,
            confidence: Confidence::parse(&promise.confidence),
        });
    let positions = record.conflicts.iter().filter(|conflict| conflict.id == id);
    let positions = positions.flat_map(|conflict| &conflict.positions).map(|position| Statement {
        says: [&position.text, &position.since]
            .into_iter()
            .chain(&position.holders)
            .map(|it| &**it)
            .collect(),
        since: Some(&position.since),
        sources: &position.sources,
        confidence: None,
    });
    items.chain(events).chain(promises).chain(positions).collect()
}

fn claims(item: &Item) -> impl Iterator<Item = Statement<'_>> {
    item.claims.iter().map(|claim| Statement {
        says: [&claim.text, &claim.value, &claim.since].into_iter().flatten().map(|it| &**it).collect(),
        since: claim.since.as_deref(),
        sources: &claim.sources,
        confidence: Confidence::parse(&claim.confidence),
    })
}

/// What the thing with this id is called.
fn called<'a>(record: &'a Record, id: &str) -> Vec<&'a str> {
    let items = record.items().filter(|item| item.id == id);
    let names = items.flat_map(|item| std::iter::once(&item.name).chain(&item.aliases));
    let labels = record.milestones.iter().filter(|milestone| milestone.id == id).map(|it| &it.label);
    names.chain(labels).map(String::as_str).collect()
}

/// Words that name something, by which the first word of a sentence is told from any other: those of the names of
/// things.
fn names(record: &Record) -> BTreeSet<&str> {
    let called = Type::ITEMS.iter().flat_map(|kind| record.items_of(*kind)).map(|item| &item.name);
    called.flat_map(|name| words(name)).filter(|word| word.starts_with(char::is_uppercase)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a sentence, each with whether it is the first.
fn starting(sentence: &str) -> impl Iterator<Item = (&str, bool)> {
    words(sentence).enumerate().map(|(place, word)| (word, place == 0))
}

/// The numbers that are written out, from one on. The record’s texts are English, as the page is that words them so.
fn numbers() -> &'static [&'static str] {
    let numbers = Lang::En.language().locale.numbers.first();
    numbers.map_or(&[], |numbers| &numbers.words[1..])
}

/// The months by name, in their order.
fn months() -> &'static [&'static str] {
    let months = Lang::En.language().locale.months.iter().find(|months| months.style == "long");
    months.map_or(&[], |months| &months.words)
}

/// Whether a word is a number. “One” is mostly none.
fn number(word: &str) -> bool {
    word.contains(|sign: char| sign.is_ascii_digit())
        || numbers().iter().skip(1).any(|number| *number == word)
}

/// Whether a word stands in what is said, a number in either form, a month in a date.
fn is_said(word: &str, said: &BTreeSet<String>) -> bool {
    let place =
        |all: &[&str]| all.iter().position(|other| *other == word).map(|place| (place + 1).to_string());
    let written = word.parse().ok().and_then(|number: usize| numbers().get(number.checked_sub(1)?));
    let other = place(numbers()).or(place(months())).or(written.map(|it| it.to_string()));
    said.contains(&plain(word)) || other.is_some_and(|other| said.contains(&other))
}

/// A word as it is compared: small, and a number without the noughts before it.
fn plain(word: &str) -> String {
    let bare = word.trim_start_matches('0');
    if bare.starts_with(|sign: char| sign.is_ascii_digit()) { bare.into() } else { word.to_lowercase() }
}
