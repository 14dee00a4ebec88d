//! How a part of the station stands, as the record has it: flown, promised for a date or only named, and whether that
//! rests on a weak source.

use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Content, Field, Outcome};
use crate::model::dataset::Dataset;
use crate::model::entry::actual;
use crate::model::event::Kind;
use crate::model::id::Type;
use crate::model::item::Item;
use crate::model::milestone::Milestone;
use crate::model::when::When;

/// How a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub stand: Stand,
    /// When it flew, or is promised for.
    pub when: Option<When>,
    /// What says so is graded low or unconfirmed.
    pub weak: bool,
}

/// What there is of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It has flown and did what it was sent for, or part of it.
    Flown,
    /// A date is given for it.
    Promised,
    /// It is spoken of, without a date.
    Named,
}

impl Look {
    /// How an item stood on a day.
    pub fn new(data: &Dataset, item: &Item, day: AsOf) -> Look {
        let what = of_field(data, item, Field::What, day);
        let what = !what.is_empty() && what.iter().all(|claim| claim.confidence.is_weak());
        if let Some((when, weak)) = flown(data, item, day) {
            return Look { stand: Stand::Flown, when, weak };
        }
        if let Some((when, weak)) = promised(data, item, day).or_else(|| dated(data, item, day)) {
            return Look { stand: Stand::Promised, when: Some(when), weak: weak || what };
        }
        let state =
            newest(&of_field(data, item, Field::State, day)).is_some_and(|claim| claim.confidence.is_weak());
        Look { stand: Stand::Named, when: None, weak: state || what }
    }

    /// Its class in the style sheet.
    pub fn class(&self) -> &'static str {
        match (self.stand, self.weak) {
            (Stand::Flown, _) => "flown",
            (Stand::Promised, false) => "promised",
            (Stand::Promised, true) => "promised weak",
            (Stand::Named, false) => "named",
            (Stand::Named, true) => "named weak",
        }
    }
}

/// Whether it has flown, and when: a mission by its outcome, a part of the plan by a promise of building it that was
/// kept.
fn flown(data: &Dataset, item: &Item, day: AsOf) -> Option<(Option<When>, bool)> {
    let done =
        |claim: &&Claim| matches!(claim.content, Content::Outcome(Outcome::Success | Outcome::Partial));
    if let Some(claim) = item.known(Field::Outcome, day).find(done) {
        return Some((item.date(Field::Launch), claim.confidence.is_weak()));
    }
    let built = milestones(data, item).filter(|milestone| milestone.kind == Kind::Construction);
    let events = built.filter_map(|milestone| data.events.get(milestone.reached?));
    let event = events.into_iter().find(|event| day.includes(&event.date))?;
    Some((Some(event.date), event.confidence.is_weak()))
}

/// The milestones that say when a part comes: of a mission those that are about it first, of another part all that name
/// it.
fn milestones<'a>(data: &'a Dataset, item: &'a Item) -> impl Iterator<Item = &'a Milestone> {
    let linked = data.linked(item.at).iter().filter(|at| at.kind == Type::Milestone);
    let all = linked.map(|at| data.milestone(*at));
    all.filter(|of| item.at.kind != Type::Mission || of.about.first() == Some(&item.at))
}

/// The date promised for it on a day, by the milestone spoken of last. It is the newest that is not of low confidence; if
/// that was taken back, the newest given since. It is weak if the last word on it is.
fn promised(data: &Dataset, item: &Item, day: AsOf) -> Option<(When, bool)> {
    let open = milestones(data, item).filter(|milestone| actual(data, milestone, day).is_none());
    let given = open.filter_map(|milestone| {
        let (when, last) = (milestone.given(day)?.promised?, milestone.known(day).last()?);
        Some((last.stated.latest(), when, last.confidence.is_weak()))
    });
    given.max_by_key(|(stated, ..)| *stated).map(|(_, when, weak)| (when, weak))
}

/// The years that the newest claim on when it is to come ends with; years before that of the day are those in which
/// something was said.
fn dated(data: &Dataset, item: &Item, day: AsOf) -> Option<(When, bool)> {
    let ahead = |when: &When| when.latest() >= day.day;
    let dated = of_field(data, item, Field::When, day).into_iter();
    let dated = dated.filter_map(|claim| Some((claim, years(claim).filter(ahead)?)));
    let (claim, when) = dated.max_by_key(|(claim, _)| claim.since.map(|since| since.latest()))?;
    Some((when, claim.confidence.is_weak()))
}

/// The last year that a sentence names, with the one before if the two are a span: “2031–2035”, “2033 and 2034”.
fn years(claim: &Claim) -> Option<When> {
    let Content::Text(text) = &claim.content else { return None };
    let digit = |sign: char| sign.is_ascii_digit();
    let mut years: Vec<(usize, &str)> = Vec::new();
    for piece in text.split(|sign| !digit(sign)).filter(|piece| piece.len() == 4 && piece.starts_with("20")) {
        years.push((piece.as_ptr() as usize - text.as_ptr() as usize, piece));
    }
    let (at, last) = years.pop()?;
    let spanned = years.pop().filter(|(from, first)| {
        let between = text.get(from + first.len()..at).unwrap_or_default();
        matches!(between, "–" | "-" | " and " | " to ") && *first < last
    });
    match spanned {
        Some((_, first)) => format!("{first}/{last}").parse().ok(),
        None => last.parse().ok(),
    }
}

fn of_field<'a>(data: &'a Dataset, item: &'a Item, field: Field, day: AsOf) -> Vec<&'a Claim> {
    data.known(item, field, day).collect()
}

fn newest<'a>(claims: &[&'a Claim]) -> Option<&'a Claim> {
    claims.iter().copied().max_by_key(|claim| claim.since.map(|since| since.latest()))
}
