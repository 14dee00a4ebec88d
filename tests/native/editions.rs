//! The record in each language of the page: what it is found by, and how a text without translation stands.

use crate::support::{record, root};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::site::edition::Edition;
use ilrs_explainer::site::page::{At, roots};
use ilrs_explainer::site::po::translation::Translation;
use ilrs_explainer::site::po::{Target, text, translations};
use ilrs_explainer::text::Lang;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::OnceLock;

/// The record in every language.
pub fn editions() -> &'static [Edition] {
    static EDITIONS: OnceLock<Vec<Edition>> = OnceLock::new();
    EDITIONS.get_or_init(|| {
        let read = translations(&root().join("src/data"), record());
        Edition::all(record(), &read.unwrap_or_else(|faults| panic!("{faults:#?}")))
    })
}

/// A record as the app has loaded it.
fn loaded(edition: &Edition) -> Dataset {
    let data = edition.app().unwrap_or_else(|problems| panic!("{problems:#?}"));
    Dataset::decode(&data.encode()).expect("it is what was written")
}

#[test]
fn the_record_is_there_in_every_language_of_the_page() {
    let langs: Vec<Lang> = editions().iter().map(|edition| edition.lang).collect();
    assert_eq!(langs, Lang::ALL);
    for edition in editions() {
        let left = &edition.english;
        assert!(left.is_empty(), "{:?}: {} texts stand in English: {left:#?}", edition.lang, left.len());
    }
}

/// What a reader types for a thing, in whatever language the page is.
#[test]
fn things_are_found_by_their_names_in_all_languages() {
    let change = [
        "嫦娥七号",
        "嫦娥7号",
        "嫦娥７号",
        "嫦娥 7 号",
        "Чанъэ-7",
        "чанъэ 7",
        "ЧАНЪЭ-7",
        "Chang'e-7",
        "Chang’e-7",
        "Change 7",
        "Ｃｈａｎｇ＇ｅ－７",
    ];
    let table: [(Type, &str, &[&str]); 5] = [
        (Type::Mission, "change-7", &change),
        (Type::Mission, "luna-26", &["Luna-26", "Luna 26", "Луна-26", "ЛУНА 26", "月球-26号"]),
        (Type::Mission, "oryol", &["Oryol", "Орёл", "Орел", "Оре\u{308}л", "ОРЁЛ"]),
        (Type::Participant, "south-africa", &["South Africa", "南非", "ЮАР"]),
        (Type::Participant, "azerbaijan", &["Azerbaijan", "Азербайджан", "Азербаи\u{306}джан", "阿塞拜疆"]),
    ];
    for edition in editions() {
        let data = loaded(edition);
        for (kind, id, words) in &table {
            let at = data.at(id).filter(|at| at.kind == *kind).unwrap_or_else(|| panic!("there is no {id}"));
            for text in *words {
                let query = Query { text: (*text).into(), ..Query::default() };
                let found = QueryResult::new(&data, &query);
                assert!(found.shows(at), "{:?}: {text} does not find {id}", edition.lang);
                let (shown, all) = found.tally(&data, *kind);
                assert!(shown < all, "{:?}: {text} finds everything", edition.lang);
            }
        }
    }
}

/// A record is searched in its own texts.
#[test]
fn texts_are_found_in_their_own_language() {
    for (lang, text) in [(Lang::En, "south pole"), (Lang::Zh, "南极"), (Lang::Ru, "полюс")] {
        let edition = editions().iter().find(|edition| edition.lang == lang).expect("it is there");
        let query = Query { text: text.into(), ..Query::default() };
        assert!(QueryResult::new(&loaded(edition), &query).number > 0, "{lang:?}: {text}");
    }
}

/// What other languages call an item weighs little beside the record.
#[test]
fn names_from_elsewhere_make_no_record_much_heavier() {
    for edition in editions() {
        let without = Edition::all(&edition.record, &[]).remove(0).app().expect("it holds").encode().len();
        let with = edition.app().expect("it holds").encode().len();
        println!("{:?}: {with} bytes, {} of them names in other languages", edition.lang, with - without);
        assert!((with - without) * 20 < without, "{:?}: {} bytes more", edition.lang, with - without);
    }
}

#[test]
fn every_edition_has_the_same_things_in_the_same_order() {
    let ids = |data: &Dataset| -> Vec<String> {
        Type::ALL.iter().flat_map(|kind| data.places(*kind)).map(|at| data.anchor(at)).collect()
    };
    let of: Vec<Vec<String>> = editions().iter().map(|edition| ids(&loaded(edition))).collect();
    assert!(of.windows(2).all(|pair| pair[0] == pair[1]));
}

/// The record in a language into which a few of its texts are not put yet.
fn half_done(into: Target) -> Edition {
    let read = translations(&root().join("src/data"), record()).expect("the files are right");
    let whole = read.into_iter().find(|translation| translation.into == into).expect("it is there");
    let kept = text::texts(record(), into).into_iter().enumerate().filter(|(place, _)| place % 50 != 0).map(
        |(_, text)| {
            let translated = whole.get(&text.context, &text.english).unwrap_or_default();
            crate::po::entry(&text.context, &text.english, translated)
        },
    );
    let po = ilrs_explainer::site::po::entry::Po { entries: kept.collect(), ..Default::default() };
    let texts = text::texts(record(), into);
    let translation = Translation::new(into, po, &texts).unwrap_or_else(|_| panic!("the file is right"));
    Edition::all(record(), &[translation]).remove(1)
}

#[test]
fn a_text_without_translation_says_that_it_is_in_english() {
    for into in Target::ALL {
        let edition = half_done(into);
        assert!(edition.english.len() > 20, "{}", edition.english.len());
        let data = Rc::new(loaded(&edition));
        let at = At { lang: edition.lang, ..At::default() };
        let html = roots(&data, at, Ok).expect("it is rendered");
        let said = format!("</span> <small>{}</small>", edition.lang.in_english());
        let marked: BTreeSet<&str> = html
            .split("<span lang=\"en\">")
            .skip(1)
            .filter_map(|rest| rest.split_once(&said))
            .map(|(text, _)| text)
            .collect();
        assert!(marked.len() > 5, "{into:?}: {marked:?}");
        // What is shown of them as a text of its own is marked; a name may stand in a sentence of the page.
        let texts = edition.english.iter().filter(|text| text.split(' ').count() > 3);
        for text in texts.filter(|text| html.contains(&format!(">{text}<"))) {
            let bare = format!(">{text}<");
            let within = format!("<span lang=\"en\">{text}</span>");
            let options = html.matches(&format!("<option>{text}<")).count();
            let drawn = html.matches(&format!("</title>{text}<")).count();
            let left = html.matches(&bare).count() - html.matches(&within).count() - options - drawn;
            assert_eq!(left, 0, "{into:?}: {text}");
        }
    }
}
