//! A record in another language. What has no translation stays in English and is listed, so that a page can say so and
//! never mixes languages silently.

use super::text::{each, items};
use super::translation::Translation;
use crate::model::id::Type;
use crate::model::record::{Item, Record};
use std::collections::BTreeSet;

/// A record in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct Translated {
    pub record: Record,
    /// The texts in it that stand in English.
    pub english: BTreeSet<String>,
}

impl Record {
    /// The record in the language of a translation. Ids, dates, sources and the order of everything stay.
    pub fn translated(&self, translation: &Translation) -> Translated {
        let into = translation.into;
        let mut record = Record { language: Some(into.tag().to_string()), ..self.clone() };
        let mut english = BTreeSet::new();
        each(&mut record, into, &mut |place, text| match translation.get(&place.context(), text) {
            Some(translated) => *text = translated.to_string(),
            None if text.is_empty() => {}
            None => {
                english.insert(text.clone());
            }
        });
        for kind in Type::ITEMS {
            for (item, was) in items(&mut record, kind).iter_mut().zip(self.items_of(kind)) {
                name(item, was, translation);
            }
        }
        Translated { record, english }
    }
}

/// Calls an item what the record itself calls it in this language. The English name is among the others then: readers
/// may look for it.
fn name(item: &mut Item, was: &Item, translation: &Translation) {
    if let Some(own) = translation.into.take_own(item) {
        item.name = own;
    }
    if item.name != was.name {
        item.aliases.retain(|alias| *alias != item.name);
        item.aliases.insert(0, was.name.clone());
    }
}
