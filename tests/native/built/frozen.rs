//! The frozen copy of this version: whole, the same to the byte, and with no way out of it.

use super::{dist, text};
use crate::support::{files, values};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

const FOLDER: &str = concat!("v/", env!("CARGO_PKG_VERSION"), "/");

/// What is said of the site as it now stands; it has no place in a copy.
const LIVE_ONLY: [&str; 21] = [
    "404.html",
    "_headers",
    "catalogue/",
    "changes/",
    "compare/",
    "conflict/",
    "custom-elements.json",
    "facility/",
    "feed.xml",
    "ilrs-explainer.js",
    "milestone/",
    "mission/",
    "nginx.conf",
    "oembed/",
    "package.json",
    "participant/",
    "person/",
    "phase/",
    "record/",
    "report.json",
    "v/",
];

/// The pages that lead to those of things, and so differ from the copy's by the way there: what it begins with in the
/// copy, and on the site.
const RENDERED: [(&str, &str, &str); 6] = [
    ("index.html", "../../", ""),
    ("embed/index.html", "../../../", "../"),
    ("zh/index.html", "../../../zh/", ""),
    ("zh/embed/index.html", "../../../../zh/", "../"),
    ("ru/index.html", "../../../ru/", ""),
    ("ru/embed/index.html", "../../../../ru/", "../"),
];

/// Whether a file is about the site as it now stands, in whatever language.
fn is_live_only(path: &str) -> bool {
    let below = path.strip_prefix("zh/").or(path.strip_prefix("ru/")).unwrap_or(path);
    LIVE_ONLY.iter().any(|start| below.starts_with(start))
}

/// Without what stands there where its style does not come: that names the folder of the page.
fn styled(html: &str) -> String {
    let (before, rest) = html.split_once("<p class=\"unstyled\">").unwrap_or((html, ""));
    before.to_string() + rest.split_once("</p>").map_or("", |(_, after)| after)
}

/// Whether a file is one of these, or one of these packed.
fn is_rendered(path: &str) -> bool {
    RENDERED.iter().any(|(page, ..)| path.starts_with(page))
}

/// Every file in a folder of the site, by its path there.
fn paths(folder: &str) -> Vec<String> {
    let folder = dist().join(folder);
    let below = |path: &PathBuf| Some(path.strip_prefix(&folder).ok()?.to_str()?.replace('\\', "/"));
    files(&folder).iter().filter_map(below).collect()
}

#[test]
fn every_file_has_its_twin() {
    let copied = |path: &String| !is_live_only(path);
    let live: Vec<String> = paths("").into_iter().filter(copied).collect();
    assert!(live.len() > 60, "{live:?}");
    for path in live.iter().filter(|path| !is_rendered(path)) {
        let read =
            |folder: &str| fs::read(dist().join(folder).join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert!(read("") == read(FOLDER), "{path} and its twin differ");
    }
    for (page, there, here) in RENDERED {
        let copy = text(&format!("{FOLDER}{page}")).replace(&format!("\"{there}"), &format!("\"{here}"));
        assert!(
            styled(&copy) == styled(&text(page)),
            "{page} and its twin differ by more than the way to pages of things"
        );
    }
    let copy = paths(FOLDER).into_iter().filter(|path| !path.starts_with("report.json"));
    assert_eq!(copy.collect::<Vec<_>>(), live);
}

fn report(path: &str) -> BTreeMap<String, Value> {
    let lines: Vec<Value> = serde_json::from_str(&text(path)).expect("the report is a list");
    lines.into_iter().map(|line| (line["path"].as_str().expect("a path").to_string(), line)).collect()
}

#[test]
fn its_report_says_what_the_site_s_says() {
    let (all, own) = (report("report.json"), report(&format!("{FOLDER}report.json")));
    for (path, line) in &own {
        let twins = [path.clone(), format!("{FOLDER}{path}")];
        for twin in twins.into_iter().skip(usize::from(is_rendered(path))) {
            let said = all.get(&twin).unwrap_or_else(|| panic!("{twin} is not in the report"));
            for name in ["bytes", "brotli", "sha256"] {
                assert_eq!(said[name], line[name], "{twin}: {name}");
            }
        }
    }
    let plain = |path: &String| !path.ends_with(".br") && !path.ends_with(".gz") && path != "report.json";
    let listed: BTreeSet<String> = own.into_keys().collect();
    assert_eq!(paths(FOLDER).into_iter().filter(plain).collect::<BTreeSet<_>>(), listed);
}

/// Where an address leads from a page, below the folder of the site; none if that is outside.
fn led(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split(['?', '#']).next()?.split('/') {
        match part {
            ".." => _ = parts.pop()?,
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn nothing_in_it_leads_out_of_it_but_to_the_pages_of_things() {
    let all = paths(FOLDER);
    let live = paths("");
    // What an element loads of the pictures is no page: its links lead from where the pages of things stand.
    for page in all.iter().filter(|path| path.ends_with(".html") && !path.starts_with("assets/")) {
        let html = styled(&fs::read_to_string(dist().join(FOLDER).join(page)).expect("text"));
        // What the loader fetches lies beside it.
        let loaded = ["data-glue", "data-wasm", "data-record", "data-words"].map(|name| values(&html, name));
        for name in loaded.concat() {
            assert!(all.contains(&format!("assets/{name}")), "{page}: {name} is not there");
        }
        let links = ["href", "src"].map(|name| values(&html, name));
        let own: Vec<&str> = links.concat().into_iter().filter(|link| !link.contains(':')).collect();
        assert!(own.len() > 3, "{page}: {own:?}");
        for link in own.into_iter().filter(|link| !link.starts_with(['#', '?'])) {
            let whole = format!("{FOLDER}{page}");
            let to = led(&whole, link).unwrap_or_else(|| panic!("{page}: {link} leads out of the site"));
            let file = if to.is_empty() || to.ends_with('/') { format!("{to}index.html") } else { to };
            // The page that gives code for a picture is that of the site: it offers both.
            let chosen = file.ends_with("embedding/index.html") && link.contains("?view=");
            let things = !file.starts_with("v/") && (is_live_only(&file) || chosen);
            assert!(file.starts_with(FOLDER) || things, "{page}: {link} leads out");
            assert!(live.contains(&file), "{page}: {link} leads to nothing");
        }
        for tag in html.split('<').filter(|tag| tag.starts_with("link ") || tag.starts_with("script ")) {
            let away = tag.contains("\"https:") || tag.contains("\"http:") || tag.contains("=\"//");
            let said = tag.contains("rel=\"canonical\"")
                || tag.contains("+oembed")
                || tag.contains("atom+xml")
                || tag.contains("ld+json");
            assert!(!away || said, "{page}: <{tag}");
        }
    }
}
