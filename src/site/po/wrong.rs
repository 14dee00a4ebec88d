//! What can be wrong with a PO file, each with its line.

use super::Target;
use crate::site::record::Fault;
use std::fmt;

/// Something wrong on a line of a PO file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrong {
    /// From 1.
    pub line: usize,
    pub what: What,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The bytes are no UTF-8.
    Encoding,
    /// The file begins with a byte-order mark, which gettext takes for a word.
    Mark,
    /// A string has no closing quotation mark.
    Unclosed,
    /// Something follows the closing quotation mark.
    AfterString(String),
    /// No string follows a keyword.
    NoString(&'static str),
    /// A string that follows no keyword.
    NoKeyword,
    /// A word that is none of the keywords.
    Unknown(String),
    /// A backslash before something else than `\`, `"`, `n`, `r` and `t`.
    Escape(Option<char>),
    /// A control character, which no text needs.
    Control(char),
    /// Plural forms; no text of a record has any.
    Plural,
    /// A keyword that stands twice in an entry, or after one that it has to precede.
    Order(&'static str),
    /// An entry that ends before it has this.
    Lacks(&'static str),
    /// An entry with a place and nothing to translate.
    Empty,
    /// Some lines of an entry are obsolete and some are not.
    HalfObsolete,
    /// A comment that no entry follows.
    Loose,
    /// The first entry is not about the file.
    NoHeader,
    /// The header lacks this field.
    Field(&'static str),
    /// The header names another charset than UTF-8.
    Charset(String),
    /// The header names another language than the file's name.
    Language(String, Target),
    /// The text stands on this line too.
    Again(usize),
    /// The record has no such place.
    Place(String),
    /// The translation has other placeholders than the text.
    Placeholders { has: Vec<String>, wants: Vec<String> },
}

impl Wrong {
    /// As a fault of the record.
    pub fn fault(&self, into: Target) -> Fault {
        Fault {
            file: into.file(),
            position: None,
            field: format!("line {}", self.line),
            reason: self.what.to_string(),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            What::Encoding => write!(f, "these bytes are no UTF-8; save the file as UTF-8"),
            What::Mark => write!(f, "the file begins with a byte-order mark; save it as UTF-8 without one"),
            What::Unclosed => write!(f, "the string has no closing quotation mark"),
            What::AfterString(rest) => write!(f, "“{rest}” follows the closing quotation mark"),
            What::NoString(keyword) => write!(f, "a string in quotation marks follows {keyword}"),
            What::NoKeyword => write!(f, "a string follows msgctxt, msgid or msgstr"),
            What::Unknown(word) => write!(f, "“{word}” is not msgctxt, msgid or msgstr"),
            What::Escape(Some(sign)) => {
                write!(f, "a backslash stands before \\, \", n, r or t, not “{sign}”")
            }
            What::Escape(None) => write!(f, "a backslash stands before \\, \", n, r or t"),
            What::Control(sign) => write!(f, "a text has no control character U+{:04X}", u32::from(*sign)),
            What::Plural => write!(f, "the texts of a record have no plural forms"),
            What::Order(keyword) => {
                write!(f, "{keyword} stands once, in the order msgctxt, msgid, msgstr")
            }
            What::Lacks(keyword) => write!(f, "the entry has no {keyword}"),
            What::Empty => write!(f, "there is nothing to translate: the msgid is empty"),
            What::HalfObsolete => write!(f, "of an entry every line is obsolete (#~) or none is"),
            What::Loose => write!(f, "no entry follows this comment"),
            What::NoHeader => write!(f, "the first entry is about the file: its msgid is empty"),
            What::Field(name) => write!(f, "the header has no {name}"),
            What::Charset(found) => write!(f, "the charset is UTF-8 (found “{found}”)"),
            What::Language(found, into) => {
                write!(f, "the language of this file is {} (found “{found}”)", into.tag())
            }
            What::Again(line) => write!(f, "this text stands on line {line} too"),
            What::Place(place) => write!(
                f,
                "the record has no such text to translate; `cargo site texts` keeps the translation as obsolete \
                 (found “{place}”)"
            ),
            What::Placeholders { has, wants } => {
                let list = |all: &[String]| match all {
                    [] => "none".to_string(),
                    _ => all.join(", "),
                };
                write!(f, "the placeholders of the text are {}, not {}", list(wants), list(has))
            }
        }
    }
}
