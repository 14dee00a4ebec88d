//! `State`: the one state of the app. Only [`State::update`] makes a new one.

use crate::model::dataset::Dataset;
use crate::model::facet::Facet;
use crate::model::find::Found;
use crate::model::query::{Complaint, Query, Theme, View};
use crate::model::viewport::{Act, Viewport};
use crate::model::when::When;

/// What the app knows beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct State {
    /// What the reader asks to see.
    pub query: Query,
    /// Values of the address that could not be used.
    pub complaints: Vec<Complaint>,
    /// How the query came to be, which decides how it is written into the address.
    pub change: Change,
    /// How the reader looks at what is found.
    pub viewport: Viewport,
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

/// What a reader or the host can ask for. A control is a parameter of the query, so that one message serves all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Show this query, which came to be so; some of it could not be read.
    Ask(Query, Vec<Complaint>, Change),
    /// Show this, by a link in a sentence; the looks stay as they are, and the section unless the link names one.
    Show(Query),
    /// A control was used that is no parameter, or sets one by a number.
    Act(Act, i32),
}

impl State {
    /// The state in which a page starts.
    pub fn new(data: &Dataset, query: Query, mut complaints: Vec<Complaint>) -> State {
        let query = resolve(data, query, &mut complaints);
        State { query, complaints, ..State::default() }
    }

    /// The state after a message; `found` is what the present query finds.
    pub fn update(&self, data: &Dataset, found: &Found, msg: Msg) -> State {
        match msg {
            Msg::Ask(query, complaints, change) => self.asked(data, query, complaints, change),
            Msg::Show(asked) => {
                let Query { mode, theme, .. } = self.query;
                let view = if asked.view == View::default() { self.query.view } else { asked.view };
                let query = Query { view, mode, theme, ..asked };
                self.asked(data, query, Vec::new(), Change::Chosen)
            }
            Msg::Act(act, value) => match self.turned(data, found, act, value) {
                Some((query, change)) => self.asked(data, query, Vec::new(), change),
                None => State {
                    viewport: self.viewport.after(data, found, self.query.mode, act, value),
                    ..self.clone()
                },
            },
        }
    }

    /// The state as far as a section depends on it; what it does not depend on is as at the start.
    pub fn of(&self, section: View) -> State {
        let mut viewport = Viewport::default();
        let now = &self.viewport;
        match section {
            View::Timeline => {
                viewport =
                    Viewport { phase: 0, point: None, panel: false, due: 0, drawn: false, ..now.clone() }
            }
            View::Promises => viewport.point = now.point,
            View::Plan => (viewport.phase, viewport.drawn) = (now.phase, now.drawn),
            View::Missions | View::Participants => viewport.drawn = now.drawn,
            _ => {}
        }
        let query = Query { theme: Theme::default(), ..self.query.clone() };
        State { query, viewport, ..State::default() }
    }

    fn asked(&self, data: &Dataset, query: Query, complaints: Vec<Complaint>, change: Change) -> State {
        let next = State::new(data, query, complaints);
        // What is found is shown on a scale that fits it; a step in time leaves the scale as it is.
        let scale = self.viewport.scale.filter(|_| next.query.as_of != self.query.as_of);
        let viewport = Viewport { first: 0, scale, ..self.viewport.clone() };
        State { change, viewport, ..next }
    }

    /// The query that a control asks for by a number; `None` if it asks for no other.
    fn turned(&self, data: &Dataset, found: &Found, act: Act, value: i32) -> Option<(Query, Change)> {
        let mut query = self.query.clone();
        let (first, last) = found.years();
        let year = |when: Option<When>, open: i32| when.map_or(open, |when| when.year());
        match act {
            Act::Step => query.as_of = data.steps().get(value.max(0) as usize).copied(),
            Act::From => {
                let from = value.min(year(query.to, last));
                query.from = (from > first).then(|| When::from_year(from));
            }
            Act::To => {
                let to = value.max(year(query.from, first));
                query.to = (to < last).then(|| When::from_year(to));
            }
            _ => return None,
        }
        Some((query, Change::Typed))
    }
}

/// Drops what this record does not have: ids nobody knows, a day after the cut-off.
fn resolve(data: &Dataset, mut query: Query, complaints: &mut Vec<Complaint>) -> Query {
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
    query
}
