//! Dates: what each means as days, what is refused and in which words, and what holds for all of them.

use crate::support::{cases, dates, whens};
use ilrs_explainer::model::when::{Certainty, Day, Fault, When, civil, days};
use proptest::prelude::*;

/// What is written, its first day and its last; an open end is `..`.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("2024", "2024-01-01", "2024-12-31"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("2024-06", "2024-06-01", "2024-06-30"),
    ("2023-12", "2023-12-01", "2023-12-31"),
    ("2024-06-12", "2024-06-12", "2024-06-12"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2024-21", "2024-03-01", "2024-05-31"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2024-23", "2024-09-01", "2024-11-30"),
    ("2024-24", "2024-12-01", "2025-02-28"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2024-XX", "2024-01-01", "2024-12-31"),
    ("2024-XX-XX", "2024-01-01", "2024-12-31"),
    ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ("2021/2025", "2021-01-01", "2025-12-31"),
    ("2027-09/2027-12", "2027-09-01", "2027-12-31"),
    ("2024-06-12/2024-06-12", "2024-06-12", "2024-06-12"),
    ("../2029", "..", "2029-12-31"),
    ("/2029-02", "..", "2029-02-28"),
    ("2037/..", "2037-01-01", ".."),
    ("2037-24/", "2037-12-01", ".."),
    ("2024~", "2024-01-01", "2024-12-31"),
    ("2024-06?", "2024-06-01", "2024-06-30"),
    ("2024-06-12%", "2024-06-12", "2024-06-12"),
    ("2013-10~/2014?", "2013-10-01", "2014-12-31"),
];

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn written(day: Day) -> String {
    match day {
        Day::MIN | Day::MAX => "..".to_string(),
        day => When::from_day(day).to_string(),
    }
}

#[test]
fn mean_their_days() {
    for (text, first, last) in MEANINGS {
        let date = when(text);
        assert_eq!((&*written(date.earliest()), &*written(date.latest())), (*first, *last), "{text}");
        assert_eq!(date.to_string(), *text);
    }
}

#[test]
fn open_ends_sort_as_the_known_end() {
    let table = [
        ("../2029", "2029-01-01", "2029-12-31", 2029),
        ("2037/", "2037-01-01", "2037-12-31", 2037),
        ("2021/2025", "2021-01-01", "2025-12-31", 2021),
    ];
    for (text, start, end, year) in table {
        let date = when(text);
        assert_eq!(
            (&*written(date.known_start()), &*written(date.known_end()), date.year()),
            (start, end, year)
        );
    }
}

#[test]
fn certainty_is_the_weakest_and_exact_is_a_plain_day() {
    let table = [
        ("2024-06-12", Certainty::Stated, true),
        ("2024-06-12~", Certainty::About, false),
        ("2024-06", Certainty::Stated, false),
        ("2024-06-XX", Certainty::Stated, false),
        ("2024?", Certainty::Uncertain, false),
        ("2024-06-12/2024-06-12", Certainty::Stated, false),
        ("2024~/2025%", Certainty::Both, false),
        ("2024?/..", Certainty::Uncertain, false),
    ];
    for (text, certainty, exact) in table {
        let date = when(text);
        assert_eq!((date.certainty(), date.exact_day().is_some()), (certainty, exact), "{text}");
    }
}

#[test]
fn refusals_say_why_and_where() {
    let table = [
        ("", 0, Fault::Empty, "a date is missing"),
        ("soon", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("204", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("20X4", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("XXXX", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("-", 1, Fault::Year, "a year is four digits, as in 2024 or 201X (character 2)"),
        ("２０２４", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("2024-13", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-00", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-6", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-25", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-21-01", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-06-31", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024-06-00", 8, Fault::Day, "this month has no such day (character 9)"),
        ("1900-02-29", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2023-02-29", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024-06-1", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024 ", 4, Fault::Trailing, "the date should end here (character 5)"),
        ("20240", 4, Fault::Trailing, "the date should end here (character 5)"),
        ("201X-06", 4, Fault::Trailing, "the date should end here (character 5)"),
        ("2024-061", 7, Fault::Trailing, "the date should end here (character 8)"),
        ("../..", 0, Fault::NoEnd, "an interval needs a date at one end at least"),
        ("/", 0, Fault::NoEnd, "an interval needs a date at one end at least"),
        ("2025/2024", 5, Fault::Backwards, "the interval ends before it starts (character 6)"),
        ("2024/2025-13", 10, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 11)"),
    ];
    for (text, at, fault, sentence) in table {
        let error = text.parse::<When>().expect_err(text);
        assert_eq!((error.at, error.fault, &*error.to_string()), (at, fault, sentence), "{text}");
    }
}

#[test]
fn days_count_from_1970() {
    let table = [(0, (1970, 1, 1)), (-1, (1969, 12, 31)), (11_016, (2000, 2, 29)), (-25_509, (1900, 2, 28))];
    for (day, date) in table {
        assert_eq!(civil(day), date);
        assert_eq!(days(date.0, date.1, date.2), day);
    }
    assert_eq!(days(1900, 3, 1) - days(1900, 2, 28), 1);
    assert_eq!(days(2000, 3, 1) - days(2000, 2, 28), 2);
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn printing_undoes_parsing(text in whens()) {
        prop_assert_eq!(when(&text).to_string(), text);
    }

    #[test]
    fn the_first_day_is_not_after_the_last(text in whens()) {
        let date = when(&text);
        prop_assert!(date.earliest() <= date.latest());
        prop_assert!(date.earliest() <= date.known_start() && date.known_end() <= date.latest());
        prop_assert!(date.known_start() <= date.known_end());
    }

    #[test]
    fn certainty_changes_no_day(text in dates()) {
        let bare = when(text.trim_end_matches(['~', '?', '%']));
        prop_assert_eq!((when(&text).earliest(), when(&text).latest()), (bare.earliest(), bare.latest()));
    }

    #[test]
    fn days_and_civil_dates_are_one(day in -4_000_000..4_000_000) {
        let (year, month, of_month) = civil(day);
        prop_assert_eq!(days(year, month, of_month), day);
        prop_assert!((1..=12).contains(&month) && (1..=31).contains(&of_month));
    }

    #[test]
    fn a_day_reads_as_written(day in -719_528..2_932_896) {
        prop_assert_eq!(When::from_day(day).to_string().parse(), Ok(When::from_day(day)));
    }

    #[test]
    fn overlap_is_mutual(a in whens(), b in whens()) {
        let (a, b) = (when(&a), when(&b));
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert!(a.overlaps(&a));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[-0-9X/.~?%]{0,16}") {
        if let Ok(date) = text.parse::<When>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }
}
