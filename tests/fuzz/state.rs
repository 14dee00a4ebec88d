//! The state, under whatever a reader and a host can ask in whatever order.

use crate::cases;
use crate::looked::drawn;
use crate::mutate::any_text;
use crate::record::records;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query::{Mode, Theme, View};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Bound, DateField, Msg, State};
use ilrs_explainer::model::validate;
use ilrs_explainer::model::viewport::{Command, NavKey, Zoom};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

thread_local! {
    static DATA: Vec<Dataset> = {
        let data = |record: &serde_json::Value| validate::json::dataset(&record.to_string()).expect("a valid record");
        records().iter().map(data).chain([Dataset::default()]).collect()
    };
}

const PARTS: &[&str] = &[
    "q=a",
    "q=%00",
    "kind=launch",
    "kind=launch~landing",
    "participant=selenia~nobody",
    "mission=probe-1",
    "milestone=probe-2-launch",
    "phase=first-phase",
    "status=disputed",
    "confidence=high",
    "from=2020",
    "from=2037/..",
    "to=../2029",
    "to=-9999",
    "asof=2024-06-01",
    "asof=9999-12-31",
    "asof=-9999-01-01",
    "view=table",
    "mode=dim",
    "theme=dark",
    "from=9999",
    "to=0000",
];

fn addresses() -> impl Strategy<Value = String> {
    prop_oneof![4 => vec(select(PARTS), 0..4).prop_map(|parts| parts.join("&")), 1 => any_text(20)]
}

/// Numbers as a page sends them, and as nobody would.
fn numbers() -> impl Strategy<Value = i32> {
    let edges =
        [i32::MIN, i32::MIN + 1, -1_000_001, -1, 0, 1, 2, 7, 99_999, 1_000_000_000, i32::MAX - 1, i32::MAX];
    prop_oneof![3 => -3..40_i32, 2 => select(edges.to_vec()), 1 => 1_900..2_100_i32, 2 => any::<i32>()]
}

/// A value of a facet; where that takes ids, also one that nobody knows. Of words a box has no others.
fn choices() -> impl Strategy<Value = Msg> {
    const IDS: &[&str] = &["selenia", "probe-1", "probe-2-launch", "first-phase", "launch", ""];
    select(Facet::ALL).prop_flat_map(|facet| {
        let known: Vec<String> = match facet.ids() {
            None => facet.words().into_iter().map(str::to_string).collect(),
            Some(_) => IDS.iter().map(ToString::to_string).collect(),
        };
        let strange = if facet.ids().is_some() { any_text(8).boxed() } else { select(known.clone()).boxed() };
        let value = prop_oneof![4 => select(known), 1 => strange];
        value.prop_map(move |value| Msg::Toggle(facet, value.into()))
    })
}

fn dates() -> impl Strategy<Value = Msg> {
    const DATES: &[&str] =
        &["2024", "2024-06-01", "../2029", "2037/..", "", " 2020 ", "9999-12-31", "30 February"];
    let text = prop_oneof![4 => select(DATES).prop_map(str::to_string), 1 => any_text(8)];
    (select(DateField::ALL), text).prop_map(|(field, text)| Msg::Date(field, text.into()))
}

fn zooms() -> impl Strategy<Value = Zoom> {
    let about = || proptest::option::of(numbers());
    prop_oneof![Just(Zoom::Everything), about().prop_map(Zoom::Closer), about().prop_map(Zoom::Farther)]
}

fn commands() -> impl Strategy<Value = Command> {
    let place = || numbers().prop_map(|number| number as usize);
    let key = || select(NavKey::ALL);
    prop_oneof![
        numbers().prop_map(Command::Width),
        zooms().prop_map(Command::Zoom),
        numbers().prop_map(Command::Pan),
        numbers().prop_map(Command::From),
        (numbers(), numbers()).prop_map(|(from, to)| Command::Between(from, to)),
        key().prop_map(Command::Track),
        place().prop_map(Command::Mark),
        place().prop_map(Command::List),
        place().prop_map(Command::Sort),
        any::<bool>().prop_map(Command::Print),
    ]
}

fn messages() -> impl Strategy<Value = Msg> {
    let bound = select(vec![Bound::First, Bound::Last]);
    prop_oneof![
        3 => addresses().prop_map(|address| {
            let (query, complaints) = Query::from_url(&address);
            Msg::Ask(query, complaints)
        }),
        1 => addresses().prop_map(|address| Msg::Show(Query::from_url(&address).0)),
        1 => Just(Msg::Reset),
        1 => any_text(300).prop_map(|text| Msg::Search(text.into())),
        2 => choices(),
        1 => dates(),
        1 => (bound, numbers()).prop_map(|(bound, year)| Msg::Year(bound, year)),
        1 => numbers().prop_map(|step| Msg::Step(step as usize)),
        1 => select(View::ALL).prop_map(Msg::View),
        1 => select(Mode::ALL).prop_map(Msg::Mode),
        1 => select(Theme::ALL).prop_map(Msg::Theme),
        8 => commands().prop_map(Msg::Look),
        2 => (300..2000_i32).prop_map(|width| Msg::Look(Command::Width(width))),
    ]
}

/// What holds of every state.
fn holds(data: &Dataset, found: &QueryResult, state: &State) -> Result<(), TestCaseError> {
    let query = &state.query;
    for facet in Facet::ALL.iter().copied().filter(|facet| facet.ids().is_some()) {
        for id in query.chosen(facet).iter() {
            prop_assert!(data.at(id).is_some_and(|at| Some(at.kind) == facet.ids()), "nobody knows {}", id);
        }
    }
    prop_assert!(query.as_of.is_none_or(|day| day < data.as_of));
    prop_assert_eq!(&Query::from_url(&query.to_url()).0, query);
    let viewport = &state.viewport;
    prop_assert!((0..=100_000).contains(&viewport.width));
    prop_assert!(viewport.scale.is_none_or(|scale| (1..=24_000).contains(&scale.rate)));
    let number = found.lines(query.mode).len();
    let (first, end) = viewport.part(number);
    prop_assert!(first <= end && end <= number && (number == 0 || first < end));
    Ok(())
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn every_order_of_messages_ends_in_a_state(
        which in 0..5_usize,
        start in addresses(),
        messages in vec(messages(), 1..12),
    ) {
        DATA.with(|all| {
            let data = &all[which];
            let (query, complaints) = Query::from_url(&start);
            let mut state = State::new(data, query, complaints);
            let mut found = QueryResult::new(data, &state.query);
            for message in messages {
                state = state.update(data, &found, message);
                found = found.next(data, &state.query);
                holds(data, &found, &state)?;
                drawn(data, &found, &state);
            }
            prop_assert_eq!(&found, &QueryResult::new(data, &state.query));
            Ok(())
        })?;
    }
}
