//! The published shape of a record, as in `data/explainer.<lang>.json`: plain strings, nothing checked.
//!
//! [`crate::model::dataset::Dataset::new`] turns it into what everybody else works with. The app loads the
//! same shape with the sources' titles and addresses left out.

use crate::model::json::Json;
use serde::{Deserialize, Serialize};

/// A whole record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Record {
    /// Cut-off date: the day the record was last checked against the world, `YYYY-MM-DD`.
    pub as_of: String,
    pub participants: Vec<Item>,
    pub people: Vec<Item>,
    pub missions: Vec<Item>,
    pub facilities: Vec<Item>,
    pub phases: Vec<Item>,
    pub milestones: Vec<Milestone>,
    pub events: Vec<Event>,
    pub promises: Vec<Promise>,
    pub conflicts: Vec<Conflict>,
    pub counts: Vec<Count>,
    pub sources: Vec<Source>,
}

/// A participant, person, mission, facility or phase.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    #[serde(default)]
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ru: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    pub group: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<i32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    #[serde(default)]
    pub claims: Vec<Claim>,
}

/// One statement about an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: String,
}

/// Something with a date that was promised, and may have been reached.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    #[serde(default)]
    pub id: String,
    pub label: String,
    pub kind: String,
    #[serde(default)]
    pub about: Vec<String>,
    /// When it was reached: computed from the event that names it, for readers of the published data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
}

/// A date given for a milestone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub milestone: String,
    pub stated: String,
    /// `null`: the date was withdrawn, or none was given.
    #[serde(default)]
    pub promised: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    pub who: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: String,
}

/// Something that has happened by the cut-off date.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    #[serde(default)]
    pub id: String,
    pub date: String,
    pub kind: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: String,
}

/// A question on which sources disagree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    #[serde(default)]
    pub id: String,
    pub question: String,
    #[serde(default)]
    pub about: Vec<String>,
    #[serde(default)]
    pub positions: Vec<Position>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// One side of a conflict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub text: String,
    #[serde(default)]
    pub holders: Vec<String>,
    /// When the position became known.
    pub since: String,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Who counts whom, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    pub id: String,
    pub who: String,
    pub when: String,
    pub number: u32,
    pub of: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: String,
}

/// Where a claim comes from. The app's own record leaves out title, address and what follows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub publisher: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    pub kind: String,
    pub lean: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The title is our description, the source's own was not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub described: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lang: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
}

impl Record {
    /// Reads the published form. Fields that are not ours are passed over.
    ///
    /// # Errors
    ///
    /// A sentence that says where the text is not JSON, or which field is of the wrong kind.
    pub fn from_json(json: &str) -> Result<Record, String> {
        let mut all = Json::parse(json).map_err(|error| error.to_string())?;
        let all = &mut all;
        Ok(Record {
            as_of: text(all, "asOf")?,
            participants: each(all, "participants", item)?,
            people: each(all, "people", item)?,
            missions: each(all, "missions", item)?,
            facilities: each(all, "facilities", item)?,
            phases: each(all, "phases", item)?,
            milestones: each(all, "milestones", milestone)?,
            events: each(all, "events", event)?,
            promises: each(all, "promises", promise)?,
            conflicts: each(all, "conflicts", conflict)?,
            counts: each(all, "counts", count)?,
            sources: each(all, "sources", source)?,
        })
    }
}

fn item(from: &mut Json) -> Result<Item, String> {
    Ok(Item {
        id: text(from, "id")?,
        name: text(from, "name")?,
        zh: maybe(from, "zh")?,
        ru: maybe(from, "ru")?,
        aliases: texts(from, "aliases")?,
        group: text(from, "group")?,
        order: number(from, "order")?.map(|order| order as i32),
        about: texts(from, "about")?,
        claims: each(from, "claims", claim)?,
    })
}

fn claim(from: &mut Json) -> Result<Claim, String> {
    Ok(Claim {
        field: text(from, "field")?,
        text: maybe(from, "text")?,
        value: maybe(from, "value")?,
        since: maybe(from, "since")?,
        until: maybe(from, "until")?,
        sources: texts(from, "sources")?,
        confidence: text(from, "confidence")?,
    })
}

fn milestone(from: &mut Json) -> Result<Milestone, String> {
    Ok(Milestone {
        id: text(from, "id")?,
        label: text(from, "label")?,
        kind: text(from, "kind")?,
        about: texts(from, "about")?,
        actual: maybe(from, "actual")?,
    })
}

fn promise(from: &mut Json) -> Result<Promise, String> {
    Ok(Promise {
        id: text(from, "id")?,
        milestone: text(from, "milestone")?,
        stated: text(from, "stated")?,
        promised: maybe(from, "promised")?,
        text: text(from, "text")?,
        who: text(from, "who")?,
        sources: texts(from, "sources")?,
        confidence: text(from, "confidence")?,
    })
}

fn event(from: &mut Json) -> Result<Event, String> {
    Ok(Event {
        id: text(from, "id")?,
        date: text(from, "date")?,
        kind: text(from, "kind")?,
        title: text(from, "title")?,
        text: text(from, "text")?,
        about: texts(from, "about")?,
        milestone: maybe(from, "milestone")?,
        sources: texts(from, "sources")?,
        confidence: text(from, "confidence")?,
    })
}

fn conflict(from: &mut Json) -> Result<Conflict, String> {
    Ok(Conflict {
        id: text(from, "id")?,
        question: text(from, "question")?,
        about: texts(from, "about")?,
        positions: each(from, "positions", position)?,
        reading: maybe(from, "reading")?,
    })
}

fn position(from: &mut Json) -> Result<Position, String> {
    Ok(Position {
        text: text(from, "text")?,
        holders: texts(from, "holders")?,
        since: text(from, "since")?,
        sources: texts(from, "sources")?,
    })
}

fn count(from: &mut Json) -> Result<Count, String> {
    Ok(Count {
        id: text(from, "id")?,
        who: text(from, "who")?,
        when: text(from, "when")?,
        number: number(from, "number")?.and_then(|number| u32::try_from(number).ok()).unwrap_or(0),
        of: text(from, "of")?,
        text: text(from, "text")?,
        named: texts(from, "named")?,
        sources: texts(from, "sources")?,
        confidence: text(from, "confidence")?,
    })
}

fn source(from: &mut Json) -> Result<Source, String> {
    Ok(Source {
        id: text(from, "id")?,
        publisher: text(from, "publisher")?,
        date: maybe(from, "date")?,
        kind: text(from, "kind")?,
        lean: text(from, "lean")?,
        title: text(from, "title")?,
        described: from.take("described") == Json::Bool(true),
        lang: text(from, "lang")?,
        url: maybe(from, "url")?,
        via: maybe(from, "via")?,
    })
}

/// A text; empty where nothing stands, which the check of the record then tells.
fn text(from: &mut Json, key: &str) -> Result<String, String> {
    Ok(maybe(from, key)?.unwrap_or_default())
}

fn maybe(from: &mut Json, key: &str) -> Result<Option<String>, String> {
    match from.take(key) {
        Json::Text(text) => Ok(Some(text.into_owned())),
        Json::Null => Ok(None),
        _ => Err(wrong(key, "a text")),
    }
}

fn number(from: &mut Json, key: &str) -> Result<Option<i64>, String> {
    match from.take(key) {
        Json::Null => Ok(None),
        Json::Number(digits) => digits.parse().map(Some).map_err(|_| wrong(key, "a whole number")),
        _ => Err(wrong(key, "a whole number")),
    }
}

fn texts(from: &mut Json, key: &str) -> Result<Vec<String>, String> {
    each(from, key, |value| match std::mem::replace(value, Json::Null) {
        Json::Text(text) => Ok(text.into_owned()),
        _ => Err("each has to be a text".to_string()),
    })
}

fn each<T>(from: &mut Json, key: &str, read: fn(&mut Json) -> Result<T, String>) -> Result<Vec<T>, String> {
    match from.take(key) {
        Json::List(mut values) => {
            let numbered = values.iter_mut().enumerate();
            numbered.map(|(place, value)| read(value).map_err(|error| format!("{key}[{place}]: {error}"))).collect()
        }
        Json::Null => Ok(Vec::new()),
        _ => Err(wrong(key, "a list")),
    }
}

fn wrong(key: &str, wanted: &str) -> String {
    format!("{key}: it has to be {wanted}")
}
