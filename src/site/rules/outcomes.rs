//! How things ended: no event contradicts what a milestone or a card says.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::record::{Event, Item, Record};
use crate::model::when::When;

/// A milestone says that it was reached on the day of the event that reached it, or nothing.
pub fn reached_by_its_event(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for milestone in &record.milestones {
        let Some(actual) = &milestone.actual else { continue };
        let at = Place { list: "milestones", id: &milestone.id, field: "actual" };
        match record.events.iter().find(|event| event.milestone.as_ref() == Some(&milestone.id)) {
            None => problems.push(at.problem(actual, "no event has reached it")),
            Some(event) if event.date != *actual => {
                let reason = format!("the event {} reached it on {}", event.id, event.date);
                problems.push(at.problem(actual, &reason));
            }
            Some(_) => {}
        }
    }
    problems
}

/// A flight that was lost is no success, one that was given up did not fly, and one was launched when its event says.
pub fn flights_end_as_told(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for event in &record.events {
        // What an event is about begins with the flight that it tells of.
        let told = event.about.iter().find_map(|id| record.missions.iter().find(|mission| mission.id == *id));
        problems.extend(told.and_then(|mission| contradicted(mission, event)));
    }
    problems
}

fn contradicted(mission: &Item, event: &Event) -> Option<Diagnostic> {
    let claimed = |field: &str| {
        mission.claims.iter().find(|claim| claim.field == field).and_then(|claim| claim.value.as_deref())
    };
    let problem = |field, found: &str, what: &str| {
        let at = Place { list: "missions", id: &mission.id, field };
        at.problem(found, &format!("the event {} {what}", event.id))
    };
    let outcome = claimed("outcome").unwrap_or("");
    match &*event.kind {
        "loss" if outcome == "success" => Some(problem("outcome", outcome, "tells of its loss")),
        "launch" | "landing" if outcome == "cancelled" => Some(problem("outcome", outcome, "has it fly")),
        "launch" => {
            let launch = claimed("launch")?;
            let dates = launch.parse::<When>().ok().zip(event.date.parse().ok());
            let apart = dates.is_some_and(|(launch, told): (When, When)| !launch.overlaps(&told));
            apart.then(|| problem("launch", launch, &format!("has it launched on {}", event.date)))
        }
        _ => None,
    }
}
