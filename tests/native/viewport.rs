//! What the controls do that are no parameters: the track, the chart, the steps in time, the part of a long list.

use crate::support::{dataset, day};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::find::Found;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::state::{Change, Msg, State};
use ilrs_explainer::model::viewport::{Act, Move, PART, PRINTED, Viewport, WHOLE};

/// A page with its record, as a reader uses it.
struct Reader {
    data: Dataset,
    state: State,
}

impl Reader {
    fn at(address: &str) -> Reader {
        let data = dataset();
        let state = State::new(&data, Query::from_url(address).0, Vec::new());
        let mut reader = Reader { data, state };
        reader.act(Act::Width, 1000);
        reader
    }

    fn found(&self) -> Found {
        Found::new(&self.data, &self.state.query)
    }

    fn act(&mut self, act: Act, value: i32) {
        self.state = self.state.update(&self.data, &self.found(), Msg::Act(act, value));
    }

    /// Presses a key in a drawing, and says where the reader then stands in the track.
    fn key(&mut self, act: Act, key: Move) -> usize {
        self.act(act, key as i32);
        self.state.viewport.track(&self.data, &self.found()).current.unwrap_or(usize::MAX)
    }
}

#[test]
fn keys_reach_every_mark_and_keep_it_in_view() {
    let mut reader = Reader::at("");
    let mut last = reader.key(Act::Track, Move::First);
    assert_eq!(last, 0);
    let number = reader.state.viewport.track(&reader.data, &reader.found()).marks.len();
    for _ in 1..number {
        let next = reader.key(Act::Track, Move::On);
        assert_eq!(next, last + 1);
        let track = reader.state.viewport.track(&reader.data, &reader.found());
        let mark = &track.marks[next];
        assert!(mark.x >= 0 && mark.x < 1000, "{mark:?} is out of view");
        last = next;
    }
    assert_eq!(reader.key(Act::Track, Move::On), last, "the last is the last");
    assert_eq!(reader.key(Act::Track, Move::FarBack), last - 10);
    assert_eq!(reader.key(Act::Track, Move::FarOn), last);
    assert_eq!(reader.key(Act::Track, Move::Last), last);
    assert_eq!(reader.key(Act::Track, Move::Back), last - 1);
}

#[test]
fn up_and_down_change_the_row() {
    let mut reader = Reader::at("");
    reader.act(Act::Track, Move::On as i32);
    let row = |reader: &Reader| {
        let track = reader.state.viewport.track(&reader.data, &reader.found());
        let mark = &track.marks[track.current.expect("it stands somewhere")];
        (mark.lane, mark.row)
    };
    for _ in 0..40 {
        reader.act(Act::Track, Move::Up as i32);
    }
    assert_eq!(row(&reader), (0, 0));
    let mut before = row(&reader);
    for _ in 0..40 {
        reader.act(Act::Track, Move::Down as i32);
        assert!(row(&reader) >= before);
        before = row(&reader);
    }
    let lanes = reader.state.viewport.track(&reader.data, &reader.found()).lanes.len();
    assert_eq!(before.0, lanes - 1);
}

#[test]
fn a_mark_of_several_opens_until_its_lines_stand_alone() {
    let mut reader = Reader::at("");
    let several = |reader: &Reader| {
        let track = reader.state.viewport.track(&reader.data, &reader.found());
        track.marks.iter().find(|mark| mark.number > 1 && mark.days.0 < mark.days.1).cloned()
    };
    let mark = several(&reader).expect("the record does not fit a track of 1000 pixels");
    for _ in 0..12 {
        reader.act(Act::Mark, mark.first as i32);
    }
    let track = reader.state.viewport.track(&reader.data, &reader.found());
    let open = &track.marks[track.current.expect("the reader stands on it")];
    assert!(open.number == 1 || open.days.1 - open.days.0 < 3, "{open:?}");
}

#[test]
fn the_scale_is_chosen_and_given_up() {
    let mut reader = Reader::at("");
    let scale = |reader: &Reader| reader.state.viewport.scale(&reader.found());
    let first = scale(&reader);
    reader.act(Act::Zoom, 1);
    assert_eq!(scale(&reader).rate, 2 * first.rate);
    reader.act(Act::Zoom, -1);
    assert_eq!(scale(&reader).rate, first.rate);
    reader.act(Act::Zoom, 201); // about pixel 200
    let moved = (scale(&reader).day(200) - first.day(200)).abs();
    assert!(moved <= 6000 / first.rate, "{moved} days at {first:?}");
    let left = scale(&reader).left;
    reader.act(Act::Pan, 50);
    assert!(scale(&reader).left > left);
    reader.act(Act::Zoom, 0);
    let whole = scale(&reader);
    assert!(whole.rate < first.rate, "everything needs more room than nine tenths");
    let (query, none) = Query::from_url("kind=launch");
    reader.state = reader.state.update(&reader.data, &reader.found(), Msg::Ask(query, none, Change::Chosen));
    assert_eq!(reader.state.viewport.scale, None, "what is found now has its own scale");
}

#[test]
fn steps_in_time_are_the_days_on_which_something_became_known() {
    let mut reader = Reader::at("");
    let steps = reader.data.steps().to_vec();
    assert!(steps.is_sorted() && steps.last() == Some(&reader.data.as_of));
    for event in &reader.data.events {
        assert!(steps.contains(&event.date.latest()) || event.date.latest() >= reader.data.as_of);
    }
    let law = steps.binary_search(&day("2024-06-12")).expect("the law is an event");
    reader.act(Act::Step, law as i32);
    assert_eq!(reader.state.query.to_url(), "asof=2024-06-12");
    reader.act(Act::Step, steps.len() as i32 - 1);
    assert_eq!(reader.state.query.to_url(), "", "the last step is the cut-off");
}

#[test]
fn the_years_are_set_by_two_handles() {
    let mut reader = Reader::at("");
    let (first, last) = reader.found().years();
    for (act, year, address) in [
        (Act::From, 2020, "from=2020"),
        (Act::To, 2024, "from=2020&to=2024"),
        (Act::From, 2030, "from=2024&to=2024"), // a handle does not pass the other
        (Act::To, 1990, "from=2024&to=2024"),
        (Act::From, first, "to=2024"),
        (Act::To, last, ""),
    ] {
        reader.act(act, year);
        assert_eq!(reader.state.query.to_url(), address);
    }
}

#[test]
fn keys_read_every_point_of_the_chart() {
    let mut reader = Reader::at("milestone=luna-26-launch~luna-27-launch");
    reader.act(Act::Chart, Move::On as i32);
    let luna = reader.data.at("luna-26-launch").expect("it is in the record");
    reader.act(Act::Point, 0);
    while reader.state.viewport.point.map(|(at, _)| at) != Some(luna) {
        reader.act(Act::Chart, Move::Up as i32);
    }
    reader.act(Act::Chart, Move::First as i32);
    let number = reader.data.milestone(luna).promises.len();
    for place in 0..number + 2 {
        assert_eq!(reader.state.viewport.point, Some((luna, place.min(number - 1))));
        reader.act(Act::Chart, Move::On as i32);
    }
    reader.act(Act::Chart, Move::Down as i32);
    assert_ne!(reader.state.viewport.point.map(|(at, _)| at), Some(luna));
}

#[test]
fn a_long_list_stands_there_in_parts() {
    let start = Viewport::default();
    for (number, part) in [(0, (0, 0)), (1, (0, 1)), (WHOLE, (0, WHOLE)), (WHOLE + 1, (0, PART))] {
        assert_eq!(start.part(number), part, "{number}");
    }
    let later = Viewport { first: 990, ..start.clone() };
    assert_eq!(later.part(1000), (990, 1000));
    assert_eq!(later.part(600), (599, 600), "a list that grew shorter");
    let print = Viewport { print: true, ..later };
    assert_eq!((print.part(1000), print.part(10_000)), ((0, 1000), (0, PRINTED)));
}

#[test]
fn a_table_is_sorted_and_turned() {
    let mut reader = Reader::at("view=table");
    for (column, sort) in [(1, (1, false)), (1, (1, true)), (1, (1, false)), (0, (0, false)), (0, (0, true))]
    {
        reader.act(Act::Sort, column);
        assert_eq!(reader.state.viewport.sort, sort);
    }
}

#[test]
fn keys_step_through_the_phases() {
    let mut reader = Reader::at("");
    let last = reader.data.phases.len();
    let keys = [
        (Move::Back, 0),
        (Move::On, 1),
        (Move::Down, 2),
        (Move::Up, 1),
        (Move::Last, last),
        (Move::On, last),
        (Move::First, 0),
        (Move::FarOn, last),
        (Move::FarBack, 0),
    ];
    for (key, phase) in keys {
        reader.act(Act::Phases, key as i32);
        assert_eq!(reader.state.viewport.phase, phase, "after {key}");
    }
    reader.act(Act::Phases, 99);
    assert_eq!(reader.state.viewport.phase, 0, "no such key");
    reader.act(Act::Phase, 99);
    reader.act(Act::Phases, Move::On as i32);
    assert_eq!(reader.state.viewport.phase, last, "beyond the last there is none");
}

#[test]
fn numbers_no_page_sends_do_no_harm() {
    let mut reader = Reader::at("");
    let start = reader.state.clone();
    for act in Act::ALL.iter().copied() {
        for value in [i32::MIN, i32::MIN + 1, -1_000_001, 1_000_000_000, i32::MAX] {
            reader.state = start.clone();
            reader.act(act, value);
            for (next, value) in [(Act::Zoom, 0), (Act::Zoom, value), (Act::Pan, value), (Act::Width, value)]
            {
                reader.act(next, value);
                reader.state.viewport.track(&reader.data, &reader.found());
            }
        }
    }
}
