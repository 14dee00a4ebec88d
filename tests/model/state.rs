//! The one state: what each message makes of it.

use crate::support::{day, small_data};
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::{Mode, Query, Theme, View};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Bound, Change, DateField, Msg, Spot, State};
use ilrs_explainer::model::viewport::{Command, Zoom};

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
    let ask = |address: &str| {
        let (query, complaints) = Query::from_url(address);
        Msg::Ask(query, complaints)
    };
    let date = |field, text: &str| Msg::Date(field, text.into());
    let toggle = |facet, value: &str| Msg::Toggle(facet, value.into());
    let (typed, chosen) = (Change::Typed, Change::Chosen);
    let looks = "q=moon&view=table&mode=dim&theme=dark&asof=2024-01-01";
    let table: [(&str, Msg, &str, Change, &[&str]); 20] = [
        ("q=moon&view=table", ask("kind=launch"), "kind=launch", Change::Address, &[]),
        ("q=moon", ask(""), "", Change::Address, &[]),
        ("", ask("view=nowhere&mission=gone"), "", Change::Address, &["view=nowhere", "mission=gone"]),
        (
            looks,
            Msg::Show(query("mission=probe-1&view=plan&theme=light")),
            "mission=probe-1&view=plan&mode=dim&theme=dark",
            chosen,
            &[],
        ),
        (looks, Msg::Show(query("")), "view=table&mode=dim&theme=dark", chosen, &[]),
        (looks, Msg::Reset, "mode=dim&theme=dark", chosen, &[]),
        ("q=moon&kind=launch", Msg::Search("mars".into()), "q=mars&kind=launch", typed, &[]),
        ("q=moon", Msg::Search("".into()), "", typed, &[]),
        ("kind=launch", toggle(Facet::Kind, "landing"), "kind=landing~launch", chosen, &[]),
        ("kind=landing~launch", toggle(Facet::Kind, "launch"), "kind=landing", chosen, &[]),
        ("", toggle(Facet::Mission, "gone"), "", chosen, &["mission=gone"]),
        ("", date(DateField::From, " 2024 "), "from=2024", typed, &[]),
        ("from=2024", date(DateField::From, ""), "", typed, &[]),
        ("from=2024", date(DateField::From, "soon"), "", typed, &["from=soon"]),
        ("", date(DateField::AsOf, "2024-01-01"), "asof=2024-01-01", typed, &[]),
        ("", date(DateField::AsOf, "2024"), "", typed, &["asof=2024"]),
        ("", Msg::Year(Bound::First, 2023), "from=2023", typed, &[]),
        ("q=moon", Msg::View(View::Plan), "q=moon&view=plan", chosen, &[]),
        ("q=moon", Msg::Mode(Mode::Dim), "q=moon&mode=dim", chosen, &[]),
        ("q=moon&theme=dark", Msg::Theme(Theme::Auto), "q=moon", chosen, &[]),
    ];
    for (address, msg, kept, change, told) in table {
        let start = State::new(&data, query(address), Vec::new());
        let state = start.update(&data, &QueryResult::new(&data, &start.query), msg.clone());
        assert_eq!((&*state.query.to_url(), state.change), (kept, change), "{address}, {msg:?}");
        assert_eq!(complaints(&state), told.iter().map(ToString::to_string).collect::<Vec<_>>(), "{msg:?}");
    }
}

#[test]
fn no_more_is_searched_for_than_an_address_takes() {
    let data = small_data();
    let start = State::new(&data, query(""), Vec::new());
    let found = QueryResult::new(&data, &start.query);
    let state = start.update(&data, &found, Msg::Search("é".repeat(300).into()));
    assert_eq!(state.query.text.chars().count(), 200);
    assert_eq!(Query::from_url(&state.query.to_url()).0, state.query);
}

#[test]
fn what_was_typed_and_could_not_be_used_stays_in_its_field() {
    let data = small_data();
    let start = State::new(&data, query("to=2030"), Vec::new());
    let found = QueryResult::new(&data, &start.query);
    let state = start.update(&data, &found, Msg::Date(DateField::From, "soon".into()));
    let shown = [DateField::From, DateField::To, DateField::AsOf].map(|field| state.typed(field));
    assert_eq!(shown, ["soon", "2030", ""]);
}

#[test]
fn complaints_go_with_the_next_query() {
    let data = small_data();
    let (asked, told) = Query::from_url("view=nowhere");
    let state = State::new(&data, asked, told);
    assert_eq!(complaints(&state), ["view=nowhere"]);
    let found = QueryResult::new(&data, &state.query);
    assert_eq!(complaints(&state.update(&data, &found, Msg::Look(Command::Print(true)))), ["view=nowhere"]);
    assert!(state.update(&data, &found, Msg::Search("moon".into())).complaints.is_empty());
}

/// The form always has a day in it: the cut-off, where none was chosen.
#[test]
fn a_choice_fits_the_scale_again_and_a_step_in_time_does_not() {
    let data = small_data();
    let table = [("kind=launch", None), ("kind=launch&asof=2026-09-13", None), ("asof=2024-01-01", Some(()))];
    for (address, kept) in table {
        let start = State::new(&data, query(""), Vec::new());
        let found = QueryResult::new(&data, &start.query);
        let wide = start.update(&data, &found, Msg::Look(Command::Width(900)));
        let closer = wide.update(&data, &found, Msg::Look(Command::Zoom(Zoom::Closer(None))));
        assert!(closer.viewport.scale.is_some());
        let next = closer.update(&data, &found, Msg::Ask(query(address), Vec::new()));
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
    let found = QueryResult::new(&data, &state.query);
    let sections = [
        View::Plan,
        View::Missions,
        View::Participants,
        View::Promises,
        View::Timeline,
        View::Conflicts,
        View::Compare,
    ];
    let touched = |msg: Msg| {
        let next = state.update(&data, &found, msg);
        let differ = sections.into_iter().filter(|section| next.of(*section) != state.of(*section));
        differ.collect::<Vec<View>>()
    };
    let look = |command| touched(Msg::Look(command));
    assert_eq!(look(Command::Width(800)), [View::Timeline]);
    assert_eq!(look(Command::Sort(2)), [View::Timeline]);
    assert_eq!(look(Command::Print(true)), [View::Timeline, View::Compare]);
    assert_eq!(look(Command::Tab(View::Compare)), [View::Compare]);
    assert_eq!(look(Command::Tab(View::Plan)), []);
    assert_eq!(touched(Msg::Theme(Theme::Dark)), []);
    assert_eq!(touched(Msg::Search("probe".into())), sections);
}

#[test]
fn what_is_opened_stays_open_until_it_is_closed() {
    let data = small_data();
    let state = State::new(&data, Query::default(), Vec::new());
    let at = |id: &str| data.at(id).unwrap_or_else(|| panic!("the record has no {id}"));
    let (card, line) = ((at("probe-1"), Spot::Card), (at("probe-1-launch"), Spot::Line));
    let after = |state: &State, msg: Msg| state.update(&data, &QueryResult::new(&data, &state.query), msg);
    let both = after(&after(&state, Msg::Open(card.0, card.1)), Msg::Open(line.0, line.1));
    assert_eq!(both.open, [card, line]);
    let again = after(&both, Msg::Open(card.0, card.1));
    assert_eq!(again.open, both.open, "twice is once");
    let tabs = [state.viewport.tab, both.viewport.tab, again.viewport.tab];
    assert_eq!(tabs, [None, Some(View::Timeline), Some(View::Missions)], "where it was opened is on show");
    assert!(!both.is_open(line.0, Spot::Card), "a milestone's card is not its line");
    let filtered = after(&both, Msg::Toggle(Facet::Kind, "launch".into()));
    assert_eq!(filtered.open, both.open, "a filter closes nothing");
    assert_eq!((filtered.query.to_url(), both.query.to_url()), ("kind=launch".into(), String::new()));
    assert_eq!(after(&both, Msg::Close(card.0, card.1)).open, [line]);
    assert_eq!(after(&state, Msg::Close(card.0, card.1)), state, "what is closed is not closed again");
    for (section, open) in
        [(View::Missions, vec![card]), (View::Timeline, vec![line]), (View::Promises, vec![])]
    {
        assert_eq!(both.of(section).open, open, "{section}");
    }
}
