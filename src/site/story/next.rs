//! What to watch next: the next dates on record, and the statements that last changed one.

use super::prose::{Part, Sentence, fitting};
use super::{Chapter, Teller};
use crate::model::asof::AsOf;
use crate::model::claim::Confidence;
use crate::model::dataset::Dataset;
use crate::model::entry::{Status, actual};
use crate::model::id::{Ref, Type};
use crate::model::milestone::Promise;
use crate::model::when::When;
use crate::view::claim;
use crate::view::icon::Mark;
use yew::prelude::*;

/// How many dates are listed, and how many changes.
const DATES: usize = 8;
/// See [`DATES`].
const CHANGES: usize = 6;

pub fn chapter(teller: &Teller) -> Chapter {
    let (data, day) = (&teller.data, teller.day());
    let (ahead, changes) = (ahead(data, day), changes(data, day));
    let said = [ahead.first().map(|next| first(teller, next)), changes.first().map(|one| last(teller, one))];
    let words = teller.words();
    let picture = html! {
        <>
            if !ahead.is_empty() {
                <div>
                    <h4>{ words.ahead }</h4>
                    <ol class="ahead">for next in ahead.iter().take(DATES) { { date(teller, next) } }</ol>
                </div>
            }
            if !changes.is_empty() {
                <div>
                    <h4>{ words.changes }</h4>
                    <ol class="changes">for change in changes.iter().take(CHANGES) { { changed(teller, change) } }</ol>
                </div>
            }
            <p class="caption">{ words.next_rule }</p>
        </>
    };
    Chapter {
        name: "next",
        heading: words.next,
        sentences: fitting(said.into_iter().flatten()),
        more: (!data.comparison.is_empty()).then(|| ("compare", teller.text().compare().heading.to_string())),
        picture: (!ahead.is_empty() || !changes.is_empty()).then_some(picture),
    }
}

/// A date that lies ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead<'a> {
    /// The milestone.
    pub at: Ref,
    pub when: When,
    /// The statement that gives it.
    pub promise: &'a Promise,
}

/// What is promised for after the end of the record, by the day by which it is to be.
pub fn ahead(data: &Dataset, day: AsOf) -> Vec<Ahead<'_>> {
    let waiting = data.places(Type::Milestone).filter(|at| actual(data, data.milestone(*at), day).is_none());
    let given = waiting.filter_map(|at| {
        let promise = data.milestone(at).given(day)?;
        Some(Ahead { at, when: promise.promised?, promise })
    });
    let mut ahead: Vec<Ahead> = given.filter(|next| next.when.latest() > day.day).collect();
    ahead.sort_by_key(|next| (next.when.latest(), next.when.known_start(), next.at));
    ahead
}

/// A statement that gave another date than the one before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The milestone.
    pub at: Ref,
    /// The date before it.
    pub before: Option<When>,
    pub after: &'a Promise,
}

/// The changes, the newest first.
pub fn changes(data: &Dataset, day: AsOf) -> Vec<Change<'_>> {
    let milestones = data.places(Type::Milestone).map(|at| (at, data.milestone(at)));
    let mut all: Vec<Change> = milestones
        .flat_map(|(at, milestone)| {
            let moves = milestone.moves(day).into_iter();
            moves.map(move |(place, before)| Change { at, before, after: &milestone.promises[place] })
        })
        .collect();
    all.sort_by_key(|change| {
        std::cmp::Reverse((change.after.stated.known_end(), change.after.stated.known_start()))
    });
    all
}

/// The next date.
fn first(teller: &Teller, next: &Ahead) -> Sentence {
    let words = teller.words().next_date(teller.data.label(next.at), &next.when);
    vec![Part::said(words, &next.promise.sources, next.promise.confidence)]
}

/// The last change.
fn last(teller: &Teller, change: &Change) -> Sentence {
    let Change { at, before, after } = change;
    let (before, promise) = (before.as_ref(), after.promised.as_ref());
    let words = teller.words().last_change(teller.data.label(*at), &after.stated, before, promise);
    vec![Part::said(words, &after.sources, after.confidence)]
}

fn date(teller: &Teller, Ahead { at, when, promise }: &Ahead) -> Html {
    let mark = Mark::of_kind(teller.data.milestone(*at).kind, Status::Planned);
    html! {
        <li class="mark" data-kind={mark.kind} data-status={mark.status}>
            <b>{ short(teller, Some(when)) }</b>{ " " }
            <span>
                <a href={teller.page.address(*at)}>{ teller.page.named(*at) }</a>{ " " }
                { speaker(teller, promise, true) }
            </span>
        </li>
    }
}

fn changed(teller: &Teller, change: &Change) -> Html {
    let Change { at, before, after } = change;
    html! {
        <li>
            <span class="at">{ teller.text().slip().day(&after.stated) }</span>{ " " }
            <span>
                <a href={teller.page.address(*at)}>{ teller.page.named(*at) }</a>{ " " }
                <span class="from">{ short(teller, before.as_ref()) }</span>{ " " }
                <span>{ short(teller, after.promised.as_ref()) }</span>{ " " }
                { speaker(teller, after, false) }
            </span>
        </li>
    }
}

/// Who said it, when, and where that stands; a grade only where it is not high.
fn speaker(teller: &Teller, promise: &Promise, dated: bool) -> Html {
    let who = if dated {
        let stated = teller.text().slip().day(&promise.stated);
        [&*promise.who, &*stated].join(teller.text().joints().pause)
    } else {
        promise.who.to_string()
    };
    let page = &teller.page;
    html! {
        <small>
            { who }
            if promise.confidence != Confidence::High {
                { " " }{ claim::sure(page, promise.confidence) }
            }
            { claim::brief(page, Confidence::High, &promise.sources) }
        </small>
    }
}

fn short(teller: &Teller, when: Option<&When>) -> String {
    when.map_or(teller.words().no_date.to_string(), |when| teller.text().slip().day(when))
}
