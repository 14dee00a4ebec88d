//! The record of another topic, as others would publish it, and as they would to do harm.

use crate::dist;
use crate::outcome::{Outcome, fault};
use ilrs_explainer::site::record::{other, report};
use serde_json::{Value, json};

/// The record of another topic, as it is published.
pub fn artemis() -> Outcome<Value> {
    let record =
        other(&dist::root().join("tests/records/artemis")).map_err(|faults| fault(report(&faults)))?;
    Ok(serde_json::to_value(record)?)
}

/// The same with this for the names and texts that a page shows.
pub fn hostile(mut record: Value, text: &str) -> Value {
    for list in ["participants", "missions", "facilities"] {
        for item in record[list].as_array_mut().into_iter().flatten() {
            item["name"] = json!(text);
        }
    }
    for event in record["events"].as_array_mut().into_iter().flatten() {
        event["title"] = json!(text);
        event["text"] = json!(text);
    }
    record["title"] = json!(text);
    record["description"] = json!(text);
    record
}
