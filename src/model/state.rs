//! `State`: the one state of the app. Only [`State::update`] makes a new one.

use crate::model::dataset::Dataset;
use crate::model::facet::Facet;
use crate::model::query::{Complaint, LONGEST_TEXT, Mode, Query, Theme, View};
use crate::model::when::{Day, When};
use std::rc::Rc;

/// What the app knows beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct State {
    /// What the reader asks to see.
    pub query: Query,
    /// Values of the address that could not be used.
    pub complaints: Vec<Complaint>,
    /// Whether the controls answer; they do not until the app has been mounted.
    pub live: bool,
    /// How the query came to be, which decides how it is written into the address.
    pub change: Change,
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
    /// The app is mounted.
    Live,
    /// Search for this text.
    Text(String),
    /// Choose or drop a value of a facet.
    Toggle(Facet, Rc<str>),
    /// Nothing that ends before this, as typed.
    From(String),
    /// Nothing that starts after this, as typed.
    To(String),
    /// Take the page back to this day.
    AsOf(Option<Day>),
    /// Show this section.
    View(View),
    /// Hide or dim what is not found.
    Mode(Mode),
    /// Light or dark.
    Theme(Theme),
    /// Drop everything that limits what is found, and go back to the cut-off.
    Reset,
    /// The address has changed.
    Address(Query, Vec<Complaint>),
    /// Show this view, by a link in a sentence.
    Show(Query),
}

impl State {
    /// The state in which a page starts.
    pub fn new(data: &Dataset, query: Query, complaints: Vec<Complaint>) -> State {
        let (query, more) = resolve(data, query);
        State { query, complaints: [complaints, more].concat(), ..State::default() }
    }

    /// The state after a message.
    pub fn update(&self, data: &Dataset, msg: Msg) -> State {
        let chosen = |query: Query| State { query, complaints: Vec::new(), change: Change::Chosen, ..self.clone() };
        let query = self.query.clone();
        match msg {
            Msg::Live => State { live: true, ..self.clone() },
            Msg::Address(query, complaints) => {
                let live = self.live;
                State { live, ..State::new(data, query, complaints) }
            }
            Msg::Text(text) => {
                let text: String = text.chars().take(LONGEST_TEXT).collect();
                State { change: Change::Typed, ..chosen(Query { text: text.into(), ..query }) }
            }
            Msg::From(text) => match typed(&text) {
                Some(from) => State { change: Change::Typed, ..chosen(Query { from, ..query }) },
                None => self.complain("from", text),
            },
            Msg::To(text) => match typed(&text) {
                Some(to) => State { change: Change::Typed, ..chosen(Query { to, ..query }) },
                None => self.complain("to", text),
            },
            Msg::AsOf(day) => {
                let as_of = day.filter(|day| *day < data.as_of);
                State { change: Change::Typed, ..chosen(Query { as_of, ..query }) }
            }
            Msg::Toggle(facet, value) => chosen(toggled(query, facet, value)),
            Msg::View(view) => chosen(Query { view, ..query }),
            Msg::Mode(mode) => chosen(Query { mode, ..query }),
            Msg::Theme(theme) => chosen(Query { theme, ..query }),
            Msg::Reset => chosen(Query { as_of: None, ..query.unfiltered() }),
            Msg::Show(asked) => {
                chosen(Query { view: query.view, mode: query.mode, theme: query.theme, ..resolve(data, asked).0 })
            }
        }
    }
}

impl State {
    /// The same state, with one thing that could not be used.
    fn complain(&self, name: &'static str, value: String) -> State {
        State { complaints: vec![Complaint { name, value }], ..self.clone() }
    }
}

/// A date as typed: `Some(None)` if nothing is there, `None` if it is not a date.
fn typed(text: &str) -> Option<Option<When>> {
    let text = text.trim();
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

fn toggled(mut query: Query, facet: Facet, value: Rc<str>) -> Query {
    let chosen = &mut query.choices[facet as usize];
    if chosen.contains(&value) {
        chosen.retain(|other| *other != value);
    } else {
        chosen.insert(value);
    }
    query
}

/// Drops what this record does not have: ids nobody knows, a day after the cut-off.
fn resolve(data: &Dataset, mut query: Query) -> (Query, Vec<Complaint>) {
    let mut complaints = Vec::new();
    for facet in Facet::ALL.iter().copied() {
        let Some(kind) = facet.ids() else { continue };
        query.choices[facet as usize].retain(|id| {
            let known = data.at(id).is_some_and(|at| at.kind == kind);
            if !known {
                complaints.push(Complaint { name: facet.word(), value: id.to_string() });
            }
            known
        });
    }
    if let Some(day) = query.as_of.filter(|day| *day > data.as_of) {
        complaints.push(Complaint { name: "asof", value: When::from_day(day).to_string() });
    }
    query.as_of = query.as_of.filter(|day| *day < data.as_of);
    (query, complaints)
}
