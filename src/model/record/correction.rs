//! Something that the record said and that was wrong, as it is written.

#[cfg(feature = "site")]
use super::formats::{Day, Id, Text};
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A correction: what the record said, and what it says instead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// The day on which the record was put right.
    #[cfg_attr(feature = "site", schemars(with = "Day"))]
    pub day: String,
    /// The id of the thing of which it was said.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub about: String,
    /// What was wrong.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub wrong: String,
    /// What is right, as far as is known.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub right: String,
}
