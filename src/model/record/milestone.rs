//! What is promised, and each date given for it, as they are written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Id, Ids, MaybeEdtf, Sources, Text};
#[cfg(feature = "site")]
use crate::model::claim::Confidence;
#[cfg(feature = "site")]
use crate::model::event::Kind;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something promised for a date, and perhaps reached.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// What is promised.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub label: String,
    /// What kind of thing it is.
    #[cfg_attr(feature = "site", schemars(with = "Kind"))]
    pub kind: String,
    /// Ids of what it concerns.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub about: Vec<String>,
    /// When it was reached: the date of the event that names it, put there for readers of the published data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub actual: Option<String>,
}

/// A date given for a milestone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Public: never reused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// The milestone it is given for.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub milestone: String,
    /// When it was said.
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub stated: String,
    /// The date given; null: it was withdrawn or refused.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "MaybeEdtf"))]
    pub promised: Option<String>,
    /// What was said, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: String,
    /// Who said it.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub who: String,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: String,
}
