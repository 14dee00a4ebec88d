//! JSON, held to serde_json's judgement.

use crate::cases;
use crate::mutate::{any_text, changed, changes};
use ilrs_explainer::model::json::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

const TEXTS: &[&str] = &[
    "{\"a\": [1, -2.5e+3, true, null, \"x\\n\\u6708\\ud83c\\udf19\"], \"\": {}}",
    "[[[[{\"a\":{\"b\":[0,0.0,1E9]}}]]]]",
    "\"月🌙\"",
    " [ ] ",
];

/// Pieces of JSON, whole and broken.
pub const PIECES: &[&str] = &[
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

fn texts() -> impl Strategy<Value = String> {
    let near = (select(TEXTS), changes(PIECES)).prop_map(|(text, changes)| changed(text, &changes));
    let parts = vec(select(PIECES), 0..24).prop_map(|parts| parts.concat());
    prop_oneof![4 => near, 4 => parts, 1 => any_text(20)]
}

proptest! {
    #![proptest_config(cases(60_000))]

    #[test]
    fn a_text_is_json_or_not_as_for_others(text in texts()) {
        match (Json::parse(&text), serde_json::from_str::<Value>(&text)) {
            (Err(error), Ok(_)) => prop_assert_eq!(error.wanted, "less depth", "{:?}", text),
            // Our numbers stay as they are written, so that none is too large.
            (Ok(_), Err(error)) => {
                prop_assert!(error.to_string().starts_with("number out of range"), "{text:?} was read, but: {error}");
            }
            (Err(error), Err(_)) => prop_assert!(error.at <= text.len(), "{:?}: {}", text, error),
            (Ok(_), Ok(_)) => {}
        }
    }
}
