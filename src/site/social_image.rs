//! The picture that a shared link shows: the title, the figures that matter, and every dated entry as a square in the
//! column of its year, filled if it happened and outlined if it is promised. Drawn as SVG and rendered with one font
//! of its own, so that every machine makes the same bytes. The font is Libertinus Serif, under the Open Font Licence.

use super::Error;
use super::share::{SIZE, escape};
use crate::model::dataset::Dataset;
use crate::model::entry::Status;
use crate::model::query::Query;
use crate::model::query_result::QueryResult;
use crate::model::when::civil;
use crate::text::Lang;
use crate::view::opening::figures;
use crate::view::{Page, Surface};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree, fontdb};
use std::collections::BTreeMap;
use std::rc::Rc;

const FONT: &str = "Libertinus Serif";
/// Room left free at each side.
const EDGE: i32 = 70;
/// A square and the gap beside it.
const CELL: i32 = 10;
/// The line on which the columns stand.
const GROUND: i32 = SIZE.1 as i32 - 84;

// The accents and grounds of the light page, as sRGB.
const PAPER: &str = "#fbfaf7";
const INK: &str = "#171b24";
const SOFT: &str = "#51565f";
const LINE: &str = "#d0d4da";
const ACCENT: &str = "#9d3500";

/// The picture as SVG.
pub fn svg(data: &Rc<Dataset>, lang: Lang) -> Result<String, Error> {
    let page = Page::still(data.clone(), lang, Surface::Page, "");
    let (wide, high) = SIZE;
    let mut parts = vec![format!("<rect width=\"{wide}\" height=\"{high}\" fill=\"{PAPER}\"/>")];
    let room = wide as i32 - 2 * EDGE;
    let mut y = 100;
    for line in wrapped(&page.title(), 58, 600, room)? {
        parts.push(words(EDGE, y, 58, 600, INK, &line));
        y += 76;
    }
    parts.push(format!("<path d=\"M{EDGE} {}h{room}\" stroke=\"{INK}\" stroke-width=\"3\"/>", y - 30));
    let all = figures(&page);
    let column = room / (all.len() as i32).max(1);
    for (figure, place) in all.iter().zip(0..) {
        let x = EDGE + place * column;
        parts.push(words(x, y + 28, 44, 600, INK, &figure.number));
        for (line, row) in wrapped(&figure.note, 25, 400, column - 30)?.iter().zip(0..) {
            parts.push(words(x, y + 62 + row * 30, 25, 400, SOFT, line));
        }
    }
    for (line, row) in wrapped(lang.static_text().card_legend, 22, 400, room / 2 - 60)?.iter().zip(0..) {
        parts.push(words(EDGE + room / 2 + 60, GROUND - 86 + row * 27, 22, 400, SOFT, line));
    }
    parts.push(columns(&QueryResult::new(data, &Query::default())));
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\">{}</svg>",
        parts.concat()
    ))
}

/// The SVG as PNG.
pub fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let tree = tree(svg)?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("the card has no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("the card as PNG: {error}"))
}

/// The words that reach over the edge, or stand on others; none if the picture is right.
pub fn misplaced(svg: &str) -> Result<Vec<String>, Error> {
    let tree = tree(svg)?;
    let boxes: Vec<_> = tree
        .root()
        .children()
        .iter()
        .filter_map(|node| match node {
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                Some((words, node.abs_bounding_box()))
            }
            _ => None,
        })
        .collect();
    let edge = EDGE as f32 / 2.0;
    let (right, bottom) = (SIZE.0 as f32 - edge, SIZE.1 as f32 - edge / 2.0);
    let mut faults = Vec::new();
    for (place, (words, one)) in boxes.iter().enumerate() {
        if one.left() < edge || one.right() > right || one.top() < edge / 2.0 || one.bottom() > bottom {
            faults.push(format!("“{words}” reaches over the edge"));
        }
        for (others, other) in &boxes[place + 1..] {
            let apart = one.right() <= other.left()
                || other.right() <= one.left()
                || one.bottom() <= other.top()
                || other.bottom() <= one.top();
            if !apart {
                faults.push(format!("“{words}” stands on “{others}”"));
            }
        }
    }
    Ok(faults)
}

/// The years, each with its entries; what lies before or after the years that fit stands in the first or last.
fn columns(found: &QueryResult) -> String {
    let wide = SIZE.0 as i32 - 2 * EDGE;
    let last = found.entries().iter().map(|entry| civil(entry.when.known_start()).0).max().unwrap_or(0);
    let years = 24;
    let first = last - years + 1;
    let step = wide / years;
    let mut by_year: BTreeMap<i32, Vec<bool>> = BTreeMap::new();
    for entry in found.entries() {
        let year = civil(entry.when.known_start()).0;
        if year >= first {
            by_year.entry(year).or_default().push(entry.statuses.main() == Status::Happened);
        }
    }
    let mut out = format!("<path d=\"M{EDGE} {GROUND}h{wide}\" stroke=\"{LINE}\" stroke-width=\"2\"/>");
    let across = (step / CELL).max(1);
    for year in first..=last {
        let x = EDGE + (year - first) * step;
        for (happened, place) in by_year.get(&year).into_iter().flatten().zip(0..) {
            out.push_str(&square(
                x + place % across * CELL,
                GROUND - 5 - (place / across + 1) * CELL,
                *happened,
            ));
        }
        if year % 4 == 0 {
            out.push_str(&words(x, GROUND + 30, 22, 400, SOFT, &year.to_string()));
        }
    }
    out
}

fn square(x: i32, y: i32, happened: bool) -> String {
    let size = CELL - 2;
    match happened {
        true => format!("<path d=\"M{x} {y}h{size}v{size}h-{size}z\" fill=\"{ACCENT}\"/>"),
        false => {
            let inner = size - 2;
            format!(
                "<path d=\"M{} {}h{inner}v{inner}h-{inner}z\" fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"2\"/>",
                x + 1,
                y + 1
            )
        }
    }
}

fn words(x: i32, y: i32, size: i32, weight: i32, colour: &str, text: &str) -> String {
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"{FONT}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
        escape(text)
    )
}

/// A text in lines no longer than there is room for.
fn wrapped(text: &str, size: i32, weight: i32, room: i32) -> Result<Vec<String>, Error> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer {
            Some(line) if length(&line, size, weight)? <= room as f32 => {
                lines.pop();
                lines.push(line);
            }
            _ => lines.push(word.to_string()),
        }
    }
    Ok(lines)
}

fn length(text: &str, size: i32, weight: i32) -> Result<f32, Error> {
    let line = words(0, 100, size, weight, INK, text);
    let tree =
        tree(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{line}</svg>"))?;
    Ok(tree.root().abs_bounding_box().width())
}

fn tree(svg: &str) -> Result<Tree, Error> {
    thread_local! {
        static FONTS: std::sync::Arc<fontdb::Database> = std::sync::Arc::new(fonts());
    }
    let options =
        Options { fontdb: FONTS.with(Clone::clone), font_family: FONT.to_string(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| format!("the card as SVG: {error}"))
}

/// The font alone, of all that the crate brings: regular and semibold.
fn fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    typst_assets::fonts().for_each(|font| fonts.load_font_data(font.to_vec()));
    let other: Vec<_> = fonts
        .faces()
        .filter(|face| !face.families.iter().any(|(name, _)| name == FONT))
        .map(|face| face.id)
        .collect();
    other.into_iter().for_each(|id| fonts.remove_face(id));
    fonts
}
