//! The step chart: where its points, its course and its labels stand, how fast a date moved, and what it says of a record
//! of any kind.

use crate::slip::{given, stated, statements};
use crate::support::{cases, checked, dataset, day, values, whens};
use ilrs_explainer::model::asof::AsOf;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry;
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query::View;
use ilrs_explainer::model::step::{Chart, Reading, SIDE, Slope, choices, first, slope};
use ilrs_explainer::site::page;
use ilrs_explainer::view::context::{Asked, Page};
use ilrs_explainer::view::step::{StepChart, stands_in_story};
use ilrs_explainer::view::{Context, Surface};
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

const READINGS: [Reading; 2] = [Reading::Promised, Reading::Moved];

fn only() -> Ref {
    Ref { kind: Type::Milestone, index: 0 }
}

fn end(data: &Dataset) -> AsOf {
    data.day(None)
}

/// The chart of the one milestone that was given these dates.
fn drawn(dates: &[(&str, Option<&str>, &str)], actual: Option<&str>, reading: Reading) -> Option<Chart> {
    let data = checked(&given(dates, actual));
    Chart::new(&data, only(), end(&data), reading)
}

/// What holds of every chart.
fn sound(data: &Dataset, at: Ref, day: AsOf, reading: Reading) -> Result<(), TestCaseError> {
    let milestone = data.milestone(at);
    let known = milestone.known(day);
    let Some(chart) = Chart::new(data, at, day, reading) else {
        prop_assert!(known.iter().all(|promise| promise.promised.is_none()), "somebody gave a date");
        return Ok(());
    };
    let inside = |(x, y): (i32, i32)| (0..=SIDE).contains(&x) && (0..=SIDE).contains(&y);
    prop_assert_eq!(chart.points.len(), known.len(), "a point for each statement");
    prop_assert!(chart.points.windows(2).all(|pair| pair[0].at.0 <= pair[1].at.0), "{:?}", chart.points);
    for (point, promise) in chart.points.iter().zip(known) {
        prop_assert!(inside(point.at), "{point:?}");
        prop_assert_eq!((point.withdrawn, point.weak), (promise.promised.is_none(), !promise.is_solid()));
        if let Some((high, low)) = point.extent {
            prop_assert!(0 <= high && high <= point.at.1 && point.at.1 <= low && low <= SIDE, "{point:?}");
        }
    }
    let lines = chart.course.iter().chain(&chart.ahead);
    for ((x1, y1), (x2, y2)) in lines {
        prop_assert!(inside((*x1, *y1)) && inside((*x2, *y2)) && (x1 == x2 || y1 == y2));
    }
    let newest = chart.points.iter().filter(|point| point.newest).count();
    let reached = entry::actual(data, milestone, day);
    prop_assert_eq!((newest, chart.reached.is_some()), (usize::from(reached.is_none()), reached.is_some()));
    if reading == Reading::Promised {
        prop_assert_eq!(chart.diagonal, ((0, SIDE), (SIDE, 0)), "one year is as long upwards as across");
        prop_assert_eq!(&chart.across, &chart.up);
        for (x, y) in chart.reached.map(|(_, at)| at).into_iter().chain(chart.ahead.map(|(_, at)| at)) {
            prop_assert_eq!(x + y, SIDE, "it comes true on the diagonal");
        }
    }
    course(&chart)?;
    let counting = milestone.counting(day);
    let named: Vec<usize> = chart.named.iter().map(|named| named.place).collect();
    prop_assert_eq!(named[0], counting[counting.len() - 1].0, "the newest first");
    let one = chart.named.iter().any(|named| named.date == counting[0].1);
    prop_assert!(one, "the first date is named: {named:?}");
    Ok(())
}

/// At any day the course stands where the newest date that counts stood, and nowhere if that was taken back.
fn course(chart: &Chart) -> Result<(), TestCaseError> {
    let counting: Vec<_> = chart.points.iter().filter(|point| point.counts).collect();
    for pair in counting.windows(2) {
        for x in pair[0].at.0 + 1..pair[1].at.0 {
            let level = |((x1, y1), (x2, y2)): &((i32, i32), (i32, i32))| {
                (y1 == y2 && (x1..=x2).contains(&&x)).then_some(*y1)
            };
            let levels: Vec<i32> = chart.course.iter().filter_map(level).collect();
            let stood: Vec<i32> = (!pair[0].withdrawn).then_some(pair[0].at.1).into_iter().collect();
            prop_assert_eq!(levels, stood, "at {} of {:?}", x, pair);
        }
    }
    Ok(())
}

#[test]
fn every_chart_of_the_record_is_sound() {
    let data = dataset();
    for asked in [None, Some(day("2021-07-01")), Some(day("2016-01-01"))] {
        for at in data.places(Type::Milestone) {
            for reading in READINGS {
                let day = data.day(asked);
                sound(&data, at, day, reading).unwrap_or_else(|fault| panic!("{}: {fault}", data.id(at)));
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_chart_is_sound(
        statements in statements(0.8, dates()),
        reached in prop::option::of(2020..2026i32),
    ) {
        let data = stated(&statements, reached);
        for reading in READINGS {
            sound(&data, only(), end(&data), reading)?;
        }
    }
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "20[2-3][0-9][~?]?",
        2 => "202[0-9]/203[0-9]",
        1 => r"(\.\./20[2-3][0-9]|20[2-3][0-9]/\.\.)",
        1 => whens(),
    ]
}

#[test]
fn both_readings_draw_one_shape() {
    let data = dataset();
    let luna = data.at("luna-26-launch").expect("it is in the record");
    let [promised, moved] =
        READINGS.map(|reading| Chart::new(&data, luna, end(&data), reading).expect("it has dates"));
    let long = |chart: &Chart| {
        let (first, last) = (chart.points[0].at, chart.points[chart.points.len() - 1].at);
        (last.0 - first.0, first.1 - last.1)
    };
    let ((x1, y1), (x2, y2)) = (long(&promised), long(&moved));
    assert!((x1 * y2 - x2 * y1).abs() < 2 * SIDE, "{x1}:{y1} and {x2}:{y2}");
    assert_eq!(moved.up.iter().filter(|tick| tick.year == 0).count(), 1);
    assert_eq!(
        moved.points[0].at.1,
        SIDE - moved.up.iter().find(|tick| tick.year == 0).expect("it is there").x
    );
    assert_eq!(promised.lead.map(|(_, years)| years), Some(4), "stated in April 2012 for 2016");
}

#[test]
fn a_press_finds_the_nearest_statement() {
    let data = dataset();
    for at in choices(&data) {
        let chart = Chart::new(&data, at, end(&data), Reading::Promised).expect("it has dates");
        for point in &chart.points {
            let place = chart.nearest(point.at).expect("there are points");
            assert_eq!(chart.points[place].at, point.at);
        }
        assert!(chart.nearest((i32::MIN, i32::MAX)).is_some());
    }
}

#[test]
fn how_fast_a_date_moved_where_two_sharp_dates_say_so() {
    type Case<'a> = (&'a [(&'a str, Option<&'a str>, &'a str)], Option<&'a str>, Option<(i32, bool)>);
    let table: [Case; 11] = [
        (
            &[("2012-06-30", Some("2016"), "high"), ("2022-06-30", Some("2026"), "high")],
            None,
            Some((1000, true)),
        ),
        (
            &[("2012-06-30", Some("2016"), "high"), ("2024-06-30", Some("2026"), "high")],
            None,
            Some((1200, true)),
        ),
        (
            &[("2012-06-30", Some("2016"), "high"), ("2017-06-30", Some("2026"), "high")],
            None,
            Some((500, true)),
        ),
        (
            &[("2014-06-30", Some("2030"), "high"), ("2024-06-30", Some("2025"), "high")],
            None,
            Some((2000, false)),
        ),
        // What says nothing: once, hardly moved, within a year, open ends, weak sources, taken back.
        (&[("2012-06-30", Some("2016"), "high")], None, None),
        (&[("2012-06-30", Some("2026-01"), "high"), ("2022-06-30", Some("2026-09"), "high")], None, None),
        (&[("2022-01-30", Some("2026"), "high"), ("2022-06-30", Some("2030"), "high")], None, None),
        (&[("2012-06-30", Some("2016"), "high"), ("2022-06-30", Some("2026/.."), "high")], None, None),
        (&[("2012-06-30", Some("2016"), "low"), ("2022-06-30", Some("2026"), "low")], None, None),
        (
            &[("2012", Some("2016"), "high"), ("2022", Some("2026"), "high"), ("2023", None, "high")],
            None,
            None,
        ),
        // To the day on which it was reached.
        (&[("2012-07-01", Some("2020-07-01"), "high")], Some("2024-07-01"), Some((3000, true))),
    ];
    for (dates, actual, expected) in table {
        let data = checked(&given(dates, actual));
        let told = slope(&data, only(), end(&data));
        let near = |told: Option<Slope>| told.map(|told| ((told.passed + 5) / 10 * 10, told.later));
        assert_eq!(near(told), expected, "{dates:?} {actual:?}");
    }
}

#[test]
fn the_slope_in_words() {
    let text = ilrs_explainer::text::Lang::default().text();
    let said = |passed, later| text.step().slope(&Slope { passed, later });
    assert_eq!(
        said(1234, true),
        "In all, the date moved about a year later for every 1.2 years that passed."
    );
    let table = [
        (950, "year"),
        (1049, "year"),
        (1050, "1.1 years"),
        (2000, "2 years"),
        (9960, "10 years"),
        (400, "5 months"),
        (949, "11 months"),
        (83, "month"),
        (1, "month"),
    ];
    for (passed, words) in table {
        assert_eq!(
            said(passed, false),
            format!("In all, the date moved about a year earlier for every {words} that passed.")
        );
    }
}

#[test]
fn the_first_shown_is_the_one_of_the_front_page_that_moved_most() {
    let data = dataset();
    let all = choices(&data);
    let dated = |at: Ref| data.milestone(at).promises.iter().filter(|one| one.promised.is_some()).count();
    assert!(data.places(Type::Milestone).all(|at| (dated(at) > 1) == all.contains(&at)));
    let first = first(&data, &all).expect("there is one");
    assert_eq!(data.id(first).as_ref(), "luna-27-launch");
    assert_eq!(ilrs_explainer::model::step::first(&Dataset::default(), &[]), None);
}

#[test]
fn it_stands_in_the_story_of_our_page_or_in_its_section() {
    for (surface, view, story) in [
        (Surface::Page, View::All, true),
        (Surface::Page, View::Promises, false),
        (Surface::Frame, View::All, false),
        (Surface::Element, View::All, false),
    ] {
        assert_eq!(stands_in_story(surface, view), story, "{surface:?} {view:?}");
    }
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    data: Rc<Dataset>,
    day: AsOf,
}

#[component]
fn Shown(ShownProps { data, day }: &ShownProps) -> Html {
    let context = Context { data: data.clone(), ..Context::default() };
    html! { <StepChart page={Page::new(&context, &Asked::new(*day, &Query::default()))}/> }
}

fn html(data: Dataset, asked: Option<i32>) -> String {
    let (day, data) = (data.day(asked), Rc::new(data));
    page::html::<Shown>(|| ShownProps { data: data.clone(), day }, false).expect("the chart renders")
}

fn own() -> Dataset {
    let mut data = dataset();
    data.addresses.clear();
    data
}

#[test]
fn it_says_in_words_what_it_draws() {
    let html = html(own(), None);
    assert!(
        html.contains("<option selected=\"\">Luna-27 launch</option>") || html.contains("selected"),
        "{html}"
    );
    assert_eq!(html.matches("<option").count(), choices(&own()).len());
    assert_eq!(html.matches("type=\"radio\"").count(), 2);
    assert!(
        html.contains("In all, the date moved about a year later for every 1.1 years that passed."),
        "{html}"
    );
    assert!(values(&html, "href").contains(&"milestone/luna-27-launch/"));
    assert!(!html.contains("style="));
    let elements = html.matches('<').count() - html.matches("</").count();
    assert!(elements <= 320, "{elements} elements");
    let named = |class: &str| html.matches(&format!("class=\"{class} ")).count();
    assert_eq!(named("date newest"), 1, "the newest is named");
    assert!(named("date") >= 4, "the first and the turns are named: {html}");
}

#[test]
fn before_anybody_gave_a_date_nothing_stands() {
    let early = html(own(), Some(day("2005-01-01")));
    assert_eq!(early, "", "nothing is named of which nobody had spoken");
    assert_eq!(html(Dataset::default(), None), "", "a record without milestones has none");
    let once = checked(&given(&[("2020", Some("2030"), "high")], None));
    assert_eq!(html(once, None), "", "one date makes no step");
}

/// Whatever a record holds is drawn within the square and named in full.
#[test]
fn nothing_of_a_strange_record_is_cut() {
    let sixty: Vec<(String, String)> = (0..60)
        .map(|place| (format!("{}-0{}", 1960 + place, 1 + place % 9), format!("{}", 1990 + place % 40)))
        .collect();
    let sixty: Vec<_> = sixty.iter().map(|(stated, date)| (&**stated, Some(&**date), "high")).collect();
    let long = "A very long name of a milestone ".repeat(4);
    let names = ["محطة أبحاث القمر الدولية", "国际月球科研站建成", long.trim()];
    let table: [&[(&str, Option<&str>, &str)]; 6] = [
        &[("1950", Some("1957"), "low"), ("2020", Some("2100/.."), "high")],
        &[("2020", Some("2030"), "low"), ("2021", Some("2031"), "unconfirmed")],
        &[("2020", Some("../2029"), "high"), ("2021", Some("2035/.."), "high")],
        &[("2020", Some("2030"), "high"), ("2021", Some("2031"), "high"), ("2022", None, "high")],
        &[("2020", None, "high"), ("2021", Some("2031"), "high"), ("2022", Some("2030"), "high")],
        &sixty,
    ];
    for dates in table {
        for name in names {
            let mut record = given(dates, None);
            record["milestones"][0]["label"] = json!(name);
            let html = html(checked(&record), None);
            assert!(html.contains(&format!(">{name}</option>")), "{html}");
            for attribute in ["x", "x1", "x2", "cx", "y", "y1", "y2", "cy"] {
                for value in values(&html, attribute).into_iter().filter_map(|value| value.strip_suffix('%'))
                {
                    let value: f64 = value.parse().unwrap_or_else(|_| panic!("{attribute}={value}"));
                    assert!((0.0..=100.0).contains(&value), "{attribute}={value}");
                }
            }
        }
    }
    let gone = drawn(table[3], None, Reading::Promised).expect("it had dates");
    assert!(gone.ahead.is_none() && gone.points[2].withdrawn, "what was taken back leads nowhere");
    let long = drawn(&sixty, None, Reading::Promised).expect("it has dates");
    assert_eq!(long.points.len(), 60);
}
