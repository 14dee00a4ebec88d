//! The words by which a page is cited, in English.

use super::CiteText;

pub(super) const CITE: CiteText = CiteText {
    handle: |what| format!("Link to this: {what}"),
    version: |title, version| format!("{title}, version {version}"),
    edition: |version, day| format!("Version {version}. The record as of {day}."),
    bibtex: "BibTeX, for LaTeX",
    csl: "CSL-JSON, for reference managers",
    picture_record: "Record of {day}.",
    picture_licence: "Free to use under the MIT or the Apache-2.0 licence.",
    picture_failed: "This device could not draw the PNG. Save the SVG instead: it shows the same.",
};
