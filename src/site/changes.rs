//! `changes/`: what moved, newest first by the day on which it became known. New statements that moved a date, events,
//! and corrections of the record; the feed tells the newest of the same.

use super::feed;
use crate::model::dataset::Dataset;
use crate::model::entry::Status;
use crate::model::id::{Ref, Type};
use crate::model::record::{Correction, Record};
use crate::model::when::{Day, When, civil};
use crate::text::Lang;
use crate::view::icon::Mark;
use crate::view::{Page, Surface, card, claim};
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// Where the page stands.
pub const FOLDER: &str = "changes/";

/// Something that became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The date as it is given: of a statement, an event or a correction.
    pub date: When,
    /// The thing to which it leads.
    pub at: Ref,
    pub what: What,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The record was put right, by the place of the correction.
    Corrected(usize),
    /// A statement on a milestone, by its place, gave another date than the one before it; `None` is no date.
    Moved { place: usize, before: Option<When> },
    /// An event.
    Happened,
}

impl Change {
    /// The day on which it was known: the last that its date may mean.
    pub fn known(&self) -> Day {
        self.date.known_end()
    }
}

/// Everything that moved, newest first.
pub fn all(record: &Record, data: &Dataset) -> Vec<Change> {
    let moved = data.places(Type::Milestone).flat_map(|at| {
        let milestone = data.milestone(at);
        let told = move |(place, before): (usize, _)| Change {
            date: milestone.promises[place].stated,
            at,
            what: What::Moved { place, before },
        };
        milestone.moves(data.day(None)).into_iter().map(told)
    });
    let happened = data.places(Type::Event).map(|at| {
        let date = data.event(at).date;
        Change { date, at, what: What::Happened }
    });
    let corrected = record.corrections.iter().enumerate().filter_map(|(place, correction)| {
        let Correction { day, about, .. } = correction;
        Some(Change { date: day.parse().ok()?, at: data.at(about)?, what: What::Corrected(place) })
    });
    let mut all: Vec<Change> = moved.chain(happened).chain(corrected).collect();
    all.sort_by_cached_key(|change| {
        let (at, what) = (data.anchor(change.at), change.what);
        (Reverse((change.known(), change.date.known_start())), what, at)
    });
    all
}

/// A change in words.
pub struct Told {
    pub title: String,
    /// What the headline leaves out; may be empty.
    pub text: String,
}

/// The headline of a change, and what it leaves out.
pub fn told(record: &Record, data: &Dataset, lang: Lang, change: &Change) -> Told {
    let (text, label) = (lang.changes(), data.label(change.at));
    match change.what {
        What::Happened => {
            let event = data.event(change.at);
            Told { title: event.title.to_string(), text: event.text.to_string() }
        }
        What::Moved { place, before } => {
            let promise = &data.milestone(change.at).promises[place];
            let title = text.moved(label, before.as_ref(), promise.promised.as_ref());
            let stated = text.stated(&promise.who, &promise.stated);
            Told {
                title,
                text: [&*promise.text, &*stated].join(text.joints().space).trim_start().to_string(),
            }
        }
        What::Corrected(place) => {
            let Correction { wrong, right, .. } = &record.corrections[place];
            Told { title: text.corrected(label), text: [&**wrong, &**right].join(text.joints().space) }
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChangesProps {
    /// With the sources that only the maps rest on.
    pub data: Rc<Dataset>,
    pub record: Rc<Record>,
    pub lang: Lang,
}

/// Everything that moved, year by year.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let ChangesProps { data, record, lang } = props;
    let page = &Page::still(data.clone(), *lang, Surface::Page, "../");
    let text = lang.changes();
    let all = all(record, data);
    html! {
        <div class="explainer" data-theme="auto" lang={lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a href="../">{ lang.static_text().back }</a></p>
                <h1>{ text.title }</h1>
                <p class="lede">{ text.sub }</p>
                <p><a href={format!("../{}", feed::PATH)} type={feed::TYPE}>{ text.feed }</a></p>
            </header>
            <main class="whole">
                if all.is_empty() {
                    <p>{ text.none }</p>
                }
                for of_year in all.chunk_by(|one, other| year(one) == year(other)) {
                    { self::of_year(page, record, of_year) }
                }
            </main>
        </div>
    }
}

fn year(change: &Change) -> i32 {
    civil(change.known()).0
}

fn of_year(page: &Page, record: &Record, changes: &[Change]) -> Html {
    let year = changes.first().map_or(0, year);
    let words = page.text().when(&When::from_year(year));
    html! {
        <section aria-labelledby={format!("year-{year}")}>
            <h2 id={format!("year-{year}")}>{ words }</h2>
            <ol class="events">
                for change in changes {
                    { self::change(page, record, change) }
                }
            </ol>
        </section>
    }
}

fn change(page: &Page, record: &Record, change: &Change) -> Html {
    let Told { title, text } = told(record, &page.data, page.lang(), change);
    let mark = mark(page, change);
    html! {
        <li class="mark" data-kind={mark.kind} data-status={mark.status}>
            <p class="at">{ page.time(&change.date) }</p>
            <div>
                <p><a href={page.address(change.at)}>{ title }</a>{ " " }{ grade(page, change) }</p>
                if !text.is_empty() {
                    <p>{ text }</p>
                }
            </div>
        </li>
    }
}

/// What stands before it: the mark of the event, or of the thing it is about.
fn mark(page: &Page, change: &Change) -> Mark {
    match change.at.kind {
        Type::Event => Mark::of_kind(page.data.event(change.at).kind, Status::Happened),
        _ => card::mark(page, change.at),
    }
}

/// How sure it is, and where it comes from. A correction says of the record alone.
fn grade(page: &Page, change: &Change) -> Html {
    match change.what {
        What::Happened => {
            let event = page.data.event(change.at);
            claim::brief(page, event.confidence, &event.sources)
        }
        What::Moved { place, .. } => {
            let promise = &page.data.milestone(change.at).promises[place];
            claim::brief(page, promise.confidence, &promise.sources)
        }
        What::Corrected(_) => Html::default(),
    }
}
