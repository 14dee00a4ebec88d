//! The overview of the track: columns that count what is found, a window that says what shows, and handles that move it.

use crate::generated;
use crate::shared::valid;
use crate::support::{cases, dataset};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::month::{month_day, month_of};
use ilrs_explainer::model::overview::{Overview, WIDE, Window};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::timeline::Scale;
use ilrs_explainer::model::when::days;
use proptest::prelude::*;

/// Counts anew what each column holds.
fn recounted(data: &Dataset, address: &str) -> Overview {
    let found = QueryResult::new(data, &Query::from_url(address).0);
    let overview = Overview::new(&found);
    let years = |column: i32| {
        let first = overview.first + overview.step * column;
        first..first + overview.step
    };
    for (number, column) in overview.columns.iter().zip(0..) {
        let held = found.found().filter(|entry| years(column).contains(&entry.when.year())).count();
        assert_eq!(*number, held, "{address}, from {} on", years(column).start);
    }
    assert_eq!(overview.columns.iter().sum::<usize>(), found.number, "{address}");
    assert!(overview.columns.len() <= 150 && overview.named(640).count() <= 12, "{overview:?}");
    let (first, last) = found.years();
    assert!((overview.first..overview.end()).contains(&first) && last < overview.end());
    overview
}

#[test]
fn columns_count_what_is_found_by_year() {
    let data = dataset();
    let whole = recounted(&data, "");
    for address in ["kind=launch", "q=luna", "q=zzzzzz", "asof=2021-06-16&kind=landing", "mode=dim&kind=loss"]
    {
        recounted(&data, address);
    }
    let filtered = recounted(&data, "kind=launch");
    assert_eq!((whole.first, whole.end()), (filtered.first, filtered.end()), "a filter moves no year");
    for (seed, events) in [(1, 0), (2, 1), (3, 40), (4, 2000)] {
        recounted(&valid(&generated::record(seed, events)), "");
    }
}

#[test]
fn years_are_named_by_round_numbers() {
    let overview = |first, columns| Overview { first, step: 1, columns: vec![0; columns] };
    let named = |first, columns| overview(first, columns).named(640).collect::<Vec<_>>();
    assert_eq!(
        named(1957, 95),
        (196..206).map(|decade| decade * 10).take_while(|year| *year < 2052).collect::<Vec<_>>()
    );
    assert_eq!(named(2026, 1), [2026]);
    let narrow: Vec<i32> = overview(1957, 95).named(170).collect();
    assert_eq!(narrow, [1960, 1980, 2000, 2020, 2040], "no more than have room");
    assert_eq!(named(2019, 12), [2020, 2022, 2024, 2026, 2028, 2030]);
}

/// A window on so many years from one on, in a track of this width; and its edges moved to a month.
fn told(year: i32, years: i32, month: i32, width: i32) -> Result<(), TestCaseError> {
    let scale = Scale::fit((days(year, 1, 1), days(year + years, 1, 1) - 1), width);
    let window = Window::new(scale, width);
    prop_assert_eq!(window.from, year * 12);
    prop_assert_eq!(window.step, if years < 4 { 1 } else { 12 });
    // A scale is in whole thousandths of a pixel, of which a small screen has few for a day: a day loses less than
    // one of them, so that the last day shown is too far off by that part of a day for each day asked for.
    let off = i64::from((window.to - (year + years) * 12).abs());
    let (asked, shown) = (i64::from(years) * 366, i64::from(window.to - window.from) * 31);
    let most = asked * shown / (i64::from(width) * 1000) + i64::from(window.step) * 16;
    prop_assert!(off * 30 <= most, "{window:?} for {years} years");
    let asked = year * 12 + month - 1200;
    for (from, to) in [window.from(asked), window.to(asked)] {
        prop_assert!(from < to);
        prop_assert!(month_of(to) - month_of(from) >= window.step);
    }
    prop_assert_eq!(window.from(asked).1, month_day(window.to));
    prop_assert_eq!(window.to(asked).0, month_day(window.from));
    Ok(())
}

/// A pixel is 250 days wide here.
#[test]
fn a_window_begins_with_the_year_that_was_asked_for_however_small_the_track() -> Result<(), TestCaseError> {
    told(2078, 117, 0, 200)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_day_stands_in_order_within(first in 0..9000i32, columns in 1..150usize, day in -800_000..3_000_000i32) {
        let overview = Overview { first, step: 1, columns: vec![0; columns] };
        let (from, to) = overview.days();
        prop_assert_eq!((overview.x(from), overview.x(to)), (0, WIDE));
        let x = overview.x(day);
        prop_assert!((0..=WIDE).contains(&x) && x <= overview.x(day + 1));
    }

    #[test]
    fn a_window_is_told_as_it_was_asked_for(
        year in 1900..2100i32,
        years in 1..150i32,
        month in 0..2400i32,
        width in 200..3000i32,
    ) {
        told(year, years, month, width)?;
    }
}
