//! The chart of the promises: every known statement is a point, at the place of its day and its date.

use crate::support::{dataset, day, small_data};
use ilrs_explainer::model::entry;
use ilrs_explainer::model::chart::{Chart, HIGH, WIDE};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::when::days;

fn chart(data: &Dataset, address: &str) -> (Chart, QueryResult) {
    let found = QueryResult::new(data, &Query::from_url(address).0);
    (Chart::new(data, &found), found)
}

#[test]
fn each_known_statement_is_a_point() {
    let data = dataset();
    for address in
        ["", "asof=2021-06-15", "asof=2024-01-01", "participant=roscosmos", "milestone=luna-26-launch"]
    {
        let (chart, found) = chart(&data, address);
        let drawn: usize = chart.lines.iter().map(|line| line.points.len()).sum();
        let known = |at: &ilrs_explainer::model::id::Ref| data.milestone(*at).known(found.day());
        let all: usize = chart.lines.iter().map(|line| known(&line.at).len()).sum();
        assert_eq!(drawn, all, "{address}");
        assert!(!chart.lines.is_empty(), "{address}");
        for line in &chart.lines {
            assert!(found.shows(line.at), "{address}");
            assert!(line.points.windows(2).all(|pair| pair[0].x <= pair[1].x), "{address}: {line:?}");
            for (point, promise) in line.points.iter().zip(known(&line.at)) {
                assert!(
                    (0..=WIDE).contains(&point.x) && (0..=HIGH).contains(&point.y),
                    "{address}: {point:?}"
                );
                assert!(point.range.1 <= point.y && point.y <= point.range.0, "{address}: {point:?}");
                assert_eq!(point.withdrawn, promise.promised.is_none());
            }
            let reached = entry::actual(&data, data.milestone(line.at), found.day());
            assert_eq!(line.actual.is_some(), reached.is_some());
        }
        let mut ranks: Vec<_> = chart.lines.iter().filter_map(|line| line.strong).collect();
        ranks.sort();
        assert_eq!(ranks, (0..chart.lines.len().min(5)).collect::<Vec<_>>(), "{address}");
    }
}

#[test]
fn the_whole_record_is_drawn() {
    let data = dataset();
    let (chart, _) = chart(&data, "");
    let points: usize = chart.lines.iter().map(|line| line.points.len()).sum();
    assert_eq!(points, data.milestones.iter().map(|milestone| milestone.promises.len()).sum::<usize>());
}

#[test]
fn what_is_reached_lies_on_the_diagonal() {
    let data = dataset();
    let (chart, _) = chart(&data, "");
    let luna = data.at("luna-25-launch").expect("it is in the record");
    let line = chart.lines.iter().find(|line| line.at == luna).expect("it is drawn");
    let flown = day("2023-08-10"); // 23:10 UTC
    assert_eq!(line.actual, Some((chart.x(flown), chart.y(flown))));
    assert_eq!(line.end, chart.x(flown));
}

#[test]
fn places_follow_days() {
    let data = small_data();
    let (chart, _) = chart(&data, "");
    let (from, to) = chart.across;
    assert_eq!((chart.x(from), chart.x(to)), (0, WIDE));
    assert_eq!((chart.y(chart.up.0), chart.y(chart.up.1)), (HIGH, 0));
    assert_eq!(from, days(2021, 1, 1));
    for (at, most) in [(chart.across, 12), (chart.up, 10), ((0, 0), 5), ((-700_000, 2_000_000), 10)] {
        let years = chart.years(at, most);
        assert!(years.len() <= most as usize, "{years:?}");
        assert!(years.iter().all(|(year, day)| *day == days(*year, 1, 1) && at.0 <= *day && *day <= at.1));
    }
}

#[test]
fn the_nearest_point_is_found() {
    let data = dataset();
    let (drawn, _) = chart(&data, "");
    for line in &drawn.lines {
        for point in &line.points {
            let (at, place) = drawn.nearest(point.x, point.y).expect("there are points");
            let other =
                drawn.lines.iter().find(|line| line.at == at).expect("its line is drawn").points[place];
            assert_eq!((other.x, other.y), (point.x, point.y));
        }
    }
    assert_eq!(chart(&data, "q=no-such-word-anywhere").0.nearest(1, 1), None);
}
