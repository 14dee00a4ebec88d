//! Records as JSON: whatever stands in a place is read, passed over, or one problem among others.

use crate::support::{problems, small, small_data};
use ilrs_explainer::model::validate::json::{dataset, encoded};
use serde_json::{Value, json};

/// The small record with a value at a place.
fn with(place: &str, value: Value) -> String {
    let mut record = small();
    let (parent, name) = place.rsplit_once('/').expect("a place starts with /");
    match record.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
        Value::Array(list) => list[name.parse::<usize>().expect("a place in a list")] = value,
        parent => parent[name] = value,
    }
    record.to_string()
}

#[test]
fn what_the_record_does_not_know_is_passed_over() {
    let data = small_data();
    for (place, value) in [
        ("/licence", json!("CC0")),
        ("/people/0/born", json!(1815)),
        ("/people/0/claims/0/page", json!({"from": [7, 8]})),
        ("/conflicts/0/positions/0/mood", Value::Null),
        ("/sites", json!([])),
    ] {
        let mut read =
            dataset(&with(place, value)).unwrap_or_else(|problems| panic!("{place}: {problems:?}"));
        read.addresses.clear();
        assert_eq!(read, data, "{place}");
    }
}

#[test]
fn of_two_members_of_one_name_the_last_counts() {
    let twice = small().to_string().replacen("\"name\":\"Ada Luz\"", "\"name\":7,\"name\":\"Ada Luz\"", 1);
    assert_eq!(problems(&twice), [""; 0]);
    let twice = small().to_string().replacen("\"name\":\"Ada Luz\"", "\"name\":\"Ada Luz\",\"name\":7", 1);
    assert!(problems(&twice).contains(&"people/ada-luz: name: it has to be a text".to_string()));
}

#[test]
fn null_is_as_good_as_missing() {
    let table = [
        ("/people/0/zh", None),
        ("/people/0/aliases", None),
        ("/people", None),
        ("/missions/0/order", None),
        ("/sources/0/described", None),
        ("/people/0/name", Some("people/ada-luz: name: there is nothing to read")),
        ("/people/0/claims", Some("people/ada-luz: claims: nothing is claimed about it")),
        ("/counts/0/number", Some("counts/count-2024: number: it has to be a whole number from 0")),
        ("/asOf", Some("record/: asOf: a date is missing")),
    ];
    for (place, problem) in table {
        let found = problems(&with(place, Value::Null));
        match problem {
            None => assert!(!found.iter().any(|found| found.contains("has to be")), "{place}: {found:?}"),
            Some(problem) => assert_eq!(found.first().map(String::as_str), Some(problem), "{place}"),
        }
    }
}

/// What stands in the place of something else, and the first problem then.
#[test]
fn what_is_of_another_type_is_a_problem_with_its_place() {
    let table = [
        ("/title", json!(["x"]), "record/: title: it has to be a text"),
        ("/asOf", json!(2026), "record/: asOf: it has to be a text"),
        ("/people", json!("Ada"), "record/: people: it has to be a list"),
        ("/people/0", json!("Ada"), "record/: people: each has to be an object"),
        ("/facilities", json!([{"id": "ilrs"}, 7]), "record/: facilities: each has to be an object"),
        ("/people/0", Value::Null, "record/: people: each has to be an object"),
        ("/people/0", json!(["ada-luz", "Ada Luz"]), "record/: people: each has to be an object"),
        ("/people/0/id", json!(7), "people/: id: it has to be a text"),
        ("/people/0/name", json!({"en": "Ada"}), "people/ada-luz: name: it has to be a text"),
        ("/people/0/aliases", json!([null]), "people/ada-luz: aliases: each has to be a text"),
        ("/people/0/claims", json!({}), "people/ada-luz: claims: it has to be a list"),
        ("/people/0/claims/0", json!(true), "people/ada-luz: claims: each has to be an object"),
        ("/people/0/claims/0/confidence", json!(1), "people/ada-luz: confidence: it has to be a text"),
        ("/people/0/claims/0/sources/0", json!(1), "people/ada-luz: sources: each has to be a text"),
        ("/missions/0/order", json!("1"), "missions/probe-1: order: it has to be a whole number"),
        ("/missions/0/order", json!(4294967296_u64), "missions/probe-1: order: it has to be a whole number"),
        ("/events/0/about", json!("selenia"), "events/paper-signed: about: it has to be a list"),
        (
            "/promises/1/promised",
            json!(2027),
            "promises/probe-2-launch-2021-03-09: promised: it has to be a text",
        ),
        (
            "/sources/1/described",
            json!("yes"),
            "sources/press-2024-04: described: it has to be true or false",
        ),
    ];
    for (place, value, problem) in table {
        let found = problems(&with(place, value.clone()));
        assert_eq!(found.first().map(String::as_str), Some(problem), "{place} = {value}: {found:#?}");
    }
}

#[test]
fn problems_of_type_stand_beside_all_others() {
    let mut record = small();
    record["people"][0]["name"] = json!(7);
    record["people"][0]["claims"][0]["confidence"] = json!("sure");
    record["events"][0]["title"] = json!(false);
    record["events"][1]["date"] = json!("soon");
    record["counts"][0]["number"] = json!("two");
    record["sources"][0]["url"] = json!("ftp://agency.example");
    let found = problems(&record.to_string());
    for start in [
        "people/ada-luz: name: it has to be a text",
        "people/ada-luz: confidence: it has to be one of ",
        "events/paper-signed: title: it has to be a text",
        "events/probe-1-launched: date: a year is four digits",
        "counts/count-2024: number: it has to be a whole number from 0",
        "sources/agency-2021-03-09: url: an address starts with",
    ] {
        assert_eq!(found.iter().filter(|found| found.starts_with(start)).count(), 1, "{start} in {found:#?}");
    }
}

#[test]
fn what_is_no_object_is_no_record() {
    for text in ["[]", "7", "null", "\"record\"", "[{}]"] {
        let found = problems(text);
        assert_eq!(
            found.first().map(String::as_str),
            Some("record/: json: it has to be an object"),
            "{text}"
        );
    }
    assert_eq!(problems("{}").first().map(String::as_str), Some("record/: asOf: a date is missing"));
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    let table = [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("\n[1 2]", "expected `,` or `]` at line 2 column 4"),
        ("{\"a\" 1}", "expected `:` at line 1 column 6"),
        ("{1:2}", "key must be a string at line 1 column 2"),
        ("{} {}", "trailing characters at line 1 column 4"),
        ("\"\\q\"", "invalid escape at line 1 column 3"),
        ("\"ab", "EOF while parsing a string at line 1 column 3"),
        ("\"a\nb\"", "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0"),
        ("01", "invalid number at line 1 column 2"),
        ("NaN", "expected value at line 1 column 1"),
        ("\u{feff}{}", "expected value at line 1 column 1"),
    ];
    for (text, sentence) in table {
        assert_eq!(problems(text), [format!("record/: json: {sentence}")], "{text}");
    }
    assert!(
        encoded(format!("\u{feff}{}", small()).into_bytes()).is_ok(),
        "a mark before all of it is no fault"
    );
    assert_eq!(
        encoded(b"{\"title\": \"caf\xe9\"}".to_vec()),
        Err(vec!["byte 14: this is not UTF-8".to_string()])
    );
}

#[test]
fn escapes_are_what_they_stand_for() {
    let escaped =
        small().to_string().replacen("\"name\":\"Ada Luz\"", r#""name":"\ud83c\udf19 \u6708 \n\t\"\\\/""#, 1);
    let data = dataset(&escaped).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(&*data.people[0].name, "🌙 月 \n\t\"\\/");
}

#[test]
fn depth_has_an_end() {
    for text in
        ["[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), format!("{{\"people\": {}", "[".repeat(200))]
    {
        let found = problems(&text);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("record/: json: recursion limit exceeded at line 1 column "),
            "{found:?}"
        );
    }
}

/// Once each wrong entry would have been read again from its start.
#[test]
fn a_list_of_nothing_but_wrong_entries_keeps_nobody_waiting() {
    let mut record = small();
    record["people"][0]["aliases"] = json!(vec![7; 1_000_000]);
    let members = (0..200_000).map(|number| (format!("more-{number}"), json!(number)));
    record["people"][0].as_object_mut().expect("a person").extend(members);
    let found = problems(&record.to_string());
    assert_eq!(found[0], "people/ada-luz: aliases: it lists 1000000; at most 100 stand there");
    assert_eq!(found.len(), 101, "{found:#?}");
}
