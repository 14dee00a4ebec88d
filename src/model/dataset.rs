//! `Dataset`: a record that has been checked. Nobody checks it again, and nothing in it lacks a source.

use crate::model::asof::AsOf;
use crate::model::by_ref::ByRef;
use crate::model::claim::{Claim, Confidence, Content, Field};
use crate::model::comparison::{Answer, Question};
use crate::model::conflict::Conflict;
use crate::model::event::Event;
use crate::model::id::{Ref, Type};
use crate::model::item::Item;
use crate::model::milestone::Milestone;
use crate::model::names::Names;
use crate::model::search_text::{self, MilestoneText, SearchText};
use crate::model::source::{Source, SourceNo};
use crate::model::when::{Day, When};
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// The card of the station, by which the page knows its own record.
pub const STATION: &str = "ilrs";

/// A valid record. [`Dataset::encode`] writes its lists for the app; what follows from them is made anew by whoever
/// reads them.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dataset {
    /// The cut-off: nothing after it is known here.
    pub as_of: Day,
    /// What the record calls itself; this crate's own goes by what the page says.
    pub title: Option<Rc<str>>,
    /// What the record is about, in a sentence or two.
    pub description: Option<Rc<str>>,
    /// The language of its words, a tag of BCP 47; none if it is that of the page.
    pub language: Option<Rc<str>>,
    /// States, bodies, institutes, companies; by shelf, standing and date of joining.
    pub participants: Vec<Item>,
    /// People named in the record.
    pub people: Vec<Item>,
    /// Flights, flown and promised.
    pub missions: Vec<Item>,
    /// Parts of the plan.
    pub facilities: Vec<Item>,
    /// Phases of the plans.
    pub phases: Vec<Item>,
    /// What is promised.
    pub milestones: Vec<Milestone>,
    /// What has happened, by date.
    pub events: Vec<Event>,
    /// What sources disagree on.
    pub conflicts: Vec<Conflict>,
    /// Who counts whom, by date.
    pub counts: Vec<Count>,
    /// Where it all comes from.
    pub sources: Vec<Source>,
    /// The names of programmes that are asked the same questions.
    pub programmes: Vec<Rc<str>>,
    /// What they are asked.
    pub comparison: Vec<Question>,
    /// The address of each source, empty if it has none; no list at all where the site has a page of sources, to
    /// which links then lead.
    pub addresses: Vec<Rc<str>>,
    /// The texts that stand in English on pages of another language, since nobody has translated them; in order.
    pub english: Vec<Rc<str>>,
    /// It is about the station, in whose words the page speaks.
    #[serde(skip)]
    pub(super) ours: bool,
    #[serde(skip)]
    pub(super) ids: Names,
    #[serde(skip)]
    pub(super) linked: ByRef<Vec<Ref>>,
    #[serde(skip)]
    pub(super) steps: Vec<Day>,
    #[serde(skip)]
    pub(super) folded: OnceCell<SearchText>,
}

/// Who counts whom, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Who counts.
    pub who: Rc<str>,
    /// When.
    pub when: When,
    /// How many.
    pub number: u32,
    /// Of what.
    pub of: Rc<str>,
    /// What to know about the count; may be empty.
    pub text: Rc<str>,
    /// Those named.
    pub named: Vec<Ref>,
    /// Where it comes from, at least one.
    pub sources: Vec<SourceNo>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Something in a record that does not hold, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The list, as in the published data.
    pub list: &'static str,
    /// Which entry of the list.
    pub id: String,
    /// Which field of it.
    pub field: String,
    /// The text found there.
    pub text: String,
    /// What is wrong with it and what would be right.
    pub reason: String,
}

impl Dataset {
    /// The day on which the record is shown where this one is asked for; without one, or after it, the cut-off.
    pub fn day(&self, asked: Option<Day>) -> AsOf {
        AsOf::new(self.as_of, asked)
    }

    /// The items of one type; empty for types that are not items.
    pub fn items(&self, kind: Type) -> &[Item] {
        match kind {
            Type::Participant => &self.participants,
            Type::Person => &self.people,
            Type::Mission => &self.missions,
            Type::Facility => &self.facilities,
            Type::Phase => &self.phases,
            Type::Event | Type::Milestone | Type::Conflict | Type::Source => &[],
        }
    }

    /// Every item, type by type.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        [&self.participants, &self.people, &self.missions, &self.facilities, &self.phases]
            .into_iter()
            .flatten()
    }

    /// The item at a place, if the place is that of an item.
    pub fn item(&self, at: Ref) -> Option<&Item> {
        self.items(at.kind).get(at.index as usize)
    }

    /// The event at a place, which has to be that of an event.
    pub fn event(&self, at: Ref) -> &Event {
        &self.events[at.index as usize]
    }

    /// The milestone at a place, which has to be that of a milestone.
    pub fn milestone(&self, at: Ref) -> &Milestone {
        &self.milestones[at.index as usize]
    }

    /// The conflict at a place, which has to be that of a conflict.
    pub fn conflict(&self, at: Ref) -> &Conflict {
        &self.conflicts[at.index as usize]
    }

    /// Where an id stands.
    pub fn at(&self, id: &str) -> Option<Ref> {
        self.ids.get(id).and_then(Ref::unpacked)
    }

    /// The item with this id and type.
    pub fn find(&self, kind: Type, id: &str) -> Option<&Item> {
        self.at(id).filter(|at| at.kind == kind).and_then(|at| self.item(at))
    }

    /// `<type>-<id>`: how a thing is named in addresses.
    pub fn anchor(&self, at: Ref) -> String {
        format!("{}-{}", at.kind, self.id(at))
    }

    /// The id at a place.
    pub fn id(&self, at: Ref) -> &Rc<str> {
        match at.kind {
            Type::Event => &self.event(at).id,
            Type::Milestone => &self.milestone(at).id,
            Type::Conflict => &self.conflict(at).id,
            Type::Source => &self.sources[at.index as usize].id,
            kind => &self.items(kind)[at.index as usize].id,
        }
    }

    /// What a reader calls the thing at a place.
    pub fn label(&self, at: Ref) -> &Rc<str> {
        match at.kind {
            Type::Event => &self.event(at).title,
            Type::Milestone => &self.milestone(at).label,
            Type::Conflict => &self.conflict(at).question,
            Type::Source => &self.sources[at.index as usize].publisher,
            kind => &self.items(kind)[at.index as usize].name,
        }
    }

    /// Whether the page has a card for a thing on this day: an item that exists, a milestone that somebody had promised, a
    /// question that was open.
    pub fn has_card(&self, at: Ref, day: AsOf) -> bool {
        match at.kind {
            Type::Milestone => !self.milestone(at).known(day).is_empty(),
            Type::Conflict => self.conflict(at).exists(day),
            _ => self.item(at).is_some_and(|item| self.exists(item, day)),
        }
    }

    /// Whether the page shows an item on this day: it does once something dated about it is known, or if nothing
    /// about it is dated, once a source speaks of it. A participant is in from its paper's date, so its standing decides
    /// if it has one.
    pub fn exists(&self, item: &Item, day: AsOf) -> bool {
        let standing = item.claims.iter().any(|claim| claim.field == Field::Standing);
        if standing || day.is_cutoff {
            return day.is_cutoff || item.standing(day).is_some();
        }
        let known = |claim: &Claim| match claim.content {
            Content::Date(when) if claim.field != Field::Span => Some(day.includes(&when)),
            _ => claim.since.map(|since| day.includes(&since)),
        };
        let dated = self.linked(item.at).iter().filter_map(|at| match at.kind {
            Type::Event => Some(day.includes(&self.event(*at).date)),
            Type::Milestone => Some(!self.milestone(*at).known(day).is_empty()),
            _ => None,
        });
        let mut dated = item.claims.iter().filter_map(known).chain(dated).peekable();
        match dated.peek() {
            None => item.claims.iter().any(|claim| self.is_published(claim, day)),
            Some(_) => dated.any(|known| known),
        }
    }

    /// The claims of an item on one field that were known on this day.
    pub fn known<'a>(&'a self, item: &'a Item, field: Field, day: AsOf) -> impl Iterator<Item = &'a Claim> {
        item.claims.iter().filter(move |claim| claim.field == field && self.knows(item, claim, day))
    }

    /// Whether a claim of an item was known on this day. A sentence without a day of its own was once the first of its
    /// sources had been published, or once the flight that it is about was over.
    pub fn knows(&self, item: &Item, claim: &Claim, day: AsOf) -> bool {
        let dayless = claim.since.is_none() && matches!(claim.content, Content::Text(_));
        item.knows(claim, day) && (!dayless || self.is_published(claim, day) || item.is_over(day))
    }

    /// Whether one of the sources of a claim had been published by this day, or none says when it was.
    fn is_published(&self, claim: &Claim, day: AsOf) -> bool {
        let sources = claim.sources.iter().filter_map(|number| self.sources.get(number.0 as usize));
        let mut dates = sources.filter_map(|source| source.date).peekable();
        dates.peek().is_none() || dates.any(|date| day.includes(&date))
    }

    /// Whether the record is about the station, so that the page can speak of it in its own words. Another one brings
    /// its title, or lacks the station's card.
    pub fn ours(&self) -> bool {
        self.ours
    }

    /// Whether a text stands in English on a page of another language.
    pub fn is_english(&self, text: &str) -> bool {
        self.english.binary_search_by(|other| (**other).cmp(text)).is_ok()
    }

    /// What names this thing among what it is about, in record order.
    pub fn linked(&self, at: Ref) -> &[Ref] {
        self.linked.get(at).map_or(&[], Vec::as_slice)
    }

    /// What a thing names as what it is about; nothing for a source.
    pub fn about(&self, at: Ref) -> &[Ref] {
        match at.kind {
            Type::Event => &self.event(at).about,
            Type::Milestone => &self.milestone(at).about,
            Type::Conflict => &self.conflict(at).about,
            _ => self.item(at).map_or(&[], |item| &item.about),
        }
    }

    /// The days on which something became known, in order; the last is the cut-off. An empty record has none.
    pub fn steps(&self) -> &[Day] {
        &self.steps
    }

    /// Room for a value for each thing in the record.
    pub fn by_ref<T: Clone + Default>(&self) -> ByRef<T> {
        let mut lengths = [0; Type::ALL.len()];
        Type::ALL.iter().for_each(|kind| lengths[*kind as usize] = self.length(*kind));
        ByRef::new(lengths)
    }

    /// Where each thing of a type stands, in record order.
    pub fn places(&self, kind: Type) -> impl Iterator<Item = Ref> + use<> {
        (0..self.length(kind) as u32).map(move |index| Ref { kind, index })
    }

    /// How many things of a type there are.
    pub fn length(&self, kind: Type) -> usize {
        match kind {
            Type::Event => self.events.len(),
            Type::Milestone => self.milestones.len(),
            Type::Conflict => self.conflicts.len(),
            Type::Source => self.sources.len(),
            item => self.items(item).len(),
        }
    }

    /// Every answer of the comparison.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.comparison.iter().flat_map(|question| question.answers.iter().flatten())
    }

    /// Makes what follows from the lists: where each item and id stands, and every link the other way round.
    pub(super) fn finish(&mut self) {
        self.place();
        let kinds = Type::ALL.iter().copied().filter(|kind| *kind != Type::Source);
        let ids = kinds.flat_map(|kind| self.places(kind)).map(|at| (self.id(at).clone(), at.packed()));
        self.ids = Names::new(ids.collect()).0;
        self.ours = self.title.is_none() && self.at(STATION).is_some();
        self.link();
        let events = self.events.iter().map(|event| event.date.latest());
        let promises = self.milestones.iter().flat_map(|milestone| &milestone.promises);
        let days = events.chain(promises.map(|promise| promise.stated.latest()));
        self.steps = days.filter(|day| *day < self.as_of).collect();
        self.steps.extend((!self.ids.is_empty()).then_some(self.as_of));
        self.steps.sort_unstable();
        self.steps.dedup();
    }

    fn place(&mut self) {
        let lists = [
            &mut self.participants,
            &mut self.people,
            &mut self.missions,
            &mut self.facilities,
            &mut self.phases,
        ];
        for (items, kind) in lists.into_iter().zip(Type::ITEMS) {
            items.iter_mut().zip(0..).for_each(|(item, index)| item.at = Ref { kind, index });
        }
    }

    fn link(&mut self) {
        let mut linked: ByRef<Vec<Ref>> = self.by_ref();
        let kinds = Type::ITEMS.into_iter().chain([Type::Milestone, Type::Event, Type::Conflict]);
        for from in kinds.flat_map(|kind| self.places(kind)) {
            for to in self.about(from).iter().filter(|to| **to != from) {
                if let Some(links) = linked.get_mut(*to) {
                    links.push(from);
                }
            }
        }
        self.linked = linked;
    }

    pub(crate) fn folded(&self) -> &SearchText {
        self.folded.get_or_init(|| {
            let mut folded = SearchText {
                events: self.events.iter().map(search_text::event).collect(),
                milestones: self.milestones.iter().map(MilestoneText::new).collect(),
                conflicts: self.conflicts.iter().map(search_text::conflict).collect(),
                names: self.by_ref(),
                claims: self.by_ref(),
            };
            for item in self.all_items() {
                folded.names.set(item.at, search_text::names(item));
                folded.claims.set(item.at, search_text::claims(item));
            }
            folded
        })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}: {}: {}", self.list, self.id, self.field, self.reason)?;
        if self.text.is_empty() { Ok(()) } else { write!(f, " (found “{}”)", self.text) }
    }
}
