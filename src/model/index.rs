//! `Index`: the lines of the timeline on a day, with what every facet asks of them, built once. A choice is then
//! a few operations on bit sets, whatever the number of lines.

use crate::model::asof::AsOf;
use crate::model::bits::Bits;
use crate::model::dataset::Dataset;
use crate::model::entry::{self, Entry};
use crate::model::facet::Facet;
use crate::model::query::Choice;
use crate::model::when::Day;

/// The lines of a day, ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// The day on which the record is shown.
    pub day: AsOf,
    /// Every line on that day, by date.
    pub entries: Vec<Entry>,
    /// The first and last day each of them can mean.
    pub(super) spans: Vec<(Day, Day)>,
    /// For each facet and each of its values the lines that have it.
    pub(super) sets: [Vec<Bits>; Facet::ALL.len()],
}

impl Index {
    /// The lines of the record on the day asked for.
    pub fn new(data: &Dataset, asked: Option<Day>) -> Index {
        let day = data.day(asked);
        let entries = entry::entries(data, day);
        let spans = entries.iter().map(|entry| (entry.when.earliest(), entry.when.latest())).collect();
        let mut sets: [Vec<Bits>; Facet::ALL.len()] = Default::default();
        for facet in Facet::ALL.iter().copied() {
            sets[facet as usize] = vec![Bits::none(entries.len()); facet.size(data)];
        }
        let mut index = Index { day, entries: Vec::new(), spans, sets };
        for (entry, place) in entries.iter().zip(0..) {
            index.note(data, entry, place);
        }
        Index { entries, ..index }
    }

    fn note(&mut self, data: &Dataset, entry: &Entry, place: usize) {
        let mut put = |facet: Facet, value: usize| {
            if let Some(set) = self.sets[facet as usize].get_mut(value) {
                set.set(place);
            }
        };
        put(Facet::Kind, entry.kind(data) as usize);
        put(Facet::Confidence, entry.confidence(data) as usize);
        entry.statuses.iter().for_each(|status| put(Facet::Status, status as usize));
        for at in entry.about(data).iter().copied().chain(entry.milestone(data)) {
            if let Some(facet) = Facet::of(at.kind) {
                put(facet, at.index as usize);
            }
        }
    }

    /// How many lines have a value of a facet, by its place among the values.
    pub fn number(&self, facet: Facet, value: usize) -> usize {
        self.sets[facet as usize].get(value).map_or(0, Bits::count)
    }

    /// The lines that have one of the values chosen in a facet; `None` if none is chosen.
    pub(super) fn chosen(&self, data: &Dataset, facet: Facet, choice: &Choice) -> Option<Bits> {
        let mut values = choice.iter().filter_map(|value| facet.place(data, value)).peekable();
        values.peek()?;
        let mut all = Bits::none(self.entries.len());
        values.for_each(|value| all.join(&self.sets[facet as usize][value]));
        Some(all)
    }
}
