//! A participant, person, mission, facility or phase, as it is written.

use super::claim::Claim;
#[cfg(feature = "site")]
use super::formats::{Id, Ids, Text};
#[cfg(feature = "site")]
use crate::model::item::Group;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A participant, person, mission, facility or phase.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// Its name in the language of the record.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub name: String,
    /// Its name in Chinese script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub zh: Option<String>,
    /// Its name in Russian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub ru: Option<String>,
    /// Other names a reader may search for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Vec<Text>"))]
    pub aliases: Vec<String>,
    /// The shelf it stands on.
    #[cfg_attr(feature = "site", schemars(with = "Group"))]
    pub group: String,
    /// Its place on the shelf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "i32"))]
    pub order: Option<i32>,
    /// Ids of what it is closely related to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub about: Vec<String>,
    /// What is known of it.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(length(min = 1)))]
    pub claims: Vec<Claim>,
}
