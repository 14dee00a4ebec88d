//! The record in another language.

use super::{entry, file, told};
use crate::support::{record, root};
use ilrs_explainer::model::record::{Item, Record};
use ilrs_explainer::model::validate;
use ilrs_explainer::site::po::entry::{Entry, Po};
use ilrs_explainer::site::po::text::texts;
use ilrs_explainer::site::po::translation::Translation;
use ilrs_explainer::site::po::{Target, translations};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_translations_of_this_record_are_read() {
    let read = translations(&root().join("src/data"), record());
    let read = read.unwrap_or_else(|faults| panic!("{}", ilrs_explainer::site::record::report(&faults)));
    assert_eq!(read.iter().map(|it| it.into).collect::<Vec<_>>(), Target::ALL);
}

#[test]
fn a_text_has_one_place() {
    for into in Target::ALL {
        let texts = texts(record(), into);
        let mut seen = BTreeSet::new();
        for text in &texts {
            assert!(seen.insert((&text.context, &text.english)), "{}: {}", text.context, text.english);
            for file in &text.files {
                assert!(root().join("src/data").join(file).is_file(), "{}: there is no {file}", text.context);
            }
        }
        assert!(!texts.is_empty());
    }
}

/// A translation of every text of this record, in which each says that it is one.
fn whole(into: Target) -> Translation {
    let texts = texts(record(), into);
    let entries =
        texts.iter().map(|text| entry(&text.context, &text.english, &format!("T {}", text.english)));
    let po = Po { entries: entries.collect(), ..Po::default() };
    Translation::new(into, po, &texts).unwrap_or_else(|wrong| panic!("{:#?}", told(&wrong)))
}

#[test]
fn a_record_is_put_into_another_language() {
    for into in Target::ALL {
        let translated = record().translated(&whole(into));
        assert_eq!(translated.english, BTreeSet::new());
        let record = translated.record;
        let data = validate::dataset(&record).unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert!(data.ours(), "it is about the station in every language");
        assert_eq!(record.language.as_deref(), Some(into.tag()));
        // What is left of English is what is published under its own name, or none of our words.
        let mut left = serde_json::to_value(&record).expect("a record is JSON");
        let mut untranslated = Vec::new();
        strings(&mut left, "", &mut |key, text| {
            if text.contains(' ') && !text.starts_with("T ") {
                untranslated.push((key.to_string(), text.clone()));
            }
        });
        let known = ["aliases", "name", "publisher", "ru", "title", "zh"];
        untranslated.retain(|(key, _)| !known.contains(&&**key));
        assert_eq!(untranslated, []);
    }
}

/// Goes through the strings of a value, each with the name that it goes by.
fn strings(value: &mut Value, key: &str, see: &mut dyn FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => see(key, text),
        Value::Array(list) => list.iter_mut().for_each(|value| strings(value, key, see)),
        Value::Object(map) => map.iter_mut().for_each(|(key, value)| strings(value, key, see)),
        _ => {}
    }
}

#[test]
fn what_has_no_translation_stays_in_english_and_is_listed() {
    for into in Target::ALL {
        let all = texts(record(), into);
        let none = Translation::new(into, Po::default(), &all).expect("an empty file has no faults");
        let translated = record().translated(&none);
        let english: BTreeSet<&str> = all.iter().map(|text| &*text.english).collect();
        assert_eq!(translated.english.iter().map(String::as_str).collect::<BTreeSet<_>>(), english);
        let again: Vec<_> = texts(&translated.record, into).into_iter().map(|text| text.english).collect();
        for text in &all {
            assert!(again.contains(&text.english), "{}: {}", text.context, text.english);
        }
    }
}

#[test]
fn things_are_called_by_their_own_names() {
    let item = |name: &str, zh: Option<&str>, aliases: &[&str]| Item {
        id: "probe".into(),
        name: name.into(),
        zh: zh.map(str::to_string),
        aliases: aliases.iter().map(|alias| alias.to_string()).collect(),
        ..Item::default()
    };
    let table = [
        ("the record’s own", item("Probe", Some("探测器"), &["P"]), "", "探测器", vec!["Probe", "P"], None),
        (
            "one among its others",
            item("Probe", Some("探测器"), &["探测器"]),
            "",
            "探测器",
            vec!["Probe"],
            None,
        ),
        ("a translator’s", item("Probe", None, &["P"]), "探测器", "探测器", vec!["Probe", "P"], None),
        ("the same everywhere", item("NASA", None, &["N"]), "NASA", "NASA", vec!["N"], None),
        ("none", item("Probe", None, &["P"]), "", "Probe", vec!["P"], Some("Probe")),
    ];
    for (case, item, given, name, aliases, english) in table {
        let record = Record { missions: vec![item.clone()], ..Record::default() };
        let all = texts(&record, Target::Zh);
        let entries: Vec<Entry> = all.iter().map(|text| entry(&text.context, &text.english, given)).collect();
        let translation = Translation::new(Target::Zh, file(&entries), &all).expect(case);
        let translated = record.translated(&translation);
        let is = &translated.record.missions[0];
        assert_eq!((&*is.name, is.zh.as_deref()), (name, None), "{case}");
        assert_eq!(is.aliases, aliases, "{case}");
        assert_eq!(translated.english.iter().next().map(String::as_str), english, "{case}");
    }
}
