//! Years before 1 in words, everywhere a page prints one; and a date as it is printed can be typed.

use crate::support::{checked, small};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::when::{When, days};
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::{App, AppProps, Context, Store};
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn the_year_0_is_1_bc() {
    let text = Lang::default().text();
    let table = [
        ("-0043-03-15", "15 March 44 BC", "Mar 44 BC"),
        ("-0099", "100 BC", "100 BC"),
        ("0000", "1 BC", "1 BC"),
        ("0001", "1", "1"),
        ("-0043-24", "winter 44 BC–43 BC", "winter 44 BC"),
        ("0000-24", "winter 1 BC–1", "winter 1 BC"),
        ("-0100~/-0043", "about 101 BC to 44 BC", "about 101 BC–44 BC"),
        ("-0043-XX", "44 BC, month not known", "44 BC"),
        ("000X", "1 BC to 9", "1 BC to 9"),
        ("00XX", "1 BC to 99", "1 BC to 99"),
        ("2024", "2024", "2024"),
    ];
    for (date, long, short) in table {
        assert_eq!(
            (text.when(&when(date)), text.slip().date(&when(date))),
            (long.into(), short.into()),
            "{date}"
        );
    }
}

/// What a reader types into a field, and the date that it is: as the page prints it, or as EDTF has it.
#[test]
fn what_is_printed_can_be_typed() {
    let table = [
        ("44 BC", Some("-0043")),
        ("1 BC", Some("0000")),
        ("-100", Some("-0100")),
        ("100", Some("0100")),
        (" 2024 ", Some("2024")),
        ("June 2024", Some("2024-06")),
        ("12 june 2024", Some("2024-06-12")),
        ("15 March 44 BC", Some("-0043-03-15")),
        ("0 BC", None),
        ("-5 BC", None),
        ("30 February 2024", None),
        ("Juno 2024", None),
        ("20240", None),
        ("BC", None),
        ("", None),
        ("soon", None),
        ("１００", None),
    ];
    for (typed, date) in table {
        let read = Lang::default().text().typed(typed).map(|when| when.to_string());
        assert_eq!(read.as_deref(), date, "{typed}");
    }
}

/// A record whose events are ancient.
fn ancient() -> String {
    let mut record = small();
    for event in record["events"].as_array_mut().expect("it has events") {
        event["date"] = json!("-0043-03-15");
    }
    let data = Rc::new(checked(&record));
    let context = || Context { data: data.clone(), ..Context::default() };
    let (query, complaints) = Query::from_url("?from=-0100");
    let store = || Store::new(context(), query.clone(), complaints.clone());
    page::html::<App>(|| AppProps { store: store(), heard: Heard::default() }, false)
        .expect("the page renders")
}

#[test]
fn a_page_says_it_in_words() {
    let page = ancient();
    for words in ["<h3>44 BC</h3>", "15 March 44 BC", "101 BC"] {
        assert!(page.contains(words), "the page lacks {words}");
    }
    // HTML has no such year: a machine reads it as EDTF.
    assert!(page.contains("data-edtf=\"-0043-03-15\"") && !page.contains("datetime=\"-"));
    for raw in [">-43<", ">43<", " -43", "−43", "aria-valuetext=\"-"] {
        assert!(!page.contains(raw), "the page says {raw}");
    }
}

proptest! {
    #[test]
    fn every_year_month_and_day_can_be_typed_as_printed(year in -9999..=9999, month in 1u8..=12, day in 1u8..=28) {
        let text = Lang::default().text();
        for date in [When::from_year(year), When::from_month(year, month), When::from_day(days(year, month, day))] {
            prop_assert_eq!(text.typed(&text.when(&date)), Some(date));
        }
        prop_assert_eq!(text.typed(&text.year(year)), Some(When::from_year(year)));
    }
}
