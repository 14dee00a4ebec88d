//! The page on embedding as it stands: what it says of the frozen copy is true, and its names are those in use.

use super::text;
use crate::support::root;
use ilrs_explainer::model::query::NAMES;
use ilrs_explainer::text::{Lang, PARTS};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn source(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn page() -> String {
    text("embedding/index.html").replace("&lt;", "<").replace("&gt;", ">")
}

#[test]
fn frozen_scripts_are_held_to_what_they_are() {
    let copy = concat!("v/", env!("CARGO_PKG_VERSION"), "/");
    let report: Vec<Value> = serde_json::from_str(&text("report.json")).expect("a list");
    for script in ["embed.js", "frame.js"] {
        let path = format!("{copy}{script}");
        let line = report.iter().find(|line| line["path"] == *path).unwrap_or_else(|| panic!("no {path}"));
        let hash = line["sha256"].as_str().expect("a hash");
        let code =
            format!("src=\"https://host/path/{path}\" integrity=\"sha256-{hash}\" crossorigin></script>");
        assert!(page().contains(&code), "{code}");
    }
    assert_eq!(page().matches("integrity=").count(), 2 * 2, "in text and template of the frozen code alone");
}

#[test]
fn it_says_of_which_day_the_frozen_record_is() {
    let record: Value = serde_json::from_str(&text("data/explainer.en.json")).expect("JSON");
    let day = record["asOf"].as_str().expect("a day").parse().expect("a date");
    let name = Lang::default().embedding().frozen(&day);
    assert_eq!(page().matches(&format!("<h3>{name}</h3>")).count(), 3, "{name}");
}

/// Each parameter is an attribute of the element too.
#[test]
fn the_element_takes_what_the_page_offers() {
    let list = format!("[\"{}\"]", NAMES.join("\",\""));
    assert!(text("embed.js").contains(&format!("const PARAMETERS = {list};")), "{list}");
    assert!(page().contains(&format!("data-names=\"{}\"", NAMES.join(" "))));
}

/// The names of parts are public.
#[test]
fn the_view_has_the_parts_that_are_told_of() {
    let (page, told_of) = (text("index.html"), source("docs/embedding.md"));
    let there = page.split(" part=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let there: BTreeSet<&str> = there.collect();
    let told: BTreeSet<&str> = PARTS.into_iter().collect();
    assert_eq!(there, told);
    for name in told {
        assert!(told_of.contains(&format!("`{name}`")), "docs/embedding.md does not tell of {name}");
    }
}
