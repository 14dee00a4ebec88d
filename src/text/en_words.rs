//! The names of facets, types and looks, in English.

use crate::model::facet::Facet;
use crate::model::id::Type;
use crate::model::query::{Mode, Theme, View};

pub(super) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Kind => "Kind",
        Facet::Participant => "Participant",
        Facet::Mission => "Mission",
        Facet::Milestone => "Milestone",
        Facet::Phase => "Phase",
        Facet::Status => "Status",
        Facet::Confidence => "Confidence",
    }
}

pub(super) fn kind_of(kind: Type) -> &'static str {
    match kind {
        Type::Participant => "participant",
        Type::Person => "person",
        Type::Mission => "mission",
        Type::Facility => "part of the plan",
        Type::Phase => "phase",
        Type::Event => "event",
        Type::Milestone => "milestone",
        Type::Conflict => "disagreement",
        Type::Source => "source",
    }
}

pub(super) fn view(view: View) -> &'static str {
    match view {
        View::All => "all",
        View::Plan => "plan",
        View::Missions => "missions",
        View::Participants => "participants",
        View::Promises => "promises",
        View::Timeline => "timeline",
        View::Table => "table",
        View::Conflicts => "disagreements",
        View::Compare => "comparison",
        View::Slip => "how the dates moved",
        View::Step => "how one date moved",
        View::Scene => "the plan as a picture",
        View::Moon => "the Moon",
        View::Card => "one card",
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Hide => "hide",
        Mode::Dim => "dim",
    }
}

pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "as the system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
