//! A reader at random: each step is one thing a reader does, chosen by a seed.

use crate::generated::chance::Chance;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::{Mode, Theme, View};
use ilrs_explainer::model::viewport::{Act, Move};
use serde_json::{Value, json};
use std::fmt;

/// Something a reader does. A number stands for one of as many as there are on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Ticks a value of a facet, or unticks it.
    Tick(Facet, String),
    /// Has this text in the search field.
    Type(&'static str),
    /// Types a year or a day.
    Date(&'static str, String),
    /// Chooses in one of the lists.
    Choose(&'static str, &'static str),
    /// Moves a handle.
    Slide(Act, usize),
    /// Presses a button that asks for one of these acts.
    Button(&'static str, usize),
    /// Follows a link that filters.
    Follow(&'static str, usize),
    /// Presses a key in the track or the chart.
    Key(Act, Move),
    /// Goes back in the history, or on.
    Go(i32),
    /// Opens a card or line, or closes it.
    Open(usize),
}

const TEXTS: [&str; 10] =
    ["", "", "Luna", "Luna-26", "嫦娥", "Роскосмос", "chang’e 7", "2035 base", "zzzzzz", "a&b=~+%"];
const DATES: [&str; 6] = ["", "", "1999", "2021", "2026-05", "2035"];
const LINKS: [&str; 4] =
    [".reset[href='?']", ".chips .chip", ".lead a[href^='?']", ".explainer main a[href^='?']"];
const BUTTONS: [&str; 3] =
    [".steps button:enabled", ".track .tools button:enabled", ".track [data-act]:enabled"];

impl Step {
    /// The next step; `values` is what there is to tick. Of a long history only the newest part is gone back.
    pub fn any(chance: &mut Chance, values: &[(Facet, String)], back: bool, on: bool) -> Step {
        let any = |chance: &mut Chance| chance.below(1 << 16);
        match chance.below(20) {
            0..5 => {
                let (facet, value) = chance.pick(values).clone();
                Step::Tick(facet, value)
            }
            5..7 => Step::Type(pick(chance, &TEXTS)),
            7 => Step::Date(pick(chance, &["from", "to"]), pick(chance, &DATES).to_string()),
            8 => Step::Date(
                "asof",
                format!("{}-0{}-1{}", 1990 + chance.below(36), 1 + chance.below(9), chance.below(10)),
            ),
            9 => Step::Choose("view", chance.pick(View::ALL).word()),
            10 => match chance.in_hundred(50) {
                true => Step::Choose("mode", chance.pick(Mode::ALL).word()),
                false => Step::Choose("theme", chance.pick(Theme::ALL).word()),
            },
            11 => Step::Slide(*chance.pick(&[Act::From, Act::To, Act::Step]), any(chance)),
            12 => Step::Button(pick(chance, &BUTTONS), any(chance)),
            13..16 => Step::Follow(pick(chance, &LINKS), any(chance)),
            16 => Step::Key(*chance.pick(&[Act::Track, Act::Chart]), *chance.pick(Move::ALL)),
            17 if back => Step::Go(-1),
            18 if on || back => Step::Go(if on { 1 } else { -1 }),
            _ => Step::Open(any(chance)),
        }
    }

    /// The same for the script on the page.
    pub fn script(&self) -> Value {
        match self {
            Step::Tick(facet, value) => {
                json!({ "way": "click", "on": format!("[name={}][value='{value}']", facet.word()), "at": 0 })
            }
            Step::Type(text) => json!({ "way": "enter", "on": "[name=q]", "value": text }),
            Step::Date(name, text) => {
                json!({ "way": "enter", "on": format!("[name={name}]"), "value": text })
            }
            Step::Choose(name, value) => {
                json!({ "way": "enter", "on": format!("select[name={name}]"), "value": value })
            }
            Step::Slide(act, at) => {
                json!({ "way": "enter", "on": format!("[type=range][data-act={act}]"), "value": at })
            }
            Step::Button(on, at) | Step::Follow(on, at) => json!({ "way": "click", "on": on, "at": at }),
            Step::Key(act, key) => {
                json!({ "way": "key", "on": format!("[data-plot={act}]"), "key": key.word() })
            }
            Step::Go(by) => json!({ "way": "go", "by": by }),
            Step::Open(at) => json!({ "way": "open", "at": at }),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Step::Tick(facet, value) => write!(out, "tick {facet}={value}"),
            Step::Type(text) => write!(out, "type “{text}”"),
            Step::Date(name, text) => write!(out, "type {name} “{text}”"),
            Step::Choose(name, value) => write!(out, "choose {name}={value}"),
            Step::Slide(act, at) => write!(out, "slide {act} to the {at}th"),
            Step::Button(on, at) => write!(out, "press the {at}th of {on}"),
            Step::Follow(on, at) => write!(out, "follow the {at}th of {on}"),
            Step::Key(act, key) => write!(out, "{key} in the {act}"),
            Step::Go(by) => write!(out, "history.go({by})"),
            Step::Open(at) => write!(out, "open the {at}th card"),
        }
    }
}

fn pick(chance: &mut Chance, all: &[&'static str]) -> &'static str {
    all[chance.below(all.len())]
}
