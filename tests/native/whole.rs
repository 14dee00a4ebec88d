//! With scripts off nothing of the record is lost: every statement and every source stands in the HTML.

use crate::support::{dataset, record, standing, values};
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::item::{self, ItemPage, ItemPageProps};
use ilrs_explainer::site::page;
use ilrs_explainer::site::whole_record::{Whole, WholeProps};
use ilrs_explainer::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::OnceLock;

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Every text of the record that a reader is to read.
fn texts(record: &Record) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for item in record.items() {
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

/// The page with everything, rendered once.
fn whole() -> &'static str {
    static WHOLE: OnceLock<String> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let (data, record) = (Rc::new(dataset()), Rc::new(record().clone()));
        let props =
            || WholeProps { data: data.clone(), record: record.clone(), lang: Lang::default(), url: None };
        page::html::<Whole>(props, false).expect("the page renders")
    })
}

/// Every page of a thing, by its anchor, rendered once.
pub fn items() -> &'static [(String, String)] {
    static ITEMS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    ITEMS.get_or_init(rendered)
}

fn rendered() -> Vec<(String, String)> {
    let (data, record) = (Rc::new(dataset()), Rc::new(record().clone()));
    let page = |at: Ref| {
        let props = || ItemPageProps {
            data: data.clone(),
            record: record.clone(),
            at,
            lang: Lang::default(),
            title: "The record".into(),
            url: None,
        };
        page::html::<ItemPage>(props, false).expect("the page renders")
    };
    item::all(&data).map(|at| (format!("{}-{}", at.kind, data.id(at)), page(at))).collect()
}

/// The page with everything, and every page of a thing, by their names.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    items().iter().map(|(name, html)| (&**name, &**html)).chain([("everything", whole())])
}

/// The ids on a page, each with how often it stands there.
fn ids_of(html: &str) -> BTreeMap<&str, usize> {
    let mut ids = BTreeMap::new();
    for id in values(html, "id") {
        *ids.entry(id).or_default() += 1;
    }
    ids
}

/// Which of the texts are missing.
fn lacks<'a>(html: &str, texts: &[&'a str]) -> Vec<&'a str> {
    let written: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
    let there = standing(html, &written);
    (0..texts.len()).filter(|place| !there.contains(place)).map(|place| texts[place]).collect()
}

#[test]
fn every_statement_is_on_the_page_with_everything() {
    let missing = lacks(whole(), &texts(record()));
    assert!(missing.is_empty(), "{} missing: {missing:#?}", missing.len());
}

/// An event stands on the pages of what it concerns; who counts whom is on the front page.
#[test]
fn every_statement_is_on_the_page_of_a_thing() {
    let all: String = items().iter().map(|(_, html)| &**html).collect();
    let record = record();
    let elsewhere: Vec<&str> = record
        .events
        .iter()
        .filter(|event| event.about.is_empty())
        .flat_map(|event| [event.title.as_str(), &event.text])
        .chain(record.counts.iter().flat_map(|count| [count.who.as_str(), &count.of, &count.text]))
        .collect();
    let mut wanted = texts(record);
    wanted.retain(|text| !elsewhere.contains(text));
    let missing = lacks(&all, &wanted);
    assert!(missing.is_empty(), "{} missing: {missing:#?}", missing.len());
}

#[test]
fn everything_has_its_address() {
    let front = page::app(&Rc::new(dataset()), "").expect("the page renders");
    let record = record();
    let named = Type::ITEMS
        .into_iter()
        .flat_map(|kind| record.items_of(kind).iter().map(move |item| format!("{kind}-{}", item.id)));
    let events = record.events.iter().map(|event| format!("event-{}", event.id));
    let milestones = record.milestones.iter().map(|milestone| format!("milestone-{}", milestone.id));
    let conflicts = record.conflicts.iter().map(|conflict| format!("conflict-{}", conflict.id));
    let ids: Vec<String> = named.chain(events).chain(milestones).chain(conflicts).collect();
    for (place, html) in [("the front page", &*front), ("the page with everything", whole())] {
        let there = ids_of(html);
        for id in &ids {
            assert_eq!(there.get(&**id), Some(&1), "{id} on {place}");
        }
    }
}

/// What is cited on a page stands there in full.
#[test]
fn every_source_cited_is_on_the_same_page() {
    for (name, html) in pages() {
        let cited: BTreeSet<&str> =
            html.split("href=\"#source-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let there = ids_of(html);
        for id in cited {
            assert_eq!(there.get(&*format!("source-{id}")), Some(&1), "{id} on {name}");
        }
    }
}

/// No two elements of a page have one id.
#[test]
fn ids_are_unique() {
    for (name, html) in pages() {
        for (id, times) in ids_of(html) {
            assert_eq!(times, 1, "{id} on {name}");
        }
    }
}
