//! `Language`: what the app loads of a language.

use super::lang::Lang;
use super::locale::Locale;
use super::message::Word;
use super::page::Text;
use super::words::{InOrder, Words};
use std::fmt;

/// What the app loads of a language.
#[derive(Debug)]
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
    #[cfg(feature = "site")]
    pub fn encode(&self) -> Vec<u8> {
        let mut words = Vec::new();
        self.text.write(&mut words);
        self.other.write(&mut words);
        postcard::to_allocvec(&(&self.locale, words)).unwrap_or_default() // fails only for what knows no length
    }

    /// The words from what `encode` wrote. They stay for as long as the app runs: it is loaded in one language, or in
    /// very few.
    ///
    /// # Errors
    ///
    /// If the bytes are not that.
    pub fn decode(bytes: &[u8]) -> Result<&'static Language, NoWords> {
        let Ok(((locale, words), [])) = postcard::take_from_bytes::<(Locale, Vec<Word>)>(bytes) else {
            return Err(NoWords);
        };
        let mut from = InOrder { rest: Box::leak(words.into_boxed_slice()), short: false };
        let (text, other) = (Text::read(&mut from), Text::read(&mut from));
        if from.short || !from.rest.is_empty() {
            return Err(NoWords);
        }
        Ok(Box::leak(Box::new(Language { locale, text, other })))
    }
}

impl fmt::Display for NoWords {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("these are not words in the form this app was built for")
    }
}

impl std::error::Error for NoWords {}
