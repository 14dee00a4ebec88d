//! No statement is surer than its sources allow, and no source than it was read.

use super::statements::{Place, graded};
use crate::model::dataset::Diagnostic;
use crate::model::record::{Record, Source};
use crate::model::source::Reading;
use std::collections::BTreeSet;

/// The surest that sources allow. A note or digest alone carries little; copies of papers alone are not the papers,
/// so that two of them are no more than one good source.
pub fn not_above_the_sources(record: &Record) -> Vec<Diagnostic> {
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

/// A title or a summary does not say what else the text says: where nothing else was read, a statement is medium at
/// most.
pub fn not_above_what_was_read(record: &Record) -> Vec<Diagnostic> {
    let unread =
        |sources: &[String]| record.cited(sources).all(|source| source.read == Reading::Title.word());
    let reason = "of its sources none was read, only titles or summaries: medium at most";
    let high = graded(record).into_iter().filter(|it| it.confidence == "high" && unread(it.sources));
    high.map(|statement| statement.at.problem(statement.confidence, reason)).collect()
}

/// We lean on a source whose text nobody saw with care at most, and a copy is no text read at its publisher's.
pub fn sources_fit_how_they_were_read(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for source in &record.sources {
        let at = |field| Place { list: "sources", id: &source.id, field };
        let reading = Reading::parse(&source.read).unwrap_or(Reading::Text);
        if reading == Reading::Title && source.lean == "high" {
            let reason = "we lean with care at most on what is known by its title alone";
            problems.push(at("lean").problem(&source.lean, reason));
        }
        if reading == Reading::Text && source.kind == "copy" {
            problems.push(at("read").problem(&source.read, "of a copy it is copy or title, never read"));
        }
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
