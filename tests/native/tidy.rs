//! What no file of the source may hold, and how each begins and ends.

use crate::support::{files, root};
use std::path::{Path, PathBuf};

const LONGEST: usize = 450;

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn named(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn rust() -> Vec<PathBuf> {
    let folders = [
        "src",
        "tests/generated",
        "tests/model",
        "tests/native",
        "tests/fuzz",
        "tests/e2e",
        "tests/browser",
        "tests/twice",
        "benches",
    ];
    let all = folders.map(|folder| files(&root().join(folder)));
    all.into_iter().flatten().filter(|path| rust_file(path)).collect()
}

fn rust_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "rs")
}

/// The files that hold one of these, each with what it holds.
fn holding(paths: &[PathBuf], words: &[&str]) -> Vec<String> {
    let found = |path: &PathBuf| {
        let text: String = text(path).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let held: Vec<&str> = words.iter().copied().filter(|word| text.contains(word)).collect();
        (!held.is_empty()).then(|| format!("{}: {held:?}", named(path)))
    };
    paths.iter().filter_map(found).collect()
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_iterated_in_an_order_of_chance() {
    let pure: Vec<PathBuf> =
        ["src/model", "src/view"].into_iter().flat_map(|folder| files(&root().join(folder))).collect();
    none(holding(&pure, &["HashMap", "HashSet"]));
}

#[test]
fn nothing_is_written_past_the_policy_or_kept() {
    let source = files(&root().join("src"));
    let refused = [
        "innerHTML",
        "from_html_unchecked",
        "localStorage",
        "sessionStorage",
        "document.cookie",
        ".forget()",
        "style=",
    ];
    none(holding(&source, &refused));
    none(holding(&[root().join("index.html")], &["style=", "onclick="]));
}

/// Whoever knows Yew finds what Yew offers, and nothing beside or below it: no markup that it does not look into, none
/// of its markers, no listeners of our own making, no change to what the linker gives.
#[test]
fn yew_is_used_as_its_book_says() {
    let source = files(&root().join("src"));
    none(holding(&source, &["VRaw", "<[]>", "__yew", "data-act", "walrus::", "transmute", "unsafe "]));
}

/// An element, or a page that was altered, is rendered; only what we wrote ourselves is taken over.
#[test]
fn what_was_prerendered_is_taken_over_in_one_place() {
    let mut source = files(&root().join("src"));
    source.retain(|path| !path.ends_with("shell/page.rs"));
    none(holding(&source, &["hydrate("]));
}

/// A component undoes first what others did to the page, for Yew may render it alone.
#[test]
fn every_component_finds_the_page_as_it_left_it() {
    let first = ["use_intact();", "let now = use_snapshot("];
    let faults = |path: PathBuf| {
        let text = text(&path);
        let bodies = text.split("#[component]").skip(1).filter_map(|rest| rest.split_once("-> Html {"));
        let lines: Vec<String> =
            bodies.filter_map(|(_, body)| body.lines().nth(1).map(str::to_string)).collect();
        let name = named(&path);
        let bare =
            lines.into_iter().filter(move |line| !first.iter().any(|ask| line.trim().starts_with(ask)));
        bare.map(move |line| format!("{name}: it begins with {line}"))
    };
    none(files(&root().join("src/view")).into_iter().flat_map(faults).collect());
}

#[test]
fn the_model_has_no_clock_no_files_and_no_chance() {
    let refused = ["std::fs", "std::env", "std::net", "SystemTime", "Instant", "f32", "f64"];
    let mut model = files(&root().join("src/model"));
    // The reader of JSON names each type that serde knows, only to refuse it.
    model.retain(|path| !path.ends_with("lenient.rs"));
    none(holding(&model, &refused));
}

/// A built page is the same on any day, and what it says of the record too, but for one thing: how old it is.
#[test]
fn the_clock_is_asked_for_the_age_of_the_record_alone() {
    let mut page: Vec<PathBuf> = ["src/view", "src/shell", "src/text"]
        .into_iter()
        .flat_map(|folder| files(&root().join(folder)))
        .collect();
    page.retain(|path| !path.ends_with("view/age.rs"));
    none(holding(&page, &["Date::now", "Date.now", "new Date", "Date::new_0"]));
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let faults = |path: PathBuf| {
        let text = text(&path);
        let lines = text.lines().count();
        let mut faults = Vec::new();
        if !text.starts_with("//!") {
            faults.push(format!("{}: it does not begin with //!", named(&path)));
        }
        if lines > LONGEST {
            faults.push(format!("{}: {lines} lines, more than {LONGEST}", named(&path)));
        }
        faults
    };
    none(rust().into_iter().flat_map(faults).collect());
}

/// Those that lay out a `dist/` of their own in a folder for a moment.
const OWN_DIST: [&str; 2] = ["tests/native/served.rs", "tests/native/stopped.rs"];

#[test]
fn the_built_site_is_read_where_it_is_left_out() {
    let outside = |path: &PathBuf| {
        let name = named(path);
        !name.starts_with("tests/native/built/")
            && !OWN_DIST.contains(&&*name)
            && name != "tests/native/tidy.rs"
    };
    let paths: Vec<PathBuf> = files(&root().join("tests/native"))
        .into_iter()
        .filter(outside)
        .filter(|path| rust_file(path))
        .collect();
    none(holding(&paths, &["\"dist\"", "dist/", "report.json"]));
}

/// The texts in quotation marks on a line of code.
fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

/// Keys by their names.
const KEYS: [&str; 2] = ["Enter", "Escape"];

/// Words of which every English sentence has one.
const ENGLISH: [&str; 14] =
    ["a", "the", "of", "to", "in", "on", "is", "are", "and", "or", "not", "with", "by", "from"];

/// What a reader reads comes from the files of words: nothing in the view begins with a capital, or is a part of an
/// English sentence.
#[test]
fn the_view_has_no_words_of_its_own() {
    let english = |text: &str| {
        let mut signs = text.chars();
        let capital =
            signs.next().is_some_and(char::is_uppercase) && signs.next().is_some_and(char::is_lowercase);
        (capital && !KEYS.contains(&text))
            || (text.contains(' ') && text.split(' ').any(|word| ENGLISH.contains(&word)))
    };
    let view = files(&root().join("src/view"));
    let told = view.iter().flat_map(|path| {
        let text = text(path);
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let told = code.flat_map(quoted).filter(|text| english(text)).map(str::to_string);
        told.map(|text| format!("{}: “{text}”", named(path))).collect::<Vec<_>>()
    });
    none(told.collect());
    assert!(english("Nothing") && english("one of them") && !english("step moved"));
}
