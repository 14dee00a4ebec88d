//! What the page says of a record that is not about the station, in English. What is not said here is said alike.

use super::Text;
use super::en::{TEXT, group};
use crate::model::claim::Standing;
use crate::model::item::Group;

pub(super) static OTHER: Text = Text {
    title: "What was promised, and what moved",
    plan: "The plan",
    plan_sub: "This is what is to be built, agreed and decided, part by part and phase by phase.",
    participants_sub: "Those who stand to it in different ways are never added together.",
    search_hint: "",
    group: any_group,
    standing: any_standing,
    standings: any_standings,
    ..TEXT
};

fn any_group(of: Group) -> &'static str {
    match of {
        Group::Agency => "Agencies and bodies",
        Group::Outside => "Outside, named in the record",
        Group::Heritage => "Before it",
        Group::Artemis => "Artemis",
        Group::Treaty => "Phases",
        Group::Model => "Other phases",
        of => group(of),
    }
}

fn any_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Partner => "partner",
        Standing::Body => "body of a founder",
        standing => (TEXT.standing)(standing),
    }
}

fn any_standings(standing: Standing) -> &'static str {
    match standing {
        Standing::Founder => "Founders",
        Standing::Member => "Members",
        Standing::Partner => "Partners",
        Standing::Contributor => "Contributors",
        Standing::Body => "Bodies of the founders",
        Standing::Outside => "Outside, named in the record",
        standing => (TEXT.standings)(standing),
    }
}
