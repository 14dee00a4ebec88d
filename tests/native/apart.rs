//! Words stay apart when a page is copied or read aloud: wherever the style sheet makes a gap between two pieces of a
//! line, there is white space in the text too.

use crate::sheets::declarations;
use crate::support::record;
use crate::support::root;
use crate::then::{own, rendered};
use ilrs_explainer::site::dist::{WasmBundle, pages};
use ilrs_explainer::site::edition::Edition;
use ilrs_explainer::site::supply::Supply;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Elements that stand in a line. A mark may begin within a word.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "button", "cite", "code", "em", "i", "input", "label", "select", "small", "span",
    "strong", "sub", "sup", "svg", "text", "time", "tspan", "use",
];
const WITHIN_WORDS: [&str; 2] = ["mark", "wbr"];

/// Where two words meet with no more than tags between them, each with what stands around it.
fn run_together(html: &str) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    let (mut before, mut apart, mut skip) = (String::new(), true, "");
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !skip.is_empty() {
            if tag.strip_prefix('/') == Some(skip) {
                skip = "";
            }
            continue;
        }
        if let Some(raw) = ["script", "style", "select", "noscript"]
            .into_iter()
            .find(|raw| *raw == tag.split(' ').next().unwrap_or_default())
        {
            (skip, apart) = (raw, true);
            continue;
        }
        if name.starts_with('!') {
            continue; // a comment
        }
        let line = INLINE.contains(&name) && name != "text";
        if !line && !WITHIN_WORDS.contains(&name) {
            (apart, before) = (true, String::new());
        }
        let joins = !apart && !WITHIN_WORDS.contains(&name);
        if let (Some(last), Some(first), true) = (before.chars().last(), text.chars().next(), joins)
            && is_word(last, true)
            && is_word(first, false)
        {
            let end: String = before.chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
            faults.insert(format!("{end}|<{tag}>{}", text.chars().take(30).collect::<String>()));
        }
        if !text.is_empty() {
            (before, apart) = (text.to_string(), false);
        }
    }
    faults
}

/// Whether a sign is part of a word, or belongs to the one before it or after it.
fn is_word(sign: char, last: bool) -> bool {
    let closing = [')', ']', '”', '’', '.', ',', ';', ':', '?', '!', '%', '…', '+'];
    let opening = ['(', '[', '“', '‘', '+'];
    sign.is_alphanumeric() || if last { closing.contains(&sign) } else { opening.contains(&sign) }
}

#[test]
fn the_check_sees_what_runs_together() {
    let table = [
        ("<p>Roscosmos<b>high</b></p>", 1),
        ("<p><span>a</span><span>b</span></p>", 1),
        ("<p>a <b>b</b></p>", 0),
        ("<p><b>a</b>, b</p>", 0),
        ("<p>a</p><p>b</p>", 0),
        ("<li><a>a</a></li><li>b</li>", 0),
        ("<p>Luna-<mark>26</mark>th</p>", 0),
        ("<text>2024<tspan>CNSA</tspan></text>", 1),
        ("<p>(<a>a</a>)</p>", 0),
        ("<p>a.<a>b</a></p>", 1),
        ("<p>a<svg><path/></svg>b</p>", 0),
    ];
    for (html, faults) in table {
        assert_eq!(run_together(html).len(), faults, "{html}");
    }
}

#[test]
fn words_stay_apart_on_every_page() {
    let data = Rc::new(own());
    let supply = Supply::read(root()).expect("the licences are read");
    let site = pages(
        root(),
        &Edition::all(record(), &[]),
        Some(&supply),
        [WasmBundle::default(), WasmBundle::default()],
        None,
    )
    .expect("it is made");
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut put = |path: &str, html: &str| {
        for fault in run_together(html) {
            let place = fault.split_once('|').map_or("", |(_, rest)| rest);
            let tag = place.split(['"', '>']).take(2).collect::<Vec<_>>().join(" ");
            faults.entry(tag).or_insert_with(|| (0, format!("{path}: {fault}"))).0 += 1;
        }
    };
    let mut number = 0;
    for (path, bytes) in
        site.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("licences/"))
    {
        number += 1;
        put(path, &String::from_utf8_lossy(bytes));
    }
    put("the app", &rendered(&data, data.as_of));
    assert!(number > 200, "{number} pages");
    assert!(faults.is_empty(), "{} kinds of places: {:#?}", faults.len(), faults.values());
}

/// WebKit takes the role from a list whose style is `none`, outside a landmark of navigation; an empty string leaves it.
#[test]
fn lists_without_bullets_are_lists() {
    let sheets = declarations();
    let bare = |property: &str| property == "list-style" || property == "list-style-type";
    let lists = sheets.iter().filter(|one| bare(&one.property) && !one.selector.contains("summary"));
    let mut last: Vec<(String, String)> = Vec::new();
    for one in lists {
        let place = format!("{} {:?} {}", one.file, one.at, one.selector);
        match last.iter_mut().find(|(known, _)| *known == place) {
            Some((_, value)) => *value = one.value.clone(),
            None => last.push((place, one.value.clone())),
        }
    }
    assert!(!last.is_empty());
    assert!(last.iter().all(|(_, value)| value != "none"), "{last:?}");
}
