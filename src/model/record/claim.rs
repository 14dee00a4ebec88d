//! A statement about an item, as it is written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Sources, Text, one_content};
#[cfg(feature = "site")]
use crate::model::claim::{Confidence, Field};
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One statement: a text to read or a value to work with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "site", schemars(transform = one_content))]
pub struct Claim {
    /// What it is about.
    #[cfg_attr(feature = "site", schemars(with = "Field"))]
    pub field: String,
    /// What it says, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: Option<String>,
    /// What it says, for fields that take a date, an id or a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "String"))]
    pub value: Option<String>,
    /// Known and valid from here; a standing fact without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub since: Option<String>,
    /// No longer valid from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub until: Option<String>,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: String,
}
