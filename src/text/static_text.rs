//! `StaticText`: what the pages say beside the app, which does without it.

use super::words::{Words, members, texts};
use crate::model::claim::Confidence;
use crate::model::id::Type;
use crate::model::source::{Lean, Reading, SourceKind};
use crate::model::when::When;
use crate::words;

members!(Lean, Purpose, SourceKind, SourceLanguage);

words! {
    /// What can be done with a file, in the order in which the page offers them.
    Purpose {
        /// Everything
        Record = "record",
        /// A table of what is dated
        Table = "table",
        /// What is still promised
        Calendar = "calendar",
        /// The sources
        References = "references",
    }
}

words! {
    /// A language that a source is in.
    SourceLanguage {
        /// Arabic
        Ar = "ar",
        /// German
        De = "de",
        /// English
        En = "en",
        /// Spanish
        Es = "es",
        /// Persian
        Fa = "fa",
        /// French
        Fr = "fr",
        /// Hindi
        Hi = "hi",
        /// Indonesian
        Id = "id",
        /// Italian
        It = "it",
        /// Japanese
        Ja = "ja",
        /// Portuguese
        Pt = "pt",
        /// Russian
        Ru = "ru",
        /// Serbian
        Sr = "sr",
        /// Filipino
        Tl = "tl",
        /// Turkish
        Tr = "tr",
        /// Ukrainian
        Uk = "uk",
        /// Chinese
        Zh = "zh",
        /// Any other
        Other = "other",
    }
}

/// Where the pictures were taken from, in the order of their words: the address, and what it is called.
pub const ART_FROM: [(&str, &str); 3] = [
    ("https://svs.gsfc.nasa.gov/4720/", "CGI Moon Kit"),
    ("https://planetarynames.wr.usgs.gov/", "Gazetteer of Planetary Nomenclature"),
    ("https://www.naturalearthdata.com/", "Natural Earth"),
];

/// What a calendar says of a promise.
pub struct Promised<'a> {
    /// For when.
    pub when: &'a When,
    /// Who promised it.
    pub who: &'a str,
    /// When.
    pub stated: Option<&'a When>,
    /// What was said; may be empty.
    pub text: &'a str,
    /// How sure that is.
    pub confidence: &'a str,
    /// The addresses or names of the sources.
    pub sources: &'a str,
}

texts! {
    /// What the pages say beside the app.
    StaticText {
        plain {
            description,
            sources_sub,
            sources_link,
            art,
            method,
            glance,
            sum,
            downloads,
            downloads_sub,
            source_page,
            source_page_sub,
            source_described,
            source_undated,
            source_no_link,
            back,
            missing,
            missing_sub,
            whole,
            whole_link,
            item_says,
            item_cite,
            licences,
            licences_sub,
            licences_bill,
            licences_fonts,
            licences_tests,
            licences_texts,
            licence_none,
            no_script,
            filters_off,
        }
        lists {
            /// What was taken from where the pictures come from.
            art_from: 3,
            method_text: 5,
            /// What a page says that stands without its style, and the words of the link to its right address.
            unstyled: 2,
        }
        tables {
            grades: Confidence,
            source_read: Reading,
            /// The things of a type, all of them.
            list_of: Type,
            source_kind: SourceKind,
            lean: Lean,
            language_of: SourceLanguage,
            purpose: Purpose,
        }
        messages {
            sources_number(kind: &str, number: usize),
            one_source(one: usize, all: usize),
            leaning_on(all: usize, far: usize, care: usize, hardly: usize),
            read_how(copied: usize, unread: usize, unlinked: usize),
            looked_for(when: &When),
            download_of(what: &str, kilobytes: usize),
            promised_to(when: &When, who: &str, stated: Option<&When>, text: &str, confidence: &str, sources: &str),
            source_cited(number: usize),
            whole_sub(when: &When),
            also_called(names: &[String]),
            item_sources(number: usize),
            item_cited_as(name: &str, title: &str, when: &When),
            licences_number(number: usize),
            licence_text(number: usize, file: &str, carried: usize),
            licence_link(number: usize, file: &str),
        }
    }
}

impl Words<StaticText> {
    /// A kind of source, and how many there are of it.
    pub fn sources_of(self, kind: SourceKind, number: usize) -> String {
        self.sources_number(self.source_kind(kind), number)
    }

    /// On how many sources we lean far, with care, and hardly.
    pub fn leaning(self, all: usize, leaning: [usize; 3]) -> String {
        let [far, care, hardly] = leaning;
        self.leaning_on(all, far, care, hardly)
    }

    /// The link to a file, with its length.
    pub fn download(self, purpose: Purpose, bytes: usize) -> String {
        self.download_of(self.purpose(purpose), bytes.div_ceil(1000))
    }

    /// What a calendar says of a promise.
    pub fn promised(self, it: &Promised) -> String {
        self.promised_to(it.when, it.who, it.stated, it.text, it.confidence, it.sources)
    }

    /// The language with a tag.
    pub fn language(self, tag: &str) -> &'static str {
        self.language_of(SourceLanguage::parse(tag).unwrap_or(SourceLanguage::Other))
    }
}
