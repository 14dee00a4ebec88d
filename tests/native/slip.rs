//! The slip chart: which milestones are its rows, and where their marks stand, against a search of our own.

use crate::moved::when;
use crate::support::{cases, checked, dataset, day, small, whens};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry;
use ilrs_explainer::model::headline::{Headline, Part, Rule};
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::moved::Moved;
use ilrs_explainer::model::slip::{DOT, FIGURE, FOOT, Form, Mark, Row, Scale, WIDE, beside};
use ilrs_explainer::model::viewport::NavKey;
use ilrs_explainer::model::when::{When, days};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The small record with one milestone, given these dates: when stated, which date, how sure.
pub fn given(dates: &[(&str, Option<&str>, &str)], actual: Option<&str>) -> Value {
    let mut record = small();
    let promise = |(place, (stated, promised, confidence)): (usize, &(&str, Option<&str>, &str))| {
        json!({"id": format!("given-{place}"), "milestone": "landing", "stated": stated, "promised": promised,
               "who": "Ada Luz", "sources": ["press-2024-04"], "confidence": confidence})
    };
    record["milestones"] =
        json!([{"id": "landing", "label": "Landing", "kind": "landing", "about": ["ilrs"]}]);
    record["promises"] = dates.iter().enumerate().map(promise).collect();
    record["events"].as_array_mut().expect("a list").truncate(1);
    if let Some(actual) = actual {
        record["milestones"][0]["actual"] = json!(actual);
        record["events"].as_array_mut().expect("a list").push(json!({
            "id": "landed", "date": actual, "kind": "landing", "title": "It lands", "milestone": "landing",
            "sources": ["press-2024-04"], "confidence": "high"}));
    }
    record
}

fn only() -> Ref {
    Ref { kind: Type::Milestone, index: 0 }
}

/// The row of the one milestone of a record at its end.
fn row(data: &Dataset) -> Option<Row> {
    let scale = Scale::new(data, data.places(Type::Milestone));
    Row::new(data, only(), data.day(None), &scale)
}

fn drawn(dates: &[(&str, Option<&str>, &str)], actual: Option<&str>) -> Row {
    row(&checked(&given(dates, actual))).unwrap_or_else(|| panic!("{dates:?} has no row"))
}

#[test]
fn the_rules_give_ten_rows() {
    let data = dataset();
    let headline = Headline::new(&data);
    let ids = |of: &[Ref]| of.iter().map(|at| data.id(*at).to_string()).collect::<Vec<_>>();
    let parts: Vec<(Rule, Vec<String>)> =
        headline.parts.iter().map(|part| (part.rule, ids(&part.milestones))).collect();
    let named = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<Vec<_>>();
    assert_eq!(
        parts,
        [
            (
                Rule::Phase,
                named(&[
                    "luna-25-launch",
                    "change-6-launch",
                    "change-7-launch",
                    "luna-26-launch",
                    "luna-27-launch"
                ])
            ),
            (Rule::Station, named(&["ilrs-construction-start", "ilrs-basic-completion"])),
            (
                Rule::Crew,
                named(&["first-us-landing", "china-crewed-landing-date", "russia-crewed-landing-date"])
            ),
        ]
    );
    assert_eq!(headline.planned, Some(when("2021-06-16")));
    // The page says of these that they are crews.
    for at in &headline.parts[2].milestones {
        assert!(data.label(*at).contains("crew"), "{}", data.label(*at));
    }
}

#[test]
fn a_rule_that_gives_nothing_is_not_there() {
    let without = |list: &str| {
        let mut record = given(&[("2024", Some("2030"), "high")], None);
        record[list] = json!([]);
        if list == "phases" {
            record["missions"][0]["about"] = json!([]);
        }
        Headline::new(&checked(&record)).parts
    };
    assert_eq!(without("phases"), [Part { rule: Rule::Crew, milestones: vec![only()] }]);
    assert_eq!(without("counts"), [Part { rule: Rule::Crew, milestones: vec![only()] }]);
    assert_eq!(Headline::new(&Dataset::default()), Headline::default());
    let mut other = given(&[("2024", Some("2030"), "high")], None);
    other["title"] = json!("Another thing");
    assert_eq!(Headline::new(&checked(&other)), Headline::default(), "the rules are about the station");
}

#[test]
fn the_years_of_the_front_page() {
    let data = dataset();
    let scale = Scale::new(&data, Headline::new(&data).milestones());
    let ticks: Vec<i32> = scale.ticks().iter().map(|tick| tick.year).collect();
    assert_eq!(ticks, [2015, 2020, 2025, 2030, 2035, 2040]);
    // From 2012.6 to 2041.9.
    assert_eq!((scale.x(days(2012, 8, 8)), scale.x(days(2041, 11, 25))), (0, WIDE));
    assert_eq!(scale.x(days(2027, 3, 31)), 500);
}

/// What a row says is what the record says: as much as its card and its page do.
#[test]
fn a_row_agrees_with_its_milestone() {
    let data = dataset();
    let scale = Scale::new(&data, data.places(Type::Milestone));
    for asked in [None, Some(day("2021-07-01")), Some(day("2016-01-01"))] {
        let day = data.day(asked);
        for at in data.places(Type::Milestone) {
            let milestone = data.milestone(at);
            let actual = entry::actual(&data, milestone, day);
            let row = Row::new(&data, at, day, &scale);
            let shift = milestone.shift(day, actual);
            let told = row.as_ref().map(|row| (row.number, row.first.0, row.last.0));
            assert_eq!(told, shift.map(|shift| (shift.stated, shift.first, shift.last)), "{}", milestone.id);
            let dated = milestone.known(day).iter().filter(|promise| promise.promised.is_some()).count();
            assert_eq!(row.map_or(0, |row| row.marks.len()), dated, "{}: a mark for each date", milestone.id);
        }
    }
}

/// Every mark lies in the row, meets none in its lane, and lies as low as it can.
fn sound(row: &Row) -> Result<(), TestCaseError> {
    let inside = |x: i32| (0..=WIDE).contains(&x);
    let mut placed: Vec<((i32, i32), usize)> = Vec::new();
    if row.reached.is_some() {
        placed.extend([0, 1].map(|lane| ((row.last.1 - FIGURE, row.last.1 + FIGURE), lane)));
    }
    let newest = row.marks.iter().filter(|mark| mark.newest);
    let others = row.marks.iter().filter(|mark| !mark.newest);
    prop_assert_eq!(newest.clone().count(), usize::from(row.reached.is_none()));
    for mark in newest.clone().chain(others) {
        prop_assert!(inside(mark.x) && inside(mark.extent.0) && inside(mark.extent.1), "{mark:?}");
        prop_assert!(mark.extent.0 <= mark.x && mark.x <= mark.extent.1, "{mark:?}");
        prop_assert!((30..=row.height - FOOT).contains(&row.y(mark.lane)), "{mark:?} is cut");
        let slot = taken(mark);
        let meets = |lane: usize| {
            placed
                .iter()
                .any(|(other, of)| *of == lane && !(slot.0.max(other.0)..slot.1.min(other.1)).is_empty())
        };
        prop_assert!(!meets(mark.lane), "{mark:?} lies on another");
        prop_assert!((0..mark.lane).all(meets), "{mark:?} could lie lower");
        placed.push((slot, mark.lane));
    }
    prop_assert!(newest.into_iter().all(|mark| mark.lane == 0), "the newest is on the line");
    prop_assert!(inside(row.line.0) && inside(row.line.1));
    Ok(())
}

fn taken(mark: &Mark) -> (i32, i32) {
    match mark.form {
        Form::Range => (mark.extent.0 + 5, mark.extent.1 - 5),
        _ => (mark.x - DOT, mark.x + DOT),
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn marks_never_overlap_and_lie_as_low_as_they_can(
        statements in statements(0.9, near()),
        reached in prop::option::of(2000..2026i32),
    ) {
        let data = stated(&statements, reached);
        match row(&data) {
            Some(row) => sound(&row)?,
            None => prop_assert!(statements.iter().all(|(_, date, _)| date.is_none()), "somebody gave a date"),
        }
    }
}

/// When something was stated, which date it gave, and how sure that is.
type Statement = (String, Option<String>, String);

/// Some statements, of which so large a part gives a date.
pub fn statements(dated: f64, dates: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Statement>> {
    let stated = "(19[5-9][0-9]|20[0-1][0-9])(-0[1-9])?";
    let one = (stated, prop::option::weighted(dated, dates), "high|medium|low|unconfirmed");
    prop::collection::vec(one, 1..25)
}

/// A record of one milestone with these statements, reached in this year.
pub fn stated(statements: &[Statement], reached: Option<i32>) -> Dataset {
    let dates: Vec<(&str, Option<&str>, &str)> =
        statements.iter().map(|(stated, date, sure)| (&**stated, date.as_deref(), &**sure)).collect();
    checked(&given(&dates, reached.map(|year| year.to_string()).as_deref()))
}

/// A date near ours, so that many meet, or any at all.
fn near() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "20[2-3][0-9][~?]?",
        2 => "202[0-9]/203[0-9]",
        1 => r"(\.\./20[2-3][0-9]|20[2-3][0-9]/\.\.)",
        1 => whens(),
    ]
}

#[test]
fn a_milestone_of_any_kind_has_its_row() {
    let once = drawn(&[("2020", Some("2030"), "high")], None);
    assert_eq!((once.number, &once.moved, once.height, once.line.0), (1, &None, 225, once.line.1));
    assert!(once.marks[0].newest && !once.weak && !once.withdrawn);

    let weak = drawn(&[("2020", Some("2030"), "low"), ("2022", Some("2032"), "unconfirmed")], None);
    assert!(weak.weak && weak.lead.is_none());
    assert_eq!((weak.number, weak.moved), (2, Some(Moved::By(2, 2))));

    let open = drawn(&[("2020", Some("2030"), "high"), ("2022", Some("2036/.."), "high")], None);
    assert_eq!((open.moved, open.marks[1].form), (Some(Moved::AtLeast(6)), Form::From));
    assert!(open.marks[1].extent.1 > open.marks[1].x && open.marks[1].extent.0 == open.marks[1].x);

    let gone = drawn(&[("2020", Some("2030"), "high"), ("2024", None, "high")], None);
    assert!(gone.withdrawn && gone.number == 1);
    let not_gone = drawn(&[("2020", Some("2030"), "high"), ("2024", None, "low")], None);
    assert!(!not_gone.withdrawn, "a weak statement takes nothing back");

    let lead = drawn(&[("2009", Some("../2020"), "low"), ("2021", Some("../2029"), "high")], None);
    assert_eq!(lead.lead, Some((lead.marks[0].x, lead.first.1)));
    assert_eq!((lead.number, lead.stated.0), (1, when("2021")));

    let landed =
        drawn(&[("2020", Some("2024"), "high"), ("2022", Some("2025-02"), "high")], Some("2025-02-03"));
    assert!(landed.marks.iter().all(|mark| !mark.newest));
    assert_eq!((landed.last.0, landed.moved), (when("2025-02-03"), Some(Moved::By(1, 1))));

    assert!(row(&checked(&given(&[("2020", None, "high")], None))).is_none(), "nobody gave a date");
}

#[test]
fn sixty_statements_of_one_date_stand_on_one_another() {
    let stated: Vec<String> = (0..60).map(|place| format!("{}-0{}", 1967 + place, 1 + place % 9)).collect();
    let dates: Vec<_> = stated.iter().map(|stated| (&**stated, Some("2030"), "high")).collect();
    let row = drawn(&dates, None);
    let mut lanes: Vec<usize> = row.marks.iter().map(|mark| mark.lane).collect();
    lanes.sort_unstable();
    assert_eq!(lanes, (0..60).collect::<Vec<_>>());
    assert_eq!(row.marks.iter().map(|mark| mark.age).max(), Some(4));
    sound(&row).expect("it is sound");
}

#[test]
fn a_century_and_a_half_is_drawn_within_its_row() {
    let row = drawn(&[("1950", Some("1957"), "high"), ("2020", Some("2100"), "high")], None);
    sound(&row).expect("it is sound");
    assert!(row.line.0 < 20 && row.line.1 > 980, "{:?}", row.line);
    let data = checked(&given(&[("1950", Some("1957"), "high"), ("2020", Some("2100"), "high")], None));
    let ticks = Scale::new(&data, data.places(Type::Milestone)).ticks();
    assert_eq!(ticks.iter().map(|tick| tick.year).collect::<Vec<_>>(), [1980, 2000, 2020, 2040, 2060, 2080]);
    // A year and more is a bar where there is room for it, and a dot where it would be narrower than one.
    let long = drawn(&[("1950", Some("1957/1958"), "high"), ("2020", Some("2100"), "high")], None);
    assert_eq!(long.marks[0].form, Form::Sharp);
    let short = drawn(&[("2019", Some("2029/2030"), "high"), ("2020", Some("2035"), "high")], None);
    assert_eq!(short.marks[0].form, Form::Range);
}

#[test]
fn each_form_of_a_date_is_drawn_in_its_own() {
    let table = [
        ("2030", Form::Sharp),
        ("2030-06", Form::Sharp),
        ("2030-XX", Form::Sharp),
        ("2030-01/2030-06", Form::Sharp),
        ("2029/2030", Form::Range),
        ("2029~/2031", Form::Range),
        ("203X", Form::Range),
        ("20XX", Form::Range),
        ("../2030", Form::Until),
        ("/2030", Form::Until),
        ("2030/..", Form::From),
        ("2030/", Form::From),
        ("2030~", Form::About),
        ("2030?", Form::About),
        ("2029-09/2030-03%", Form::About),
    ];
    for (date, form) in table {
        let row = drawn(&[("2020", Some(date), "high"), ("2021", Some("2035"), "high")], None);
        assert_eq!(row.marks[0].form, form, "{date}");
        let middle: When = when(date);
        let data = checked(&given(&[("2020", Some(date), "high"), ("2021", Some("2035"), "high")], None));
        let scale = Scale::new(&data, data.places(Type::Milestone));
        assert_eq!(row.marks[0].x, scale.x(middle.middle()), "{date}");
    }
}

#[test]
fn going_back_in_time_moves_no_mark() {
    let data = dataset();
    let scale = Scale::new(&data, Headline::new(&data).milestones());
    let (now, then) = (data.day(None), data.day(Some(day("2021-07-01"))));
    for at in Headline::new(&data).milestones() {
        let (Some(now), Some(then)) = (Row::new(&data, at, now, &scale), Row::new(&data, at, then, &scale))
        else {
            continue;
        };
        for (one, other) in now.marks.iter().zip(&then.marks) {
            assert_eq!((one.place, one.x, one.age), (other.place, other.x, other.age), "{}", data.label(at));
        }
    }
}

#[test]
fn keys_go_through_the_statements_of_a_row() {
    use NavKey::{Back, Down, FarOn, First, Last, On, Up};
    let table = [
        (None, 3, On, Some(0)),
        (None, 3, First, Some(0)),
        (None, 3, Back, Some(2)),
        (None, 3, Last, Some(2)),
        (Some(0), 3, On, Some(1)),
        (Some(2), 3, On, Some(2)),
        (Some(2), 3, Back, Some(1)),
        (Some(0), 3, Back, Some(0)),
        (Some(1), 3, First, Some(0)),
        (Some(1), 3, Last, Some(2)),
        (Some(9), 3, On, Some(2)),
        (Some(9), 3, Back, Some(2)),
        (None, 0, On, None),
        (Some(1), 3, Up, None),
        (Some(1), 3, Down, None),
        (None, 3, FarOn, None),
    ];
    for (at, number, key, next) in table {
        assert_eq!(beside(at, number, key), next, "{at:?} of {number}, {key:?}");
    }
}
