//! `ByRef`: a value for everything in a record, by type and place.

use crate::model::id::{Ref, Type};

/// A value for each thing; the default where none was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByRef<T> {
    lists: [Vec<T>; Type::ALL.len()],
}

impl<T: Clone + Default> ByRef<T> {
    /// Room for as many things of each type as given, in the order of [`Type`].
    pub fn new(lengths: [usize; Type::ALL.len()]) -> ByRef<T> {
        ByRef { lists: lengths.map(|length| vec![T::default(); length]) }
    }

    /// The value of a thing.
    pub fn get(&self, at: Ref) -> Option<&T> {
        self.lists[at.kind as usize].get(at.index as usize)
    }

    /// The value of a thing, to be changed.
    pub fn get_mut(&mut self, at: Ref) -> Option<&mut T> {
        self.lists[at.kind as usize].get_mut(at.index as usize)
    }

    /// Puts a value.
    pub fn set(&mut self, at: Ref, value: T) {
        if let Some(place) = self.get_mut(at) {
            *place = value;
        }
    }
}

impl<T> Default for ByRef<T> {
    fn default() -> ByRef<T> {
        ByRef { lists: Default::default() }
    }
}
