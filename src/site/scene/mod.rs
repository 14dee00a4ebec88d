//! The drawings, laid out when the site is built: a file for each. The app gets finished parts and computes none.

mod glyph;
pub mod joined;
pub mod label;
pub mod moon;
pub mod part;
pub mod station;
mod tree;

use super::wire::Record;
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::text::Lang;
use std::rc::Rc;

/// The drawings, in the order in which [`crate::view`] takes them.
pub fn drawings(record: &Record, data: &Dataset, lang: Lang) -> Vec<Node> {
    vec![station::drawing(data, lang), moon::drawing(record, data, lang), joined::drawing(data, lang)]
}

/// A text as the parts hold it.
fn rc(text: impl AsRef<str>) -> Rc<str> {
    text.as_ref().into()
}
