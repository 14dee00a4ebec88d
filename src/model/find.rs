//! `Found`: what a query leaves of a record on a day, and what each further choice would leave.
//!
//! A line of the timeline is found if it has the words, lies in the years and has one of the values chosen in
//! every facet. A card is found if a found line concerns it, or if it answers the words and choices by itself.

use crate::model::asof::{self, AsOf, Entry};
use crate::model::by_ref::ByRef;
use crate::model::dataset::Dataset;
use crate::model::facet::{Chosen, Counts, Facet, Facts};
use crate::model::fold::{fold, has};
use crate::model::item::{Item, Ref, Type};
use crate::model::query::Query;

/// What a query leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The day on which the record is shown.
    pub day: AsOf,
    /// Every line of the timeline on that day, by date.
    pub entries: Vec<Entry>,
    /// Whether each of them is found.
    pub hits: Vec<bool>,
    /// How many are.
    pub number: usize,
    /// How many entries each choice would leave.
    pub counts: Counts,
    shown: Option<ByRef<bool>>,
}

impl Found {
    /// Asks the record.
    pub fn new(data: &Dataset, query: &Query) -> Found {
        let day = AsOf::new(data, query.as_of);
        let entries = asof::entries(data, day);
        let search = Search::new(data, query);
        let mut counts = Counts::new(data);
        let hits: Vec<bool> = entries.iter().map(|entry| search.entry(entry, &mut counts)).collect();
        let number = hits.iter().filter(|hit| **hit).count();
        let shown = query.filters().then(|| search.cards(&entries, &hits));
        Found { day, entries, hits, number, counts, shown }
    }

    /// The found lines.
    pub fn found(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().zip(&self.hits).filter(|(_, hit)| **hit).map(|(entry, _)| entry)
    }

    /// Whether the query leaves this card, milestone or conflict; the day is not asked.
    pub fn shows(&self, at: Ref) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.get(at) == Some(&true))
    }

    /// How many items of one type exist on the day and are shown, and how many exist.
    pub fn tally(&self, data: &Dataset, kind: Type) -> (usize, usize) {
        let existing = data.items(kind).iter().filter(|item| data.exists(item, self.day));
        existing.fold((0, 0), |(shown, all), item| (shown + usize::from(self.shows(item.at)), all + 1))
    }
}

/// A query made ready for one record.
struct Search<'a> {
    data: &'a Dataset,
    words: Vec<Word>,
    chosen: Chosen,
    query: &'a Query,
}

/// A word searched for, and the items that have it in a name: whatever concerns them has it too.
struct Word {
    folded: String,
    named: ByRef<bool>,
}

impl<'a> Search<'a> {
    fn new(data: &'a Dataset, query: &'a Query) -> Search<'a> {
        let needle = fold(&query.text);
        let words = needle.split_ascii_whitespace().map(|word| Word::new(data, word)).collect();
        Search { data, words, chosen: Chosen::new(data, &query.choices), query }
    }

    /// Whether the entry is found; counts it wherever one more choice would leave it.
    fn entry(&self, entry: &Entry, counts: &mut Counts) -> bool {
        let facts = Facts::new(self.data, entry);
        if !self.in_range(entry) || !self.has_words(entry) {
            return false;
        }
        let mut refused = Facet::ALL.iter().copied().filter(|facet| !self.chosen.admits(*facet, &facts));
        match (refused.next(), refused.next()) {
            (None, _) => {
                Facet::ALL.iter().for_each(|facet| counts.add(*facet, &facts));
                true
            }
            (Some(only), None) => {
                counts.add(only, &facts);
                false
            }
            _ => false,
        }
    }

    fn in_range(&self, entry: &Entry) -> bool {
        let from = self.query.from.is_none_or(|from| from.earliest() <= entry.when.latest());
        let to = self.query.to.is_none_or(|to| entry.when.earliest() <= to.latest());
        from && to
    }

    fn has_words(&self, entry: &Entry) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let folded = self.data.folded();
        let text = match entry.at.kind {
            Type::Milestone => &folded.milestones[entry.at.index as usize],
            _ => &folded.events[entry.at.index as usize],
        };
        self.words.iter().all(|word| word.stands_in(text, entry.about(self.data)))
    }

    /// Every card, milestone and conflict that the query leaves.
    fn cards(&self, entries: &[Entry], hits: &[bool]) -> ByRef<bool> {
        let mut shown = self.data.by_ref();
        for (entry, _) in entries.iter().zip(hits).filter(|(_, hit)| **hit) {
            let concerned = entry.about(self.data).iter().copied().chain(entry.milestone(self.data));
            concerned.chain([entry.at]).for_each(|at| shown.set(at, true));
        }
        for item in self.data.all_items().filter(|item| self.item(item)) {
            shown.set(item.at, true);
        }
        for (conflict, index) in self.data.conflicts.iter().zip(0..) {
            let at = Ref { kind: Type::Conflict, index };
            let text = || self.data.folded().conflicts.get(index as usize);
            let touched = conflict.about.iter().any(|about| shown.get(*about) == Some(&true));
            if touched || self.answers(at, &conflict.about, text) {
                shown.set(at, true);
            }
        }
        shown
    }

    fn item(&self, item: &Item) -> bool {
        self.answers(item.at, &item.about, || self.data.folded().claims.get(item.at))
    }

    /// Whether a card answers by itself. Years, kinds and statuses belong to dated things: a card has none.
    fn answers<'t>(&self, at: Ref, about: &[Ref], text: impl Fn() -> Option<&'t String>) -> bool {
        let dated = self.query.from.is_some() || self.query.to.is_some();
        let by_itself = |facet: &Facet| match facet {
            Facet::Participant | Facet::Mission | Facet::Phase | Facet::Milestone => {
                !self.chosen.active(*facet) || self.chosen.names(*facet, at, about)
            }
            Facet::Kind | Facet::Status | Facet::Confidence => !self.chosen.active(*facet),
        };
        !dated
            && Facet::ALL.iter().all(by_itself)
            && self.words.iter().all(|word| text().is_some_and(|text| word.stands_in(text, &[at])))
    }
}

impl Word {
    fn new(data: &Dataset, word: &str) -> Word {
        let names = &data.folded().names;
        let mut named = data.by_ref();
        for item in data.all_items() {
            named.set(item.at, names.get(item.at).is_some_and(|name| has(name, word)));
        }
        Word { folded: word.to_string(), named }
    }

    fn stands_in(&self, text: &str, about: &[Ref]) -> bool {
        has(text, &self.folded) || about.iter().any(|at| self.named.get(*at) == Some(&true))
    }
}
