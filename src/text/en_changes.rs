//! What moved, in English.

use super::changes::ChangesText;
use super::en_grammar::when;
use crate::model::when::When;

pub(super) static CHANGES: ChangesText = ChangesText {
    title: "What moved",
    sub: "New statements that moved a date, events, and corrections of this record, the newest first by the day on \
          which they became known.",
    lead: "What moved, what happened and what was corrected",
    feed: "Follow this as an Atom feed.",
    none: "Nothing has moved yet.",
    moved: |label, before, after| {
        let date =
            |given: Option<&When>| given.map_or("no date".to_string(), |given| format!("“{}”", when(given)));
        format!("{label}: from {} to {}", date(before), date(after))
    },
    stated: |who, stated| format!("Who said so: {who}. When: {}.", when(stated)),
    corrected: |label| format!("Correction: {label}"),
};
