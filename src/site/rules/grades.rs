//! No statement is surer than its sources allow.

use super::said::graded;
use crate::model::dataset::Problem;
use crate::model::record::{Record, Source};
use std::collections::BTreeSet;

/// The surest that sources allow. A note or digest alone carries little; copies of papers alone are not the papers,
/// so that two of them are no more than one good source.
pub fn not_above_the_sources(record: &Record) -> Vec<Problem> {
    let mut problems = Vec::new();
    for statement in graded(record) {
        let cited: Vec<&Source> = record.cited(statement.sources).collect();
        let reason = match statement.confidence {
            "high" if !allows_high(&cited) => {
                "high takes a source on which we lean far, or two publishers' that agree, no notes, not both copies"
            }
            "medium" if !allows_medium(&cited) => {
                "medium takes a source on which we lean at least with care, and of notes two publishers' that agree"
            }
            _ => continue,
        };
        problems.push(statement.at.problem(statement.confidence, reason));
    }
    problems
}

fn allows_high(cited: &[&Source]) -> bool {
    let read: Vec<&Source> = cited.iter().copied().filter(|source| fair(source) && !note(source)).collect();
    read.iter().any(|source| source.lean == "high")
        || (publishers(&read) > 1 && read.iter().any(|source| source.kind != "copy"))
}

fn allows_medium(cited: &[&Source]) -> bool {
    let fair: Vec<&Source> = cited.iter().copied().filter(|source| fair(source)).collect();
    fair.iter().any(|source| !note(source) || source.lean == "high")
        || (!fair.is_empty() && publishers(cited) > 1)
}

fn fair(source: &Source) -> bool {
    source.lean != "low"
}

fn note(source: &Source) -> bool {
    source.kind == "note"
}

fn publishers(sources: &[&Source]) -> usize {
    sources.iter().map(|source| &source.publisher).collect::<BTreeSet<_>>().len()
}
