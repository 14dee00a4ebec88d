//! The record in schema.org's terms: well formed, whole, and no date more exact than the record has it.

use super::{dist, text};
use crate::support::record;
use ilrs_explainer::model::when::{Certainty, When};
use serde_json::Value;
use std::collections::BTreeSet;

/// The data of the one script element of its type in a page.
fn in_page(path: &str) -> Value {
    let html = text(path);
    let mut parts = html.split("<script type=\"application/ld+json\">").skip(1);
    let text = parts.next().and_then(|part| part.split("</script>").next()).expect("the page has JSON-LD");
    assert!(parts.next().is_none(), "{path} has it once");
    assert!(!text.contains('<'), "nothing in it can end the element");
    serde_json::from_str(text).expect("it is JSON")
}

fn graph(data: &Value) -> &Vec<Value> {
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("a graph")
}

fn of_types<'a>(graph: &'a [Value], types: &'a [&str]) -> impl Iterator<Item = &'a Value> {
    graph.iter().filter(|node| node["@type"].as_str().is_some_and(|of| types.contains(&of)))
}

fn names<'a>(graph: &'a [Value], types: &'a [&str]) -> BTreeSet<&'a str> {
    of_types(graph, types).filter_map(|node| node["name"].as_str()).collect()
}

const ORGANISATIONS: [&str; 2] = ["Country", "Organization"];

#[test]
fn the_page_and_the_file_name_everything_that_happened_and_the_file_everybody() {
    let file: Value = serde_json::from_str(&text("data/explainer.en.jsonld")).expect("it is JSON");
    let record = record();
    let participants: BTreeSet<&str> = record.participants.iter().map(|item| &*item.name).collect();
    assert_eq!(names(graph(&file), &ORGANISATIONS), participants);
    for data in [in_page("index.html"), file] {
        let graph = graph(&data);
        let events: BTreeSet<&str> = record.events.iter().map(|event| &*event.title).collect();
        assert_eq!(names(graph, &["Event"]), events);
    }
}

#[test]
fn no_date_is_more_exact_than_the_record_has_it() {
    let data = in_page("index.html");
    let nodes: Vec<&Value> = of_types(graph(&data), &["Event"]).collect();
    assert_eq!(nodes.len(), record().events.len());
    for (node, event) in nodes.into_iter().zip(&record().events) {
        let when: When = event.date.parse().expect("a date");
        let exact = when.certainty() == Certainty::Stated && !event.date.contains(['X', '.']);
        let season = ["-21", "-22", "-23", "-24"].iter().any(|season| event.date[4..] == **season);
        match node["startDate"].as_str() {
            Some(start) => {
                assert!(exact && !season, "{}: {start} for {}", event.id, event.date);
                let written = match node["endDate"].as_str() {
                    Some(end) => format!("{start}/{end}"),
                    None => start.to_string(),
                };
                assert_eq!(written, event.date, "{}", event.id);
            }
            None => {
                assert!(!exact || season, "{} has no date", event.id);
                assert!(
                    node["description"].as_str().is_some_and(|text| text.contains(&event.date)),
                    "{}",
                    event.id
                );
            }
        }
    }
}

#[test]
fn the_page_says_what_the_record_is_and_where_its_files_are() {
    let data = in_page("index.html");
    let set = of_types(graph(&data), &["Dataset"]).next().expect("a data set");
    assert_eq!(set["dateModified"], record().as_of.as_str());
    let files = set["distribution"].as_array().expect("files");
    assert_eq!(files.len(), 5);
    for file in files {
        let path = file["contentUrl"].as_str().expect("an address");
        assert!(dist().join(path).is_file(), "{path}");
    }
}

#[test]
fn every_source_is_a_work_with_its_address() {
    let data = in_page("sources/index.html");
    let works = data["hasPart"].as_array().expect("works");
    assert_eq!(works.len(), record().sources.len());
    for (work, source) in works.iter().zip(&record().sources) {
        assert_eq!(work["@id"], format!("#source-{}", source.id));
        assert_eq!(work["name"], source.title.as_str());
        assert_eq!(work["url"].as_str(), source.url.as_deref());
    }
}

#[test]
fn names_in_other_scripts_say_their_language() {
    let file: Value = serde_json::from_str(&text("data/explainer.en.jsonld")).expect("it is JSON");
    let cnsa = graph(&file).iter().find(|node| node["@id"] == "../#participant-cnsa").expect("CNSA");
    let name = &cnsa["alternateName"][0];
    assert_eq!((name["@value"].as_str(), name["@language"].as_str()), (Some("国家航天局"), Some("zh")));
}

#[test]
fn every_address_in_the_file_leads_to_a_card_or_source() {
    let file: Value = serde_json::from_str(&text("data/explainer.en.jsonld")).expect("it is JSON");
    let (page, sources) = (text("index.html"), text("sources/index.html"));
    for node in of_types(graph(&file), &["Event"]) {
        let about = node["about"].as_array().into_iter().chain(node["subjectOf"].as_array()).flatten();
        for id in about.chain([node]).filter_map(|node| node["@id"].as_str()) {
            let (path, anchor) = id.split_once('#').expect("an anchor");
            let html = if path == "../" { &page } else { &sources };
            assert!(html.contains(&format!(" id=\"{anchor}\"")), "{id}");
        }
    }
}
