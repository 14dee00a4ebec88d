//! How the languages of the page stand beside each other: their addresses, their names, and the few words that are about
//! languages.

use super::Lang;

impl Lang {
    /// Its language subtag, by which files are named and which an element may be given.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
            Lang::Ru => "ru",
        }
    }

    /// What leads from the first of its pages to the root of the site.
    pub fn up(self) -> &'static str {
        if self.folder().is_empty() { "" } else { "../" }
    }

    /// The language of a BCP 47 tag; English, if the page has none of it.
    pub fn of(tag: &str) -> Lang {
        let subtag = tag.split('-').next().unwrap_or_default();
        let mut all = Lang::ALL.iter().copied();
        all.find(|lang| lang.code().eq_ignore_ascii_case(subtag)).unwrap_or_default()
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Zh => "中文",
            Lang::Ru => "Русский",
        }
    }

    /// What its pages say of a text that is there in English alone.
    pub fn in_english(self) -> &'static str {
        match self {
            Lang::En => "(in English)",
            Lang::Zh => "（英文）",
            Lang::Ru => "(на английском)",
        }
    }

    /// What its pages call the choice of a language.
    pub fn choice(self) -> &'static str {
        match self {
            Lang::En => "Language",
            Lang::Zh => "语言",
            Lang::Ru => "Язык",
        }
    }
}
