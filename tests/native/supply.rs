//! What the site is made of: every crate and Node package under the rules, the rules themselves on made-up crates, and
//! the bill of materials against what its standard asks.

use crate::support::root;
use ilrs_explainer::site::supply::fonts::FONTS;
use ilrs_explainer::site::supply::page::Listed;
use ilrs_explainer::site::supply::rules::{SHIPPED, TOOLS, licence, node_packages, node_problems, problems};
use ilrs_explainer::site::supply::{Metadata, Package, Supply, sbom};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn supply() -> &'static Supply {
    static SUPPLY: OnceLock<Supply> = OnceLock::new();
    SUPPLY.get_or_init(|| Supply::read(root()).unwrap_or_else(|problems| panic!("{problems}")))
}

#[test]
fn everything_that_ships_builds_or_tests_the_site_may() {
    let whole = Metadata::whole(root()).unwrap_or_else(|error| panic!("{error}"));
    let all: Vec<&Package> = whole.packages.iter().collect();
    assert!(all.len() > 200, "these are not all: {}", all.len());
    assert_eq!(problems(&all, &whole.workspace_members, &[SHIPPED, TOOLS].concat()), [""; 0]);
    let packages = node_packages(&supply().node);
    assert!(packages.iter().any(|package| package.name == "axe-core"), "{packages:?}");
    assert_eq!(node_problems(&packages), [""; 0]);
}

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// A made-up crate: its name, version, licence and source.
fn made(name: &str, version: &str, license: Option<&str>, source: Option<&str>) -> Value {
    json!({
        "id": format!("{name}@{version}"), "name": name, "version": version, "license": license, "source": source,
        "repository": null, "manifest_path": "/nowhere/Cargo.toml", "targets": [{ "kind": ["lib"] }],
    })
}

/// What is found wrong with made-up crates, of which `ours` is our own.
fn wrong(packages: &[Value]) -> Vec<String> {
    let json = json!({
        "packages": packages, "workspace_members": ["ours@1.0.0"], "resolve": { "nodes": [], "root": null },
    });
    let made = Metadata::parse(&json.to_string()).unwrap_or_else(|error| panic!("{error}"));
    problems(&made.packages.iter().collect::<Vec<_>>(), &made.workspace_members, SHIPPED)
}

#[test]
fn what_breaks_a_rule_is_told() {
    let mit = Some("MIT");
    let here = Some(CRATES_IO);
    let table: [(&[Value], &[&str]); 10] = [
        (&[made("ours", "1.0.0", mit, None), made("a", "1.0.0", mit, here)], &[]),
        (
            &[made("a", "1.0.0", Some("GPL-3.0-only"), here)],
            &["a 1.0.0: its licence GPL-3.0-only is not on the list in src/site/supply/rules.rs"],
        ),
        (&[made("a", "1.0.0", None, here)], &["a 1.0.0: it names no licence"]),
        (&[made("a", "1.0.0", mit, None)], &["a 1.0.0: it comes from a folder, and not from crates.io"]),
        (
            &[made("a", "1.0.0", mit, Some("git+https://github.com/a/a#1234"))],
            &["a 1.0.0: it comes from git+https://github.com/a/a#1234, and not from crates.io"],
        ),
        (
            &[made("a", "1.0.0", mit, Some("registry+https://crates.example/index"))],
            &["a 1.0.0: it comes from registry+https://crates.example/index, and not from crates.io"],
        ),
        (
            &[made("yew", "0.22.0", mit, here), made("yew", "0.23.0", mit, here)],
            &["yew: it stands here as 0.22.0 and 0.23.0, and may only once"],
        ),
        (
            &[made("gloo-events", "0.1.0", mit, here), made("gloo-events", "0.2.0", mit, here)],
            &["gloo-events: it stands here as 0.1.0 and 0.2.0, and may only once"],
        ),
        (
            &[made("web-sys", "0.3.1", mit, here), made("web-sys", "0.3.2", mit, here)],
            &["web-sys: it stands here as 0.3.1 and 0.3.2, and may only once"],
        ),
        (&[made("syn", "1.0.0", mit, here), made("syn", "2.0.0", mit, here)], &[]),
    ];
    for (packages, told) in table {
        assert_eq!(wrong(packages), told, "{packages:?}");
    }
}

#[test]
fn a_licence_is_what_its_expression_asks() {
    let refused =
        |said: &str| Err(format!("its licence {said} is not on the list in src/site/supply/rules.rs"));
    let read = |said: &str| Ok(said.to_string());
    for (said, judged) in [
        ("MIT", read("MIT")),
        ("MIT OR GPL-2.0-only", read("MIT OR GPL-2.0-only")),
        ("MIT AND GPL-2.0-only", refused("MIT AND GPL-2.0-only")),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", read("(MIT OR Apache-2.0) AND Unicode-3.0")),
        ("(MIT OR Apache-2.0) AND CC-BY-SA-4.0", refused("(MIT OR Apache-2.0) AND CC-BY-SA-4.0")),
        ("MIT/Apache-2.0", read("MIT OR Apache-2.0")),
        ("Apache-2.0 / MIT", read("Apache-2.0 OR MIT")),
        ("Apache-2.0 WITH LLVM-exception", refused("Apache-2.0 WITH LLVM-exception")),
        ("Apache-2.0 WITH LLVM-exception OR MIT", read("Apache-2.0 WITH LLVM-exception OR MIT")),
        ("MPL-2.0", refused("MPL-2.0")),
        ("LicenseRef-Own", refused("LicenseRef-Own")),
    ] {
        assert_eq!(licence(Some(said), SHIPPED), judged, "{said}");
    }
    for said in ["", "MIT OR", "MIT Apache-2.0", "Beerware-ish", "(MIT"] {
        let fault = licence(Some(said), SHIPPED).expect_err(said);
        assert!(fault.starts_with(&format!("its licence {said} is no licence expression: ")), "{fault}");
    }
    assert_eq!(licence(Some("MPL-2.0"), TOOLS), read("MPL-2.0"));
}

#[test]
fn node_packages_are_under_the_rules_too() {
    let lock = |package: Value| json!({ "packages": { "": {}, "node_modules/a": package } }).to_string();
    let table = [
        (json!({"version": "1.0.0", "license": "MIT", "integrity": "sha512-x"}), None),
        (json!({"version": "1.0.0", "license": "MIT"}), Some("a 1.0.0: its hash is not locked")),
        (json!({"version": "1.0.0", "integrity": "sha512-x"}), Some("a 1.0.0: it names no licence")),
        (
            json!({"version": "1.0.0", "license": "AGPL-3.0-only", "integrity": "sha512-x"}),
            Some("a 1.0.0: its licence AGPL-3.0-only is not on the list in src/site/supply/rules.rs"),
        ),
        (
            json!({"version": "1.0.0", "license": "MIT", "integrity": "sha512-x", "resolved": "https://npm.example/a"}),
            Some("a 1.0.0: it comes from https://npm.example/a, and not from npm"),
        ),
    ];
    for (package, told) in table {
        let found = node_problems(&node_packages(&lock(package.clone())));
        assert_eq!(found, told.into_iter().collect::<Vec<_>>(), "{package}");
    }
}

#[test]
fn the_page_lists_what_is_compiled_into_the_app() {
    let listed = Listed::new(supply()).unwrap_or_else(|error| panic!("{error}"));
    let names: BTreeSet<&str> = listed.lines.iter().map(|line| &*line.name).collect();
    for name in ["ilrs-explainer", "yew", "wasm-bindgen", "web-sys", "rlsf", "rust-std"] {
        assert!(names.contains(name), "{name} is not in {names:?}");
    }
    for name in ["axum", "proptest", "yew-macro", "syn", "serde_derive"] {
        assert!(!names.contains(name), "{name} is not in the app");
    }
    let tests: BTreeSet<&str> = listed.tests.iter().map(|[name, ..]| &**name).collect();
    assert!(
        tests.contains("esbuild") && !tests.iter().any(|name| name.starts_with("@esbuild/")),
        "{tests:?}"
    );
    assert_eq!(listed.lines[0].name, "ilrs-explainer");
    for line in &listed.lines {
        assert!(!line.licence.is_empty() && !line.version.is_empty(), "{line:?}");
        assert!(line.texts.iter().all(|place| *place < listed.texts.len()), "{line:?}");
    }
    let silent = listed.lines.iter().filter(|line| line.texts.is_empty()).count();
    assert!(silent * 4 < listed.lines.len(), "{silent} of {} carry no text", listed.lines.len());
    assert!(listed.texts.iter().any(|(_, body)| body.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION")));
}

#[test]
fn the_bill_has_what_its_standard_asks() {
    let bytes = sbom::file(supply()).unwrap_or_else(|error| panic!("{error}"));
    let bill: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(
        (&bill["bomFormat"], &bill["specVersion"], &bill["version"]),
        (&json!("CycloneDX"), &json!("1.5"), &json!(1))
    );
    let serial = bill["serialNumber"].as_str().expect("a number");
    let groups: Vec<&str> = serial.strip_prefix("urn:uuid:").expect("a UUID").split('-').collect();
    assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
    assert!(groups.concat().bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)), "{serial}");
    let components = bill["components"].as_array().expect("a list");
    let mut references =
        BTreeSet::from([bill["metadata"]["component"]["bom-ref"].as_str().expect("a reference")]);
    for component in components {
        let text = |name: &str| component[name].as_str().unwrap_or_else(|| panic!("no {name}: {component}"));
        assert_eq!(text("type"), "library");
        assert!(!text("name").is_empty() && !text("version").is_empty());
        assert!(references.insert(text("bom-ref")), "{} stands twice", text("bom-ref"));
        assert!(component["licenses"][0]["expression"].is_string(), "{component}");
        if let Some(font) = FONTS.iter().find(|font| font.package == text("name")) {
            assert_eq!(text("purl"), format!("pkg:npm/{}@{}", font.package, text("version")));
        } else if text("name") != "rust-std" {
            assert_eq!(
                text("purl"),
                format!("pkg:cargo/{}@{}", text("name"), text("version").replace('+', "%2B"))
            );
            assert_eq!(component["hashes"][0]["content"].as_str().map(str::len), Some(64), "{component}");
        }
    }
    let mut needing = BTreeSet::new();
    for line in bill["dependencies"].as_array().expect("a list") {
        assert!(needing.insert(line["ref"].as_str().expect("a reference")), "{line}");
        let on: Vec<&str> =
            line["dependsOn"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        assert_eq!(on.iter().collect::<BTreeSet<_>>().len(), on.len(), "one is needed twice: {line}");
        assert!(on.iter().all(|one| references.contains(one)), "{line}");
    }
    assert!(needing.is_subset(&references));
    let listed = Listed::new(supply()).expect("a list");
    assert_eq!(components.len(), listed.lines.len() - 1 + listed.fonts.len());
    assert_eq!(bytes, sbom::file(supply()).expect("a bill"), "the same twice");
}
