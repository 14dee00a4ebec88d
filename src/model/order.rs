//! Sorting and looking up by one compiled routine each: the standard library's generic ones are compiled anew
//! for every type, which cost the Wasm 12 KB brotli.

use std::cmp::Ordering;
use std::rc::Rc;

/// A sort key: compared part by part. What is equal keeps its order.
pub type Key = (i64, i64, i64);

/// The things in the order of their keys.
pub fn sorted<T>(things: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let keys: Vec<Key> = things.iter().map(key).collect();
    let places = places(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    let mut slots: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| slots[place as usize].take()).collect()
}

/// Places from 0 in the order that is asked for; what is equal keeps its order. A merge sort from the bottom up:
/// the library's sort has many ways for many cases and costs the Wasm 2 KB brotli.
pub fn places(number: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..number as u32).collect();
    let mut run = 1;
    while run < number {
        let mut merged = Vec::with_capacity(number);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, rest_a @ ..], [b, rest_b @ ..]) = (left, right) {
                if order(*a as usize, *b as usize).is_le() {
                    merged.push(*a);
                    left = rest_a;
                } else {
                    merged.push(*b);
                    right = rest_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// Words one after the other, with this between them.
pub fn joined(words: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut all = String::new();
    for (place, word) in words.enumerate() {
        all.push_str(if place == 0 { "" } else { between });
        all.push_str(word);
    }
    all
}

/// Names with the place of each; a name stands once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Names(Vec<(Rc<str>, u64)>);

impl Names {
    /// Sorts the names. Gives back those that stand more than once, with the place of the later one.
    pub fn new(names: Vec<(Rc<str>, u64)>) -> (Names, Vec<(Rc<str>, u64)>) {
        let mut twice = Vec::new();
        let mut unique: Vec<(Rc<str>, u64)> = Vec::with_capacity(names.len());
        for place in places(names.len(), &|a, b| names[a].0.cmp(&names[b].0)) {
            let pair = names[place as usize].clone();
            match unique.last() {
                Some(last) if last.0 == pair.0 => twice.push(pair),
                _ => unique.push(pair),
            }
        }
        (Names(unique), twice)
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of a name.
    pub fn get(&self, name: &str) -> Option<u64> {
        let place = self.0.partition_point(|(other, _)| &**other < name);
        self.0.get(place).filter(|(other, _)| &**other == name).map(|(_, place)| *place)
    }
}
