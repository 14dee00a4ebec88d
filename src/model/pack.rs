//! The record as the app loads it: one flat JSON list, ids as places, words as numbers. What was checked when it
//! was built is not checked again, and what a reader of data wants to see (names of fields, sources' titles) is
//! left to the published form. Against loading that form it saves 12 KB brotli of record and 10 KB of Wasm.
//!
//! Each type names its parts once; writing and reading follow from that.

use crate::model::claim::{Claim, Confidence, Content, Field, Outcome};
use crate::model::conflict::{Conflict, Position};
use crate::model::dataset::{Count, Dataset};
use crate::model::drawing::{Live, Node};
use crate::model::event::{Event, Kind};
use crate::model::item::{Group, Item, Ref, Standing, Type};
use crate::model::milestone::{Milestone, Promise};
use crate::model::source::{Source, SourceKind, SourceNo};
use crate::model::when::When;
use std::rc::Rc;

/// The record as a flat list.
pub fn pack(data: &Dataset) -> String {
    let mut out = String::from("[");
    put_dataset(data, &mut out);
    out.pop(); // the last comma
    out.push(']');
    out
}

/// The record from its flat list; `None` if the text is not one.
pub fn unpack(text: &str) -> Option<Dataset> {
    let mut from = Values::new(text);
    let mut data = take_dataset(&mut from);
    let whole = from.whole() && places_exist(&data, &from.ends);
    whole.then(|| {
        data.finish();
        data
    })
}

/// Drawings as a flat list.
pub fn pack_drawings(drawings: &Vec<Node>) -> String {
    let mut out = String::from("[");
    drawings.put(&mut out);
    out.pop(); // the last comma
    out.push(']');
    out
}

/// Drawings from their flat list; none if the text is not one: the page does without.
pub fn unpack_drawings(text: &str) -> Vec<Node> {
    let mut from = Values::new(text);
    let drawings = Pack::take(&mut from);
    if from.whole() { drawings } else { Vec::new() }
}

/// Whether every place that is named is one of the record: a place beyond a list's end would stop the app later.
fn places_exist(data: &Dataset, ends: &[u32; Type::ALL.len()]) -> bool {
    let own =
        |items: &[Item], kind| items.iter().zip(0..).all(|(item, index)| item.at == Ref { kind, index });
    Type::ALL
        .iter()
        .all(|kind| ends[*kind as usize] as usize <= data.length(*kind) && own(data.items(*kind), *kind))
        && data.events.iter().all(|event| event.milestone.is_none_or(|place| place < data.milestones.len()))
        && data
            .milestones
            .iter()
            .all(|milestone| milestone.reached.is_none_or(|place| place < data.events.len()))
}

/// How deep lists may stand in each other; drawings are trees.
const DEEPEST: u32 = 64;

/// The values still to be read. Reading goes on over a value that is not what it should be, and remembers it:
/// stopping at each of a hundred places costs the Wasm 3 KB brotli, and the end is the same.
struct Values<'a> {
    rest: &'a str,
    broken: bool,
    /// How many lists are open.
    deep: u32,
    /// For each type how long its list has to be for every place that was named.
    ends: [u32; Type::ALL.len()],
}

impl<'a> Values<'a> {
    fn new(text: &'a str) -> Values<'a> {
        let rest = text.strip_prefix('[');
        Values { rest: rest.unwrap_or(""), broken: rest.is_none(), deep: 0, ends: Default::default() }
    }

    /// Whether all of it was read and was what it should be.
    fn whole(&self) -> bool {
        !self.broken && self.rest == "]"
    }

    fn named(&mut self, at: Ref) {
        let end = &mut self.ends[at.kind as usize];
        *end = (*end).max(at.index.saturating_add(1));
    }

    /// What comes before the next sign of these, and the sign passed over.
    fn until(&mut self, signs: &[u8]) -> &'a str {
        let end = self.rest.bytes().position(|byte| signs.contains(&byte)).unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at(end);
        self.rest = rest;
        value
    }

    /// Passes over a sign if it is there.
    fn pass(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The comma after a value; after the last one nothing.
    fn next(&mut self) {
        self.broken |= !self.pass(',') && self.rest != "]";
    }

    fn number(&mut self) -> i32 {
        let number = self.until(b",]").parse().ok();
        self.broken |= number.is_none();
        self.next();
        number.unwrap_or(0)
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        self.broken |= !self.pass('"');
        loop {
            text.push_str(self.until(b"\"\\"));
            if !self.pass('\\') {
                break;
            }
            // Only these are ever escaped: quotes, backslashes, and signs below the space by their number.
            let escaped = if self.pass('u') {
                let code = self.rest.get(..4).and_then(|code| u32::from_str_radix(code, 16).ok());
                self.rest = self.rest.get(4..).unwrap_or("");
                code.and_then(char::from_u32)
            } else {
                let sign = self.rest.chars().next();
                self.rest = &self.rest[sign.map_or(0, char::len_utf8)..];
                sign
            };
            self.broken |= escaped.is_none();
            text.extend(escaped);
        }
        self.broken |= !self.pass('"');
        self.next();
        text
    }

    fn null(&mut self) -> bool {
        let rest = self.rest.strip_prefix("null");
        self.rest = rest.unwrap_or(self.rest);
        if rest.is_some() {
            self.next();
        }
        rest.is_some()
    }
}

/// What can be written to the list and read from it.
trait Pack: Sized {
    fn put(&self, out: &mut String);
    fn take(from: &mut Values) -> Self;
}

macro_rules! packs {
    ($($type:ident { $($part:ident),+ })+) => { $(
        impl Pack for $type {
            fn put(&self, out: &mut String) {
                $(self.$part.put(out);)+
            }

            fn take(from: &mut Values) -> $type {
                $type { $($part: Pack::take(from)),+ }
            }
        }
    )+ };
}

packs! {
    Item { at, id, name, zh, ru, aliases, group, about, claims }
    Milestone { id, label, kind, about, promises, reached }
    Promise { stated, promised, text, who, sources, confidence }
    Event { id, date, kind, title, text, about, milestone, sources, confidence }
    Conflict { id, question, about, positions, reading }
    Position { text, holders, since, sources }
    Count { who, when, number, of, text, named, sources, confidence }
    Node { tag, text, attrs, live, nodes }
    Live { rule, of, since, dated }
}

fn put_dataset(data: &Dataset, out: &mut String) {
    data.as_of.put(out);
    data.participants.put(out);
    data.people.put(out);
    data.missions.put(out);
    data.facilities.put(out);
    data.phases.put(out);
    data.milestones.put(out);
    data.events.put(out);
    data.conflicts.put(out);
    data.counts.put(out);
    data.sources.put(out);
    data.addresses.put(out);
    data.title.put(out);
    data.description.put(out);
}

fn take_dataset(from: &mut Values) -> Dataset {
    Dataset {
        as_of: Pack::take(from),
        participants: Pack::take(from),
        people: Pack::take(from),
        missions: Pack::take(from),
        facilities: Pack::take(from),
        phases: Pack::take(from),
        milestones: Pack::take(from),
        events: Pack::take(from),
        conflicts: Pack::take(from),
        counts: Pack::take(from),
        sources: Pack::take(from),
        addresses: Pack::take(from),
        title: Pack::take(from),
        description: Pack::take(from),
        ..Dataset::default()
    }
}

macro_rules! packs_words {
    ($($type:ident)+) => { $(
        impl Pack for $type {
            fn put(&self, out: &mut String) {
                (*self as i32).put(out);
            }

            fn take(from: &mut Values) -> $type {
                let word = $type::ALL.get(from.number() as usize);
                from.broken |= word.is_none();
                word.copied().unwrap_or($type::ALL[0])
            }
        }
    )+ };
}

packs_words! { Confidence Field Group Kind Outcome SourceKind Standing }

/// Most ids end in the date, which is then only counted off.
impl Pack for Source {
    fn put(&self, out: &mut String) {
        self.id.put(out);
        self.publisher.put(out);
        self.kind.put(out);
        match self.date {
            Some(date) if self.id.ends_with(&date.to_string()) => date.to_string().len().put(out),
            date => date.put(out),
        }
    }

    fn take(from: &mut Values) -> Source {
        let (id, publisher, kind): (Rc<str>, _, _) = (Pack::take(from), Pack::take(from), Pack::take(from));
        let counted = from.rest.starts_with(|sign: char| sign.is_ascii_digit());
        let date = match counted {
            true => {
                let start = id.len().saturating_sub(Pack::take(from));
                Some(dated(id.get(start..).unwrap_or(""), from))
            }
            false => Pack::take(from),
        };
        Source { id, publisher, date, kind }
    }
}

/// The field says what kind of content follows.
impl Pack for Claim {
    fn put(&self, out: &mut String) {
        self.field.put(out);
        match &self.content {
            Content::Text(text) => text.put(out),
            Content::Date(when) => when.put(out),
            Content::Item(at) => at.put(out),
            Content::Standing(standing) => standing.put(out),
            Content::Outcome(outcome) => outcome.put(out),
        }
        self.since.put(out);
        self.until.put(out);
        self.sources.put(out);
        self.confidence.put(out);
    }

    fn take(from: &mut Values) -> Claim {
        let field = Pack::take(from);
        let content = match field {
            Field::Standing => Content::Standing(Pack::take(from)),
            Field::Outcome => Content::Outcome(Pack::take(from)),
            Field::Operator => Content::Item(Pack::take(from)),
            coded if coded.is_coded() => Content::Date(Pack::take(from)),
            _ => Content::Text(Pack::take(from)),
        };
        let (since, until) = (Pack::take(from), Pack::take(from));
        Claim { field, content, since, until, sources: Pack::take(from), confidence: Pack::take(from) }
    }
}

impl Pack for i32 {
    fn put(&self, out: &mut String) {
        out.push_str(&self.to_string());
        out.push(',');
    }

    fn take(from: &mut Values) -> i32 {
        from.number()
    }
}

macro_rules! packs_numbers {
    ($($type:ident)+) => { $(
        impl Pack for $type {
            fn put(&self, out: &mut String) {
                (*self as i32).put(out);
            }

            fn take(from: &mut Values) -> $type {
                from.number() as $type
            }
        }
    )+ };
}

packs_numbers! { u32 usize }

impl Pack for SourceNo {
    fn put(&self, out: &mut String) {
        self.0.put(out);
    }

    fn take(from: &mut Values) -> SourceNo {
        let index = Pack::take(from);
        from.named(Ref { kind: Type::Source, index });
        SourceNo(index)
    }
}

/// Type and place in one number: the place times sixteen and the type.
impl Pack for Ref {
    fn put(&self, out: &mut String) {
        (self.index * 16 + self.kind as u32).put(out);
    }

    fn take(from: &mut Values) -> Ref {
        let number = u32::take(from);
        let kind = Type::ALL.get((number % 16) as usize).copied();
        from.broken |= kind.is_none();
        let at = Ref { kind: kind.unwrap_or(Type::Event), index: number / 16 };
        from.named(at);
        at
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn put(&self, out: &mut String) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Values) -> (A, B) {
        (A::take(from), B::take(from))
    }
}

impl Pack for Rc<str> {
    fn put(&self, out: &mut String) {
        out.push('"');
        for c in self.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
        out.push_str("\",");
    }

    fn take(from: &mut Values) -> Rc<str> {
        from.text().into()
    }
}

/// A date as it is written in EDTF: the app reads it with the code that read it when the record was checked.
impl Pack for When {
    fn put(&self, out: &mut String) {
        Rc::<str>::from(self.to_string()).put(out);
    }

    fn take(from: &mut Values) -> When {
        let text = from.text();
        dated(&text, from)
    }
}

fn dated(text: &str, from: &mut Values) -> When {
    let when = text.parse().ok();
    from.broken |= when.is_none();
    when.unwrap_or(When::from_day(0))
}

impl<T: Pack> Pack for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            Some(value) => value.put(out),
            None => out.push_str("null,"),
        }
    }

    fn take(from: &mut Values) -> Option<T> {
        if from.null() { None } else { Some(T::take(from)) }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn put(&self, out: &mut String) {
        self.len().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut Values) -> Vec<T> {
        let mut values = Vec::new();
        from.deep += 1;
        from.broken |= from.deep > DEEPEST;
        for _ in 0..from.number() {
            if from.broken {
                break; // a broken length must not keep a reader waiting
            }
            values.push(T::take(from));
        }
        from.deep -= 1;
        values
    }
}
