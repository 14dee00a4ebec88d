//! Search: what counts as the same word.

use crate::support::cases;
use ilrs_explainer::model::fold::{fold, hits};
use proptest::prelude::*;

#[test]
fn the_same_word_in_many_hands() {
    let table = [
        ("Chang'e", "change"),
        ("Chang’e", "change"),
        ("Chang‘e", "change"),
        ("Changʼe", "change"),
        ("CHANGE", "change"),
        ("Cháng’é", "change"),
        ("Cha\u{301}ng'e\u{301}", "change"),
        ("Чанъэ", "чанъэ"),
        ("ЧАНЪЭ", "чанъэ"),
        ("Артём", "артем"),
        ("АРТЁМ", "артем"),
        ("арте\u{308}м", "артем"),
        ("Байконур", "баиконур"),
        ("БАЙКОНУР", "баиконур"),
        ("Баи\u{306}конур", "баиконур"),
        ("Türkiye", "turkiye"),
        ("TÜRKİYE", "turkiye"),
        ("Turkiye", "turkiye"),
        ("Sénégal", "senegal"),
        ("Łódź", "lodz"),
        ("STRAẞE", "strasse"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("ΣΕΛΗΝΗ", "σεληνη"),
        ("嫦娥七号", "嫦娥7号"),
        ("嫦娥７号", "嫦娥7号"),
        ("《月球》", "月球"),
        ("Ｃｈａｎｇ＇ｅ－７", "change-7"),
        ("ＣＨＡＮＧＥ\u{3000}７", "change 7"),
        ("Luna–26", "luna-26"),
        ("Luna‑26", "luna-26"),
        ("Luna−26", "luna-26"),
        ("«Луна-26»", "луна-26"),
        ("“Luna” \"26\"", "luna 26"),
    ];
    for (text, folded) in table {
        assert_eq!(fold(text), folded, "{text}");
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn folding_twice_is_folding_once(text in ".{0,60}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}

#[test]
fn hits_are_where_the_words_stand() {
    let words = |text: &str| fold(text).split_ascii_whitespace().map(str::to_string).collect::<Vec<_>>();
    let marked = |text: &str, query: &str| {
        hits(text, &words(query))
            .into_iter()
            .map(|(start, end)| text[start..end].to_string())
            .collect::<Vec<_>>()
    };
    let table: [(&str, &str, &[&str]); 9] = [
        ("Chang’e-7 launch", "chang'e", &["Chang’e"]),
        ("Chang’e-7 launch", "change 7", &["Chang’e", "7"]),
        ("嫦娥七号", "嫦娥", &["嫦娥"]),
        ("Чанъэ, ЧАНЪЭ", "чанъэ", &["Чанъэ", "ЧАНЪЭ"]),
        ("Türkiye", "turk", &["Türk"]),
        ("Cha\u{301}ng", "chang", &["Cha\u{301}ng"]),
        ("banana", "ana", &["anana"]),
        ("straße", "ss", &["ß"]),
        ("nothing", "", &[]),
    ];
    for (text, query, expected) in table {
        assert_eq!(marked(text, query), expected, "{text}: {query}");
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn hits_agree_with_finding(text in "\\PC{0,40}", word in "\\PC{0,4}") {
        let word = fold(&word);
        let found = hits(&text, std::slice::from_ref(&word));
        prop_assert_eq!(!found.is_empty(), !word.is_empty() && fold(&text).contains(&word));
        let mut end = 0;
        for (start, stop) in found {
            prop_assert!(end <= start && start < stop && text.get(start..stop).is_some());
            end = stop;
        }
    }
}
