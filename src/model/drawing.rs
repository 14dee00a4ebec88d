//! What is drawn beside the cards, as the build laid it out: a tree of elements, of which those that stand for
//! something say for what. How that stands on a day follows from the record. Laid out in the app instead, three
//! drawings would cost the Wasm three times as much.

use crate::model::asof::AsOf;
use crate::model::codec;
use crate::model::dataset::Dataset;
use crate::model::item::{Item, Ref};
use crate::model::when::When;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The names of the attributes that elements of a drawing have; the class comes first.
pub const KEYS: [&str; 12] = [
    "class",
    "href",
    "aria-label",
    "d",
    "x",
    "y",
    "viewBox",
    "role",
    "tabindex",
    "scope",
    "aria-live",
    "aria-hidden",
];

/// An element of a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Node {
    /// Its name; empty: it is the text alone.
    pub tag: Rc<str>,
    /// The text, if it has no name.
    pub text: Rc<str>,
    /// Its attributes, each by its place in [`KEYS`]. In them and in the text, `@` stands for the words that say how
    /// it stands.
    pub attrs: Vec<(usize, Rc<str>)>,
    /// What follows from record and day, if something does.
    pub live: Option<Live>,
    /// What is in it.
    #[serde(deserialize_with = "codec::nested")]
    pub nodes: Vec<Node>,
}

/// What of an element follows from the record and the day shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// What it does, one of the numbers below.
    pub rule: u32,
    /// What it stands for.
    pub of: Option<Ref>,
    /// When what it shows became known; `None`: with the thing it stands for.
    pub since: Option<When>,
    /// When a date was first given for it; `None`: none is.
    pub dated: Option<When>,
}

/// It is a list's line of what stands; the next two numbers: of what is promised for a date, and what is only named.
pub const STANDS: u32 = 0;
/// It is a part of the plan in a picture; what was not known on the day is left as a ghost.
pub const PLANNED: u32 = 3;
/// It is a mark in a picture; what was not known on the day is left as a ghost.
pub const MARK: u32 = 4;
/// It is a row of a table.
pub const ROW: u32 = 5;

impl Live {
    /// The item it stands for, if what it shows of it was known on the day.
    pub fn known<'a>(&self, data: &'a Dataset, day: AsOf) -> Option<&'a Item> {
        let item = data.item(self.of?)?;
        let known = self.since.is_none_or(|since| day.knows(&since)) && data.exists(item, day);
        known.then_some(item)
    }

    /// How a part of the plan stands: 0 it has flown, 1 a date has been given for it, 2 it has only been named.
    pub fn stands(&self, item: &Item, day: AsOf) -> usize {
        match self.dated {
            _ if item.flown(day) => 0,
            Some(dated) if day.knows(&dated) => 1,
            _ => 2,
        }
    }
}
