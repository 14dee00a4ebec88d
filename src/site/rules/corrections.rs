//! Corrections: each has an id of its own, a day, and something of the record that it is about.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::id::is_well_formed;
use crate::model::record::{Correction, Record};
use crate::model::validate::limits;
use crate::model::when::When;
use std::collections::BTreeSet;

/// Whoever reads a correction knows when it was made, of what, and what is right instead.
pub fn are_whole(record: &Record) -> Vec<Diagnostic> {
    let items = record.items().map(|item| &*item.id);
    let milestones = record.milestones.iter().map(|milestone| &*milestone.id);
    let events = record.events.iter().map(|event| &*event.id);
    let conflicts = record.conflicts.iter().map(|conflict| &*conflict.id);
    let things: BTreeSet<&str> = items.chain(milestones).chain(events).chain(conflicts).collect();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for correction in &record.corrections {
        let Correction { id, day, about, wrong, right } = correction;
        let at = |field| Place { list: "corrections", id, field };
        if !is_well_formed(id) {
            problems.push(at("id").problem(id, "an id is lower-case letters, digits and hyphens"));
        }
        if !seen.insert(&**id) {
            problems.push(at("id").problem(id, "this id stands twice in the record"));
        }
        if day.parse::<When>().ok().and_then(|when| when.exact_day()).is_none() {
            problems.push(at("day").problem(day, "a correction is made on one day, as in 2026-11-22"));
        }
        if !things.contains(&**about) {
            problems.push(at("about").problem(about, "there is no such id"));
        }
        for (field, text) in [("wrong", wrong), ("right", right)] {
            if text.trim().is_empty() {
                problems.push(at(field).problem(text, "there is nothing to read"));
            }
            if limits::unfit(text).is_some() {
                problems
                    .push(at(field).problem(text, "no text holds a character that steers and has no look"));
            }
        }
    }
    problems
}
