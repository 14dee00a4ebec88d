//! The arrows between the layers: what the model may not depend on, and what comes once.

use crate::support::root;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// What belongs to the browser.
const WEB: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// The crates that this one is built from with these features, each on a line.
fn crates(features: &[&str]) -> Vec<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut tree = Command::new(cargo);
    tree.current_dir(root()).args([
        "tree",
        "--locked",
        "--offline",
        "-e",
        "normal",
        "--target",
        "all",
        "--prefix",
        "none",
    ]);
    let output = tree.args(features).output().expect("cargo runs");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_string).collect()
}

/// Whether a crate is of this name or, as gloo-events is of gloo, of its family.
fn is(name: &str, web: &str) -> bool {
    name == web || name.strip_prefix(web).is_some_and(|rest| rest.starts_with('-'))
}

#[test]
fn the_model_knows_no_web() {
    // The listing is one that would show it: with the shell it does.
    let shell = crates(&["--features", "shell"]);
    for web in WEB {
        assert!(shell.iter().any(|name| is(name, web)), "{web} is not in the shell's listing");
    }
    let model: Vec<String> =
        crates(&[]).into_iter().filter(|name| WEB.iter().any(|web| is(name, web))).collect();
    assert!(model.is_empty(), "the model depends on {model:?}");
}

#[test]
fn the_model_needs_serde_and_postcard_alone() {
    assert_eq!(crates(&["--depth", "1"]), ["ilrs-explainer", "postcard", "serde"]);
    let reads_json = |features: &[&str]| crates(features).iter().any(|name| name == "serde_json");
    assert!(reads_json(&["--features", "checker"]), "the checker reads JSON");
    assert!(!reads_json(&[]), "the model by itself reads none");
}

#[test]
fn the_shell_brings_no_tool_of_the_site() {
    let shell = crates(&["--features", "shell"]);
    for native in ["axum", "tower-http", "notify", "toml", "brotli", "wasm-bindgen-cli-support"] {
        assert!(!shell.iter().any(|name| name == native), "{native} is in the shell's listing");
    }
}

fn toml(name: &str) -> toml::Table {
    let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn each_crate_of_gloo_comes_once() {
    let lock = toml("Cargo.lock");
    let all = lock["package"].as_array().expect("a list of packages");
    let names = all.iter().filter_map(|package| package["name"].as_str());
    let gloo: Vec<&str> = names.filter(|name| is(name, "gloo")).collect();
    assert!(gloo.contains(&"gloo-events"), "the listing is one that would show them: {gloo:?}");
    let unique: BTreeSet<&str> = gloo.iter().copied().collect();
    assert_eq!(gloo.len(), unique.len(), "one is there in two versions: {gloo:?}");
}

/// What could change a Wasm after it was linked.
const EDITORS: [&str; 4] = ["binaryen", "walrus", "wasm-encoder", "wasm-opt"];

#[test]
fn no_crate_edits_what_was_linked() {
    let manifest = toml("Cargo.toml");
    let direct = manifest["dependencies"].as_table().expect("a table");
    assert!(direct.contains_key("wasm-bindgen-cli-support"), "the listing is one that would show them");
    let editors: Vec<&String> =
        direct.keys().filter(|name| EDITORS.iter().any(|editor| is(name, editor))).collect();
    assert!(editors.is_empty(), "the site depends on {editors:?}");
}
