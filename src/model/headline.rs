//! The milestones that the front page shows, by rules that it states: nobody chooses them one by one.

use crate::model::claim::Field;
use crate::model::dataset::{Dataset, STATION};
use crate::model::entry;
use crate::model::event::Kind;
use crate::model::id::{Ref, Type};
use crate::model::item::{Group, Item};
use crate::model::milestone::Milestone;
use crate::model::when::{Day, When};

/// Why a milestone is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The launch of a mission in the first phase of the plan that had not flown when the plan was made.
    Phase,
    /// A date that the plan gives the station itself.
    Station,
    /// The first landing of a programme, which each promises with a crew.
    Crew,
}

impl Rule {
    const ALL: [Rule; 3] = [Rule::Phase, Rule::Station, Rule::Crew];

    /// Whether it gives this milestone, where these missions had not flown when the plan was made.
    fn gives(self, data: &Dataset, waiting: &[Ref], milestone: &Milestone) -> bool {
        let about = |is: &dyn Fn(&Ref) -> bool| milestone.about.iter().any(is);
        let of_plan = |at: &Ref| data.item(*at).is_some_and(|item| item.group == Group::Treaty);
        match self {
            Rule::Phase => milestone.kind == Kind::Launch && about(&|at| waiting.contains(at)),
            Rule::Station => {
                let station = data.at(STATION);
                milestone.kind == Kind::Construction && about(&|at| Some(*at) == station) && about(&of_plan)
            }
            Rule::Crew => milestone.kind == Kind::Landing,
        }
    }
}

/// The milestones of the front page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Headline {
    /// When the plan was made: the day from which the years of its first phase are known.
    pub planned: Option<When>,
    /// What each rule gives; one that gives nothing is not here.
    pub parts: Vec<Part>,
}

/// The milestones that a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The rule.
    pub rule: Rule,
    /// By the date on which they were reached or are promised at the end of the record.
    pub milestones: Vec<Ref>,
}

impl Headline {
    /// Those of this record. The rules are about the station, and another record has none.
    pub fn new(data: &Dataset) -> Headline {
        if !data.ours() {
            return Headline::default();
        }
        let first = data.phases.iter().find(|phase| phase.group == Group::Treaty);
        let planned = first.and_then(planned);
        let waiting = first.zip(planned).map_or(Vec::new(), |(first, planned)| waiting(data, first, planned));
        let part = |rule: Rule| {
            let given = data.places(Type::Milestone);
            let mut milestones: Vec<Ref> = Vec::new();
            for at in given.filter(|at| rule.gives(data, &waiting, data.milestone(*at))) {
                let place = milestones.partition_point(|other| newest(data, *other) <= newest(data, at));
                milestones.insert(place, at);
            }
            Part { rule, milestones }
        };
        let parts = Rule::ALL.into_iter().map(part).filter(|part| !part.milestones.is_empty());
        Headline { planned, parts: parts.collect() }
    }

    /// All of them.
    pub fn milestones(&self) -> impl Iterator<Item = Ref> {
        self.parts.iter().flat_map(|part| part.milestones.iter().copied())
    }
}

/// When the plan with this phase was made.
fn planned(phase: &Item) -> Option<When> {
    phase.claims.iter().filter(|claim| claim.field == Field::Span).find_map(|claim| claim.since)
}

/// The missions of a phase that had not flown when the plan was made.
fn waiting(data: &Dataset, phase: &Item, planned: When) -> Vec<Ref> {
    let day = data.day(Some(planned.latest()));
    let missions = data.missions.iter();
    missions.filter(|one| one.about.contains(&phase.at) && !one.flown(day)).map(|one| one.at).collect()
}

/// The middle of the date on which a milestone was reached or is promised at the end of the record.
fn newest(data: &Dataset, at: Ref) -> Day {
    let milestone = data.milestone(at);
    let day = data.day(None);
    let date = entry::actual(data, milestone, day).or_else(|| milestone.dates(day).last().copied());
    date.map_or(Day::MAX, |when| when.middle())
}
