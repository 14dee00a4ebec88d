//! Panels and their parts as the elements of a drawing, with the same in a table or in lists.

use super::part::{Panel, Part};
use super::rc;
use crate::model::drawing::{KEYS, Node, ROW, STANDS};
use crate::model::item::Ref;
use crate::text::Lang;

/// From one line of a name to the next, in units of the picture.
const LINE: i32 = 150;

/// An element.
pub fn node(tag: &str, attrs: &[(&str, &str)], text: &str, nodes: Vec<Node>) -> Node {
    let place = |key: &str| KEYS.iter().position(|known| *known == key).unwrap_or_default();
    let attrs = attrs.iter().filter(|(_, value)| !value.is_empty());
    let attrs = attrs.map(|(key, value)| (place(key), rc(value))).collect();
    let words = (!text.is_empty()).then(|| words(text));
    Node { tag: rc(tag), attrs, nodes: words.into_iter().chain(nodes).collect(), ..Node::default() }
}

fn words(text: &str) -> Node {
    Node { text: rc(text), ..Node::default() }
}

/// A drawing by its class and its name: the pictures, what is to be known of them, and what stands below.
pub fn figure((class, name): (&str, &str), panels: &[Panel], caption: &str, below: Vec<Node>) -> Node {
    let pictures = node("div", &[("class", "panels")], "", panels.iter().map(picture).collect());
    let mut nodes = vec![pictures, node("figcaption", &[], caption, Vec::new())];
    nodes.extend(below);
    node("figure", &[("class", &format!("drawn {class}")), ("aria-label", name)], "", nodes)
}

fn picture(panel: &Panel) -> Node {
    let parts = panel.parts.iter().map(|part| mark(panel, part)).collect();
    let attrs =
        [("class", &*panel.class), ("viewBox", &panel.view), ("role", "group"), ("aria-label", &panel.name)];
    let svg = node("svg", &attrs, "", parts);
    let head = node("p", &[("class", "view"), ("aria-hidden", "true")], &panel.name, Vec::new());
    node("div", &[("class", &panel.class)], "", vec![head, svg])
}

fn mark(panel: &Panel, part: &Part) -> Node {
    let mut shapes = Vec::new();
    for (class, d) in [("leader", &part.lead), ("form", &part.d)] {
        if !d.is_empty() {
            shapes.push(node("path", &[("class", class), ("d", d)], "", Vec::new()));
        }
    }
    for (line, words) in part.words.split('\n').filter(|words| !words.is_empty()).enumerate() {
        let (x, y) = (part.at.0.to_string(), (part.at.1 + line as i32 * LINE).to_string());
        shapes.push(node("text", &[("x", &x), ("y", &y)], words, Vec::new()));
    }
    let Some(of) = part.of else {
        return node("g", &[("class", &part.class), ("aria-hidden", "true")], "", shapes);
    };
    let attrs = [("class", &*part.class), ("href", &part.href), ("aria-label", &said(part))];
    let live = part.live(panel.rule, of);
    Node { live: Some(live), ..node("a", &attrs, "", shapes) }
}

/// What a part is called, how it stands, and what else is to be said of it. Who speaks to the page says what it shows,
/// so the name is that in the picture, unless it is cut short there.
fn said(part: &Part) -> String {
    let shown = part.words.replace('\n', " ");
    let name = if shown.starts_with(&part.name) { &shown } else { &part.name };
    let cells = part.cells.iter().map(|cell| cell.trim_end_matches('.')).filter(|cell| !cell.is_empty());
    [name, "@"].into_iter().chain(cells).collect::<Vec<_>>().join(", ")
}

/// The parts of the panels as a table behind a disclosure.
pub fn table(panels: &[Panel], name: &str, head: &[&str]) -> Node {
    let cell = |words: &&str| node("th", &[], words, Vec::new());
    let head = node("tr", &[], "", head.iter().map(cell).collect());
    let parts = panels.iter().flat_map(|panel| &panel.parts);
    let rows = parts.filter_map(|part| Some(row(part, part.of?))).collect();
    let parts = vec![node("thead", &[], "", vec![head]), node("tbody", &[], "", rows)];
    let attrs = [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)];
    let table = node("div", &attrs, "", vec![node("table", &[], "", parts)]);
    node("details", &[], "", vec![node("summary", &[], name, Vec::new()), table])
}

fn row(part: &Part, of: Ref) -> Node {
    let link = node("a", &[("href", &part.href)], &part.name, Vec::new());
    let mut cells = vec![node("th", &[("scope", "row")], "", vec![link])];
    cells.push(node("td", &[], "@", Vec::new()));
    cells.extend(part.cells.iter().map(|cell| node("td", &[], cell, Vec::new())));
    if !part.sources.is_empty() {
        let link = |(id, name): &(String, String)| {
            node("a", &[("class", "src"), ("href", &format!("sources/#source-{id}"))], name, Vec::new())
        };
        cells.push(node("td", &[], "", part.sources.iter().map(link).collect()));
    }
    Node { live: Some(part.live(ROW, of)), ..node("tr", &[], "", cells) }
}

/// What stands, what is promised for a date and what is only named, in words.
pub fn lists(panels: &[Panel], lang: Lang) -> Node {
    let groups = lang.text().stands.into_iter().zip(STANDS..).map(|(words, rule)| {
        let parts = panels.iter().flat_map(|panel| &panel.parts);
        let lines = parts.filter_map(|part| Some(line(part, part.of?, rule)));
        let list = node("ul", &[], "", lines.collect());
        node("div", &[], "", vec![node("dt", &[], words, Vec::new()), node("dd", &[], "", vec![list])])
    });
    node("dl", &[("aria-live", "polite")], "", groups.collect())
}

fn line(part: &Part, of: Ref, rule: u32) -> Node {
    let mut nodes = vec![node("a", &[("href", &part.href)], &part.name, Vec::new())];
    nodes.extend(part.cells.iter().map(|cell| words(&format!(", {cell}"))));
    Node { live: Some(part.live(rule, of)), ..node("li", &[], "", nodes) }
}
