//! `Language`: what the app loads of a language.

use super::lang::Lang;
use super::locale::Locale;
use super::page::Text;
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the app loads of a language.
#[derive(Debug, Deserialize, Serialize)]
pub struct Language {
    /// How it counts, lists and dates.
    pub locale: Locale,
    text: Text,
    /// The same where the record is not about the station.
    other: Text,
}

/// Bytes are no words of the form this app was built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWords;

impl Language {
    /// The words of a language.
    pub fn new(locale: Locale, text: Text, other: Text) -> Language {
        Language { locale, text, other }
    }

    /// Which it is.
    pub fn lang(&self) -> Lang {
        self.locale.lang
    }

    /// What the app says by itself, of a record of ours or of another.
    pub fn text(&'static self, ours: bool) -> Words<Text> {
        Words { words: if ours { &self.text } else { &self.other }, locale: &self.locale }
    }

    /// Shows each message, with where it stands.
    #[cfg(feature = "site")]
    pub fn each_message(&self, show: &mut dyn FnMut(super::argument::Given)) {
        self.text.each_message("app.text", show);
        self.other.each_message("app.other", show);
    }

    /// The words as the app loads them.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default() // in memory it fails only for what knows no length
    }

    /// The words from what [`Language::encode`] wrote. They stay for as long as the app runs: it is loaded in one
    /// language, or in very few.
    ///
    /// # Errors
    ///
    /// If the bytes are not that.
    pub fn decode(bytes: &[u8]) -> Result<&'static Language, NoWords> {
        match postcard::take_from_bytes::<Language>(bytes) {
            Ok((language, [])) => Ok(Box::leak(Box::new(language))),
            _ => Err(NoWords),
        }
    }
}

impl fmt::Display for NoWords {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("these are not words in the form this app was built for")
    }
}

impl std::error::Error for NoWords {}
