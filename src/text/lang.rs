//! `Lang`: a language of the page.

use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Lang {
    /// English
    #[default]
    #[serde(rename = "en")]
    En,
    /// Chinese in simplified characters
    #[serde(rename = "zh-Hans")]
    Zh,
    /// Russian
    #[serde(rename = "ru")]
    Ru,
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Zh, Lang::Ru];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
            Lang::Ru => "ru",
        }
    }

    /// The folder of its pages below that of the site, with its slash.
    pub fn folder(self) -> &'static str {
        match self {
            Lang::En => "",
            Lang::Zh => "zh/",
            Lang::Ru => "ru/",
        }
    }
}
