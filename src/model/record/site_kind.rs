//! `SiteKind`: what a place on the Moon is to a mission.

use crate::words;

words! {
    /// What a place on the Moon is to a mission.
    SiteKind {
        /// It came down there
        Landing = "landing",
        /// It fell there
        Impact = "impact",
        /// It is to come down there
        Target = "target",
        /// It may be sent there
        Candidate = "candidate",
    }
}
