//! Dates.

use crate::cases;
use crate::mutate::{any_text, changed, changes};
use ilrs_explainer::model::edtf::WhenError;
use ilrs_explainer::model::when::{Day, When};
use proptest::prelude::*;
use proptest::sample::select;

const DATES: &[&str] = &[
    "2024",
    "-0044-03-15",
    "2024-06-12~",
    "2024-24?",
    "201X",
    "19XX%",
    "2024-XX-XX",
    "9999-12-31",
    "0000-02-29",
    "2021/2025",
    "../2029",
    "2037/",
    "2013-10~/2014?",
    "1985-04-12T23:20:30+02:00",
    "Y170000002",
    "1950S2",
];

const SIGNS: &[&str] = &[
    "-", "/", "..", "X", "XX", "~", "?", "%", "0", "00", "1", "2", "4", "9", "13", "29", "31", "-0", "２",
    "T", ":", "Z", "+",
];

fn texts() -> impl Strategy<Value = String> {
    let near = (select(DATES), changes(SIGNS)).prop_map(|(date, changes)| changed(date, &changes));
    let parts = proptest::collection::vec(select(SIGNS), 0..12).prop_map(|parts| parts.concat());
    prop_oneof![5 => near, 3 => parts, 1 => any_text(12)]
}

/// What holds for every date, however it was written.
fn holds(text: &str, date: When) -> Result<(), TestCaseError> {
    prop_assert!(date.earliest() <= date.latest(), "{}", text);
    prop_assert!(date.known_start() <= date.middle() && date.middle() <= date.known_end(), "{}", text);
    prop_assert!(date.earliest() <= date.known_start() && date.known_end() <= date.latest(), "{}", text);
    prop_assert!(date.known_start() > Day::MIN && date.known_end() < Day::MAX, "{}", text);
    prop_assert!((-9999..=9999).contains(&date.year()), "{}", text);
    let printed = date.to_string();
    prop_assert_eq!(printed.parse(), Ok(date));
    // There is one way to write a date, but for the sign of the year 0 and a time of day.
    if !text.contains('T') {
        prop_assert_eq!(printed, text.replace("-0000", "0000"));
    }
    Ok(())
}

fn refused(text: &str, error: WhenError) -> Result<(), TestCaseError> {
    prop_assert!(error.at <= text.len(), "{:?}: {:?}", text, error);
    prop_assert!(!error.to_string().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(cases(100_000))]

    #[test]
    fn a_text_is_a_date_or_refused(text in texts()) {
        match text.parse::<When>() {
            Ok(date) => holds(&text, date)?,
            Err(error) => refused(&text, error)?,
        }
    }
}
