//! What several tests of the model share: a small record, days and generated dates.

use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::model::validate;
use ilrs_explainer::model::when::{Day, When};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;

/// A small valid record, to be broken in one place.
pub fn small() -> Value {
    serde_json::from_str(include_str!("small.json")).expect("the small record is JSON")
}

/// The small record, checked, as a site with a page of sources has it.
pub fn small_data() -> Dataset {
    valid(&serde_json::from_value(small()).expect("the small record has the published form"))
}

/// A record, checked, as a site with a page of sources has it.
pub fn valid(record: &Record) -> Dataset {
    let mut data = validate::dataset(record).unwrap_or_else(|problems| panic!("{problems:#?}"));
    data.addresses.clear();
    data
}

/// A day as it is written.
pub fn day(text: &str) -> Day {
    text.parse::<When>().ok().and_then(|when| when.exact_day()).unwrap_or_else(|| panic!("{text} is no day"))
}

/// Whether this is `cargo site test`, which leaves nothing out, and not what a developer runs after each edit.
pub fn is_thorough() -> bool {
    std::env::var_os("TEST_ALL_CASES").is_some()
}

/// How many cases a property is tried on: an eighth of them, but all in `cargo site test`. Nothing is written beside the
/// tests when one fails: it says the case. Every run draws other cases; but a change is not judged by chance, so under
/// `CI` they are always the same.
pub fn cases(cases: u32) -> ProptestConfig {
    let cases = if is_thorough() { cases } else { cases.div_ceil(8) };
    let rng_seed = if std::env::var_os("CI").is_some() { RngSeed::Fixed(1959) } else { RngSeed::Random };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any date or interval, as it is written.
pub fn whens() -> impl Strategy<Value = String> {
    let end = || prop_oneof![6 => dates(), 1 => Just("..".to_string()), 1 => Just(String::new())];
    let interval = (end(), end()).prop_map(|(start, end)| format!("{start}/{end}"));
    prop_oneof![3 => dates(), 2 => interval.prop_filter("one that is valid", |text| text.parse::<When>().is_ok())]
}

/// Any date without an interval, as it is written. Days stop at 28, so that each exists in its month.
pub fn dates() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[0-9]{2}XX",
        "[0-9]{3}X",
        "[0-9]{4}",
        "[0-9]{4}-XX",
        "[0-9]{4}-XX-XX",
        "[0-9]{4}-2[1-4]",
        "[0-9]{4}-(0[1-9]|1[0-2])",
        "[0-9]{4}-(0[1-9]|1[0-2])-XX",
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "[0-9]{4}-(0[13578]|1[02])-(29|3[01])",
    ];
    (part, "[~?%]?").prop_map(|(part, certainty)| part + &certainty)
}
