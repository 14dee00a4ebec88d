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
    let folders = ["src", "tests/generated", "tests/native", "tests/e2e", "tests/twice", "benches"];
    let all = folders.map(|folder| files(&root().join(folder)));
    all.into_iter().flatten().filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
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
    // The one place for markup without elements of the view's own: nothing, which is to leave what stands there.
    assert_eq!(holding(&source, &["VRaw {"]), ["src/view/island.rs: [\"VRaw {\"]"]);
    assert!(text(&root().join("src/view/island.rs")).contains("VRaw { html: AttrValue::Static(\"\") }"));
    none(holding(&[root().join("index.html")], &["style=", "onclick="]));
}

#[test]
fn the_model_has_no_clock_no_files_and_no_chance() {
    let refused = ["std::fs", "std::env", "std::net", "SystemTime", "Instant", "f32", "f64"];
    let mut model = files(&root().join("src/model"));
    // The projection computes in floats and hands out whole numbers; the app has none of it.
    model.retain(|path| !path.ends_with("moon.rs"));
    // The reader of JSON names each type that serde knows, only to refuse it.
    model.retain(|path| !path.ends_with("lenient.rs"));
    none(holding(&model, &refused));
}

/// The standard library's table for it is blanked in the Wasm.
#[test]
fn nothing_for_the_browser_changes_the_case_of_letters_but_ascii() {
    let browser = ["src/model", "src/view", "src/text", "src/shell", "src/bin"];
    let all: Vec<PathBuf> = browser.into_iter().flat_map(|folder| files(&root().join(folder))).collect();
    none(holding(&all, &["to_lowercase", "to_uppercase"]));
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
