//! The opening: what the station is, when the record was checked and whether that is long ago, three figures that matter,
//! and the slip chart.

use super::claim;
use super::context::Page;
use super::slip::SlipChart;
use crate::model::claim::{Field, Standing};
use crate::model::dataset::{Count, STATION};
use crate::model::id::Type;
use crate::model::item::{Group, Item};
use crate::model::when::{Day, When};
use yew::prelude::*;

/// The milestone this page knows by name; a record without it has a shorter opening.
const BASIC: &str = "ilrs-basic-completion";

/// The head of the page; a record that is old says how many days.
pub fn opening(page: &Page, age: Option<Day>) -> Html {
    let text = page.text();
    let data = &page.data;
    let figures = figures(page);
    let claims: usize = data.all_items().map(|item| item.claims.len()).sum();
    html! {
        <header class="opening">
            { names(page) }
            <h1>{ headline(page) }</h1>
            { lede(page) }
            <p class="checked">
                { text.checked(&When::from_day(data.as_of), age) }{ text.joints().space }
                { text.holdings(claims, data.sources.len(), data.conflicts.len()) }
            </p>
            if !figures.is_empty() {
                <div class="figures">
                    for figure in figures {
                        <p class="figure"><a href={page.here(&figure.link)}><b>{ figure.number }</b></a>{ " " }<span>{ figure.note }</span></p>
                    }
                </div>
            }
            <SlipChart page={page.unmarked()}/>
        </header>
    }
}

/// What the station is called, in the scripts of its founders too.
fn names(page: &Page) -> Html {
    let Some(station) = page
        .data
        .find(Type::Facility, STATION)
        .filter(|station| page.data.ours() && page.has_card(station.at))
    else {
        return Html::default();
    };
    html! {
        <p class="eyebrow">
            { station.name.clone() }
            if let Some(zh) = &station.zh {
                { " " }<span lang="zh">{ zh.clone() }</span>
            }
            if let Some(ru) = &station.ru {
                { " " }<span lang="ru">{ ru.clone() }</span>
            }
        </p>
    }
}

fn headline(page: &Page) -> Html {
    if page.data.ours() {
        html! { page.text().headline }
    } else {
        page.own(html! { page.title() })
    }
}

/// A figure that matters, where it leads, and what it counts.
pub(crate) struct Figure {
    pub link: String,
    pub number: String,
    pub note: String,
}

/// The figures of the record on the day, as many as it has. They are about the station, and another record has none.
pub(crate) fn figures(page: &Page) -> Vec<Figure> {
    if !page.data.ours() {
        return Vec::new();
    }
    [signed(page), flown(page), promised(page)].into_iter().flatten().collect()
}

/// The first and the last of what the record says the station is: what was agreed, and what stands of it. The rest is on
/// its card.
fn lede(page: &Page) -> Html {
    let Some(station) = page.data.find(Type::Facility, STATION).filter(|_| page.data.ours()) else {
        return page
            .data
            .description
            .clone()
            .map_or(Html::default(), |words| html! { <p class="lede">{ page.told(&words) }</p> });
    };
    let known: Vec<_> = page.data.known(station, Field::What, page.day).collect();
    let (first, last) = (known.first(), known.last().filter(|_| known.len() > 1));
    html! {
        <p class="lede">
            for claim in first.into_iter().chain(last) {
                <span class="sentence">{ claim::short(page, claim) }{ " " }</span>
            }
        </p>
    }
}

/// States in by a paper of their own, and the numbers others give.
fn signed(page: &Page) -> Option<Figure> {
    let is_in = |item: &&Item| {
        item.group == Group::State
            && matches!(item.standing(page.day), Some(Standing::Founder | Standing::Member))
    };
    let number = page.data.participants.iter().filter(is_in).count();
    let known = page.data.counts.iter().filter(|count| page.day.includes(&count.when));
    let mut others = Vec::new();
    for Count { number, .. } in known {
        let place = others.partition_point(|other| other < number);
        if others.get(place) != Some(number) {
            others.insert(place, *number);
        }
    }
    if number == 0 {
        return None;
    }
    let text = page.text();
    figure("#counts", text.figure_in(number), text.figure_in_note(number, &others))
}

/// Missions of the treaty's phases that have flown.
fn flown(page: &Page) -> Option<Figure> {
    let of_phase = |item: &&Item| {
        item.about.iter().any(|at| page.data.item(*at).is_some_and(|phase| phase.group == Group::Treaty))
    };
    let known = |item: &&Item| page.has_card(item.at);
    let missions: Vec<&Item> = page.data.missions.iter().filter(of_phase).filter(known).collect();
    if missions.is_empty() {
        return None;
    }
    let flown = missions.iter().filter(|mission| mission.flown(page.day)).count();
    let text = page.text();
    figure("#missions", text.figure_flown(flown, missions.len()), text.figure_flown_note.to_string())
}

/// The date last given for the basic station, and how far the dates given for it lie apart.
fn promised(page: &Page) -> Option<Figure> {
    let at = page.data.at(BASIC).filter(|at| at.kind == Type::Milestone)?;
    let milestone = page.data.milestone(at);
    let dates = milestone.dates(page.day);
    let now = milestone.shift(page.day, None)?.last;
    let (low, high) = (dates.iter().map(When::year).min()?, dates.iter().map(When::year).max()?);
    let text = page.text();
    let link = format!("#{}", page.anchor(at));
    figure(&link, now.year().to_string(), text.figure_date_note(&now, low, high, dates.len()))
}

fn figure(link: &str, number: String, note: String) -> Option<Figure> {
    Some(Figure { link: link.to_string(), number, note })
}
