//! The drawings, laid out when the site is built: a file for each. The app gets finished parts and computes none.

mod glyph;
pub mod joined;
pub mod label;
pub mod moon;
pub mod part;
pub mod station;
mod tree;

use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::model::record::Record;
use crate::text::Lang;
use std::rc::Rc;

/// The drawings, in the order in which [`crate::view`] takes them. What a record has nothing for is left empty: the
/// station and who joined it are this crate's own, a map takes places on the Moon.
pub fn drawings(record: &Record, data: &Dataset, lang: Lang) -> Vec<Node> {
    let drawn = |is: bool, drawing: &dyn Fn() -> Node| if is { drawing() } else { Node::default() };
    vec![
        drawn(data.ours(), &|| station::drawing(data, lang)),
        drawn(!record.sites.is_empty(), &|| moon::drawing(record, data, lang)),
        drawn(data.ours(), &|| joined::drawing(data, lang)),
    ]
}

/// A text as the parts hold it.
fn rc(text: impl AsRef<str>) -> Rc<str> {
    text.as_ref().into()
}
