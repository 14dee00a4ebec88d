//! What a run is asked to measure: by words and numbers, or everything.

use crate::forms::Peer;
use crate::phone::Condition;
use ilrs_explainer::site::bench::PARTS;
use std::path::Path;

/// The words of the command line.
pub struct Asked {
    words: Vec<String>,
}

impl Asked {
    /// Of this program; cargo's own words mean nothing here.
    pub fn new(words: impl Iterator<Item = String>) -> Asked {
        Asked { words: words.collect() }
    }

    /// Whether a part is asked for: by its name, or because no part is named. Peers are a part by themselves.
    pub fn part(&self, name: &str) -> bool {
        let named =
            |name: &str| self.has(name) || (name == "peers" && self.named(&Peer::ALL, Peer::word).is_some());
        named(name) || !PARTS.into_iter().any(named)
    }

    /// The sizes, or these.
    pub fn sizes(&self, usual: &[usize]) -> Vec<usize> {
        let asked: Vec<usize> = self.words.iter().filter_map(|word| word.parse().ok()).collect();
        if asked.is_empty() { usual.to_vec() } else { asked }
    }

    /// The peers, or all.
    pub fn peers(&self) -> Vec<Peer> {
        self.named(&Peer::ALL, Peer::word).unwrap_or(Peer::ALL.to_vec())
    }

    /// The conditions, or all.
    pub fn conditions(&self) -> Vec<Condition> {
        self.named(&Condition::ALL, Condition::word).unwrap_or(Condition::ALL.to_vec())
    }

    /// Folders with other builds.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.words.iter().map(Path::new).filter(|path| path.join("index.html").is_file())
    }

    fn named<T: Copy>(&self, all: &[T], word: fn(T) -> &'static str) -> Option<Vec<T>> {
        let named: Vec<T> = all.iter().copied().filter(|one| self.has(word(*one))).collect();
        (!named.is_empty()).then_some(named)
    }

    fn has(&self, name: &str) -> bool {
        self.words.iter().any(|word| word == name)
    }
}
