//! Nothing is copied from the two articles the record began with. They are not ours to publish, so only hashes of
//! their runs of eight words are kept, sorted, one a line, in `seeds.hashes`. `cargo site hashes FILE…` prints that
//! file again from the articles.
//!
//! A run is eight words next to each other, folded as for search ([`crate::model::fold`]), cut at whatever is not a
//! letter or digit and joined by spaces; its hash is the first 64 bits of its SHA-256.

use super::statements::texts;
use crate::model::dataset::Diagnostic;
use crate::model::fold::fold;
use crate::model::record::Record;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// As many words as make a copy.
const RUN: usize = 8;

/// No text of ours holds a run of an article.
pub fn nothing_is_copied(record: &Record) -> Vec<Diagnostic> {
    copied(record, &known(include_str!("seeds.hashes")))
}

/// The texts that hold one of these runs.
pub fn copied(record: &Record, known: &BTreeSet<u64>) -> Vec<Diagnostic> {
    let is_copied = |text: &str| hashes(text).iter().any(|hash| known.contains(hash));
    let held = texts(record).into_iter().filter(|(_, text)| is_copied(text));
    held.map(|(place, text)| place.problem(text, "eight words in a row stand in an article; say it anew"))
        .collect()
}

/// The hashes of every run of a text.
pub fn hashes(text: &str) -> BTreeSet<u64> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(RUN).map(|run| hash(&run.join(" "))).collect()
}

/// Hashes as they are kept: sorted, in hexadecimal, one a line.
pub fn written(hashes: &BTreeSet<u64>) -> String {
    hashes.iter().map(|hash| format!("{hash:016x}\n")).collect()
}

/// What [`written`] wrote.
pub fn known(lines: &str) -> BTreeSet<u64> {
    lines.lines().filter_map(|line| u64::from_str_radix(line, 16).ok()).collect()
}

fn hash(run: &str) -> u64 {
    Sha256::digest(run.as_bytes()).iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}
