//! `TakeText`: the words of what a reader takes away: links, citations and pictures.

/// The words of what a reader takes away.
pub struct TakeText {
    pub copy: &'static str,
    pub copied: &'static str,
    /// The browser does not let the page copy; the address follows.
    pub refused: &'static str,
    /// The frame around may not open links; the address follows.
    pub blocked: &'static str,
    pub address: &'static str,
    pub cite: &'static str,
    pub embed_card: &'static str,
    pub svg: &'static str,
    pub png: &'static str,
    pub embed: &'static str,
    /// A view was asked for that is none; which there are.
    pub views: fn(views: &str) -> String,
    /// Of which day the record is under a picture that stands alone.
    pub record: fn(day: &str) -> String,
    /// A card was asked for that is none.
    pub no_card: &'static str,
}
