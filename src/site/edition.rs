//! `Edition`: the record in one language of the page, as that language's pages and files have it.

use super::po::Target;
use super::po::translation::Translation;
use super::record;
use crate::model::dataset::{Dataset, Diagnostic};
use crate::model::record::{Item, Record};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A record in a language of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The language.
    pub lang: Lang,
    /// The record, as it is published.
    pub record: Record,
    /// The texts in it that stand in English, since nobody has translated them.
    pub english: BTreeSet<String>,
    /// What other editions call an item, by its id, where it has no such name itself.
    names: BTreeMap<String, Vec<String>>,
}

impl Edition {
    /// The record in every language that it is there in, its own first. One that says in which language it is stands on
    /// the English pages.
    pub fn all(record: &Record, translations: &[Translation]) -> Vec<Edition> {
        let own = Edition::new(Lang::default(), record.clone(), BTreeSet::new());
        let put = translations.iter().map(|translation| {
            let translated = record.translated(translation);
            Edition::new(lang(translation.into), translated.record, translated.english)
        });
        let mut all: Vec<Edition> = std::iter::once(own).chain(put).collect();
        let called: Vec<Vec<&Item>> = all.iter().map(|edition| edition.record.items().collect()).collect();
        let names: Vec<_> = called.iter().map(|items| foreign(items, &called)).collect();
        all.iter_mut().zip(names).for_each(|(edition, names)| edition.names = names);
        all
    }

    fn new(lang: Lang, record: Record, english: BTreeSet<String>) -> Edition {
        Edition { lang, record, english, names: BTreeMap::new() }
    }

    /// The record as the app loads it: an item is found by what the other languages call it, too.
    ///
    /// # Errors
    ///
    /// Everything that does not hold.
    pub fn app(&self) -> Result<Dataset, Vec<Diagnostic>> {
        let mut data = self.shown(record::checked(&self.record)?);
        let lists = [
            &mut data.participants,
            &mut data.people,
            &mut data.missions,
            &mut data.facilities,
            &mut data.phases,
        ];
        for item in lists.into_iter().flatten() {
            let names = self.names.get(&*item.id).into_iter().flatten();
            item.aliases.extend(names.map(|name| Rc::from(name.as_str())));
        }
        Ok(data)
    }

    /// The whole record, for the pages of the site.
    ///
    /// # Errors
    ///
    /// Everything that does not hold.
    pub fn whole(&self) -> Result<Dataset, Vec<Diagnostic>> {
        Ok(self.shown(record::whole(&self.record)?))
    }

    /// The record on pages of its own language, which need not say so of every text, but of those in English.
    fn shown(&self, mut data: Dataset) -> Dataset {
        if self.lang != Lang::default() {
            data.language = None;
        }
        data.english = self.english.iter().map(|text| Rc::from(text.as_str())).collect();
        data
    }
}

/// The language of the page into which a translation puts the record.
fn lang(into: Target) -> Lang {
    match into {
        Target::Zh => Lang::Zh,
        Target::Ru => Lang::Ru,
    }
}

/// What items are called in all editions and have no name for themselves. Each edition has the same items in one order.
fn foreign(items: &[&Item], editions: &[Vec<&Item>]) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for (place, item) in items.iter().enumerate() {
        let known: BTreeSet<&String> = names(item).collect();
        let elsewhere = editions.iter().filter_map(|items| items.get(place)).flat_map(|item| names(item));
        let new: BTreeSet<&String> = elsewhere.filter(|name| !known.contains(name)).collect();
        if !new.is_empty() {
            all.insert(item.id.clone(), new.into_iter().cloned().collect());
        }
    }
    all
}

fn names(item: &Item) -> impl Iterator<Item = &String> {
    std::iter::once(&item.name).chain(&item.zh).chain(&item.ru).chain(&item.aliases)
}
