//! Chance that can be had again: a small generator of numbers.

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014): a counter stepped
/// by the golden ratio and stirred. Good enough to make things up, and a few lines instead of a crate.
pub struct Chance(u64);

impl Chance {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut stirred = self.0;
        stirred = (stirred ^ (stirred >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        stirred = (stirred ^ (stirred >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        stirred ^ (stirred >> 31)
    }

    /// A number from 0 to below `end`. Its tiny bias towards small numbers does not matter here.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number from the first to the last; the first if they stand the wrong way round.
    pub fn between(&mut self, first: i32, last: i32) -> i32 {
        first + self.below((last - first).max(0) as usize + 1) as i32
    }

    /// So often in a hundred times.
    pub fn in_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of these, each as likely.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// One of these, the first more often than the last.
    pub fn often<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let place = self.below(all.len()).min(self.below(all.len()));
        &all[place]
    }
}
