//! Texts with something wrong in them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any text, with many signs that are hard to handle.
pub fn any_text(most: usize) -> impl Strategy<Value = String> {
    let hard =
        select(&['\0', '\u{7f}', '\u{feff}', '\u{301}', '\u{200f}', '\u{10ffff}', '２', '嫦', 'ё', 'İ']);
    vec(prop_oneof![4 => any::<char>(), 2 => hard, 2 => proptest::char::range(' ', '~')], 0..=most)
        .prop_map(String::from_iter)
}

/// A change of a text at a place.
#[derive(Clone, Debug)]
pub enum Change {
    Put(Index, String),
    Exchange(Index, String),
    Cut(Index, usize),
    Repeat(Index, usize, usize),
    End(Index),
}

/// A few changes that use these words beside any others.
pub fn changes(words: &'static [&'static str]) -> impl Strategy<Value = Vec<Change>> {
    let word = move || prop_oneof![5 => select(words).prop_map(str::to_string), 1 => any_text(3)];
    let change = prop_oneof![
        4 => (any::<Index>(), word()).prop_map(|(at, word)| Change::Put(at, word)),
        6 => (any::<Index>(), word()).prop_map(|(at, word)| Change::Exchange(at, word)),
        3 => (any::<Index>(), 1..20_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        2 => (any::<Index>(), 1..60_usize, 1..4_usize).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        1 => any::<Index>().prop_map(Change::End),
    ];
    vec(change, 1..5)
}

/// The text with these changes.
pub fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_string();
    for change in changes {
        let place = |at: &Index| text.floor_char_boundary(at.index(text.len() + 1));
        let after = |start: usize, length: usize| text.ceil_char_boundary((start + length).min(text.len()));
        match change {
            Change::Put(at, word) => text.insert_str(place(at), word),
            Change::Exchange(at, word) => {
                let start = place(at);
                text.replace_range(start..after(start, 1), word);
            }
            Change::Cut(at, length) => {
                let start = place(at);
                text.replace_range(start..after(start, *length), "");
            }
            Change::Repeat(at, length, times) => {
                let start = place(at);
                let part = text[start..after(start, *length)].repeat(*times);
                text.insert_str(start, &part);
            }
            Change::End(at) => text.truncate(place(at)),
        }
    }
    text
}
