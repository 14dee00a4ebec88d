//! The milestones that the front page shows, by rules that it states: nobody chooses them one by one.

use crate::model::asof::AsOf;
use crate::model::claim::Field;
use crate::model::dataset::{Dataset, STATION};
use crate::model::event::Kind;
use crate::model::item::{Group, Item, Ref, Type};
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

/// The milestones of the front page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Headline {
    /// When the plan was made: the day from which the years of its first phase are known.
    pub planned: Option<When>,
    /// Those that each rule gives, by the date that they have by the end of the record; a rule that gives none is not
    /// here.
    pub parts: Vec<(Rule, Vec<Ref>)>,
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
        let about =
            |milestone: &Milestone, one: &dyn Fn(Ref) -> bool| milestone.about.iter().any(|at| one(*at));
        let station = data.at(STATION);
        let treaty = |at: Ref| data.item(at).is_some_and(|item| item.group == Group::Treaty);
        let rules: [(Rule, &dyn Fn(&Milestone) -> bool); 3] = [
            (Rule::Phase, &|one| one.kind == Kind::Launch && about(one, &|at| waiting.contains(&at))),
            (Rule::Station, &|one| {
                one.kind == Kind::Construction && about(one, &|at| Some(at) == station) && about(one, &treaty)
            }),
            (Rule::Crew, &|one| one.kind == Kind::Landing),
        ];
        let parts = rules.into_iter().map(|(rule, holds)| (rule, dated(data, holds)));
        Headline { planned, parts: parts.filter(|(_, of)| !of.is_empty()).collect() }
    }

    /// All of them.
    pub fn milestones(&self) -> impl Iterator<Item = Ref> {
        self.parts.iter().flat_map(|(_, of)| of.iter().copied())
    }
}

/// When the plan with this phase was made.
fn planned(phase: &Item) -> Option<When> {
    phase.claims.iter().filter(|claim| claim.field == Field::Span).find_map(|claim| claim.since)
}

/// The missions of a phase that had not flown when the plan was made.
fn waiting(data: &Dataset, phase: &Item, planned: When) -> Vec<Ref> {
    let day = AsOf::new(data, Some(planned.latest()));
    let missions = data.missions.iter();
    missions.filter(|one| one.about.contains(&phase.at) && !one.flown(day)).map(|one| one.at).collect()
}

/// The milestones for which this holds, by the date on which they were reached or last promised.
fn dated(data: &Dataset, holds: &dyn Fn(&Milestone) -> bool) -> Vec<Ref> {
    let all = data.places(Type::Milestone).filter(|at| holds(data.milestone(*at)));
    let mut all: Vec<(Day, Ref)> = all.map(|at| (newest(data, data.milestone(at)), at)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, at)| at).collect()
}

fn newest(data: &Dataset, milestone: &Milestone) -> Day {
    let reached = milestone.reached.map(|event| data.events[event].date);
    let newest = reached.or_else(|| milestone.dates(AsOf::new(data, None)).last().copied());
    newest.map_or(Day::MAX, |when| when.middle())
}
