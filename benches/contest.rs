//! The explainer and its peers side by side: medians of what was measured, and their ratios.

use crate::table::{figure, lines, median};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Names and units of the figures, in the order of the columns.
pub const FIGURES: [&str; 14] = [
    "KB over the network",
    "requests",
    "first contentful paint, ms",
    "largest contentful paint, ms",
    "controls answer, ms",
    "blocking, ms",
    "blocking from the start, ms",
    "filter to frame, ms",
    "nodes",
    "heap, MB",
    "bytes and round trips, ms",
    "controls answer ÷ that",
    "events with scripts off",
    "events in print",
];

/// How many of them can be compared: what a network needs is ours, and of events there cannot be too many or too few.
const COMPARED: usize = 10;

/// One program on one size of record under one condition.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Who it is.
    pub name: String,
    /// It is ours: the others are compared to it.
    pub ours: bool,
    /// How many events there were.
    pub events: usize,
    /// Under which condition.
    pub condition: &'static str,
    /// What each load gave.
    pub loads: Vec<BTreeMap<&'static str, f64>>,
    /// Why there is not all of it, if there is not.
    pub fault: Option<String>,
}

impl Entry {
    /// The median of a figure over the loads that have it.
    pub fn median(&self, name: &str) -> Option<f64> {
        median(self.loads.iter().filter_map(|load| load.get(name).copied()).collect())
    }
}

/// Everything that was measured.
#[derive(Debug, Default)]
pub struct Contest {
    /// What was measured.
    pub title: &'static str,
    /// How it was measured.
    pub notes: Vec<String>,
    /// In the order in which it ran.
    pub entries: Vec<Entry>,
}

impl Contest {
    /// As Markdown: under each condition first the ratios, then the medians.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for condition in self.conditions() {
            let entries: Vec<&Entry> =
                self.entries.iter().filter(|entry| entry.condition == condition).collect();
            out.push_str(&format!("## {condition}\n\n"));
            let ratios = ratios(&entries);
            if !ratios.is_empty() {
                out.push_str("Ours divided by theirs: below 1 ours is less.\n\n");
                out.push_str(&table(&["events", "ours", "theirs"], &FIGURES[..COMPARED], &ratios));
                out.push('\n');
            }
            out.push_str("Medians:\n\n");
            out.push_str(&table(&["events", "who", "loads"], &FIGURES, &medians(&entries)));
            for (entry, fault) in entries.iter().filter_map(|entry| Some((entry, entry.fault.as_ref()?))) {
                out.push_str(&format!("\n{} with {} events: {fault}\n", entry.name, entry.events));
            }
            out.push('\n');
        }
        self.notes.iter().for_each(|note| out.push_str(&format!("- {note}\n")));
        out
    }

    /// As JSON, with every load.
    pub fn json(&self) -> Value {
        let entry = |entry: &Entry| {
            let medians: BTreeMap<&str, f64> =
                FIGURES.iter().filter_map(|name| Some((*name, entry.median(name)?))).collect();
            json!({
                "name": entry.name, "ours": entry.ours, "events": entry.events, "condition": entry.condition,
                "medians": medians, "loads": entry.loads, "fault": entry.fault,
            })
        };
        json!({ "title": self.title, "notes": self.notes,
                "rows": self.entries.iter().map(entry).collect::<Vec<_>>() })
    }

    fn conditions(&self) -> Vec<&'static str> {
        let mut all: Vec<&str> = Vec::new();
        for entry in &self.entries {
            if !all.contains(&entry.condition) {
                all.push(entry.condition);
            }
        }
        all
    }
}

/// A line for each of ours with each of theirs on the same events.
fn ratios(entries: &[&Entry]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for theirs in entries.iter().filter(|entry| !entry.ours) {
        for ours in entries.iter().filter(|entry| entry.ours && entry.events == theirs.events) {
            let mut row = vec![ours.events.to_string(), ours.name.clone(), theirs.name.clone()];
            row.extend(FIGURES[..COMPARED].iter().map(|name| ratio(ours, theirs, name)));
            rows.push(row);
        }
    }
    rows
}

fn ratio(ours: &Entry, theirs: &Entry, name: &str) -> String {
    match (ours.median(name), theirs.median(name)) {
        (Some(ours), Some(theirs)) if theirs > 0.0 => format!("{:.2}", ours / theirs),
        (Some(_), None) if theirs.loads.is_empty() => "they: not finished".to_string(),
        (None, Some(_)) if ours.loads.is_empty() => "ours: not finished".to_string(),
        _ => "–".to_string(),
    }
}

fn medians(entries: &[&Entry]) -> Vec<Vec<String>> {
    let row = |entry: &&Entry| {
        let mut row = vec![entry.events.to_string(), entry.name.clone(), entry.loads.len().to_string()];
        row.extend(FIGURES.iter().map(|name| match entry.median(name) {
            Some(median) => figure(median),
            None if entry.loads.is_empty() => "not finished".to_string(),
            None => "–".to_string(),
        }));
        row
    };
    entries.iter().map(row).collect()
}

fn table(first: &[&str], figures: &[&str], rows: &[Vec<String>]) -> String {
    let heads: Vec<&str> = first.iter().chain(figures).copied().collect();
    lines(&heads, rows)
}
