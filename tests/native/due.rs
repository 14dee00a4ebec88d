//! What of a record is due to be looked at again, by the day.

use crate::support::{checked, day, small};
use ilrs_explainer::site::due::{Due, due, lines};
use serde_json::{Value, json};

/// The small record with a flight to come, and a source of which the title alone is known.
fn record() -> Value {
    let mut record = small();
    record["sources"][1]["read"] = json!("title");
    let mut probe = record["missions"][0].clone();
    (probe["id"], probe["name"]) = (json!("probe-2"), json!("Probe-2"));
    probe["claims"] = json!([
        {"field": "what", "text": "A lander.", "sources": ["agency-2021-03-09"], "confidence": "high"},
        {"field": "state", "text": "It is being built.", "since": "2021-03", "sources": ["agency-2021-03-09"], "confidence": "high"},
        {"field": "target", "text": "The pole.", "since": "2021-03", "sources": ["agency-2021-03-09", "press-2024-04"], "confidence": "high"},
        {"field": "launcher", "text": "Long Pole 5", "since": "2021-03", "until": "2022", "sources": ["agency-2021-03-09"], "confidence": "high"},
    ]);
    record["missions"].as_array_mut().expect("a list").push(probe);
    record
}

fn told(record: &Value, on: &str) -> Vec<String> {
    due(&checked(record), day(on)).iter().map(Due::to_string).collect()
}

#[test]
fn what_is_due_follows_from_the_day() {
    let unopened = "sources.toml: press-2024-04: of 2024-04-06";
    let state = "missions/probe-2.toml: state: last said 2021-03";
    let target = "missions/probe-2.toml: target: last said 2021-03";
    let of_the_press = "missions/probe-2.toml: target: last said 2024-04-06";
    let first = "milestones/probe-1-launch.toml: probe-1-launch: promised for 2023";
    let second = "milestones/probe-2-launch.toml: probe-2-launch: promised for 2028";
    let table: [(&str, &[&str]); 9] = [
        ("2021-03-31", &[]),
        ("2022-03-09", &[]),
        ("2023-12-31", &[state, target]),
        ("2024-01-01", &[first, state, target]),
        ("2024-04-06", &[first, unopened, state]),
        ("2025-02-03", &[unopened, state]),
        ("2025-04-07", &[unopened, state, of_the_press]),
        ("2026-09-13", &[unopened, state, of_the_press]),
        ("2029-01-01", &[second, unopened, state, of_the_press]),
    ];
    for (on, wanted) in table {
        assert_eq!(told(&record(), on), wanted, "{on}");
    }
}

#[test]
fn what_is_over_or_withdrawn_is_not_due() {
    let with = |place: &str, value: Value| {
        let mut record = record();
        *record.pointer_mut(place).expect("it is there") = value;
        told(&record, "2029-01-01")
    };
    let has = |lines: &[String], start: &str| lines.iter().any(|line| line.starts_with(start));
    let given_up = json!({"field": "outcome", "value": "cancelled", "since": "2025", "sources": ["agency-2021-03-09"], "confidence": "high"});
    assert!(!has(&with("/missions/1/claims/3", given_up), "missions/"));
    let launched = json!({"field": "launch", "value": "2026-01-01", "sources": ["agency-2021-03-09"], "confidence": "high"});
    assert!(!has(&with("/missions/1/claims/3", launched), "missions/"));
    assert!(!has(&with("/promises/2/promised", Value::Null), "milestones/"));
    assert!(!has(&with("/promises/2/promised", json!("2028/..")), "milestones/"));
    // A promise of low confidence does not take back the better one before it.
    assert!(has(
        &with("/promises/2/confidence", json!("low")),
        "milestones/probe-2-launch.toml: probe-2-launch: promised for 2024/2025"
    ));
}

#[test]
fn lines_are_told_by_reason_with_their_number() {
    assert!(lines(&[]).is_empty());
    let lines = lines(&due(&checked(&record()), day("2029-01-01")));
    assert_eq!(
        lines,
        [
            "due: promises whose date has passed with no event (1)",
            "  milestones/probe-2-launch.toml: probe-2-launch: promised for 2028",
            "due: sources that were never opened (1)",
            "  sources.toml: press-2024-04: of 2024-04-06",
            "due: claims older than a year on flights still to come (2)",
            "  missions/probe-2.toml: state: last said 2021-03",
            "  missions/probe-2.toml: target: last said 2024-04-06",
        ]
    );
}
