//! The schemas of the record's files: those that lie there are those of the types, each file names its own, and each keeps
//! it; and what is wrong in a file is told with its line and column.

use crate::support::{files, root};
use ilrs_explainer::site::record_files::{head, schemas, written};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn validators() -> BTreeMap<&'static str, Validator> {
    let of = |(name, schema): (&'static str, Value)| {
        (name, jsonschema::draft7::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    schemas().into_iter().map(of).collect()
}

/// What a file says, as JSON.
fn read(text: &str) -> Value {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_lies_there_is_what_the_types_say() {
    let folder = root().join("src/data/schema");
    for (name, schema) in schemas() {
        let text = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap_or_default();
        assert!(text == written(&schema).expect("JSON"), "{name}.json: run `cargo site schemas`");
    }
    assert_eq!(files(&folder).len(), schemas().len(), "a schema is of no file");
}

#[test]
fn each_file_names_its_schema_and_keeps_it() {
    let (data, validators) = (root().join("src/data"), validators());
    let mut seen = 0;
    for path in files(&data).iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let below = path.strip_prefix(&data).expect("it is below").to_string_lossy().replace('\\', "/");
        let head = head(&below).unwrap_or_else(|| panic!("{below}: it has no schema"));
        let text = fs::read_to_string(path).expect("text");
        assert!(text.starts_with(&format!("{head}\n")), "{below}: run `cargo site schemas`");
        let named = head.trim_start_matches("#:schema ");
        assert!(
            path.parent().unwrap_or(Path::new("")).join(named).is_file(),
            "{below}: {named} is not there"
        );
        let name = named.rsplit('/').next().expect("a name").trim_end_matches(".json");
        let faults: Vec<String> = validators[name]
            .iter_errors(&read(&text))
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert_eq!(faults, [""; 0], "{below}");
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let validators = validators();
    let claim = json!({ "field": "what", "text": "She is there.", "sources": ["a"], "confidence": "high" });
    let item = json!({ "name": "Ada", "group": "person", "claims": [claim] });
    assert!(validators["item"].is_valid(&item));
    for (place, value) in [
        ("/id", json!("ada")),
        ("/shoes", json!(38)),
        ("/name", json!(7)),
        ("/group", json!("heroes")),
        ("/claims/0/confidence", json!("sure")),
        ("/claims/0/note", json!("x")),
    ] {
        let mut broken = item.clone();
        let (parent, name) = place.rsplit_once('/').expect("a place");
        broken.pointer_mut(parent).expect("its parent")[name] = value;
        assert!(!validators["item"].is_valid(&broken), "{place}");
    }
    let promise =
        json!({ "stated": "2024", "promised": "2026", "who": "A", "sources": ["a"], "confidence": "high" });
    let milestone = json!({ "label": "Launch", "kind": "launch", "promises": [promise] });
    assert!(validators["milestone"].is_valid(&milestone));
    let mut broken = milestone.clone();
    broken["promises"][0]["milestone"] = json!("launch");
    assert!(!validators["milestone"].is_valid(&broken), "the file is the milestone");
    assert!(!validators["events"].is_valid(&json!({ "evnets": [] })));
}
