//! A file renewed: the texts as the record has them now, with what translators wrote. Nothing they wrote is lost: the
//! translation of a text that was changed stays beside the new one, to be looked at (fuzzy), and that of one that is gone
//! stays at the end (obsolete).

use super::entry::{Entry, FUZZY, Po};
use super::text::Text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many percent of the words two texts have to share for the translation of the one to help with the other.
const ALIKE: usize = 50;

impl Po {
    /// The file for the texts as they are now.
    pub fn renewed(self, texts: &[Text]) -> Po {
        let Po { header, entries, obsolete } = self;
        let mut old = Old::new(entries, obsolete);
        let mut found: Vec<Option<Entry>> = texts.iter().map(|text| old.same(text)).collect();
        let gone: Vec<usize> = (0..texts.len()).filter(|index| found[*index].is_none()).collect();
        for (index, entry) in old.alike(texts, &gone) {
            found[index] = Some(entry);
        }
        let entries = texts.iter().zip(found).map(|(text, entry)| of_now(text, entry)).collect();
        Po { header, entries, obsolete: old.left() }
    }
}

/// The entry of a text as it is now.
fn of_now(text: &Text, entry: Option<Entry>) -> Entry {
    let Text { context, english, files, notes } = text.clone();
    Entry { context: Some(context), english, files, notes, ..entry.unwrap_or_default() }
}

/// The entries of the file as it was; each is taken once.
struct Old {
    entries: Vec<Option<Entry>>,
    /// Where an entry stands, by place and text; one with a translation before one without, one in use before one that
    /// is obsolete.
    places: BTreeMap<(String, String), usize>,
}

impl Old {
    fn new(entries: Vec<Entry>, obsolete: Vec<Entry>) -> Old {
        let entries: Vec<Option<Entry>> = entries.into_iter().chain(obsolete).map(Some).collect();
        let mut places = BTreeMap::new();
        let untranslated = |entry: &Option<Entry>| entry.as_ref().is_none_or(|it| it.translation.is_empty());
        let (without, with): (Vec<usize>, Vec<usize>) =
            (0..entries.len()).partition(|index| untranslated(&entries[*index]));
        for index in with.into_iter().chain(without) {
            let Some(entry) = &entries[index] else { continue };
            places.entry((place(entry), entry.english.clone())).or_insert(index);
        }
        Old { entries, places }
    }

    /// The entry of the same text in the same place.
    fn same(&mut self, text: &Text) -> Option<Entry> {
        let index = *self.places.get(&(text.context.clone(), text.english.clone()))?;
        self.entries[index].take()
    }

    /// For texts that are new, the work on texts that are gone: on the same words from another place, or on words much
    /// like them in the same place. The most alike come first.
    fn alike(&mut self, texts: &[Text], new: &[usize]) -> Vec<(usize, Entry)> {
        let mut pairs = Vec::new();
        for index in new {
            let text = &texts[*index];
            for (at, entry) in self.entries.iter().enumerate() {
                let Some(entry) = entry.as_ref().filter(|entry| entry.has_work()) else { continue };
                let beside = place(entry) == text.context;
                let alike = match entry.english == text.english {
                    true => 100,
                    false if beside => alike(&entry.english, &text.english),
                    false => 0,
                };
                if alike >= ALIKE {
                    pairs.push((Reverse(alike), Reverse(beside), *index, at));
                }
            }
        }
        pairs.sort_unstable();
        let mut found: BTreeMap<usize, Entry> = BTreeMap::new();
        for (.., index, at) in pairs {
            if let (false, Some(entry)) = (found.contains_key(&index), self.entries[at].clone()) {
                self.entries[at] = None;
                found.insert(index, fuzzy(entry, &texts[index]));
            }
        }
        found.into_iter().collect()
    }

    /// What is left of what translators wrote.
    fn left(self) -> Vec<Entry> {
        let left = self.entries.into_iter().flatten().filter(Entry::has_work);
        left.map(|entry| Entry { notes: Vec::new(), files: Vec::new(), ..entry }).collect()
    }
}

fn place(entry: &Entry) -> String {
    entry.context.clone().unwrap_or_default()
}

/// The work on another text, to be looked at. A translation that had to be looked at already keeps the text that it was
/// made of.
fn fuzzy(entry: Entry, text: &Text) -> Entry {
    if entry.translation.is_empty() {
        return entry;
    }
    let made_of = entry.is_fuzzy().then(|| entry.old_english.clone()).flatten();
    let made_for = entry.is_fuzzy().then(|| entry.old_context.clone()).flatten();
    let context = made_for.or(entry.context.clone()).filter(|context| *context != text.context);
    let mut flags = entry.flags.clone();
    if !entry.is_fuzzy() {
        flags.insert(0, FUZZY.to_string());
    }
    Entry {
        old_context: context,
        old_english: Some(made_of.unwrap_or_else(|| entry.english.clone())),
        flags,
        ..entry
    }
}

/// How many percent of their words two texts share, in the same order.
fn alike(one: &str, other: &str) -> usize {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split_whitespace().collect(), other.split_whitespace().collect());
    // The longest common subsequence, row by row.
    let mut row = vec![0_usize; other.len() + 1];
    for word in &one {
        let mut corner = 0;
        for (place, against) in other.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if word == against { corner + 1 } else { above.max(row[place]) };
            corner = above;
        }
    }
    let all = one.len() + other.len();
    (200 * row[other.len()]).checked_div(all).unwrap_or(100)
}
