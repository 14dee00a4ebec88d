//! Dates: what each means as days, what is refused and in which words, and what holds for all of them.

use crate::support::{cases, dates, whens};
use ilrs_explainer::model::edtf::Fault;
use ilrs_explainer::model::when::{Certainty, Day, When, civil, days};
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

const TIME: &str = "a time of day is as in T23:20:30, T23:20:30Z or T23:20:30+02:00 (character 11)";
const LONG: &str = "a year is read from -9999 to 9999, in four digits (character 1)";

/// Times of day are of EDTF level 0: each is read for its day in UTC.
#[test]
fn a_time_of_day_is_read_for_its_day() {
    let table = [
        ("1985-04-12T23:20:30", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-13"),
        ("1985-04-12T01:20:30+02:00", "1985-04-11"),
        ("1985-04-12T23:20:30+02:00", "1985-04-12"),
        ("2024-02-29T24:00:00", "2024-03-01"),
        ("2016-12-31T23:59:60Z", "2016-12-31"),
        ("2024-06-12T00:00:00.000Z", "2024-06-12"),
        ("-0043-03-15T12:00:00", "-0043-03-15"),
        ("2024-06-12T08:00:00Z/2024-06-14T09:30:00Z", "2024-06-12/2024-06-14"),
    ];
    for (text, day) in table {
        assert_eq!(when(text).to_string(), day, "{text}");
    }
}

/// What level 2 has, and what its drafts had, is refused as that.
#[test]
fn what_is_beyond_level_1_is_said_to_be() {
    const BEYOND: [&str; 24] = [
        "1985-04~-12",
        "1985~-04-12",
        "?1985-04-12",
        "1985-?04-12",
        "2004-06-~11",
        "{1667,1668}",
        "[..1760]",
        "[1667,1668, 1670..1672]",
        "{..1984}",
        "156u-12-25",
        "15uu-12-uu",
        "156X-12-25",
        "XXXX-12-XX",
        "1XXX-12",
        "1984-1X",
        "20X4",
        "XXXX",
        "201X-06",
        "2024-XX-15",
        "Y-17E7",
        "Y17101E4S3",
        "1950S2",
        "2024-25",
        "2024-41~",
    ];
    for text in BEYOND {
        let error = text.parse::<When>().expect_err(text);
        let told = "EDTF is read up to level 1, and this is beyond (character 1)";
        assert_eq!((error.fault, &*error.to_string()), (Fault::Beyond, told), "{text}");
    }
    let error = "2024/2024-33".parse::<When>().expect_err("a season of level 2");
    assert_eq!((error.at, error.fault), (5, Fault::Beyond));
}

#[test]
fn refusals_say_why_and_where() {
    let table = [
        ("", 0, Fault::Empty, "a date is missing"),
        ("soon", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("204", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("1985-04-12T25:20:30", 10, Fault::Time, TIME),
        ("1985-04-12T23:20", 10, Fault::Time, TIME),
        ("1985-04-12T23:20:30+2", 10, Fault::Time, TIME),
        ("1985-04-12Tnoon", 10, Fault::Time, TIME),
        ("1985-04T23:20:30", 7, Fault::Trailing, "the date should end here (character 8)"),
        ("1985-04-31T23:20:30", 8, Fault::Day, "this month has no such day (character 9)"),
        (
            "9999-12-31T23:20:30-04",
            10,
            Fault::Long,
            "a year is read from -9999 to 9999, in four digits (character 11)",
        ),
        ("Y170000002", 0, Fault::Long, LONG),
        ("Y-170000002", 0, Fault::Long, LONG),
        ("Y12345", 0, Fault::Long, LONG),
        ("Y1", 0, Fault::Long, LONG),
        ("-201X", 1, Fault::Early, "a decade or century before the year 0 is not read (character 2)"),
        ("-", 1, Fault::Year, "a year is four digits, as in 2024 or 201X (character 2)"),
        ("２０２４", 0, Fault::Year, "a year is four digits, as in 2024 or 201X (character 1)"),
        ("2024-13", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-00", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-6", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-42", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-13~", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-21-01", 5, Fault::Month, "a month is 01 to 12, a season 21 to 24 (character 6)"),
        ("2024-06-31", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024-06-00", 8, Fault::Day, "this month has no such day (character 9)"),
        ("1900-02-29", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2023-02-29", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024-06-1", 8, Fault::Day, "this month has no such day (character 9)"),
        ("2024 ", 4, Fault::Trailing, "the date should end here (character 5)"),
        ("20240", 4, Fault::Trailing, "the date should end here (character 5)"),
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
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[-0-9X/.~?%]{0,16}|[-0-9XuTYZES:+~]{0,24}") {
        if let Ok(date) = text.parse::<When>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }
}
