//! The check of a record: from its published form to a [`Dataset`], every problem found at once.

use crate::model::claim::{Claim, Content, Field, Outcome};
use crate::model::conflict::{Conflict, Position};
use crate::model::dataset::{Count, Dataset, Problem};
use crate::model::event::Event;
use crate::model::item::{Group, Item, Ref, Standing, Type};
use crate::model::json::Json;
use crate::model::milestone::{Milestone, Promise};
use crate::model::order::{Names, sorted};
use crate::model::pack::pack;
use crate::model::source::{Lean, Source, SourceKind};
use crate::model::when::{Day, When, civil};
use std::rc::Rc;

/// Reads and checks a record.
pub fn dataset(json: &str) -> Result<Dataset, Vec<Problem>> {
    let alone = |field: &str, reason: String| {
        let (field, text) = (field.to_string(), String::new());
        vec![Problem { list: "record", id: String::new(), field, text, reason }]
    };
    if json.len() > limits::LARGEST {
        return Err(alone("json", format!("a record has at most {} bytes", limits::LARGEST)));
    }
    let record = Json::parse(json).map_err(|error| alone("json", error.to_string()))?;
    let mut check = Check::new(&record);
    let dataset = check.dataset(&record);
    if check.untold > 0 {
        check.problems.extend(alone("problems", format!("and {} more", check.untold)));
    }
    if check.problems.is_empty() { Ok(dataset) } else { Err(check.problems) }
}

/// Reads a record as it came from an address, and packs it for the app.
///
/// # Errors
///
/// What is wrong with it in sentences, the first [`limits::LISTED`] and how many more there are.
pub fn packed(record: Vec<u8>) -> Result<String, Vec<String>> {
    if record.len() > limits::LARGEST {
        return Err(vec![format!("a record has at most {} bytes", limits::LARGEST)]);
    }
    let text = String::from_utf8(record)
        .map_err(|error| vec![format!("byte {}: this is not UTF-8", error.utf8_error().valid_up_to())])?;
    let data = dataset(text.trim_start_matches('\u{feff}')).map_err(|problems| listed(&problems))?;
    drop(text); // as large as the rest together
    Ok(pack(&data))
}

fn listed(problems: &[Problem]) -> Vec<String> {
    let mut lines: Vec<String> = problems.iter().take(limits::LISTED).map(Problem::to_string).collect();
    if problems.len() > lines.len() {
        lines.push(format!("and {} more problems", problems.len() - lines.len()));
    }
    lines
}

mod fields;
pub mod limits;

/// The lists whose ids share one space.
const LISTS: [(&str, Type); 8] = [
    ("participants", Type::Participant),
    ("people", Type::Person),
    ("missions", Type::Mission),
    ("facilities", Type::Facility),
    ("phases", Type::Phase),
    ("milestones", Type::Milestone),
    ("events", Type::Event),
    ("conflicts", Type::Conflict),
];

/// The check in progress: what has been seen, and every problem so far.
struct Check {
    ids: Names,
    sources: Names,
    problems: Vec<Problem>,
    /// How many more there are.
    untold: usize,
    /// What the cards hold so far, as [`limits::HEAVIEST`] counts it.
    weight: usize,
    list: &'static str,
    id: Rc<str>,
}

impl Check {
    fn new(record: &Json) -> Check {
        let mut check = Check {
            ids: Names::default(),
            sources: Names::default(),
            problems: Vec::new(),
            untold: 0,
            weight: 0,
            list: "",
            id: Rc::from(""),
        };
        let mut all = Vec::new();
        for (list, kind) in LISTS {
            all.extend(check.ids_of(record, list, kind));
        }
        check.ids = check.unique(all, None);
        let sources = check.ids_of(record, "sources", Type::Source);
        check.sources = check.unique(sources, Some("sources"));
        let counts = check.ids_of(record, "counts", Type::Source);
        check.unique(counts, Some("counts"));
        check
    }

    fn ids_of(&mut self, record: &Json, list: &'static str, kind: Type) -> Vec<(Rc<str>, u64)> {
        let mut ids = Vec::new();
        for (entry, index) in record.get(list).list().iter().zip(0..) {
            self.enter(list, entry);
            self.well_formed();
            ids.push((self.id.clone(), Ref { kind, index }.packed()));
        }
        ids
    }

    fn unique(&mut self, ids: Vec<(Rc<str>, u64)>, list: Option<&'static str>) -> Names {
        let (names, twice) = Names::new(ids);
        for (id, place) in twice {
            self.list = list.or(Ref::unpacked(place).map(|at| list_of(at.kind))).unwrap_or("");
            self.id = id.clone();
            self.problem("id", &id, "this id stands twice in the record");
        }
        names
    }

    fn dataset(&mut self, record: &Json) -> Dataset {
        self.list = "record";
        self.id = "".into();
        let as_of = self.stated(record, "asOf").and_then(|when| when.exact_day());
        if as_of.is_none() {
            self.problem("asOf", "", "the cut-off is one day, as in 2026-09-13");
        }
        let as_of = as_of.unwrap_or(Day::MAX); // so that one fault does not make another of every event
        let [first, last] = limits::YEARS;
        if as_of < Day::MAX && !(first..=last).contains(&civil(as_of).0) {
            let reason =
                format!("nobody has checked a record before {first}, or will have by the end of {last}");
            self.problem("asOf", &When::from_day(as_of).to_string(), &reason);
        }
        let title = self.maybe(record, "title").map(Rc::from);
        let description = self.maybe(record, "description").map(Rc::from);
        self.language(record);
        let mut data = Dataset {
            as_of,
            title,
            description,
            participants: self.shelf(record, 0),
            people: self.shelf(record, 1),
            missions: self.shelf(record, 2),
            facilities: self.shelf(record, 3),
            phases: self.shelf(record, 4),
            ..Dataset::default()
        };
        for source in self.all(record, "sources") {
            data.sources.push(self.source(source));
            data.addresses.push(source.get("url").text().into());
        }
        for event in self.all(record, "events") {
            data.events.push(self.event(event, as_of));
        }
        data.milestones = self.milestones(record, &data.events);
        for conflict in self.all(record, "conflicts") {
            data.conflicts.push(self.conflict(conflict));
        }
        for count in self.all(record, "counts") {
            data.counts.push(self.count(count));
        }
        if self.weight > limits::HEAVIEST {
            self.list = "record";
            self.id = "".into();
            let most = limits::HEAVIEST;
            let reason =
                format!("they hold more than {most} claims, promises, positions, links and citations");
            self.problem("cards", "", &reason);
        }
        data.finish();
        data
    }

    fn source(&mut self, source: &Json) -> Source {
        self.enter("sources", source);
        let url = source.get("url").text();
        let starts = url.starts_with("https://") || url.starts_with("http://");
        if !matches!(source.get("url"), Json::Text(_) | Json::Null) {
            self.problem("url", "", "it has to be a text");
        } else if !url.is_empty() && !starts {
            self.problem("url", url, "an address starts with https:// or http://");
        } else if !url.is_empty() && !limits::links(url) {
            let most = limits::LONGEST_ADDRESS;
            let reason = format!(
                "an address has a host and no spaces, quotes, brackets or user names, and at most {most} bytes"
            );
            self.problem("url", url, &reason);
        }
        let (kind, lean) = (self.plain(source, "kind"), self.plain(source, "lean"));
        self.word("lean", lean, Lean::ALL, Lean::parse);
        Source {
            id: self.id.clone(),
            publisher: self.text(source, "publisher"),
            date: self.date(source, "date"),
            kind: self.word("kind", kind, SourceKind::ALL, SourceKind::parse).unwrap_or(SourceKind::Note),
        }
    }

    fn shelf(&mut self, record: &Json, place: usize) -> Vec<Item> {
        let (list, kind) = LISTS[place];
        let mut items = Vec::new();
        for (item, index) in self.all(record, list).iter().zip(0..) {
            self.enter(list, item);
            items.push(self.item(Ref { kind, index }, item));
        }
        items
    }

    fn item(&mut self, at: Ref, item: &Json) -> Item {
        let mut claims = Vec::new();
        for claim in self.each(item, "claims") {
            claims.extend(self.claim(claim));
            self.weight += 1;
        }
        if item.get("claims").list().is_empty() {
            self.problem("claims", "", "nothing is claimed about it");
        }
        let group = self.plain(item, "group");
        self.number(item, "order"); // the list is in order already
        Item {
            at,
            id: self.id.clone(),
            name: self.text(item, "name"),
            zh: self.maybe(item, "zh").map(Rc::from),
            ru: self.maybe(item, "ru").map(Rc::from),
            aliases: self.texts(item, "aliases"),
            group: self.word("group", group, Group::ALL, Group::parse).unwrap_or(Group::Outside),
            about: self.refs(item, "about"),
            claims: sorted(claims, |claim| (claim.field as i64, 0, 0)),
        }
    }

    fn claim(&mut self, claim: &Json) -> Option<Claim> {
        let name = self.plain(claim, "field");
        let field = self.word("field", name, Field::ALL, Field::parse)?;
        let content = match (self.maybe(claim, "text"), self.maybe(claim, "value")) {
            (Some(_), None) if field.is_coded() => self.refuse(name, "this field takes a value, not a text"),
            (Some(_), None) => Some(Content::Text(self.text(claim, "text"))),
            (None, Some(value)) => self.value(field, value),
            _ => self.refuse(name, "a claim has either a text or a value"),
        };
        let (since, until) = (self.date(claim, "since"), self.date(claim, "until"));
        if let (Some(since), Some(until)) = (since, until)
            && since.earliest() > until.latest()
        {
            self.problem(name, &until.to_string(), "it ends before it begins");
        }
        let (sources, confidence) = (self.cited(claim, name), self.confidence(claim));
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

    fn event(&mut self, event: &Json, as_of: Day) -> Event {
        self.enter("events", event);
        let date = self.stated(event, "date").unwrap_or(When::from_day(0));
        if date.latest() > as_of {
            let reason =
                "an event has happened by the cut-off; what is to come is a milestone with a promise";
            self.problem("date", &date.to_string(), reason);
        }
        let milestone = self
            .maybe(event, "milestone")
            .and_then(|id| self.of_type("milestone", id, Type::Milestone, "there is no such milestone"));
        let held = self.weight; // an event comes to the page as a line, a part of them at a time
        let event = Event {
            id: self.id.clone(),
            date,
            kind: self.kind(event),
            title: self.text(event, "title"),
            text: self.plain(event, "text").into(),
            about: self.refs(event, "about"),
            milestone: milestone.map(|at| at.index as usize),
            sources: self.cited(event, "sources"),
            confidence: self.confidence(event),
        };
        let listed = |at: &&Ref| matches!(at.kind, Type::Person | Type::Facility); // on their cards
        self.weight = held + event.about.iter().filter(listed).count();
        event
    }

    fn milestones(&mut self, record: &Json, events: &[Event]) -> Vec<Milestone> {
        let entries = self.all(record, "milestones");
        let mut promises: Vec<Vec<Promise>> = vec![Vec::new(); entries.len()];
        let ids = self.ids_of(record, "promises", Type::Milestone);
        self.unique(ids, Some("promises"));
        for promise in self.all(record, "promises") {
            self.enter("promises", promise);
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
        for (index, entry) in entries.iter().enumerate() {
            self.enter("milestones", entry);
            if reached[index].len() > 1 {
                self.problem("milestone", "", "two events have reached it");
            }
            let first = reached[index].first().copied();
            milestones.push(self.milestone(entry, std::mem::take(&mut promises[index]), first));
        }
        milestones
    }

    fn milestone(&mut self, milestone: &Json, promises: Vec<Promise>, reached: Option<usize>) -> Milestone {
        if promises.is_empty() {
            self.problem("promises", "", "nobody promised it: it is an event, or nothing");
        }
        Milestone {
            id: self.id.clone(),
            label: self.text(milestone, "label"),
            kind: self.kind(milestone),
            about: self.refs(milestone, "about"),
            promises: sorted(promises, |promise| {
                (i64::from(promise.stated.latest()), i64::from(promise.stated.earliest()), 0)
            }),
            reached,
        }
    }

    fn promise(&mut self, promise: &Json) -> Option<(usize, Promise)> {
        let milestone = self.plain(promise, "milestone");
        let at = self.of_type("milestone", milestone, Type::Milestone, "there is no such milestone");
        let stated = self.stated(promise, "stated");
        let promise = Promise {
            stated: stated.unwrap_or(When::from_day(0)),
            promised: self.date(promise, "promised"),
            text: self.plain(promise, "text").into(),
            who: self.text(promise, "who"),
            sources: self.cited(promise, "sources"),
            confidence: self.confidence(promise),
        };
        Some((at?.index as usize, promise))
    }

    fn conflict(&mut self, conflict: &Json) -> Conflict {
        self.enter("conflicts", conflict);
        let mut positions = Vec::new();
        for position in self.each(conflict, "positions") {
            positions.push(self.position(position));
            self.weight += 1;
        }
        if positions.len() < 2 {
            self.problem("positions", "", "a disagreement has at least two positions");
        }
        Conflict {
            id: self.id.clone(),
            question: self.text(conflict, "question"),
            about: self.refs(conflict, "about"),
            positions,
            reading: self.maybe(conflict, "reading").map(Rc::from),
        }
    }

    fn position(&mut self, position: &Json) -> Position {
        let holders = self.texts(position, "holders");
        if holders.is_empty() {
            self.problem("holders", "", "somebody has to hold the position");
        }
        Position {
            text: self.text(position, "text"),
            holders,
            since: self.stated(position, "since").unwrap_or(When::from_day(0)),
            sources: self.cited(position, "sources"),
        }
    }

    fn count(&mut self, count: &Json) -> Count {
        self.enter("counts", count);
        let number = self.number(count, "number").and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.problem("number", "", "a count is a whole number from 0");
        }
        Count {
            who: self.text(count, "who"),
            when: self.stated(count, "when").unwrap_or(When::from_day(0)),
            number: number.unwrap_or(0),
            of: self.text(count, "of"),
            text: self.plain(count, "text").into(),
            named: self.refs(count, "named"),
            sources: self.cited(count, "sources"),
            confidence: self.confidence(count),
        }
    }
}

fn list_of(kind: Type) -> &'static str {
    LISTS.iter().find(|(_, other)| *other == kind).map_or("sources", |(list, _)| list)
}
