//! Names looked up by what they say, and the ways of sorting and joining that view and query still ask for here.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

/// A sort key: compared part by part. What is equal keeps its order.
pub type Key = (i64, i64, i64);

/// The things in the order of their keys. Only until the view calls `sort_by_key` itself.
pub fn sorted<T>(mut things: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    things.sort_by_key(key);
    things
}

/// Places from 0 in the order that is asked for; what is equal keeps its order. Only until the view calls `sort_by`
/// itself.
pub fn places(number: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..number as u32).collect();
    places.sort_by(|a, b| order(*a as usize, *b as usize));
    places
}

/// Words one after the other, with this between them. Only until view and query call `join` themselves.
pub fn joined(words: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    words.collect::<Vec<_>>().join(between)
}

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
