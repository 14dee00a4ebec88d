//! Words in the picture, and how long they are.

use super::{INK, tree};
use crate::site::Error;
use crate::site::share::escape;

/// The one font.
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

/// As much of a text as there is room for.
pub fn cut(text: &str, size: i32, weight: i32, room: i32) -> Result<String, Error> {
    let mut whole = true;
    let mut kept = text.to_string();
    while length(&kept, size, weight)? > room as f32 {
        whole = false;
        let Some((shorter, _)) = kept.trim_end_matches('…').rsplit_once(' ') else { return Ok(kept) };
        kept = format!("{shorter}…");
    }
    Ok(if whole { text.to_string() } else { kept })
}

/// How wide a text is.
pub fn length(text: &str, size: i32, weight: i32) -> Result<f32, Error> {
    let line = words(0, 100, size, weight, INK, text);
    let tree =
        tree(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{line}</svg>"))?;
    Ok(tree.root().abs_bounding_box().width())
}
