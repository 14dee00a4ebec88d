//! The picture that a shared link shows: of the front page the title and the slip chart, of the page of a thing the name
//! of its section with the chart or the names of all its type. Drawn as SVG and rendered with fonts of its own, so that
//! every machine makes the same bytes: Libertinus Serif, and for Chinese signs a cut of Noto Sans Hans, which
//! `styles/fonts/hans.py` makes; both under the Open Font Licence.

mod chart;
mod letters;
mod names;

use super::Error;
use super::share::SIZE;
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::query::View;
use crate::text::Lang;
use crate::view::section::heading;
use crate::view::{Page, Surface};
use letters::{FONT, words, wrapped};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Text, Tree, fontdb};
use std::rc::Rc;

/// The signs of the Chinese texts.
const HANS: &[u8] = include_bytes!("../../../styles/fonts/ilrs-hans.otf");

/// Room left free at each side.
const EDGE: i32 = 70;
/// How wide what is drawn is.
const ROOM: i32 = SIZE.0 as i32 - 2 * EDGE;
/// Where it ends.
const FOOT: i32 = SIZE.1 as i32 - 36;

// Of the light page, as sRGB.
const PAPER: &str = "#fbfaf7";
const INK: &str = "#171b24";
const SOFT: &str = "#51565f";
const LINE: &str = "#d0d4da";
const ACCENT: &str = "#9d3500";

/// The picture as SVG: of the front page, or of the pages of things of a type.
///
/// # Errors
///
/// What cannot be rendered.
pub fn svg(data: &Rc<Dataset>, lang: Lang, of: Option<Type>) -> Result<String, Error> {
    let page = Page::still(data.clone(), lang, Surface::Page, "");
    let (wide, high) = SIZE;
    let mut parts = vec![format!("<rect width=\"{wide}\" height=\"{high}\" fill=\"{PAPER}\"/>")];
    let mut y = 62;
    let mut written = |text: &str, size: i32, weight: i32, colour: &str| -> Result<(), Error> {
        for line in wrapped(text, size, weight, ROOM)? {
            parts.push(words(EDGE, y, size, weight, colour, &line));
            y += size + size / 5;
        }
        Ok(())
    };
    match of {
        None => written(&page.title(), 36, 600, INK)?,
        Some(kind) => {
            written(heading(&page, View::of(kind)), 44, 600, INK)?;
            written(&page.title(), 22, 400, SOFT)?;
        }
    }
    let top = y - 16;
    parts.push(format!("<path d=\"M{EDGE} {top}h{ROOM}\" stroke=\"{INK}\" stroke-width=\"3\"/>"));
    parts.push(match of {
        None | Some(Type::Milestone) => chart::drawn(&page, top + 6)?,
        Some(kind) => names::drawn(&page, kind, top + 12)?,
    });
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

/// The signs that no font has.
pub fn unknown(svg: &str) -> Result<String, Error> {
    let tree = tree(svg)?;
    Ok(texts(tree.root())
        .into_iter()
        .flat_map(Text::layouted)
        .flat_map(|span| &span.positioned_glyphs)
        .filter(|glyph| glyph.id.0 == 0)
        .map(|glyph| &*glyph.text)
        .collect())
}

fn texts(group: &Group) -> Vec<&Text> {
    let mut all = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => all.extend(texts(group)),
            Node::Text(text) => all.push(&**text),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    all
}

fn tree(svg: &str) -> Result<Tree, Error> {
    thread_local! {
        static FONTS: std::sync::Arc<fontdb::Database> = std::sync::Arc::new(fonts());
    }
    let options =
        Options { fontdb: FONTS.with(Clone::clone), font_family: FONT.to_string(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| format!("the card as SVG: {error}"))
}

/// Of all that the crate brings the one font alone, regular and semibold, and ours.
fn fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    typst_assets::fonts().for_each(|font| fonts.load_font_data(font.to_vec()));
    let other: Vec<_> = fonts
        .faces()
        .filter(|face| !face.families.iter().any(|(name, _)| name == FONT))
        .map(|face| face.id)
        .collect();
    other.into_iter().for_each(|id| fonts.remove_face(id));
    fonts.load_font_data(HANS.to_vec());
    fonts
}
