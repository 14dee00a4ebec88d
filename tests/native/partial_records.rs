//! Records that lack what this crate's own has: their page has no empty section, facet or figure.

use crate::support::{checked, panel, small};
use ilrs_explainer::site::page;
use serde_json::{Value, json};
use std::rc::Rc;

const LISTS: [&str; 9] = [
    "participants",
    "people",
    "missions",
    "facilities",
    "phases",
    "milestones",
    "promises",
    "conflicts",
    "counts",
];

/// A record of one event, with what is put beside it.
fn one_event(more: &[(&str, Value)]) -> Value {
    let mut record = small();
    for list in LISTS {
        record[list] = json!([]);
    }
    record["title"] = json!("One thing");
    record["events"] = json!([{"id": "signed", "date": "2024-03-09", "kind": "agreement", "title": "It signs", "sources": ["press-2024-04"], "confidence": "high"}]);
    for (name, value) in more {
        record[*name] = value.clone();
    }
    record
}

fn html(record: &Value) -> String {
    page::app(&Rc::new(checked(record)), "").expect("the page renders")
}

/// What stands under the heading of every section, by its id.
fn sections(html: &str) -> Vec<&str> {
    html.split("part=\"section\" aria-labelledby=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn facets(html: &str) -> Vec<&str> {
    html.split("data-facet=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn one_event_is_a_page() {
    let record = one_event(&[]);
    let html = html(&record);
    assert_eq!(sections(&html), ["timeline"]);
    assert_eq!(facets(&panel(checked(&record), "")), ["kind", "status", "confidence"]);
    assert!(html.contains("<h1><bdi>One thing</bdi></h1>"), "its title");
    assert!(html.contains("It signs"), "its event");
    assert!(!html.contains("class=\"figure"), "no figure of nothing");
    assert!(!html.contains("class=\"tabs\""), "no tabs for one section");
    assert!(
        !html.contains("href=\"#missions\"") && !html.contains("href=\"#sources\""),
        "no link to what is not there"
    );
}

#[test]
fn nothing_is_said_of_the_station() {
    let mut record = small();
    record["title"] = json!("Another thing");
    record["description"] = json!("What it is about.");
    let html = html(&record);
    assert!(html.contains("<p class=\"lede\"><bdi>What it is about.</bdi></p>"), "its description");
    for word in ["Lunar Research", "the station", "Chinese agency", "the treaty", "Luna-26", "China"] {
        assert!(
            !html.contains(word),
            "{word}: {}",
            html[html.find(word).unwrap_or(0)..].chars().take(200).collect::<String>()
        );
    }
}

#[test]
fn each_list_alone_brings_its_section() {
    let all = small();
    let source = |list: &str| all[list].clone();
    let alone = |list: &str| {
        let mut entries = source(list);
        for entry in entries.as_array_mut().expect("a list") {
            entry["about"] = json!([]);
            if let Some(claims) = entry["claims"].as_array_mut() {
                claims.retain(|claim| claim["field"] != "operator");
            }
        }
        entries
    };
    let table = [
        ("participants", "participants"),
        ("people", "participants"),
        ("missions", "missions"),
        ("facilities", "plan"),
        ("phases", "plan"),
        ("conflicts", "conflicts"),
    ];
    for (list, section) in table {
        let html = html(&one_event(&[(list, alone(list))]));
        let found = sections(&html);
        assert!(found.contains(&section) && found.len() == 2, "{list}: {found:?}");
    }
    let (programmes, comparison) = (
        json!([{ "id": "one", "name": "One" }]),
        json!([{ "id": "who", "question": "Who signs?", "answers": [{ "programme": "one", "unstated": true }] }]),
    );
    let beside = html(&one_event(&[("programmes", programmes), ("comparison", comparison)]));
    assert_eq!(sections(&beside), ["timeline", "compare"]);
    let html = html(&one_event(&[("milestones", alone("milestones")), ("promises", source("promises"))]));
    assert_eq!(sections(&html), ["timeline", "promises"]);
}

#[test]
fn sources_lead_to_their_own_addresses_where_there_is_no_page_of_them() {
    let mut record = small();
    record["sources"][0].as_object_mut().expect("a source").remove("url");
    let html = html(&record);
    assert!(html.contains("href=\"https://press.example/said\""), "the one with an address");
    assert!(
        html.contains("<a class=\"src\">The agency") && !html.contains("sources/#source-"),
        "and the one without"
    );
    assert!(!html.contains("embedding/"), "what is at an address of its own is not ours to embed");
}
