//! The record and the drawings as the app loads them.

use crate::cases;
use crate::looked::looked_at;
use crate::mutate::{any_text, changed, changes};
use crate::record::records;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::pack::{pack, pack_drawings, unpack, unpack_drawings};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PIECES: &[&str] = &[
    "0",
    "1",
    "2",
    "9",
    "-1",
    "16",
    "4294967295",
    "2147483647",
    "-2147483648",
    "99999999999",
    "\"",
    "\"\"",
    ",",
    "[",
    "]",
    "null",
    "\\",
    "\\u0000",
    "\\ud800",
    "\\u+041",
    "é",
    "\"2024\"",
    "\"..\"",
    "1,",
];

fn packed() -> Vec<String> {
    let packed = |record: &serde_json::Value| {
        pack(&Dataset::from_json(&record.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}")))
    };
    records().iter().map(packed).collect()
}

/// Two elements in each other, as they are packed.
const DRAWING: &str =
    r#"[1,"svg","",2,"viewBox","0 0 9 9","role","img",null,1,"path","月",0,0,null,"2024","2026~",0]"#;

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn a_changed_record_is_nothing_or_bears_being_looked_at(text in select(packed()), changes in changes(PIECES)) {
        if let Some(data) = unpack(&changed(&text, &changes)) {
            prop_assert!(unpack(&pack(&data)).as_ref() == Some(&data), "packing changes it");
            looked_at(&data);
        }
    }

    #[test]
    fn any_list_is_nothing_or_a_record(parts in vec(select(PIECES), 0..40), any in any_text(20)) {
        for text in [format!("[{}]", parts.join(",")), parts.concat(), any] {
            if let Some(data) = unpack(&text) {
                looked_at(&data);
            }
        }
    }

    #[test]
    fn changed_drawings_are_read_or_none(changes in changes(PIECES)) {
        let drawings = unpack_drawings(&changed(DRAWING, &changes));
        prop_assert_eq!(unpack_drawings(&pack_drawings(&drawings)), drawings);
    }
}
