//! Which form a noun takes beside a whole number: the cardinal plural rules of the Unicode Common Locale Data Repository
//! (CLDR 47, supplemental/plurals.xml). What they say of fractions is left out, since we count whole things.

use super::lang::Lang;
use crate::words;

words! {
    /// A form that a language has for a number of things.
    Plural {
        /// As with 1; in Russian with 21 and 31 too
        One = "one",
        /// As with 2 to 4 in Russian
        Few = "few",
        /// As with 5 to 20 in Russian
        Many = "many",
        /// Every other number; the one form of a language that has no other
        Other = "other",
    }
}

impl Plural {
    /// The form beside this number.
    pub fn of(lang: Lang, number: i32) -> Plural {
        let number = number.unsigned_abs();
        match (lang, number, number % 10, number % 100) {
            (Lang::En, 1, ..) => Plural::One,
            (Lang::Ru, _, 1, tail) if tail != 11 => Plural::One,
            (Lang::Ru, _, 2..=4, tail) if !(12..=14).contains(&tail) => Plural::Few,
            (Lang::Ru, ..) => Plural::Many,
            (Lang::En | Lang::Zh, ..) => Plural::Other,
        }
    }

    /// The forms that a language has. Of the last Russian needs fractions alone, and a message has it in any case.
    pub fn all(lang: Lang) -> &'static [Plural] {
        match lang {
            Lang::En => &[Plural::One, Plural::Other],
            Lang::Zh => &[Plural::Other],
            Lang::Ru => Plural::ALL,
        }
    }
}
