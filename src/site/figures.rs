//! The record in figures: how much it holds, and how weakly some of it is borne out.

use crate::model::record::{Record, Source};
use crate::model::source::{Lean, Reading, SourceKind};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Statements of one kind, counted by what bears them out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Borne {
    /// How many there are.
    pub all: usize,
    /// How many rest on one source.
    pub single: usize,
    /// How many rest on notes and copies alone.
    pub weak: usize,
    /// How many of these rest on notes alone.
    pub notes: usize,
    /// How many of the weak rest on one source.
    pub weak_single: usize,
}

/// What a record holds, in a line.
pub fn summary(record: &Record) -> String {
    let claims: usize = record.items().map(|item| item.claims.len()).sum();
    format!(
        "{} participants, {} people, {} missions, {} facilities, {} phases with {claims} claims; {} events, \
         {} promises for {} milestones, {} conflicts, {} counts, {} sites, {} features, {} sources: no problems",
        record.participants.len(),
        record.people.len(),
        record.missions.len(),
        record.facilities.len(),
        record.phases.len(),
        record.events.len(),
        record.promises.len(),
        record.milestones.len(),
        record.conflicts.len(),
        record.counts.len(),
        record.sites.len(),
        record.features.len(),
        record.sources.len(),
    )
}

/// The statements of a record by their kind, each counted by its sources.
pub fn borne(record: &Record) -> [(&'static str, Borne); 5] {
    let claims = record.items().flat_map(|item| &item.claims).map(|claim| &*claim.sources);
    let positions = record.conflicts.iter().flat_map(|conflict| &conflict.positions);
    [
        ("claims", count(record, claims)),
        ("events", count(record, record.events.iter().map(|event| &*event.sources))),
        ("promises", count(record, record.promises.iter().map(|promise| &*promise.sources))),
        ("positions", count(record, positions.map(|position| &*position.sources))),
        ("counts", count(record, record.counts.iter().map(|count| &*count.sources))),
    ]
}

fn count<'a>(record: &Record, statements: impl Iterator<Item = &'a [String]>) -> Borne {
    let kinds: BTreeMap<&str, &str> =
        record.sources.iter().map(|source| (&*source.id, &*source.kind)).collect();
    let mut borne = Borne::default();
    for sources in statements {
        let only =
            |weak: &[&str]| sources.iter().all(|id| kinds.get(&**id).is_some_and(|kind| weak.contains(kind)));
        let (single, weak) = (sources.len() == 1, only(&["note", "copy"]));
        borne.all += 1;
        borne.single += usize::from(single);
        borne.weak += usize::from(weak);
        borne.notes += usize::from(only(&["note"]));
        borne.weak_single += usize::from(weak && single);
    }
    borne
}

/// Every figure, as a table and lines below it.
pub fn table(record: &Record) -> String {
    let row = |name: &str, cells: [&dyn Display; 5]| {
        let cells = cells.map(|cell| format!("{cell:>17}"));
        format!("{name:<9}{}", cells.concat()).trim_end().to_string()
    };
    let head = ["all", "on one source", "notes and copies", "notes alone", "one weak source"];
    let mut lines = vec![row("", head.each_ref().map(|word| word as &dyn Display))];
    let borne = borne(record);
    for (name, it) in &borne {
        lines.push(row(name, [&it.all, &it.single, &it.weak, &it.notes, &it.weak_single]));
    }
    let weak: usize = borne.iter().map(|(_, it)| it.weak).sum();
    lines.push(row("together", [&"", &"", &weak, &"", &""]));
    lines.extend(sources(record));
    lines.join("\n")
}

fn sources(record: &Record) -> [String; 5] {
    let unlinked = record.sources.iter().filter(|source| source.url.is_none()).count();
    let official = || record.sources.iter().filter(|source| source.kind == SourceKind::Official.word());
    [
        format!("sources: {}, of which {unlinked} have no address", record.sources.len()),
        by("kind", SourceKind::ALL, record.sources.iter(), |source| &source.kind),
        by("lean", Lean::ALL, record.sources.iter(), |source| &source.lean),
        by("how read", Reading::ALL, record.sources.iter(), |source| &source.read),
        by("official, how read", Reading::ALL, official(), |source| &source.read),
    ]
}

/// How many sources have each of some words in a field.
fn by<'a>(
    name: &str,
    words: &[impl Display],
    sources: impl Iterator<Item = &'a Source>,
    field: fn(&Source) -> &String,
) -> String {
    let has: Vec<&String> = sources.map(field).collect();
    let number = |word: &String| has.iter().filter(|other| **other == word).count();
    let parts = words.iter().map(ToString::to_string).map(|word| format!("{word} {}", number(&word)));
    format!("{name}: {}", parts.collect::<Vec<_>>().join(", "))
}
