//! Who counts whom, as it is written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Id, Ids, Sources, Text};
#[cfg(feature = "site")]
use crate::model::claim::Confidence;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who counts whom, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// Who counts.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub who: String,
    /// When.
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub when: String,
    /// How many.
    pub number: u32,
    /// Of what.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub of: String,
    /// What to know about the count.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: String,
    /// Ids of those named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub named: Vec<String>,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: String,
}
