//! The record as it stood on a day: what had happened, and what was promised by then.
//!
//! An event has happened once its date had wholly passed. Before that a milestone shows as the last promise
//! then known, or not at all. Nothing here is stored: status follows from date, promises, outcome and day.

use crate::model::asof::AsOf;
use crate::model::by_ref::ByRef;
use crate::model::claim::Confidence;
use crate::model::dataset::Dataset;
use crate::model::event::Kind;
use crate::model::id::{Ref, Type};
use crate::model::milestone::{Milestone, Promise};
use crate::model::source::SourceNo;
use crate::model::when::When;
use crate::words;

words! {
    /// How something stands on a day.
    Status {
        /// It has happened
        Happened = "happened",
        /// It is promised
        Planned = "planned",
        /// It is promised for a later date than at first, or its date has passed
        Slipped = "slipped",
        /// Its date was withdrawn
        Cancelled = "cancelled",
        /// Sources disagree on its date or on whether it happened
        Disputed = "disputed",
    }
}

/// A set of statuses: what has happened or is promised may be disputed as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Statuses(u8);

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event or milestone it tells of.
    pub at: Ref,
    /// When it happened or is promised for.
    pub when: When,
    /// How it stands.
    pub statuses: Statuses,
    /// The deciding promise, by its place in the milestone; `None` for an event.
    pub promise: Option<usize>,
}

impl Statuses {
    /// The set of one.
    pub fn one(status: Status) -> Statuses {
        Statuses(1 << status as u8)
    }

    /// With one more.
    pub fn with(self, status: Status) -> Statuses {
        Statuses(self.0 | 1 << status as u8)
    }

    /// Whether it holds this one.
    pub fn has(self, status: Status) -> bool {
        self.0 & 1 << status as u8 != 0
    }

    /// Its members in canonical order; the first says whether it happened, the last may say that it is disputed.
    pub fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL.iter().copied().filter(move |status| self.has(*status))
    }

    /// What it is, apart from being disputed.
    pub fn main(self) -> Status {
        self.iter().next().unwrap_or(Status::Planned)
    }
}

/// Every line of the timeline on this day, by date; what is less exact stands after what is more so.
pub fn entries(data: &Dataset, day: AsOf) -> Vec<Entry> {
    let disputed = disputed(data, day);
    let mut entries: Vec<Entry> = Vec::with_capacity(data.events.len() + data.milestones.len());
    entries.extend(data.events.iter().enumerate().filter(|(_, event)| day.includes(&event.date)).map(
        |(index, event)| Entry {
            at: Ref { kind: Type::Event, index: index as u32 },
            when: event.date,
            statuses: Statuses::one(Status::Happened),
            promise: None,
        },
    ));
    let promised = data.milestones.iter().enumerate();
    entries
        .extend(promised.filter_map(|(index, milestone)| promised_entry(data, index as u32, milestone, day)));
    for entry in &mut entries {
        if disputed.get(entry.at) == Some(&true) {
            entry.statuses = entry.statuses.with(Status::Disputed);
        }
    }
    entries
        .sort_unstable_by_key(|entry| (entry.when.known_start(), entry.when.known_end(), entry.at.packed()));
    entries
}

fn promised_entry(data: &Dataset, index: u32, milestone: &Milestone, day: AsOf) -> Option<Entry> {
    if actual(data, milestone, day).is_some() {
        return None;
    }
    let known = milestone.known(day);
    let promise = milestone.deciding(day)?;
    let dates = milestone.dates(day);
    let (first, when) = (*dates.first()?, *dates.last()?);
    let status = match known[promise].promised {
        None => Status::Cancelled,
        Some(_) if when.latest() <= day.day || first.known_end() < when.known_start() => Status::Slipped,
        Some(_) => Status::Planned,
    };
    let at = Ref { kind: Type::Milestone, index };
    Some(Entry { at, when, statuses: Statuses::one(status), promise: Some(promise) })
}

/// When the milestone was reached, if it had been by this day.
pub fn actual(data: &Dataset, milestone: &Milestone, day: AsOf) -> Option<When> {
    milestone.reached.map(|index| data.events[index].date).filter(|date| day.includes(date))
}

/// The events and milestones whose date or occurrence was disputed on this day.
fn disputed(data: &Dataset, day: AsOf) -> ByRef<bool> {
    let mut disputed = data.by_ref();
    for conflict in data.conflicts.iter().filter(|conflict| conflict.exists(day)) {
        conflict.about.iter().for_each(|at| disputed.set(*at, true));
    }
    disputed
}

/// What an entry says, wherever it comes from.
impl Entry {
    /// What kind of thing it is.
    pub fn kind(&self, data: &Dataset) -> Kind {
        match self.at.kind {
            Type::Milestone => data.milestone(self.at).kind,
            _ => data.event(self.at).kind,
        }
    }

    /// Whether it has happened; if not, it is or was promised.
    pub fn happened(&self) -> bool {
        self.statuses.has(Status::Happened)
    }

    /// Whom and what it concerns.
    pub fn about<'a>(&self, data: &'a Dataset) -> &'a [Ref] {
        data.about(self.at)
    }

    /// How sure it is.
    pub fn confidence(&self, data: &Dataset) -> Confidence {
        match self.deciding(data) {
            Some(promise) => promise.confidence,
            None => data.event(self.at).confidence,
        }
    }

    /// Where it comes from.
    pub fn sources<'a>(&self, data: &'a Dataset) -> &'a Vec<SourceNo> {
        match self.deciding(data) {
            Some(promise) => &promise.sources,
            None => &data.event(self.at).sources,
        }
    }

    /// The milestone it is, or that it reached.
    pub fn milestone(&self, data: &Dataset) -> Option<Ref> {
        match self.at.kind {
            Type::Milestone => Some(self.at),
            _ => {
                data.event(self.at).milestone.map(|index| Ref { kind: Type::Milestone, index: index as u32 })
            }
        }
    }

    /// The promise that decides its date, if it has not happened.
    pub fn deciding<'a>(&self, data: &'a Dataset) -> Option<&'a Promise> {
        self.promise.map(|place| &data.milestone(self.at).promises[place])
    }
}
