//! The record as the app loads it.

use crate::cases;
use crate::looked::looked_at;
use crate::record::records;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::validate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn encoded() -> Vec<Vec<u8>> {
    let encoded = |record: &serde_json::Value| {
        let data = validate::json::dataset(&record.to_string());
        data.unwrap_or_else(|problems| panic!("{problems:#?}")).encode()
    };
    records().iter().map(encoded).collect()
}

/// Bytes that mean something somewhere: small numbers, the ends of a number's range, a list that never ends.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let fixed: Vec<&[u8]> = vec![
        &[],
        &[0],
        &[1],
        &[2],
        &[127],
        &[128],
        &[255],
        &[255, 255, 255, 255, 15],
        &[128, 128, 4],
        b"2024",
        b"\xff",
    ];
    let long = [255, 255, 255, 255, 255, 255, 255, 255, 255, 1];
    prop_oneof![
        4 => select(fixed).prop_map(<[u8]>::to_vec),
        1 => Just(long.to_vec()),
        2 => vec(any::<u8>(), 1..3),
    ]
}

/// A few changes: at a place so many bytes are exchanged for others.
fn changes() -> impl Strategy<Value = Vec<(Index, usize, Vec<u8>)>> {
    vec((any::<Index>(), select(vec![0, 1, 1, 1, 2, 9, 60]), pieces()), 1..5)
}

fn changed(bytes: &[u8], changes: &[(Index, usize, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, length, piece) in changes {
        let start = at.index(bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, piece.iter().copied());
    }
    bytes
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn a_changed_record_is_nothing_or_bears_being_looked_at(bytes in select(encoded()), changes in changes()) {
        if let Ok(data) = Dataset::decode(&changed(&bytes, &changes)) {
            prop_assert!(Dataset::decode(&data.encode()).as_ref() == Ok(&data), "encoding changes it");
            looked_at(&data);
        }
    }

    #[test]
    fn any_bytes_are_nothing_or_a_record(parts in vec(pieces(), 0..40)) {
        if let Ok(data) = Dataset::decode(&parts.concat()) {
            looked_at(&data);
        }
    }
}
