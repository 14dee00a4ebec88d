//! The record as files: a table, a calendar and references that other programs can read.

use crate::support::{dataset, day, record};
use ilrs_explainer::model::entry::entries;
use ilrs_explainer::model::when::When;
use ilrs_explainer::site::{csl, csv, ics};
use ilrs_explainer::text::Lang;
use serde_json::Value;
use std::collections::BTreeSet;

/// The rows of a table by RFC 4180, read plainly beside the program that wrote it.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the table ends with a line");
    rows
}

#[test]
fn the_table_has_a_row_for_each_event_and_promise() {
    let table = csv::table(record());
    let table = table.strip_prefix(csv::BYTE_ORDER_MARK).expect("a spreadsheet is told of UTF-8");
    let rows = rows(table);
    let (head, rows) = rows.split_first().expect("a head");
    assert!(rows.iter().all(|row| row.len() == head.len()));
    let ids: BTreeSet<&str> = rows.iter().map(|row| &*row[0]).collect();
    let events = record().events.iter().map(|event| &*event.id);
    assert_eq!(ids, events.chain(record().promises.iter().map(|promise| &*promise.id)).collect());
    let at =
        |name: &str| head.iter().position(|column| column == name).unwrap_or_else(|| panic!("no {name}"));
    for row in rows {
        assert!(!row[at("title")].is_empty() && !row[at("sources")].is_empty(), "{row:?}");
        let Ok(when) = row[at("date")].parse::<When>() else {
            assert_eq!((&*row[at("type")], &*row[at("date")]), ("promise", ""));
            continue;
        };
        for (name, days) in [("earliest", when.earliest()), ("latest", when.latest())] {
            let cell = &row[at(name)];
            assert!(
                if cell.is_empty() { [i32::MIN, i32::MAX].contains(&days) } else { day(cell) == days },
                "{row:?}"
            );
        }
    }
}

#[test]
fn cells_are_quoted_and_no_formulas() {
    for (text, cell) in [
        ("plain", "plain"),
        ("a, b", "\"a, b\""),
        ("say “so”", "say “so”"),
        ("say \"so\"", "\"say \"\"so\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"),
        ("+7", "'+7"),
        ("-89.5", "'-89.5"),
        ("@home, =x", "\"'@home, =x\""),
        ("＝1", "'＝1"),
        ("\n=1", "\"'\n=1\""),
        ("../2029", "../2029"),
        ("", ""),
    ] {
        assert_eq!(csv::cell(text), cell, "{text}");
    }
}

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.split_terminator("\r\n").map(str::to_string).collect()
}

/// Each event of a calendar as its lines.
fn events(calendar: &str) -> Vec<Vec<String>> {
    let lines = lines(calendar);
    assert_eq!((&*lines[0], &**lines.last().expect("a line")), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let mut events = Vec::new();
    for line in lines {
        match line.as_str() {
            "BEGIN:VEVENT" => events.push(Vec::new()),
            _ => events.last_mut().into_iter().for_each(|event| event.push(line.clone())),
        }
    }
    events
}

fn value<'a>(event: &'a [String], name: &str) -> &'a str {
    event.iter().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("no {name} in {event:#?}"))
}

/// The day after one, as a calendar writes both.
fn next(date: &str) -> String {
    let dashed = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]);
    When::from_day(day(&dashed) + 1).to_string().replace('-', "")
}

#[test]
fn the_calendar_holds_what_is_still_promised() {
    let data = dataset();
    let calendar = ics::planned(record(), &data, Lang::En);
    let planned = entries(&data, data.day(None))
        .into_iter()
        .filter(|entry| entry.deciding(&data).is_some_and(|promise| promise.promised.is_some()));
    let milestones: BTreeSet<String> = planned.map(|entry| data.id(entry.at).to_string()).collect();
    let events = events(&calendar);
    let of = |event: &Vec<String>| {
        let promise = record().promises.iter().find(|promise| promise.id == value(event, "X-PROMISE:"));
        promise.expect("it is in the record").milestone.clone()
    };
    assert_eq!(events.len(), milestones.len());
    assert_eq!(events.iter().map(of).collect::<BTreeSet<_>>(), milestones);
    for event in &events {
        let (start, end) = (value(event, "DTSTART;VALUE=DATE:"), value(event, "DTEND;VALUE=DATE:"));
        assert!(next(start) == end, "one day: {event:#?}");
        assert_eq!(value(event, "DTSTAMP:"), "20261010T000000Z");
        assert_eq!(value(event, "STATUS:"), "TENTATIVE");
        assert!(value(event, "DESCRIPTION:").starts_with("Promised\\, not certain: "), "{event:#?}");
    }
}

#[test]
fn an_uncertain_date_says_so_in_its_summary() {
    let all = events(&ics::promised(record(), Lang::En));
    let of = |id: &str| {
        all.iter().find(|event| value(event, "X-PROMISE:") == id).unwrap_or_else(|| panic!("{id}"))
    };
    let by = of("ilrs-basic-completion-2025-05-08");
    assert!(value(by, "SUMMARY:").contains("2036)"), "{by:#?}");
    assert_eq!((value(by, "DTSTART;VALUE=DATE:"), value(by, "DTEND;VALUE=DATE:")), ("20361231", "20370101"));
    let exact = of("luna-25-launch-2020-03-17");
    assert!(!value(exact, "SUMMARY:").contains('('), "{exact:#?}");
    assert_eq!(
        (value(exact, "DTSTART;VALUE=DATE:"), value(exact, "DTEND;VALUE=DATE:")),
        ("20211001", "20211002")
    );
    let dated = record().promises.iter().filter(|promise| promise.promised.is_some()).count();
    assert_eq!(all.len(), dated);
    let ids: BTreeSet<&str> = all.iter().map(|event| value(event, "UID:")).collect();
    assert_eq!(ids.len(), dated, "each promise has an id of its own");
}

#[test]
fn lines_fold_between_characters() {
    assert_eq!(ics::fold("short"), "short");
    let long = ics::fold(&"月".repeat(60));
    assert!(long.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(long.replace("\r\n ", ""), "月".repeat(60));
    assert_eq!(ics::fold(&"a".repeat(75)), "a".repeat(75));
    assert_eq!(ics::fold(&"a".repeat(76)), format!("{}\r\n a", "a".repeat(75)));
    assert_eq!(ics::escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
}

#[test]
fn references_have_every_source_and_no_invented_day() {
    let list = csl::list(record());
    let list = list.as_array().expect("a list");
    assert_eq!(list.len(), record().sources.len());
    for (entry, source) in list.iter().zip(&record().sources) {
        assert_eq!(
            (entry["id"].as_str(), entry["title"].as_str()),
            (Some(&*source.id), Some(&*source.title))
        );
        assert_eq!(entry["URL"].as_str(), source.url.as_deref());
        let Some(date) = &source.date else {
            assert_eq!(entry["issued"], Value::Null);
            continue;
        };
        let parts = |date: &Value| date.as_array().map_or(0, Vec::len);
        let given =
            date.split('/').next().unwrap_or(date).split('-').filter(|part| !part.contains('X')).count();
        assert!(parts(&entry["issued"]["date-parts"][0]) <= given, "{}: {}", source.id, entry["issued"]);
        assert_eq!(entry["issued"]["circa"] == true, date.contains(['?', '~', '%']), "{}", source.id);
    }
}

#[test]
fn places_are_those_of_the_app() {
    let (record, data) = (record(), dataset());
    for (item, of) in record.items().zip(data.all_items()) {
        assert_eq!(item.id, *of.id);
        let fields = |claim: &ilrs_explainer::model::claim::Claim| claim.field.to_string();
        assert_eq!(
            item.claims.iter().map(|claim| claim.field.clone()).collect::<Vec<_>>(),
            of.claims.iter().map(fields).collect::<Vec<_>>()
        );
        for (claim, other) in item.claims.iter().zip(&of.claims) {
            let ids: Vec<String> =
                other.sources.iter().map(|no| data.sources[no.0 as usize].id.to_string()).collect();
            assert_eq!(claim.sources, ids, "{}", item.id);
        }
    }
    for milestone in &data.milestones {
        let published = record.promises.iter().filter(|promise| promise.milestone == *milestone.id);
        for (promise, other) in published.zip(&milestone.promises) {
            assert_eq!((promise.stated.clone(), &*promise.who), (other.stated.to_string(), &*other.who));
            assert_eq!(promise.promised, other.promised.map(|when| when.to_string()));
        }
    }
}
