//! What a reader takes away of the pictures that no app makes: the same row below them as below the charts, and the script
//! that saves them all.

use super::Error;
use super::svg::Element;
use super::{page, read, record, script};
use crate::model::query::View;
use crate::model::record::Record;
use crate::text::Lang;
use serde_json::json;
use std::path::Path;

/// The row below a picture; `base` leads to the root of the site.
pub fn row(lang: Lang, base: &str, view: View) -> Element {
    let words = lang.text().take();
    let button = |form: &str, words: &str| {
        Element::new("button").with("type", "button").with("data-save", form).holding(words)
    };
    let link = Element::new("a").with("href", format!("{base}embedding/?view={view}")).holding(words.embed);
    let row = Element::new("p").with("class", "take").holding(button("svg", words.svg)).holding(" ");
    let row = row.holding(button("png", words.png)).holding(" ").holding(link).holding(" ");
    row.holding(Element::new("span").with("role", "status"))
}

/// The script that saves a picture, with its words.
pub fn saver(root: &Path, data: &Record, lang: Lang) -> Result<Vec<u8>, Error> {
    let text = lang.cite_text();
    let words = json!({
        "title": record::title(data, lang),
        "day": data.as_of,
        "record": text.picture_record("{day}"),
        "licence": if data.title.is_none() { text.picture_licence } else { "" }, // another record's is its owner's to state
        "failed": text.picture_failed,
    });
    let template = read(&root.join("src/shell/picture.js"))?;
    Ok(script::published(&page::fill(&template, &[("words", &words.to_string())])?)?.into_bytes())
}
