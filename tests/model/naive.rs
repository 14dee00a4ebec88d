//! The rules of finding once more, as plainly as they can be written: from the published form of a record, line by
//! line, with nothing prepared and nothing remembered. What the model finds is held to this.

use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::fold::fold;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::record::{Claim, Conflict, Item, Milestone, Promise, Record};
use ilrs_explainer::model::when::{Day, When};
use std::collections::BTreeSet;

/// A line of the timeline, with everything that can be asked of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: String,
    pub when: When,
    kind: String,
    pub statuses: Vec<&'static str>,
    confidence: String,
    /// What it concerns, and the milestone it is or reached.
    pub concerns: BTreeSet<String>,
    /// Whatever a word may stand in.
    texts: Vec<String>,
}

/// The day to which a record is taken back; at the cut-off all of it is known.
#[derive(Clone, Copy)]
struct On {
    day: Day,
    whole: bool,
}

impl On {
    fn new(record: &Record, asked: Option<Day>) -> On {
        let cut_off = when(&record.as_of).latest();
        let day = asked.unwrap_or(cut_off).min(cut_off);
        On { day, whole: day == cut_off }
    }

    fn knows(self, date: &str) -> bool {
        self.whole || when(date).latest() <= self.day
    }
}

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

/// Every line on this day, by the first and then by the last day of what is known of its date; of one date events
/// before promises, and each in the order of the record.
pub fn lines(record: &Record, as_of: Option<Day>) -> Vec<Line> {
    let on = On::new(record, as_of);
    let happened = record.events.iter().filter(|event| on.knows(&event.date)).map(|event| Line {
        id: event.id.clone(),
        when: when(&event.date),
        kind: event.kind.clone(),
        statuses: statuses("happened", disputed(record, &event.id, on)),
        confidence: event.confidence.clone(),
        concerns: event.about.iter().chain(&event.milestone).cloned().collect(),
        texts: texts(record, &[&*event.title, &*event.text], &event.about),
    });
    let promised = record.milestones.iter().filter_map(|milestone| promised(record, milestone, on));
    let mut lines: Vec<Line> = happened.chain(promised).collect();
    lines.sort_by_key(|line| (line.when.known_start(), line.when.known_end()));
    lines
}

/// A milestone not yet reached, as the promise that counts has it.
fn promised(record: &Record, milestone: &Milestone, on: On) -> Option<Line> {
    let by = record.events.iter().find(|event| event.milestone.as_ref() == Some(&milestone.id));
    if by.is_some_and(|event| on.knows(&event.date)) {
        return None;
    }
    let all = record.promises.iter().filter(|promise| promise.milestone == milestone.id);
    let mut known: Vec<&Promise> = all.clone().filter(|promise| on.knows(&promise.stated)).collect();
    known.sort_by_key(|promise| (when(&promise.stated).latest(), when(&promise.stated).earliest()));
    let weak = |promise: &Promise| ["low", "unconfirmed"].contains(&&*promise.confidence);
    let counts = (0..known.len()).rev().find(|place| !weak(known[*place])).or(known.len().checked_sub(1))?;
    // A date that was withdrawn stands where it was last given.
    let given = |promises: &[&Promise]| -> Vec<When> {
        promises.iter().filter_map(|promise| promise.promised.as_deref()).map(when).collect()
    };
    // Weak ones count only where no other gives a date.
    let solid: Vec<&Promise> = known.iter().copied().filter(|promise| !weak(promise)).collect();
    let dates = if given(&solid).is_empty() { given(&known) } else { given(&solid) };
    let (first, date) = (*dates.first()?, *dates.last()?);
    let passed = date.latest() <= on.day;
    let later = first.known_end() < date.known_start();
    let status = match known[counts].promised {
        None => "cancelled",
        Some(_) if passed || later => "slipped",
        Some(_) => "planned",
    };
    let sayings = known.iter().flat_map(|promise| [&*promise.who, &*promise.text]);
    let told: Vec<&str> = std::iter::once(&*milestone.label).chain(sayings).collect();
    Some(Line {
        id: milestone.id.clone(),
        when: date,
        kind: milestone.kind.clone(),
        statuses: statuses(status, disputed(record, &milestone.id, on)),
        confidence: known[counts].confidence.clone(),
        concerns: milestone.about.iter().chain([&milestone.id]).cloned().collect(),
        texts: texts(record, &told, &milestone.about),
    })
}

fn statuses(main: &'static str, disputed: bool) -> Vec<&'static str> {
    if disputed { vec![main, "disputed"] } else { vec![main] }
}

/// A disagreement exists once two of its positions do.
fn disputed(record: &Record, id: &String, on: On) -> bool {
    let exists = |conflict: &Conflict| {
        conflict.positions.iter().filter(|position| on.knows(&position.since)).count() >= 2
    };
    record.conflicts.iter().any(|conflict| conflict.about.contains(id) && exists(conflict))
}

fn items(record: &Record) -> impl Iterator<Item = &Item> {
    [&record.participants, &record.people, &record.missions, &record.facilities, &record.phases]
        .into_iter()
        .flatten()
}

/// What it says itself, and every name of what it is about.
fn texts(record: &Record, own: &[&str], about: &[String]) -> Vec<String> {
    let names = items(record).filter(|item| about.contains(&item.id)).flat_map(names);
    own.iter().map(|text| fold(text)).chain(names).collect()
}

fn names(item: &Item) -> Vec<String> {
    let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
    scripts.into_iter().flatten().chain(&item.aliases).map(|name| fold(name)).collect()
}

/// Whether each word stands in one of the texts.
fn has_words(query: &Query, texts: &[String]) -> bool {
    fold(&query.text).split_ascii_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

impl Line {
    /// Whether the query leaves it: its words, its years, and each facet in which something is chosen.
    pub fn left_by(&self, query: &Query) -> bool {
        let in_years = query.from.is_none_or(|from| from.earliest() <= self.when.latest())
            && query.to.is_none_or(|to| self.when.earliest() <= to.latest());
        in_years
            && Facet::ALL.iter().all(|facet| self.admitted(query, *facet))
            && has_words(query, &self.texts)
    }

    fn admitted(&self, query: &Query, facet: Facet) -> bool {
        let mut chosen = query.chosen(facet).iter().map(|value| &**value);
        query.chosen(facet).is_empty()
            || match facet {
                Facet::Kind => chosen.any(|kind| kind == self.kind),
                Facet::Status => chosen.any(|status| self.statuses.contains(&status)),
                Facet::Confidence => chosen.any(|confidence| confidence == self.confidence),
                Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
                    chosen.any(|id| self.concerns.contains(id))
                }
            }
    }
}

/// The ids of every card, milestone, event and disagreement that a query leaves.
pub fn shown(record: &Record, query: &Query) -> BTreeSet<String> {
    let (lines, on) = (lines(record, query.as_of), On::new(record, query.as_of));
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for line in lines.into_iter().filter(|line| line.left_by(query)) {
        shown.extend(line.concerns);
        shown.insert(line.id);
    }
    for item in items(record) {
        let known = item.claims.iter().filter(|claim| match &claim.since {
            Some(since) => on.knows(since),
            None => claim.text.is_none() || published(record, claim, on) || over(item, on),
        });
        let told = known.filter_map(|claim| claim.text.as_deref()).map(fold);
        let texts: Vec<String> = told.chain(names(item)).collect();
        if answers(query, &item.id, &item.about, &texts) {
            shown.insert(item.id.clone());
        }
    }
    for conflict in &record.conflicts {
        let known = conflict.positions.iter().filter(|position| on.knows(&position.since));
        let told = known.map(|position| &position.text);
        let texts: Vec<String> =
            told.chain([&conflict.question]).chain(&conflict.reading).map(|text| fold(text)).collect();
        let touched = conflict.about.iter().any(|id| shown.contains(id));
        if touched || answers(query, &conflict.id, &conflict.about, &texts) {
            shown.insert(conflict.id.clone());
        }
    }
    shown
}

/// Whether the first source of a claim had been published, or none has a date.
fn published(record: &Record, claim: &Claim, on: On) -> bool {
    let dates = record.cited(&claim.sources).filter_map(|source| source.date.as_deref());
    let dates: Vec<&str> = dates.collect();
    dates.is_empty() || dates.into_iter().any(|date| on.knows(date))
}

/// The fields that say when a flight did something.
const FLOWN: [&str; 5] = ["launch", "arrival", "landing", "return", "end"];

/// Whether a flight had done all that it did.
fn over(item: &Item, on: On) -> bool {
    let dates: Vec<&str> = item
        .claims
        .iter()
        .filter(|claim| FLOWN.contains(&&*claim.field))
        .filter_map(|claim| claim.value.as_deref())
        .collect();
    !dates.is_empty() && dates.into_iter().all(|date| on.knows(date))
}

/// Whether something without a date answers by itself: it has neither years nor a kind, status or confidence, and is
/// among the ids chosen in a facet, or closely related to one of them.
fn answers(query: &Query, id: &String, about: &[String], texts: &[String]) -> bool {
    let named = |facet: Facet| {
        let chosen = query.chosen(facet);
        chosen.is_empty() || facet.ids().is_some() && about.iter().chain([id]).any(|id| chosen.contains(id))
    };
    query.from.is_none()
        && query.to.is_none()
        && Facet::ALL.iter().all(|facet| named(*facet))
        && has_words(query, texts)
}
