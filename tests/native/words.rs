//! The words of each language: every file says all that the page says, of what it is given, in forms that its language
//! has.

use ilrs_explainer::model::when::When;
use ilrs_explainer::text::message::{Message, Piece};
use ilrs_explainer::text::plural::Plural;
use ilrs_explainer::text::{ArgumentKind, File, Lang, Language};
use std::collections::BTreeMap;

/// What a message asks of its arguments: each with the format, in the order in which it asks.
fn asked(pieces: &[Piece], into: &mut Vec<(String, String, String)>) {
    for piece in pieces {
        match piece {
            Piece::Value { name, format, style } => {
                into.push((name.to_string(), format.to_string(), style.to_string()));
            }
            Piece::Choice { name, plural, branches } => {
                let format = if *plural { "plural" } else { "select" };
                into.push((name.to_string(), format.to_string(), String::new()));
                branches.iter().for_each(|(_, pieces)| asked(pieces, into));
            }
            Piece::Text(_) | Piece::Count => {}
        }
    }
}

/// The keys of each choice, sorted.
fn choices(pieces: &[Piece], plurals: bool, into: &mut Vec<(String, Vec<String>)>) {
    for piece in pieces {
        let Piece::Choice { name, plural, branches } = piece else { continue };
        if *plural == plurals {
            let mut keys: Vec<String> = branches.iter().map(|(key, _)| key.to_string()).collect();
            keys.sort();
            into.push((name.to_string(), keys));
        }
        branches.iter().for_each(|(_, pieces)| choices(pieces, plurals, into));
    }
}

fn pieces(message: Message) -> Vec<Piece<'static>> {
    message.pieces().expect("it was read")
}

/// Whether an argument can be asked for in a format.
fn fits(kind: ArgumentKind, format: &str) -> bool {
    match kind {
        ArgumentKind::Number => {
            matches!(format, "" | "number" | "plural" | "select" | "spellout" | "month" | "year")
        }
        ArgumentKind::Text => matches!(format, "" | "select"),
        ArgumentKind::Date => matches!(format, "date" | "select"),
        ArgumentKind::List => matches!(format, "list" | "plural"),
    }
}

/// What is wrong with the messages of a file.
fn faults(lang: Lang, file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    let locale = &file.language().locale;
    file.each_message(&mut |(path, message, args)| {
        let (mut asks, mut plurals) = (Vec::new(), Vec::new());
        asked(&pieces(message), &mut asks);
        choices(&pieces(message), true, &mut plurals);
        for (name, format, style) in &asks {
            match args.iter().find(|(arg, _)| arg == name) {
                None => faults.push(format!("{path}: there is no {{{name}}}")),
                Some((_, kind)) if !fits(*kind, format) => {
                    faults.push(format!("{path}: {{{name}}} is no {format}"));
                }
                Some(_) => {}
            }
            let known = match &**format {
                "date" => locale.forms.iter().any(|form| form.style == style),
                "spellout" => locale.numbers.iter().any(|numbers| numbers.style == style),
                "month" => locale.months.iter().any(|months| months.style == style),
                "list" => matches!(&**style, "" | "and" | "or" | "comma"),
                _ => style.is_empty(),
            };
            if !known {
                faults.push(format!("{path}: {{{name}, {format}}} has no style “{style}”"));
            }
        }
        for (name, keys) in plurals {
            let forms: Vec<&str> =
                keys.iter().map(|key| &**key).filter(|key| !key.starts_with('=')).collect();
            let all: Vec<&str> = Plural::all(lang).iter().map(|plural| plural.word()).collect();
            let complete = all.iter().all(|form| forms.contains(form));
            // Where single numbers have words of their own, one form may do for all others.
            let plain = forms == ["other"];
            if !(complete || plain) || forms.iter().any(|form| !all.contains(form)) {
                faults.push(format!("{path}: {{{name}, plural}} has {forms:?}, and the language {all:?}"));
            }
        }
    });
    faults
}

/// What each message asks for, by where it stands: the names, each once.
fn names(file: &File) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    file.each_message(&mut |(path, message, _)| {
        let mut asks = Vec::new();
        asked(&pieces(message), &mut asks);
        let mut names: Vec<String> = asks.into_iter().map(|(name, ..)| name).collect();
        names.sort();
        names.dedup();
        all.insert(path.to_string(), names);
    });
    all
}

/// The keys by which each message selects, but for those of dates, which are a matter of grammar.
fn selected(file: &File) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut all = BTreeMap::new();
    file.each_message(&mut |(path, message, args)| {
        let mut keys = Vec::new();
        choices(&pieces(message), false, &mut keys);
        keys.retain(|(name, _)| args.iter().any(|(arg, kind)| arg == name && *kind == ArgumentKind::Text));
        all.insert(path.to_string(), keys.into_iter().collect());
    });
    all
}

#[test]
fn every_message_says_what_it_is_given_in_forms_of_its_language() {
    for lang in Lang::ALL {
        let faults = faults(*lang, lang.file());
        assert!(faults.is_empty(), "{}: {}", lang.tag(), faults.join("\n"));
    }
}

#[test]
fn every_language_asks_for_what_the_english_asks_for() {
    let (english, branches) = (names(Lang::En.file()), selected(Lang::En.file()));
    for lang in Lang::ALL {
        assert_eq!(lang.file().language().lang(), *lang, "the file of a language says which it is");
        for (path, names) in names(lang.file()) {
            assert_eq!(names, english[&path], "{}: {path}", lang.tag());
        }
        for (path, keys) in selected(lang.file()) {
            for (name, keys) in keys {
                let known = &branches[&path].get(&name);
                let unknown = keys.iter().find(|key| known.is_some_and(|known| !known.contains(key)));
                assert_eq!(unknown, None, "{}: {path}: {{{name}, select}} knows no such key", lang.tag());
            }
        }
    }
}

#[test]
fn a_file_that_lacks_a_word_or_has_one_too_many_is_refused() {
    let english = include_str!("../../src/text/en.toml");
    for (from, to, told) in [
        ("contents = \"On this page\"\n", "", "missing field `contents`"),
        ("contents = ", "content = ", "unknown field `content`"),
        ("\nfounder = \"founder\"\n", "\n", "“founder” has no word"),
        ("\nfounder = ", "\nfounders = ", "there is no “founders”"),
        ("{number} more entries", "{number more entries", "byte 1: this brace is not closed"),
        ("\"Explore\", \"Sources\"", "\"Explore\"", "1 words instead of 2"),
        ("[app.other]\n", "[app.other]\ntitles = \"\"\n", "unknown field `titles`"),
    ] {
        assert!(english.contains(from), "{from}");
        let error = File::read(&english.replacen(from, to, 1)).expect_err(told).to_string();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn the_app_loads_what_is_written() {
    for lang in Lang::ALL {
        let (written, bytes) = (lang.language(), lang.language().encode());
        let loaded = Language::decode(&bytes).expect("it is what was written");
        assert_eq!(format!("{written:?}"), format!("{loaded:?}"), "{}", lang.tag());
        for end in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            assert!(Language::decode(&bytes[..end]).is_err());
        }
        assert!(Language::decode(&[&bytes[..], &[0]].concat()).is_err());
    }
}

/// A record may have one of what this one has many of.
#[test]
fn one_is_said_as_one() {
    let year = When::from_year(2036);
    let said = |lang: Lang| {
        let text = lang.text();
        let date = text.figure_date_note(&year, 2036, 2036, 1);
        format!("{} {} / {date}", text.figure_in(1), text.figure_in_note(1, &[]))
    };
    for (lang, states, date) in [
        (Lang::En, "1 state has joined by a dated paper of its own /", "one statement gives it"),
        (Lang::Zh, "1个国家 已凭", "仅有一次表态"),
        (Lang::Ru, "1 государство присоединилось по собственному", "в единственном заявлении"),
    ] {
        let said = said(lang);
        assert!(said.starts_with(states) && said.ends_with(date), "{said}");
    }
    assert_eq!(Lang::En.text().figure_in(13), "13 states");
    assert!(
        Lang::En.text().figure_in_note(13, &[12]).starts_with("have joined by a dated paper of their own;")
    );
}
