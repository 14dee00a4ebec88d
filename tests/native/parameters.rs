//! The parameters of the address are attributes of the element: where they are written down by hand, none is missing.

use crate::support::root;
use ilrs_explainer::model::query::{Mode, NAMES, Theme, View};
use ilrs_explainer::view::section::SECTIONS;

/// The attributes in `embed.d.ts`, each with its type.
fn attributes() -> Vec<(String, String)> {
    let types = std::fs::read_to_string(root().join("src/shell/embed.d.ts")).expect("it can be read");
    let body = types.split_once("interface IlrsAttributes {").expect("the interface").1;
    let body = body.split_once("\n}").expect("its end").0;
    let pairs = body.lines().filter_map(|line| line.trim().split_once("?: "));
    pairs.map(|(name, of)| (name.to_string(), of.to_string())).collect()
}

/// In order, before the attributes that the element alone has.
#[test]
fn the_types_of_the_element_name_each() {
    let named: Vec<String> = attributes().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named[..NAMES.len()], NAMES, "src/shell/embed.d.ts");
}

#[test]
fn the_types_of_the_element_name_each_fixed_value() {
    let words = |all: Vec<&'static str>| format!("\"{}\" | ", all.join("\" | \""));
    let fixed = [
        ("view", words(View::ALL.iter().map(|view| view.word()).collect())),
        ("mode", words(Mode::ALL.iter().map(|mode| mode.word()).collect())),
        ("theme", words(Theme::ALL.iter().map(|theme| theme.word()).collect())),
    ];
    for (name, words) in fixed {
        let (_, of) = attributes().into_iter().find(|(other, _)| other == name).expect("it is there");
        assert!(of.starts_with(&words), "src/shell/embed.d.ts: {name} is {of}, not {words}");
    }
}

/// The table is the timeline in another form.
#[test]
fn each_view_but_all_the_table_and_what_stands_alone_is_a_section_of_the_page() {
    for view in View::ALL {
        let stands = SECTIONS.contains(view);
        assert_eq!(
            stands,
            !matches!(view, View::All | View::Table) && !view.stands_alone(),
            "src/view/section.rs: {view}"
        );
    }
}

#[test]
fn the_readme_names_each() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("it can be read");
    assert!(readme.contains(&format!("`{}`", NAMES.join(" "))), "README.md: {}", NAMES.join(" "));
}
