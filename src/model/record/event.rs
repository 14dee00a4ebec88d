//! Something that has happened, as it is written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Id, Ids, Sources, Text};
#[cfg(feature = "site")]
use crate::model::claim::Confidence;
#[cfg(feature = "site")]
use crate::model::event::Kind;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that has happened by the cut-off.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// When it happened.
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub date: String,
    /// What kind of thing it is.
    #[cfg_attr(feature = "site", schemars(with = "Kind"))]
    pub kind: String,
    /// What happened, in a line.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub title: String,
    /// What the line leaves out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: String,
    /// Ids of what it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub about: Vec<String>,
    /// The milestone it reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub milestone: Option<String>,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: String,
}
