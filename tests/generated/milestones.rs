//! Milestones with their promises, some of them kept.

use super::chance::Chance;
use super::{KINDS, about, cited, confidence, dates, words};
use ilrs_explainer::model::record::{Milestone, Promise, Record};
use ilrs_explainer::model::when::{Day, When, days};

/// Puts so many milestones into the record, which has its events already.
pub fn fill(record: &mut Record, number: usize, chance: &mut Chance) {
    for place in 0..number {
        let mut milestone = Milestone {
            id: format!("milestone-{place}"),
            label: words::title(record, chance),
            kind: chance.pick(&KINDS).to_string(),
            about: about(record, chance, 3),
            actual: None,
        };
        let until = reach(record, &mut milestone, chance).unwrap_or(dates::as_of());
        promise(record, &milestone.id, until, chance);
        mention(record, &milestone.id, chance);
        record.milestones.push(milestone);
    }
}

/// Two in five are reached, by an event that reaches no other; gives back the first day of it.
fn reach(record: &mut Record, milestone: &mut Milestone, chance: &mut Chance) -> Option<Day> {
    let place = chance.below(record.events.len());
    let event = record.events.get_mut(place).filter(|event| event.milestone.is_none())?;
    if !chance.in_hundred(40) {
        return None;
    }
    event.milestone = Some(milestone.id.clone());
    milestone.kind = event.kind.clone();
    milestone.actual = Some(event.date.clone());
    event.date.parse::<When>().ok().map(|when| when.known_start())
}

/// One in two is also what an event is about, now and then the one that reached it.
fn mention(record: &mut Record, milestone: &str, chance: &mut Chance) {
    let any = chance.below(record.events.len());
    let reached = record.events.iter().position(|event| event.milestone.as_deref() == Some(milestone));
    let place = reached.filter(|_| chance.in_hundred(50)).unwrap_or(any);
    if let Some(event) = record.events.get_mut(place).filter(|_| chance.in_hundred(50)) {
        event.about.push(milestone.to_string());
    }
}

/// One to twelve promises, the later ones mostly for later dates.
fn promise(record: &mut Record, milestone: &str, until: Day, chance: &mut Chance) {
    let first = days(1957, 1, 1);
    let mut stated = chance.between(first.max(until - 20 * 365), until - 30);
    let mut target = stated + chance.between(200, 9 * 365);
    let mut date = dates::promised(chance, target);
    for number in 0..1 + chance.below(12) {
        record.promises.push(Promise {
            id: format!("{milestone}-promise-{number}"),
            milestone: milestone.to_string(),
            stated: statement(chance, stated),
            promised: (!chance.in_hundred(8)).then(|| date.clone()),
            text: if chance.in_hundred(70) { words::sentence(chance, 3, 10) } else { String::new() },
            who: chance.often(&record.people).name.clone(),
            sources: cited(record, chance),
            confidence: confidence(chance),
        });
        stated = (stated + chance.between(0, 500)).min(until);
        if chance.in_hundred(70) {
            target += chance.between(-100, 700);
            date = dates::promised(chance, target); // or the same date is said once more
        }
    }
}

/// When something was said: mostly a day. One of this year may go on beyond the cut-off.
fn statement(chance: &mut Chance, day: Day) -> String {
    let whole = When::from_day(day).to_string();
    match chance.below(10) {
        0 => whole[..4].to_string(),
        1 | 2 => whole[..7].to_string(),
        _ => whole,
    }
}
