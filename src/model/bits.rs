//! `Bits`: a set of places, a bit for each. Sets of one length are joined and counted 64 places at a time.

/// A set of places from 0 up to a length.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No place of as many.
    pub fn none(length: usize) -> Bits {
        Bits(vec![0; length.div_ceil(64)])
    }

    /// Every place below `length`.
    pub fn all(length: usize) -> Bits {
        Bits::of(length, &mut |_| true)
    }

    /// The places below `length` for which it holds.
    pub fn of(length: usize, holds: &mut dyn FnMut(usize) -> bool) -> Bits {
        let mut bits = Bits::none(length);
        (0..length).filter(|place| holds(*place)).for_each(|place| bits.set(place));
        bits
    }

    /// Puts a place in.
    pub fn set(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether a place is in.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Puts in what is in the other.
    pub fn join(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// Keeps what is in the other too.
    pub fn meet(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    /// How many places are in both.
    pub fn common(&self, other: &Bits) -> u32 {
        self.0.iter().zip(&other.0).map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// How many places are in.
    pub fn count(&self) -> usize {
        self.common(self) as usize
    }

    /// The places in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len() * 64).filter(|place| self.has(*place))
    }
}
