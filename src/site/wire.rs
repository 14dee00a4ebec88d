//! The published shape of a record, as in `data/explainer.<lang>.json`: plain strings, nothing checked.
//!
//! [`crate::model::dataset::Dataset::from_json`] turns it into what everybody else works with. The app
//! loads [`crate::model::pack`]'s form instead.

use crate::model::dataset::STATION;
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// A whole record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Record {
    /// Cut-off date: the day the record was last checked against the world, `YYYY-MM-DD`.
    pub as_of: String,
    /// What the record calls itself; that of this crate goes by what the page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language of its texts, a tag of BCP 47; English if it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
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
    /// Where missions came down, or are to.
    pub sites: Vec<Site>,
    /// Craters, seas and mountains, by which a site is found on a map.
    pub features: Vec<Feature>,
}

impl Record {
    /// Whether it is about the station, as [`crate::model::dataset::Dataset::ours`] says.
    pub fn ours(&self) -> bool {
        self.title.is_none() && self.facilities.iter().any(|item| item.id == STATION)
    }

    /// What its pages are called.
    pub fn title(&self, lang: Lang) -> &str {
        let text = if self.ours() { lang.text() } else { lang.other() };
        self.title.as_deref().unwrap_or(text.title)
    }

    /// What its pages say they are about.
    pub fn description(&self, lang: Lang) -> &str {
        let own = if self.ours() { lang.still().description } else { self.title(lang) };
        self.description.as_deref().unwrap_or(own)
    }

    /// The lists of items, each with its name.
    pub fn lists(&self) -> [(&'static str, &[Item]); 5] {
        [
            ("participants", &self.participants),
            ("people", &self.people),
            ("missions", &self.missions),
            ("facilities", &self.facilities),
            ("phases", &self.phases),
        ]
    }

    /// The sources with these ids, in record order.
    pub fn cited<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(|source| ids.contains(&source.id))
    }

    /// Every item.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.lists().into_iter().flat_map(|(_, items)| items)
    }
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

/// Where a claim comes from.
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

/// A place on the Moon where a mission came down, was to, or is to: selenographic degrees, north and east positive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub id: String,
    pub mission: String,
    /// `landing`, `impact`, `target` or `candidate`.
    pub kind: String,
    /// A decimal number as it is written, so that no digit is lost or won.
    pub lat: String,
    pub lon: String,
    /// The point stands for a wider or uncertain place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// Where that is, in words.
    pub text: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: String,
}

/// A named feature of the Moon: its centre, as a site's, and its size.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    pub id: String,
    pub name: String,
    /// `crater`, `mare` and so on.
    pub kind: String,
    pub lat: String,
    pub lon: String,
    /// Its diameter in kilometres, a decimal number as it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub km: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}
