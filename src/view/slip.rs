//! The slip chart: a row a milestone, with its name, a strip of every date it was given, and in words how far it moved.

use super::context::{Page, use_live};
use super::icon::Mark;
use super::intact::use_intact;
use super::listen::is_modified;
use super::plot::nav_key;
use super::section::anchor;
use super::step::sentence;
use super::strip::{self, grid, strip};
use super::table::head;
use super::take::{alone, take};
use crate::model::claim::{Content, Field};
use crate::model::dataset::Dataset;
use crate::model::entry::Status;
use crate::model::event::Kind;
use crate::model::headline::Headline;
use crate::model::id::{Ref, Type};
use crate::model::item::Item;
use crate::model::query::View;
use crate::model::slip::{Row, Scale, beside};
use yew::prelude::*;

/// The id of the heading.
const HEADING: &str = "slip";
/// What the ids within the rows of the rest begin with, and within rows that stand by themselves.
const REST: &str = "slip-rest";
/// See [`REST`].
const ALONE: &str = "slip-alone";

#[derive(PartialEq, Properties)]
pub struct SlipChartProps {
    /// The record as it is shown, with nothing marked, so that no search changes the chart.
    pub page: Page,
}

/// The chart of the front page. It stays as it is while a reader searches and filters. On the link of a row the arrow
/// keys go through its statements, Home and End to the first and the last, and Escape leaves them.
#[component]
pub fn SlipChart(SlipChartProps { page }: &SlipChartProps) -> Html {
    use_intact();
    let rows = use_memo(page.context.clone(), |context| Rows::new(&context.data));
    let live = use_live(page.live);
    let open = use_state(|| false);
    let at = use_state(|| None::<Statement>);
    let known = |(of, place): &Statement| *place < page.data.milestone(*of).known(page.day).len();
    let reader = Reader { at: at.filter(known), stands: Callback::from(move |to| at.set(to)) };
    let turns = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            if !is_modified(&event) {
                event.prevent_default();
                open.set(!*open);
            }
        })
    };
    chart(page, &rows, &reader, live.then_some((*open, turns)))
}

/// What of the chart no day and no reader changes.
struct Rows {
    headline: Headline,
    scale: Scale,
    /// The milestones that have no row of their own until they are asked for, and their years.
    rest: Vec<Ref>,
    rest_scale: Scale,
}

impl Rows {
    fn new(data: &Dataset) -> Rows {
        let headline = Headline::new(data);
        let rest = data.places(Type::Milestone).filter(|at| !headline.milestones().any(|other| other == *at));
        let rest: Vec<Ref> = rest.collect();
        Rows {
            scale: Scale::new(data, headline.milestones()),
            rest_scale: Scale::new(data, rest.iter().copied()),
            headline,
            rest,
        }
    }
}

/// A statement: its milestone, and its place among those of the milestone.
type Statement = (Ref, usize);

/// Where a reader stands in the chart.
#[derive(Default)]
struct Reader {
    at: Option<Statement>,
    /// Told where to stand next.
    stands: Callback<Option<Statement>>,
}

impl Reader {
    /// The statement of this milestone on which the reader stands.
    fn on(&self, milestone: Ref) -> Option<usize> {
        self.at.filter(|(of, _)| *of == milestone).map(|(_, place)| place)
    }

    /// What a key does on the link of a milestone with so many statements.
    fn keys(&self, milestone: Ref, number: usize) -> Callback<KeyboardEvent> {
        let (at, stands) = (self.on(milestone), self.stands.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = nav_key(&event).and_then(|key| beside(at, number, key));
            if next.is_some() || (at.is_some() && event.key() == "Escape") {
                event.prevent_default();
                stands.emit(next.map(|place| (milestone, place)));
            }
        })
    }
}

/// A milestone, and its row if somebody had given it a date by the day.
type Line = (Ref, Option<Row>);

/// The milestones that the rules of the front page give, with these rules, and the same as a table; nothing if nobody had
/// given any of them a date.
pub fn figure(page: &Page) -> Html {
    chart(page, &Rows::new(&page.data), &Reader::default(), None)
}

/// The rest of the milestones is asked for by a link: whether they are shown, and who is told of a press. Until it answers
/// it leads to their section.
fn chart(page: &Page, of: &Rows, reader: &Reader, rest: Option<(bool, Callback<MouseEvent>)>) -> Html {
    let Rows { headline, scale, .. } = of;
    let groups = headline.parts.iter().map(|part| lines(page, scale, part.milestones.iter().copied()));
    let groups: Vec<Vec<Line>> = groups.collect();
    let open = rest.as_ref().is_some_and(|(open, _)| *open);
    let expanded = rest.as_ref().map(|(open, _)| open.to_string());
    let onclick = rest.map(|(_, turn)| turn);
    let others = if open { dated(page, &of.rest_scale, &of.rest) } else { Vec::new() };
    let rows: Vec<&Row> =
        groups.iter().flatten().chain(&others).filter_map(|(_, row)| row.as_ref()).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let words = page.text().slip();
    html! {
        <figure class="slip" aria-labelledby={HEADING}>
            <h2 id={HEADING}>{ words.heading(groups.iter().map(Vec::len).sum()) }</h2>
            { key(page) }
            { plot(page, HEADING, scale, &groups, reader) }
            <p class="unseen" aria-live="polite">{ reader.at.map(|at| said(page, at)) }</p>
            <figcaption>
                { words.rule(headline.planned.as_ref(), &headline.parts) }{ words.joints().space }
                <a href={page.here(&format!("#{}", anchor(View::Promises)))} aria-expanded={expanded.clone()} {onclick}>{ holdings(page) }</a>
            </figcaption>
            if !others.is_empty() {
                { plot(page, REST, &of.rest_scale, std::slice::from_ref(&others), reader) }
            }
            { table(page, &rows) }
            if expanded.is_some() {
                { take(page, &alone(page, View::Slip)) }
            }
        </figure>
    }
}

/// Every milestone that somebody had given a date by the day, in the order of the record.
pub fn all(page: &Page) -> Html {
    of(page, &page.data.places(Type::Milestone).collect::<Vec<_>>())
}

/// Those of these milestones, in their order, that somebody had given a date by the day.
pub fn of(page: &Page, milestones: &[Ref]) -> Html {
    let scale = Scale::new(&page.data, milestones.iter().copied());
    let dated = dated(page, &scale, milestones);
    html! {
        if !dated.is_empty() {
            <div class="slip">{ plot(page, ALONE, &scale, &[dated], &Reader::default()) }</div>
        }
    }
}

fn dated(page: &Page, scale: &Scale, milestones: &[Ref]) -> Vec<Line> {
    let mut dated = lines(page, scale, milestones.iter().copied());
    dated.retain(|(_, row)| row.is_some());
    dated
}

fn lines(page: &Page, scale: &Scale, milestones: impl Iterator<Item = Ref>) -> Vec<Line> {
    let known = milestones.filter(|at| page.has_card(*at));
    known.map(|at| (at, Row::new(&page.data, at, page.day, scale))).collect()
}

/// How many milestones had been promised by the day, and in how many statements.
fn holdings(page: &Page) -> String {
    let known = page.data.milestones.iter().map(|milestone| milestone.known(page.day).len());
    let known: Vec<usize> = known.filter(|statements| *statements > 0).collect();
    page.text().slip().all(known.len(), known.iter().sum())
}

/// What each form stands for.
fn key(page: &Page) -> Html {
    let [statement, range, weak, flown] = page.text().slip().key;
    let form = |wide: &'static str, drawn: Html| html! { <svg width={wide} height=".75em" aria-hidden="true">{ drawn }</svg> };
    let dot = |class: &'static str, x: &'static str| html! { <circle {class} cx={x} cy="50%" r=".24em"/> };
    let dots = html! { <>{ dot("a0", ".4em") }{ dot("a2", "1.1em") }{ dot("a4", "1.8em") }</> };
    let bar =
        html! { <rect class="a3" width="100%" y=".22em" height=".3em" mask={strip::mask(HEADING, "both")}/> };
    let mark = Mark::of_kind(Kind::Launch, Status::Happened);
    html! {
        <p class="slip-key">
            <span>{ form("2.2em", dots) }{ " " }{ statement }</span>
            <span>{ form("2em", bar) }{ " " }{ range }</span>
            <span>{ form(".8em", dot("a3 weak", ".4em")) }{ " " }{ weak }</span>
            <span class="mark" data-kind={mark.kind} data-status={mark.status}>{ " " }{ flown }</span>
        </p>
    }
}

/// The rows over their years; a group begins with a line, and ids with the name of the part of the page.
fn plot(page: &Page, part: &'static str, scale: &Scale, groups: &[Vec<Line>], reader: &Reader) -> Html {
    html! {
        <div class="slip-plot">
            { grid(page, part, scale) }
            <ul>
                for group in groups.iter() {
                    for (place, (at, row)) in group.iter().enumerate() {
                        <li class={(place == 0).then_some("begins")}>{ line(page, part, *at, row.as_ref(), reader) }</li>
                    }
                }
            </ul>
        </div>
    }
}

/// A row: what is promised and by whom, the strip, and how far it moved.
fn line(page: &Page, part: &str, at: Ref, row: Option<&Row>, reader: &Reader) -> Html {
    let words = page.text().slip();
    let bodies = bodies(page, at);
    let on = reader.on(at);
    let onkeydown = reader.keys(at, page.data.milestone(at).known(page.day).len());
    let onblur = reader.stands.reform(|_| None);
    html! {
        <>
            <p class="slip-name">
                <a href={page.address(at)} {onkeydown} {onblur}>{ page.named(at) }</a>
                if !bodies.is_empty() {
                    { " " }<small>{ words.bodies(&bodies) }</small>
                }
            </p>
            if let Some(row) = row {
                { strip(page, part, row, on) }
                <p class="slip-words">
                    <b>{ words.words(row) }</b>{ " " }
                    <small>{ words.given(row.number) }{ " " }<span>{ words.since(row.stated.0.year()) }</span></small>
                </p>
            } else {
                <p class="slip-words"><small>{ words.undated }</small></p>
            }
            if let Some(place) = on {
                <p class="slip-said">{ said(page, (at, place)) }</p>
            }
        </>
    }
}

/// What a statement said, by whom, and how sure it is.
fn said(page: &Page, (at, place): Statement) -> String {
    page.data
        .milestone(at)
        .known(page.day)
        .get(place)
        .map_or(String::new(), |promise| sentence(page, at, promise))
}

/// Who of those that it concerns flies missions, in short.
fn bodies(page: &Page, at: Ref) -> Vec<String> {
    let operates = |item: &&Item| {
        let mut claims = page.data.missions.iter().flat_map(|mission| &mission.claims);
        claims.any(|claim| claim.field == Field::Operator && claim.content == Content::Item(item.at))
    };
    let named = page
        .data
        .about(at)
        .iter()
        .filter(|at| page.has_card(**at))
        .filter_map(|at| page.data.item(*at))
        .filter(operates);
    named.map(|item| item.initials().unwrap_or(&item.name).to_string()).collect()
}

/// The rows as a table.
fn table(page: &Page, rows: &[&Row]) -> Html {
    let words = page.text().slip();
    html! {
        <details class="slip-table">
            <summary>{ words.table }</summary>
            <div class="scroll">
                <table>
                    { head(&words.table_head) }
                    <tbody>
                        for row in rows.iter() {
                            <tr>
                                <th scope="row"><a href={page.address(row.at)}>{ page.named(row.at) }</a></th>
                                <td>{ page.time(&row.first.0) }</td>
                                <td>{ page.time(&row.stated.0) }</td>
                                <td>{ page.time(&row.last.0) }</td>
                                <td>{ words.words(row) }</td>
                                <td>{ words.given(row.number) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
