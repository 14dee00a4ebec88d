//! Records in their published form.

use crate::cases;
use crate::generated;
use crate::looked::looked_at;
use crate::mutate::{any_text, changed, changes};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::validate::json::dataset;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Pieces of JSON, whole and broken.
const PIECES: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00",
    "\\ud83c\\udf19",
    "\\u0000",
    "\\u+041",
    "\u{1f}",
    "null",
    "true",
    "fals",
    "0",
    "-",
    "1e",
    ".5",
    "1e400",
    "99999999999999999999",
    "-0",
    "01",
    "\"a\":",
    "[[[[[[[[[[[[[[[[",
    "\u{feff}",
    " ",
    "\n",
    "/**/",
];

/// Valid records: one by hand, and generated ones small enough to be read a million times.
pub fn records() -> Vec<Value> {
    let small = include_str!("../model/small.json").parse().expect("the small record is JSON");
    let made = (0..3).map(|seed| {
        named(serde_json::to_value(generated::record(seed, 4)).expect("a record can be written"))
    });
    [small].into_iter().chain(made).collect()
}

/// The record without the items and sources that nothing else in it names.
fn named(mut record: Value) -> Value {
    let text = record.to_string();
    for list in ["participants", "people", "missions", "facilities", "sources"] {
        if let Some(entries) = record[list].as_array_mut() {
            entries.retain(|entry| text.matches(&entry["id"].to_string()).count() > 1);
        }
    }
    record
}

/// What happens to a record at a place.
#[derive(Clone, Debug)]
enum Harm {
    /// Something else stands there.
    Put(Value),
    /// The words there are changed.
    Change(Vec<crate::mutate::Change>),
    /// What stands somewhere else stands there too.
    Copy(Index),
    /// It is gone.
    Drop,
    /// It stands there twice.
    Twice,
    /// It stands so deep in lists.
    Deep(usize),
}

/// Values that fit somewhere, but seldom where they are put.
fn values() -> impl Strategy<Value = Value> {
    let fixed = vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(4294967296_u64),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("selenia"),
        json!("probe-1-launch"),
        json!("press-2024-04"),
        json!("2024-02-30"),
        json!("../2029"),
        json!("-9999-01-01"),
        json!("9999-24"),
        json!("high"),
        json!("launch"),
        json!("operator"),
        json!("javascript:alert(1)"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null]),
        json!({"id": "marea"}),
    ];
    prop_oneof![6 => select(fixed), 1 => any_text(8).prop_map(Value::from), 1 => any::<i64>().prop_map(Value::from)]
}

const WORDS: &[&str] = &["-", "A", " ", "\0", "~", "/", "..", "2024", "x", "月", "https://", "XX"];

fn harms() -> impl Strategy<Value = Vec<(Index, Harm)>> {
    let harm = prop_oneof![
        4 => values().prop_map(Harm::Put),
        3 => changes(WORDS).prop_map(Harm::Change),
        3 => any::<Index>().prop_map(Harm::Copy),
        2 => Just(Harm::Drop),
        2 => Just(Harm::Twice),
        1 => (1..80_usize).prop_map(Harm::Deep),
    ];
    vec((any::<Index>(), harm), 1..5)
}

/// Every place of a value as a pointer, the whole first.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_string());
    match value {
        Value::Array(list) => {
            list.iter().zip(0..).for_each(|(value, name)| places(value, &format!("{at}/{name}"), all))
        }
        Value::Object(of) => of.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), all)),
        _ => {}
    }
}

fn harmed(record: &Value, harms: &[(Index, Harm)]) -> Value {
    let mut record = record.clone();
    for (place, harm) in harms {
        let mut all = Vec::new();
        places(&record, "", &mut all);
        let other = |at: &Index| record.pointer(at.get::<String>(&all)).cloned().unwrap_or_default();
        let at = place.get(&all);
        let new = match harm {
            Harm::Put(value) => value.clone(),
            Harm::Change(changes) => match record.pointer(at) {
                Some(Value::String(text)) => changed(text, changes).into(),
                _ => continue,
            },
            Harm::Copy(from) => other(from),
            Harm::Deep(levels) => (0..*levels).fold(other(place), |inner, _| json!([inner])),
            Harm::Drop | Harm::Twice => {
                listed(&mut record, at, matches!(harm, Harm::Drop));
                continue;
            }
        };
        if let Some(value) = record.pointer_mut(at) {
            *value = new;
        }
    }
    record
}

/// Takes something out of its list or object, or has it stand twice in its list.
fn listed(record: &mut Value, at: &str, gone: bool) {
    let Some((parent, name)) = at.rsplit_once('/') else { return };
    match record.pointer_mut(parent) {
        Some(Value::Array(list)) => {
            let place = name.parse::<usize>().expect("a place in a list");
            let value = list.remove(place);
            if !gone {
                list.extend([value.clone(), value]);
            }
        }
        Some(Value::Object(of)) if gone => {
            of.remove(name);
        }
        _ => {}
    }
}

/// A dataset that bears being looked at, or problems with their places.
fn read(text: &str) -> Result<(), TestCaseError> {
    match dataset(text) {
        Ok(data) => {
            prop_assert!(Dataset::decode(&data.encode()).as_ref() == Ok(&data), "encoding changes it");
            looked_at(&data);
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(!problem.list.is_empty(), "{:?}", problem);
                prop_assert!(!problem.field.is_empty(), "{:?}", problem);
                prop_assert!(!problem.reason.is_empty(), "{:?}", problem);
            }
        }
    }
    Ok(())
}

fn bases() -> impl Strategy<Value = Value> {
    select(records())
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn a_harmed_record_is_read_or_refused(record in bases(), harms in harms()) {
        read(&harmed(&record, &harms).to_string())?;
    }

    #[test]
    fn a_harmed_text_is_read_or_refused(record in bases(), changes in changes(PIECES)) {
        read(&changed(&record.to_string(), &changes))?;
    }
}
