//! A record in its published form, of which anybody may have written one: read with serde_json, then checked.
//!
//! Of two members of one name the last counts, as it does for a script that reads the same file.

use super::{Check, lenient, limits};
use crate::model::dataset::{Dataset, Diagnostic};
use serde_json::Value;

/// Reads and checks a record.
///
/// # Errors
///
/// Every problem at once; if the text is not JSON, that.
pub fn dataset(text: &str) -> Result<Dataset, Vec<Diagnostic>> {
    checked(parsed(text)?)
}

/// Reads a record as it came from an address, and writes it as the app loads it.
///
/// # Errors
///
/// What is wrong with it in sentences, the first [`limits::LISTED`] and how many more there are.
pub fn encoded(record: Vec<u8>) -> Result<Vec<u8>, Vec<String>> {
    if record.len() > limits::LARGEST {
        return Err(vec![too_large()]);
    }
    let text = String::from_utf8(record)
        .map_err(|error| vec![format!("byte {}: this is not UTF-8", error.utf8_error().valid_up_to())])?;
    let value = parsed(text.trim_start_matches('\u{feff}')).map_err(|problems| listed(&problems))?;
    drop(text); // as large as the rest together
    Ok(checked(value).map_err(|problems| listed(&problems))?.encode())
}

fn parsed(text: &str) -> Result<Value, Vec<Diagnostic>> {
    let alone = |reason: String| {
        let (id, field, text) = (String::new(), "json".to_string(), String::new());
        vec![Diagnostic { list: "record", id, field, text, reason }]
    };
    if text.len() > limits::LARGEST {
        return Err(alone(too_large()));
    }
    serde_json::from_str(text).map_err(|error| alone(error.to_string()))
}

fn checked(value: Value) -> Result<Dataset, Vec<Diagnostic>> {
    let mut check = Check::default();
    let record = lenient::record(value, &mut check);
    check.dataset(&record)
}

fn too_large() -> String {
    format!("a record has at most {} bytes", limits::LARGEST)
}

fn listed(problems: &[Diagnostic]) -> Vec<String> {
    let mut lines: Vec<String> = problems.iter().take(limits::LISTED).map(Diagnostic::to_string).collect();
    if problems.len() > lines.len() {
        lines.push(format!("and {} more problems", problems.len() - lines.len()));
    }
    lines
}
