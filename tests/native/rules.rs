//! The editorial rules: a record that keeps them all, and each broken alone.

use crate::support::{record, root, small};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::rules::{problems, seeds};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A small record that keeps every rule.
fn kept() -> Value {
    let mut record = small();
    record["sources"][1]["lean"] = json!("high");
    let paper = json!({"field": "paper", "text": "It signed a memorandum.", "sources": ["agency-2021-03-09"], "confidence": "high"});
    for participant in record["participants"].as_array_mut().expect("a list") {
        participant["claims"].as_array_mut().expect("a list").push(paper.clone());
    }
    record["conflicts"][0]["positions"][0]["text"] = json!("It signed a paper.");
    record["promises"][1]["text"] = json!("It is 2024 or 2025.");
    let mut note = record["sources"][1].clone();
    for (id, kind, lean) in [
        ("note-2024", "note", "medium"),
        ("other-note-2024", "note", "low"),
        ("copy-2024", "copy", "medium"),
        ("other-copy-2024", "copy", "medium"),
        ("paper-2024", "press", "medium"),
        ("weak-2024", "press", "low"),
        ("title-2024", "press", "medium"),
        ("other-title-2024", "agency", "medium"),
    ] {
        let read = ["copy", "title"].into_iter().find(|reading| id.contains(reading));
        note["read"] = json!(read.unwrap_or("read"));
        note["id"] = json!(id);
        note["publisher"] = json!(id);
        (note["kind"], note["lean"]) = (json!(kind), json!(lean));
        note.as_object_mut().expect("a source").remove("url");
        record["sources"].as_array_mut().expect("a list").push(note.clone());
    }
    record["sites"] = json!([{
        "id": "probe-1-landing", "mission": "probe-1", "kind": "landing", "lat": "-89.5", "lon": "-179.9999",
        "text": "By the pole.", "sources": ["agency-2021-03-09"], "confidence": "high",
    }]);
    record["programmes"] = json!([{ "id": "one", "name": "One" }, { "id": "other", "name": "Other" }]);
    record["comparison"] = json!([{ "id": "who", "question": "When does it stand?", "answers": [
        {
            "programme": "one", "text": "From 2021 on a base stands on the Moon.", "since": "2021-03-09",
            "grounds": ["ilrs", "first-phase"], "sources": ["agency-2021-03-09"], "confidence": "high",
        },
        { "programme": "other", "unstated": true },
    ]}]);
    record["features"] = json!([{
        "id": "peary", "name": "Peary", "kind": "crater", "lat": "88.63", "lon": "24.4", "km": "78.75",
        "sources": ["agency-2021-03-09"],
    }]);
    record
}

fn found(record: &Value) -> Vec<String> {
    let record: Record = serde_json::from_value(record.clone()).expect("a record");
    problems(&record).iter().map(ToString::to_string).collect()
}

/// The record with a value at a place.
fn with(changes: &[(&str, Value)]) -> Value {
    let mut record = kept();
    for (place, value) in changes {
        let (parent, name) = place.rsplit_once('/').expect("a place starts with /");
        match record.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
            Value::Array(list) => list[name.parse::<usize>().expect("a place in a list")] = value.clone(),
            parent => parent[name] = value.clone(),
        }
    }
    record
}

#[test]
fn what_keeps_the_rules_is_left_alone() {
    assert_eq!(found(&kept()), [""; 0]);
}

#[test]
fn the_record_keeps_them() {
    let problems: Vec<String> = problems(record()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Each row breaks one rule: the changes, and how the one problem begins.
fn broken() -> Vec<(Vec<(&'static str, Value)>, &'static str)> {
    let long = format!("{}.", ["word"; 41].join(" "));
    let promised = |date: &str, text: &str| {
        let text = format!("It is {text}.");
        vec![("/promises/1/promised", json!(date)), ("/promises/1/text", json!(text))]
    };
    let ends = "promises/probe-2-launch-2021-03-09: promised: its text does not give this end";
    let graded = |confidence: &str, sources: &[&str]| {
        vec![
            ("/people/0/claims/0/confidence", json!(confidence)),
            ("/people/0/claims/0/sources", json!(sources)),
        ]
    };
    let answer = |field: &str, value: Value| {
        let place = match field {
            "text" => "/comparison/0/answers/0/text",
            "grounds" => "/comparison/0/answers/0/grounds",
            _ => "/comparison/0/answers/0/sources",
        };
        vec![(place, value)]
    };
    let high = "people/ada-luz: office: high takes a source on which we lean far";
    let medium = "people/ada-luz: office: medium takes a source on which we lean at least with care";
    vec![
        (
            vec![("/promises/1/stated", json!("2021-03-10"))],
            "promises/probe-2-launch-2021-03-09: stated: it is stated after every dated source of it was published",
        ),
        (promised("2029/2030", "before 2030"), ends),
        (promised("2029", "before 2030"), ends),
        (promised("../2030", "before 2030"), ends),
        (promised("2036", "by 2036"), ends),
        (promised("2031/2036", "by 2036"), ends),
        (promised("../2035", "no later than 2036"), ends),
        (promised("2036/..", "after 2036"), ends),
        (promised("2037/2040", "after 2036"), ends),
        (promised("2027", "no earlier than 2027"), ends),
        (promised("2027-09/2027-12", "late 2027"), ends),
        (
            vec![("/participants/1/claims/1/sources", json!(["paper-2024", "copy-2024"]))],
            "participants/marea: standing: none of the sources of this standing is a source of the paper",
        ),
        (
            vec![("/participants/0/claims/2/field", json!("note"))],
            "participants/selenia: standing: none of the sources of this standing",
        ),
        (graded("high", &["paper-2024"]), high),
        (graded("high", &["paper-2024", "weak-2024"]), high),
        (graded("high", &["paper-2024", "note-2024"]), high),
        (graded("high", &["copy-2024", "other-copy-2024"]), high),
        (
            graded("high", &["title-2024", "other-title-2024"]),
            "people/ada-luz: office: of its sources none was read, only titles or summaries: medium at most",
        ),
        (
            vec![
                ("/events/0/sources", json!(["title-2024", "other-title-2024"])),
                ("/events/0/confidence", json!("high")),
            ],
            "events/paper-signed: title: of its sources none was read",
        ),
        (
            vec![
                ("/promises/1/sources", json!(["title-2024", "other-title-2024"])),
                ("/promises/1/confidence", json!("high")),
            ],
            "promises/probe-2-launch-2021-03-09: text: of its sources none was read",
        ),
        (
            vec![("/sources/8/lean", json!("high"))],
            "sources/title-2024: lean: we lean with care at most on what is known by its title alone (found “high”)",
        ),
        (
            vec![("/sources/4/read", json!("read"))],
            "sources/copy-2024: read: of a copy it is copy or title, never read (found “read”)",
        ),
        (graded("medium", &["weak-2024"]), medium),
        (graded("medium", &["note-2024"]), medium),
        (
            vec![("/people/0/claims/0/confidence", json!("low"))],
            "people/ada-luz: office: a claim this weak says so in its sentence",
        ),
        (
            vec![("/people/0/claims/0/confidence", json!("unconfirmed"))],
            "people/ada-luz: office: a claim this weak says so in its sentence",
        ),
        (
            vec![("/promises/1/confidence", json!("low"))],
            "promises/probe-2-launch-2021-03-09: text: a claim this weak says so in its sentence",
        ),
        (
            vec![("/events/0/text", json!(format!("It signs here. {long} Then it rests.")))],
            "events/paper-signed: title: a sentence has at most 40 words, this one 41",
        ),
        (
            vec![("/conflicts/0/reading", json!(long))],
            "conflicts/marea-in: reading: a sentence has at most 40 words",
        ),
        (
            vec![("/people/0/claims/0/text", json!("Heads the agency"))],
            "people/ada-luz: office: a text is whole sentences and ends with a stop",
        ),
        (
            vec![("/conflicts/0/question", json!("Marea is in."))],
            "conflicts/marea-in: question: a text is whole sentences and ends with a stop",
        ),
        (
            vec![("/conflicts/0/positions/0/text", json!("It signed."))],
            "conflicts/marea-in: text: a sentence has at least 3 words",
        ),
        (
            vec![("/events/0/text", json!("It signed in two cities. At once."))],
            "events/paper-signed: text: a sentence has at least 3 words",
        ),
        (
            vec![("/people/0/claims/0/text", json!("She heads the MSA."))],
            "people/ada-luz: office: initials are spelled out in their card",
        ),
        (
            vec![("/events/0/title", json!("Selenia signs with the MSA’s lawyers"))],
            "events/paper-signed: title: initials are spelled out in their card",
        ),
        (
            vec![("/sources/1/url", json!("https://mail.example.swentr.site/news"))],
            "sources/press-2024-04: url: this address looks like a publisher's and is not",
        ),
        (
            vec![("/milestones/0/actual", json!("2025-02-04"))],
            "milestones/probe-1-launch: actual: the event probe-1-launched reached it on 2025-02-03 (found “2025-02-04”)",
        ),
        (
            vec![("/milestones/1/actual", json!("2025-02-03"))],
            "milestones/probe-2-launch: actual: no event has reached it (found “2025-02-03”)",
        ),
        (
            vec![("/events/0/kind", json!("loss")), ("/events/0/about", json!(["selenia", "probe-1"]))],
            "missions/probe-1: outcome: the event paper-signed tells of its loss (found “success”)",
        ),
        (
            vec![("/missions/0/claims/3/value", json!("cancelled"))],
            "missions/probe-1: outcome: the event probe-1-launched has it fly (found “cancelled”)",
        ),
        (
            vec![("/missions/0/claims/2/value", json!("2025-02-04"))],
            "missions/probe-1: launch: the event probe-1-launched has it launched on 2025-02-03 (found “2025-02-04”)",
        ),
        (
            answer("grounds", json!(["ilrs", "first-phase", "probe-1-launched"])),
            "comparison/who: one: nothing that it says by the day of the answer has one of the answer’s sources \
             (found “probe-1-launched”)",
        ),
        (
            answer("sources", json!(["agency-2021-03-09", "press-2024-04"])),
            "comparison/who: one: no statement that carries the answer has this source (found “press-2024-04”)",
        ),
        (
            vec![
                ("/facilities/0/claims/0/confidence", json!("medium")),
                ("/phases/0/claims/0/confidence", json!("medium")),
            ],
            "comparison/who: one: an answer is no surer than the surest statement that carries it (found “high”)",
        ),
        (
            answer("text", json!("From 2021 on three bases stand on the Moon.")),
            "comparison/who: one: no statement that carries the answer says so (found “three”)",
        ),
        (
            answer("text", json!("From 2022 on a base stands on the Moon.")),
            "comparison/who: one: no statement that carries the answer says so (found “2022”)",
        ),
        (
            answer("text", json!("From May 2021 on a base stands on the Moon.")),
            "comparison/who: one: no statement that carries the answer says so (found “May”)",
        ),
        (
            answer("text", json!("From 2021 on Marea stands on the Moon.")),
            "comparison/who: one: no statement that carries the answer says so (found “Marea”)",
        ),
        (
            answer("text", json!("Marea stands on the Moon.")),
            "comparison/who: one: no statement that carries the answer says so (found “Marea”)",
        ),
        (
            vec![(
                "/comparison/0/answers/1",
                json!({
                    "programme": "other", "text": "A base stands there. It stands on the Moon.", "since": "2021-03-09",
                    "grounds": ["ilrs"], "sources": ["agency-2021-03-09"], "confidence": "high",
                }),
            )],
            "comparison/who: answers: the answers to a question have as many sentences each",
        ),
        (vec![("/sites/0/lat", json!("90.1"))], "sites/probe-1-landing: lat: degrees from -90 to 90"),
        (vec![("/sites/0/lon", json!("180.5"))], "sites/probe-1-landing: lon: degrees from -180 to 180"),
        (vec![("/sites/0/lon", json!("12.34567"))], "sites/probe-1-landing: lon: degrees from -180 to 180"),
        (vec![("/sites/0/lat", json!("1e1"))], "sites/probe-1-landing: lat: degrees from -90 to 90"),
        (vec![("/features/0/lat", json!("-91"))], "features/peary: lat: degrees from -90 to 90"),
        (
            vec![("/people/0/claims/0/text", json!("Fell at 95.2° S, 12° E."))],
            "people/ada-luz: office: no such latitude or longitude",
        ),
        (
            vec![("/people/0/claims/0/text", json!("Fell at 5.2° S, 181° E."))],
            "people/ada-luz: office: no such latitude or longitude",
        ),
        (
            vec![("/sites/0/mission", json!("probe-3"))],
            "sites/probe-1-landing: mission: there is no such mission",
        ),
        (
            vec![("/sites/0/kind", json!("picnic"))],
            "sites/probe-1-landing: kind: it has to be one of landing",
        ),
        (
            vec![("/features/0/sources", json!([]))],
            "features/peary: sources: nothing stands here without a source",
        ),
        (
            vec![("/sites/0/sources", json!(["agency-2021-03-09", "gossip"]))],
            "sites/probe-1-landing: sources: there is no such source",
        ),
        (
            vec![("/features/0/sources", json!(["gossip"]))],
            "features/peary: sources: there is no such source",
        ),
        (vec![("/sites/0/id", json!("paper-signed"))], "sites/paper-signed: id: this id stands twice"),
        (
            vec![("/features/0/id", json!("probe-1-landing"))],
            "features/probe-1-landing: id: this id stands twice",
        ),
    ]
}

#[test]
fn each_rule_alone() {
    let mut wrong = Vec::new();
    for (changes, start) in broken() {
        let found = found(&with(&changes));
        if found.len() != 1 || !found[0].starts_with(start) {
            wrong.push(format!("{changes:?}\n  wanted {start:?}\n  found  {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_comes_near_a_rule_keeps_it() {
    let promised = |date: &str, text: &str| {
        let text = format!("It is {text}.");
        vec![("/promises/1/promised", json!(date)), ("/promises/1/text", json!(text))]
    };
    let office = |text: &str| vec![("/people/0/claims/0/text", json!(text))];
    let table = [
        vec![("/promises/2/stated", json!("2024-04"))],
        vec![
            ("/phases/0/claims/0/value", json!("2021-03-09/2025")),
            ("/facilities/0/claims/0/text", json!("Two bases on the Moon.")),
            ("/comparison/0/answers/0/text", json!("From 9 March 2021 on 2 bases of the First phase stand.")),
        ],
        vec![("/promises/1/sources", json!(["agency-2021-03-09", "paper-2024"]))],
        promised("../2029", "before 2030"),
        promised("../2036", "by 2036"),
        promised("../2032", "within ten years"),
        promised("2037/..", "after 2036"),
        promised("2036/..", "no crewed expedition before 2036"),
        promised("2026-04-01/..", "no earlier than 1 April 2026"),
        promised("2016", "2016, after 2015"),
        promised("2026-07/2026-12", "second half of 2026"),
        promised("2027~/2029~", "late 2020s"),
        promised("2031/2035", "2031–2035"),
        vec![("/people/0/claims/0/sources", json!(["paper-2024", "copy-2024"]))],
        vec![("/people/0/claims/0/sources", json!(["paper-2024", "title-2024"]))],
        vec![
            ("/people/0/claims/0/confidence", json!("medium")),
            ("/people/0/claims/0/sources", json!(["title-2024"])),
        ],
        vec![("/sources/4/read", json!("title"))],
        vec![("/milestones/0/actual", Value::Null)],
        vec![("/missions/0/claims/2/value", json!("2025-02"))],
        vec![
            ("/missions/0/claims/3/value", json!("failure")),
            ("/events/0/kind", json!("loss")),
            ("/events/0/about", json!(["probe-1"])),
        ],
        vec![
            ("/people/0/claims/0/confidence", json!("medium")),
            ("/people/0/claims/0/sources", json!(["note-2024", "other-note-2024"])),
        ],
        vec![
            ("/people/0/claims/0/confidence", json!("low")),
            ("/people/0/claims/0/text", json!("Heads the agency, by one report.")),
        ],
        vec![("/sources/1/url", json!("https://notswentr.site/"))],
        office("She heads the agency MSA, and the MSA signs."),
        office("She works for NASA and “the UN”."),
        office("She said: “It signed a paper.”"),
        vec![
            ("/participants/0/aliases", json!(["MSA"])),
            ("/participants/0/claims/0/text", json!("The MSA is old.")),
        ],
        vec![
            ("/participants/0/aliases", json!(["MSA"])),
            ("/people/0/claims/0/text", json!("She heads Selenia, or the MSA.")),
        ],
        vec![
            ("/missions/0/claims/0/field", json!("launcher")),
            ("/missions/0/claims/0/text", json!("Long Pole 5")),
        ],
        office("It fell at 89.9° S, 180° E, or at 5 °C."),
        office(&format!("{}.", ["word"; 40].join(" "))),
    ];
    for changes in table {
        assert_eq!(found(&with(&changes)), [""; 0], "{changes:?}");
    }
}

#[test]
fn eight_words_of_an_article_are_a_copy() {
    let article = "One two three four: “five” six seven eight, nine ten.";
    let kept_hashes = seeds::written(&seeds::hashes(article));
    assert_eq!(kept_hashes.lines().count(), 3);
    let known = seeds::known(&kept_hashes);
    let copies = |text: &str| {
        let record: Record =
            serde_json::from_value(with(&[("/events/0/text", json!(text))])).expect("a record");
        seeds::copied(&record, &known).len()
    };
    assert_eq!(copies("They say two THREE four five-six, seven: eight nine."), 1);
    assert_eq!(copies("One two three four five six seven, and eight nine ten."), 0);
    let title = with(&[("/sources/0/title", json!(article))]);
    let title: Record = serde_json::from_value(title).expect("a record");
    assert!(seeds::copied(&title, &known).is_empty(), "titles of sources are not ours");
}

#[test]
fn the_kept_hashes_are_sorted_and_hold_no_text() {
    let text = std::fs::read_to_string(root().join("src/site/rules/seeds.hashes")).expect("it can be read");
    let known: BTreeSet<u64> = seeds::known(&text);
    assert!(known.len() > 500, "{}", known.len());
    assert_eq!(seeds::written(&known), text);
}
