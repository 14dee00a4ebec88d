//! `Text`: what of a record is put into other languages, each with its place. One function goes through the record, so
//! that what translators are given and what is exchanged in a translated record cannot differ.
//!
//! Titles and publishers of sources stay as they were published; ids, dates and words of closed kinds are no texts; other
//! names (`aliases`) are there to be found by.

use super::Target;
use crate::model::claim::Confidence;
use crate::model::id::Type;
use crate::model::record::{Item, Record};
use std::collections::BTreeMap;

/// A text of the record, as it is given to translators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its place: `mission/luna-26 claim what`.
    pub context: String,
    /// What it says.
    pub english: String,
    /// The files of the record in which it stands, in order.
    pub files: Vec<String>,
    /// What helps to translate it.
    pub notes: Vec<String>,
}

/// Where a text stands.
pub struct Place<'a> {
    /// The type of the thing; for a text that is the same wherever it stands, what it is.
    kind: &'static str,
    /// The thing; empty where the text belongs to none.
    id: &'a str,
    /// Which of its texts.
    field: String,
    /// The file, below the folder of the record.
    file: String,
    /// Nothing is to be built on what it says.
    weak: bool,
}

impl<'a> Place<'a> {
    fn of(kind: &'static str, id: &'a str, field: impl Into<String>, file: impl Into<String>) -> Place<'a> {
        Place { kind, id, field: field.into(), file: file.into(), weak: false }
    }

    /// Of a text that is translated once, wherever it stands, so that a speaker is called by one name.
    fn anywhere(kind: &'static str, file: impl Into<String>) -> Place<'a> {
        Place::of(kind, "", "", file)
    }

    fn graded(self, confidence: &str) -> Place<'a> {
        Place { weak: Confidence::parse(confidence).is_some_and(Confidence::is_weak), ..self }
    }

    /// What kind of text it is, where its words alone do not tell.
    fn kind(&self) -> Option<&'static str> {
        match (self.kind, &*self.field) {
            (WHO, _) => Some("Who says it."),
            (VIA, _) => Some("How a source was read."),
            ("event", "title") => Some("A headline, without a full stop."),
            ("count", "of") => Some("What is counted; it follows a number."),
            ("site", _) => Some("Where a landing site is."),
            ("feature", _) => Some("A named feature of the Moon."),
            ("correction", "wrong") => Some("What the record said and that was wrong."),
            ("correction", "right") => Some("What is right instead; it follows what was wrong."),
            _ => None,
        }
    }

    /// The place in a word or two, by which a translation is looked up.
    pub fn context(&self) -> String {
        let Place { kind, id, field, .. } = self;
        match (id.is_empty(), field.is_empty()) {
            (true, true) => kind.to_string(),
            (true, false) => format!("{kind} {field}"),
            (false, _) => format!("{kind}/{id} {field}"),
        }
    }
}

/// Who says something: a speaker is called by one name, wherever he speaks.
const WHO: &str = "who";
/// How a source was read.
const VIA: &str = "via";

/// The order in which things are given to translators: what others name comes first.
const ORDER: [&str; 17] = [
    "record",
    "facility",
    "phase",
    "mission",
    "participant",
    "person",
    "milestone",
    "event",
    "conflict",
    "count",
    "site",
    "feature",
    "correction",
    "programme",
    "comparison",
    WHO,
    VIA,
];

/// Goes through every text that is put into this language.
pub fn each(record: &mut Record, into: Target, see: &mut dyn FnMut(Place, &mut String)) {
    for (field, text) in [("title", &mut record.title), ("description", &mut record.description)] {
        if let Some(text) = text {
            see(Place::of("record", "", field, "record.toml"), text);
        }
    }
    for kind in Type::ITEMS {
        items(record, kind).iter_mut().for_each(|item| self::item(item, kind, into, see));
    }
    dates(record, see);
    for event in &mut record.events {
        // A file of events is named after their year.
        let file = format!("events/{}.toml", event.date.chars().take(4).collect::<String>());
        let place = |field: &str| Place::of("event", &event.id, field, &*file).graded(&event.confidence);
        see(place("title"), &mut event.title);
        see(place("text"), &mut event.text);
    }
    questions(record, see);
    for count in &mut record.counts {
        let file = "counts.toml";
        see(Place::anywhere(WHO, file), &mut count.who);
        see(Place::of("count", &count.id, "of", file), &mut count.of);
        see(Place::of("count", &count.id, "text", file).graded(&count.confidence), &mut count.text);
    }
    for site in &mut record.sites {
        see(Place::of("site", &site.id, "text", "sites.toml").graded(&site.confidence), &mut site.text);
    }
    for feature in &mut record.features {
        see(Place::of("feature", &feature.id, "name", "features.toml"), &mut feature.name);
    }
    for correction in &mut record.corrections {
        let place = |field: &str| Place::of("correction", &correction.id, field, "corrections.toml");
        see(place("wrong"), &mut correction.wrong);
        see(place("right"), &mut correction.right);
    }
    compared(record, see);
    for via in record.sources.iter_mut().filter_map(|source| source.via.as_mut()) {
        see(Place::anywhere(VIA, "sources.toml"), via);
    }
}

fn item(item: &mut Item, kind: Type, into: Target, see: &mut dyn FnMut(Place, &mut String)) {
    let file = match kind {
        Type::Phase => "phases.toml".to_string(),
        _ => format!("{}/{}.toml", kind.list(), item.id),
    };
    if into.own(item).is_none() {
        see(Place::of(kind.word(), &item.id, "name", &*file), &mut item.name);
    }
    for claim in &mut item.claims {
        let Some(text) = &mut claim.text else { continue };
        let field = format!("claim {}", claim.field);
        see(Place::of(kind.word(), &item.id, field, &*file).graded(&claim.confidence), text);
    }
}

/// What is promised, and what was said of it.
fn dates(record: &mut Record, see: &mut dyn FnMut(Place, &mut String)) {
    let file = |id: &str| format!("milestones/{id}.toml");
    for milestone in &mut record.milestones {
        see(Place::of("milestone", &milestone.id, "label", file(&milestone.id)), &mut milestone.label);
    }
    for promise in &mut record.promises {
        let file = file(&promise.milestone);
        let place = Place::of("milestone", &promise.milestone, "promise", &*file);
        see(place.graded(&promise.confidence), &mut promise.text);
        see(Place::anywhere(WHO, file), &mut promise.who);
    }
}

fn questions(record: &mut Record, see: &mut dyn FnMut(Place, &mut String)) {
    for conflict in &mut record.conflicts {
        let file = format!("conflicts/{}.toml", conflict.id);
        let place = |field: &str| Place::of("conflict", &conflict.id, field, &*file);
        see(place("question"), &mut conflict.question);
        for position in &mut conflict.positions {
            see(place("position"), &mut position.text);
            position.holders.iter_mut().for_each(|who| see(Place::anywhere(WHO, &*file), who));
        }
        if let Some(reading) = &mut conflict.reading {
            see(place("reading"), reading);
        }
    }
}

/// What programmes are asked alike.
fn compared(record: &mut Record, see: &mut dyn FnMut(Place, &mut String)) {
    let file = "comparison.toml";
    for programme in &mut record.programmes {
        see(Place::of("programme", &programme.id, "name", file), &mut programme.name);
    }
    for question in &mut record.comparison {
        let place = |field: &str| Place::of("comparison", &question.id, field, file);
        see(place("question"), &mut question.question);
        for answer in &mut question.answers {
            let confidence = answer.confidence.as_deref().unwrap_or_default();
            let place = place(&format!("answer {}", answer.programme)).graded(confidence);
            if let Some(text) = &mut answer.text {
                see(place, text);
            }
        }
    }
}

/// The items of one type, to be changed.
pub(super) fn items(record: &mut Record, kind: Type) -> &mut [Item] {
    match kind {
        Type::Participant => &mut record.participants,
        Type::Person => &mut record.people,
        Type::Mission => &mut record.missions,
        Type::Facility => &mut record.facilities,
        Type::Phase => &mut record.phases,
        Type::Event | Type::Milestone | Type::Conflict | Type::Source => &mut [],
    }
}

/// Every text that is put into this language, in an order that does not change with dates or grades: thing by thing. A
/// text that stands twice in one place is one text.
pub fn texts(record: &Record, into: Target) -> Vec<Text> {
    let glossary = Glossary::new(record);
    let mut places: BTreeMap<(usize, String), Vec<Text>> = BTreeMap::new();
    each(&mut record.clone(), into, &mut |place, english| {
        if english.is_empty() {
            return;
        }
        let rank = ORDER.iter().position(|kind| *kind == place.kind).unwrap_or(ORDER.len());
        let thing = if place.id.is_empty() { english.to_string() } else { place.id.to_string() };
        let context = place.context();
        let beside = places.entry((rank, thing)).or_default();
        match beside.iter_mut().find(|text| text.context == context && text.english == *english) {
            Some(same) if same.files.contains(&place.file) => {}
            Some(same) => same.files.push(place.file),
            None => beside.push(Text {
                notes: glossary.notes(&place, english),
                context,
                english: english.to_string(),
                files: vec![place.file],
            }),
        }
    });
    places.into_values().flatten().collect()
}

/// What the record calls its things in other scripts.
struct Glossary<'a>(BTreeMap<&'a str, &'a Item>);

/// What is said beside a text on which nothing is to be built.
const WEAK: &str = "A weak statement: the translation says so as plainly as the English does.";

impl<'a> Glossary<'a> {
    fn new(record: &'a Record) -> Glossary<'a> {
        Glossary(record.items().map(|item| (&*item.id, item)).collect())
    }

    /// What helps to translate a text: what it is about, whom it names, and how firm it is. States have names that
    /// everybody knows.
    fn notes(&self, place: &Place, english: &str) -> Vec<String> {
        let itself = self.0.get(place.id).copied();
        let named = self.0.values().filter(|item| {
            let scripts = item.zh.is_some() || item.ru.is_some();
            scripts && item.group != "state" && item.id != place.id && names(item, english)
        });
        let called = itself.into_iter().chain(named.copied()).map(called);
        let kind = place.kind().into_iter();
        let weak = place.weak.then_some(WEAK);
        kind.map(str::to_string).chain(called).chain(weak.map(str::to_string)).collect()
    }
}

/// A name with those in other scripts.
fn called(item: &Item) -> String {
    let scripts: Vec<&str> = [&item.zh, &item.ru].into_iter().flatten().map(String::as_str).collect();
    if scripts.is_empty() { item.name.clone() } else { format!("{}: {}", item.name, scripts.join(", ")) }
}

/// Whether a text names an item, by its name or another of its names.
fn names(item: &Item, text: &str) -> bool {
    let names = std::iter::once(&item.name).chain(&item.aliases);
    names.into_iter().any(|name| holds(text, name))
}

/// Whether a text holds some words, and not as a part of a longer one.
fn holds(text: &str, words: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !inside(before.chars().next_back()) && !inside(after.chars().next())
    })
}
