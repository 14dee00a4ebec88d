//! What of the record is due to be looked at again, on a day: nothing of it is wrong, and none of it may be so any more.

use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Field};
use crate::model::dataset::Dataset;
use crate::model::entry::{Entry, entries};
use crate::model::id::Type;
use crate::model::item::Item;
use crate::model::source::Reading;
use crate::model::when::{Day, When};
use std::fmt;

/// How many days a claim about a flight to come is left alone.
const FRESH: Day = 365;

/// Why something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The promised date has passed, and no event has reached the milestone.
    Passed,
    /// Of the source a title or a summary is known, and nobody has opened it.
    Unopened,
    /// The flight has not left, and nothing newer has been said for more than a year.
    Old,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The file, below the folder of the record.
    pub file: String,
    /// The entry or the field in it.
    pub field: String,
    /// Why.
    pub reason: Reason,
    /// Since when: the promised date, or that of the newest word on it.
    pub when: Option<When>,
}

/// Everything that is due on a day: passed promises, then sources to open, then old claims, each in record order.
pub fn due(data: &Dataset, on: Day) -> Vec<Due> {
    let mut due = passed(data, AsOf { day: on, is_cutoff: on >= data.as_of });
    due.extend(unopened(data, on));
    for mission in &data.missions {
        due.extend(old(data, mission, on));
    }
    due
}

/// The same in lines, with how many there are of each; empty if nothing is due.
pub fn lines(due: &[Due]) -> Vec<String> {
    let heads = [
        (Reason::Passed, "promises whose date has passed with no event"),
        (Reason::Unopened, "sources that were never opened"),
        (Reason::Old, "claims older than a year on flights still to come"),
    ];
    let mut lines = Vec::new();
    for (reason, head) in heads {
        let of: Vec<String> =
            due.iter().filter(|it| it.reason == reason).map(|it| format!("  {it}")).collect();
        if !of.is_empty() {
            lines.push(format!("due: {head} ({})", of.len()));
            lines.extend(of);
        }
    }
    lines
}

fn passed(data: &Dataset, day: AsOf) -> Vec<Due> {
    let stands = |it: &Entry| it.deciding(data).is_some_and(|it| it.promised.is_some());
    let late = entries(data, day).into_iter().filter(|it| stands(it) && it.when.latest() < day.day);
    let told = late.map(|it| {
        let id = data.id(it.at);
        let file = format!("{}/{id}.toml", it.at.kind.list());
        Due { file, field: id.to_string(), reason: Reason::Passed, when: Some(it.when) }
    });
    told.collect()
}

fn unopened(data: &Dataset, on: Day) -> impl Iterator<Item = Due> {
    let out = move |date: &Option<When>| date.is_none_or(|date| date.earliest() <= on);
    let unread = data.sources.iter().filter(move |it| it.read == Reading::Title && out(&it.date));
    unread.map(|it| Due {
        file: "sources.toml".to_string(),
        field: it.id.to_string(),
        reason: Reason::Unopened,
        when: it.date,
    })
}

/// A standing fact, which has no date, does not age.
fn old(data: &Dataset, mission: &Item, on: Day) -> Vec<Due> {
    let day = AsOf { day: on, is_cutoff: on >= data.as_of };
    let over = mission.flown(day) || mission.known(Field::Outcome, day).next().is_some();
    let standing = mission.claims.iter().filter(|claim| !over && claim.known(day) && !claim.ended(day));
    let newest = standing.filter_map(|claim| Some((claim, newest(data, claim, on)?)));
    let stale = newest.filter(|(_, said)| said.latest() < on - FRESH);
    let told = stale.map(|(claim, said)| Due {
        file: format!("{}/{}.toml", Type::Mission.list(), mission.id),
        field: claim.field.to_string(),
        reason: Reason::Old,
        when: Some(said),
    });
    told.collect()
}

/// When a claim was last said by the day: the newest of its own date and those of its sources.
fn newest(data: &Dataset, claim: &Claim, on: Day) -> Option<When> {
    let since = claim.since?;
    let sources = claim.sources.iter().filter_map(|no| data.sources.get(no.0 as usize)?.date);
    sources.filter(|date| date.earliest() <= on).chain([since]).max_by_key(When::latest)
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.field)?;
        match (&self.when, self.reason) {
            (Some(when), Reason::Passed) => write!(f, ": promised for {when}"),
            (Some(when), Reason::Unopened) => write!(f, ": of {when}"),
            (Some(when), Reason::Old) => write!(f, ": last said {when}"),
            (None, _) => Ok(()),
        }
    }
}
