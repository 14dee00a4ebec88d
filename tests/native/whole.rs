//! With scripts off nothing of the record is lost: every statement and every source stands in the HTML.

use crate::support::{dataset, record};
use ilrs_explainer::model::record::{Item, Record};
use ilrs_explainer::site::page;
use std::rc::Rc;

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn items(record: &Record) -> impl Iterator<Item = &Item> {
    [&record.participants, &record.people, &record.missions, &record.facilities, &record.phases]
        .into_iter()
        .flatten()
}

/// Every text of the record that a reader is to read.
fn texts(record: &Record) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for item in items(record) {
        all.extend(
            [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()].into_iter().flatten().map(String::as_str),
        );
        all.extend(item.claims.iter().filter_map(|claim| claim.text.as_deref()));
    }
    all.extend(record.milestones.iter().map(|milestone| milestone.label.as_str()));
    all.extend(record.promises.iter().flat_map(|promise| [promise.text.as_str(), &promise.who]));
    all.extend(record.events.iter().flat_map(|event| [event.title.as_str(), &event.text]));
    for conflict in &record.conflicts {
        all.extend(
            [Some(&conflict.question), conflict.reading.as_ref()].into_iter().flatten().map(String::as_str),
        );
        for position in &conflict.positions {
            all.push(&position.text);
            all.extend(position.holders.iter().map(String::as_str));
        }
    }
    all.extend(record.counts.iter().flat_map(|count| [count.who.as_str(), &count.of, &count.text]));
    all.retain(|text| !text.is_empty());
    all
}

#[test]
fn every_statement_is_in_the_page() {
    let html = page::app(&Rc::new(dataset()), "").expect("the page renders");
    let missing: Vec<&str> =
        texts(record()).into_iter().filter(|text| !html.contains(&escaped(text))).collect();
    assert!(missing.is_empty(), "{} missing: {missing:#?}", missing.len());
}

#[test]
fn every_card_has_its_address() {
    let html = page::app(&Rc::new(dataset()), "").expect("the page renders");
    let record = record();
    let lists = [
        ("participant", &record.participants),
        ("person", &record.people),
        ("mission", &record.missions),
        ("facility", &record.facilities),
        ("phase", &record.phases),
    ];
    let items =
        lists.into_iter().flat_map(|(kind, list)| list.iter().map(move |item| format!("{kind}-{}", item.id)));
    let events = record.events.iter().map(|event| format!("event-{}", event.id));
    let milestones = record.milestones.iter().map(|milestone| format!("milestone-{}", milestone.id));
    let conflicts = record.conflicts.iter().map(|conflict| format!("conflict-{}", conflict.id));
    for id in items.chain(events).chain(milestones).chain(conflicts) {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn every_source_cited_leads_there() {
    let data = Rc::new(dataset());
    let html = page::app(&data, "").expect("the page renders");
    for source in &data.sources {
        assert!(html.contains(&format!("href=\"sources/#source-{}\"", source.id)), "{}", source.id);
    }
}
