//! `Record`: a record as it is written in TOML and published as `data/explainer.<lang>.json`. Plain strings, nothing
//! checked; [`crate::model::validate`] turns it into the [`crate::model::dataset::Dataset`] that everything else works
//! with.
//!
//! Sources and confidence stand in several types and are not one type within them: serde's `flatten` takes in what is
//! left over, so that a field with a slip in its name would pass unseen.

mod claim;
mod comparison;
mod conflict;
mod correction;
mod count;
mod event;
#[cfg(feature = "site")]
mod formats;
mod item;
mod milestone;
mod place;
#[cfg(feature = "site")]
pub mod schema;
mod site_kind;
mod source;

use crate::model::dataset::STATION;
use crate::model::id::Type;
pub use claim::Claim;
pub use comparison::{Answer, Programme, Question};
pub use conflict::{Conflict, Position};
pub use correction::Correction;
pub use count::Count;
pub use event::Event;
#[cfg(feature = "site")]
use formats::{BcpTag, Day, Text};
pub use item::Item;
pub use milestone::{Milestone, Promise};
pub use place::{Feature, Site};
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use site_kind::SiteKind;
pub use source::Source;

/// A whole record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Record {
    /// The cut-off: the day the record was last checked against the world.
    #[cfg_attr(feature = "site", schemars(with = "Day"))]
    pub as_of: String,
    /// What the record calls itself. That of the station has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub title: Option<String>,
    /// What the record is about, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub description: Option<String>,
    /// The language of the texts, a tag of BCP 47; English if it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "BcpTag"))]
    pub language: Option<String>,
    /// States, bodies, institutes, companies.
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
    /// Every date given for a milestone.
    pub promises: Vec<Promise>,
    /// What sources disagree on.
    pub conflicts: Vec<Conflict>,
    /// Who counts whom, by date.
    pub counts: Vec<Count>,
    /// Where it all comes from.
    pub sources: Vec<Source>,
    /// Programmes that are asked the same questions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// What they are asked, and what is answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<Question>,
    /// Where missions came down, or are to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// Craters, seas and mountains, by which a site is found on a map.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<Feature>,
    /// What the record said and that was wrong, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

impl Record {
    /// Whether it is about the station, as [`crate::model::dataset::Dataset::ours`] says.
    pub fn ours(&self) -> bool {
        self.title.is_none() && self.facilities.iter().any(|item| item.id == STATION)
    }

    /// The items of one type; empty for types that are not items.
    pub fn items_of(&self, kind: Type) -> &[Item] {
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
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        Type::ITEMS.iter().flat_map(|kind| self.items_of(*kind))
    }

    /// The sources with these ids, in record order.
    pub fn cited<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(|source| ids.contains(&source.id))
    }
}
