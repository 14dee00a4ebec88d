//! Checking one field of an entry, and telling what is wrong with it.

use super::{Check, limits};
use crate::model::claim::Confidence;
use crate::model::dataset::Diagnostic;
use crate::model::edtf::WhenError;
use crate::model::event::Kind;
use crate::model::id::{Ref, Type, is_well_formed};
use crate::model::source::SourceNo;
use crate::model::when::When;
use std::rc::Rc;

impl Check {
    /// From here on problems are those of this entry.
    pub fn enter(&mut self, list: &'static str, id: &str) {
        self.list = list;
        self.id.clear();
        self.id.push_str(id);
    }

    /// What the entry is called, which has to be fit for an address.
    pub fn well_formed(&mut self) {
        let id = &*self.id;
        let reason = if !is_well_formed(id) {
            "an id is lower-case letters, digits and hyphens".to_string()
        } else if id.len() > limits::LONGEST_ID {
            format!("an id has at most {} characters", limits::LONGEST_ID)
        } else {
            return;
        };
        let id = self.id.clone();
        self.problem("id", &id, &reason);
    }

    pub fn problem(&mut self, field: &str, text: &str, reason: &str) {
        if self.problems.len() == limits::TOLD {
            self.untold += 1;
            return;
        }
        let (text, reason) = (limits::quoted(text), reason.to_string());
        self.problems.push(Diagnostic { text, reason, ..self.told(field) });
    }

    /// A problem with this field of the entry, of which nothing is said yet.
    pub fn told(&self, field: &str) -> Diagnostic {
        let (id, field) = (limits::quoted(&self.id), field.to_string());
        Diagnostic { list: self.list, id, field, text: String::new(), reason: String::new() }
    }

    /// Whether a text can be shown as it is.
    fn fit(&mut self, field: &str, text: &str) -> bool {
        let most = limits::LONGEST;
        if text.len() > most && text.chars().nth(most).is_some() {
            self.problem(field, text, &format!("a text has at most {most} characters"));
            return false;
        }
        let unfit = limits::unfit(text);
        if let Some(sign) = unfit {
            let reason =
                format!("no text holds the character U+{:04X}, which steers and has no look", sign as u32);
            self.problem(field, text, &reason);
        }
        unfit.is_none()
    }

    /// The language of the record's texts, by the first letters of a tag of BCP 47.
    pub fn language(&mut self, tag: &str) {
        self.fit("language", tag);
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
    pub fn maybe(&mut self, field: &str, text: &Option<String>) -> Option<Rc<str>> {
        text.as_ref().map(|text| self.plain(field, text))
    }

    /// A text that may be empty.
    pub fn plain(&mut self, field: &str, text: &str) -> Rc<str> {
        self.fit(field, text);
        text.into()
    }

    /// A text to read.
    pub fn text(&mut self, field: &str, text: &str) -> Rc<str> {
        if text.trim().is_empty() {
            self.problem(field, text, "there is nothing to read");
        }
        self.plain(field, text)
    }

    /// How many of the entries of a list are read.
    pub fn at_most(&mut self, field: &str, entries: usize) -> usize {
        let most = limits::most(field);
        if entries > most {
            self.problem(field, "", &format!("it lists {entries}; at most {most} stand there"));
        }
        entries.min(most)
    }

    pub fn each<'r, T>(&mut self, field: &str, entries: &'r [T]) -> &'r [T] {
        &entries[..self.at_most(field, entries.len())]
    }

    /// The entries of one of the record's lists.
    pub fn all<'r, T>(&mut self, list: &str, entries: &'r [T]) -> &'r [T] {
        self.enter("record", "");
        self.each(list, entries)
    }

    pub fn texts(&mut self, field: &str, texts: &[String]) -> Vec<Rc<str>> {
        let fit = self.each(field, texts).iter().filter(|text| self.fit(field, text));
        fit.map(|text| Rc::from(&**text)).collect()
    }

    pub fn when(&mut self, field: &str, text: &str) -> Option<When> {
        text.parse().map_err(|error: WhenError| self.problem(field, text, &error.to_string())).ok()
    }

    pub fn date(&mut self, field: &str, text: &Option<String>) -> Option<When> {
        text.as_ref().and_then(|text| self.when(field, text))
    }

    /// A date that has to be there.
    pub fn stated(&mut self, field: &str, text: &str) -> When {
        self.when(field, text).unwrap_or(When::from_day(0))
    }

    /// A word of a closed set; `all` are those of the set.
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

    pub fn confidence(&mut self, text: &str) -> Confidence {
        self.word("confidence", text, Confidence::ALL, Confidence::parse).unwrap_or(Confidence::Unconfirmed)
    }

    pub fn kind(&mut self, text: &str) -> Kind {
        self.word("kind", text, Kind::ALL, Kind::parse).unwrap_or(Kind::Other)
    }

    /// The sources of what stands in this field.
    pub fn cited(&mut self, field: &str, sources: &[String]) -> Vec<SourceNo> {
        let mut cited = Vec::new();
        for id in self.each("sources", sources) {
            match self.sources.get(id).and_then(Ref::unpacked).map(|at| SourceNo(at.index)) {
                Some(no) if cited.contains(&no) => self.problem(field, id, "this source is cited twice"),
                Some(no) => cited.push(no),
                None => self.problem(field, id, "there is no such source"),
            }
        }
        if cited.is_empty() {
            self.problem(field, "", "nothing stands here without a source");
        }
        self.weight += cited.len();
        cited
    }

    pub fn refs(&mut self, field: &str, ids: &[String]) -> Vec<Ref> {
        let mut refs = Vec::new();
        for id in self.each(field, ids) {
            match self.at(id) {
                Some(at) if refs.contains(&at) => self.problem(field, id, "this id is named twice"),
                Some(at) => refs.push(at),
                None => self.problem(field, id, "there is no such id"),
            }
        }
        self.weight += refs.len();
        refs
    }

    fn at(&self, id: &str) -> Option<Ref> {
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
