//! Every colour, every size of type and every step of space is a token of `styles/tokens.css`.

use crate::sheets::{Declaration, declarations};
use crate::support::root;
use ilrs_explainer::text::PROPERTIES;
use std::collections::BTreeSet;

#[test]
fn no_sheet_but_the_tokens_holds_a_colour() {
    const COLOURS: [&str; 10] =
        ["oklch(", "oklab(", "rgb", "hsl", "hwb(", "lab(", "lch(", "#", "light-dark(", "color("];
    let raw = |one: &&Declaration| {
        let value = one.value.replace("in oklab", "").replace("color-mix(", "mix(");
        COLOURS.iter().any(|colour| value.contains(colour))
            || value.split([' ', ',', '(', ')']).any(is_name(one))
    };
    none(declarations().iter().filter(|one| one.file != "tokens.css").filter(raw));
}

/// Names of colours, but for those that name none; the system's own only where it forces its colours.
fn is_name(one: &Declaration) -> impl Fn(&str) -> bool {
    const NAMES: [&str; 9] = ["white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow"];
    const SYSTEM: [&str; 10] = [
        "canvas",
        "canvastext",
        "graytext",
        "highlight",
        "highlighttext",
        "linktext",
        "mark",
        "marktext",
        "buttontext",
        "buttonborder",
    ];
    let forced = one.under("forced-colors: active");
    move |word| {
        let word = word.to_ascii_lowercase();
        NAMES.contains(&&*word) || (!forced && SYSTEM.contains(&&*word))
    }
}

#[test]
fn type_has_the_sizes_of_the_scale() {
    let off = |one: &&Declaration| {
        let size = match one.property.as_str() {
            "font-size" => one.value.as_str(),
            "font" if one.value == "inherit" => "inherit",
            "font" => one.value.split(' ').find(|word| word.contains('/')).unwrap_or(&one.value),
            _ => return false,
        };
        let size = size.split('/').next().unwrap_or(size);
        !(size.starts_with("var(--") || ["1em", "inherit"].contains(&size))
    };
    none(declarations().iter().filter(|one| one.file != "tokens.css").filter(off));
}

/// What is wider than the scale belongs to the page as a whole and stands once.
#[test]
fn space_has_the_steps_of_the_scale() {
    const WIDEST: f64 = 2.2;
    let off = |one: &&Declaration| {
        let spaced = ["padding", "margin", "gap", "column-gap", "row-gap"]
            .iter()
            .any(|name| one.property == *name || one.property.starts_with(&format!("{name}-")));
        let plain = |word: &str| word.strip_suffix("em").and_then(|number| number.parse::<f64>().ok());
        let steps = one.value.split(' ').filter_map(plain);
        spaced && steps.into_iter().any(|number| number.abs() <= WIDEST)
    };
    let sheets = declarations();
    let widest = sheets.iter().find(|one| one.property == "--gap").map(|one| one.value.clone());
    assert_eq!(widest, Some(format!("{WIDEST}em")), "the last step of the scale");
    none(sheets.iter().filter(|one| one.file != "tokens.css").filter(off));
}

#[test]
fn every_token_is_used_and_every_used_one_is_there() {
    let sheets = declarations();
    let defined = |name: &str| name.starts_with(HOST) || sheets.iter().any(|one| one.property == name);
    let used = |name: &str| sheets.iter().any(|one| one.names().contains(&name));
    none(sheets.iter().filter(|one| one.names().iter().any(|name| !defined(name))));
    none(sheets.iter().filter(|one| one.property.starts_with("--") && !used(&one.property)));
}

/// Something that moves takes its time from the token, which is nothing for who asked for less motion.
#[test]
fn motion_stops_when_asked_to() {
    let moves = |one: &&Declaration| {
        let timed =
            ["transition", "animation", "scroll-behavior"].iter().any(|name| one.property.starts_with(name));
        timed && !one.names().contains(&"--motion") && !one.under("prefers-reduced-motion: no-preference")
    };
    none(declarations().iter().filter(moves));
}

/// How the custom properties begin that a host may set.
const HOST: &str = "--ilrs-";

/// Their names are public: they stand in docs/embedding.md, on the page on embedding, and only in the tokens, of which
/// Chinese has two of its own.
#[test]
fn what_a_host_may_set_is_what_is_told() {
    let sheets = declarations();
    let hosts = |one: &Declaration| {
        one.names().into_iter().filter(|name| name.starts_with(HOST)).map(str::to_string).collect::<Vec<_>>()
    };
    none(
        sheets.iter().filter(|one| !["tokens.css", "zh.css"].contains(&&*one.file) && !hosts(one).is_empty()),
    );
    let taken: BTreeSet<String> = sheets.iter().flat_map(hosts).collect();
    assert_eq!(taken, PROPERTIES.map(String::from).into());
    let told_of = std::fs::read_to_string(root().join("docs/embedding.md")).expect("it can be read");
    for name in &taken {
        assert!(told_of.contains(&format!("`{name}`")), "docs/embedding.md does not tell of {name}");
    }
}

fn none<'a>(found: impl Iterator<Item = &'a Declaration>) {
    let told: Vec<String> = found.map(Declaration::told).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
