//! From a [`Record`], of which anybody may have written one, to a [`Dataset`]: every problem is found at once.

mod fields;
#[cfg(any(feature = "checker", feature = "site"))]
pub mod json;
#[cfg(any(feature = "checker", feature = "site"))]
mod lenient;
pub mod limits;
mod questions;

use crate::model::claim::Standing;
use crate::model::claim::{Claim, Content, Field, Outcome};
use crate::model::conflict::{Conflict, Position};
use crate::model::dataset::{Count, Dataset, Diagnostic};
use crate::model::event::Event;
use crate::model::id::{Ref, Type};
use crate::model::item::{Group, Item};
use crate::model::milestone::{Milestone, Promise};
use crate::model::names::Names;
use crate::model::record::{self, Record};
use crate::model::source::{Lean, Reading, Source, SourceKind};
use crate::model::when::{Day, When, civil};
use std::rc::Rc;

/// Checks a record.
///
/// # Errors
///
/// Every problem at once.
pub fn dataset(record: &Record) -> Result<Dataset, Vec<Diagnostic>> {
    Check::default().dataset(record)
}

/// The check in progress: what has been seen, and every problem so far.
#[derive(Default)]
struct Check {
    ids: Names,
    sources: Names,
    problems: Vec<Diagnostic>,
    /// How many more there are.
    untold: usize,
    /// What the cards hold so far, as [`limits::HEAVIEST`] counts it.
    weight: usize,
    list: &'static str,
    id: String,
}

impl Check {
    fn dataset(mut self, record: &Record) -> Result<Dataset, Vec<Diagnostic>> {
        self.ids(record);
        let data = self.lists(record);
        if self.untold > 0 {
            self.enter("record", "");
            let untold = Diagnostic { reason: format!("and {} more", self.untold), ..self.told("problems") };
            self.problems.push(untold);
        }
        if self.problems.is_empty() { Ok(data) } else { Err(self.problems) }
    }

    /// What everything is called: items, milestones, events and conflicts share one space; sources, counts and promises
    /// have their own.
    fn ids(&mut self, record: &Record) {
        let mut all = Vec::new();
        for kind in Type::ITEMS {
            all.extend(self.ids_of(kind.list(), kind, record.items_of(kind).iter().map(|item| &item.id)));
        }
        let milestones = record.milestones.iter().map(|milestone| &milestone.id);
        all.extend(self.ids_of("milestones", Type::Milestone, milestones));
        all.extend(self.ids_of("events", Type::Event, record.events.iter().map(|event| &event.id)));
        all.extend(self.ids_of("conflicts", Type::Conflict, record.conflicts.iter().map(|it| &it.id)));
        self.ids = self.unique(all, None);
        let sources = self.ids_of("sources", Type::Source, record.sources.iter().map(|source| &source.id));
        self.sources = self.unique(sources, Some("sources"));
        let counts = self.ids_of("counts", Type::Source, record.counts.iter().map(|count| &count.id));
        self.unique(counts, Some("counts"));
        let promises = record.promises.iter().map(|promise| &promise.id);
        let promises = self.ids_of("promises", Type::Milestone, promises);
        self.unique(promises, Some("promises"));
        let programmes = record.programmes.iter().map(|programme| &programme.id);
        let programmes = self.ids_of("programmes", Type::Source, programmes);
        self.unique(programmes, Some("programmes"));
        let questions = record.comparison.iter().map(|question| &question.id);
        let questions = self.ids_of("comparison", Type::Source, questions);
        self.unique(questions, Some("comparison"));
    }

    fn ids_of<'a>(
        &mut self,
        list: &'static str,
        kind: Type,
        ids: impl Iterator<Item = &'a String>,
    ) -> Vec<(Rc<str>, u64)> {
        let named = ids.zip(0..).map(|(id, index)| {
            self.enter(list, id);
            self.well_formed();
            (Rc::from(&**id), Ref { kind, index }.packed())
        });
        named.collect()
    }

    fn unique(&mut self, ids: Vec<(Rc<str>, u64)>, list: Option<&'static str>) -> Names {
        let (names, twice) = Names::new(ids);
        for (id, place) in twice {
            let list = list.or(Ref::unpacked(place).map(|at| at.kind.list())).unwrap_or("");
            self.enter(list, &id);
            self.problem("id", &id, "this id stands twice in the record");
        }
        names
    }

    fn lists(&mut self, record: &Record) -> Dataset {
        let as_of = self.cut_off(record);
        let title = self.maybe("title", &record.title);
        let description = self.maybe("description", &record.description);
        self.language(record.language.as_deref().unwrap_or(""));
        let mut data = Dataset {
            as_of,
            title,
            description,
            language: record.language.as_deref().map(Rc::from),
            participants: self.items(record, Type::Participant),
            people: self.items(record, Type::Person),
            missions: self.items(record, Type::Mission),
            facilities: self.items(record, Type::Facility),
            phases: self.items(record, Type::Phase),
            ..Dataset::default()
        };
        for source in self.all("sources", &record.sources) {
            data.sources.push(self.source(source));
            data.addresses.push(source.url.as_deref().unwrap_or("").into());
        }
        for event in self.all("events", &record.events) {
            data.events.push(self.event(event, as_of));
        }
        data.milestones = self.milestones(record, &data.events);
        for conflict in self.all("conflicts", &record.conflicts) {
            data.conflicts.push(self.conflict(conflict));
        }
        for count in self.all("counts", &record.counts) {
            data.counts.push(self.count(count));
        }
        data.programmes = self.programmes(record);
        data.comparison = self.questions(record);
        self.weigh();
        data.finish();
        data
    }

    /// The day up to which the record knows; none makes every event one that has happened, so that one fault does not
    /// make another of each.
    fn cut_off(&mut self, record: &Record) -> Day {
        self.enter("record", "");
        let Some(as_of) = self.when("asOf", &record.as_of).and_then(|when| when.exact_day()) else {
            self.problem("asOf", "", "the cut-off is one day, as in 2026-09-13");
            return Day::MAX;
        };
        let [first, last] = limits::YEARS;
        if !(first..=last).contains(&civil(as_of).0) {
            let reason =
                format!("nobody has checked a record before {first}, or will have by the end of {last}");
            self.problem("asOf", &When::from_day(as_of).to_string(), &reason);
        }
        as_of
    }

    fn weigh(&mut self) {
        if self.weight > limits::HEAVIEST {
            self.enter("record", "");
            let most = limits::HEAVIEST;
            let reason =
                format!("they hold more than {most} claims, promises, positions, links and citations");
            self.problem("cards", "", &reason);
        }
    }

    fn source(&mut self, source: &record::Source) -> Source {
        self.enter("sources", &source.id);
        self.address(source.url.as_deref().unwrap_or(""));
        self.word("kind", &source.kind, SourceKind::ALL, SourceKind::parse);
        self.word("lean", &source.lean, Lean::ALL, Lean::parse);
        Source {
            id: source.id.as_str().into(),
            publisher: self.text("publisher", &source.publisher),
            date: self.date("date", &source.date),
            read: self.reading(&source.read),
        }
    }

    /// Who does not say otherwise has read it.
    fn reading(&mut self, word: &str) -> Reading {
        let said = if word.is_empty() { Reading::Text.word() } else { word };
        self.word("read", said, Reading::ALL, Reading::parse).unwrap_or(Reading::Title)
    }

    fn address(&mut self, url: &str) {
        if url.is_empty() {
            return;
        }
        if !url.starts_with("https://") && !url.starts_with("http://") {
            self.problem("url", url, "an address starts with https:// or http://");
        } else if !limits::links(url) {
            let most = limits::LONGEST_ADDRESS;
            let reason = format!(
                "an address has a host and no spaces, quotes, brackets or user names, and at most {most} bytes"
            );
            self.problem("url", url, &reason);
        }
    }

    fn items(&mut self, record: &Record, kind: Type) -> Vec<Item> {
        let mut items = Vec::new();
        for (item, index) in self.all(kind.list(), record.items_of(kind)).iter().zip(0..) {
            self.enter(kind.list(), &item.id);
            items.push(self.item(Ref { kind, index }, item));
        }
        items
    }

    fn item(&mut self, at: Ref, item: &record::Item) -> Item {
        let mut claims = Vec::new();
        for claim in self.each("claims", &item.claims) {
            claims.extend(self.claim(claim));
            self.weight += 1;
        }
        claims.sort_by_key(|claim| claim.field);
        if item.claims.is_empty() {
            self.problem("claims", "", "nothing is claimed about it");
        }
        Item {
            at,
            id: item.id.as_str().into(),
            name: self.text("name", &item.name),
            zh: self.maybe("zh", &item.zh),
            ru: self.maybe("ru", &item.ru),
            aliases: self.texts("aliases", &item.aliases),
            group: self.word("group", &item.group, Group::ALL, Group::parse).unwrap_or(Group::Outside),
            about: self.refs("about", &item.about),
            claims,
        }
    }

    fn claim(&mut self, claim: &record::Claim) -> Option<Claim> {
        let name = &*claim.field;
        let field = self.word("field", name, Field::ALL, Field::parse)?;
        let content = match (&claim.text, &claim.value) {
            (Some(_), None) if field.is_coded() => self.refuse(name, "this field takes a value, not a text"),
            (Some(text), None) => Some(Content::Text(self.text("text", text))),
            (None, Some(value)) => self.value(field, value),
            _ => self.refuse(name, "a claim has either a text or a value"),
        };
        let (since, until) = (self.date("since", &claim.since), self.date("until", &claim.until));
        if let (Some(since), Some(until)) = (since, until)
            && since.earliest() > until.latest()
        {
            self.problem(name, &until.to_string(), "it ends before it begins");
        }
        let (sources, confidence) = (self.cited(name, &claim.sources), self.confidence(&claim.confidence));
        Some(Claim { field, content: content?, since, until, sources, confidence })
    }

    fn refuse(&mut self, field: &str, reason: &str) -> Option<Content> {
        self.problem(field, "", reason);
        None
    }

    fn value(&mut self, field: Field, value: &str) -> Option<Content> {
        let name = field.word();
        match field {
            Field::Launch | Field::Arrival | Field::Landing | Field::Return | Field::End | Field::Span => {
                self.when(name, value).map(Content::Date)
            }
            Field::Operator => self
                .of_type(name, value, Type::Participant, "there is no such participant")
                .map(Content::Item),
            Field::Standing => self.word(name, value, Standing::ALL, Standing::parse).map(Content::Standing),
            Field::Outcome => self.word(name, value, Outcome::ALL, Outcome::parse).map(Content::Outcome),
            _ => self.refuse(name, "this field takes a text, not a value"),
        }
    }

    fn event(&mut self, event: &record::Event, as_of: Day) -> Event {
        self.enter("events", &event.id);
        let date = self.stated("date", &event.date);
        if date.latest() > as_of {
            let reason =
                "an event has happened by the cut-off; what is to come is a milestone with a promise";
            self.problem("date", &date.to_string(), reason);
        }
        let milestone = event
            .milestone
            .as_ref()
            .and_then(|id| self.of_type("milestone", id, Type::Milestone, "there is no such milestone"));
        let held = self.weight; // an event comes to the page as a line, a part of them at a time
        let event = Event {
            id: event.id.as_str().into(),
            date,
            kind: self.kind(&event.kind),
            title: self.text("title", &event.title),
            text: self.plain("text", &event.text),
            about: self.refs("about", &event.about),
            milestone: milestone.map(|at| at.index as usize),
            sources: self.cited("sources", &event.sources),
            confidence: self.confidence(&event.confidence),
        };
        let listed = |at: &&Ref| matches!(at.kind, Type::Person | Type::Facility); // on their cards
        self.weight = held + event.about.iter().filter(listed).count();
        event
    }

    fn milestones(&mut self, record: &Record, events: &[Event]) -> Vec<Milestone> {
        let entries = self.all("milestones", &record.milestones);
        let mut promises: Vec<Vec<Promise>> = vec![Vec::new(); entries.len()];
        for promise in self.all("promises", &record.promises) {
            self.enter("promises", &promise.id);
            self.weight += 1;
            // Of a list that is too long only the start is read on.
            if let Some((place, promise)) = self.promise(promise)
                && let Some(of) = promises.get_mut(place)
            {
                of.push(promise);
            }
        }
        let mut reached: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        for (event, place) in events.iter().zip(0..) {
            if let Some(of) = event.milestone.and_then(|index| reached.get_mut(index)) {
                of.push(place);
            }
        }
        let mut milestones = Vec::new();
        for ((entry, promises), reached) in entries.iter().zip(promises).zip(reached) {
            self.enter("milestones", &entry.id);
            if reached.len() > 1 {
                self.problem("milestone", "", "two events have reached it");
            }
            milestones.push(self.milestone(entry, promises, reached.first().copied()));
        }
        milestones
    }

    fn milestone(
        &mut self,
        milestone: &record::Milestone,
        mut promises: Vec<Promise>,
        reached: Option<usize>,
    ) -> Milestone {
        if promises.is_empty() {
            self.problem("promises", "", "nobody promised it: it is an event, or nothing");
        }
        promises.sort_by_key(|promise| (promise.stated.latest(), promise.stated.earliest()));
        Milestone {
            id: milestone.id.as_str().into(),
            label: self.text("label", &milestone.label),
            kind: self.kind(&milestone.kind),
            about: self.refs("about", &milestone.about),
            promises,
            reached,
        }
    }

    fn promise(&mut self, promise: &record::Promise) -> Option<(usize, Promise)> {
        let missing = "there is no such milestone";
        let at = self.of_type("milestone", &promise.milestone, Type::Milestone, missing);
        let promise = Promise {
            stated: self.stated("stated", &promise.stated),
            promised: self.date("promised", &promise.promised),
            text: self.plain("text", &promise.text),
            who: self.text("who", &promise.who),
            sources: self.cited("sources", &promise.sources),
            confidence: self.confidence(&promise.confidence),
        };
        Some((at?.index as usize, promise))
    }

    fn conflict(&mut self, conflict: &record::Conflict) -> Conflict {
        self.enter("conflicts", &conflict.id);
        let mut positions = Vec::new();
        for position in self.each("positions", &conflict.positions) {
            positions.push(self.position(position));
            self.weight += 1;
        }
        if positions.len() < 2 {
            self.problem("positions", "", "a disagreement has at least two positions");
        }
        Conflict {
            id: conflict.id.as_str().into(),
            question: self.text("question", &conflict.question),
            about: self.refs("about", &conflict.about),
            positions,
            reading: self.maybe("reading", &conflict.reading),
        }
    }

    fn position(&mut self, position: &record::Position) -> Position {
        let holders = self.texts("holders", &position.holders);
        if holders.is_empty() {
            self.problem("holders", "", "somebody has to hold the position");
        }
        Position {
            text: self.text("text", &position.text),
            holders,
            since: self.stated("since", &position.since),
            sources: self.cited("sources", &position.sources),
        }
    }

    fn count(&mut self, count: &record::Count) -> Count {
        self.enter("counts", &count.id);
        Count {
            who: self.text("who", &count.who),
            when: self.stated("when", &count.when),
            number: count.number,
            of: self.text("of", &count.of),
            text: self.plain("text", &count.text),
            named: self.refs("named", &count.named),
            sources: self.cited("sources", &count.sources),
            confidence: self.confidence(&count.confidence),
        }
    }
}
