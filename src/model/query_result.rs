//! `QueryResult`: what a query leaves of a record on a day, and what each further choice would leave.
//!
//! A line of the timeline is found if it has the words, lies in the years and has one of the values chosen in
//! every facet. A card is found if a found line concerns it, or if it answers the words and choices by itself.

use crate::model::asof::AsOf;
use crate::model::bits::Bits;
use crate::model::by_ref::ByRef;
use crate::model::dataset::Dataset;
use crate::model::entry::{Entry, Status};
use crate::model::facet::{Counts, Facet};
use crate::model::fold::fold;
use crate::model::id::{Ref, Type};
use crate::model::index::Index;
use crate::model::item::Item;
use crate::model::query::{Mode, Query};
use crate::model::timeline::whole;
use crate::model::when::civil;
use std::rc::Rc;

/// What a query leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryResult {
    /// The lines of the timeline on the day.
    pub index: Rc<Index>,
    /// Which of them are found, by their places.
    pub hits: Bits,
    /// How many are.
    pub number: usize,
    /// How many entries each choice would leave.
    pub counts: Counts,
    shown: Option<ByRef<bool>>,
}

impl QueryResult {
    /// Asks the record, of which nothing is known yet.
    pub fn new(data: &Dataset, query: &Query) -> QueryResult {
        QueryResult::within(data, &Rc::new(Index::new(data, query.as_of)), query)
    }

    /// Asks the record with its index for the day the query asks for.
    pub fn within(data: &Dataset, index: &Rc<Index>, query: &Query) -> QueryResult {
        let search = Search::new(data, index, query);
        let asked = search.asked();
        let hits = search.rest(&asked, None);
        let mut counts = Counts::default();
        for facet in Facet::ALL.iter().copied() {
            let rest = search.rest(&asked, Some(facet));
            counts.0[facet as usize] =
                index.sets[facet as usize].iter().map(|set| rest.common(set)).collect();
        }
        let shown = query.filters().then(|| search.cards(&hits));
        QueryResult { index: index.clone(), number: hits.count(), hits, counts, shown }
    }

    /// What another query finds in the same record.
    pub fn next(&self, data: &Dataset, query: &Query) -> QueryResult {
        if data.day(query.as_of) == self.day() {
            return QueryResult::within(data, &self.index, query);
        }
        QueryResult::new(data, query)
    }

    /// The day on which the record is shown.
    pub fn day(&self) -> AsOf {
        self.index.day
    }

    /// Every line of the timeline on that day, by date.
    pub fn entries(&self) -> &[Entry] {
        &self.index.entries
    }

    /// The found lines.
    pub fn found(&self) -> impl Iterator<Item = &Entry> {
        self.hits.iter().map(|place| &self.index.entries[place])
    }

    /// The first year and the last in which there is anything on the day.
    pub fn years(&self) -> (i32, i32) {
        let (from, to) = whole(&self.index, &Bits::all(self.entries().len()));
        (civil(from).0, civil(to).0)
    }

    /// The lines on the page, by their places and with whether they are found: those found, or all of them where
    /// the reader has the others dimmed. First what is promised, by its date, and at the end of it what was withdrawn;
    /// then what has happened, the newest first.
    pub fn lines(&self, mode: Mode) -> Vec<(usize, bool)> {
        let entries = self.entries();
        let all = (0..entries.len()).map(|place| (place, self.hits.has(place)));
        let shown = all.filter(|(_, hit)| *hit || mode == Mode::Dim);
        let (mut lines, past): (Vec<_>, Vec<_>) = shown.partition(|(place, _)| !entries[*place].happened());
        lines.sort_unstable_by_key(|(place, _)| (entries[*place].statuses.has(Status::Cancelled), *place));
        lines.extend(past.into_iter().rev());
        lines
    }

    /// Whether the query leaves this card, milestone or conflict; the day is not asked.
    pub fn shows(&self, at: Ref) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.get(at) == Some(&true))
    }

    /// How many cards of one type there are on the day and are shown, and how many there are.
    pub fn tally(&self, data: &Dataset, kind: Type) -> (usize, usize) {
        let cards = data.places(kind).filter(|at| data.has_card(*at, self.day()));
        cards.fold((0, 0), |(shown, all), at| (shown + usize::from(self.shows(at)), all + 1))
    }
}

/// A query made ready for one record.
struct Search<'a> {
    data: &'a Dataset,
    index: &'a Index,
    words: Vec<Word>,
    /// The lines that each facet's choice leaves; `None` where nothing is chosen.
    chosen: [Option<Bits>; Facet::ALL.len()],
    query: &'a Query,
}

/// A word searched for, and the items that have it in a name: whatever concerns them has it too.
struct Word {
    folded: String,
    named: ByRef<bool>,
}

/// The words of a query, folded.
pub fn words(query: &Query) -> Vec<String> {
    fold(&query.text).split_ascii_whitespace().map(str::to_string).collect()
}

impl<'a> Search<'a> {
    fn new(data: &'a Dataset, index: &'a Index, query: &'a Query) -> Search<'a> {
        let words = words(query).into_iter().map(|word| Word::new(data, word)).collect();
        let mut chosen = [const { None }; Facet::ALL.len()];
        for facet in Facet::ALL.iter().copied() {
            chosen[facet as usize] = index.chosen(data, facet, query.chosen(facet));
        }
        Search { data, index, words, chosen, query }
    }

    /// The lines that have the words and lie in the years.
    fn asked(&self) -> Bits {
        let from = self.query.from.map_or(i32::MIN, |from| from.earliest());
        let to = self.query.to.map_or(i32::MAX, |to| to.latest());
        Bits::of(self.index.entries.len(), &mut |place| {
            let (earliest, latest) = self.index.spans[place];
            from <= latest && earliest <= to && self.has_words(&self.index.entries[place])
        })
    }

    /// What is left of these by the choices in all facets, or in all but one.
    fn rest(&self, asked: &Bits, but: Option<Facet>) -> Bits {
        let mut rest = asked.clone();
        for facet in Facet::ALL.iter().copied().filter(|facet| Some(*facet) != but) {
            if let Some(chosen) = &self.chosen[facet as usize] {
                rest.meet(chosen);
            }
        }
        rest
    }

    fn has_words(&self, entry: &Entry) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let folded = self.data.folded();
        let text = match entry.at.kind {
            Type::Milestone => {
                let known = self.data.milestone(entry.at).known(self.index.day).len();
                folded.milestones[entry.at.index as usize].known(known)
            }
            _ => &*folded.events[entry.at.index as usize],
        };
        self.words.iter().all(|word| word.stands_in(text, entry.about(self.data)))
    }

    /// Every card, milestone and conflict that the query leaves.
    fn cards(&self, hits: &Bits) -> ByRef<bool> {
        let mut shown = self.data.by_ref();
        for entry in hits.iter().map(|place| &self.index.entries[place]) {
            let concerned = entry.about(self.data).iter().copied().chain(entry.milestone(self.data));
            concerned.chain([entry.at]).for_each(|at| shown.set(at, true));
        }
        for item in self.data.all_items().filter(|item| self.item(item)) {
            shown.set(item.at, true);
        }
        for at in self.data.places(Type::Conflict) {
            let conflict = self.data.conflict(at);
            let touched = conflict.about.iter().any(|about| shown.get(*about) == Some(&true));
            let known = |place: usize| {
                conflict.positions.get(place).is_none_or(|position| self.index.day.includes(&position.since))
            };
            let told = |word: &Word| said(&self.data.folded().conflicts[at.index as usize], word, &known);
            if touched || self.answers(at, &conflict.about, &told) {
                shown.set(at, true);
            }
        }
        shown
    }

    fn item(&self, item: &Item) -> bool {
        let known = |place: usize| self.data.knows(item, &item.claims[place], self.index.day);
        let told =
            |word: &Word| self.data.folded().claims.get(item.at).is_some_and(|all| said(all, word, &known));
        self.answers(item.at, &item.about, &told)
    }

    /// Whether a card answers by itself. Years, kinds and statuses belong to dated things: a card has none.
    fn answers(&self, at: Ref, about: &[Ref], told: &dyn Fn(&Word) -> bool) -> bool {
        let dated = self.query.from.is_some() || self.query.to.is_some();
        let by_itself = |facet: &Facet| {
            let named = |at: &Ref| Some(at.kind) == facet.ids() && self.names(*facet, *at);
            self.chosen[*facet as usize].is_none() || named(&at) || about.iter().any(named)
        };
        !dated
            && Facet::ALL.iter().all(by_itself)
            && self.words.iter().all(|word| word.stands_in("", &[at]) || told(word))
    }

    /// Whether a thing is itself a choice of this facet.
    fn names(&self, facet: Facet, at: Ref) -> bool {
        self.query.chosen(facet).contains(self.data.id(at))
    }
}

/// Whether a word stands in one of these texts that is known.
fn said(texts: &[String], word: &Word, known: &dyn Fn(usize) -> bool) -> bool {
    texts.iter().zip(0..).any(|(text, place)| known(place) && text.contains(&word.folded))
}

impl Word {
    fn new(data: &Dataset, folded: String) -> Word {
        let names = &data.folded().names;
        let mut named = data.by_ref();
        for item in data.all_items() {
            named.set(item.at, names.get(item.at).is_some_and(|name| name.contains(&folded)));
        }
        Word { folded, named }
    }

    fn stands_in(&self, text: &str, about: &[Ref]) -> bool {
        text.contains(&self.folded) || about.iter().any(|at| self.named.get(*at) == Some(&true))
    }
}
