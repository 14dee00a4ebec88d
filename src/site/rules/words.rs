//! How sentences are written: short, and a weak one names its weakness.

use super::statements::{graded, texts};
use crate::model::dataset::Diagnostic;
use crate::model::record::Record;

/// The most words a sentence may have.
const LONGEST: usize = 40;

/// The card of what was looked for: its name says of every line that it was not found.
pub const LOOKED_FOR: &str = "not-found";

/// What a weak claim rests on; a sentence that names it tells how weak it is.
const WITNESSES: [&str; 18] = [
    "report",
    "reports",
    "reported",
    "copy",
    "copies",
    "summary",
    "note",
    "digest",
    "blog",
    "post",
    "repost",
    "list",
    "source",
    "claim",
    "analyst",
    "retelling",
    "retold",
    "article",
];

/// The same, where nothing was found to confirm a claim.
const OPEN: [&str; 4] = ["confirmed", "unconfirmed", "found", "read"];

/// A claim of low confidence says so in its words, an unconfirmed one what was not found.
pub fn weak_claims_say_so(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for statement in graded(record) {
        let text = statement.texts.join(" ");
        let says = |words: &[&str]| {
            let folded = text.to_lowercase();
            folded.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
        };
        let told = match statement.confidence {
            "low" => says(&WITNESSES),
            "unconfirmed" => says(&WITNESSES) || says(&OPEN) || statement.at.id == LOOKED_FOR,
            _ => true,
        };
        if !told && !text.is_empty() {
            let reason = "a claim this weak says so in its sentence, as in “one report says”";
            problems.push(statement.at.problem(&text, reason));
        }
    }
    problems
}

/// No sentence of ours is longer than a reader's breath.
pub fn sentences_are_short(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (place, text) in texts(record) {
        if let Some(long) = sentences(text).into_iter().find(|sentence| length(sentence) > LONGEST) {
            let reason = format!("a sentence has at most {LONGEST} words, this one {}", length(long));
            problems.push(place.problem(long, &reason));
        }
    }
    problems
}

/// A text cut after each full stop, question or exclamation mark that ends a word.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut all = Vec::new();
    while let Some(end) = [". ", "? ", "! "].iter().filter_map(|mark| rest.find(mark)).min() {
        all.push(&rest[..=end]);
        rest = &rest[end + 1..];
    }
    all.push(rest);
    all
}

/// How many words it has.
pub fn length(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
