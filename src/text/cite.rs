//! `CiteText`: the words by which a page is cited, and what stands on it is linked to.

use super::words::texts;
use crate::model::when::When;

texts! {
    /// The words by which a page is cited.
    CiteText {
        plain {
            /// The two forms for programs.
            bibtex,
            csl,
            picture_licence,
            /// A picture could not be drawn as dots.
            picture_failed,
        }
        messages {
            /// The link of a claim, date, position or event to itself.
            handle(what: &str),
            /// What the record is called, with its version.
            version(title: &str, version: &str),
            /// The version of the record and its day.
            edition(version: &str, day: &When),
            /// Under a picture that is saved: of which day the record is.
            picture_record(day: &str),
        }
    }
}
