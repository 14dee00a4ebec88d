//! What a renewal keeps, and what a file lacks.

use super::{WHAT, entry, file, text};
use crate::support::cases;
use ilrs_explainer::site::po::Target;
use ilrs_explainer::site::po::entry::Entry;
use ilrs_explainer::site::po::text::Text;
use ilrs_explainer::site::po::translation::Translation;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn a_translation_is_for_a_text_of_the_record() {
    let texts =
        [text(WHAT, "It flies to {place} in {year}."), text(WHAT, "It is there."), text("who", "Ada")];
    let fuzzy = |entry| Entry { flags: vec!["fuzzy".into()], ..entry };
    let table: [(Entry, &str); 6] = [
        (
            entry("mission/lander claim what", "It is there.", "在"),
            "the record has no such text to translate",
        ),
        (Entry { context: None, ..entry("", "Ada", "艾达") }, "the record has no such text to translate"),
        (entry("mission/lander claim what", "It is there.", ""), "the record has no such text to translate"),
        (
            entry(WHAT, &texts[0].english, "{year}飞"),
            "the placeholders of the text are {place}, {year}, not {year}",
        ),
        (entry(WHAT, "It is there.", "在{0}"), "the placeholders of the text are none, not {0}"),
        (entry(WHAT, "It is there.", "在\n那里"), "a text has no control character U+000A"),
    ];
    for (entry, is) in table {
        let wrong = Translation::new(Target::Zh, file(std::slice::from_ref(&entry)), &texts).expect_err(is);
        assert!(wrong.len() == 1 && wrong[0].what.to_string().starts_with(is), "{is}: {wrong:#?}");
    }
    for fine in [
        entry(WHAT, &texts[0].english, "{year}飞往{place}"),
        entry(WHAT, "Its English was changed.", "旧"),
        fuzzy(entry(WHAT, &texts[0].english, "{year}飞")),
        entry("who", "Ada", ""),
    ] {
        assert!(Translation::new(Target::Zh, file(std::slice::from_ref(&fine)), &texts).is_ok(), "{fine:#?}");
    }
}

#[test]
fn what_is_missing_and_what_is_stale_is_known() {
    let texts = [
        text(WHAT, "It is to fly in 2028."),
        text(WHAT, "It maps the Moon."),
        text("mission/lander claim what", "It maps the Moon."),
        text("who", "Ada"),
        text("event/signed title", "It signs"),
    ];
    let po = file(&[
        entry(WHAT, "It is to fly in 2027.", "将于2027年发射。"),
        entry(WHAT, "It maps the Moon.", "测绘月球。"),
        Entry { flags: vec!["fuzzy".into()], ..entry("who", "Ada", "艾达") },
        entry("event/signed title", "It signs", ""),
    ]);
    let translation = Translation::new(Target::Zh, po, &texts).expect("nothing is wrong with it");
    assert_eq!(translation.get(WHAT, "It maps the Moon."), Some("测绘月球。"));
    for [context, english] in [
        [WHAT, "It is to fly in 2028."],
        [WHAT, "It is to fly in 2027."],
        ["mission/lander claim what", "It maps the Moon."],
        ["who", "Ada"],
        ["event/signed title", "It signs"],
    ] {
        assert_eq!(translation.get(context, english), None, "{context}: {english}");
    }
    assert_eq!(translation.stale, [texts[0].clone(), texts[3].clone()]);
    assert_eq!(translation.missing, [texts[2].clone(), texts[4].clone()]);
    assert_eq!(
        translation.summary(),
        "Chinese: 1 of 5 texts translated, 0 of them with other years; 2 missing, 2 stale"
    );
}

#[test]
fn a_file_is_renewed() {
    let note = |entry| Entry { comments: vec!["a translator’s note".into()], ..entry };
    let old = file(&[
        note(entry(WHAT, "It is to fly in 2027.", "将于2027年发射。")),
        entry(WHAT, "It maps the Moon.", "测绘月球。"),
        entry(WHAT, "Nothing else is known of it.", "别无消息。"),
        note(entry(WHAT, "A text that nobody has translated.", "")),
        entry(WHAT, "A text without work.", ""),
        entry("mission/probe claim plan", "It lands later.", "以后着陆。"),
    ]);
    let texts = [
        text("mission/probe claim state", "It lands later."),
        text(WHAT, "It is to fly in 2028."),
        Text { notes: vec!["Probe".into()], files: vec!["p.toml".into()], ..text(WHAT, "It maps the Moon.") },
        text(WHAT, "Something new stands here."),
    ];
    let renewed = old.renewed(&texts);
    let fuzzy = |entry, context: Option<&str>, english: &str| Entry {
        flags: vec!["fuzzy".into()],
        old_context: context.map(str::to_string),
        old_english: Some(english.to_string()),
        ..entry
    };
    let moved = entry("mission/probe claim state", "It lands later.", "以后着陆。");
    assert_eq!(
        renewed.entries,
        [
            fuzzy(moved, Some("mission/probe claim plan"), "It lands later."),
            fuzzy(
                note(entry(WHAT, "It is to fly in 2028.", "将于2027年发射。")),
                None,
                "It is to fly in 2027."
            ),
            Entry {
                notes: vec!["Probe".into()],
                files: vec!["p.toml".into()],
                ..entry(WHAT, "It maps the Moon.", "测绘月球。")
            },
            entry(WHAT, "Something new stands here.", ""),
        ]
    );
    let gone = [
        entry(WHAT, "Nothing else is known of it.", "别无消息。"),
        note(entry(WHAT, "A text that nobody has translated.", "")),
    ];
    assert_eq!(renewed.obsolete, gone);
    // What was gone comes back, and what was changed twice keeps the text of which its translation was made.
    let texts = [text(WHAT, "Nothing else is known of it."), text(WHAT, "It is to fly in late 2029.")];
    let renewed = renewed.renewed(&texts);
    let changed = note(entry(WHAT, "It is to fly in late 2029.", "将于2027年发射。"));
    assert_eq!(renewed.entries, [gone[0].clone(), fuzzy(changed, None, "It is to fly in 2027.")]);
}

/// Texts of a few places and words, so that many of them are alike and many the same.
fn some_texts() -> impl Strategy<Value = Vec<Text>> {
    let one = ("[abc]", proptest::collection::vec("[a-d]", 1..5));
    proptest::collection::vec(one, 0..8).prop_map(|all| {
        let unique: BTreeSet<_> = all.into_iter().map(|(place, words)| (place, words.join(" "))).collect();
        unique.iter().map(|(place, english)| text(place, english)).collect()
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_renewal_loses_nothing(old in some_texts(), changes in proptest::collection::vec(some_texts(), 1..4)) {
        let worked = |text: &Text, number: u32| Entry {
            comments: if number.is_multiple_of(3) { vec![format!("note {number}")] } else { Vec::new() },
            ..entry(&text.context, &text.english, &if number % 4 == 1 { String::new() } else { format!("t{number}") })
        };
        let entries: Vec<Entry> = old.iter().zip(0..).map(|(text, number)| worked(text, number)).collect();
        let mut po = file(&entries);
        for texts in &changes {
            po = po.renewed(texts);
            let found: Vec<_> = po.entries.iter().map(|it| (it.context.clone().unwrap_or_default(), it.english.clone())).collect();
            let wanted: Vec<_> = texts.iter().map(|text| (text.context.clone(), text.english.clone())).collect();
            prop_assert_eq!(found, wanted);
            prop_assert_eq!(po.clone().renewed(texts), po.clone(), "a second renewal changes nothing");
            for entry in &entries {
                let kept = po.entries.iter().chain(&po.obsolete).find(|it| it.translation == entry.translation && it.comments == entry.comments);
                prop_assert!(kept.is_some() || !entry.has_work(), "{:?} is gone", entry);
            }
            // What can be used was translated from these very words in this very place.
            for it in po.entries.iter().filter(|it| it.is_good()) {
                prop_assert!(entries.iter().any(|was| was.context == it.context && was.english == it.english && was.translation == it.translation));
            }
        }
    }
}

#[test]
fn a_translation_names_the_years_of_its_text() {
    let table = [
        ("It is to fly in 2028.", "将于2028年发射。", false),
        ("It is to fly in 2028.", "将于2029年发射。", true),
        ("It is to fly in 2028.", "将发射。", true),
        ("It is to fly.", "将于2028年发射。", true),
        ("From 2028 to 2030, or 2028", "2028—2030年", false),
        ("It weighs 12,345 kg and costs 123.", "重12345公斤。", false),
    ];
    for (english, translation, told) in table {
        let texts = [text(WHAT, english)];
        let read =
            Translation::new(Target::Zh, file(&[entry(WHAT, english, translation)]), &texts).expect(english);
        assert_eq!(!read.other_years.is_empty(), told, "{english}: {translation}");
        assert_eq!(read.get(WHAT, english), Some(translation));
    }
}
