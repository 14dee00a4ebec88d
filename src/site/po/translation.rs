//! `Translation`: what a file says in another language, looked up by the place and the English text, and what it lacks.

use super::Target;
use super::entry::Po;
use super::text::Text;
use super::wrong::{What, Wrong};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of a record in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub into: Target,
    good: BTreeMap<(String, String), String>,
    /// The texts without a translation.
    pub missing: Vec<Text>,
    /// The texts whose translation was made of another English text, or has to be looked at.
    pub stale: Vec<Text>,
    /// The texts whose translation names other years. They are used: a language may count in other words, as Chinese does
    /// for decades.
    pub other_years: Vec<Text>,
}

impl Translation {
    /// What a file says of these texts.
    ///
    /// # Errors
    ///
    /// Every entry that is for no text of the record, or whose translation cannot stand for its text.
    pub fn new(into: Target, po: Po, texts: &[Text]) -> Result<Translation, Vec<Wrong>> {
        let wrong = wrong(&po, texts);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let renewed = po.renewed(texts);
        let mut translation = Translation {
            into,
            good: BTreeMap::new(),
            missing: Vec::new(),
            stale: Vec::new(),
            other_years: Vec::new(),
        };
        for (text, entry) in texts.iter().zip(renewed.entries) {
            if entry.is_good() {
                if years(&entry.translation) != years(&text.english) {
                    translation.other_years.push(text.clone());
                }
                translation.good.insert((text.context.clone(), text.english.clone()), entry.translation);
            } else if entry.translation.is_empty() {
                translation.missing.push(text.clone());
            } else {
                translation.stale.push(text.clone());
            }
        }
        Ok(translation)
    }

    /// The translation of a text in its place, if there is one that can be used.
    pub fn get(&self, context: &str, english: &str) -> Option<&str> {
        self.good.get(&(context.to_string(), english.to_string())).map(String::as_str)
    }

    /// How many texts can be read in this language.
    pub fn len(&self) -> usize {
        self.good.len()
    }

    /// Whether none can.
    pub fn is_empty(&self) -> bool {
        self.good.is_empty()
    }

    /// How far it is, in a line.
    pub fn summary(&self) -> String {
        let (good, missing, stale) = (self.len(), self.missing.len(), self.stale.len());
        let all = good + missing + stale;
        let name = self.into.name();
        let years = self.other_years.len();
        format!(
            "{name}: {good} of {all} texts translated, {years} of them with other years; {missing} missing, {stale} stale"
        )
    }
}

/// What is wrong with entries that are well formed.
fn wrong(po: &Po, texts: &[Text]) -> Vec<Wrong> {
    let places: BTreeSet<&str> = texts.iter().map(|text| &*text.context).collect();
    let mut wrong = Vec::new();
    for entry in &po.entries {
        let place = entry.context.as_deref().unwrap_or("");
        let mut tell = |what| wrong.push(Wrong { line: entry.line, what });
        if !places.contains(place) {
            tell(What::Place(place.to_string()));
        }
        if !entry.is_good() {
            continue;
        }
        if let Some(sign) = entry.translation.chars().find(|sign| sign.is_control()) {
            tell(What::Control(sign));
        }
        let [has, wants] = [&entry.translation, &entry.english].map(|text| placeholders(text));
        if has != wants {
            tell(What::Placeholders { has, wants });
        }
    }
    wrong
}

/// What stands in braces, in any order: it is exchanged for something else, so that a translation has it too.
fn placeholders(text: &str) -> Vec<String> {
    let mut found: Vec<String> =
        text.split('{').skip(1).filter_map(|rest| Some(format!("{{{}}}", rest.split_once('}')?.0))).collect();
    found.sort();
    found
}

/// The years that a text names in digits, each once.
fn years(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4).collect()
}
