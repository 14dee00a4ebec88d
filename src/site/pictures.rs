//! The pictures of the front page: static markup outside every root of the app, with one below the other. The app marks
//! their parts (`view::pictures`), and an element loads the same markup as a file.

use super::{joined, moon, station};
use crate::model::dataset::Dataset;
use crate::model::record::Record;
use crate::text::Lang;

/// The pictures that a record has something for; `base` leads to where the pages of things stand.
pub fn html(record: &Record, data: &Dataset, lang: Lang, base: &str) -> String {
    let all = [
        station::figure(data, lang, base),
        moon::figure(record, data, lang, base),
        joined::figure(data, lang, base),
    ];
    all.into_iter().flatten().map(|picture| picture.to_string()).collect()
}

/// No reader is to be led to the file by a search.
const NO_PAGE: &str = "<meta name=\"robots\" content=\"noindex\">";

/// The same as a document of its own, from which an element takes them: what leads to things leads from the root of the
/// site.
pub fn document(record: &Record, data: &Dataset, lang: Lang) -> String {
    let html = html(record, data, lang, "");
    format!(
        "<!doctype html>\n<html lang=\"{}\"><title>{}</title>{NO_PAGE}{html}</html>\n",
        lang.tag(),
        lang.picture_text().pictures
    )
}
