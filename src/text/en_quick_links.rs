//! The links in sentences, in English.

use crate::model::query::View;

/// Links that set the view, each with the section it is about: what a reader is likely to ask there.
pub(super) fn quick_links(view: View) -> &'static [(&'static str, &'static str)] {
    match view {
        View::Plan => &[("The plan as it stood when its roadmap came out", "?asof=2021-06-16#plan")],
        View::Missions => &[
            ("What is still to launch", "?kind=launch&status=planned~slipped#timeline"),
            ("Chang’e-6, 7 and 8", "?mission=change-6~change-7~change-8#missions"),
        ],
        View::Participants => &[("Who was in at the start of 2024", "?asof=2024-01-01#participants")],
        View::Promises => &[
            (
                "Luna-25, 26 and 27 side by side",
                "?milestone=luna-25-launch~luna-26-launch~luna-27-launch#promises",
            ),
            (
                "When crews are to land",
                "?milestone=china-crewed-landing-date~russia-crewed-landing-date#promises",
            ),
        ],
        View::Timeline => &[
            ("What has slipped", "?status=slipped#timeline"),
            ("The day of the Russian law", "?asof=2024-06-12#timeline"),
        ],
        View::Conflicts | View::Compare | View::All | View::Table => &[],
        View::Slip | View::Step | View::Scene | View::Moon | View::Card => &[],
    }
}
