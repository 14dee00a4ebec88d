//! Addresses.

use crate::cases;
use crate::mutate::{any_text, changed, changes};
use ilrs_explainer::model::query::{LONGEST_TEXT, NAMES, Query, merge};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const ADDRESSES: &[&str] = &[
    "",
    "?q=moon&kind=launch~landing&status=planned&view=table",
    "?participant=china~russia&mission=luna-26&milestone=luna-26-launch&phase=phase-1",
    "?from=2024%7E&to=2025-06%2F2026&asof=2021-06-15&confidence=high&mode=dim&theme=dark",
    "?q=%E5%AB%A6+a&utm_source=x%20y&ref&&=&view=nowhere",
];

const SIGNS: &[&str] = &[
    "&",
    "=",
    "?",
    "~",
    "+",
    "%",
    "%2",
    "%00",
    "%FF",
    "%C0%AF",
    "%ED%A0%80",
    "%26",
    "%3D",
    "%7E",
    "%2B",
    "%25",
    "q=",
    "q",
    "kind",
    "=launch",
    "&asof=",
    "2024-02-29",
    "9999-12-31",
    "-0001-01-01",
    "&from=../",
    "/",
    "..",
    "X",
    "-",
    "view=",
    "&theme=auto",
    "#",
    "a",
];

fn addresses() -> impl Strategy<Value = String> {
    let near = (select(ADDRESSES), changes(SIGNS)).prop_map(|(address, changes)| changed(address, &changes));
    let parts =
        vec(prop_oneof![3 => select(SIGNS), 1 => select(&NAMES[..])], 0..16).prop_map(|parts| parts.concat());
    prop_oneof![5 => near, 3 => parts, 1 => any_text(250)]
}

fn name(pair: &str) -> &str {
    pair.split('=').next().unwrap_or(pair)
}

/// The parts of an address that are not ours.
fn foreign(address: &str) -> Vec<&str> {
    let pairs = address.strip_prefix('?').unwrap_or(address).split('&');
    pairs.filter(|pair| !pair.is_empty() && !NAMES.contains(&name(pair))).collect()
}

proptest! {
    #![proptest_config(cases(40_000))]

    #[test]
    fn an_address_is_read_as_far_as_it_goes(address in addresses()) {
        let (query, complaints) = Query::from_url(&address);
        let written = query.to_url();
        prop_assert!(query.text.chars().count() <= LONGEST_TEXT);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{}", written);
        prop_assert_eq!(Query::from_url(&written), (query, Vec::new()), "{}", written);
        // In one order, each once.
        let places: Vec<usize> =
            written.split('&').filter_map(|pair| NAMES.iter().position(|ours| *ours == name(pair))).collect();
        prop_assert!(places.is_sorted_by(|one, next| one < next), "{}", written);
        // Told is what stands there, and only of ours.
        for told in &complaints {
            prop_assert!(NAMES.contains(&told.name) && !told.value.is_empty(), "{:?}", told);
        }
        let ours = address.strip_prefix('?').unwrap_or(&address).split('&').filter(|pair| NAMES.contains(&name(pair)));
        prop_assert!(complaints.is_empty() || ours.count() > 0);
        // What is not ours stays.
        let merged = merge(&address, &written);
        prop_assert_eq!(foreign(&merged), foreign(&address));
        prop_assert_eq!(merge(&merged, &written), merged);
    }
}
