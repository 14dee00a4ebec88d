//! Search: what counts as the same word.

use crate::support::cases;
use ilrs_explainer::model::fold::{fold, has};
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
        ("STRAẞE", "straẞe"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("ΣΕΛΗΝΗ", "σεληνη"),
        ("嫦娥七号", "嫦娥七号"),
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

    #[test]
    fn finds_what_the_library_finds(text in "[abя ]{0,12}", word in "[abя]{0,3}") {
        prop_assert_eq!(has(&text, &word), text.contains(&word));
    }
}
