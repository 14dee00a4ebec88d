//! What a query leaves, as lines for the script that cuts files down to it.

use crate::support::small_data;
use ilrs_explainer::model::export_filter::listed;
use ilrs_explainer::model::query::Query;

fn lines(search: &str) -> Vec<String> {
    listed(&small_data(), &Query::from_url(search).0).lines().map(str::to_string).collect()
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|other| other == line)
}

#[test]
fn everything_is_no_list() {
    for search in ["", "?view=timeline&theme=dark&mode=dim", "?q=%20"] {
        assert_eq!(lines(search), [""; 0], "{search}");
    }
}

#[test]
fn a_filter_leaves_lines_cards_and_what_decides() {
    let lines = lines("?milestone=probe-2-launch");
    assert_eq!(lines[0], "2026-09-13");
    assert!(has(&lines, "probe-2-launch!0"), "the second promise decides: {lines:#?}");
    assert!(has(&lines, "probe-2-launch/11"), "{lines:#?}");
    assert!(has(&lines, "selenia/11") && has(&lines, "first-phase/1"), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.starts_with("paper-signed")), "{lines:#?}");
    assert!(has(&lines, "/1"), "counts are not filtered: {lines:#?}");
}

#[test]
fn an_event_is_listed_by_its_id() {
    let lines = lines("?kind=agreement");
    assert!(has(&lines, "paper-signed/"), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains('!')), "{lines:#?}");
}

#[test]
fn a_day_leaves_what_was_known_on_it() {
    let lines = lines("?asof=2022-01-01");
    assert_eq!(lines[0], "2022-01-01");
    assert!(has(&lines, "probe-1-launch/1") && has(&lines, "probe-1-launch!"), "{lines:#?}");
    assert!(has(&lines, "probe-2-launch/1") && has(&lines, "probe-2-launch!"), "{lines:#?}");
    assert!(has(&lines, "marea-in/00") && has(&lines, "/0"), "{lines:#?}");
    assert!(!has(&lines, "probe-1-launch@") && !has(&lines, "probe-1-launched/"), "{lines:#?}");
    assert!(self::lines("?asof=2025-03-01").contains(&"probe-1-launch@".to_string()));
}
