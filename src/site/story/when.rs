//! When it is to be: how the dates of some milestones moved, beside the steps of one.

use super::prose::{Part, Sentence, fitting};
use super::{Chapter, Teller};
use crate::model::entry::actual;
use crate::model::headline::Headline;
use crate::model::id::Ref;

pub fn chapter(teller: &Teller) -> Chapter {
    Chapter {
        name: "when",
        heading: teller.words().when,
        sentences: fitting(milestones(teller).into_iter().filter_map(|at| sentence(teller, at))),
        more: None,
        picture: teller.made.place("step"),
    }
}

/// Of the milestones that each rule of the opening gives, the one that was given a date most often and not reached.
fn milestones(teller: &Teller) -> Vec<Ref> {
    let (data, day) = (&teller.data, teller.day());
    let waits = |at: &Ref| actual(data, data.milestone(*at), day).is_none();
    let often = |at: &Ref| data.milestone(*at).counting(day).len();
    let parts = Headline::new(data).parts;
    let most =
        parts.iter().filter_map(|part| part.milestones.iter().rev().copied().filter(waits).max_by_key(often));
    most.collect()
}

/// The first date and the newest, each with its sources; nothing if no more than one was given.
fn sentence(teller: &Teller, at: Ref) -> Option<Sentence> {
    let milestone = teller.data.milestone(at);
    let counting = milestone.counting(teller.day());
    let ((first, then), (last, now)) = (*counting.first()?, *counting.last()?);
    if first == last {
        return None;
    }
    let (words, label) = (teller.words(), teller.data.label(at));
    let [first, last] = [first, last].map(|place| &milestone.promises[place]);
    let start = words.first(label, &then, first.stated.year());
    let end = words.newest(counting.len(), &now);
    Some(vec![
        Part::said(start, &first.sources, first.confidence),
        Part::said(end, &last.sources, last.confidence),
    ])
}
