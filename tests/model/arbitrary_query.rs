//! Generated questions to generated records: a seed, a size, and a query made of what stands in that record.

use crate::generated;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::query::{Choice, Query};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::model::when::{Day, When};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt;

/// A question. Its parts are places, looked up in the record: so it gets simpler as the record gets smaller.
#[derive(Clone)]
pub struct Asked {
    pub seed: u64,
    pub events: usize,
    words: Vec<(Index, Shape)>,
    choices: Vec<(Index, Index)>,
    from: Option<Edge>,
    to: Option<Edge>,
    as_of: Option<(Index, Day)>,
}

/// What a reader makes of a word of the record.
#[derive(Clone, Copy, Debug)]
enum Shape {
    AsItStands,
    Loud,
    Start,
    NoApostrophe,
    Nonsense,
}

/// One end of the years that are looked at: a date, or a day on which the record changes or one beside it.
#[derive(Clone, Copy, Debug)]
enum Edge {
    Date(&'static str),
    Day(Index, Day),
}

/// Dates to look between.
const YEARS: [&str; 10] =
    ["1957", "1983", "2008", "2019", "2026", "2034", "2021-06", "201X", "2019/2024", "../2030"];

/// Any question to a record of up to 300 events.
pub fn asked() -> impl Strategy<Value = Asked> {
    let shape =
        select(vec![Shape::AsItStands, Shape::Start, Shape::Loud, Shape::NoApostrophe, Shape::Nonsense]);
    let events = prop_oneof![1 => Just(0_usize), 3 => 1..20_usize, 4 => 20..300_usize];
    let words = prop_oneof![2 => Just(Vec::new()), 1 => vec((any::<Index>(), shape), 1..3)];
    let edge = || {
        let day = (any::<Index>(), -1..=1).prop_map(|(at, off)| Edge::Day(at, off));
        option::weighted(0.25, prop_oneof![select(&YEARS[..]).prop_map(Edge::Date), day])
    };
    let choices = vec(any::<(Index, Index)>(), 0..5);
    let as_of = option::weighted(0.5, (any::<Index>(), -1..=1));
    (0..64_u64, events, words, choices, edge(), edge(), as_of).prop_map(
        |(seed, events, words, choices, from, to, as_of)| Asked {
            seed,
            events,
            words,
            choices,
            from,
            to,
            as_of,
        },
    )
}

impl Asked {
    /// The record that is asked.
    pub fn record(&self) -> Record {
        generated::record(self.seed, self.events)
    }

    /// The query, in the words and ids of its record.
    pub fn query(&self, record: &Record) -> Query {
        let mut choices: [Choice; 7] = Default::default();
        for (facet, value) in &self.choices {
            let facet = *facet.get(Facet::ALL);
            choices[facet as usize].insert(value.get(&values(record, facet)).as_str().into());
        }
        let words = words(record);
        let words: Vec<String> =
            self.words.iter().map(|(at, shape)| shape.of(at.get::<String>(&words))).collect();
        let days = days(record);
        let date = |edge: Edge| match edge {
            Edge::Date(text) => text.parse().ok(),
            Edge::Day(at, off) => Some(When::from_day(at.get(&days) + off)),
        };
        Query {
            text: words.join(" ").into(),
            choices,
            from: self.from.and_then(date),
            to: self.to.and_then(date),
            as_of: self.as_of.map(|(at, off)| at.get(&days) + off),
            ..Query::default()
        }
    }
}

/// What is needed to ask the same again.
impl fmt::Debug for Asked {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let query = self.query(&self.record());
        let words = if query.text.is_empty() { String::new() } else { format!(" (“{}”)", query.text) };
        write!(out, "seed {}, {} events, ?{}{words}", self.seed, self.events, query.to_url())
    }
}

impl Shape {
    fn of(self, word: &str) -> String {
        match self {
            Shape::AsItStands => word.to_string(),
            Shape::Loud => word.to_uppercase(),
            Shape::Start => word.chars().take(3).collect(),
            Shape::NoApostrophe => word.replace(['\'', '’'], ""),
            Shape::Nonsense => format!("{word}qx"),
        }
    }
}

/// Every value of a facet that the record has.
pub fn values(record: &Record, facet: Facet) -> Vec<String> {
    let ids = match facet.ids() {
        None => return facet.words().into_iter().map(str::to_string).collect(),
        Some(Type::Milestone) => return record.milestones.iter().map(|entry| entry.id.clone()).collect(),
        Some(Type::Participant) => &record.participants,
        Some(Type::Mission) => &record.missions,
        Some(Type::Phase) => &record.phases,
        Some(other) => panic!("no facet has ids of type {other}"),
    };
    ids.iter().map(|item| item.id.clone()).collect()
}

/// Words from everything that is searched.
fn words(record: &Record) -> Vec<String> {
    let titles = record.events.iter().flat_map(|event| [&event.title, &event.text]);
    let labels = record.milestones.iter().map(|milestone| &milestone.label);
    let sayings = record.promises.iter().flat_map(|promise| [&promise.who, &promise.text]);
    let names = record
        .participants
        .iter()
        .chain(&record.missions)
        .flat_map(|item| item.zh.iter().chain([&item.name]));
    let questions = record.conflicts.iter().map(|conflict| &conflict.question);
    let all = names.chain(labels).chain(titles).chain(sayings).chain(questions);
    all.flat_map(|text| text.split_whitespace()).map(str::to_string).collect()
}

/// The days on which the record changes, and a year after the last.
pub fn days(record: &Record) -> Vec<Day> {
    let dates = record.events.iter().map(|event| &event.date);
    let stated = record.promises.iter().map(|promise| &promise.stated);
    let held =
        record.conflicts.iter().flat_map(|conflict| &conflict.positions).map(|position| &position.since);
    let all = dates.chain(stated).chain(held).chain([&record.as_of]);
    let mut days: Vec<Day> =
        all.filter_map(|date| date.parse().ok()).map(|date: When| date.latest()).collect();
    days.extend(days.iter().max().map(|last| last + 365));
    days.sort();
    days
}
