//! What a drawing is made of, before it becomes elements.

use crate::model::dataset::Dataset;
use crate::model::drawing::Live;
use crate::model::item::{Item, Ref};
use crate::model::when::When;

/// A picture of a drawing. A drawing is one or more of them, side by side or one below the other.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: String,
    /// The `viewBox`.
    pub view: String,
    /// What its marks do: one of the rules of [`crate::model::drawing`].
    pub rule: u32,
    /// Its parts, the hindmost first.
    pub parts: Vec<Part>,
}

/// A part of a picture. Its places are in units of the picture, ten to a pixel at its usual size.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Part {
    /// What it stands for; `None`: it is ground, scale or decoration.
    pub of: Option<Ref>,
    /// The name of that.
    pub name: String,
    /// Where its card is.
    pub href: String,
    /// When what it shows became known; `None`: with the thing it stands for.
    pub since: Option<When>,
    /// When a date was first given for it; `None`: none is.
    pub dated: Option<When>,
    /// How it looks, in words of the style sheet.
    pub class: String,
    /// Its shape, as an SVG path; may be empty.
    pub d: String,
    /// A line to it, as from a mark to its name; may be empty.
    pub lead: String,
    /// Its name as drawn, in one line or two; may be empty.
    pub words: String,
    /// Where that stands.
    pub at: (i32, i32),
    /// What is to be said of it beside its name and how it stands: the cells of its row in the table.
    pub cells: Vec<String>,
    /// Where it comes from, if not where its card does: ids of sources, with what a reader calls them.
    pub sources: Vec<(String, String)>,
}

impl Part {
    /// A shape that stands for nothing.
    pub fn plain(class: &str, d: String) -> Part {
        Part { class: class.to_string(), d, ..Part::default() }
    }

    /// Words that stand for nothing.
    pub fn note(class: &str, at: (i32, i32), words: &str) -> Part {
        Part { class: class.to_string(), at, words: words.to_string(), ..Part::default() }
    }

    /// A part that stands for an item.
    pub fn of(item: &Item) -> Part {
        let href = format!("#{}-{}", item.at.kind, item.id);
        Part { of: Some(item.at), name: item.name.to_string(), href, ..Part::default() }
    }

    /// What of it follows from the record and the day shown.
    pub fn live(&self, rule: u32, of: Ref) -> Live {
        Live { rule, of: Some(of), since: self.since, dated: self.dated }
    }
}

/// An item of the record by its id; a record without it has a poorer drawing.
pub fn item<'a>(data: &'a Dataset, id: &str) -> Option<&'a Item> {
    data.at(id).and_then(|at| data.item(at))
}
