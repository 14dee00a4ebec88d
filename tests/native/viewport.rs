//! What the controls do that are no parameters: the track, the steps in time, the part of a long list.

use crate::support::{dataset, day};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::overview::Window;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Bound, Msg, State};
use ilrs_explainer::model::viewport::{Command, NavKey, PART, PRINTED, Viewport, WHOLE, Zoom};

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
        reader.look(Command::Width(1000));
        reader
    }

    fn found(&self) -> QueryResult {
        QueryResult::new(&self.data, &self.state.query)
    }

    fn ask(&mut self, msg: Msg) {
        self.state = self.state.update(&self.data, &self.found(), msg);
    }

    fn look(&mut self, command: Command) {
        self.ask(Msg::Look(command));
    }

    /// Presses a key in the track, and says where the reader then stands there.
    fn key(&mut self, key: NavKey) -> usize {
        self.look(Command::Track(key));
        self.state.viewport.track(&self.data, &self.found()).current.unwrap_or(usize::MAX)
    }
}

#[test]
fn keys_reach_every_mark_and_keep_it_in_view() {
    let mut reader = Reader::at("");
    let mut last = reader.key(NavKey::First);
    assert_eq!(last, 0);
    let number = reader.state.viewport.track(&reader.data, &reader.found()).marks.len();
    for _ in 1..number {
        let next = reader.key(NavKey::On);
        assert_eq!(next, last + 1);
        let track = reader.state.viewport.track(&reader.data, &reader.found());
        let mark = &track.marks[next];
        assert!(mark.x >= 0 && mark.x < 1000, "{mark:?} is out of view");
        last = next;
    }
    assert_eq!(reader.key(NavKey::On), last, "the last is the last");
    assert_eq!(reader.key(NavKey::FarBack), last - 10);
    assert_eq!(reader.key(NavKey::FarOn), last);
    assert_eq!(reader.key(NavKey::Last), last);
    assert_eq!(reader.key(NavKey::Back), last - 1);
}

#[test]
fn up_and_down_change_the_row() {
    let mut reader = Reader::at("");
    reader.look(Command::Track(NavKey::On));
    let row = |reader: &Reader| {
        let track = reader.state.viewport.track(&reader.data, &reader.found());
        let mark = &track.marks[track.current.expect("it stands somewhere")];
        (mark.lane, mark.row)
    };
    for _ in 0..40 {
        reader.look(Command::Track(NavKey::Up));
    }
    assert_eq!(row(&reader), (0, 0));
    let mut before = row(&reader);
    for _ in 0..40 {
        reader.look(Command::Track(NavKey::Down));
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
        reader.look(Command::Mark(mark.first));
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
    reader.look(Command::Zoom(Zoom::Closer(None)));
    assert_eq!(scale(&reader).rate, 2 * first.rate);
    reader.look(Command::Zoom(Zoom::Farther(None)));
    assert_eq!(scale(&reader).rate, first.rate);
    reader.look(Command::Zoom(Zoom::Closer(Some(200))));
    let moved = (scale(&reader).day(200) - first.day(200)).abs();
    assert!(moved <= 6000 / first.rate, "{moved} days at {first:?}");
    let left = scale(&reader).left;
    reader.look(Command::Pan(50));
    assert!(scale(&reader).left > left);
    reader.look(Command::Zoom(Zoom::Everything));
    let whole = scale(&reader);
    assert!(whole.rate < first.rate, "everything needs more room than nine tenths");
    reader.ask(Msg::Show(Query::from_url("kind=launch").0));
    assert_eq!(reader.state.viewport.scale, None, "what is found now has its own scale");
}

#[test]
fn the_window_is_moved_by_its_edges_and_as_a_whole() {
    let mut reader = Reader::at("");
    let scale = |reader: &Reader| reader.state.viewport.scale(&reader.found());
    let (from, to) = (day("2020-01-01"), day("2030-01-01"));
    reader.look(Command::Between(from, to));
    assert_eq!(scale(&reader).left, from);
    assert!((scale(&reader).day(1000) - to).abs() <= 10, "{:?}", scale(&reader));
    let rate = scale(&reader).rate;
    reader.look(Command::From(day("1990-05-01")));
    assert_eq!((scale(&reader).left, scale(&reader).rate), (day("1990-05-01"), rate));
    reader.look(Command::Between(to, from));
    assert!(
        scale(&reader).closest() && scale(&reader).left == to,
        "what ends before it begins is as short as can be"
    );
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
    reader.ask(Msg::Step(law));
    assert_eq!(reader.state.query.to_url(), "asof=2024-06-12");
    reader.ask(Msg::Step(steps.len() - 1));
    assert_eq!(reader.state.query.to_url(), "", "the last step is the cut-off");
}

#[test]
fn the_years_are_set_by_two_handles() {
    let mut reader = Reader::at("");
    let (first, last) = reader.found().years();
    for (bound, year, address) in [
        (Bound::First, 2020, "from=2020"),
        (Bound::Last, 2024, "from=2020&to=2024"),
        (Bound::First, 2030, "from=2024&to=2024"), // a handle does not pass the other
        (Bound::Last, 1990, "from=2024&to=2024"),
        (Bound::First, first, "to=2024"),
        (Bound::Last, last, ""),
    ] {
        reader.ask(Msg::Year(bound, year));
        assert_eq!(reader.state.query.to_url(), address);
    }
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
        reader.look(Command::Sort(column));
        assert_eq!(reader.state.viewport.sort, sort);
    }
}

#[test]
fn numbers_no_page_sends_do_no_harm() {
    let mut reader = Reader::at("");
    let start = reader.state.clone();
    for value in [i32::MIN, i32::MIN + 1, -1_000_001, 1_000_000_000, i32::MAX] {
        let place = value as usize;
        let about = Some(value);
        let looks = [
            Command::Width(value),
            Command::Zoom(Zoom::Closer(about)),
            Command::Zoom(Zoom::Farther(about)),
            Command::Zoom(Zoom::Everything),
            Command::Pan(value),
            Command::From(value),
            Command::Between(value, 0),
            Command::Between(0, value),
            Command::Mark(place),
            Command::List(place),
            Command::Sort(place),
        ];
        for first in looks {
            reader.state = start.clone();
            reader.look(first);
            for next in looks {
                reader.look(next);
                let scale = reader.state.viewport.track(&reader.data, &reader.found()).scale;
                let window = Window::new(scale, reader.state.viewport.width);
                let _ = (window.from(value.clamp(-9, 999_999)), window.to(value.clamp(-9, 999_999)));
            }
        }
    }
}
