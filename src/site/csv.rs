//! The dated part of the record as a table, by RFC 4180: a row for each event and each promise.

use crate::model::record::{Event, Promise, Record};
use crate::model::when::{Day, When};

/// What stands in each column.
const HEAD: [&str; 14] = [
    "id",
    "type",
    "date",
    "earliest",
    "latest",
    "title",
    "kind",
    "stated",
    "who",
    "text",
    "confidence",
    "about",
    "sources",
    "addresses",
];

/// What says to a spreadsheet that the table is written in UTF-8; without it, it guesses.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The table, with a head. Dates are EDTF; earliest and latest are the days they span, empty where open.
pub fn table(record: &Record) -> String {
    let mut rows = vec![row(&HEAD.map(str::to_string))];
    rows.extend(record.events.iter().map(|event| row(&of_event(record, event))));
    rows.extend(record.promises.iter().map(|promise| row(&of_promise(record, promise))));
    format!("{BYTE_ORDER_MARK}{}", rows.concat())
}

fn of_event(record: &Record, event: &Event) -> [String; 14] {
    let (earliest, latest) = span(&event.date);
    [
        event.id.clone(),
        "event".to_string(),
        event.date.clone(),
        earliest,
        latest,
        event.title.clone(),
        event.kind.clone(),
        String::new(),
        String::new(),
        event.text.clone(),
        event.confidence.clone(),
        event.about.join(" "),
        event.sources.join(" "),
        addresses(record, &event.sources),
    ]
}

fn of_promise(record: &Record, promise: &Promise) -> [String; 14] {
    let milestone = record.milestones.iter().find(|milestone| milestone.id == promise.milestone);
    let (label, kind) = milestone.map_or(("", ""), |milestone| (&milestone.label, &milestone.kind));
    let date = promise.promised.clone().unwrap_or_default();
    let (earliest, latest) = span(&date);
    [
        promise.id.clone(),
        "promise".to_string(),
        date,
        earliest,
        latest,
        label.to_string(),
        kind.to_string(),
        promise.stated.clone(),
        promise.who.clone(),
        promise.text.clone(),
        promise.confidence.clone(),
        promise.milestone.clone(),
        promise.sources.join(" "),
        addresses(record, &promise.sources),
    ]
}

fn addresses(record: &Record, ids: &[String]) -> String {
    let cited = ids.iter().filter_map(|id| record.sources.iter().find(|source| source.id == *id));
    cited.filter_map(|source| source.url.as_deref()).collect::<Vec<_>>().join(" ")
}

fn span(edtf: &str) -> (String, String) {
    let day = |day: Day| match day {
        Day::MIN | Day::MAX => String::new(),
        day => When::from_day(day).to_string(),
    };
    edtf.parse().map_or_else(|_| Default::default(), |when: When| (day(when.earliest()), day(when.latest())))
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(",") + "\r\n"
}

/// What begins a formula: full-width signs too, where the keyboard has them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell, quoted where it has to be. One that a spreadsheet would take for a formula gets an apostrophe first.
pub fn cell(text: &str) -> String {
    let formula = text.starts_with(FORMULA);
    let text = if formula { format!("'{text}") } else { text.to_string() };
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
