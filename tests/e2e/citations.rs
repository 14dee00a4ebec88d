//! How pages are cited, read by a program that reference managers use: BibTeX and CSL-JSON say the same.

use crate::dist;
use crate::node::node;
use crate::outcome::Outcome;
use ilrs_explainer::site::cite::Cited;
use ilrs_explainer::text::Lang;
use serde_json::Value;

/// Names with the signs that mean something to TeX or JSON, and with letters of other scripts.
const NAMES: [&str; 3] =
    ["Luna-26", "R&D at 100 % of $1_0 #2 {a} \\b ~c ^d \"e\"", "嫦娥七号 и Луна-26’s № 7"];

#[test]
fn both_forms_are_understood_and_say_the_same() -> Outcome {
    let folder = dist::root().join("target/tmp");
    std::fs::create_dir_all(&folder)?;
    for (place, name) in NAMES.iter().enumerate() {
        let cited = Cited {
            id: "mission-luna-26",
            name,
            title: "The station",
            day: 20_000,
            url: Some("https://host.example/mission/luna-26/?a=1&b=2_3"),
            lang: Lang::default(),
        };
        let files = [("bib", cited.bibtex()), ("json", cited.csl().to_string())];
        let mut paths = Vec::new();
        for (ending, text) in files {
            let path = folder.join(format!("cited-{place}.{ending}"));
            std::fs::write(&path, text)?;
            paths.push(path.display().to_string());
        }
        let words: Vec<&str> = paths.iter().map(String::as_str).collect();
        let read: Vec<Value> = serde_json::from_slice(&node("../cite.mjs", &words)?)?;
        for form in &read {
            let entry = &form[0];
            assert_eq!(entry["title"], *name, "{form:#}");
            assert_eq!(entry["URL"], "https://host.example/mission/luna-26/?a=1&b=2_3", "{form:#}");
            assert_eq!(entry["issued"]["date-parts"][0][0], 2024, "{form:#}");
        }
        assert_eq!(read.len(), 2);
    }
    Ok(())
}

/// As they stand on a page.
#[test]
fn every_page_of_a_thing_says_how_to_cite_it() {
    for path in ["mission/luna-26/index.html", "conflict", "record/index.html"] {
        let path = if path == "conflict" { first("conflict") } else { path.to_string() };
        let page = std::fs::read_to_string(dist::root().join("dist").join(&path)).expect("it is built");
        for form in ["<pre id=\"bibtex\"", "@misc{", "<pre id=\"csl-json\""] {
            assert!(page.contains(form), "dist/{path} lacks {form}");
        }
    }
}

fn first(folder: &str) -> String {
    let all = std::fs::read_dir(dist::root().join("dist").join(folder)).expect("it is built");
    let mut names: Vec<String> =
        all.flatten().map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    format!("{folder}/{}/index.html", names[0])
}
