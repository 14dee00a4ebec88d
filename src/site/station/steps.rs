//! The steps through the scene: the phases of the plans, and the years by which parts are promised. Each is a number, by
//! which radios, parts and style sheet know one another.

use super::art::Composition;
use crate::model::dataset::Dataset;
use crate::model::item::Item;
use crate::model::look::{Look, Stand};
use crate::model::when::civil;
use crate::site::svg::Element;
use crate::text::Lang;

/// As many phases and as many years have rules in the style sheet.
const PHASES: usize = 6;
const YEARS: usize = 8;

/// The steps of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    phases: usize,
    years: Vec<i32>,
}

impl Steps {
    /// The steps for the parts that a composition draws.
    pub fn new(data: &Dataset, art: &Composition) -> Steps {
        let now = data.day(None);
        let drawn = art.drawn().filter_map(|art| super::part::item(data, &art.part));
        let mut years: Vec<i32> = drawn.filter_map(|item| due(&Look::new(data, item, now))).collect();
        years.sort_unstable();
        years.dedup();
        // Of too many the first fall together: by the first that is left they are all promised.
        let years = years.split_off(years.len().saturating_sub(YEARS));
        Steps { phases: data.phases.len().min(PHASES), years }
    }

    /// The years with their numbers, counted from 1.
    pub fn years(&self) -> impl Iterator<Item = (usize, i32)> {
        self.years.iter().enumerate().map(|(place, year)| (place + 1, *year))
    }

    /// The phases of a part by their numbers, counted from 1. One for which the record names no phase is part of all.
    pub fn phases_of(&self, data: &Dataset, item: &Item) -> String {
        let all = || data.phases.iter().take(self.phases).zip(1..);
        let of = all().filter(|(phase, _)| item.about.contains(&phase.at) || phase.about.contains(&item.at));
        let of: Vec<usize> = of.map(|(_, number)| number).collect();
        numbers(if of.is_empty() { all().map(|(_, number)| number).collect() } else { of })
    }

    /// The years by which a part stands if every promise holds, by their numbers.
    pub fn years_of(&self, look: &Look) -> Option<String> {
        let due = due(look)?;
        Some(numbers(self.years().filter(|(_, year)| *year >= due).map(|(number, _)| number).collect()))
    }

    /// The radios, if there is a step. They are a form's, since Chromium keeps those that have left an element's shadow
    /// root otherwise; its method is one that sends nothing.
    pub fn controls(&self, data: &Dataset, lang: Lang) -> Option<Element> {
        let (words, text) = (lang.picture_text(), lang.text());
        // “Phase 1: reconnaissance” is short where there is little room.
        let short = |name: &str| name.split(':').next().unwrap_or_default().to_string();
        let phases = data.phases.iter().take(self.phases).map(|phase| short(&phase.name));
        let years = self.years.iter().map(i32::to_string);
        let sets = [
            ("of-phase", text.phases, text.every_phase, phases.collect::<Vec<_>>()),
            ("of-year", words.scene_years, words.scene_today, years.collect()),
        ];
        let with_steps = sets.into_iter().filter(|(.., steps)| !steps.is_empty());
        let radios = with_steps.map(|(class, legend, none, steps)| radios(class, legend, none, &steps));
        let radios: Vec<Element> = radios.collect();
        (!radios.is_empty()).then(|| Element::new("form").with("method", "dialog").holding_all(radios))
    }
}

fn radios(class: &str, legend: &str, none: &str, steps: &[String]) -> Element {
    let set = Element::new("fieldset").with("class", format!("steps {class}"));
    let set = set.holding(Element::new("legend").holding(legend));
    let names = std::iter::once(none).chain(steps.iter().map(String::as_str));
    set.holding_all(names.enumerate().map(|(value, name)| {
        let radio = Element::new("input").with("type", "radio").with("name", format!("scene-{class}"));
        let radio = radio.with("value", value).with_any("checked", (value == 0).then_some(""));
        Element::new("label").holding(radio).holding(&*format!(" {name}"))
    }))
}

/// The year by which a part is promised.
pub fn due(look: &Look) -> Option<i32> {
    let when = look.when.filter(|_| look.stand == Stand::Promised)?;
    Some(civil(when.known_end()).0)
}

fn numbers(of: Vec<usize>) -> String {
    of.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
