//! The view as the server renders it, from the small record: one of each part, a choice in the filter, nothing found.
//! `UPDATE_EXPECT=1` writes the snapshots anew; read them before you keep them.

use crate::support::small_data;
use expect_test::{Expect, expect};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::{App, AppProps};
use std::rc::Rc;

/// The page at an address, a tag a line, without the marks for hydration.
fn page(address: &str) -> String {
    let data = Rc::new(small_data());
    let (query, complaints) = Query::from_url(address);
    let props = || AppProps {
        data: data.clone(),
        lang: Lang::default(),
        base: "".into(),
        query: query.clone(),
        complaints: complaints.clone(),
        on_ready: Default::default(),
        on_query: Default::default(),
    };
    let html = page::html::<App>(props, false).expect("the page renders");
    html.replace("><", ">\n<")
}

/// The part of a page from the last opening of an element before a mark to that element's end.
fn part(page: &str, element: &str, mark: &str) -> String {
    let at = page.find(mark).unwrap_or_else(|| panic!("{mark} is not on the page"));
    let start = page[..at].rfind(&format!("<{element} ")).unwrap_or_else(|| panic!("{mark} is in no {element}"));
    let end = format!("</{element}>");
    let length = page[start..].find(&end).unwrap_or_else(|| panic!("{element} does not end")) + end.len();
    format!("{}\n", &page[start..start + length])
}

fn shows(part: &str, expected: &Expect) {
    expected.assert_eq(part);
}

#[test]
fn a_mission_card() {
    shows(&part(&page(""), "article", "id=\"mission-probe-1\""), &expect![[""]]);
}

#[test]
fn a_participant_card() {
    shows(&part(&page(""), "article", "id=\"participant-marea\""), &expect![[""]]);
}

#[test]
fn a_conflict() {
    shows(&part(&page(""), "article", "id=\"conflict-marea-in\""), &expect![[""]]);
}

#[test]
fn a_milestone() {
    shows(&part(&page(""), "article", "id=\"milestone-probe-2-launch\""), &expect![[""]]);
}

#[test]
fn a_line_of_the_timeline() {
    shows(&part(&page(""), "li", "id=\"event-probe-1-launched\""), &expect![[""]]);
}

#[test]
fn the_filter_with_a_choice() {
    let page = page("kind=launch");
    shows(&part(&page, "p", "role=\"status\""), &expect![[""]]);
    shows(&part(&page, "ul", "class=\"chip\""), &expect![[""]]);
    shows(&part(&page, "fieldset", "data-facet=\"kind\""), &expect![[""]]);
}

#[test]
fn nothing_found() {
    let page = page("q=marea&kind=loss");
    shows(&part(&page, "p", "role=\"status\""), &expect![[""]]);
    shows(&part(&page, "p", "<p class=\"empty\">\n"), &expect![[""]]);
    shows(&part(&page, "ul", "class=\"chip\""), &expect![[""]]);
}

#[test]
fn what_could_not_be_read_is_said() {
    shows(&part(&page("view=nowhere&participant=nobody"), "p", "role=\"status\""), &expect![[""]]);
}

#[test]
fn the_page_is_a_function_of_its_props() {
    for address in ["", "kind=launch", "asof=2023-01-01", "view=table&mode=dim"] {
        assert_eq!(page(address), page(address), "{address}");
    }
}

#[test]
fn an_earlier_day_shows_less() {
    let (now, then) = (page(""), page("asof=2023-01-01"));
    for id in ["participant-marea", "conflict-marea-in", "event-probe-1-launched"] {
        let id = format!("id=\"{id}\"");
        assert!(now.contains(&id) && !then.contains(&id), "{id}");
    }
    assert!(then.contains("id=\"event-paper-signed\"") && then.contains("id=\"milestone-probe-2-launch\""));
}

#[test]
fn texts_of_the_record_are_no_markup() {
    let mut record = crate::support::small();
    record["people"][0]["name"] = "<script>alert(1)</script>".into();
    record["people"][0]["claims"][0]["text"] = "a \" onload=\"b & <i>c</i>".into();
    let data = Rc::new(crate::support::checked(&record));
    let html = page::app(&data, "").expect("the page renders");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the name is shown");
    assert!(!html.contains("<script") && !html.contains("<i>"), "it is shown as text");
}
