//! Who is in: those that joined by a paper of their own, as stairs, and who counts how many, as bricks.

use super::axis::{WIDE, percent};
use super::prose::{Part, Sentence, fitting};
use super::{Axis, Chapter, Teller};
use crate::model::asof::AsOf;
use crate::model::claim::{Claim, Content, Field, Standing};
use crate::model::dataset::{Count, Dataset};
use crate::model::event::Kind;
use crate::model::item::{Group, Item};
use crate::model::source::SourceNo;
use crate::model::when::{When, civil, days};
use crate::site::known_since;
use crate::site::lettering::width;
use crate::view::{claim, icon};
use yew::prelude::*;

pub fn chapter(teller: &Teller) -> Chapter {
    let joined = joined(&teller.data, teller.day());
    let counts: Vec<&Count> =
        teller.data.counts.iter().filter(|count| teller.day().includes(&count.when)).collect();
    let said =
        [in_by_paper(teller, &joined), others(teller, &counts), unnamed(teller, &counts), disputed(teller)];
    let words = teller.words();
    let picture = html! {
        <>
            if !joined.is_empty() {
                <h4>{ words.joined }</h4>
                { stairs(teller, &joined) }
            }
            if !counts.is_empty() {
                <h4 id="counts">{ words.counts }{ key(teller) }</h4>
                { bricks(teller, &counts) }
            }
        </>
    };
    Chapter {
        name: "who",
        heading: words.who,
        sentences: fitting(said.into_iter().flatten()),
        more: None,
        picture: (!joined.is_empty() || !counts.is_empty()).then_some(picture),
    }
}

/// Founders and members on a day, each with the claim by which it is one and the day of its paper, the first first.
pub fn joined(data: &Dataset, day: AsOf) -> Vec<(&Item, When)> {
    let mut all: Vec<(&Item, When)> =
        data.participants.iter().filter_map(|item| Some((item, since(item, day)?))).collect();
    all.sort_by_key(|(_, since)| since.middle());
    all
}

fn since(item: &Item, day: AsOf) -> Option<When> {
    let now = item.standing(day).filter(|now| matches!(now, Standing::Founder | Standing::Member))?;
    item.known(Field::Standing, day).find(|claim| claim.content == Content::Standing(now))?.since
}

/// How many states are in, the founders by name.
fn in_by_paper(teller: &Teller, joined: &[(&Item, When)]) -> Option<Sentence> {
    let states = joined.iter().filter(|(item, _)| item.group == Group::State).count();
    let founder = |item: &&Item| item.standing(teller.day()) == Some(Standing::Founder);
    let founders = joined.iter().map(|(item, _)| *item).filter(founder).map(|item| item.name.to_string());
    let words = teller.words().in_by_paper(states, &founders.collect::<Vec<_>>());
    (states > 0).then(|| vec![Part::counted(words, "participants")])
}

/// The numbers that are given, and what they are numbers of; nothing if all agree.
fn others(teller: &Teller, counts: &[&Count]) -> Option<Sentence> {
    let mut numbers: Vec<u32> = counts.iter().map(|count| count.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut of: Vec<String> = Vec::new();
    for count in counts {
        if !of.iter().any(|known| **known == *count.of) {
            of.push(count.of.to_string());
        }
    }
    let words = teller.words().others(&numbers, &of);
    (numbers.len() > 1).then(|| vec![Part::counted(words, "counts")])
}

/// The newest count that names nobody.
fn unnamed(teller: &Teller, counts: &[&Count]) -> Option<Sentence> {
    let most = counts.iter().map(|count| count.number).max()?;
    let of_most = counts.iter().filter(|count| count.named.is_empty() && count.number == most);
    let count = of_most.max_by_key(|count| count.when.middle())?;
    let words = teller.words().unnamed(&count.who, count.number, &count.of, &count.when);
    Some(vec![Part::said(words, &count.sources, count.confidence)])
}

/// Those whose listing is disputed, by name.
fn disputed(teller: &Teller) -> Option<Sentence> {
    let day = teller.day();
    let disputed = |item: &&Item| item.standing(day) == Some(Standing::Disputed);
    let items: Vec<&Item> = teller.data.participants.iter().filter(disputed).collect();
    let claims: Vec<&Claim> = items
        .iter()
        .filter_map(|item| {
            item.known(Field::Standing, day)
                .find(|claim| claim.content == Content::Standing(Standing::Disputed))
        })
        .collect();
    let mut sources: Vec<SourceNo> = claims.iter().flat_map(|claim| claim.sources.iter().copied()).collect();
    sources.sort_unstable();
    sources.dedup();
    let weakest = claims.iter().map(|claim| claim.confidence).max_by_key(|grade| *grade as usize)?;
    let mut names: Vec<String> = items.iter().map(|item| item.name.to_string()).collect();
    names.sort();
    Some(vec![Part::said(teller.words().listed(&names), &sources, weakest)])
}

/// How high a row of the stairs is, in hundredths of an em: what can be hit is 24 px high.
const ROW: usize = 170;
/// How wide the stairs are at least, in em of their own.
const NARROW: f64 = 19.0;

/// Stairs of joining dates: a mark on the day of the paper, a line from there to the end of the record.
fn stairs(teller: &Teller, joined: &[(&Item, When)]) -> Html {
    let first = joined.iter().map(|(_, since)| since.year()).min().unwrap_or(civil(teller.data.as_of).0);
    let axis = Axis { from: days(first - 1, 7, 1), to: teller.data.as_of + 30 };
    let foot = em(joined.len() * ROW + 20);
    let now = axis.x(teller.data.as_of);
    html! {
        <svg
            class="stairs"
            height={em(joined.len() * ROW + 140)}
            role="group"
            aria-label={teller.words().joined}
        >
            for (year, day) in axis.years(1) {
                <line x1={axis.x(day)} x2={axis.x(day)} y2={foot.clone()}/>
                if day + 120 < teller.data.as_of {
                    <text class="tick" x={axis.x(day)} dx=".4em" y="100%" dy="-.3em">{ year }</text>
                }
            }
            <line class="now" x1={now.clone()} x2={now.clone()} y2={foot.clone()}/>
            for (place, (item, since)) in joined.iter().rev().enumerate() {
                { row(teller, &axis, place, item, since) }
            }
        </svg>
    }
}

fn row(teller: &Teller, axis: &Axis, place: usize, item: &Item, since: &When) -> Html {
    let (x, y) = (axis.x(since.middle()), em(place * ROW + ROW / 2));
    let across = axis.place(since.middle()) as f64 / WIDE as f64 * NARROW;
    let (name, before) = fitted(&short(item), across);
    let full = if *name == *item.name {
        name.clone()
    } else {
        [&*name, &*item.name].join(teller.text().joints().colon)
    };
    html! {
        <a
            href={teller.page.address(item.at)}
            aria-label={[&*full, &*teller.text().when(since)].join(teller.text().joints().pause)}
            data-known={known_since::attribute(since.latest())}
        >
            <rect y={em(place * ROW)} width="100%" height={em(ROW)}/>
            <line
                class={(item.group != Group::State).then_some("body")}
                x1={x.clone()}
                x2={axis.x(teller.data.as_of)}
                y1={y.clone()}
                y2={y.clone()}
            />
            { icon::centred(Kind::Agreement, x.clone(), y.clone()) }
            <text class={before.then_some("end")} {x} {y} dx={if before { "-.7em" } else { "1em" }} dy=".33em">{ name }</text>
        </a>
    }
}

/// What one is called where there is little room: the initials of a body that goes by them.
pub fn short(item: &Item) -> String {
    item.initials().filter(|_| item.group != Group::State).unwrap_or(&item.name).to_string()
}

/// A name as far as there is room for it beside a mark so many em from the left, and whether it stands before the mark.
fn fitted(name: &str, across: f64) -> (String, bool) {
    let wide = |name: &str| width(name, 1.0, false) + 1.2;
    let (before, after) = (across, NARROW - across);
    if wide(name) <= before || (wide(name) > after && before > after) {
        (cut(name, |name| wide(name) <= before), true)
    } else {
        (cut(name, |name| wide(name) <= after), false)
    }
}

fn cut(name: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(name) {
        return name.to_string();
    }
    let letters: Vec<char> = name.chars().collect();
    let cut = |length: usize| letters[..length].iter().collect::<String>() + "…";
    (1..letters.len()).rev().map(cut).find(|name| fits(name)).unwrap_or_else(|| "…".to_string())
}

fn em(hundredths: usize) -> String {
    format!("{}.{:02}em", hundredths / 100, hundredths % 100)
}

/// What the bricks mean.
fn key(teller: &Teller) -> Html {
    let brick = |drawn: Html| html! { <svg class="bricks" width="1em" height=".6em" aria-hidden="true">{ drawn }</svg> };
    let [named, unnamed] = teller.words().bricks;
    html! {
        <small>
            { " " }{ brick(filled(WIDE, 1)) }{ " " }{ named }
            { " " }{ brick(hollow(0, WIDE, 1)) }{ " " }{ unnamed }
        </small>
    }
}

/// A row for each count: who, when, a brick for each counted, the number, and of what.
fn bricks(teller: &Teller, counts: &[&Count]) -> Html {
    let most = i64::from(counts.iter().map(|count| count.number).max().unwrap_or(1).max(1));
    let place = |number: i64| number * WIDE / most;
    html! {
        <ol class="counted">
            for count in counts.iter() {
                <li data-known={known_since::attribute(count.when.latest())}>
                    <span>{ count.who.clone() }</span>{ " " }
                    <span class="at">{ teller.text().slip().day(&count.when) }</span>{ " " }
                    <svg class="bricks" height=".6em" aria-hidden="true">{ drawn(count, place) }</svg>
                    <b>{ count.number }</b>{ " " }
                    <small>
                        { count.of.clone() }
                        { claim::brief(&teller.page, count.confidence, &count.sources) }
                    </small>
                </li>
            }
        </ol>
    }
}

fn drawn(count: &Count, place: impl Fn(i64) -> i64) -> Html {
    let number = i64::from(count.number);
    let named = (count.named.len() as i64).min(number);
    html! {
        <>
            if named > 0 {
                { filled(place(named), named) }
            }
            if number > named {
                { hollow(place(named), place(number), number - named) }
            }
        </>
    }
}

/// So many bricks from the left.
fn filled(to: i64, number: i64) -> Html {
    html! { <line x2={percent(to)} y1="50%" y2="50%" pathLength={number.to_string()}/> }
}

/// So many hollow ones.
fn hollow(from: i64, to: i64, number: i64) -> Html {
    let line = |class: Option<&'static str>| {
        html! { <line {class} x1={percent(from)} x2={percent(to)} y1="50%" y2="50%" pathLength={number.to_string()}/> }
    };
    html! { <>{ line(None) }{ line(Some("in")) }</> }
}
