//! Promised dates as a calendar, by RFC 5545. Each stands on one whole day, the last of those promised, since a calendar
//! would draw years as a bar; none claims to be surer than it is: its summary says the date in words wherever that is no
//! exact day, its status is tentative.

use super::record;
use crate::model::dataset::Dataset;
use crate::model::entry::entries;
use crate::model::record::{Promise, Record};
use crate::model::when::{Day, When};
use crate::text::{Lang, Promised};

/// What is still to come: for each milestone not reached the promise that decides at the cut-off.
pub fn planned(record: &Record, data: &Dataset, lang: Lang) -> String {
    let mut deciding = Vec::new();
    for entry in entries(data, data.day(None)) {
        let Some(place) = entry.promise else { continue };
        let of = record.promises.iter().filter(|promise| promise.milestone == **data.id(entry.at));
        deciding.extend(of.skip(place).take(1));
    }
    calendar(record, &deciding, lang)
}

/// Every promise ever made, from which a script keeps those that decided on another day.
pub fn promised(record: &Record, lang: Lang) -> String {
    calendar(record, &record.promises.iter().collect::<Vec<_>>(), lang)
}

fn calendar(record: &Record, promises: &[&Promise], lang: Lang) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_string(),
        "VERSION:2.0".to_string(),
        format!("PRODID:-//ilrs-explainer//{}//{}", env!("CARGO_PKG_VERSION"), lang.code().to_uppercase()),
        "CALSCALE:GREGORIAN".to_string(),
        format!("X-WR-CALNAME:{}", escape(record::title(record, lang))),
    ];
    for promise in promises {
        lines.extend(event(record, promise, lang).unwrap_or_default());
    }
    lines.push("END:VCALENDAR".to_string());
    lines.iter().map(|line| fold(line) + "\r\n").collect()
}

/// One promise; nothing for a date withdrawn. An open end counts as the known one.
fn event(record: &Record, promise: &Promise, lang: Lang) -> Option<Vec<String>> {
    let when: When = promise.promised.as_deref()?.parse().ok()?;
    let label = record.milestones.iter().find(|milestone| milestone.id == promise.milestone)?.label.clone();
    let words = lang.text().when(&when);
    let summary = if when.exact_day().is_some() { label } else { format!("{label} ({words})") };
    Some(vec![
        "BEGIN:VEVENT".to_string(),
        format!("UID:{}@ilrs-explainer", promise.id),
        format!("X-PROMISE:{}", promise.id),
        format!("DTSTAMP:{}T000000Z", record.as_of.replace('-', "")), // of the record, so that builds are alike
        format!("DTSTART;VALUE=DATE:{}", day(when.known_end())),
        format!("DTEND;VALUE=DATE:{}", day(when.known_end() + 1)), // the day after the last
        format!("SUMMARY:{}", escape(&summary)),
        format!("DESCRIPTION:{}", escape(&description(record, promise, &when, lang))),
        "STATUS:TENTATIVE".to_string(),
        "TRANSP:TRANSPARENT".to_string(),
        "END:VEVENT".to_string(),
    ])
}

fn description(record: &Record, promise: &Promise, when: &When, lang: Lang) -> String {
    let stated = promise.stated.parse().ok();
    let cited = record.cited(&promise.sources);
    let named = cited.map(|source| match &source.url {
        Some(url) => format!("{} {url}", source.publisher),
        None => source.publisher.clone(),
    });
    let sources = named.collect::<Vec<_>>().join("; ");
    let Promise { who, text, confidence, .. } = promise;
    lang.static_text().promised(&Promised {
        when,
        who,
        stated: stated.as_ref(),
        text,
        confidence,
        sources: &sources,
    })
}

fn day(day: Day) -> String {
    When::from_day(day).to_string().replace('-', "")
}

/// A text as a value: what would end it is escaped.
pub fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line of at most 75 octets, the rest on lines that begin with a space; no character is cut.
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out
}
