//! The site in each of its languages: the same pages with the same things, each said to be what it is, and each as light.

use super::{dist, led, text};
use crate::editions::editions;
use crate::support::{files, record, values};
use ilrs_explainer::site::po::Target;
use ilrs_explainer::site::po::text::texts;
use ilrs_explainer::text::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The languages beside English, in which the site was first.
const OTHERS: [Lang; 2] = [Lang::Zh, Lang::Ru];

/// Every page of the site as it goes on, by its path, with what it holds.
fn pages() -> BTreeMap<String, String> {
    let below = |path: &PathBuf| Some(path.strip_prefix(dist()).ok()?.to_str()?.replace('\\', "/"));
    let all = files(&dist());
    let paths = all.iter().filter_map(below).filter(|path| path.ends_with(".html"));
    let kept =
        paths.filter(|path| !["v/", "catalogue/", "assets/"].iter().any(|start| path.starts_with(start)));
    kept.map(|path| (path.clone(), text(&path))).collect()
}

/// The language of a page, and its path below the folder of that.
fn placed(path: &str) -> (Lang, &str) {
    let other = OTHERS.into_iter().find_map(|lang| Some((lang, path.strip_prefix(lang.folder())?)));
    other.unwrap_or((Lang::En, path))
}

#[test]
fn every_page_is_there_in_every_language() {
    let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let pages = pages();
    for path in pages.keys().filter(|path| !path.starts_with("licences/")) {
        let (lang, page) = placed(path);
        of.entry(lang.code()).or_default().insert(page);
    }
    assert_eq!(of.len(), Lang::ALL.len());
    assert!(of["en"].len() > 280, "{} pages", of["en"].len());
    for lang in OTHERS {
        assert_eq!(of["en"].symmetric_difference(&of[lang.code()]).collect::<Vec<_>>(), [&""; 0], "{lang:?}");
    }
}

#[test]
fn every_link_leads_to_what_is_there() {
    let there: BTreeSet<String> = files(&dist())
        .iter()
        .filter_map(|path| Some(path.strip_prefix(dist()).ok()?.to_str()?.replace('\\', "/")))
        .collect();
    let mut wrong = Vec::new();
    for (page, html) in pages() {
        // What stands where its style does not come leads back from where a slash is missing.
        let (before, rest) = html.split_once("<p class=\"unstyled\">").unwrap_or((&html, ""));
        let html = before.to_string() + rest.split_once("</p>").map_or("", |(_, after)| after);
        for link in ["href", "src"].into_iter().flat_map(|name| values(&html, name)) {
            if led(&page, link).is_some_and(|file| !there.contains(&file)) {
                wrong.push(format!("{page}: {link}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_page_says_its_language() {
    for (path, html) in pages() {
        let tag = placed(&path).0.tag();
        assert!(html.contains(&format!("<html lang=\"{tag}\">")), "{path}");
        let explainer = html.split("class=\"explainer").skip(1).filter_map(|rest| rest.split('>').next());
        for element in explainer.filter(|element| element.contains(" lang=")) {
            assert!(element.contains(&format!(" lang=\"{tag}\"")), "{path}: {element}");
        }
    }
}

/// What the head of a page says that it is in other languages, by tag.
fn alternates(page: &str, html: &str) -> BTreeMap<String, String> {
    let links = html.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    let pairs = links.filter_map(|rest| {
        let tag = rest.split('"').next()?;
        Some((tag.to_string(), led(page, values(rest.split('>').next()?, "href").first()?)?))
    });
    pairs.collect()
}

#[test]
fn what_a_page_is_in_other_languages_is_said_by_all_of_them() {
    let pages = pages();
    let told: BTreeMap<&String, BTreeMap<String, String>> =
        pages.iter().map(|(path, html)| (path, alternates(path, html))).collect();
    let alone = |path: &str| path.starts_with("licences/") || path.ends_with("404.html");
    for (path, alternates) in &told {
        if alone(path) {
            assert!(alternates.is_empty(), "{path}");
            continue;
        }
        let (lang, page) = placed(path);
        // A frame is another form of the front page, and says so by its address.
        let page = if page == "embed/index.html" { "index.html" } else { page };
        let mut expected: BTreeMap<String, String> = Lang::ALL
            .iter()
            .map(|lang| (lang.tag().to_string(), format!("{}{page}", lang.folder())))
            .collect();
        expected.insert("x-default".to_string(), page.to_string());
        assert_eq!(*alternates, expected, "{path}");
        let own = &told[&alternates[lang.tag()]];
        assert_eq!(own, alternates, "{path} and its other languages differ");
    }
}

#[test]
fn every_page_but_a_frame_leads_to_its_other_languages() {
    for (path, html) in pages() {
        let (lang, page) = placed(&path);
        let choice =
            html.split_once("<nav class=\"languages\"").and_then(|(_, rest)| rest.split_once("</nav>"));
        if page == "embed/index.html" {
            assert!(choice.is_none(), "{path}");
            continue;
        }
        let choice = choice.unwrap_or_else(|| panic!("{path}: no way to other languages")).0;
        for other in Lang::ALL.iter().filter(|other| **other != lang) {
            let link = choice.split("<a ").find(|link| link.contains(other.own_name())).expect("a link");
            let said = format!(" lang=\"{0}\" hreflang=\"{0}\"", other.tag());
            assert!(link.contains(&said), "{path}: {link}");
            let to = led(&path, link.split('"').nth(1).expect("an address")).expect("within the site");
            let front = page.starts_with("licences/") || page == "404.html";
            let expected = if front { "index.html" } else { page };
            assert_eq!(to, format!("{}{expected}", other.folder()), "{path}");
        }
        assert!(choice.contains(lang.own_name()), "{path}");
    }
}

/// Addresses are public: what a fragment names is there in every language, and as often. A chapter of the story takes as
/// many sentences as it has room for, and each has a note.
#[test]
fn the_same_things_stand_on_a_page_in_every_language() {
    let pages = pages();
    let sorted = |html: &str| {
        let mut all: Vec<String> = values(html, "id")
            .into_iter()
            .filter(|id| !id.starts_with("story-note-"))
            .map(str::to_string)
            .collect();
        all.sort();
        all
    };
    for (path, html) in
        pages.iter().filter(|(path, _)| placed(path).0 == Lang::En && !path.starts_with("licences/"))
    {
        let own = sorted(html);
        for lang in OTHERS {
            let other = sorted(&pages[&format!("{}{path}", lang.folder())]);
            assert!(own == other, "{path}: {} ids in English, {} in {lang:?}", own.len(), other.len());
        }
    }
}

/// What is loaded before a page answers: the page, its style, the app, the record, and the fonts that its language needs.
#[test]
fn every_language_is_as_light() {
    let report: Vec<Value> = serde_json::from_str(&text("report.json")).expect("the report is a list");
    let size = |path: &str| {
        let line = report.iter().find(|line| line["path"] == path).unwrap_or_else(|| panic!("no {path}"));
        line["brotli"].as_u64().or(line["bytes"].as_u64()).expect("a size")
    };
    let load = |lang: Lang| {
        let page = format!("{}index.html", lang.folder());
        let html = text(&page);
        let links = values(&html, "href").into_iter().filter(|link| link.contains("assets/"));
        let named = links.chain(values(&html, "src")).filter_map(|link| led(&page, link));
        let mut loaded: BTreeSet<String> = named.filter(|file| file.starts_with("assets/")).collect();
        loaded.insert(page.clone());
        for sheet in loaded.clone().iter().filter(|file| file.contains("/font.")) {
            let css = text(sheet);
            let fonts = css.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
            loaded.extend(fonts.filter_map(|font| led(sheet, font)));
        }
        loaded.into_iter().map(|file| (size(&file), file)).collect::<Vec<_>>()
    };
    let sum = |files: &[(u64, String)]| files.iter().map(|(bytes, _)| bytes).sum::<u64>();
    let english = load(Lang::En);
    assert!(english.len() > 8, "{english:?}");
    assert!(!english.iter().any(|(_, file)| file.contains("cyrillic")), "{english:?}");
    for lang in OTHERS {
        let own = load(lang);
        let cyrillic: u64 =
            own.iter().filter(|(_, file)| file.contains("cyrillic")).map(|(bytes, _)| bytes).sum();
        println!("{lang:?}: {} bytes, {cyrillic} of them Cyrillic; English {}", sum(&own), sum(&english));
        assert_eq!(cyrillic > 0, lang == Lang::Ru, "{own:?}");
        let most = sum(&english) * 106 / 100 + cyrillic;
        assert!(sum(&own) <= most, "{lang:?}: {} bytes, more than {most}: {own:#?}", sum(&own));
    }
}

/// A file in another language is no part of what an English page loads.
#[test]
fn no_page_loads_what_is_for_another_language() {
    for (path, html) in pages() {
        let own = placed(&path).0;
        let loaded =
            values(&html, "href").into_iter().chain(values(&html, "src")).chain(values(&html, "data-record"));
        for link in loaded.filter(|link| !link.contains("data/")) {
            for other in Lang::ALL.iter().filter(|other| **other != own) {
                let file = link.rsplit('/').next().unwrap_or_default();
                assert!(!file.contains(&format!(".{}.", other.code())), "{path}: {link}");
            }
        }
    }
}

/// Whether the words that the page says by itself are in its language yet. Until they are, the record's alone are looked at.
const WORDS_ARE_TRANSLATED: bool = true;

/// The words of a page that a reader reads, without those that are said to be in another language.
fn read(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let mut words = String::new();
    let (mut open, mut away): (Vec<(&str, bool)>, usize) = (Vec::new(), 0);
    for part in body.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        let void = ["br", "hr", "img", "input", "link", "meta"].contains(&name) || tag.ends_with('/');
        if tag.starts_with('/') {
            while let Some((opened, foreign)) = open.pop() {
                away -= usize::from(foreign);
                if opened == name {
                    break;
                }
            }
        } else if !void && !tag.starts_with('!') {
            let foreign = tag.contains(" lang=\"") || ["script", "code", "pre"].contains(&name);
            let explainer = tag.contains("class=\"explainer");
            open.push((name, foreign && !explainer));
            away += usize::from(foreign && !explainer);
        }
        if away == 0 {
            words.push_str(rest);
        }
        words.push('\n');
    }
    html_escape::decode_html_entities(&words).into_owned()
}

/// No text of ours stands there in English unsaid. Names are the same in many languages, and so is a title of a source.
#[test]
fn no_english_text_stands_on_a_page_of_another_language() {
    for into in Target::ALL {
        let edition =
            editions().iter().find(|edition| edition.lang.code() == into.tag()).expect("it is there");
        let same: BTreeSet<String> = all_texts(&edition.record);
        let ours: Vec<String> = texts(record(), into)
            .into_iter()
            .map(|text| text.english)
            .filter(|text| text.split(' ').count() > 3 && !same.contains(text))
            .collect();
        assert!(ours.len() > 1000, "{into:?}: {} texts", ours.len());
        for (path, html) in pages().into_iter().filter(|(path, _)| placed(path).0 == edition.lang) {
            let words = read(&html);
            let lines: BTreeSet<&str> =
                words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let left: Vec<&String> = ours.iter().filter(|text| lines.contains(text.as_str())).collect();
            assert!(left.is_empty(), "{path}: {left:#?}");
            if WORDS_ARE_TRANSLATED {
                // A body is named as the record names it, a publisher with a year or the number of others after it.
                let publishers = || edition.record.sources.iter().map(|source| source.publisher.as_str());
                let named =
                    |line: &str| same.contains(line) || publishers().any(|name| line.starts_with(name));
                let english =
                    lines.iter().filter(|line| is_english(line) && !named(line)).collect::<Vec<_>>();
                assert!(english.is_empty(), "{path}: {english:#?}");
            }
        }
    }
}

/// Whether words are an English sentence, rather than a name.
fn is_english(words: &str) -> bool {
    const COMMON: [&str; 12] =
        ["the", "of", "and", "is", "are", "was", "for", "with", "this", "which", "that", "by"];
    let all: Vec<&str> =
        words.split(|sign: char| !sign.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    words.is_ascii() && all.len() > 3 && all.iter().filter(|word| COMMON.contains(word)).count() > 1
}

/// Every text of a record.
fn all_texts(record: &ilrs_explainer::model::record::Record) -> BTreeSet<String> {
    fn strings(value: &Value, all: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => _ = all.insert(text.clone()),
            Value::Array(list) => list.iter().for_each(|value| strings(value, all)),
            Value::Object(map) => map.values().for_each(|value| strings(value, all)),
            _ => {}
        }
    }
    let mut all = BTreeSet::new();
    strings(&serde_json::to_value(record).expect("a record is JSON"), &mut all);
    all
}

#[test]
fn english_is_told_from_names() {
    for (words, is) in [
        ("The date of the launch is not known.", true),
        ("International Lunar Research Station Cooperation Organization", false),
        ("Институт космических исследований", false),
        ("Space Science and Geospatial Institute", false),
    ] {
        assert_eq!(is_english(words), is, "{words}");
    }
}
