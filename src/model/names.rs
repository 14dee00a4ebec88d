//! `Names`: names looked up by what they say, and those that stand more than once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

/// Names with the place of each; a name stands once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Names(BTreeMap<Rc<str>, u64>);

impl Names {
    /// Gathers the names. Gives back those that stand more than once, with the place of the later one, by name.
    pub fn new(names: Vec<(Rc<str>, u64)>) -> (Names, Vec<(Rc<str>, u64)>) {
        let mut twice = Vec::new();
        let mut unique = BTreeMap::new();
        for (name, place) in names {
            match unique.entry(name) {
                Entry::Vacant(entry) => _ = entry.insert(place),
                Entry::Occupied(entry) => twice.push((entry.key().clone(), place)),
            }
        }
        twice.sort_by(|(a, _), (b, _)| a.cmp(b));
        (Names(unique), twice)
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of a name.
    pub fn get(&self, name: &str) -> Option<u64> {
        self.0.get(name).copied()
    }
}
