//! How old the record is by the reader's clock: from which day on it is said, in which words, and that what is
//! prerendered knows nothing of it.

use crate::support::{day, small_data};
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::when::{Day, When};
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::Page;
use ilrs_explainer::view::age::age;
use ilrs_explainer::view::context::{Asked, Context};
use ilrs_explainer::view::opening::opening;
use std::rc::Rc;
use yew::prelude::*;

#[test]
fn a_record_is_old_after_sixty_days() {
    let checked = day("2026-10-10");
    for (today, days) in [
        ("1970-01-01", None),
        ("2026-10-09", None),
        ("2026-10-10", None),
        ("2026-12-09", None),
        ("2026-12-10", Some(61)),
        ("2027-10-10", Some(365)),
    ] {
        assert_eq!(age(checked, day(today)), days, "{today}");
    }
    // A clock may say anything.
    assert_eq!((age(Day::MAX, Day::MIN), age(Day::MIN, Day::MAX)), (None, Some(Day::MAX)));
}

#[test]
fn the_age_is_said_in_words() {
    let when = When::from_day(day("2026-10-10"));
    let checked = |age| Lang::En.text().checked(&when, age);
    assert_eq!(checked(None), "The record was last checked on 10 October 2026.");
    for (days, ago) in [
        (61, "2 months"),
        (75, "2 months"),
        (77, "3 months"),
        (180, "6 months"),
        (365, "12 months"),
        (729, "24 months"),
        (730, "2 years"),
        (1094, "2 years"),
        (1095, "3 years"),
    ] {
        let words = format!("The record was last checked on 10 October 2026, about {ago} ago.");
        assert_eq!(checked(Some(days)), words, "{days}");
    }
}

#[derive(PartialEq, Properties)]
struct OpeningProps {
    age: Option<Day>,
}

#[component]
fn Opening(props: &OpeningProps) -> Html {
    let data = Rc::new(small_data());
    let asked = Asked::new(data.day(None), &Query::default());
    opening(&Page::new(&Context { data, ..Context::default() }, &asked), props.age)
}

#[test]
fn the_opening_says_it_and_what_is_prerendered_does_not() {
    let html = |age| page::html::<Opening>(|| OpeningProps { age }, false).expect("the opening renders");
    assert!(html(Some(90)).contains("13 September 2026, about 3 months ago. It holds"), "{}", html(Some(90)));
    // The small record is of a day long past by any clock, or the test is run before it.
    let prerendered = page::app(&Rc::new(small_data()), "").expect("the page renders");
    assert!(
        prerendered.contains("The record was last checked on 13 September 2026. It holds"),
        "{prerendered}"
    );
    assert!(!prerendered.contains(" ago."));
}
