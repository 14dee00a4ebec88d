//! Programmes that are asked the same questions, as they are written.

#[cfg(feature = "site")]
use super::formats::{Edtf, Id, Ids, Sources, Text, said_or_unstated};
#[cfg(feature = "site")]
use crate::model::claim::Confidence;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the programmes that are compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// What it is called.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub name: String,
}

/// A question that each programme is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// The question.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub question: String,
    /// One answer a programme.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// What is answered for one programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[cfg_attr(feature = "site", schemars(transform = said_or_unstated))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The id of the programme.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub programme: String,
    /// Nothing that was read answers the question; then nothing else stands here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unstated: bool,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: Option<String>,
    /// The day since which it is known as it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Edtf"))]
    pub since: Option<String>,
    /// Ids of the things whose statements carry it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Ids"))]
    pub grounds: Vec<String>,
    /// Ids of sources; nothing stands without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: Option<String>,
}
