//! The record's words, folded for search.

use crate::model::by_ref::ByRef;
use crate::model::claim::{Claim, Content};
use crate::model::conflict::Conflict;
use crate::model::event::Event;
use crate::model::fold::fold;
use crate::model::item::Item;
use crate::model::milestone::Milestone;

/// Everything searchable, folded once, when the first word is typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct SearchText {
    /// Title and text of each event.
    pub events: Vec<String>,
    /// What was said of each milestone.
    pub milestones: Vec<MilestoneText>,
    /// The positions of each conflict, then its question and reading.
    pub conflicts: Vec<Vec<String>>,
    /// Names of each item in every script.
    pub names: ByRef<String>,
    /// The text of each claim of an item; empty for one without.
    pub claims: ByRef<Vec<String>>,
}

/// The label of a milestone and what was said of it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct MilestoneText {
    text: String,
    /// Where the label ends, and each saying.
    ends: Vec<usize>,
}

impl MilestoneText {
    pub(super) fn new(milestone: &Milestone) -> MilestoneText {
        let mut said = MilestoneText::default();
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

/// Title and text of an event.
pub(super) fn event(event: &Event) -> String {
    lines(&[&event.title, &event.text])
}

/// The positions of a conflict, then its question and reading.
pub(super) fn conflict(conflict: &Conflict) -> Vec<String> {
    let positions = conflict.positions.iter().map(|position| &*position.text);
    positions.chain([&*conflict.question]).chain(conflict.reading.as_deref()).map(fold).collect()
}

/// The names of an item in every script.
pub(super) fn names(item: &Item) -> String {
    let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
    let all = scripts.into_iter().flatten().chain(&item.aliases);
    lines(&all.map(|name| &**name).collect::<Vec<_>>())
}

/// The text of each claim of an item; empty for one without.
pub(super) fn claims(item: &Item) -> Vec<String> {
    let text = |claim: &Claim| match &claim.content {
        Content::Text(text) => fold(text),
        _ => String::new(),
    };
    item.claims.iter().map(text).collect()
}

fn lines(parts: &[&str]) -> String {
    fold(&parts.join("\n"))
}
