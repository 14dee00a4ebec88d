//! Reading one field of an entry, and telling what is wrong with it.

use super::{Check, limits};
use crate::model::claim::Confidence;
use crate::model::dataset::Problem;
use crate::model::event::Kind;
use crate::model::item::{Ref, Type};
use crate::model::json::Json;
use crate::model::source::SourceNo;
use crate::model::when::{When, WhenError};
use std::rc::Rc;

impl Check {
    /// From here on problems are those of this entry.
    pub fn enter(&mut self, list: &'static str, entry: &Json) {
        self.list = list;
        self.id = match entry.get("id") {
            Json::Text(id) => Rc::from(&**id),
            _ => Rc::from(""),
        };
    }

    /// What the entry is called, which has to be fit for an address.
    pub fn well_formed(&mut self) {
        let id = self.id.clone();
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if id.is_empty() || !plain || id.starts_with('-') || id.ends_with('-') {
            self.problem("id", &id, "an id is lower-case letters, digits and hyphens");
        } else if id.len() > limits::LONGEST_ID {
            self.problem("id", &id, &format!("an id has at most {} characters", limits::LONGEST_ID));
        }
    }

    pub fn problem(&mut self, field: &str, text: &str, reason: &str) {
        if self.problems.len() == limits::TOLD {
            self.untold += 1;
            return;
        }
        self.problems.push(Problem {
            list: self.list,
            id: limits::quoted(&self.id),
            field: field.to_string(),
            text: limits::quoted(text),
            reason: reason.to_string(),
        });
    }

    /// Whether a text can be shown as it is.
    fn fit(&mut self, key: &str, text: &str) -> bool {
        let most = limits::LONGEST;
        if text.len() > most && text.chars().nth(most).is_some() {
            self.problem(key, text, &format!("a text has at most {most} characters"));
            return false;
        }
        let unfit = limits::unfit(text);
        if let Some(sign) = unfit {
            let reason =
                format!("no text holds the character U+{:04X}, which steers and has no look", sign as u32);
            self.problem(key, text, &reason);
        }
        unfit.is_none()
    }

    /// The language of the record's texts, by the first letters of a tag of BCP 47.
    pub fn language(&mut self, record: &Json) {
        let tag = self.plain(record, "language");
        let parts = || tag.split('-');
        let plain =
            |part: &str| (1..9).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let first = parts().next().is_some_and(|word| matches!(word.len(), 2 | 3));
        let fit = first && parts().all(plain) && tag.len() < 36;
        if !fit && !tag.is_empty() {
            self.problem("language", tag, "a language is a tag of BCP 47, as in en or pt-BR");
        }
    }

    /// A text that may be missing.
    pub fn maybe<'j>(&mut self, from: &'j Json, key: &str) -> Option<&'j str> {
        match from.get(key) {
            Json::Text(text) => {
                self.fit(key, text);
                Some(text)
            }
            Json::Null => None,
            _ => {
                self.problem(key, "", "it has to be a text");
                None
            }
        }
    }

    /// A text that may be missing or empty.
    pub fn plain<'j>(&mut self, from: &'j Json, key: &str) -> &'j str {
        self.maybe(from, key).unwrap_or("")
    }

    /// A text to read.
    pub fn text(&mut self, from: &Json, key: &str) -> Rc<str> {
        let text = self.plain(from, key);
        if text.trim().is_empty() {
            self.problem(key, text, "there is nothing to read");
        }
        text.into()
    }

    pub fn number(&mut self, from: &Json, key: &str) -> Option<i32> {
        match from.get(key) {
            Json::Null => return None,
            Json::Number(digits) if let Ok(number) = digits.parse() => return Some(number),
            _ => self.problem(key, "", "it has to be a whole number"),
        }
        None
    }

    pub fn each<'j>(&mut self, from: &'j Json<'j>, key: &str) -> &'j [Json<'j>] {
        if !matches!(from.get(key), Json::List(_) | Json::Null) {
            self.problem(key, "", "it has to be a list");
        }
        let (all, most) = (from.get(key).list(), limits::most(key));
        if all.len() > most {
            self.problem(key, "", &format!("it lists {}; at most {most} stand there", all.len()));
        }
        &all[..all.len().min(most)]
    }

    /// The entries of one of the record's lists.
    pub fn all<'j>(&mut self, record: &'j Json<'j>, list: &str) -> &'j [Json<'j>] {
        self.enter("record", record);
        self.each(record, list)
    }

    pub fn texts(&mut self, from: &Json, key: &str) -> Vec<Rc<str>> {
        let mut texts = Vec::new();
        for value in self.each(from, key) {
            match value {
                Json::Text(text) => {
                    if self.fit(key, text) {
                        texts.push(Rc::from(&**text));
                    }
                }
                _ => self.problem(key, "", "each has to be a text"),
            }
        }
        texts
    }

    pub fn when(&mut self, field: &str, text: &str) -> Option<When> {
        text.parse().map_err(|error: WhenError| self.problem(field, text, &error.to_string())).ok()
    }

    pub fn date(&mut self, from: &Json, key: &str) -> Option<When> {
        let text = self.maybe(from, key)?;
        self.when(key, text)
    }

    /// A date that has to be there.
    pub fn stated(&mut self, from: &Json, key: &str) -> Option<When> {
        let text = self.plain(from, key);
        self.when(key, text)
    }

    /// A word of a closed set; `words` are those of the set.
    pub fn word<T: Copy + std::fmt::Display>(
        &mut self,
        field: &str,
        text: &str,
        all: &[T],
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(text);
        if value.is_none() {
            let words: Vec<String> = all.iter().map(T::to_string).collect();
            self.problem(field, text, &format!("it has to be one of {}", words.join(", ")));
        }
        value
    }

    pub fn confidence(&mut self, from: &Json) -> Confidence {
        let text = self.plain(from, "confidence");
        self.word("confidence", text, Confidence::ALL, Confidence::parse).unwrap_or(Confidence::Unconfirmed)
    }

    pub fn kind(&mut self, from: &Json) -> Kind {
        let text = self.plain(from, "kind");
        self.word("kind", text, Kind::ALL, Kind::parse).unwrap_or(Kind::Other)
    }

    pub fn cited(&mut self, from: &Json, field: &str) -> Vec<SourceNo> {
        let mut cited = Vec::new();
        for id in self.texts(from, "sources") {
            match self.sources.get(&id).and_then(Ref::unpacked).map(|at| SourceNo(at.index)) {
                Some(no) if cited.contains(&no) => self.problem(field, &id, "this source is cited twice"),
                Some(no) => cited.push(no),
                None => self.problem(field, &id, "there is no such source"),
            }
        }
        if cited.is_empty() {
            self.problem(field, "", "nothing stands here without a source");
        }
        self.weight += cited.len();
        cited
    }

    pub fn refs(&mut self, from: &Json, key: &str) -> Vec<Ref> {
        let mut refs = Vec::new();
        for id in self.texts(from, key) {
            match self.at(&id) {
                Some(at) if refs.contains(&at) => self.problem(key, &id, "this id is named twice"),
                Some(at) => refs.push(at),
                None => self.problem(key, &id, "there is no such id"),
            }
        }
        self.weight += refs.len();
        refs
    }

    pub fn at(&self, id: &str) -> Option<Ref> {
        self.ids.get(id).and_then(Ref::unpacked)
    }

    /// The place of an id that has to be of one type.
    pub fn of_type(&mut self, field: &str, id: &str, kind: Type, missing: &str) -> Option<Ref> {
        let at = self.at(id).filter(|at| at.kind == kind);
        if at.is_none() {
            self.problem(field, id, missing);
        }
        at
    }
}
