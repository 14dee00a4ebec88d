//! The fonts of the page: what they weigh, which characters they have, what stands in for them, and their licence.

use crate::sheets::{Declaration, declarations};
use crate::support::{files, root};
use ilrs_explainer::site::supply::fonts::FONTS;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

/// What an English page loads of them.
const BUDGET: usize = 45_000;

/// What is left to the fonts of the reader, in scripts that names in the record are written in.
const OTHERS: [(&str, RangeInclusive<char>); 5] = [
    ("Cyrillic", '\u{400}'..='\u{52f}'),
    ("the sign № of Russian texts", '№'..='№'),
    ("radicals and punctuation of Chinese", '\u{2e80}'..='\u{303f}'),
    ("Chinese", '\u{4e00}'..='\u{9fff}'),
    ("wide forms of Chinese texts", '\u{ff00}'..='\u{ffef}'),
];

/// The files that a sheet names, with what they hold.
fn cuts(sheet: &str) -> BTreeMap<String, Vec<u8>> {
    let named = declarations().into_iter().filter(|one| one.file == sheet && one.property == "src");
    let read = |one: Declaration| {
        let path = one.value.split('"').nth(1).expect("a source names a file");
        let bytes = std::fs::read(root().join("styles").join(path));
        (path.to_string(), bytes.unwrap_or_else(|error| panic!("{path}: {error}")))
    };
    named.map(read).collect()
}

#[test]
fn an_english_page_loads_at_most_45_kb_of_fonts() {
    let latin = cuts("font.css");
    assert_eq!(latin.len(), 2, "{:?}", latin.keys());
    let weight: usize = latin.values().map(Vec::len).sum();
    assert!(weight <= BUDGET, "{weight} bytes, {} more than {BUDGET}", weight - BUDGET);
}

#[test]
fn every_font_is_one_and_is_declared() {
    let declared: BTreeMap<String, Vec<u8>> =
        ["font.css", "font.ru.css"].into_iter().flat_map(cuts).collect();
    let faulty = declared.iter().filter(|(_, bytes)| !bytes.starts_with(b"wOF2")).map(|(path, _)| path);
    assert_eq!(faulty.collect::<Vec<_>>(), [""; 0]);
    let folder = files(&root().join("styles/fonts"));
    let there = folder.iter().filter(|path| path.extension().is_some_and(|ending| ending == "woff2"));
    assert_eq!(there.count(), declared.len(), "{folder:?}");
}

/// The characters that a family has in a sheet.
fn kept(sheet: &str, family: &str) -> BTreeSet<char> {
    let all = declarations();
    let mut of_sheet = all.iter().filter(|one| one.file == sheet);
    of_sheet.find(|one| one.property == "font-family" && one.value.trim_matches('"') == family);
    let ranges = of_sheet.find(|one| one.property == "unicode-range").expect("it says what it has");
    let range = |range: &str| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let [first, last] = [first, last].map(|end| u32::from_str_radix(end, 16).expect("hexadecimal"));
        (first..=last).filter_map(char::from_u32)
    };
    ranges.value.split(", ").flat_map(|one| range(one.strip_prefix("U+").expect("a range"))).collect()
}

/// Every character that a page may show: of the record, of the words, and of what the view and its sheets add. An
/// escape counts as what it stands for.
fn shown() -> BTreeMap<char, String> {
    let mut shown = BTreeMap::new();
    for path in
        ["src/data", "src/text", "src/view", "styles"].into_iter().flat_map(|at| files(&root().join(at)))
    {
        if !["toml", "rs", "css"].iter().any(|ending| path.extension().is_some_and(|own| own == *ending)) {
            continue;
        }
        for line in text(&path).lines().filter(|line| !line.trim_start().starts_with("//")) {
            shown.extend(line.chars().chain(escaped(line)).map(|one| (one, told(&path))));
        }
    }
    shown.retain(|one, _| !one.is_control());
    shown
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn told(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn escaped(line: &str) -> impl Iterator<Item = char> {
    line.split("\\u{").skip(1).filter_map(|rest| {
        let (digits, _) = rest.split_once('}')?;
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    })
}

#[test]
fn what_a_page_shows_is_kept_or_left_to_other_fonts() {
    let (serif, sans) = (kept("font.css", "ILRS Serif"), kept("font.css", "ILRS Sans"));
    let shown = shown();
    assert!(shown.contains_key(&'é') && shown.contains_key(&'Л') && shown.contains_key(&'月'));
    let other = |one: &char| OTHERS.iter().any(|(_, script)| script.contains(one));
    let lost = shown.iter().filter(|(one, _)| !sans.contains(one) && !other(one));
    let lost: Vec<String> =
        lost.map(|(one, path)| format!("{one} (U+{:X}, {path})", u32::from(*one))).collect();
    assert!(lost.is_empty(), "styles/fonts/subset.py leaves out {}", lost.join(", "));
    let signs: Vec<&char> = sans.difference(&serif).filter(|one| one.is_alphanumeric()).collect();
    assert!(signs.is_empty() && serif.is_subset(&sans), "the serif has no {signs:?}");
}

/// What stands in two cuts would be loaded twice.
#[test]
fn the_russian_cuts_have_the_russian_of_the_record_and_nothing_else() {
    for family in ["ILRS Serif", "ILRS Sans"] {
        let (latin, russian) = (kept("font.css", family), kept("font.ru.css", family));
        let lost: Vec<char> =
            shown().into_keys().filter(|one| OTHERS[0].1.contains(one) && !russian.contains(one)).collect();
        assert_eq!(lost, [' '; 0], "{family}");
        assert!(latin.is_disjoint(&russian), "{family}");
    }
}

/// A family that is named on the page and declared nowhere stands in for nothing, and one that no page names is waste.
#[test]
fn the_page_names_the_families_that_are_declared() {
    let all = declarations();
    let ours = |name: &&str| name.starts_with("ILRS");
    let named: BTreeSet<&str> = all
        .iter()
        .filter(|one| one.property.starts_with("--first-"))
        .flat_map(|one| one.value.split('"').skip(1).step_by(2))
        .filter(ours)
        .collect();
    let declared: BTreeSet<&str> = all
        .iter()
        .filter(|one| one.selector == "@font-face" && one.property == "font-family")
        .map(|one| one.value.trim_matches('"'))
        .collect();
    assert_eq!(named, declared);
}

#[test]
fn their_licence_lies_beside_them() {
    let licence = text(&root().join("styles/fonts/OFL.txt"));
    for words in [
        "Copyright 2014 - 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’",
        "Copyright 2010-2024 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'",
        "These are modified versions",
        "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
        "2) Original or Modified Versions of the Font Software may be bundled",
    ] {
        assert!(licence.contains(words), "the licence does not say: {words}");
    }
}

#[test]
fn the_page_of_licences_names_what_they_were_made_from() {
    let script = text(&root().join("styles/fonts/subset.py"));
    for font in FONTS {
        assert!(script.contains(&format!("\"{}@{}\"", font.package, font.version)), "{font:?}");
        assert!(!kept("font.css", font.name).is_empty(), "{font:?}");
    }
}
