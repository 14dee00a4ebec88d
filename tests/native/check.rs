//! The check of a record: each rule broken alone, and all problems at once.

use crate::support::{problems, small, small_data};
use serde_json::{Value, json};

/// Puts a value at a place; a name that is not there yet is added.
fn put(record: &mut Value, place: &str, value: Value) {
    let (parent, name) = place.rsplit_once('/').expect("a place starts with /");
    let parent = record.pointer_mut(parent).unwrap_or_else(|| panic!("the small record has no {parent}"));
    match parent {
        Value::Array(list) => list[name.parse::<usize>().expect("a place in a list")] = value,
        parent => parent[name] = value,
    }
}

/// Where the small record is changed, to what, and the one problem it then has.
fn rules() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("/asOf", json!("2026-09"), "record/: asOf: the cut-off is one day, as in 2026-09-13"),
        (
            "/counts/0/id",
            json!("Count"),
            "counts/Count: id: an id is lower-case letters, digits and hyphens (found “Count”)",
        ),
        (
            "/counts/0/id",
            json!("-count"),
            "counts/-count: id: an id is lower-case letters, digits and hyphens (found “-count”)",
        ),
        (
            "/counts/0/id",
            json!("count-"),
            "counts/count-: id: an id is lower-case letters, digits and hyphens (found “count-”)",
        ),
        ("/counts/0/id", json!(""), "counts/: id: an id is lower-case letters, digits and hyphens"),
        ("/people/0/name", json!(" "), "people/ada-luz: name: there is nothing to read (found “ ”)"),
        ("/people/0/zh", json!(7), "people/ada-luz: zh: it has to be a text"),
        ("/people/0/aliases", json!("Ada"), "people/ada-luz: aliases: it has to be a list"),
        ("/people/0/aliases", json!(["Ada", 7]), "people/ada-luz: aliases: each has to be a text"),
        ("/people/0/about", json!(["nobody"]), "people/ada-luz: about: there is no such id (found “nobody”)"),
        (
            "/people/0/about",
            json!(["selenia", "selenia"]),
            "people/ada-luz: about: this id is named twice (found “selenia”)",
        ),
        (
            "/people/0/about",
            json!(["press-2024-04"]),
            "people/ada-luz: about: there is no such id (found “press-2024-04”)",
        ),
        ("/people/0/claims", json!([]), "people/ada-luz: claims: nothing is claimed about it"),
        ("/missions/0/order", json!("first"), "missions/probe-1: order: it has to be a whole number"),
        ("/missions/0/order", json!(1.5), "missions/probe-1: order: it has to be a whole number"),
        ("/people/0/claims/0/text", json!(""), "people/ada-luz: text: there is nothing to read"),
        (
            "/people/0/claims/0/text",
            Value::Null,
            "people/ada-luz: office: a claim has either a text or a value",
        ),
        (
            "/people/0/claims/0/value",
            json!("x"),
            "people/ada-luz: office: a claim has either a text or a value",
        ),
        (
            "/people/0/claims/0/sources",
            json!([]),
            "people/ada-luz: office: nothing stands here without a source",
        ),
        (
            "/people/0/claims/0/sources",
            Value::Null,
            "people/ada-luz: office: nothing stands here without a source",
        ),
        (
            "/people/0/claims/0/sources",
            json!(["press-2024-04", "gossip"]),
            "people/ada-luz: office: there is no such source (found “gossip”)",
        ),
        (
            "/people/0/claims/0/sources",
            json!(["press-2024-04", "press-2024-04"]),
            "people/ada-luz: office: this source is cited twice (found “press-2024-04”)",
        ),
        (
            "/people/0/claims/0/confidence",
            json!("sure"),
            "people/ada-luz: confidence: it has to be one of high, medium, low, unconfirmed (found “sure”)",
        ),
        (
            "/people/0/claims/0/confidence",
            Value::Null,
            "people/ada-luz: confidence: it has to be one of high, medium, low, unconfirmed",
        ),
        (
            "/people/0/claims/0/since",
            json!("soon"),
            "people/ada-luz: since: a year is four digits, as in 2024 or 201X (character 1) (found “soon”)",
        ),
        (
            "/people/0/claims/0/until",
            json!("2024-13"),
            "people/ada-luz: until: a month is 01 to 12, a season 21 to 24 (character 6) (found “2024-13”)",
        ),
        (
            "/participants/1/claims/0/until",
            json!("2023"),
            "participants/marea: standing: it ends before it begins (found “2023”)",
        ),
        (
            "/participants/1/claims/0/value",
            json!("friend"),
            "participants/marea: standing: it has to be one of founder, member, partner, contributor, applicant, disputed, body, outside (found “friend”)",
        ),
        (
            "/missions/0/claims/1/value",
            json!("ada-luz"),
            "missions/probe-1: operator: there is no such participant (found “ada-luz”)",
        ),
        (
            "/missions/0/claims/2/value",
            json!("2025-02-30"),
            "missions/probe-1: launch: this month has no such day (character 9) (found “2025-02-30”)",
        ),
        (
            "/missions/0/claims/3/value",
            json!("so-so"),
            "missions/probe-1: outcome: it has to be one of success, partial, failure, cancelled (found “so-so”)",
        ),
        (
            "/missions/0/claims/2",
            json!({"field": "launch", "text": "soon", "sources": ["press-2024-04"], "confidence": "low"}),
            "missions/probe-1: launch: this field takes a value, not a text",
        ),
        (
            "/missions/0/claims/0",
            json!({"field": "what", "value": "x", "sources": ["press-2024-04"], "confidence": "low"}),
            "missions/probe-1: what: this field takes a text, not a value",
        ),
        ("/milestones/1/label", json!(""), "milestones/probe-2-launch: label: there is nothing to read"),
        (
            "/milestones/1/kind",
            json!("party"),
            "milestones/probe-2-launch: kind: it has to be one of agreement, launch, landing, statement, construction, loss, other (found “party”)",
        ),
        (
            "/promises/1/milestone",
            json!("probe-3-launch"),
            "promises/probe-2-launch-2021-03-09: milestone: there is no such milestone (found “probe-3-launch”)",
        ),
        (
            "/promises/1/id",
            json!("probe-1-launch-2021-03-09"),
            "promises/probe-1-launch-2021-03-09: id: this id stands twice in the record (found “probe-1-launch-2021-03-09”)",
        ),
        (
            "/promises/1/id",
            json!("No"),
            "promises/No: id: an id is lower-case letters, digits and hyphens (found “No”)",
        ),
        ("/promises/1/stated", Value::Null, "promises/probe-2-launch-2021-03-09: stated: a date is missing"),
        (
            "/promises/1/promised",
            json!("2025/2024"),
            "promises/probe-2-launch-2021-03-09: promised: the interval ends before it starts (character 6) (found “2025/2024”)",
        ),
        ("/promises/1/who", json!(""), "promises/probe-2-launch-2021-03-09: who: there is nothing to read"),
        (
            "/promises/1/sources",
            json!([]),
            "promises/probe-2-launch-2021-03-09: sources: nothing stands here without a source",
        ),
        (
            "/events/0/date",
            json!("2026-09-14"),
            "events/paper-signed: date: an event has happened by the cut-off; what is to come is a milestone with a promise (found “2026-09-14”)",
        ),
        (
            "/events/0/date",
            json!("2026"),
            "events/paper-signed: date: an event has happened by the cut-off; what is to come is a milestone with a promise (found “2026”)",
        ),
        ("/events/0/date", Value::Null, "events/paper-signed: date: a date is missing"),
        ("/events/0/title", Value::Null, "events/paper-signed: title: there is nothing to read"),
        (
            "/events/0/kind",
            Value::Null,
            "events/paper-signed: kind: it has to be one of agreement, launch, landing, statement, construction, loss, other",
        ),
        (
            "/events/0/milestone",
            json!("selenia"),
            "events/paper-signed: milestone: there is no such milestone (found “selenia”)",
        ),
        (
            "/events/0/milestone",
            json!("probe-1-launch"),
            "milestones/probe-1-launch: milestone: two events have reached it",
        ),
        ("/conflicts/0/question", json!(""), "conflicts/marea-in: question: there is nothing to read"),
        (
            "/conflicts/0/positions/0/holders",
            json!([]),
            "conflicts/marea-in: holders: somebody has to hold the position",
        ),
        ("/conflicts/0/positions/0/text", json!(""), "conflicts/marea-in: text: there is nothing to read"),
        ("/conflicts/0/positions/0/since", Value::Null, "conflicts/marea-in: since: a date is missing"),
        (
            "/conflicts/0/positions/0/sources",
            json!([]),
            "conflicts/marea-in: sources: nothing stands here without a source",
        ),
        (
            "/conflicts/0/positions",
            json!([]),
            "conflicts/marea-in: positions: a disagreement has at least two positions",
        ),
        ("/conflicts/0/reading", json!(7), "conflicts/marea-in: reading: it has to be a text"),
        ("/counts/0/number", json!(-1), "counts/count-2024: number: it has to be a whole number from 0"),
        ("/counts/0/number", Value::Null, "counts/count-2024: number: it has to be a whole number from 0"),
        ("/counts/0/who", json!(""), "counts/count-2024: who: there is nothing to read"),
        ("/counts/0/of", json!(""), "counts/count-2024: of: there is nothing to read"),
        (
            "/counts/0/named",
            json!(["atlantis"]),
            "counts/count-2024: named: there is no such id (found “atlantis”)",
        ),
        (
            "/sources/0/url",
            json!("javascript:alert(1)"),
            "sources/agency-2021-03-09: url: an address starts with https:// or http:// (found “javascript:alert(1)”)",
        ),
        ("/sources/0/publisher", json!(""), "sources/agency-2021-03-09: publisher: there is nothing to read"),
        (
            "/sources/0/date",
            json!("March"),
            "sources/agency-2021-03-09: date: a year is four digits, as in 2024 or 201X (character 1) (found “March”)",
        ),
        (
            "/sources/0/kind",
            json!("rumour"),
            "sources/agency-2021-03-09: kind: it has to be one of official, agency, trade, press, reference, copy, note (found “rumour”)",
        ),
        (
            "/sources/0/lean",
            json!("far"),
            "sources/agency-2021-03-09: lean: it has to be one of high, medium, low (found “far”)",
        ),
        (
            "/sources/0/read",
            json!("skimmed"),
            "sources/agency-2021-03-09: read: it has to be one of read, title, copy (found “skimmed”)",
        ),
    ]
}

#[test]
fn each_rule_alone() {
    let mut wrong = Vec::new();
    for (place, value, problem) in rules() {
        let mut record = small();
        put(&mut record, place, value.clone());
        let found = problems(&record.to_string());
        if found != [problem] {
            wrong.push(format!("{place} = {value}\n  wanted {problem:?}\n  found  {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_small_record_is_valid() {
    assert_eq!(small_data().all_items().count(), 6);
}

#[test]
fn what_is_not_json_is_one_problem() {
    for (text, problem) in [
        ("", "record/: json: EOF while parsing a value at line 1 column 0"),
        ("{\"asOf\": \"2026\"", "record/: json: EOF while parsing an object at line 1 column 15"),
    ] {
        assert_eq!(problems(text), [problem]);
    }
}

#[test]
fn depth_is_a_problem_and_no_crash() {
    let deep = |open: &str, close: &str| {
        let nested = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        problems(&small().to_string().replacen("\"Ada Luz\"", &nested, 1))
    };
    for found in [deep("[", "]"), deep("{\"a\":", "}"), deep("[", "")] {
        assert!(
            found.len() == 1
                && found[0].starts_with("record/: json: recursion limit exceeded at line 1 column "),
            "{found:?}"
        );
    }
}

#[test]
fn closed_words_are_listed() {
    for (place, field) in [("/people/0/group", "group"), ("/people/0/claims/0/field", "field")] {
        let mut record = small();
        put(&mut record, place, json!("shoe-size"));
        let found = problems(&record.to_string());
        let start = format!("people/ada-luz: {field}: it has to be one of ");
        assert!(found.len() == 1 && found[0].starts_with(&start), "{found:#?}");
        assert!(found[0].ends_with(" (found “shoe-size”)"), "{found:#?}");
    }
}

#[test]
fn an_id_stands_once() {
    let twice = "id: this id stands twice in the record";
    for (list, copy, id) in [
        ("people", "ada-luz", "ada-luz"),
        ("facilities", "ilrs", "ilrs"),
        ("events", "paper-signed", "paper-signed"),
        ("conflicts", "marea-in", "marea-in"),
        ("counts", "count-2024", "count-2024"),
        ("sources", "press-2024-04", "press-2024-04"),
    ] {
        let mut record = small();
        let entries = record[list].as_array_mut().expect("a list");
        let entry = entries.iter().find(|entry| entry["id"] == *copy).cloned().expect("it is there");
        entries.push(entry);
        assert_eq!(problems(&record.to_string()), [format!("{list}/{id}: {twice} (found “{id}”)")], "{list}");
    }
    let mut record = small();
    put(&mut record, "/conflicts/0/id", json!("ilrs"));
    assert_eq!(problems(&record.to_string()), [format!("conflicts/ilrs: {twice} (found “ilrs”)")]);
}

#[test]
fn a_milestone_has_been_promised() {
    let mut record = small();
    let promises = record["promises"].as_array_mut().expect("a list");
    promises.retain(|promise| promise["milestone"] != "probe-2-launch");
    let problem = "milestones/probe-2-launch: promises: nobody promised it: it is an event, or nothing";
    assert_eq!(problems(&record.to_string()), [problem]);
}

#[test]
fn lists_are_lists() {
    for list in ["people", "counts", "conflicts"] {
        let mut record = small();
        record[list] = json!({"a": 1});
        let found = problems(&record.to_string());
        assert!(found.iter().any(|problem| problem.ends_with(": it has to be a list")), "{list}: {found:#?}");
    }
}

#[test]
fn every_problem_at_once() {
    let mut record = small();
    put(&mut record, "/asOf", json!("2026-09-32"));
    put(&mut record, "/people/0/name", json!(""));
    put(&mut record, "/people/0/claims/0/sources", json!(["gossip"]));
    put(&mut record, "/missions/0/claims/2/value", json!("soon"));
    put(&mut record, "/events/1/kind", json!("party"));
    put(&mut record, "/promises/1/stated", json!("2024-13"));
    put(&mut record, "/conflicts/0/positions/1/holders", json!([]));
    put(&mut record, "/counts/0/number", json!(-1));
    put(&mut record, "/sources/0/url", json!("ftp://agency.example"));
    let found = problems(&record.to_string());
    for start in [
        "record/: asOf: this month has no such day",
        "people/ada-luz: name: ",
        "people/ada-luz: office: there is no such source",
        "missions/probe-1: launch: ",
        "events/probe-1-launched: kind: ",
        "promises/probe-2-launch-2021-03-09: stated: ",
        "conflicts/marea-in: holders: ",
        "counts/count-2024: number: ",
        "sources/agency-2021-03-09: url: ",
    ] {
        assert_eq!(
            found.iter().filter(|problem| problem.starts_with(start)).count(),
            1,
            "{start} in {found:#?}"
        );
    }
}
