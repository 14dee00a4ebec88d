//! A record of another topic: the dates of NASA's crewed flights. It is real, small, and lacks phases, people, counts
//! and places; it is read, published, and goes through the checker as any record from an address does.

use crate::support::{files, root};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::model::validate::json::{dataset, encoded};
use ilrs_explainer::site::dist::{WasmBundle, pages};
use ilrs_explainer::site::edition::Edition;
use ilrs_explainer::site::record::{Fault, other, read, report};
use ilrs_explainer::site::supply::Supply;
use ilrs_explainer::site::{Files, page};
use jsonschema::validator_for;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

fn folder() -> PathBuf {
    root().join("tests/records/artemis")
}

fn record() -> Record {
    other(&folder()).unwrap_or_else(|faults| panic!("{}", report(&faults)))
}

/// Its site, and what its pages are filled with.
fn site() -> &'static Files {
    static SITE: OnceLock<Files> = OnceLock::new();
    SITE.get_or_init(|| {
        let url = Some("https://artemis.example/a/");
        let supply = Supply::read(root()).expect("the licences are read");
        pages(
            root(),
            &Edition::all(&record(), &[]),
            Some(&supply),
            [WasmBundle::default(), WasmBundle::default()],
            url,
        )
        .expect("its site is made")
    })
}

fn text(path: &str) -> String {
    String::from_utf8(site().get(path).unwrap_or_else(|| panic!("there is no {path}")).clone()).expect("text")
}

fn published() -> String {
    text("data/explainer.en.json")
}

#[test]
fn it_is_read() {
    let record = record();
    assert_eq!(record.title.as_deref(), Some("Artemis: when the crews were to fly"));
    let sizes = (record.events.len(), record.missions.len(), record.milestones.len(), record.conflicts.len());
    assert_eq!(sizes, (12, 5, 3, 1));
    assert_eq!(record.phases.len() + record.people.len() + record.counts.len() + record.sites.len(), 0);
}

#[test]
fn it_keeps_to_the_rules_for_any_record_and_need_not_to_our_own() {
    let faults = read(&folder()).expect_err("a record of this crate has every list");
    assert!(faults.iter().any(|fault| fault.file == "phases.toml"), "{}", report(&faults));
}

#[test]
fn its_published_form_is_read_too_and_keeps_to_the_schema() {
    let file =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("artemis-{}.json", std::process::id()));
    fs::write(&file, published()).expect("the file can be written");
    let again = other(&file);
    let broken = published().replacen("\"https://", "\"javascript://", 1).replacen(
        "\"artemis-1\"",
        "\"artemis-0\"",
        1,
    );
    fs::write(&file, broken).expect("the file can be written");
    let faults = other(&file).expect_err("it is broken");
    fs::remove_file(&file).expect("the file can be removed");
    assert_eq!(again.unwrap_or_else(|faults| panic!("{}", report(&faults))), record());
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(faults.iter().all(|fault: &Fault| fault.file == name) && faults.len() > 1, "{}", report(&faults));

    let schema: Value = serde_json::from_str(&text("data/schema.json")).expect("JSON");
    let data: Value = serde_json::from_str(&published()).expect("JSON");
    let validator = validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_folder_that_is_none_and_a_record_without_a_day() {
    for path in ["tests/records/nothing", "tests/records/nothing.json"] {
        let faults = other(&root().join(path)).expect_err(path);
        assert!(faults[0].to_string().starts_with("record.toml: "), "{}", report(&faults));
    }
}

#[test]
fn its_pages_speak_of_it_alone() {
    let title = "Artemis: when the crews were to fly";
    let page = text("index.html");
    for part in [
        format!("<title>{title}</title>"),
        "<meta name=\"description\" content=\"The dates given for NASA’s Artemis flights".to_string(),
        format!("<meta property=\"og:title\" content=\"{title}\">"),
        format!("<h1><bdi lang=\"en\">{title}</bdi></h1>"),
        format!("\"name\":\"{title}\""),
        "First US crewed landing under Artemis".to_string(),
    ] {
        assert!(page.contains(&part), "{part}");
    }
    assert!(
        !page.contains("<figure class=\"scene") && !page.contains("<figure class=\"maps"),
        "nothing is drawn that it has no data for"
    );
    assert!(!page.contains("\"license\""), "its licence is its owner's to state");
    let words = [
        "ILRS",
        "Lunar Research Station",
        "the station",
        "The station",
        "Chinese laboratory",
        "Luna-26",
        "the treaty",
        "Russia-",
    ];
    // The program's own words stay: its code, its schema, its licence.
    let own = ["assets/", "data/schema.json", "licences/", "sbom.cdx.json"]; // the fonts bear our name
    for (path, bytes) in site().iter().filter(|(path, _)| !own.iter().any(|own| path.starts_with(own))) {
        let text = String::from_utf8_lossy(bytes);
        for word in words {
            let around =
                text.find(word).map(|at| text[at.saturating_sub(0)..].chars().take(120).collect::<String>());
            assert_eq!(around, None, "{path} says {word}");
        }
    }
}

#[test]
fn its_page_on_embedding_gives_its_own_address_and_title() {
    let page = text("embedding/index.html").replace("&lt;", "<").replace("&gt;", ">");
    let copy = concat!("https://artemis.example/a/v/", env!("CARGO_PKG_VERSION"), "/");
    for part in [
        "<ilrs-explainer><a href=\"https://artemis.example/a/\">Artemis: when the crews were to fly</a></ilrs-explainer>",
        "<iframe src=\"https://artemis.example/a/embed/\" title=\"Artemis: when the crews were to fly\"",
        &format!("src=\"{copy}frame.js\" integrity=\"sha256-"),
        &format!("frame-src https://artemis.example;\nscript-src {copy}frame.js;"),
        "connect-src https://artemis.example;",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn it_goes_through_the_checker_to_the_app() {
    let bytes = encoded(published().into_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let data = Dataset::decode(&bytes).expect("the app can read it");
    assert_eq!(Some(&data), dataset(&published()).ok().as_ref());
    let html = page::app(&Rc::new(data), "").expect("the page renders");
    assert!(
        html.contains("href=\"https://www.cbsnews.com/news/nasa-artemis-moon-program-overhaul/\""),
        "its sources"
    );
    assert!(!html.contains("sources/#source-"), "no page of sources is there to link to");
}

#[test]
fn the_checker_says_what_is_wrong() {
    let told = |bytes: Vec<u8>| encoded(bytes).expect_err("it is broken");
    assert_eq!(told(vec![b'{', 0xff]), ["byte 1: this is not UTF-8"]);
    assert_eq!(told(b"<!doctype html>".to_vec()), ["record/: json: expected value at line 1 column 1"]);
    let flood = published().replace("\"high\"", "\"sure\"").replace("\"medium\"", "\"so\"");
    let lines = told(flood.into_bytes());
    assert_eq!(lines.len(), 51);
    assert!(lines[50].starts_with("and ") && lines[50].ends_with(" more problems"), "{}", lines[50]);
    assert!(
        encoded(format!("\u{feff}{}", published()).into_bytes()).is_ok(),
        "a mark before the text is no fault"
    );
}

#[test]
fn it_has_no_stray_files() {
    for path in files(&folder()) {
        assert!(path.extension().is_some_and(|ending| ending == "toml"), "{}", path.display());
    }
}
