//! `State`: the one state of the app. Only [`State::update`] makes a new one.

use crate::model::dataset::Dataset;
use crate::model::facet::Facet;
use crate::model::id::{Ref, Type};
use crate::model::query::{LONGEST_TEXT, Mode, Query, QueryWarning, Theme, View};
use crate::model::query_result::QueryResult;
use crate::model::viewport::{Command, Viewport};
use crate::model::when::When;
use crate::words;
use std::rc::Rc;

/// What the app knows beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct State {
    /// What the reader asks to see.
    pub query: Query,
    /// Values of the address that could not be used.
    pub complaints: Vec<QueryWarning>,
    /// How the query came to be, which decides how it is written into the address.
    pub change: Change,
    /// How the reader looks at what is found.
    pub viewport: Viewport,
    /// What stands open, in the order in which it was opened.
    pub open: Vec<(Ref, Spot)>,
    /// The address of a link that the page around a frame did not let open.
    pub blocked: Option<Rc<str>>,
}

/// Where a thing stands on the page: a milestone has a card and a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A card, which opens to a panel.
    Card,
    /// A line of the timeline.
    Line,
}

impl Spot {
    /// The section in which a thing stands so.
    pub fn section(self, at: Ref) -> View {
        match self {
            Spot::Card => View::of(at.kind),
            Spot::Line => View::Timeline,
        }
    }
}

/// How a query came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Change {
    /// It came from the address.
    #[default]
    Address,
    /// It is being typed.
    Typed,
    /// It was chosen.
    Chosen,
}

/// What a reader or the host can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Show this query, which stands in the address; some of it could not be read.
    Ask(Query, Vec<QueryWarning>),
    /// Show this, by a link in a sentence; the looks stay as they are, and the section unless the link names one.
    Show(Query),
    /// Show everything: what hides the thing that a link leads to gives way. The looks stay as they are.
    Reset,
    /// Search for these words, which are being typed.
    Search(Rc<str>),
    /// Choose a value of a facet, or give it up if it is chosen.
    Toggle(Facet, Rc<str>),
    /// Fill in a date, as it was typed; one that is empty is no limit.
    Date(DateField, Rc<str>),
    /// Show nothing that ends before this year, or starts after it: a handle was moved.
    Year(Bound, i32),
    /// Take the page back to this step of [`Dataset::steps`].
    Step(usize),
    /// Show this section.
    View(View),
    /// Do this with what is not found.
    Mode(Mode),
    /// Light or dark.
    Theme(Theme),
    /// Look at what is found in another way.
    Look(Command),
    /// Open this, if it is not.
    Open(Ref, Spot),
    /// Close this, if it is open.
    Close(Ref, Spot),
    /// Say that the link with this address may not be opened here.
    Blocked(Rc<str>),
}

words! {
    /// A date that is typed; its word is its name in the address.
    DateField {
        /// Nothing that ends before it
        From = "from",
        /// Nothing that starts after it
        To = "to",
        /// The day to which the page is taken back
        AsOf = "asof",
    }
}

/// An end of the years that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The first year.
    First,
    /// The last year.
    Last,
}

impl State {
    /// The state in which a page starts.
    pub fn new(data: &Dataset, query: Query, mut complaints: Vec<QueryWarning>) -> State {
        let query = resolve(data, query, &mut complaints);
        State { query, complaints, ..State::default() }
    }

    /// The state after a message; `found` is what the present query finds.
    pub fn update(&self, data: &Dataset, found: &QueryResult, msg: Msg) -> State {
        let mut query = self.query.clone();
        let change = match msg {
            Msg::Search(_) | Msg::Year(..) | Msg::Step(_) => Change::Typed,
            _ => Change::Chosen,
        };
        match msg {
            Msg::Ask(query, complaints) => return self.asked(data, query, complaints, Change::Address),
            Msg::Date(field, text) => return self.dated(data, field, &text),
            Msg::Look(command) => {
                let viewport = self.viewport.after(data, found, query.mode, command);
                return State { viewport, ..self.clone() };
            }
            Msg::Open(at, spot) => return self.opened(at, spot),
            Msg::Close(at, spot) => {
                let open = self.open.iter().copied().filter(|other| *other != (at, spot)).collect();
                return State { open, ..self.clone() };
            }
            Msg::Blocked(address) => return State { blocked: Some(address), ..self.clone() },
            Msg::Show(asked) => query = self.kept(asked, self.query.view),
            Msg::Reset => query = self.kept(Query::default(), View::default()),
            Msg::Search(text) => query.text = limited(text),
            Msg::Toggle(facet, value) => query = query.toggled(facet, value),
            Msg::Year(bound, year) => limit(&mut query, found.years(), bound, year),
            Msg::Step(step) => query.as_of = data.steps().get(step).copied(),
            Msg::View(view) => query.view = view,
            Msg::Mode(mode) => query.mode = mode,
            Msg::Theme(theme) => query.theme = theme,
        }
        self.asked(data, query, Vec::new(), change)
    }

    /// What is asked with the looks as they are, and in this section unless it names one.
    fn kept(&self, asked: Query, view: View) -> Query {
        let view = if asked.view == View::default() { view } else { asked.view };
        Query { view, mode: self.query.mode, theme: self.query.theme, ..asked }
    }

    /// The state as far as a section depends on it; what it does not depend on is as at the start.
    pub fn of(&self, section: View) -> State {
        // Only the timeline is looked at in another way, and a comparison is made once it is asked for.
        let viewport = match section {
            View::Timeline => Viewport { tab: None, ..self.viewport.clone() },
            View::Compare => Viewport {
                tab: self.viewport.tab.filter(|tab| *tab == View::Compare),
                print: self.viewport.print,
                ..Viewport::default()
            },
            _ => Viewport::default(),
        };
        let query = Query { theme: Theme::default(), ..self.query.clone() };
        let stands = |(at, spot): &(Ref, Spot)| spot.section(*at) == section;
        let open = self.open.iter().copied().filter(stands).collect();
        State { query, viewport, open, ..State::default() }
    }

    /// Whether this is open.
    pub fn is_open(&self, at: Ref, spot: Spot) -> bool {
        self.open.contains(&(at, spot))
    }

    fn opened(&self, at: Ref, spot: Spot) -> State {
        let mut next = self.clone();
        next.viewport.tab = Some(spot.section(at));
        if !self.is_open(at, spot) {
            next.open.push((at, spot));
        }
        next
    }

    /// What a date field shows: the date that holds, or what was typed there and could not be used.
    pub fn typed(&self, field: DateField) -> String {
        let refused = self.complaints.iter().find(|complaint| complaint.name == field.word());
        refused.map_or_else(|| self.query.value(field.word()), |complaint| complaint.value.clone())
    }

    fn dated(&self, data: &Dataset, field: DateField, text: &str) -> State {
        let mut query = self.query.clone();
        let mut complaints = Vec::new();
        query.set(field.word(), text.trim(), &mut complaints);
        self.asked(data, query, complaints, Change::Typed)
    }

    fn asked(&self, data: &Dataset, query: Query, complaints: Vec<QueryWarning>, change: Change) -> State {
        let next = State::new(data, query, complaints);
        // What is found is shown on a scale that fits it; a step in time leaves the scale as it is.
        let scale = self.viewport.scale.filter(|_| next.query.as_of != self.query.as_of);
        let viewport = Viewport { first: 0, scale, ..self.viewport.clone() };
        State { change, viewport, open: self.open.clone(), ..next }
    }
}

/// As much of a text as is searched for.
fn limited(text: Rc<str>) -> Rc<str> {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => text[..end].into(),
        None => text,
    }
}

/// Moves a handle of the years to a year: it does not pass the other, and at the end it is no limit.
fn limit(query: &mut Query, (first, last): (i32, i32), bound: Bound, year: i32) {
    let of = |when: Option<When>, open: i32| when.map_or(open, |when| when.year());
    match bound {
        Bound::First => {
            let year = year.min(of(query.to, last));
            query.from = (year > first).then(|| When::from_year(year));
        }
        Bound::Last => {
            let year = year.max(of(query.from, first));
            query.to = (year < last).then(|| When::from_year(year));
        }
    }
}

/// Drops what this record does not have: ids nobody knows, a day after the cut-off.
fn resolve(data: &Dataset, mut query: Query, complaints: &mut Vec<QueryWarning>) -> Query {
    for facet in Facet::ALL.iter().copied() {
        let Some(kind) = facet.ids() else { continue };
        query.choices[facet as usize].retain(|id| {
            let known = data.at(id).is_some_and(|at| at.kind == kind);
            if !known {
                complaints.push(QueryWarning { name: facet.word(), value: id.to_string() });
            }
            known
        });
    }
    let known =
        Type::of_anchor(&query.item).is_some_and(|(kind, id)| data.at(id).is_some_and(|at| at.kind == kind));
    if !query.item.is_empty() && !known {
        complaints.push(QueryWarning { name: "item", value: query.item.to_string() });
        query.item = "".into();
    }
    if let Some(day) = query.as_of.filter(|day| *day > data.as_of) {
        complaints.push(QueryWarning { name: "asof", value: When::from_day(day).to_string() });
    }
    query.as_of = query.as_of.filter(|day| *day < data.as_of);
    query
}
