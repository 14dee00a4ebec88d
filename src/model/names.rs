//! `Names`: names looked up by what they say, and those that stand more than once.

use std::rc::Rc;

/// Names in their order, with the place of each; a name stands once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Names(Vec<(Rc<str>, u64)>);

impl Names {
    /// Gathers the names. Gives back those that stand more than once, with the place of the later one, by name.
    pub fn new(mut names: Vec<(Rc<str>, u64)>) -> (Names, Vec<(Rc<str>, u64)>) {
        names.sort_unstable();
        let (mut unique, mut twice) = (Vec::with_capacity(names.len()), Vec::new());
        for (name, place) in names {
            match unique.last() {
                Some((last, _)) if *last == name => twice.push((name, place)),
                _ => unique.push((name, place)),
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
        let place = self.0.binary_search_by(|(other, _)| (**other).cmp(name)).ok()?;
        Some(self.0[place].1)
    }
}
