//! What the benchmark computes: the events in each peer's form, ratios and medians in its table, owners of functions.

use crate::contest::{Contest, Entry};
use crate::forms::{Peer, events_alone};
use crate::generated;
use crate::owner::owner;
use ilrs_explainer::site::record;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn every_event_is_in_every_form_once() {
    for events in [0, 1, 60, 500] {
        let record = generated::record(1, events);
        for peer in Peer::ALL {
            let form = peer.form(&record);
            assert_eq!(list(peer, &form).len(), events, "{}", peer.name());
            let text = form.to_string();
            for event in &record.events {
                let id = json!(event.id).to_string();
                assert_eq!(text.matches(&id).count(), 1, "{} has {id} once", peer.name());
                assert!(text.contains(&json!(event.title).to_string()), "{}: {}", peer.name(), event.title);
                assert!(text.contains(&json!(event.text).to_string()), "{}: {}", peer.name(), event.text);
            }
        }
    }
}

/// The events in a peer's form.
fn list(peer: Peer, form: &Value) -> &Vec<Value> {
    let list = if peer == Peer::TimelineJs { &form["events"] } else { form };
    list.as_array().expect("a list")
}

#[test]
fn the_explainer_gets_no_more_than_the_peers() {
    let record = generated::record(1, 60);
    let alone = events_alone(&record);
    assert!(alone.items().next().is_none() && alone.milestones.is_empty() && alone.conflicts.is_empty());
    let data = record::checked(&alone).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(data.events.len(), record.events.len());
}

#[test]
fn dates_are_days_that_exist() {
    let record = generated::record(2, 300);
    let form = Peer::VisTimeline.form(&record);
    for item in list(Peer::VisTimeline, &form) {
        let day = item["start"].as_str().expect("a day");
        let when = crate::support::day(day);
        assert!(when > crate::support::day("1800-01-01"), "{item}");
    }
    let form = Peer::TimelineJs.form(&record);
    for slide in list(Peer::TimelineJs, &form) {
        let part = |name: &str| slide["start_date"][name].as_i64().expect("a number");
        assert!((1..=12).contains(&part("month")) && (1..=31).contains(&part("day")), "{slide}");
    }
}

const PAINT: &str = "first contentful paint, ms";

fn entry(name: &str, ours: bool, paints: &[f64]) -> Entry {
    let loads = paints.iter().map(|paint| BTreeMap::from([(PAINT, *paint)])).collect();
    let fault = paints.is_empty().then(|| "the page did not finish in 60 s".to_string());
    Entry { name: name.to_string(), ours, events: 60, condition: "slow phone", loads, fault }
}

fn contest() -> Contest {
    let entries = vec![
        entry("explainer", true, &[900.0, 100.0, 200.0, 100.0, 300.0]),
        entry("a peer", false, &[800.0, 1_000.0]),
        entry("another", false, &[]),
    ];
    Contest { title: "A race", notes: vec!["How it was done.".to_string()], entries }
}

#[test]
fn ratios_come_first_and_are_ours_by_theirs() {
    let text = contest().markdown();
    let (ratios, medians) = text.split_once("Medians:").expect("both tables");
    let row = |table: &str, start: &str| -> Vec<String> {
        let line =
            table.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {table}"));
        line.split('|').map(|cell| cell.trim().to_string()).collect()
    };
    let place = row(ratios, "| events").iter().position(|head| head == PAINT).expect("a column");
    assert_eq!(row(ratios, "| 60 | explainer | a peer")[place], "0.22", "200 by 900");
    assert_eq!(row(ratios, "| 60 | explainer | another")[place], "they: not finished");
    assert_eq!(row(medians, "| 60 | explainer | 5")[place], "200");
    assert_eq!(row(medians, "| 60 | a peer | 2")[place], "900");
    assert_eq!(row(medians, "| 60 | another | 0")[place], "not finished");
    assert!(text.contains("another with 60 events: the page did not finish in 60 s"), "{text}");
    assert!(text.ends_with("- How it was done.\n"), "{text}");
}

#[test]
fn json_has_every_load() {
    let json = contest().json();
    assert_eq!(json["rows"][0]["medians"][PAINT], 200.0);
    assert_eq!(json["rows"][0]["loads"].as_array().map(Vec::len), Some(5));
    assert_eq!(json["rows"][2]["fault"], "the page did not finish in 60 s");
    assert_eq!(json["rows"][2]["medians"], Value::Object(Default::default()));
}

#[test]
fn a_function_belongs_to_the_crate_that_wrote_it() {
    let cases = [
        ("ilrs_explainer::model::query_result::QueryResult::new::h0123456789abcdef", "ilrs_explainer"),
        ("<yew::html::Html as core::fmt::Debug>::fmt", "yew"),
        ("<&mut dyn core::fmt::Write as core::fmt::Write>::write_str", "core"),
        ("core::ptr::drop_in_place<yew::html::Html>", "core"),
        ("<alloc::vec::Vec<T> as Drop>::drop", "alloc"),
        ("mount", "(exports and without a name)"),
        ("", "(exports and without a name)"),
    ];
    for (name, crate_) in cases {
        assert_eq!(owner(name), crate_, "{name}");
    }
}
