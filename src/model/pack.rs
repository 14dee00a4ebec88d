//! The record as the app loads it: one flat JSON list, ids as places, words as numbers. What was checked when it
//! was built is not checked again, and what a reader of data wants to see (names of fields, sources' titles) is
//! left to the published form. Against loading that form it saves 12 KB brotli of record and 10 KB of Wasm.
//!
//! Each type names its parts once; writing and reading follow from that.

use crate::model::claim::{Claim, Confidence, Content, Field, Outcome};
use crate::model::conflict::{Conflict, Position};
use crate::model::dataset::{Count, Dataset};
use crate::model::event::{Event, Kind};
use crate::model::item::{Group, Item, Ref, Standing};
use crate::model::json::Json;
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
    let Json::List(values) = Json::parse(text).ok()? else { return None };
    let mut from = values.into_iter();
    let mut data = take_dataset(&mut from)?;
    data.finish();
    from.next().is_none().then_some(data)
}

/// The values still to be read.
type Values<'a> = std::vec::IntoIter<Json<'a>>;

/// What can be written to the list and read from it.
trait Pack: Sized {
    fn put(&self, out: &mut String);
    fn take(from: &mut Values) -> Option<Self>;
}

macro_rules! packs {
    ($($type:ident { $($part:ident),+ })+) => { $(
        impl Pack for $type {
            fn put(&self, out: &mut String) {
                $(self.$part.put(out);)+
            }

            fn take(from: &mut Values) -> Option<$type> {
                Some($type { $($part: Pack::take(from)?),+ })
            }
        }
    )+ };
}

packs! {
    Item { at, id, name, zh, ru, aliases, group, about, claims }
    Claim { field, content, since, until, sources, confidence }
    Milestone { id, label, kind, about, promises, reached }
    Promise { stated, promised, text, who, sources, confidence }
    Event { id, date, kind, title, text, about, milestone, sources, confidence }
    Conflict { id, question, about, positions, reading }
    Position { text, holders, since, sources }
    Count { who, when, number, of, text, named, sources, confidence }
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
}

fn take_dataset(from: &mut Values) -> Option<Dataset> {
    Some(Dataset {
        as_of: Pack::take(from)?,
        participants: Pack::take(from)?,
        people: Pack::take(from)?,
        missions: Pack::take(from)?,
        facilities: Pack::take(from)?,
        phases: Pack::take(from)?,
        milestones: Pack::take(from)?,
        events: Pack::take(from)?,
        conflicts: Pack::take(from)?,
        counts: Pack::take(from)?,
        sources: Pack::take(from)?,
        ..Dataset::default()
    })
}

macro_rules! packs_words {
    ($($type:ident)+) => { $(
        impl Pack for $type {
            fn put(&self, out: &mut String) {
                (*self as i32).put(out);
            }

            fn take(from: &mut Values) -> Option<$type> {
                $type::ALL.get(i32::take(from)? as usize).copied()
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

    fn take(from: &mut Values) -> Option<Source> {
        let (id, publisher, kind) = (Rc::<str>::take(from)?, Pack::take(from)?, Pack::take(from)?);
        let date = match from.as_slice().first() {
            Some(Json::Number(_)) => {
                let start = id.len().checked_sub(usize::take(from)?)?;
                Some(id.get(start..)?.parse().ok()?)
            }
            _ => Pack::take(from)?,
        };
        Some(Source { id, publisher, date, kind })
    }
}

fn tagged(tag: i32, value: &impl Pack, out: &mut String) {
    tag.put(out);
    value.put(out);
}

impl Pack for Content {
    fn put(&self, out: &mut String) {
        match self {
            Content::Text(text) => tagged(0, text, out),
            Content::Date(when) => tagged(1, when, out),
            Content::Item(at) => tagged(2, at, out),
            Content::Standing(standing) => tagged(3, standing, out),
            Content::Outcome(outcome) => tagged(4, outcome, out),
        }
    }

    fn take(from: &mut Values) -> Option<Content> {
        match i32::take(from)? {
            0 => Rc::take(from).map(Content::Text),
            1 => When::take(from).map(Content::Date),
            2 => Ref::take(from).map(Content::Item),
            3 => Standing::take(from).map(Content::Standing),
            4 => Outcome::take(from).map(Content::Outcome),
            _ => None,
        }
    }
}

impl Pack for i32 {
    fn put(&self, out: &mut String) {
        out.push_str(&self.to_string());
        out.push(',');
    }

    fn take(from: &mut Values) -> Option<i32> {
        match from.next()? {
            Json::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }
}

impl Pack for u32 {
    fn put(&self, out: &mut String) {
        (*self as i32).put(out);
    }

    fn take(from: &mut Values) -> Option<u32> {
        i32::take(from).map(|number| number as u32)
    }
}

impl Pack for usize {
    fn put(&self, out: &mut String) {
        (*self as i32).put(out);
    }

    fn take(from: &mut Values) -> Option<usize> {
        i32::take(from).map(|number| number as usize)
    }
}

impl Pack for SourceNo {
    fn put(&self, out: &mut String) {
        self.0.put(out);
    }

    fn take(from: &mut Values) -> Option<SourceNo> {
        u32::take(from).map(SourceNo)
    }
}

/// Type and place in one number: the place times sixteen and the type.
impl Pack for Ref {
    fn put(&self, out: &mut String) {
        (self.index * 16 + self.kind as u32).put(out);
    }

    fn take(from: &mut Values) -> Option<Ref> {
        let number = u32::take(from)?;
        let kind = *crate::model::item::Type::ALL.get((number % 16) as usize)?;
        Some(Ref { kind, index: number / 16 })
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

    fn take(from: &mut Values) -> Option<Rc<str>> {
        match from.next()? {
            Json::Text(text) => Some(Rc::from(&*text)),
            _ => None,
        }
    }
}

/// A date as it is written in EDTF: the app reads it with the code that read it when the record was checked.
impl Pack for When {
    fn put(&self, out: &mut String) {
        Rc::<str>::from(self.to_string()).put(out);
    }

    fn take(from: &mut Values) -> Option<When> {
        match from.next()? {
            Json::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

impl<T: Pack> Pack for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            Some(value) => value.put(out),
            None => out.push_str("null,"),
        }
    }

    fn take(from: &mut Values) -> Option<Option<T>> {
        if from.as_slice().first() == Some(&Json::Null) {
            from.next();
            return Some(None);
        }
        T::take(from).map(Some)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn put(&self, out: &mut String) {
        self.len().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut Values) -> Option<Vec<T>> {
        let length = usize::take(from)?;
        let mut values = Vec::with_capacity(length.min(from.len()));
        for _ in 0..length {
            values.push(T::take(from)?);
        }
        Some(values)
    }
}
