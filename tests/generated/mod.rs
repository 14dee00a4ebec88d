//! Records of any size for tests and measurements, made up from a seed: the same seed and size, the same record.
//!
//! Nothing in them is true, but everything is shaped like the real one: dates of every form, three scripts, weak
//! and withdrawn promises, disagreements. Each is valid, whatever the seed.

pub mod chance;
mod dates;
mod items;
mod milestones;
mod words;

use chance::Chance;
use ilrs_explainer::model::record::{Conflict, Event, Position, Record, Source};
use ilrs_explainer::model::when::When;

/// The cut-off of every generated record.
const AS_OF: &str = "2026-09-13";

const KINDS: [&str; 7] = ["agreement", "launch", "landing", "statement", "construction", "loss", "other"];

/// A record with this many events, and with milestones, promises and conflicts in proportion.
pub fn record(seed: u64, events: usize) -> Record {
    sized(seed, events, 5)
}

/// The same with so many missions of each family, where it is the things that are to be many.
pub fn sized(seed: u64, events: usize, missions: usize) -> Record {
    let mut chance = Chance::new(seed);
    let mut record = Record { as_of: AS_OF.to_string(), ..Record::default() };
    record.sources = sources(&mut chance);
    items::fill(&mut record, missions, &mut chance);
    record.events = (0..events).map(|number| event(&record, number, &mut chance)).collect();
    record.events.sort_by_cached_key(|event| (span(&event.date), event.id.clone()));
    let milestones = (events / 20).min(10).max(events / 100).clamp(1, 200);
    milestones::fill(&mut record, milestones, &mut chance);
    let conflicts = record.milestones.len().div_ceil(2);
    record.conflicts = (0..conflicts).map(|number| conflict(&record, number, &mut chance)).collect();
    record
}

/// By what a record is in order of dates.
fn span(date: &str) -> (i32, i32) {
    let when: When = date.parse().unwrap_or_else(|_| panic!("a date was made up that is none: {date}"));
    (when.known_start(), when.known_end())
}

fn sources(chance: &mut Chance) -> Vec<Source> {
    let kinds = ["official", "agency", "trade", "press", "reference", "copy", "note"];
    let source = |number: usize| {
        let publisher = words::PUBLISHERS[number % words::PUBLISHERS.len()];
        let date = dates::day(chance, 2004);
        Source {
            id: format!("{}-{date}-{number}", publisher.to_lowercase()),
            publisher: publisher.to_string(),
            date: (!chance.in_hundred(10)).then_some(date),
            kind: chance.pick(&kinds).to_string(),
            lean: chance.pick(&["high", "medium", "low"]).to_string(),
            title: words::sentence(chance, 4, 9),
            lang: chance.pick(&["en", "zh", "ru"]).to_string(),
            read: ["", "read", "title", "copy"][number % 4].to_string(),
            ..Source::default()
        }
    };
    (0..50).map(source).collect()
}

fn event(record: &Record, number: usize, chance: &mut Chance) -> Event {
    Event {
        id: format!("event-{number}"),
        date: dates::past(chance, 1957),
        kind: chance.pick(&KINDS).to_string(),
        title: words::title(record, chance),
        text: words::sentence(chance, 5, 25),
        about: about(record, chance, 4),
        milestone: None,
        sources: cited(record, chance),
        confidence: confidence(chance),
    }
}

fn conflict(record: &Record, number: usize, chance: &mut Chance) -> Conflict {
    let mut touched = vec![chance.pick(&record.milestones).id.clone()];
    if !record.events.is_empty() {
        touched.push(chance.often(&record.events).id.clone());
    }
    touched.push(chance.often(&record.participants).id.clone());
    let position = |_| Position {
        text: words::sentence(chance, 3, 12),
        holders: vec![chance.pick(&record.participants).name.clone()],
        since: dates::past(chance, 1970),
        sources: cited(record, chance),
    };
    let positions: Vec<Position> = (0..2 + number % 3).map(position).collect();
    Conflict {
        id: format!("conflict-{number}"),
        question: format!("{}?", words::sentence(chance, 4, 10)),
        about: touched.split_off(chance.below(touched.len())),
        positions,
        reading: chance.in_hundred(50).then(|| words::sentence(chance, 5, 15)),
    }
}

/// Up to so many different ids of items: mostly participants and missions, some much more often than others.
fn about(record: &Record, chance: &mut Chance, most: usize) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for _ in 0..chance.below(most + 1) {
        let list = match chance.below(10) {
            0..5 => &record.participants,
            5..8 => &record.missions,
            8 => chance.pick(&[&record.people, &record.facilities]),
            _ => &record.phases,
        };
        let id = &chance.often(list).id;
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

/// One to three different sources.
fn cited(record: &Record, chance: &mut Chance) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for _ in 0..1 + chance.below(3) {
        let id = &chance.pick(&record.sources).id;
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

fn confidence(chance: &mut Chance) -> String {
    let word = match chance.below(20) {
        0..10 => "high",
        10..16 => "medium",
        16..19 => "low",
        _ => "unconfirmed",
    };
    word.to_string()
}
