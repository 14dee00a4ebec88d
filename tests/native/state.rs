//! The one state: what each message makes of it.

use crate::support::{day, small_data};
use ilrs_explainer::model::find::Found;
use ilrs_explainer::model::query::{Mode, Query, Theme, View};
use ilrs_explainer::model::state::{Change, Msg, State};
use ilrs_explainer::model::viewport::Act;

fn query(address: &str) -> Query {
    Query::from_url(address).0
}

fn complaints(state: &State) -> Vec<String> {
    state.complaints.iter().map(|told| format!("{}={}", told.name, told.value)).collect()
}

#[test]
fn a_page_starts_from_its_address() {
    let data = small_data();
    let table: [(&str, &str, &[&str]); 6] = [
        ("", "", &[]),
        ("participant=selenia&mission=probe-1", "participant=selenia&mission=probe-1", &[]),
        ("participant=selenia~nobody", "participant=selenia", &["participant=nobody"]),
        ("participant=probe-1&phase=selenia", "", &["participant=probe-1", "phase=selenia"]),
        ("asof=2030-01-01", "", &["asof=2030-01-01"]),
        ("asof=2026-09-13", "", &[]),
    ];
    for (address, kept, told) in table {
        let state = State::new(&data, query(address), Vec::new());
        assert_eq!(
            (&*state.query.to_url(), &*complaints(&state)),
            (kept, &*told.iter().map(ToString::to_string).collect::<Vec<_>>()),
            "{address}"
        );
        assert_eq!(state.change, Change::Address);
    }
}

#[test]
fn each_message_makes_its_state() {
    let data = small_data();
    let ask = |address: &str, change| {
        let (query, complaints) = Query::from_url(address);
        Msg::Ask(query, complaints, change)
    };
    let table: [(&str, Msg, &str, Change, &[&str]); 5] = [
        ("q=moon", ask("q=mars", Change::Typed), "q=mars", Change::Typed, &[]),
        ("q=moon&view=table", ask("kind=launch", Change::Chosen), "kind=launch", Change::Chosen, &[]),
        ("q=moon", ask("", Change::Address), "", Change::Address, &[]),
        (
            "",
            ask("view=nowhere&mission=gone", Change::Address),
            "",
            Change::Address,
            &["view=nowhere", "mission=gone"],
        ),
        (
            "q=moon&view=table&mode=dim&theme=dark&asof=2024-01-01",
            Msg::Show(query("mission=probe-1&view=plan&theme=light")),
            "mission=probe-1&view=plan&mode=dim&theme=dark",
            Change::Chosen,
            &[],
        ),
    ];
    for (address, msg, kept, change, told) in table {
        let start = State::new(&data, query(address), Vec::new());
        let state = start.update(&data, &Found::new(&data, &start.query), msg.clone());
        assert_eq!((&*state.query.to_url(), state.change), (kept, change), "{address}, {msg:?}");
        assert_eq!(complaints(&state), told.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
}

#[test]
fn complaints_go_with_the_next_query() {
    let data = small_data();
    let (asked, told) = Query::from_url("view=nowhere");
    let state = State::new(&data, asked, told);
    assert_eq!(complaints(&state), ["view=nowhere"]);
    let found = Found::new(&data, &state.query);
    assert_eq!(complaints(&state.update(&data, &found, Msg::Act(Act::Print, 1))), ["view=nowhere"]);
    let next = Msg::Ask(query("q=moon"), Vec::new(), Change::Typed);
    assert!(state.update(&data, &found, next).complaints.is_empty());
}

/// The form always has a day in it: the cut-off, where none was chosen.
#[test]
fn a_choice_fits_the_scale_again_and_a_step_in_time_does_not() {
    let data = small_data();
    let table = [("kind=launch", None), ("kind=launch&asof=2026-09-13", None), ("asof=2024-01-01", Some(()))];
    for (address, kept) in table {
        let start = State::new(&data, query(""), Vec::new());
        let found = Found::new(&data, &start.query);
        let wide = start.update(&data, &found, Msg::Act(Act::Width, 900));
        let closer = wide.update(&data, &found, Msg::Act(Act::Zoom, 1));
        assert!(closer.viewport.scale.is_some());
        let next = closer.update(&data, &found, Msg::Ask(query(address), Vec::new(), Change::Chosen));
        assert_eq!(next.viewport.scale.map(|_| ()), kept, "{address}");
    }
}

#[test]
fn the_day_before_the_cut_off_is_kept_as_a_day() {
    let data = small_data();
    let asked = Query {
        as_of: Some(day("2026-09-12")),
        view: View::Plan,
        mode: Mode::Dim,
        theme: Theme::Dark,
        ..Query::default()
    };
    assert_eq!(State::new(&data, asked.clone(), Vec::new()).query, asked);
}

/// A section whose part of the state is the same is not rendered again.
#[test]
fn a_section_depends_on_no_more_than_it_shows() {
    let data = small_data();
    let state = State::new(&data, Query::default(), Vec::new());
    let found = Found::new(&data, &state.query);
    let sections =
        [View::Plan, View::Missions, View::Participants, View::Promises, View::Timeline, View::Conflicts];
    let touched = |msg: Msg| {
        let next = state.update(&data, &found, msg);
        let differ = sections.into_iter().filter(|section| next.of(*section) != state.of(*section));
        differ.collect::<Vec<View>>()
    };
    let act = |act, value| touched(Msg::Act(act, value));
    assert_eq!(act(Act::Phase, 1), [View::Plan]);
    assert_eq!(act(Act::Draw, 1), [View::Plan, View::Missions, View::Participants]);
    assert_eq!(act(Act::Width, 800), [View::Timeline]);
    assert_eq!(act(Act::Sort, 2), [View::Timeline]);
    assert_eq!(act(Act::Print, 1), [View::Timeline]);
    assert_eq!(act(Act::Chart, 4), [View::Promises]);
    assert_eq!(act(Act::Panel, 1), []);
    assert_eq!(act(Act::Take, 6), []);
    let ask = |address: &str| touched(Msg::Ask(query(address), Vec::new(), Change::Chosen));
    assert_eq!(ask("?theme=dark"), []);
    assert_eq!(ask("?q=probe"), sections);
}
