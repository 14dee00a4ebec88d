//! A question on which sources disagree, as it is written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Id, Ids, Sources, Text};
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A question on which sources disagree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// The question.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub question: String,
    /// Ids of what it touches.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub about: Vec<String>,
    /// What is held on it.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(length(min = 2)))]
    pub positions: Vec<Position>,
    /// How we read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub reading: Option<String>,
}

/// One side of a conflict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// What is held.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: String,
    /// Who holds it.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Vec<Text>"))]
    #[cfg_attr(feature = "site", schemars(length(min = 1)))]
    pub holders: Vec<String>,
    /// When it became known.
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub since: String,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
}
