//! Links that set the view, each with the section it is about: what a reader is likely to ask there.

use super::words::members;
use crate::model::query::View;
use crate::words;

words! {
    /// A link that sets the view.
    QuickLink {
        /// The plan as its roadmap had it
        Roadmap = "roadmap",
        /// Launches to come
        ToLaunch = "to-launch",
        /// The flights of the coming years
        Next = "next",
        /// Who was in at the start of 2024
        In2024 = "in-2024",
        /// The Russian landers
        Lunas = "lunas",
        /// Crews on the Moon
        Crews = "crews",
        /// What has slipped
        Slipped = "slipped",
        /// The day of the Russian law
        Law = "law",
    }
}

members!(QuickLink);

impl QuickLink {
    /// The section that it is about.
    pub fn view(self) -> View {
        match self {
            QuickLink::Roadmap => View::Plan,
            QuickLink::ToLaunch | QuickLink::Next => View::Missions,
            QuickLink::In2024 => View::Participants,
            QuickLink::Lunas | QuickLink::Crews => View::Promises,
            QuickLink::Slipped | QuickLink::Law => View::Timeline,
        }
    }

    /// Where it leads.
    pub fn href(self) -> &'static str {
        match self {
            QuickLink::Roadmap => "?asof=2021-06-16#plan",
            QuickLink::ToLaunch => "?kind=launch&status=planned~slipped#timeline",
            QuickLink::Next => "?mission=change-6~change-7~change-8#missions",
            QuickLink::In2024 => "?asof=2024-01-01#participants",
            QuickLink::Lunas => "?milestone=luna-25-launch~luna-26-launch~luna-27-launch#promises",
            QuickLink::Crews => "?milestone=china-crewed-landing-date~russia-crewed-landing-date#promises",
            QuickLink::Slipped => "?status=slipped#timeline",
            QuickLink::Law => "?asof=2024-06-12#timeline",
        }
    }
}
