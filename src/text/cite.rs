//! `CiteText`: the words by which a page is cited, and what stands on it is linked to.

/// The words by which a page is cited.
pub struct CiteText {
    /// The link of a claim, date, position or event to itself.
    pub handle: fn(what: &str) -> String,
    /// What the record is called, with its version.
    pub version: fn(title: &str, version: &str) -> String,
    /// The version of the record and its day.
    pub edition: fn(version: &str, day: &str) -> String,
    /// The two forms for programs.
    pub bibtex: &'static str,
    pub csl: &'static str,
    /// Under a picture that is saved: of which day the record is, where `{day}` stands, and who may use it.
    pub picture_record: &'static str,
    pub picture_licence: &'static str,
    /// A picture could not be drawn as dots.
    pub picture_failed: &'static str,
}
