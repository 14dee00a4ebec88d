//! Where a claim comes from, as it is written.

#[cfg(feature = "site")]
use super::formats::{Edtf, HttpAddress, Id, Language, Text};
#[cfg(feature = "site")]
use crate::model::source::{Lean, Reading, SourceKind};
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a claim comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// Who published it first.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub publisher: String,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub date: Option<String>,
    /// What kind of source it is.
    #[cfg_attr(feature = "site", schemars(with = "SourceKind"))]
    pub kind: String,
    /// How far we lean on it.
    #[cfg_attr(feature = "site", schemars(with = "Lean"))]
    pub lean: String,
    /// How it came to be known: its text was read, its title alone, or a copy of it. Missing: it was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Reading"))]
    pub read: String,
    /// What it is called.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub title: String,
    /// The title is our description; the source’s own was not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub described: bool,
    /// Its language, a tag of BCP 47.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Language"))]
    pub lang: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "HttpAddress"))]
    pub url: Option<String>,
    /// On whose copy it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub via: Option<String>,
}
