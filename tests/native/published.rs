//! The published record against its schema: it holds, the schema refuses what it should, and knows every word.

use crate::generated;
use crate::support::{record, small};
use ilrs_explainer::model::claim::{Confidence, Field, Outcome, Standing};
use ilrs_explainer::model::event::Kind;
use ilrs_explainer::model::item::Group;
use ilrs_explainer::model::record::SiteKind;
use ilrs_explainer::model::record::schema::json_schema;
use ilrs_explainer::model::source::{Lean, Reading, SourceKind};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator() -> Validator {
    jsonschema::draft202012::new(&json_schema()).unwrap_or_else(|error| panic!("the schema is none: {error}"))
}

fn refusals(validator: &Validator, record: &Value) -> Vec<String> {
    validator.iter_errors(record).map(|error| format!("{}: {error}", error.instance_path)).collect()
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::draft202012::meta::is_valid(&json_schema()));
    assert_eq!(json_schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn the_record_holds() {
    let published = serde_json::to_value(record()).expect("the record can be published");
    let refusals = refusals(&validator(), &published);
    assert!(refusals.is_empty(), "{refusals:#?}");
}

#[test]
fn each_source_says_how_it_came_to_be_known() {
    let published = serde_json::to_value(record()).expect("the record can be published");
    let sources = published["sources"].as_array().expect("a list");
    let read = |reading: Reading| sources.iter().filter(|source| source["read"] == reading.word()).count();
    assert_eq!(Reading::ALL.iter().map(|reading| read(*reading)).sum::<usize>(), sources.len());
    assert!(Reading::ALL.iter().all(|reading| read(*reading) > 0));
}

#[test]
fn generated_records_hold() {
    let generated = serde_json::to_value(generated::record(1, 200)).expect("a record can be published");
    let refusals = refusals(&validator(), &generated);
    assert!(refusals.is_empty(), "{refusals:#?}");
}

#[test]
fn the_small_record_holds_with_more_in_it() {
    let mut record = small();
    record["licence"] = json!("CC0");
    record["people"][0]["born"] = json!(1815);
    record["people"][0]["claims"][0]["page"] = json!(7);
    record["promises"][0]["promised"] = Value::Null;
    let refusals = refusals(&validator(), &record);
    assert!(refusals.is_empty(), "{refusals:#?}");
}

#[test]
fn dates_are_edtf() {
    let validator = validator();
    let fits = |text: &str| {
        let mut record = small();
        record["promises"][0]["promised"] = json!(text);
        validator.is_valid(&record)
    };
    for text in [
        "2024",
        "201X",
        "19XX",
        "-0044",
        "2024-06",
        "2024-24",
        "2024-XX",
        "2024-XX-XX",
        "2024-06-XX",
        "2024-06-12~",
        "2024?",
        "2024%",
        "2021/2025",
        "../2029",
        "/2029",
        "2037/..",
        "2037/",
        "2013-10~/2014?",
        "1985-04-12T23:20:30",
        "1985-04-12T23:20:30.5Z",
        "1985-04-12T23:20:30+02:00",
    ] {
        assert!(fits(text), "{text}");
        assert!(text.parse::<ilrs_explainer::model::when::When>().is_ok(), "{text}");
    }
    for text in [
        "",
        "soon",
        "24",
        "20245",
        "2024-13",
        "2024-25",
        "2024-6",
        "2024-06-32",
        "2024-21-01",
        "201X-06",
        "../..",
        "/",
        "2024-06-12T00:00",
        "June 2024",
        " 2024",
        "2024\n",
    ] {
        assert!(!fits(text), "{text}");
    }
}

#[test]
fn a_place_lies_on_the_moon() {
    let validator = validator();
    let fits = |lat: &str, lon: &str| {
        let mut record = small();
        let place = json!({"id": "peary", "name": "Peary", "kind": "crater", "lat": lat, "lon": lon, "sources": ["a"]});
        record["features"] = json!([place]);
        validator.is_valid(&record)
    };
    for (lat, lon) in [("0", "0"), ("-90", "180"), ("88.63", "-179.9999"), ("90.0", "7.5")] {
        assert!(fits(lat, lon), "{lat} {lon}");
    }
    let off =
        [("90.1", "0"), ("0", "180.5"), ("", "0"), ("1e1", "0"), ("+5", "0"), ("5.", "0"), ("0", "1.23456")];
    for (lat, lon) in off {
        assert!(!fits(lat, lon), "{lat} {lon}");
    }
}

#[test]
fn what_breaks_the_contract_is_refused() {
    let claim = |claim: Value| ("/people/0/claims/0", claim);
    let table = [
        ("/asOf", json!("2026-09")),
        ("/people", Value::Null),
        ("/people/0/id", json!("Ada Luz")),
        ("/people/0/id", json!("-ada")),
        ("/people/0/name", json!("")),
        ("/people/0/group", json!("heroes")),
        ("/people/0/claims", json!([])),
        ("/people/0/about", json!(["selenia", "selenia"])),
        ("/people/0/claims/0/field", json!("shoe-size")),
        ("/people/0/claims/0/sources", json!([])),
        ("/people/0/claims/0/confidence", json!("sure")),
        ("/people/0/claims/0/value", json!("both")),
        claim(json!({"field": "office", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "office", "value": "x", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "launch", "text": "soon", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "launch", "value": "soon", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "standing", "value": "friend", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "outcome", "value": "so-so", "sources": ["a"], "confidence": "high"})),
        claim(json!({"field": "office", "text": "x", "confidence": "high"})),
        ("/milestones/0/kind", json!("party")),
        ("/milestones/0/actual", json!("soon")),
        ("/promises/0/promised", json!(2027)),
        ("/promises/0/stated", Value::Null),
        ("/promises/0/who", json!("")),
        ("/events/0/date", json!("yesterday")),
        ("/events/0/sources", json!(["a", "a"])),
        ("/conflicts/0/positions", json!([])),
        ("/conflicts/0/positions/0/holders", json!([])),
        ("/programmes", json!([{ "id": "one" }])),
        (
            "/comparison",
            json!([{ "id": "who", "question": "Who signs?", "answers": [{ "programme": "one" }] }]),
        ),
        (
            "/comparison",
            json!([{
                "id": "who", "question": "Who signs?",
                "answers": [{ "programme": "one", "unstated": true, "since": "2024" }],
            }]),
        ),
        ("/counts/0/number", json!(-1)),
        ("/counts/0/number", json!(1.5)),
        ("/sources/0/url", json!("javascript:alert(1)")),
        ("/sources/0/kind", json!("rumour")),
        ("/sources/0/lean", json!("far")),
        ("/sources/0/read", json!("skimmed")),
        ("/sources/0/read", json!("")),
        ("/sources/0/described", json!("yes")),
    ];
    let validator = validator();
    for (place, value) in table {
        let mut record = small();
        *record.pointer_mut(place).unwrap_or(&mut Value::Null) = value.clone();
        if record.pointer(place) != Some(&value) {
            let (parent, name) = place.rsplit_once('/').expect("a place");
            record.pointer_mut(parent).expect("its parent")[name] = value.clone();
        }
        assert!(!validator.is_valid(&record), "{place} = {value}");
    }
}

#[test]
fn a_required_field_may_not_be_missing() {
    let validator = validator();
    let table = [
        (
            "",
            &[
                "asOf",
                "participants",
                "people",
                "missions",
                "facilities",
                "phases",
                "milestones",
                "events",
                "promises",
                "conflicts",
                "counts",
                "sources",
            ] as &[&str],
        ),
        ("/people/0", &["id", "name", "group", "claims"]),
        ("/people/0/claims/0", &["field", "text", "sources", "confidence"]),
        ("/milestones/0", &["id", "label", "about"]),
        ("/promises/0", &["id", "milestone", "stated", "promised", "who", "sources", "confidence"]),
        ("/events/0", &["id", "date", "kind", "title", "sources", "confidence"]),
        ("/conflicts/0", &["id", "question", "about", "positions"]),
        ("/conflicts/0/positions/0", &["text", "holders", "since", "sources"]),
        ("/counts/0", &["id", "who", "when", "number", "sources"]),
        ("/sources/0", &["id", "publisher", "kind", "lean"]),
    ];
    for (place, fields) in table {
        for field in fields {
            let mut record = small();
            let entry = record.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
            assert!(entry.remove(*field).is_some(), "{place}/{field}");
            assert!(!validator.is_valid(&record), "{place} without {field}");
        }
    }
}

#[test]
fn the_closed_words_are_those_of_the_model() {
    fn words<T: ToString>(all: &[T]) -> Value {
        all.iter().map(T::to_string).collect()
    }
    let table = [
        ("Confidence", words(Confidence::ALL)),
        ("Kind", words(Kind::ALL)),
        ("Field", words(Field::ALL)),
        ("Group", words(Group::ALL)),
        ("Standing", words(Standing::ALL)),
        ("Outcome", words(Outcome::ALL)),
        ("SourceKind", words(SourceKind::ALL)),
        ("Lean", words(Lean::ALL)),
        ("Reading", words(Reading::ALL)),
        ("SiteKind", words(SiteKind::ALL)),
    ];
    for (name, words) in table {
        assert_eq!(json_schema()["$defs"][name]["enum"], words, "{name}");
    }
}
