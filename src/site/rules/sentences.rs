//! Whole sentences, as a newspaper prints them: they end, they have a subject, and they do not speak in initials.

use super::statements::{Card, Place, cards, prose};
use super::words::{length, sentences};
use crate::model::dataset::Diagnostic;
use crate::model::record::Record;

/// The fewest words a sentence may have.
const SHORTEST: usize = 3;

/// Initials that every reader of a newspaper knows, and those that are the name itself.
const KNOWN: [&str; 14] =
    ["NASA", "ESA", "UN", "US", "USA", "UTC", "NATO", "EFE", "RIA", "NPO", "II", "III", "IV", "VI"];

/// Words that say nothing of what follows them.
const EMPTY: [&str; 28] = [
    "a", "an", "the", "of", "by", "with", "for", "and", "or", "in", "on", "at", "to", "from", "as", "that",
    "than", "between", "is", "are", "was", "were", "has", "have", "says", "said", "through", "under",
];

/// Prose ends with a full stop, a question with a question mark.
pub fn prose_ends(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (place, text) in prose(record) {
        let bare = text.trim_end_matches(['”', '’', ')']);
        let ends = match place.field {
            "question" => bare.ends_with('?'),
            _ => bare.ends_with(['.', '?', '!']),
        };
        if !ends {
            problems.push(
                place.problem(text, "a text is whole sentences and ends with a stop, a question with “?”"),
            );
        }
    }
    problems
}

/// Fewer words than [`SHORTEST`] are a note, not a sentence.
pub fn sentences_are_whole(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (place, text) in prose(record) {
        if let Some(short) = sentences(text).into_iter().find(|sentence| length(sentence) < SHORTEST) {
            let reason = format!("a sentence has at least {SHORTEST} words");
            problems.push(place.problem(short.trim(), &reason));
        }
    }
    problems
}

/// Initials are spelled out in the card, or follow a word that says what they stand for, as in “the agency CMSA”.
pub fn initials_are_explained(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let long = |initials: &str| {
        let called =
            record.participants.iter().find(|item| item.aliases.iter().any(|alias| alias == initials));
        called.map(|item| &*item.name)
    };
    for card in cards(record) {
        let mut met: Vec<&str> = Vec::new();
        for (field, text) in &card.texts {
            for (initials, before) in initials(text) {
                let new = !met.contains(&initials);
                met.push(initials);
                let spelled = || long(initials).is_some_and(|name| spells(&card, name));
                if new
                    && !KNOWN.contains(&initials)
                    && !named(&card, initials)
                    && !says_what(before)
                    && !spelled()
                {
                    let at = Place { list: card.list, id: card.id, field };
                    let reason =
                        "initials are spelled out in their card, or follow what they are: “the agency CMSA”";
                    problems.push(at.problem(initials, reason));
                }
            }
        }
    }
    problems
}

/// Words of capitals alone, each with the word before it.
fn initials(text: &str) -> Vec<(&str, &str)> {
    let bare = |word: &'_ str| -> Option<(usize, usize)> {
        let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
        let start = word.find(inside)?;
        let inside = inside.strip_suffix("’s").unwrap_or(inside);
        Some((start, start + inside.len()))
    };
    let mut found = Vec::new();
    let mut before = "";
    for word in text.split_whitespace() {
        let word = bare(word).map_or("", |(start, end)| &word[start..end]);
        if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) {
            found.push((word, before));
        }
        before = word;
    }
    found
}

/// Whether a word before initials says what they are: a noun in small letters.
fn says_what(before: &str) -> bool {
    before.chars().next().is_some_and(char::is_lowercase) && !EMPTY.contains(&before)
}

fn named(card: &Card, initials: &str) -> bool {
    card.names.iter().any(|name| name.split(|c: char| !c.is_alphanumeric()).any(|word| word == initials))
}

fn spells(card: &Card, name: &str) -> bool {
    card.names.contains(&name) || card.texts.iter().any(|(_, text)| text.contains(name))
}
