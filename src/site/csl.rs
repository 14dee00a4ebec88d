//! The sources as CSL-JSON, which reference managers read.

use crate::model::record::{Record, Source};
use crate::model::source::Reading;
use crate::model::when::{Certainty, Date, End, Part, When};
use serde_json::{Value, json};

/// Every source.
pub fn list(record: &Record) -> Value {
    record.sources.iter().map(entry).collect()
}

fn entry(source: &Source) -> Value {
    let mut value = json!({
        "id": source.id,
        "type": kind(&source.kind),
        "title": source.title,
        "publisher": source.publisher,
        "language": source.lang,
    });
    if kind(&source.kind) == "article-newspaper" {
        value["container-title"] = json!(source.publisher);
    }
    if let Some(issued) = source.date.as_deref().and_then(issued) {
        value["issued"] = issued;
    }
    if let Some(url) = &source.url {
        value["URL"] = json!(url);
    }
    let described = source.described.then_some("title described, not quoted");
    let reading = match Reading::parse(&source.read) {
        Some(Reading::Title) => Some("text not read, a title or a summary alone"),
        Some(Reading::Copy) => Some("text read on a copy"),
        _ => None,
    };
    let notes: Vec<&str> = described.into_iter().chain(reading).chain(source.via.as_deref()).collect();
    if !notes.is_empty() {
        value["note"] = json!(notes.join("; "));
    }
    value
}

fn kind(kind: &str) -> &'static str {
    match kind {
        "agency" | "trade" | "press" => "article-newspaper",
        "note" => "webpage",
        _ => "document",
    }
}

/// A date in CSL's parts, said to be about where it is; what has no parts stands as it is written.
pub(super) fn issued(edtf: &str) -> Option<Value> {
    let when: When = edtf.parse().ok()?;
    let parts: Option<Vec<Value>> = match when {
        When::Date(date) => parts(&date).map(|date| vec![date]),
        When::Interval(End::Date(start), End::Date(end)) => {
            parts(&start).zip(parts(&end)).map(|(a, b)| vec![a, b])
        }
        When::Interval(..) => None,
    };
    let mut value = parts.map_or_else(|| json!({ "literal": edtf }), |parts| json!({ "date-parts": parts }));
    if when.certainty() != Certainty::Stated {
        value["circa"] = json!(true);
    }
    Some(value)
}

fn parts(date: &Date) -> Option<Value> {
    match date.part() {
        Part::Year | Part::SomeMonth | Part::SomeDay => Some(json!([date.year()])),
        Part::Month(month) | Part::DayOf(month) => Some(json!([date.year(), month])),
        Part::Day(month, day) => Some(json!([date.year(), month, day])),
        Part::Century | Part::Decade | Part::Season(_) => None,
    }
}
