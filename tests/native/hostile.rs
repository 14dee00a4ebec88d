//! Records that want to do harm: refused with a sentence, or shown as text. Nothing of them runs, and nothing of them
//! keeps a reader waiting.

use crate::support::{checked, is_thorough, problems, small};
use ilrs_explainer::model::validate::limits;
use ilrs_explainer::site::page;
use serde_json::{Value, json};
use std::rc::Rc;

fn with(place: &str, value: Value) -> Value {
    let mut record = small();
    let (parent, name) = place.rsplit_once('/').expect("a place starts with /");
    record.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}"))[name] = value;
    record
}

/// The one problem that a record with this value at this place has.
fn problem(place: &str, value: Value) -> String {
    let found = problems(&with(place, value).to_string());
    assert_eq!(found.len(), 1, "{place}: {found:#?}");
    found.into_iter().next().unwrap_or_default()
}

#[test]
fn addresses_that_are_none() {
    let starts = "sources/agency-2021-03-09: url: an address starts with https:// or http://";
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://agency.example/1",
        "vbscript:x",
        "file:///etc/passwd",
        "//agency.example/x",
        "/x",
        "x",
        "#x",
        "?x",
        " https://agency.example/",
        "HTTPS://agency.example/",
        "https:agency.example",
        "https:/agency.example",
        "https:\\\\agency.example",
    ] {
        let found = problem("/sources/0/url", json!(url));
        assert!(found.starts_with(starts), "{url:?}: {found}");
    }
    let host = "sources/agency-2021-03-09: url: an address has a host and no spaces";
    for url in [
        "https://".to_string(),
        "https:///x".to_string(),
        "http://?x".to_string(),
        "https://:80/".to_string(),
        "https://agency.example @evil.example/".to_string(),
        "https://agency.example@evil.example/".to_string(),
        "https://agency.example\\@evil.example/".to_string(),
        "https://agency.example/a b".to_string(),
        "https://agency.example/\u{a0}".to_string(),
        "https://agency.example/\n".to_string(),
        "https://agency.example/\u{0}".to_string(),
        "https://agency.example/\u{202e}gpj.exe".to_string(),
        "https://agency.example/\"onclick=".to_string(),
        "https://agency.example/<script>".to_string(),
        format!("https://agency.example/{}", "a".repeat(limits::LONGEST_ADDRESS)),
    ] {
        let found = problem("/sources/0/url", json!(url));
        assert!(found.starts_with(host), "{url:?}: {found}");
    }
    assert_eq!(
        problem("/sources/0/url", json!(["https://agency.example/"])),
        "sources/agency-2021-03-09: url: it has to be a text"
    );
    for url in [
        "http://agency.example",
        "https://agency.example:8443/a?b=c&d='e'#f@g",
        "https://космос.example/луна",
        "https://agency.example/a(b),c;d=~e!f*g%20[h]",
    ] {
        assert_eq!(problems(&with("/sources/0/url", json!(url)).to_string()), [""; 0], "{url}");
    }
}

#[test]
fn texts_that_steer() {
    for sign in [
        '\0', '\u{1}', '\u{8}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}', '\u{202a}', '\u{202e}',
        '\u{2066}', '\u{2069}',
    ] {
        for place in ["/people/0/name", "/events/0/title", "/conflicts/0/question", "/sources/0/publisher"] {
            let found = problem(place, json!(format!("a{sign}b")));
            let code = format!("the character U+{:04X}, which steers and has no look", sign as u32);
            assert!(found.contains(&code), "{place}: {found}");
            assert!(found.contains("(found “a\u{fffd}b”)"), "what is quoted steers nothing: {found:?}");
        }
    }
    for list in ["/people/0/aliases", "/conflicts/0/positions/0/holders"] {
        let found = problems(&with(list, json!(["a\u{202e}"])).to_string());
        assert!(found[0].contains("U+202E"), "{found:?}");
    }
    for text in [
        "a\tb\nc",
        "\u{200f}\u{627}\u{644}\u{642}\u{645}\u{631}\u{200e}",
        "क्\u{200d}ष",
        "👩\u{200d}🚀",
        "\u{feff}x",
    ] {
        assert_eq!(problems(&with("/people/0/name", json!(text)).to_string()), [""; 0], "{text:?}");
    }
}

#[test]
fn half_a_character_is_refused_with_its_place() {
    let text = small().to_string();
    for half in ["\\ud83c", "\\udf19", "\\ud83c\\u0041", "\\udf19\\ud83c"] {
        let broken = text.replacen("Selenia", half, 1);
        let found = problems(&broken);
        assert_eq!(found.len(), 1, "{found:?}");
        let told = found[0].contains(" surrogate in hex escape at line 1 column ")
            || found[0].contains("unexpected end of hex escape at line 1 column ");
        assert!(found[0].starts_with("record/: json: ") && told, "{half}: {found:?}");
    }
}

#[test]
fn long_texts_lists_and_ids() {
    let long = "long ".repeat(2_000_000);
    let found = problem("/events/0/text", json!(long));
    assert!(
        found.starts_with("events/paper-signed: text: a text has at most 5000 characters (found “long long"),
        "{found}"
    );
    assert!(found.len() < 300, "a problem quotes the start alone: {} bytes", found.len());
    assert_eq!(problems(&with("/events/0/text", json!("月".repeat(limits::LONGEST))).to_string()), [""; 0]);
    let id = problem("/counts/0/id", json!("a".repeat(limits::LONGEST_ID + 1)));
    assert!(id.contains("an id has at most 100 characters"), "{id}");
    let found = problems(&with("/people/0/aliases", json!(vec!["Ada"; 101])).to_string());
    assert_eq!(found, ["people/ada-luz: aliases: it lists 101; at most 100 stand there"]);
    let mut record = small();
    let person = record["people"][0].clone();
    let many = |place: usize| {
        let mut other = person.clone();
        other["id"] = json!(format!("ada-{place}"));
        other
    };
    record["people"].as_array_mut().expect("a list").extend((0..1_000).map(many));
    let found = problems(&record.to_string());
    assert_eq!(found, ["record/: people: it lists 1001; at most 1000 stand there"]);
    for list in ["participants", "missions", "facilities", "phases", "milestones", "conflicts", "counts"] {
        let mut record = small();
        let one = record[list][0].clone();
        let entries = record[list].as_array_mut().expect("a list");
        entries.splice(
            0..0,
            (0..2_000).map(|place| json!({"id": format!("more-{place}"), "label": one["label"]})),
        );
        let found = problems(&record.to_string());
        assert!(
            found.iter().any(|problem| problem.contains(&format!("record/: {list}: it lists "))),
            "{list}: {found:#?}"
        );
    }
}

/// The small record with so many events.
fn events(number: usize) -> String {
    let mut record = small();
    record["conflicts"] = json!([]);
    record["events"] = json!([]);
    let event = |place| {
        format!(
            r#"{{"id":"e{place}","date":"2024","kind":"other","title":"x","sources":["press-2024-04"],"confidence":"low"}}"#
        )
    };
    let events: Vec<String> = (0..number).map(event).collect();
    record.to_string().replace(r#""events":[]"#, &format!(r#""events":[{}]"#, events.join(",")))
}

#[test]
fn too_many_events_and_too_many_bytes() {
    if is_thorough() {
        assert_eq!(problems(&events(100_000)), [""; 0]);
    }
    assert_eq!(problems(&events(100_001)), ["record/: events: it lists 100001; at most 100000 stand there"]);
    let large = format!("{}{}", small(), " ".repeat(limits::LARGEST));
    assert_eq!(problems(&large), ["record/: json: a record has at most 32000000 bytes"]);
}

#[test]
fn a_flood_of_problems_is_counted() {
    let mut record = small();
    let wrong: Vec<Value> = (0..5_000).map(|_| json!({"id": "E"})).collect();
    record["events"] = json!(wrong);
    let found = problems(&record.to_string());
    assert_eq!(found.len(), limits::TOLD + 1);
    let last = found.last().map_or("", String::as_str);
    assert!(last.starts_with("record/: problems: and ") && last.ends_with(" more"), "{last}");
}

#[test]
fn what_all_cards_hold_has_a_bound() {
    let mut record = small();
    let claim = json!({"field": "note", "text": "x", "sources": ["press-2024-04"], "confidence": "low"});
    let person = record["people"][0].clone();
    let many = |place: usize| {
        let mut other = person.clone();
        other["id"] = json!(format!("ada-{place}"));
        other["claims"] = json!(vec![claim.clone(); 100]);
        other
    };
    record["people"].as_array_mut().expect("a list").extend((0..600).map(many));
    let found = problems(&record.to_string());
    assert_eq!(
        found,
        ["record/: cards: they hold more than 100000 claims, promises, positions, links and citations"]
    );
}

/// Once a search through all events for each milestone: ten thousand million steps.
#[test]
fn many_events_that_reach_a_milestone_are_one_problem_each() {
    let record: Value = serde_json::from_str(&events(10_000)).expect("a record");
    let mut record = record;
    for event in record["events"].as_array_mut().expect("a list") {
        event["milestone"] = json!("probe-1-launch");
    }
    assert_eq!(
        problems(&record.to_string()),
        ["milestones/probe-1-launch: milestone: two events have reached it"]
    );
}

#[test]
fn cut_offs_and_languages() {
    for day in ["1899-12-31", "2200-01-01", "9999-12-31", "-9999-01-01", "0000-01-01"] {
        let found = problems(&with("/asOf", json!(day)).to_string());
        assert!(
            found[0].starts_with("record/: asOf: nobody has checked a record before 1900"),
            "{day}: {found:?}"
        );
    }
    for tag in ["x", "english", "en_GB", "en-", "<b>", "en-123456789"] {
        let found = problem("/language", json!(tag));
        assert!(found.starts_with("record/: language: a language is a tag of BCP 47"), "{tag}: {found}");
    }
    for tag in ["en", "pt-BR", "zh-Hant-TW", "fil"] {
        assert_eq!(problems(&with("/language", json!(tag)).to_string()), [""; 0], "{tag}");
    }
}

#[test]
fn numbers_of_any_size() {
    let with =
        |number: &str| small().to_string().replacen("\"number\":2", &format!("\"number\":{number}"), 1);
    for number in ["1e300", "99999999999999999999", "4294967296", "1.5", "-0.0"] {
        let found = problems(&with(number));
        assert_eq!(found, ["counts/count-2024: number: it has to be a whole number from 0"], "{number}");
    }
    let found = problems(&with("1e400"));
    assert!(found[0].starts_with("record/: json: number out of range at line 1 column "), "{found:?}");
}

/// Every text of the small record, made into one that would like to run.
fn scripted() -> Value {
    const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'--><svg/onload=alert(1)>{{app}}javascript:alert(1)";
    fn put(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(put),
            Value::Object(members) => {
                for (name, value) in members {
                    let shown = [
                        "name",
                        "zh",
                        "ru",
                        "label",
                        "title",
                        "text",
                        "who",
                        "of",
                        "question",
                        "reading",
                        "publisher",
                        "description",
                    ];
                    match value {
                        Value::String(text) if shown.contains(&name.as_str()) => *text = SCRIPT.to_string(),
                        Value::Array(list) if matches!(name.as_str(), "aliases" | "holders") => {
                            *list = vec![json!(SCRIPT)];
                        }
                        value => put(value),
                    }
                }
            }
            _ => {}
        }
    }
    let mut record = small();
    record["title"] = json!("x");
    record["description"] = json!("x");
    put(&mut record);
    record
}

#[test]
fn scripts_in_texts_are_texts() {
    let html = page::app(&Rc::new(checked(&scripted())), "").expect("the page renders");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the texts are shown");
    for tag in ["<script", "<img", "<svg/onload"] {
        assert!(!html.contains(tag), "{tag} is markup");
    }
    for link in html.split(" href=\"").skip(1) {
        let url = link.split('"').next().unwrap_or(link);
        let fit = url.starts_with(['#', '?']) || url.starts_with("https://") || url.starts_with("http://");
        assert!(fit, "{url}");
    }
}

#[test]
fn dates_at_both_ends_of_the_calendar_are_drawn() {
    let mut record = small();
    record["events"][0]["date"] = json!("-9999");
    record["events"][1]["date"] = json!("-9999-01-01/2026-09-13");
    record["promises"][0]["promised"] = json!("9999-12-31");
    record["promises"][1]["promised"] = json!("../-9999");
    record["promises"][1]["stated"] = json!("-9999");
    let html = page::app(&Rc::new(checked(&record)), "").expect("the page renders");
    assert!(html.len() < 200_000, "{} bytes", html.len());
}
