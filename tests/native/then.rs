//! On an earlier day nothing that the app renders names what was not known: no link, no value of a filter, no text.

use crate::generated::chance::Chance;
use crate::support::{dataset, day, standing};
use ilrs_explainer::model::asof::AsOf;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::item::Group;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Spot, State};
use ilrs_explainer::model::when::{Day, When};
use ilrs_explainer::site::page;
use ilrs_explainer::text::Lang;
use ilrs_explainer::view::app::Heard;
use ilrs_explainer::view::context::Asked;
use ilrs_explainer::view::facet::values;
use ilrs_explainer::view::panel::panel;
use ilrs_explainer::view::step::StepChart;
use ilrs_explainer::view::{App, AppProps, Context, Page, Store, Surface, slip, table, timeline};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The days that are tried: one that is often asked for, some of the record's own, and some made up.
fn sample(data: &Dataset) -> Vec<Day> {
    let own = data.steps().iter().rev().skip(1).step_by(40).copied();
    let mut chance = Chance::new(20_210_615);
    let made_up = (0..8).map(|_| chance.between(day("1957-01-01"), data.as_of));
    [day("2021-06-15"), day("2018-01-01"), day("1965-01-01")].into_iter().chain(own).chain(made_up).collect()
}

/// The record of this crate as a site with pages has it.
pub fn own() -> Dataset {
    let mut data = dataset();
    data.addresses.clear();
    data
}

fn query(on: Day) -> Query {
    Query { as_of: Some(on), ..Query::default() }
}

#[derive(Clone, PartialEq, Properties)]
struct OpenedProps {
    data: Rc<Dataset>,
    on: Day,
}

/// All that a reader can open on a day, open.
#[component]
fn Opened(OpenedProps { data, on }: &OpenedProps) -> Html {
    let found = QueryResult::new(data, &query(*on));
    let context = Context { data: data.clone(), surface: Surface::Page, ..Context::default() };
    let page = Page::new(&context, &Asked::new(found.day(), &query(*on)));
    let kinds = Type::ALL.iter().copied().filter(|kind| !matches!(kind, Type::Source | Type::Event));
    let cards: Vec<Ref> =
        kinds.flat_map(|kind| data.places(kind)).filter(|at| data.has_card(*at, found.day())).collect();
    let open = found.entries().iter().map(|entry| (entry.at, Spot::Line)).collect();
    let state = State { query: query(*on), open, ..State::default() };
    html! {
        <>
            for at in cards {
                { panel(&page, at) }
            }
            { timeline::list(&page, &found, &state) }
            { table::table(&page, &found, &state) }
            { slip::all(&page) }
            <StepChart page={page.clone()}/>
        </>
    }
}

/// Everything that the app has on the page on a day, and all that can be opened there.
pub fn rendered(data: &Rc<Dataset>, on: Day) -> String {
    let context = || Context { data: data.clone(), surface: Surface::Page, live: true, ..Context::default() };
    let store = || Store::new(context(), query(on), Vec::new());
    let app = page::html::<App>(|| AppProps { store: store(), heard: Heard::default() }, false);
    let opened = page::html::<Opened>(|| OpenedProps { data: data.clone(), on }, false);
    app.expect("the page renders") + &opened.expect("it opens")
}

/// What was not known on a day.
fn unknown(data: &Dataset, day: AsOf) -> BTreeSet<Ref> {
    let kinds = Type::ALL.iter().copied().filter(|kind| *kind != Type::Source);
    let known = |at: &Ref| match at.kind {
        Type::Event => day.includes(&data.event(*at).date),
        _ => data.has_card(*at, day),
    };
    kinds.flat_map(|kind| data.places(kind)).filter(|at| !known(at)).collect()
}

/// The words of ids and addresses in the attributes that lead somewhere or choose something.
fn led_to(html: &str) -> BTreeSet<&str> {
    let of = |name: &'static str| html.split(name).skip(1).filter_map(|rest| rest.split('"').next());
    let all = [" href=\"", " value=\"", " id=\"", " data-of=\""].into_iter().flat_map(of);
    all.flat_map(|value| value.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-')).collect()
}

/// The texts of a page, each as far as the next tag.
fn texts(html: &str) -> BTreeSet<&str> {
    html.split('>').skip(1).filter_map(|part| part.split('<').next()).map(str::trim).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the record says that was known on a day, and what it says that was not, in texts long enough to be told apart.
fn said(data: &Dataset, day: AsOf) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut then, mut later) = (BTreeSet::new(), BTreeSet::new());
    let mut put = |text: &str, known: bool| {
        if known {
            then.insert(escaped(text));
        } else if text.chars().count() > 30 {
            later.insert(escaped(text));
        }
    };
    for item in data.all_items() {
        for claim in &item.claims {
            if let ilrs_explainer::model::claim::Content::Text(words) = &claim.content {
                put(words, data.knows(item, claim, day));
            }
        }
    }
    for promise in data.milestones.iter().flat_map(|milestone| &milestone.promises) {
        put(&promise.text, day.includes(&promise.stated));
    }
    for conflict in &data.conflicts {
        conflict.positions.iter().for_each(|position| put(&position.text, day.includes(&position.since)));
        conflict.reading.iter().for_each(|reading| put(reading, day.is_cutoff));
    }
    data.events.iter().for_each(|event| put(&event.text, day.includes(&event.date)));
    data.counts.iter().for_each(|count| put(&count.text, day.includes(&count.when)));
    (then, later)
}

#[test]
fn nothing_is_named_that_was_not_known() {
    let data = Rc::new(own());
    let mut faults = BTreeSet::new();
    for on in sample(&data) {
        let day = data.day(Some(on));
        let html = rendered(&data, on);
        let (led, texts) = (led_to(&html), texts(&html));
        let unknown = unknown(&data, day);
        let (then, later) = said(&data, day);
        let known: BTreeSet<String> = Type::ALL
            .iter()
            .filter(|kind| **kind != Type::Source)
            .flat_map(|kind| data.places(*kind))
            .filter(|at| !unknown.contains(at))
            .map(|at| escaped(data.label(at)))
            .chain(Group::ALL.iter().map(|group| Lang::default().text().group(*group).to_string()))
            .chain(then.iter().cloned())
            .collect();
        for at in unknown {
            let (id, label) = (&**data.id(at), escaped(data.label(at)));
            if led.contains(id) || led.contains(&*data.anchor(at)) {
                faults.insert(format!("{}: {id} is led to", When::from_day(on)));
            }
            if texts.contains(&*label) && !known.contains(&label) {
                let place = html.find(&format!(">{label}<")).unwrap_or(0);
                let around = html.get(place.saturating_sub(200)..place + 60).unwrap_or_default();
                faults.insert(format!("{}: {label} is named: {around}", When::from_day(on)));
            }
        }
        let later: Vec<String> = later.difference(&then).cloned().collect();
        for place in standing(&html, &later) {
            faults.insert(format!("{}: it is said that {}", When::from_day(on), later[place]));
        }
    }
    let first: Vec<&String> = faults.iter().take(25).collect();
    assert!(faults.is_empty(), "{} faults: {first:#?}", faults.len());
}

#[test]
fn a_facet_offers_what_was_known_and_what_is_chosen() {
    let data = Rc::new(own());
    let offered = |query: &Query, facet| {
        let found = QueryResult::new(&data, query);
        let context = Context { data: data.clone(), ..Context::default() };
        values(&Page::new(&context, &Asked::new(found.day(), query)), &found, facet, query.chosen(facet))
    };
    for on in sample(&data) {
        let day = data.day(Some(on));
        for facet in Facet::ALL.iter().copied().filter(|facet| facet.ids().is_some()) {
            for value in offered(&query(on), facet) {
                let at = data.at(&value).expect("it is in the record");
                assert!(data.has_card(at, day), "{value} on {}", When::from_day(on));
            }
        }
    }
    let early = Query::from_url("?asof=2018-01-01&mission=change-8").0;
    assert!(offered(&early, Facet::Mission).iter().any(|value| &**value == "change-8"), "it is chosen");
    assert!(offered(&Query::default(), Facet::Mission).len() > 20);
}
