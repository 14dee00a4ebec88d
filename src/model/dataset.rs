//! `Dataset`: a record that has been checked. Nobody checks it again, and nothing in it lacks a source.

use crate::model::claim::{Claim, Confidence, Content, Field, Outcome};
use crate::model::conflict::{Conflict, Position};
use crate::model::event::{Event, Kind};
use crate::model::by_ref::ByRef;
use crate::model::fold::fold;
use crate::model::item::{Group, Item, Ref, Standing, Type};
use crate::model::milestone::{Milestone, Promise};
use crate::model::order::{Names, sorted};
use crate::model::source::{Lean, Source, SourceKind, SourceNo};
use crate::model::when::{Day, When};
use crate::model::wire;
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// A valid record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Dataset {
    /// The cut-off: nothing after it is known here.
    pub as_of: Day,
    /// States, bodies, institutes, companies; by shelf, standing and date of joining.
    pub participants: Vec<Rc<Item>>,
    /// People named in the record.
    pub people: Vec<Rc<Item>>,
    /// Flights, flown and promised.
    pub missions: Vec<Rc<Item>>,
    /// Parts of the plan.
    pub facilities: Vec<Rc<Item>>,
    /// Phases of the plans.
    pub phases: Vec<Rc<Item>>,
    /// What is promised.
    pub milestones: Vec<Rc<Milestone>>,
    /// What has happened, by date.
    pub events: Vec<Rc<Event>>,
    /// What sources disagree on.
    pub conflicts: Vec<Rc<Conflict>>,
    /// Who counts whom, by date.
    pub counts: Vec<Rc<Count>>,
    /// Where it all comes from.
    pub sources: Vec<Rc<Source>>,
    ids: Names,
    linked: ByRef<Vec<Ref>>,
    folded: OnceCell<Folded>,
}

/// Who counts whom, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Unique.
    pub id: Rc<str>,
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
    pub named: Rc<[Ref]>,
    /// Where it comes from, at least one.
    pub sources: Rc<[SourceNo]>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Something in a record that does not hold, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
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

/// Everything searchable, folded once, when the first word is typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Folded {
    /// Title and text of each event.
    pub events: Vec<String>,
    /// Label and sayings of each milestone.
    pub milestones: Vec<String>,
    /// Question, positions and reading of each conflict.
    pub conflicts: Vec<String>,
    /// Names of each item in every script.
    pub names: ByRef<String>,
    /// Texts of each item's claims.
    pub claims: ByRef<String>,
}

impl Dataset {
    /// Checks a record. Every problem is found at once.
    pub fn new(record: &wire::Record) -> Result<Dataset, Vec<Problem>> {
        let mut check = Check::new(record);
        let dataset = check.dataset(record);
        if check.problems.is_empty() { Ok(dataset) } else { Err(check.problems) }
    }

    /// The items of one type; empty for types that are not items.
    pub fn items(&self, kind: Type) -> &[Rc<Item>] {
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
    pub fn all_items(&self) -> impl Iterator<Item = &Rc<Item>> {
        [&self.participants, &self.people, &self.missions, &self.facilities, &self.phases].into_iter().flatten()
    }

    /// The item at a place, if the place is that of an item.
    pub fn item(&self, at: Ref) -> Option<&Rc<Item>> {
        self.items(at.kind).get(at.index as usize)
    }

    /// Where an id stands.
    pub fn at(&self, id: &str) -> Option<Ref> {
        self.ids.get(id).and_then(Ref::unpacked)
    }

    /// The item with this id and type.
    pub fn find(&self, kind: Type, id: &str) -> Option<&Rc<Item>> {
        self.at(id).filter(|at| at.kind == kind).and_then(|at| self.item(at))
    }

    /// The id at a place.
    pub fn id(&self, at: Ref) -> &Rc<str> {
        let index = at.index as usize;
        match at.kind {
            Type::Event => &self.events[index].id,
            Type::Milestone => &self.milestones[index].id,
            Type::Conflict => &self.conflicts[index].id,
            Type::Source => &self.sources[index].id,
            kind => &self.items(kind)[index].id,
        }
    }

    /// What a reader calls the thing at a place.
    pub fn label(&self, at: Ref) -> &Rc<str> {
        let index = at.index as usize;
        match at.kind {
            Type::Event => &self.events[index].title,
            Type::Milestone => &self.milestones[index].label,
            Type::Conflict => &self.conflicts[index].question,
            Type::Source => &self.sources[index].publisher,
            kind => &self.items(kind)[index].name,
        }
    }

    /// What names this thing among what it is about, in record order.
    pub fn linked(&self, at: Ref) -> &[Ref] {
        self.linked.get(at).map_or(&[], Vec::as_slice)
    }

    /// Room for a value for each thing in the record.
    pub fn by_ref<T: Clone + Default>(&self) -> ByRef<T> {
        let mut lengths = [0; Type::ALL.len()];
        Type::ALL.iter().for_each(|kind| lengths[*kind as usize] = self.length(*kind));
        ByRef::new(lengths)
    }

    fn length(&self, kind: Type) -> usize {
        match kind {
            Type::Event => self.events.len(),
            Type::Milestone => self.milestones.len(),
            Type::Conflict => self.conflicts.len(),
            Type::Source => self.sources.len(),
            item => self.items(item).len(),
        }
    }

    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self))
    }
}

impl Folded {
    fn new(data: &Dataset) -> Folded {
        let joined = |parts: &mut dyn Iterator<Item = &str>| {
            let mut all = String::new();
            parts.for_each(|part| {
                all.push_str(part);
                all.push('\n');
            });
            fold(&all)
        };
        let names = |item: &Rc<Item>| {
            let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
            joined(&mut scripts.into_iter().flatten().chain(item.aliases.iter()).map(|name| &**name))
        };
        let claims = |item: &Rc<Item>| {
            joined(&mut item.claims.iter().filter_map(|claim| match &claim.content {
                Content::Text(text) => Some(&**text),
                _ => None,
            }))
        };
        let (mut all_names, mut all_claims) = (data.by_ref(), data.by_ref());
        for item in data.all_items() {
            all_names.set(item.at, names(item));
            all_claims.set(item.at, claims(item));
        }
        let sayings = |promise: &Promise| format!("{} {}", promise.who, promise.text);
        Folded {
            events: data.events.iter().map(|e| joined(&mut [&*e.title, &*e.text].into_iter())).collect(),
            milestones: data
                .milestones
                .iter()
                .map(|m| fold(&format!("{}\n{}", m.label, m.promises.iter().map(sayings).collect::<String>())))
                .collect(),
            conflicts: data
                .conflicts
                .iter()
                .map(|c| {
                    let positions = c.positions.iter().map(|p| &*p.text);
                    joined(&mut positions.chain([&*c.question]).chain(c.reading.as_deref()))
                })
                .collect(),
            names: all_names,
            claims: all_claims,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}: {}: {}", self.list, self.id, self.field, self.reason)?;
        if self.text.is_empty() { Ok(()) } else { write!(f, " (found “{}”)", self.text) }
    }
}

/// The check in progress: what has been seen, and every problem so far.
struct Check {
    ids: Names,
    sources: Names,
    problems: Vec<Problem>,
    list: &'static str,
    id: String,
}

impl Check {
    fn new(record: &wire::Record) -> Check {
        let mut all: Vec<(Rc<str>, u64)> = Vec::new();
        let lists = lists(record);
        for (_, kind, ids) in &lists {
            let places = ids.iter().zip(0..).map(|(id, index)| (Rc::from(*id), Ref { kind: *kind, index }.packed()));
            all.extend(places);
        }
        let (ids, twice) = Names::new(all.into_iter());
        let (sources, twice_cited) = Names::new(record.sources.iter().zip(0..).map(|(s, no)| (Rc::from(&*s.id), no)));
        let mut check = Check { ids, sources, problems: Vec::new(), list: "", id: String::new() };
        for (list, kind, ids) in &lists {
            for id in ids {
                check.enter(list, id);
                check.well_formed(id);
                if twice.iter().any(|(other, at)| **other == **id && at >> 32 == *kind as u64) {
                    check.problem("id", id, "this id stands twice in the record; ids are unique over all lists");
                }
            }
        }
        for source in &record.sources {
            check.enter("sources", &source.id);
            check.well_formed(&source.id);
            if twice_cited.iter().any(|(other, _)| **other == *source.id) {
                check.problem("id", &source.id, "two sources have this id");
            }
        }
        check
    }

    fn enter(&mut self, list: &'static str, id: &str) {
        self.list = list;
        self.id = id.to_string();
    }

    fn problem(&mut self, field: &str, text: &str, reason: impl Into<String>) {
        self.problems.push(Problem {
            list: self.list,
            id: self.id.clone(),
            field: field.to_string(),
            text: text.to_string(),
            reason: reason.into(),
        });
    }

    fn at(&self, id: &str) -> Option<Ref> {
        self.ids.get(id).and_then(Ref::unpacked)
    }

    fn well_formed(&mut self, id: &str) {
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if id.is_empty() || !plain || id.starts_with('-') || id.ends_with('-') {
            self.problem("id", id, "an id is lower-case letters, digits and hyphens");
        }
    }

    fn when(&mut self, field: &str, text: &str) -> Option<When> {
        text.parse().map_err(|error: crate::model::when::WhenError| self.problem(field, text, error.to_string())).ok()
    }

    fn word<T>(&mut self, field: &str, text: &str, value: Option<T>, all: &[T]) -> Option<T>
    where
        T: fmt::Display,
    {
        if value.is_none() {
            let words: Vec<String> = all.iter().map(T::to_string).collect();
            self.problem(field, text, format!("it has to be one of {}", words.join(", ")));
        }
        value
    }

    fn confidence(&mut self, text: &str) -> Confidence {
        self.word("confidence", text, Confidence::parse(text), Confidence::ALL).unwrap_or(Confidence::Unconfirmed)
    }

    fn text(&mut self, field: &str, text: &str) -> Rc<str> {
        if text.trim().is_empty() {
            self.problem(field, text, "there is nothing to read");
        }
        text.into()
    }

    fn cited(&mut self, field: &str, ids: &[String]) -> Rc<[SourceNo]> {
        if ids.is_empty() {
            self.problem(field, "", "nothing stands here without a source");
        }
        let mut cited = Vec::with_capacity(ids.len());
        for id in ids {
            match self.sources.get(id.as_str()) {
                Some(no) if cited.contains(&SourceNo(no as u32)) => {
                    self.problem(field, id, "this source is cited twice");
                }
                Some(no) => cited.push(SourceNo(no as u32)),
                None => self.problem(field, id, "there is no such source"),
            }
        }
        cited.into()
    }

    fn refs(&mut self, field: &str, ids: &[String]) -> Rc<[Ref]> {
        let mut refs = Vec::with_capacity(ids.len());
        for id in ids {
            match self.at(id) {
                Some(at) if refs.contains(&at) => self.problem(field, id, "this id is named twice"),
                Some(at) => refs.push(at),
                None => self.problem(field, id, "there is no such id"),
            }
        }
        refs.into()
    }

    fn dataset(&mut self, record: &wire::Record) -> Dataset {
        self.enter("record", "");
        let as_of = self.when("asOf", &record.as_of).and_then(|when| when.exact_day());
        if as_of.is_none() {
            self.problem("asOf", &record.as_of, "the cut-off is one day, as in 2026-09-13");
        }
        let as_of = as_of.unwrap_or_default();
        let mut data = Dataset {
            as_of,
            sources: record.sources.iter().map(|source| Rc::new(self.source(source))).collect(),
            participants: self.shelf("participants", Type::Participant, &record.participants),
            people: self.shelf("people", Type::Person, &record.people),
            missions: self.shelf("missions", Type::Mission, &record.missions),
            facilities: self.shelf("facilities", Type::Facility, &record.facilities),
            phases: self.shelf("phases", Type::Phase, &record.phases),
            ids: self.ids.clone(),
            ..Dataset::default()
        };
        data.events = record.events.iter().map(|event| Rc::new(self.event(event, as_of))).collect();
        data.milestones = self.milestones(record, &data.events);
        data.conflicts = record.conflicts.iter().map(|conflict| Rc::new(self.conflict(conflict))).collect();
        data.counts = record.counts.iter().map(|count| Rc::new(self.count(count))).collect();
        data.link();
        data
    }

    fn source(&mut self, source: &wire::Source) -> Source {
        self.enter("sources", &source.id);
        if let Some(url) = &source.url
            && !url.starts_with("https://")
            && !url.starts_with("http://")
        {
            self.problem("url", url, "an address starts with https:// or http://");
        }
        Source {
            id: source.id.as_str().into(),
            publisher: self.text("publisher", &source.publisher),
            date: source.date.as_deref().and_then(|date| self.when("date", date)),
            kind: self
                .word("kind", &source.kind, SourceKind::parse(&source.kind), SourceKind::ALL)
                .unwrap_or(SourceKind::Note),
            lean: self.word("lean", &source.lean, Lean::parse(&source.lean), Lean::ALL).unwrap_or(Lean::Low),
        }
    }

    fn shelf(&mut self, list: &'static str, kind: Type, items: &[wire::Item]) -> Vec<Rc<Item>> {
        let numbered = items.iter().enumerate();
        numbered.map(|(index, item)| Rc::new(self.item(list, Ref { kind, index: index as u32 }, item))).collect()
    }

    fn item(&mut self, list: &'static str, at: Ref, item: &wire::Item) -> Item {
        self.enter(list, &item.id);
        if item.claims.is_empty() {
            self.problem("claims", "", "nothing is claimed about it");
        }
        let claims: Vec<Claim> = item.claims.iter().filter_map(|claim| self.claim(claim)).collect();
        let claims = sorted(claims, |claim| (claim.field as i64, 0, 0));
        Item {
            at,
            id: item.id.as_str().into(),
            name: self.text("name", &item.name),
            zh: item.zh.as_deref().map(Rc::from),
            ru: item.ru.as_deref().map(Rc::from),
            aliases: item.aliases.iter().map(|alias| Rc::from(&**alias)).collect(),
            group: self.word("group", &item.group, Group::parse(&item.group), Group::ALL).unwrap_or(Group::Outside),
            order: item.order.unwrap_or(i32::MAX),
            about: self.refs("about", &item.about),
            claims,
        }
    }

    fn claim(&mut self, claim: &wire::Claim) -> Option<Claim> {
        let name = claim.field.as_str();
        let field = self.word("field", name, Field::parse(name), Field::ALL)?;
        let content = match (&claim.text, &claim.value) {
            (Some(text), None) => self.prose(field, text),
            (None, Some(value)) => self.value(field, value),
            _ => {
                self.problem(name, "", "a claim has either a text or a value");
                None
            }
        };
        let since = claim.since.as_deref().and_then(|since| self.when(name, since));
        let until = claim.until.as_deref().and_then(|until| self.when(name, until));
        if let (Some(since), Some(until)) = (since, until)
            && since.earliest() > until.latest()
        {
            self.problem(name, &until.to_string(), "it ends before it begins");
        }
        let sources = self.cited(name, &claim.sources);
        let confidence = self.confidence(&claim.confidence);
        Some(Claim { field, content: content?, since, until, sources, confidence })
    }

    fn prose(&mut self, field: Field, text: &str) -> Option<Content> {
        if field.is_coded() {
            self.problem(field.word(), text, "this field takes a value, not a text");
            return None;
        }
        Some(Content::Text(self.text(field.word(), text)))
    }

    fn value(&mut self, field: Field, value: &str) -> Option<Content> {
        match field {
            Field::Launch | Field::Arrival | Field::Landing | Field::Return | Field::End | Field::Span => {
                self.when(field.word(), value).map(Content::Date)
            }
            Field::Operator => match self.at(value) {
                Some(at) if at.kind == Type::Participant => Some(Content::Item(at)),
                _ => {
                    self.problem(field.word(), value, "there is no such participant");
                    None
                }
            },
            Field::Standing => self
                .word(field.word(), value, Standing::parse(value), Standing::ALL)
                .map(Content::Standing),
            Field::Outcome => {
                self.word(field.word(), value, Outcome::parse(value), Outcome::ALL).map(Content::Outcome)
            }
            _ => {
                self.problem(field.word(), value, "this field takes a text, not a value");
                None
            }
        }
    }

    fn event(&mut self, event: &wire::Event, as_of: Day) -> Event {
        self.enter("events", &event.id);
        let date = self.when("date", &event.date).unwrap_or(When::from_day(as_of));
        if date.latest() > as_of {
            self.problem(
                "date",
                &event.date,
                "an event has happened by the cut-off; what is still to come is a milestone with a promise",
            );
        }
        let milestone = event.milestone.as_deref().and_then(|id| match self.at(id) {
            Some(at) if at.kind == Type::Milestone => Some(at.index as usize),
            _ => {
                self.problem("milestone", id, "there is no such milestone");
                None
            }
        });
        Event {
            id: event.id.as_str().into(),
            date,
            kind: self.word("kind", &event.kind, Kind::parse(&event.kind), Kind::ALL).unwrap_or(Kind::Other),
            title: self.text("title", &event.title),
            text: event.text.as_str().into(),
            about: self.refs("about", &event.about),
            milestone,
            sources: self.cited("sources", &event.sources),
            confidence: self.confidence(&event.confidence),
        }
    }

    fn milestones(&mut self, record: &wire::Record, events: &[Rc<Event>]) -> Vec<Rc<Milestone>> {
        let mut promises: Vec<Vec<Promise>> = vec![Vec::new(); record.milestones.len()];
        let (_, twice) = Names::new(record.promises.iter().map(|promise| (Rc::from(&*promise.id), 0)));
        for promise in &record.promises {
            self.enter("promises", &promise.id);
            self.well_formed(&promise.id);
            if twice.iter().any(|(other, _)| **other == *promise.id) {
                self.problem("id", &promise.id, "two promises have this id");
            }
            let Some((place, promise)) = self.promise(promise) else { continue };
            promises[place].push(promise);
        }
        let mut reached: Vec<Option<usize>> = vec![None; record.milestones.len()];
        for (index, event) in events.iter().enumerate() {
            let Some(place) = event.milestone else { continue };
            if reached[place].replace(index).is_some() {
                self.enter("events", &event.id);
                self.problem("milestone", &record.milestones[place].id, "another event has reached this milestone");
            }
        }
        let parts = record.milestones.iter().zip(promises).zip(reached);
        parts.map(|((milestone, promises), reached)| Rc::new(self.milestone(milestone, promises, reached))).collect()
    }

    fn milestone(&mut self, milestone: &wire::Milestone, promises: Vec<Promise>, reached: Option<usize>) -> Milestone {
        self.enter("milestones", &milestone.id);
        if promises.is_empty() {
            self.problem("promises", "", "nobody promised it: it is an event, or nothing");
        }
        let promises = sorted(promises, |promise| {
            (i64::from(promise.stated.latest()), i64::from(promise.stated.earliest()), 0)
        });
        Milestone {
            id: milestone.id.as_str().into(),
            label: self.text("label", &milestone.label),
            kind: self.word("kind", &milestone.kind, Kind::parse(&milestone.kind), Kind::ALL).unwrap_or(Kind::Other),
            about: self.refs("about", &milestone.about),
            promises,
            reached,
        }
    }

    fn promise(&mut self, promise: &wire::Promise) -> Option<(usize, Promise)> {
        let stated = self.when("stated", &promise.stated);
        let promised = promise.promised.as_deref().and_then(|date| self.when("promised", date));
        let who = self.text("who", &promise.who);
        let sources = self.cited("sources", &promise.sources);
        let confidence = self.confidence(&promise.confidence);
        let place = match self.at(&promise.milestone) {
            Some(at) if at.kind == Type::Milestone => at.index as usize,
            _ => {
                self.problem("milestone", &promise.milestone, "there is no such milestone");
                return None;
            }
        };
        let text = promise.text.as_str().into();
        let id = promise.id.as_str().into();
        Some((place, Promise { id, stated: stated?, promised, text, who, sources, confidence }))
    }

    fn conflict(&mut self, conflict: &wire::Conflict) -> Conflict {
        self.enter("conflicts", &conflict.id);
        if conflict.positions.len() < 2 {
            self.problem("positions", "", "a disagreement has at least two positions");
        }
        Conflict {
            id: conflict.id.as_str().into(),
            question: self.text("question", &conflict.question),
            about: self.refs("about", &conflict.about),
            positions: conflict.positions.iter().filter_map(|position| self.position(position)).collect(),
            reading: conflict.reading.as_deref().map(|reading| self.text("reading", reading)),
        }
    }

    fn position(&mut self, position: &wire::Position) -> Option<Position> {
        if position.holders.is_empty() {
            self.problem("holders", "", "somebody has to hold the position");
        }
        let since = self.when("since", &position.since);
        let text = self.text("text", &position.text);
        let holders = position.holders.iter().map(|holder| Rc::from(&**holder)).collect();
        let sources = self.cited("sources", &position.sources);
        Some(Position { text, holders, since: since?, sources })
    }

    fn count(&mut self, count: &wire::Count) -> Count {
        self.enter("counts", &count.id);
        self.well_formed(&count.id);
        Count {
            id: count.id.as_str().into(),
            who: self.text("who", &count.who),
            when: self.when("when", &count.when).unwrap_or(When::from_day(0)),
            number: count.number,
            of: self.text("of", &count.of),
            text: count.text.as_str().into(),
            named: self.refs("named", &count.named),
            sources: self.cited("sources", &count.sources),
            confidence: self.confidence(&count.confidence),
        }
    }
}

impl Dataset {
    /// Draws every link the other way round.
    fn link(&mut self) {
        let mut linked: ByRef<Vec<Ref>> = self.by_ref();
        let mut draw = |from: Ref, about: &[Ref]| {
            for to in about.iter().filter(|to| **to != from) {
                if let Some(links) = linked.get_mut(*to) {
                    links.push(from);
                }
            }
        };
        for item in self.all_items() {
            draw(item.at, &item.about);
        }
        let at = |kind, index| Ref { kind, index };
        for (milestone, index) in self.milestones.iter().zip(0..) {
            draw(at(Type::Milestone, index), &milestone.about);
        }
        for (event, index) in self.events.iter().zip(0..) {
            draw(at(Type::Event, index), &event.about);
        }
        for (conflict, index) in self.conflicts.iter().zip(0..) {
            draw(at(Type::Conflict, index), &conflict.about);
        }
        self.linked = linked;
    }
}

/// The ids of every list whose ids share one space.
fn lists(record: &wire::Record) -> [(&'static str, Type, Vec<&str>); 8] {
    [
        ("participants", Type::Participant, ids(&record.participants)),
        ("people", Type::Person, ids(&record.people)),
        ("missions", Type::Mission, ids(&record.missions)),
        ("facilities", Type::Facility, ids(&record.facilities)),
        ("phases", Type::Phase, ids(&record.phases)),
        ("milestones", Type::Milestone, record.milestones.iter().map(|x| &*x.id).collect()),
        ("events", Type::Event, record.events.iter().map(|x| &*x.id).collect()),
        ("conflicts", Type::Conflict, record.conflicts.iter().map(|x| &*x.id).collect()),
    ]
}

fn ids(items: &[wire::Item]) -> Vec<&str> {
    items.iter().map(|item| &*item.id).collect()
}

impl Field {
    /// Whether the field takes a value of a closed kind instead of a text.
    pub fn is_coded(self) -> bool {
        matches!(
            self,
            Field::Standing
                | Field::Operator
                | Field::Launch
                | Field::Arrival
                | Field::Landing
                | Field::Return
                | Field::End
                | Field::Outcome
                | Field::Span
        )
    }
}
