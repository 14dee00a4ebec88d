//! The record's words, folded for search.

use crate::model::by_ref::ByRef;
use crate::model::claim::{Claim, Content};
use crate::model::dataset::Dataset;
use crate::model::fold::fold;
use crate::model::item::Item;
use crate::model::milestone::Milestone;

/// Everything searchable, folded once, when the first word is typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Folded {
    /// Title and text of each event.
    pub events: Vec<String>,
    /// What was said of each milestone.
    pub milestones: Vec<Sayings>,
    /// The positions of each conflict, then its question and reading.
    pub conflicts: Vec<Vec<String>>,
    /// Names of each item in every script.
    pub names: ByRef<String>,
    /// The text of each claim of an item; empty for one without.
    pub claims: ByRef<Vec<String>>,
}

/// The label of a milestone and what was said of it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Sayings {
    text: String,
    /// Where the label ends, and each saying.
    ends: Vec<usize>,
}

impl Sayings {
    fn new(milestone: &Milestone) -> Sayings {
        let mut said = Sayings::default();
        said.add(&[&milestone.label]);
        milestone.promises.iter().for_each(|promise| said.add(&[&promise.who, &promise.text]));
        said
    }

    fn add(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(&fold(part));
            self.text.push('\n');
        }
        self.ends.push(self.text.len());
    }

    /// The label and as many of the sayings as are known.
    pub fn known(&self, sayings: usize) -> &str {
        &self.text[..self.ends.get(sayings).copied().unwrap_or(self.text.len())]
    }
}

impl Folded {
    pub fn new(data: &Dataset) -> Folded {
        let lines = |parts: &[&str]| fold(&parts.join("\n"));
        let names = |item: &Item| {
            let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
            let all = scripts.into_iter().flatten().chain(&item.aliases);
            lines(&all.map(|name| &**name).collect::<Vec<_>>())
        };
        let claim = |claim: &Claim| match &claim.content {
            Content::Text(text) => fold(text),
            _ => String::new(),
        };
        let (mut all_names, mut all_claims) = (data.by_ref(), data.by_ref());
        for item in data.all_items() {
            all_names.set(item.at, names(item));
            all_claims.set(item.at, item.claims.iter().map(claim).collect());
        }
        Folded {
            events: data.events.iter().map(|event| lines(&[&event.title, &event.text])).collect(),
            milestones: data.milestones.iter().map(Sayings::new).collect(),
            conflicts: data
                .conflicts
                .iter()
                .map(|c| {
                    let positions = c.positions.iter().map(|p| &*p.text);
                    positions.chain([&*c.question]).chain(c.reading.as_deref()).map(fold).collect()
                })
                .collect(),
            names: all_names,
            claims: all_claims,
        }
    }
}
