//! The record of this crate as it stood on chosen days.

use crate::support::{checked, dataset, day, small};
use ilrs_explainer::model::asof::AsOf;
use ilrs_explainer::model::claim::{Field, Standing};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry::{Entry, Status, entries};
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::item::Item;
use ilrs_explainer::model::when::When;
use serde_json::{Value, json};

fn on(data: &Dataset, text: &str) -> AsOf {
    data.day(Some(day(text)))
}

/// The line of the timeline with this id.
fn line(data: &Dataset, text: &str, id: &str) -> Option<Entry> {
    let at = data.at(id).unwrap_or_else(|| panic!("the record has no {id}"));
    entries(data, on(data, text)).into_iter().find(|entry| entry.at == at)
}

fn item<'a>(data: &'a Dataset, id: &str) -> &'a Item {
    data.at(id).and_then(|at| data.item(at)).unwrap_or_else(|| panic!("the record has no {id}"))
}

#[test]
fn lines_appear_when_they_are_known() {
    let data = dataset();
    let table = [
        ("2021-06-15", "treaty-signed", None),
        ("2021-06-15", "law-signed", None),
        ("2021-06-15", "luna-25-launched", None),
        ("2021-06-15", "luna-25-launch", Some(Status::Slipped)),
        ("2021-06-15", "luna-26-launch", Some(Status::Slipped)),
        ("2023-08-09", "luna-25-launch", Some(Status::Slipped)),
        ("2023-08-09", "luna-25-launched", None),
        ("2023-08-10", "luna-25-launch", None),
        ("2023-08-10", "luna-25-launched", Some(Status::Happened)),
        ("2024-01-01", "treaty-signed", Some(Status::Happened)),
        ("2024-01-01", "luna-25-launch", None),
        ("2024-01-01", "luna-25-launched", Some(Status::Happened)),
        ("2024-06-11", "law-signed", None),
        ("2024-06-12", "law-signed", Some(Status::Happened)),
        ("2024-06-12", "treaty-in-force", None),
        ("2024-07-18", "treaty-in-force", Some(Status::Happened)),
    ];
    for (text, id, status) in table {
        assert_eq!(line(&data, text, id).map(|entry| entry.statuses.main()), status, "{id} on {text}");
    }
}

#[test]
fn a_promise_shows_the_date_then_given() {
    let data = dataset();
    let promised = line(&data, "2021-06-15", "luna-25-launch").expect("it was promised");
    assert_eq!(promised.when.year(), 2021);
    assert!(promised.promise.is_some());
    let happened = line(&data, "2024-01-01", "luna-25-launched").expect("it was launched");
    assert_eq!((happened.when.to_string(), happened.promise), ("2023-08-10".to_string(), None));
}

#[test]
fn participants_are_in_from_their_paper() {
    let data = dataset();
    let table = [
        ("venezuela", "2023-07-16", None),
        ("venezuela", "2023-07-17", Some(Standing::Member)),
        ("venezuela", "2024-01-01", Some(Standing::Member)),
        ("thailand", "2024-01-01", None),
        ("thailand", "2024-04-04", None),
        ("thailand", "2024-04-05", Some(Standing::Member)),
        ("thailand", "2024-06-12", Some(Standing::Member)),
    ];
    for (id, text, standing) in table {
        let (item, on) = (item(&data, id), on(&data, text));
        assert_eq!(
            (item.standing(on), data.exists(item, on)),
            (standing, standing.is_some()),
            "{id} on {text}"
        );
    }
}

#[test]
fn flights_have_flown_once_they_have() {
    let data = dataset();
    let table = [
        ("luna-25", "2023-08-09", false),
        ("luna-25", "2023-08-10", true),
        ("change-6", "2024-01-01", false),
        ("change-6", "2024-06-12", true),
    ];
    for (id, text, flown) in table {
        assert_eq!(item(&data, id).flown(on(&data, text)), flown, "{id} on {text}");
    }
}

#[test]
fn the_cut_off_is_the_default_and_the_last_day() {
    let data = dataset();
    let default = data.day(None);
    assert!(default.is_cutoff);
    for asked in [data.as_of, data.as_of + 1, data.as_of + 10_000] {
        assert_eq!(data.day(Some(asked)), default);
    }
    assert!(!data.day(Some(data.as_of - 1)).is_cutoff);
    assert_eq!(entries(&data, default), entries(&data, data.day(Some(data.as_of))));
}

#[test]
fn a_sentence_without_a_day_is_known_with_its_first_source_or_when_its_flight_was_over() {
    let told = |item: &str, sources: Value, day: &str| {
        let mut record = small();
        let missions = record["missions"].as_array_mut().expect("missions");
        let group = missions[0]["group"].clone();
        let claims = [
            json!({"field": "what", "text": "A flight.", "sources": sources, "confidence": "high"}),
            json!({"field": "launch", "value": "2023-01-05", "sources": ["press-2024-04"], "confidence": "high"}),
            json!({"field": "end", "value": "2023-03", "sources": ["press-2024-04"], "confidence": "high"}),
        ];
        for (id, claims) in [("flown", &claims[..]), ("planned", &claims[..1])] {
            missions.push(json!({"id": id, "name": id, "group": group, "claims": claims}));
        }
        let data = checked(&record);
        let on = on(&data, day);
        data.known(self::item(&data, item), Field::What, on).next().is_some()
    };
    let late = || json!(["press-2024-04"]); // published on 6 April 2024
    let both = || json!(["press-2024-04", "agency-2021-03-09"]);
    assert!(!told("planned", late(), "2024-04-05") && told("planned", late(), "2024-04-06"));
    assert!(!told("planned", both(), "2021-03-08") && told("planned", both(), "2021-03-09"));
    assert!(
        !told("flown", late(), "2023-03-30") && told("flown", late(), "2023-03-31"),
        "it was over before"
    );
}

#[test]
fn everything_is_known_at_the_cut_off() {
    let data = dataset();
    let day = data.day(None);
    for item in data.all_items() {
        assert!(data.exists(item, day), "{}", item.id);
        for claim in &item.claims {
            assert!(data.knows(item, claim, day), "{}: {:?}", item.id, claim.field);
        }
    }
    assert!(data.milestones.iter().all(|milestone| milestone.known(day).len() == milestone.promises.len()));
    for conflict in &data.conflicts {
        assert_eq!(conflict.known(day).count(), conflict.positions.len(), "{}", conflict.id);
    }
    let lines = entries(&data, day);
    for (index, milestone) in data.milestones.iter().enumerate() {
        let at = |entry: &&Entry| entry.at.kind == Type::Milestone && entry.at.index as usize == index;
        let dated = milestone.promises.iter().any(|promise| promise.promised.is_some());
        assert_eq!(
            lines.iter().any(|entry| at(&entry)),
            milestone.reached.is_none() && dated,
            "{}",
            milestone.id
        );
    }
    assert_eq!(lines.iter().filter(|entry| entry.at.kind == Type::Event).count(), data.events.len());
}

#[test]
fn nothing_became_known_after_the_cut_off() {
    let data = dataset();
    let late = |when: &When| when.earliest() > data.as_of;
    for item in data.all_items() {
        let claim = item.claims.iter().find(|claim| claim.since.as_ref().is_some_and(late));
        assert_eq!(claim, None, "{}", item.id);
    }
    for milestone in &data.milestones {
        assert!(!milestone.promises.iter().any(|promise| late(&promise.stated)), "{}", milestone.id);
    }
    for conflict in &data.conflicts {
        assert!(!conflict.positions.iter().any(|position| late(&position.since)), "{}", conflict.id);
    }
    assert!(!data.counts.iter().any(|count| late(&count.when)));
    assert!(!data.answers().any(|answer| late(&answer.since)));
}

#[test]
fn lines_stand_in_the_order_of_their_dates() {
    let data = dataset();
    for text in ["1970-01-01", "2021-06-15", "2024-01-01", "2026-09-13"] {
        let lines = entries(&data, on(&data, text));
        assert!(lines.is_sorted_by_key(|entry| (entry.when.known_start(), entry.when.known_end())), "{text}");
    }
}

/// A small record whose second milestone has these promises: what each gave, and how sure it is.
fn promised(promises: &[(&str, &str)]) -> Dataset {
    let mut record = small();
    let list = record["promises"].as_array_mut().expect("a list");
    let model = list.pop().expect("it has promises");
    list.retain(|promise| promise["milestone"] != model["milestone"]);
    for (place, (date, confidence)) in promises.iter().enumerate() {
        let mut promise = model.clone();
        promise["id"] = json!(format!("promise-{place}"));
        promise["stated"] = json!(format!("202{place}"));
        promise["promised"] = if date.is_empty() { Value::Null } else { json!(date) };
        promise["confidence"] = json!(confidence);
        list.push(promise);
    }
    checked(&record)
}

#[test]
fn a_weak_statement_counts_only_where_there_is_no_better() {
    // Each row: the statements, then how many count, the first and the newest date, and how the milestone stands.
    type Row<'a> = (&'a [(&'a str, &'a str)], usize, &'a str, &'a str, Status);
    let table: [Row; 7] = [
        (&[("2028", "high")], 1, "2028", "2028", Status::Planned),
        (&[("2025", "low"), ("2028", "high"), ("2030", "medium")], 2, "2028", "2030", Status::Slipped),
        (&[("2025", "low"), ("2028", "high")], 1, "2028", "2028", Status::Planned),
        (&[("2028", "high"), ("2031", "unconfirmed")], 1, "2028", "2028", Status::Planned),
        (&[("2028", "low"), ("2031", "low")], 2, "2028", "2031", Status::Slipped),
        (&[("2028", "high"), ("2031", "low"), ("", "medium")], 1, "2028", "2028", Status::Cancelled),
        (&[("2028", "low"), ("", "medium")], 1, "2028", "2028", Status::Cancelled),
    ];
    for (promises, stated, first, last, status) in table {
        let data = promised(promises);
        let day = data.day(None);
        let at = data.at("probe-2-launch").expect("it is there");
        let shift = data.milestone(at).shift(day, None).expect("a date was given");
        let told = (shift.stated, shift.first.to_string(), shift.last.to_string());
        assert_eq!(told, (stated, first.to_string(), last.to_string()), "{promises:?}");
        let entry = entries(&data, day).into_iter().find(|entry| entry.at == at).expect("it is promised");
        assert_eq!((entry.statuses.main(), entry.when), (status, shift.last), "{promises:?}");
    }
}
