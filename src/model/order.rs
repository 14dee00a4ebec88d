//! Sorting and looking up by one compiled routine each: the standard library's generic ones are compiled anew
//! for every type, which cost the Wasm 12 KB brotli.

use std::rc::Rc;

/// A sort key: compared part by part. What is equal keeps its order.
pub type Key = (i64, i64, i64);

/// The things in the order of their keys.
pub fn sorted<T>(things: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let places = places(things.iter().map(key).collect());
    let mut slots: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| slots[place as usize].take()).collect()
}

fn places(keys: Vec<Key>) -> Vec<u32> {
    let mut keyed: Vec<(Key, u32)> = keys.into_iter().zip(0..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// Names with the place of each; a name stands once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Names(Vec<(Rc<str>, u64)>);

impl Names {
    /// Sorts the names. Gives back those that stand more than once, with the place of the later one.
    pub fn new(names: impl Iterator<Item = (Rc<str>, u64)>) -> (Names, Vec<(Rc<str>, u64)>) {
        let mut all: Vec<(Rc<str>, u64)> = names.collect();
        all.sort_unstable();
        let mut twice = Vec::new();
        let mut unique: Vec<(Rc<str>, u64)> = Vec::with_capacity(all.len());
        for pair in all {
            match unique.last() {
                Some(last) if last.0 == pair.0 => twice.push(pair),
                _ => unique.push(pair),
            }
        }
        (Names(unique), twice)
    }

    /// The place of a name.
    pub fn get(&self, name: &str) -> Option<u64> {
        let place = self.0.partition_point(|(other, _)| &**other < name);
        self.0.get(place).filter(|(other, _)| &**other == name).map(|(_, place)| *place)
    }
}
