//! Words in the picture, and how long they are.

use super::{INK, tree};
use crate::site::Error;
use crate::site::share::escape;
use unicode_linebreak::linebreaks;

/// The font of all but Chinese signs, for which any other that has them is taken.
pub const FONT: &str = "Libertinus Serif";

/// Words that begin here, on this line.
pub fn words(x: i32, y: i32, size: i32, weight: i32, colour: &str, text: &str) -> String {
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"{FONT}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
        escape(text)
    )
}

/// A text in lines no longer than there is room for.
pub fn wrapped(text: &str, size: i32, weight: i32, room: i32) -> Result<Vec<String>, Error> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text) {
        let longer = lines.last().map(|line| format!("{line}{piece}"));
        match longer {
            Some(line) if length(line.trim_end(), size, weight)? <= room as f32 => {
                lines.pop();
                lines.push(line);
            }
            _ => lines.push(piece.to_string()),
        }
    }
    Ok(lines)
}

/// As much of a text as there is room for, but at least its beginning.
pub fn cut(text: &str, size: i32, weight: i32, room: i32) -> Result<String, Error> {
    if length(text, size, weight)? <= room as f32 {
        return Ok(text.to_string());
    }
    let mut kept = String::new();
    for piece in pieces(text) {
        let longer = format!("{}…", format!("{kept}{piece}").trim_end());
        if !kept.is_empty() && length(&longer, size, weight)? > room as f32 {
            break;
        }
        kept.push_str(piece);
    }
    Ok(format!("{}…", kept.trim_end()))
}

/// The pieces of a text that a line may end after: words with what follows them, and in Chinese single signs.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    linebreaks(text).scan(0, |from, (to, _)| {
        let piece = &text[*from..to];
        *from = to;
        Some(piece)
    })
}

/// How wide a text is.
pub fn length(text: &str, size: i32, weight: i32) -> Result<f32, Error> {
    let line = words(0, 100, size, weight, INK, text);
    let tree =
        tree(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{line}</svg>"))?;
    Ok(tree.root().abs_bounding_box().width())
}
