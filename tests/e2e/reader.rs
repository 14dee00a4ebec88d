//! A reader at random: each step is one thing a reader does, chosen by a seed.

use crate::browser::Browser;
use crate::generated::chance::Chance;
use crate::outcome::{Outcome, fault};
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::{Mode, Theme, View};
use ilrs_explainer::model::state::DateField;
use ilrs_explainer::model::viewport::NavKey;
use ilrs_explainer::words;
use serde_json::{Value, json};
use std::fmt;

/// Takes steps in a page: what a script begins with that does.
pub const READER: &str = include_str!("reader.js");

/// What there is to tick, in the order of the page, all of it shown.
pub async fn values(browser: &Browser) -> Outcome<Vec<(Facet, String)>> {
    browser.ask(&format!("{READER} all('.facet .every').forEach((one) => one.click())")).await?;
    let shown = format!("{READER} return !all('.facet .every[aria-expanded=false]').length");
    browser.until("all values are there", &shown).await?;
    let boxes =
        format!("{READER} return all('.facet [type=checkbox]').map((e) => `${{e.name}}=${{e.value}}`)");
    let read = |told: String| {
        let (name, value) = told.split_once('=')?;
        Some((Facet::parse(name)?, value.to_string()))
    };
    let told = browser.list(&boxes).await?.into_iter();
    told.map(|told| read(told.clone()).ok_or_else(|| fault(format!("no choice: {told}")))).collect()
}

/// Something a reader does. A number stands for one of as many as there are on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Ticks a value of a facet, or unticks it.
    Tick(Facet, String),
    /// Has this text in the search field.
    Type(&'static str),
    /// Types a year or a day.
    Date(DateField, String),
    /// Chooses a section.
    View(View),
    /// Chooses what is done with the rest.
    Mode(Mode),
    /// Chooses light or dark.
    Theme(Theme),
    /// Moves a handle.
    Slide(Handle, usize),
    /// Presses one of these buttons.
    Button(Buttons, usize),
    /// Presses a mark of the track.
    Mark(usize),
    /// Follows a link that filters.
    Follow(&'static str, usize),
    /// Presses a key in the track or the chart.
    Key(Plot, NavKey),
    /// Goes back in the history, or on.
    Go(i32),
    /// Opens a card or line, or closes it.
    Open(usize),
}

words! {
    /// What can be slid; its word finds it.
    Handle {
        /// The first year
        First = ".span input[type=range]:first-of-type",
        /// The last year
        Last = ".span input[type=range]:last-of-type",
        /// The day
        Day = ".steps input[type=range]",
    }
}

words! {
    /// What can be pressed; its word finds each.
    Buttons {
        /// To the day before or after
        Days = ".steps button:enabled",
        /// The tools of the track
        Tools = ".track .tools button:enabled",
        /// The heads of the table
        Heads = "th button:enabled",
    }
}

words! {
    /// Where keys move; its word finds it.
    Plot {
        /// The track
        Track = "[data-plot=track]",
        /// The step chart
        Steps = "[data-plot=step]",
    }
}

const TEXTS: [&str; 10] =
    ["", "", "Luna", "Luna-26", "嫦娥", "Роскосмос", "chang’e 7", "2035 base", "zzzzzz", "a&b=~+%"];
const DATES: [&str; 6] = ["", "", "1999", "2021", "2026-05", "2035"];
const LINKS: [&str; 4] =
    [".reset[href='?']", ".chips .chip", ".lead a[href^='?']", ".explainer main a[href^='?']"];

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
            7 => {
                Step::Date(*chance.pick(&[DateField::From, DateField::To]), pick(chance, &DATES).to_string())
            }
            8 => Step::Date(
                DateField::AsOf,
                format!("{}-0{}-1{}", 1990 + chance.below(36), 1 + chance.below(9), chance.below(10)),
            ),
            9 => Step::View(*chance.pick(&sections())),
            10 => match chance.in_hundred(50) {
                true => Step::Mode(*chance.pick(Mode::ALL)),
                false => Step::Theme(*chance.pick(Theme::ALL)),
            },
            11 => Step::Slide(*chance.pick(Handle::ALL), any(chance)),
            12 => Step::Button(*chance.pick(Buttons::ALL), any(chance)),
            13..15 => Step::Follow(pick(chance, &LINKS), any(chance)),
            15 => Step::Mark(any(chance)),
            16 => Step::Key(*chance.pick(Plot::ALL), *chance.pick(NavKey::ALL)),
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
            Step::Date(field, text) => {
                json!({ "way": "enter", "on": format!("[name={field}]"), "value": text })
            }
            Step::View(view) => choose("view", view.word()),
            Step::Mode(mode) => choose("mode", mode.word()),
            Step::Theme(theme) => choose("theme", theme.word()),
            Step::Slide(handle, at) => json!({ "way": "enter", "on": handle.word(), "value": at }),
            Step::Button(buttons, at) => json!({ "way": "click", "on": buttons.word(), "at": at }),
            Step::Mark(at) => json!({ "way": "click", "on": ".track [data-mark]", "at": at }),
            Step::Follow(on, at) => json!({ "way": "click", "on": on, "at": at }),
            Step::Key(plot, key) => json!({ "way": "key", "on": plot.word(), "key": key.word() }),
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
            Step::Date(field, text) => write!(out, "type {field} “{text}”"),
            Step::View(view) => write!(out, "choose view={view}"),
            Step::Mode(mode) => write!(out, "choose mode={mode}"),
            Step::Theme(theme) => write!(out, "choose theme={theme}"),
            Step::Slide(handle, at) => write!(out, "slide {handle} to the {at}th"),
            Step::Button(on, at) => write!(out, "press the {at}th of {on}"),
            Step::Mark(at) => write!(out, "press the {at}th mark"),
            Step::Follow(on, at) => write!(out, "follow the {at}th of {on}"),
            Step::Key(plot, key) => write!(out, "{key} in {plot}"),
            Step::Go(by) => write!(out, "history.go({by})"),
            Step::Open(at) => write!(out, "open the {at}th card"),
        }
    }
}

fn choose(name: &str, value: &str) -> Value {
    json!({ "way": "enter", "on": format!("select[name={name}]"), "value": value })
}

fn pick(chance: &mut Chance, all: &[&'static str]) -> &'static str {
    all[chance.below(all.len())]
}

/// The views that the filter offers: what stands alone has no filter to go back by.
fn sections() -> Vec<View> {
    View::ALL.iter().copied().filter(|view| !view.stands_alone()).collect()
}
