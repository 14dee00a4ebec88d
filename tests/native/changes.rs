//! What moved: on a page and in a feed, from what the record says.

use crate::support::{dataset, record, small, small_data};
use atom_syndication::Feed;
use ilrs_explainer::model::record::{Correction, Record};
use ilrs_explainer::site::changes::{Change, Changes, ChangesProps, What, all, told};
use ilrs_explainer::site::{feed, page, record as read};
use ilrs_explainer::text::Lang;
use std::collections::BTreeSet;
use std::io::BufReader;
use std::rc::Rc;

fn feed_of(record: &Record, url: Option<&str>) -> (Feed, String) {
    let data = Rc::new(read::whole(record).expect("the record is valid"));
    let bytes = feed::file(record, &data, Lang::En, url).expect("a feed");
    let text = String::from_utf8(bytes).expect("UTF-8");
    (Feed::read_from(BufReader::new(text.as_bytes())).expect("it is Atom"), text)
}

#[test]
fn the_newest_comes_first_and_each_is_told_once() {
    let data = dataset();
    let all = all(record(), &data);
    assert!(all.is_sorted_by_key(|change| std::cmp::Reverse(change.known())));
    let corrected = |change: &&Change| matches!(change.what, What::Corrected(_));
    let happened = |change: &&Change| change.what == What::Happened;
    assert_eq!(all.iter().filter(corrected).count(), record().corrections.len());
    assert_eq!(all.iter().filter(happened).count(), record().events.len());
    for change in &all {
        let told = told(record(), &data, Lang::En, change);
        assert!(!told.title.is_empty() && !told.title.ends_with('.'), "{}", told.title);
    }
}

/// Beside the rule of the model: of the statements that are not weak each differs from the one before.
#[test]
fn only_what_moves_a_date_is_told_of_statements() {
    let data = dataset();
    for milestone in &data.milestones {
        let at = data.at(&milestone.id).expect("it is there");
        let moved: Vec<usize> = all(record(), &data)
            .iter()
            .filter(|change| change.at == at)
            .filter_map(|change| match change.what {
                What::Moved { place, .. } => Some(place),
                _ => None,
            })
            .collect();
        let mut expected = Vec::new();
        let weak = milestone.promises.iter().all(|it| !it.is_solid() || it.promised.is_none());
        let mut last = None;
        for (place, promise) in milestone.promises.iter().enumerate().filter(|(_, it)| weak || it.is_solid())
        {
            if last.is_some_and(|last| last != promise.promised) {
                expected.push(place);
            }
            last = Some(promise.promised);
        }
        let newest_first: BTreeSet<usize> = moved.iter().copied().collect();
        assert_eq!(newest_first.into_iter().collect::<Vec<_>>(), expected, "{}", milestone.id);
    }
}

#[test]
fn the_feed_is_the_same_wherever_and_whenever_it_is_made() {
    let (here, text) = feed_of(record(), None);
    assert_eq!(feed_of(record(), None).1, text);
    let (there, _) = feed_of(record(), Some("https://host.example/moon"));
    let ids = |feed: &Feed| feed.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&here), &here.id), (ids(&there), &there.id));
    assert_eq!(ids(&here).iter().collect::<BTreeSet<_>>().len(), here.entries.len(), "an id stands twice");
    assert!(ids(&here).iter().all(|id| id.starts_with("urn:uuid:")));
    let newest = here.entries.iter().map(|entry| entry.updated).max().expect("entries");
    assert!(here.updated >= newest);
    for (entry, other) in here.entries.iter().zip(&there.entries) {
        assert_eq!(format!("https://host.example/moon/{}", entry.links[0].href), other.links[0].href);
        assert!(!entry.links[0].href.starts_with(['/', '#']), "{}", entry.links[0].href);
    }
    let rel = |rel: &str| there.links.iter().find(|link| link.rel == rel).map(|link| &*link.href);
    assert_eq!(rel("self"), Some("https://host.example/moon/feed.xml"));
    assert_eq!(rel("alternate"), Some("https://host.example/moon/changes/"));
}

#[test]
fn a_correction_is_told_with_what_was_wrong_and_what_is_right() {
    let (feed, _) = feed_of(record(), None);
    let Correction { wrong, right, day, .. } = &record().corrections[0];
    let of = |term: &str| feed.entries.iter().filter(|entry| entry.categories[0].term == term).count();
    assert!(of("correction") > 5 && of("date") > 5 && of("event") > 5);
    let summary = |entry: &atom_syndication::Entry| entry.summary.as_ref().map(|text| text.value.clone());
    let entry = feed.entries.iter().find(|entry| summary(entry) == Some(format!("{wrong} {right}")));
    let entry = entry.expect("the correction is in the feed");
    assert!(entry.updated.to_rfc3339().starts_with(&**day));
}

#[test]
fn a_feed_with_nothing_new_is_valid_and_empty() {
    let nothing = Record { as_of: "2026-10-10".into(), ..Record::default() };
    let (feed, text) = feed_of(&nothing, None);
    assert!(feed.entries.is_empty() && text.contains("<updated>2026-10-10T00:00:00"), "{text}");
    let data = Rc::new(read::whole(&nothing).expect("it is valid"));
    let record = Rc::new(nothing);
    let props = || ChangesProps { data: data.clone(), record: record.clone(), lang: Lang::En };
    let html = page::html::<Changes>(props, false).expect("the page renders");
    assert!(html.contains(Lang::En.changes().none), "{html}");
}

#[test]
fn every_entry_of_the_page_leads_to_its_thing() {
    let (data, record) = (Rc::new(dataset()), Rc::new(record().clone()));
    let props = || ChangesProps { data: data.clone(), record: record.clone(), lang: Lang::En };
    let html = page::html::<Changes>(props, false).expect("the page renders");
    for link in
        ["../mission/change-7/", "../record/#event-change-7-called-off", "../milestone/luna-26-launch/"]
    {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert_eq!(html.matches("<p class=\"at\">").count(), all(&record, &data).len());
}

#[test]
fn each_rule_of_corrections_is_held() {
    let small: Record = serde_json::from_value(small()).expect("a record");
    let whole = Correction {
        id: "one".into(),
        day: "2026-11-22".into(),
        about: "ada-luz".into(),
        wrong: "This was not right.".into(),
        right: "This is right now.".into(),
    };
    assert!(small_data().at("ada-luz").is_some());
    let problems = |corrections: Vec<Correction>| {
        let record = Record { corrections, ..small.clone() };
        let told = ilrs_explainer::site::rules::common(&record);
        told.into_iter().map(|told| format!("{}: {}", told.field, told.reason)).collect::<Vec<_>>()
    };
    assert_eq!(problems(vec![whole.clone()]), [""; 0]);
    let id = |id: &str| Correction { id: id.into(), ..whole.clone() };
    for (correction, told) in [
        (id("One"), "id: an id is lower-case letters, digits and hyphens"),
        (id(""), "id: an id is lower-case letters, digits and hyphens"),
        (
            Correction { day: "2026-11".into(), ..whole.clone() },
            "day: a correction is made on one day, as in 2026-11-22",
        ),
        (Correction { about: "nobody".into(), ..whole.clone() }, "about: there is no such id"),
        (Correction { wrong: " ".into(), ..whole.clone() }, "wrong: there is nothing to read"),
        (Correction { right: String::new(), ..whole.clone() }, "right: there is nothing to read"),
        (
            Correction { right: "a\u{202e}b".into(), ..whole.clone() },
            "right: no text holds a character that steers and has no look",
        ),
    ] {
        assert_eq!(problems(vec![correction]), [told]);
    }
    assert_eq!(problems(vec![whole.clone(), whole]), ["id: this id stands twice in the record"]);
}

#[test]
fn the_head_leads_to_the_feed_from_wherever_the_page_lies() {
    let href =
        |pages, copied, url| feed::declared(pages, copied, url).split("href=").nth(1).map(str::to_string);
    let of = |address: &str| Some(format!("\"{address}feed.xml\">"));
    let url = Some("https://host.example/moon/");
    for (pages, copied, url, leads) in [
        ("", false, None, of("")),
        ("../../", false, url, of("../../")),
        ("../", true, url, of("https://host.example/moon/")),
        ("../", true, None, None),
    ] {
        assert_eq!(href(pages, copied, url), leads, "{pages} {copied} {url:?}");
    }
}
