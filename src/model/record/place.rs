//! Places on the Moon, as they are written. Degrees and kilometres are decimal numbers in texts, so that no digit is
//! lost or won.

#[cfg(feature = "site")]
use super::formats::{Id, Kilometres, Latitude, Longitude, Sources, Text};
#[cfg(feature = "site")]
use super::site_kind::SiteKind;
#[cfg(feature = "site")]
use crate::model::claim::Confidence;
#[cfg(feature = "site")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place on the Moon where a mission came down, was to, or is to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// The mission.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub mission: String,
    /// What the place is to it.
    #[cfg_attr(feature = "site", schemars(with = "SiteKind"))]
    pub kind: String,
    /// Selenographic degrees, north positive.
    #[cfg_attr(feature = "site", schemars(with = "Latitude"))]
    pub lat: String,
    /// Selenographic degrees, east positive.
    #[cfg_attr(feature = "site", schemars(with = "Longitude"))]
    pub lon: String,
    /// The point stands for a wider or uncertain place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// Where that is, in words.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub text: String,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
    /// How sure it is.
    #[cfg_attr(feature = "site", schemars(with = "Confidence"))]
    pub confidence: String,
}

/// A named feature of the Moon: its centre and its size.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "site", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Public: never reused.
    #[cfg_attr(feature = "site", schemars(with = "Id"))]
    pub id: String,
    /// Its name.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub name: String,
    /// What it is: crater, mare and so on.
    #[cfg_attr(feature = "site", schemars(with = "Text"))]
    pub kind: String,
    /// Selenographic degrees, north positive.
    #[cfg_attr(feature = "site", schemars(with = "Latitude"))]
    pub lat: String,
    /// Selenographic degrees, east positive.
    #[cfg_attr(feature = "site", schemars(with = "Longitude"))]
    pub lon: String,
    /// Its diameter in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "site", schemars(with = "Kilometres"))]
    pub km: Option<String>,
    /// Ids of sources; nothing stands without one.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(with = "Sources"))]
    pub sources: Vec<String>,
}
