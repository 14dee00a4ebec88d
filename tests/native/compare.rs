//! The comparison: what is refused in one, what it shows on which day and where, and its page.

use crate::support::{cases, checked, dataset, problems, record, small};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::when::{Day, When};
use ilrs_explainer::site::compare::{Compared, ComparedProps};
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::{App, AppProps, Context, Store, Surface};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

/// The small record with one question to two programmes.
fn compared() -> Value {
    let mut record = small();
    record["programmes"] = json!([{ "id": "one", "name": "One" }, { "id": "other", "name": "Other" }]);
    record["comparison"] = json!([{ "id": "who", "question": "Who signs?", "answers": [
        {
            "programme": "other", "text": "Selenia signs for it.", "since": "2021-03-09",
            "grounds": ["paper-signed", "probe-2-launch"], "sources": ["agency-2021-03-09"], "confidence": "high",
        },
        { "programme": "one", "unstated": true },
    ]}]);
    record
}

/// The app at an address, as an element has it once it answers.
fn app(data: Dataset, address: &str) -> String {
    let data = Rc::new(data);
    let context =
        || Context { data: data.clone(), surface: Surface::Element, live: true, ..Context::default() };
    let store = || Store::new(context(), Query::from_url(address).0, Vec::new());
    page::html::<App>(|| AppProps { store: store(), heard: Heard::default() }, false)
        .expect("the page renders")
}

#[test]
fn answers_stand_in_the_order_of_the_programmes() {
    let data = checked(&compared());
    let answers = &data.comparison[0].answers;
    assert!(answers[0].is_none() && answers[1].is_some());
    let html = app(data, "view=compare");
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words} is not shown: {html}"));
    let order = ["Who signs?", ">One<", "Not stated in what was read.", ">Other<", "Selenia signs for it."];
    assert!(order.map(at).is_sorted(), "{html}");
    assert!(html.contains("As of 9 March 2021."), "its day");
    assert!(
        html.contains("href=\"https://agency.example/papers\"") && html.contains("#event-paper-signed"),
        "{html}"
    );
    assert!(html.contains("strip brief"), "the milestone that carries it has a strip");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = |place: &str, value: Value| {
        let mut record = compared();
        let (parent, name) = place.rsplit_once('/').expect("a place starts with /");
        match record.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
            Value::Array(list) => list[name.parse::<usize>().expect("a place in a list")] = value,
            parent => parent[name] = value,
        }
        problems(&record.to_string())
    };
    let stated = "/comparison/0/answers/0";
    let table = [
        ("/programmes/0/name", json!(""), "programmes/one: name: there is nothing to read"),
        ("/programmes/0/id", json!("One"), "programmes/One: id: an id is lower-case letters"),
        ("/comparison/0/question", json!(""), "comparison/who: question: there is nothing to read"),
        (&format!("{stated}/text"), json!(""), "comparison/who: other: there is nothing to read"),
        (&format!("{stated}/since"), Value::Null, "comparison/who: other: a date is missing"),
        (&format!("{stated}/since"), json!("soon"), "comparison/who: other: "),
        (
            &format!("{stated}/grounds"),
            json!([]),
            "comparison/who: other: something in the record has to carry",
        ),
        (&format!("{stated}/grounds"), json!(["nowhere"]), "comparison/who: other: there is no such id"),
        (
            &format!("{stated}/sources"),
            json!([]),
            "comparison/who: other: nothing stands here without a source",
        ),
        (&format!("{stated}/confidence"), json!("sure"), "comparison/who: confidence: it has to be one of"),
        (
            &format!("{stated}/unstated"),
            json!(true),
            "comparison/who: other: an answer that nothing read gives",
        ),
        (
            &format!("{stated}/programme"),
            json!("third"),
            "comparison/who: programme: there is no such programme",
        ),
        ("/comparison/0/answers/1/programme", json!("other"), "comparison/who: answers: each programme is"),
        ("/comparison/0/answers", json!([]), "comparison/who: answers: each programme is answered for once"),
    ]
    .map(|(place, value, start): (&str, Value, &str)| (place.to_string(), value, start));
    for (place, value, start) in table {
        let found = wrong(&place, value.clone());
        assert!(found.iter().any(|problem| problem.starts_with(start)), "{place} = {value}: {found:#?}");
    }
    assert_eq!(problems(&compared().to_string()), [""; 0]);
}

/// The page that was prerendered is small: it has a link to the whole, and the app makes the rest.
#[test]
fn the_prerendered_page_has_a_link_and_no_answer() {
    let data = Rc::new(dataset());
    for surface in [Surface::Page, Surface::Frame] {
        let at = page::At { surface, ..page::At::default() };
        let html = page::roots(&data, at, Ok).expect("the page renders");
        assert!(html.contains("href=\"compare/\"") && html.contains("href=\"#compare\""), "{surface:?}");
        let answer = data.answers().find(|answer| html.contains(&*answer.text));
        assert!(answer.is_none(), "{surface:?}: {answer:?}");
    }
}

/// In an element too the answers are made only where they are asked for.
#[test]
fn no_other_view_shows_it() {
    let question = dataset().comparison[0].question.clone();
    for (address, shown) in [("", false), ("view=conflicts", false), ("view=compare", true)] {
        assert_eq!(app(dataset(), address).contains(&*question), shown, "{address}");
    }
}

#[test]
fn its_page_has_every_answer_and_cites_every_source() {
    let (data, lang) = (Rc::new(dataset()), Lang::default());
    let props = || ComparedProps { data: data.clone(), record: Rc::new(record().clone()), lang };
    let html = page::html::<Compared>(props, false).expect("the page renders");
    for question in &data.comparison {
        assert!(html.contains(&format!("href=\"#compare-{}\"", question.id)), "{}", question.id);
        assert!(html.contains(&format!("id=\"compare-{}\"", question.id)), "{}", question.id);
    }
    for answer in data.answers() {
        assert!(html.contains(&*answer.text), "{}", answer.text);
        for no in &answer.sources {
            let id = &data.sources[no.0 as usize].id;
            assert!(html.contains(&format!("href=\"#source-{id}\"")), "{id} is not cited");
            assert_eq!(html.matches(&format!("id=\"source-{id}\"")).count(), 1, "{id} is not listed once");
        }
    }
    let unstated = data.comparison.iter().flat_map(|of| &of.answers).filter(|it| it.is_none()).count();
    assert_eq!(html.matches(lang.text().compare().unstated).count(), unstated);
    assert_eq!((data.programmes.len(), data.comparison.len()), (2, 12));
}

/// The text of each answer that is shown on a day.
fn shown(data: &Dataset, day: Day) -> Vec<String> {
    let html = app(data.clone(), &format!("view=compare&asof={}", When::from_day(day)));
    let texts = data.answers().map(|answer| answer.text.to_string());
    texts.filter(|text| html.contains(text)).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    /// A day shows the answers whose date had wholly passed, a later day all of them, and of the rest it says why not.
    #[test]
    fn a_day_shows_what_was_known(day in 18_300_i32..20_750, later in 0_i32..700) {
        let data = dataset();
        let day = Day::from(day).min(data.as_of - 1);
        let known: Vec<String> = data.answers().filter(|it| it.since.latest() <= day).map(|it| it.text.to_string()).collect();
        let now = shown(&data, day);
        prop_assert_eq!(&now, &known);
        let then = shown(&data, day + later);
        prop_assert!(now.iter().all(|text| then.contains(text)));
        let html = app(data.clone(), &format!("view=compare&asof={}", When::from_day(day)));
        let away = html.matches(Lang::default().text().compare().later).count();
        prop_assert_eq!(away, data.answers().count() - now.len());
    }
}
