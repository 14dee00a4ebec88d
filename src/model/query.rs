//! `Query`: what the reader asks to see, and the same as an address.
//!
//! Names and values are public: never reused, migrated by appending. Only what is not at its default is
//! written, in one order, so that one view has one address.

use crate::model::facet::Facet;
use crate::model::id::Type;
use crate::model::when::{Day, When};
use crate::words;
use std::fmt::Write;
use std::rc::Rc;

/// Longest text that is searched for, in characters.
pub const LONGEST_TEXT: usize = 200;

/// Longest value of a parameter, in bytes; a list of every id of a record is shorter.
pub const LONGEST_VALUE: usize = 20_000;

/// Complaints a reader is told of; what follows them is not looked at.
pub const MOST_COMPLAINTS: usize = 100;

/// What the reader asks to see. `Query::default()` is the whole page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that have to stand in it, as typed.
    pub text: Rc<str>,
    /// Chosen values by facet: fixed words, or ids.
    pub choices: [Choice; Facet::ALL.len()],
    /// Nothing that ends before this.
    pub from: Option<When>,
    /// Nothing that starts after this.
    pub to: Option<When>,
    /// The day to which the page is taken back; `None`: the cut-off.
    pub as_of: Option<Day>,
    /// Which section is shown.
    pub view: View,
    /// What happens to what is not found.
    pub mode: Mode,
    /// Light or dark.
    pub theme: Theme,
    /// The thing whose card stands alone, as `<type>-<id>`; empty if none is asked for.
    pub item: Rc<str>,
}

/// Values chosen in a facet, each once, sorted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice(Vec<Rc<str>>);

impl Choice {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this value is chosen.
    pub fn contains(&self, value: &str) -> bool {
        self.iter().any(|other| &**other == value)
    }

    /// The values in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<str>> {
        self.0.iter()
    }

    /// Chooses a value.
    pub fn insert(&mut self, value: Rc<str>) {
        let place = self.0.partition_point(|other| *other < value);
        if self.0.get(place) != Some(&value) {
            self.0.insert(place, value);
        }
    }

    /// Keeps only the values that hold.
    pub fn retain(&mut self, holds: impl FnMut(&Rc<str>) -> bool) {
        self.0.retain(holds);
    }
}

/// A value of ours in an address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWarning {
    /// The name of the parameter.
    pub name: &'static str,
    /// What stood there.
    pub value: String,
}

words! {
    /// Which section is shown.
    #[derive(Default)]
    View {
        /// Every section
        #[default]
        All = "all",
        /// The station plan
        Plan = "plan",
        /// The missions
        Missions = "missions",
        /// The participants
        Participants = "participants",
        /// How the promises moved
        Promises = "promises",
        /// The timeline
        Timeline = "timeline",
        /// The timeline as a table
        Table = "table",
        /// Where sources disagree
        Conflicts = "conflicts",
        /// Programmes beside each other
        Compare = "compare",
        /// The slip chart alone
        Slip = "slip",
        /// The step chart of one milestone alone
        Step = "step",
        /// The station alone
        Scene = "scene",
        /// The Moon alone
        Moon = "moon",
        /// One card alone, open
        Card = "card",
    }
}

impl View {
    /// Whether it is one picture or card, which stands without filter and sections.
    pub fn stands_alone(self) -> bool {
        matches!(self, View::Slip | View::Step | View::Scene | View::Moon | View::Card)
    }

    /// The section in which the cards of a type stand; events have lines in the timeline alone.
    pub fn of(kind: Type) -> View {
        match kind {
            Type::Participant | Type::Person => View::Participants,
            Type::Mission => View::Missions,
            Type::Facility | Type::Phase => View::Plan,
            Type::Milestone => View::Promises,
            Type::Event => View::Timeline,
            Type::Conflict => View::Conflicts,
            Type::Source => View::All,
        }
    }
}

words! {
    /// What happens to what is not found.
    #[derive(Default)]
    Mode {
        /// It is hidden
        #[default]
        Hide = "hide",
        /// It is dimmed
        Dim = "dim",
    }
}

words! {
    /// Light or dark.
    #[derive(Default)]
    Theme {
        /// As the reader's system has it
        #[default]
        Auto = "auto",
        /// Light
        Light = "light",
        /// Dark
        Dark = "dark",
    }
}

/// The parameters that follow the searched words and the facets.
const AFTER: [&str; 7] = ["from", "to", "asof", "view", "mode", "theme", "item"];

/// The parameters of ours, in the order in which they are written: each facet is one.
pub const NAMES: [&str; 1 + Facet::ALL.len() + AFTER.len()] = {
    let mut names = ["q"; 1 + Facet::ALL.len() + AFTER.len()];
    let mut place = 0;
    while place + 1 < names.len() {
        let facets = Facet::ALL.len();
        names[place + 1] = if place < facets { Facet::ALL[place].word() } else { AFTER[place - facets] };
        place += 1;
    }
    names
};

impl Query {
    /// What is chosen in a facet.
    pub fn chosen(&self, facet: Facet) -> &Choice {
        &self.choices[facet as usize]
    }

    /// Whether anything limits what is found; the day, the section and the looks do not.
    pub fn filters(&self) -> bool {
        let open = self.text.trim_ascii().is_empty() && self.from.is_none() && self.to.is_none();
        !open || self.choices.iter().any(|chosen| !chosen.is_empty())
    }

    /// Reads the query part of an address, with or without its `?`. What is malformed is dropped and told;
    /// names that are not ours are passed over. Whether ids exist is asked by [`crate::model::state`].
    pub fn from_url(search: &str) -> (Query, Vec<QueryWarning>) {
        let mut query = Query::default();
        let mut complaints = Vec::new();
        let mut seen = [false; NAMES.len()];
        for pair in pairs(search) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(place) = NAMES.iter().position(|ours| *ours == name) else { continue };
            let name = NAMES[place];
            let again = std::mem::replace(&mut seen[place], true);
            let decoded = decode(value);
            if decoded.as_deref() == Some("") {
                continue; // a form without scripts sends its empty fields too
            }
            match decoded {
                Some(value) if !again => query.set(name, &value, &mut complaints),
                decoded => {
                    complaints
                        .push(QueryWarning { name, value: decoded.unwrap_or_else(|| value.to_string()) });
                }
            }
            if complaints.len() >= MOST_COMPLAINTS {
                complaints.truncate(MOST_COMPLAINTS);
                break;
            }
        }
        (query, complaints)
    }

    /// Sets one parameter from its decoded value: an empty one is its default, and what is malformed is told.
    pub fn set(&mut self, name: &'static str, value: &str, complaints: &mut Vec<QueryWarning>) {
        let read = match value {
            "" => self.reset(name),
            value => value.len() <= LONGEST_VALUE && self.read(name, value, complaints),
        };
        if !read {
            complaints.push(QueryWarning { name, value: value.to_string() });
        }
    }

    /// Another query with this value chosen, or no longer chosen if it is.
    pub fn toggled(mut self, facet: Facet, value: Rc<str>) -> Query {
        let choice = &mut self.choices[facet as usize];
        if choice.contains(&value) {
            choice.retain(|other| *other != value);
        } else {
            choice.insert(value);
        }
        self
    }

    /// Sets a date to none, or a text to nothing; other parameters have no empty value.
    fn reset(&mut self, name: &str) -> bool {
        match name {
            "q" => self.text = "".into(),
            "from" => self.from = None,
            "to" => self.to = None,
            "asof" => self.as_of = None,
            "item" => self.item = "".into(),
            _ => return false,
        }
        true
    }

    /// Sets one parameter from its decoded value; `false` if the value is malformed.
    fn read(&mut self, name: &'static str, value: &str, complaints: &mut Vec<QueryWarning>) -> bool {
        if let Some(facet) = Facet::parse(name) {
            self.choices[facet as usize] = choices(facet, name, value, complaints);
            return true;
        }
        match name {
            "q" if value.chars().count() <= LONGEST_TEXT => self.text = value.into(),
            "from" => return set(&mut self.from, value.parse().ok()),
            "to" => return set(&mut self.to, value.parse().ok()),
            "asof" => {
                return set(&mut self.as_of, value.parse().ok().and_then(|when: When| when.exact_day()));
            }
            "view" => return View::parse(value).map(|view| self.view = view).is_some(),
            "mode" => return Mode::parse(value).map(|mode| self.mode = mode).is_some(),
            "theme" => return Theme::parse(value).map(|theme| self.theme = theme).is_some(),
            "item" if is_id(value) && Type::of_anchor(value).is_some() => self.item = value.into(),
            _ => return false,
        }
        true
    }

    /// The query part of the address, without `?`; empty for the whole page.
    pub fn to_url(&self) -> String {
        let mut url = String::new();
        for name in NAMES {
            let value = self.value(name);
            if !value.is_empty() {
                let separator = if url.is_empty() { "" } else { "&" };
                let facet = Facet::parse(name).is_some(); // ids and words need no encoding
                let value = if facet { value } else { encode(&value) };
                let _ = write!(url, "{separator}{name}={value}"); // writing to a String does not fail
            }
        }
        url
    }

    /// The value of one parameter, before it is encoded; empty at its default.
    pub fn value(&self, name: &str) -> String {
        if let Some(facet) = Facet::parse(name) {
            return self.chosen(facet).0.join("~");
        }
        let date = |when: Option<When>| when.map_or(String::new(), |when| when.to_string());
        match name {
            "q" => self.text.to_string(),
            "from" => date(self.from),
            "to" => date(self.to),
            "asof" => date(self.as_of.map(When::from_day)),
            "view" if self.view != View::default() => self.view.word().to_string(),
            "mode" if self.mode != Mode::default() => self.mode.word().to_string(),
            "theme" if self.theme != Theme::default() => self.theme.word().to_string(),
            "item" => self.item.to_string(),
            _ => String::new(),
        }
    }
}

/// The address's own query with ours in it: parameters that are not ours stay in place, untouched.
pub fn merge(search: &str, ours: &str) -> String {
    let foreign = pairs(search).filter(|pair| {
        let name = pair.split('=').next().unwrap_or(pair);
        !NAMES.contains(&name)
    });
    let all = foreign.chain((!ours.is_empty()).then_some(ours)).collect::<Vec<_>>().join("&");
    if all.is_empty() { all } else { format!("?{all}") }
}

fn pairs(search: &str) -> impl Iterator<Item = &str> {
    search.strip_prefix('?').unwrap_or(search).split('&').filter(|pair| !pair.is_empty())
}

fn choices(facet: Facet, name: &'static str, value: &str, complaints: &mut Vec<QueryWarning>) -> Choice {
    let mut chosen = Choice::default();
    let words = facet.words();
    for choice in value.split('~').filter(|choice| !choice.is_empty()) {
        let fits = if facet.ids().is_some() { is_id(choice) } else { words.contains(&choice) };
        if fits {
            chosen.insert(Rc::from(choice));
        } else {
            complaints.push(QueryWarning { name, value: choice.to_string() });
        }
    }
    chosen
}

fn is_id(text: &str) -> bool {
    text.len() <= 100 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let read = value.is_some();
    *place = value;
    read
}

/// Undoes percent-encoding (RFC 3986) and the plus for a space; `None` if what comes out is not UTF-8.
fn decode(value: &str) -> Option<String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [byte, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *byte == b'%' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low)
            }
            _ => None,
        };
        bytes.push(code.unwrap_or(if *byte == b'+' { b' ' } else { *byte }));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encodes all but letters, digits, `-`, `.` and `_`.
fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            let digit = |nibble: u8| char::from(b"0123456789ABCDEF"[usize::from(nibble & 15)]);
            out.extend(['%', digit(byte >> 4), digit(byte)]);
        }
    }
    out
}
