//! The app without a browser: the model led through the same steps, the history it makes, and what a page that agrees
//! with it shows.

use crate::outcome::{Outcome, fault};
use crate::reader::{Buttons, Handle, Plot, Step};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::halves::Halves;
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::query::{Mode, Query, View};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::state::{Bound, Change, DateField, Msg, State};
use ilrs_explainer::model::viewport::{Command, Zoom};
use ilrs_explainer::model::when::When;
use ilrs_explainer::text::Lang;
use serde_json::{Value, json};
use std::str::FromStr;

/// The state, what is found in it, and the addresses gone through.
pub struct Native {
    data: Dataset,
    state: State,
    found: QueryResult,
    history: Vec<Query>,
    at: usize,
    told: (Query, Change),
    /// How many results the page has to have marked.
    pub marked: u64,
}

impl Native {
    /// As the page stands once its controls answer at its plain address.
    pub fn new(data: Dataset) -> Native {
        let state = State::new(&data, Query::default(), Vec::new());
        let found = QueryResult::new(&data, &state.query);
        let told = (state.query.clone(), state.change);
        Native { data, found, history: vec![state.query.clone()], at: 0, told, state, marked: 0 }
    }

    /// Whether there is anything to go back to; a browser keeps 50 steps.
    pub fn back(&self) -> bool {
        self.at > self.history.len().saturating_sub(45)
    }

    /// Whether there is anything to go on to.
    pub fn on(&self) -> bool {
        self.at + 1 < self.history.len()
    }

    /// The address without `?`.
    pub fn address(&self) -> String {
        self.history[self.at].to_url()
    }

    /// Whether this is chosen, as in `kind=landing`.
    pub fn ticked(&self, choice: &str) -> bool {
        let (name, value) = choice.split_once('=').unwrap_or((choice, ""));
        Facet::parse(name).is_some_and(|facet| self.state.query.chosen(facet).contains(value))
    }

    /// Takes a step of which the page told this.
    pub fn after(&mut self, step: &Step, told: &str) -> Outcome {
        let msg = match step {
            Step::Tick(facet, value) => Msg::Toggle(*facet, value.as_str().into()),
            Step::Type(text) => Msg::Search((*text).into()),
            Step::Date(field, text) => Msg::Date(*field, text.as_str().into()),
            Step::View(view) => Msg::View(*view),
            Step::Mode(mode) => Msg::Mode(*mode),
            Step::Theme(theme) => Msg::Theme(*theme),
            Step::Slide(Handle::First, _) => Msg::Year(Bound::First, number(told)?),
            Step::Slide(Handle::Last, _) => Msg::Year(Bound::Last, number(told)?),
            Step::Slide(Handle::Day, _) => {
                let day = Halves::new(&self.data).day(number(told)?);
                Msg::Date(DateField::AsOf, When::from_day(day).to_string().into())
            }
            Step::Button(Buttons::Days, _) => Msg::Step(self.day_beside(number::<usize>(told)? == 1)),
            Step::Button(Buttons::Tools, _) => Msg::Look(tool(number(told)?)?),
            Step::Button(Buttons::Heads, _) => Msg::Look(Command::Sort(number(told)?)),
            Step::Mark(_) => Msg::Look(Command::Mark(number(told)?)),
            Step::Follow(..) => {
                let address = told.split('#').next().unwrap_or(told);
                Msg::Show(Query::from_url(address).0)
            }
            Step::Key(Plot::Track, key) => Msg::Look(Command::Track(*key)),
            // Where a reader stands in the step chart is the chart's own affair.
            Step::Key(Plot::Steps, _) => return Ok(()),
            Step::Go(by) => {
                self.at = self.at.saturating_add_signed(*by as isize);
                let (query, complaints) = Query::from_url(&self.address());
                Msg::Ask(query, complaints)
            }
            Step::Open(_) => return Ok(()),
        };
        self.take(msg);
        Ok(())
    }

    /// The step of the record that is the next on or back from the day on show.
    fn day_beside(&self, on: bool) -> usize {
        let (steps, day) = (self.data.steps(), self.found.day().day);
        let known = steps.partition_point(|step| *step <= day);
        let stands = steps.get(known.saturating_sub(1)) == Some(&day);
        if on { known } else { known.saturating_sub(1 + usize::from(stands)) }
    }

    /// The page says how wide the track is.
    pub fn wide(&mut self, width: i32) {
        if width > 0 {
            self.state = self.state.update(&self.data, &self.found, Msg::Look(Command::Width(width)));
        }
    }

    /// The host is told of every query that is another or came to be in another way, and marks it.
    fn take(&mut self, msg: Msg) {
        let before = self.state.query.clone();
        self.state = self.state.update(&self.data, &self.found, msg);
        if self.state.query != before {
            self.found = QueryResult::new(&self.data, &self.state.query);
        }
        let told = (self.state.query.clone(), self.state.change);
        if told == self.told {
            return;
        }
        self.told = told;
        self.marked += 1;
        if self.state.change != Change::Address && self.state.query != self.history[self.at] {
            if self.state.change == Change::Chosen {
                self.history.truncate(self.at + 1);
                self.history.push(Query::default());
                self.at += 1;
            }
            self.history[self.at] = self.state.query.clone();
        }
    }
}

/// What the page has to show.
impl Native {
    /// All of it, as the script on the page tells it.
    pub fn look(&self, boxes: &[(Facet, String)]) -> Value {
        let query = &self.state.query;
        let address = self.address();
        let of = |(facet, value): &(Facet, String)| format!("{facet}={value}");
        // On an earlier day nothing is offered of which nobody knew, unless it is chosen.
        let day = self.found.day();
        let known = |value: &str| self.data.at(value).is_none_or(|at| self.data.has_card(at, day));
        let offered =
            |(facet, value): &&(Facet, String)| query.chosen(*facet).contains(value) || known(value);
        let ticked = boxes.iter().filter(|(facet, value)| query.chosen(*facet).contains(value)).map(of);
        let counts = boxes.iter().filter(offered).map(|choice| {
            format!("{}: {}", of(choice), self.found.counts.get(&self.data, choice.0, &choice.1))
        });
        let past = query.as_of.map(|day| format!("past={}", When::from_day(day)));
        let looks =
            past.into_iter().chain([format!("theme={}", query.theme), format!("view={}", query.view)]);
        json!({
            "address": if address.is_empty() { address } else { format!("?{address}") },
            "found": self.status(),
            "chips": self.chips(),
            "ticked": sorted(ticked),
            "counts": sorted(counts),
            "fields": self.fields(),
            "looks": looks.collect::<Vec<_>>(),
            "lines": if query.view == View::Table { Vec::new() } else { self.lines() },
            "rows": if query.view == View::Table { self.rows() } else { Vec::new() },
            "cards": self.cards(),
            "plots": self.plots(),
            "sorted": self.sorted(),
            "faults": [],
        })
    }

    fn status(&self) -> String {
        let words = Lang::default().text();
        let types = [Type::Participant, Type::Person, Type::Mission, Type::Facility, Type::Phase];
        let cards = types.map(|kind| self.found.tally(&self.data, kind));
        let cards = cards.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let mut status = words.found((self.found.number, self.found.entries().len()), cards);
        for complaint in &self.state.complaints {
            status += &format!(". {}", words.complaint(complaint));
        }
        status
    }

    /// The address to which each chip leads: the query without one thing.
    fn chips(&self) -> Vec<String> {
        let query = &self.state.query;
        let mut all = Vec::new();
        let mut without = |change: &dyn Fn(&mut Query)| {
            let mut less = query.clone();
            change(&mut less);
            all.push(format!("?{}", less.to_url()));
        };
        if !query.text.trim().is_empty() {
            without(&|less| less.text = "".into());
        }
        for facet in Facet::ALL {
            for value in query.chosen(*facet).iter() {
                without(&|less| less.choices[*facet as usize].retain(|other| other != value));
            }
        }
        if query.from.is_some() {
            without(&|less| less.from = None);
        }
        if query.to.is_some() {
            without(&|less| less.to = None);
        }
        if query.as_of.is_some() {
            without(&|less| less.as_of = None);
        }
        all
    }

    fn fields(&self) -> Vec<String> {
        let query = &self.state.query;
        let day = When::from_day(query.as_of.unwrap_or(self.data.as_of));
        vec![
            format!("q={}", query.text),
            format!("from={}", self.state.typed(DateField::From)),
            format!("to={}", self.state.typed(DateField::To)),
            format!("asof={day}"),
            format!("view={}", query.view),
            format!("mode={}", query.mode),
            format!("theme={}", query.theme),
        ]
    }

    fn shows(&self, part: View) -> bool {
        let view = self.state.query.view;
        view == View::All || view == part || (view, part) == (View::Table, View::Timeline)
    }

    fn lines(&self) -> Vec<String> {
        let name = |at: Ref| match at.kind {
            Type::Milestone => format!("line-{}", self.data.id(at)),
            kind => format!("{kind}-{}", self.data.id(at)),
        };
        let lines =
            if self.shows(View::Timeline) { self.found.lines(self.state.query.mode) } else { Vec::new() };
        lines.into_iter().map(|(place, hit)| dimmed(hit, &name(self.found.entries()[place].at))).collect()
    }

    fn rows(&self) -> Vec<String> {
        let lines = self.found.lines(self.state.query.mode);
        let mut rows: Vec<String> = lines.into_iter().map(|(_, hit)| dimmed(hit, "row")).collect();
        rows.sort();
        rows
    }

    fn cards(&self) -> Vec<String> {
        let sections = [
            (View::Plan, Type::Phase),
            (View::Plan, Type::Facility),
            (View::Missions, Type::Mission),
            (View::Participants, Type::Participant),
            (View::Participants, Type::Person),
            (View::Promises, Type::Milestone),
            (View::Conflicts, Type::Conflict),
        ];
        let kinds = sections.into_iter().filter(|(part, _)| self.shows(*part)).map(|(_, kind)| kind);
        let there = kinds.flat_map(|kind| self.data.places(kind)).filter(|at| self.exists(*at));
        let shown = there.map(|at| (at, self.found.shows(at)));
        let left = shown.filter(|(_, hit)| *hit || self.state.query.mode == Mode::Dim);
        let mut cards: Vec<String> =
            left.map(|(at, hit)| dimmed(hit, &format!("{}-{}", at.kind, self.data.id(at)))).collect();
        cards.sort();
        cards
    }

    fn exists(&self, at: Ref) -> bool {
        let day = self.found.day();
        match at.kind {
            Type::Milestone => !self.data.milestone(at).known(day).is_empty(),
            Type::Conflict => self.data.conflict(at).exists(day),
            _ => self.data.item(at).is_some_and(|item| self.data.exists(item, day)),
        }
    }

    /// Where the reader stands in the track.
    fn plots(&self) -> Vec<String> {
        let viewport = &self.state.viewport;
        let told = |plot: &str, at: usize, of: usize| format!("{plot} {at} of {}", of.saturating_sub(1));
        let mut plots = Vec::new();
        if self.shows(View::Timeline) {
            let track = viewport.track(&self.data, &self.found);
            plots.push(told("track", track.current.unwrap_or(0), track.marks.len()));
        }
        plots
    }

    /// How each column of the table is sorted.
    fn sorted(&self) -> Vec<&'static str> {
        let (column, back) = self.state.viewport.sort;
        let of = |place| match (place == column, back) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let columns = if self.state.query.view == View::Table { 5 } else { 0 };
        (0..columns).map(of).collect()
    }
}

/// In an order that does not depend on the page, where the most frequent comes first.
fn sorted(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = all.collect();
    all.sort();
    all
}

fn dimmed(hit: bool, name: &str) -> String {
    if hit { name.to_string() } else { format!("dim {name}") }
}

fn number<N: FromStr>(told: &str) -> Outcome<N> {
    told.parse().map_err(|_| fault(format!("no number: {told}")))
}

/// What the tool of the track at this place asks for.
fn tool(place: usize) -> Outcome<Command> {
    let zooms = [Zoom::Closer(None), Zoom::Farther(None), Zoom::Everything].map(Command::Zoom);
    let all = [Command::Pan(-50), Command::Pan(50)].into_iter().chain(zooms);
    all.into_iter().nth(place).ok_or_else(|| fault(format!("no tool at {place}")))
}
