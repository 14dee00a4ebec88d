//! The style sheets as their declarations, each with the conditions and the selector it stands under.

use crate::support::{files, root};
use std::collections::BTreeSet;

/// A declaration of a style sheet.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The file's name, without its folder.
    pub file: String,
    /// The at-rules around it, as written.
    pub at: Vec<String>,
    pub selector: String,
    pub property: String,
    pub value: String,
}

impl Declaration {
    /// Where it stands, for a reader of a fault.
    pub fn told(&self) -> String {
        format!("{}: {} {{ {}: {} }}", self.file, self.selector, self.property, self.value)
    }

    /// Whether an at-rule around it holds these words.
    pub fn under(&self, words: &str) -> bool {
        self.at.iter().any(|at| at.contains(words))
    }

    /// The custom properties its value names.
    pub fn names(&self) -> Vec<&str> {
        let ends = |text: &str| text.find([')', ',']).unwrap_or(text.len());
        self.value.split("var(").skip(1).map(|text| text[..ends(text)].trim()).collect()
    }
}

/// Every declaration of every style sheet, in the order of the files' names.
pub fn declarations() -> Vec<Declaration> {
    let sheets = files(&root().join("styles"));
    sheets
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .flat_map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = std::fs::read_to_string(path).expect("a style sheet can be read");
            read(&name, &uncommented(&text))
        })
        .collect()
}

fn uncommented(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |all, part| all + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn read(file: &str, css: &str) -> Vec<Declaration> {
    let mut all = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut word = String::new();
    for sign in css.chars() {
        match sign {
            '{' => open.push(std::mem::take(&mut word).trim().to_string()),
            ';' | '}' => {
                all.extend(declaration(file, &open, &std::mem::take(&mut word)));
                if sign == '}' {
                    open.pop().unwrap_or_else(|| panic!("{file} closes what it did not open"));
                }
            }
            sign => word.push(sign),
        }
    }
    assert!(open.is_empty(), "{file} does not close {open:?}");
    all
}

fn declaration(file: &str, open: &[String], text: &str) -> Option<Declaration> {
    let (property, value) = text.split_once(':')?;
    let (selector, at) = open.split_last()?;
    Some(Declaration {
        file: file.to_string(),
        at: at.to_vec(),
        selector: selector.split_whitespace().collect::<Vec<_>>().join(" "),
        property: property.trim().to_string(),
        value: value.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

#[test]
fn a_sheet_is_read_as_written() {
    let css =
        uncommented("/* a { b: c } */ d, e { --f: g(h, var(--i)); j: k }\n@media (l: m) { n { o: p; } }");
    let all = read("x.css", &css);
    let told: Vec<String> = all.iter().map(|one| format!("{:?} {}", one.at, one.told())).collect();
    assert_eq!(
        told,
        [
            "[] x.css: d, e { --f: g(h, var(--i)) }",
            "[] x.css: d, e { j: k }",
            "[\"@media (l: m)\"] x.css: n { o: p }"
        ]
    );
    assert_eq!(all[0].names(), ["--i"]);
}

/// The children of an element are few. If what it `:has` may stand anywhere below, the browser looks through thousands
/// after every change; if every element around is asked, it styles them all anew. Where no app says which section
/// stands under the tabs, what the address names is asked for; a change of the page changes no target.
#[test]
fn what_an_element_has_is_a_child() {
    let far = |one: &Declaration| {
        let selector =
            one.selector.replace(":has([part=\"section\"] :target)", "").replace(":has(:target)", "");
        let mut asked = selector.split(":has(").skip(1);
        asked.any(|rest| {
            !rest.starts_with("> ") || rest.split_once(')').is_some_and(|(_, end)| end.ends_with(" *)"))
        })
    };
    let far: Vec<String> = declarations().iter().filter(|one| far(one)).map(Declaration::told).collect();
    assert!(far.is_empty(), "{}", far.join("\n"));
}

/// A rule for what no page has is weight for every reader.
#[test]
fn every_class_is_one_of_the_markup() {
    let mut markup = String::new();
    for path in files(&root().join("src")) {
        if path.extension().is_some_and(|end| ["rs", "js", "json"].iter().any(|one| end == *one)) {
            markup.push_str(&std::fs::read_to_string(&path).expect("a source can be read"));
        }
    }
    let signs = |sign: char| !sign.is_alphanumeric() && sign != '-' && sign != '_';
    let words: BTreeSet<&str> = markup.split(signs).collect();
    // What is made of parts: the steps of the scene with the sizes of its words, and where labels stand.
    let made = |class: &str| match class.split_once('-') {
        Some(("w" | "n", place)) => words.contains(place),
        _ => class.len() == 2 && class.starts_with(['y', 's']),
    };
    for one in declarations().iter().filter(|one| !one.selector.contains("%")) {
        let classes = one.selector.split('.').skip(1).filter(|class| class.starts_with(char::is_alphabetic));
        for class in classes.map(|class| class.split(signs).next().unwrap_or_default()) {
            assert!(words.contains(class) || made(class), "nothing has the class {class}: {}", one.told());
        }
    }
}
