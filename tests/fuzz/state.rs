//! The state, under whatever a reader and a host can ask in whatever order.

use crate::cases;
use crate::looked::drawn;
use crate::mutate::any_text;
use crate::record::records;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::find::Found;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::state::{Change, Msg, State};
use ilrs_explainer::model::validate;
use ilrs_explainer::model::viewport::Act;
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

fn messages() -> impl Strategy<Value = Msg> {
    let change = select(vec![Change::Address, Change::Typed, Change::Chosen]);
    prop_oneof![
        3 => (addresses(), change).prop_map(|(address, change)| {
            let (query, complaints) = Query::from_url(&address);
            Msg::Ask(query, complaints, change)
        }),
        1 => addresses().prop_map(|address| Msg::Show(Query::from_url(&address).0)),
        8 => (select(Act::ALL), numbers()).prop_map(|(act, value)| Msg::Act(act, value)),
        2 => (300..2000_i32).prop_map(|width| Msg::Act(Act::Width, width)),
    ]
}

/// What holds of every state.
fn holds(data: &Dataset, found: &Found, state: &State) -> Result<(), TestCaseError> {
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
    if let Some((at, place)) = viewport.point {
        prop_assert!(place < data.milestone(at).promises.len());
    }
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
            let mut found = Found::new(data, &state.query);
            for message in messages {
                state = state.update(data, &found, message);
                found = found.next(data, &state.query);
                holds(data, &found, &state)?;
                drawn(data, &found, &state);
            }
            prop_assert_eq!(&found, &Found::new(data, &state.query));
            Ok(())
        })?;
    }
}
