//! The chart of the promises, with what the reader stands on in words, and links to compare milestones.

use super::claim;
use super::page::Page;
use super::plot::{Plot, d, group, path, shape, text};
use crate::model::chart::{Chart, HIGH, Line, WIDE};
use crate::model::facet::Facet;
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::milestone::Promise;
use crate::model::order::{joined, sorted};
use crate::model::query::Query;
use crate::model::state::State;
use crate::model::viewport::Act;
use std::rc::Rc;
use yew::prelude::*;

/// The chart of every milestone that is found.
pub fn chart(page: &Page, found: &Found, state: &State) -> Html {
    let words = page.text();
    let chart = Chart::new(&page.data, found);
    if chart.lines.is_empty() {
        return Html::default();
    }
    let known = |at: Ref| page.data.milestone(at).known(page.day);
    let point = state
        .viewport
        .point
        .filter(|(at, place)| chart.lines.iter().any(|line| line.at == *at) && *place < known(*at).len());
    let told = point.map(|(at, place)| (at, &known(at)[place]));
    let plot = Plot {
        act: Act::Chart,
        label: words.chart,
        at: point.map_or((0, 0), |(at, place)| (place, known(at).len())),
        words: told.map_or(words.chart_hint.to_string(), |(at, promise)| sentence(page, at, promise)),
        live: page.live,
    };
    html! {
        <div class="moved">
            { plot.html(drawing(page, &chart, point)) }
            <p class="readout">
                if let Some((at, promise)) = told {
                    { page.link(at) }{ ": " }{ said(page, promise) }
                    { claim::grade(page, promise.confidence, &promise.sources) }
                } else {
                    { words.chart_hint }
                }
            </p>
            { compare(page, &state.query) }
        </div>
    }
}

fn said(page: &Page, promise: &Promise) -> String {
    let words = page.text();
    let promised = promise.promised.map_or(words.withdrawn.to_string(), |when| (words.when)(&when));
    (words.said)(&promise.who, &(words.when)(&promise.stated), &promised)
}

fn sentence(page: &Page, at: Ref, promise: &Promise) -> String {
    let sources = promise.sources.iter().map(|no| &*page.data.sources[no.0 as usize].publisher);
    let sure = (page.text().confidence)(promise.confidence);
    let mut all = format!("{}: {} ({sure}; ", page.data.label(at), said(page, promise));
    all.push_str(&joined(&mut sources.into_iter(), ", "));
    all.push(')');
    all
}

fn drawing(page: &Page, chart: &Chart, point: Option<(Ref, usize)>) -> Html {
    let words = page.text();
    let mut parts = Vec::new();
    for (year, day) in chart.years(chart.across, 12) {
        let x = chart.x(day);
        parts.push(group(
            &["tick"],
            vec![path("", d("M# 0V#", &[x, HIGH])), text("", x, HIGH + 20, d("#", &[year]))],
        ));
    }
    for (year, day) in chart.years(chart.up, 10) {
        let y = chart.y(day);
        parts.push(group(
            &["tick up"],
            vec![path("", d("M0 #H#", &[y, WIDE])), text("", -8, y + 4, d("#", &[year]))],
        ));
    }
    let (from, to) = chart.across;
    parts.push(path("today", d("M# #L# #", &[chart.x(from), chart.y(from), chart.x(to), chart.y(to)])));
    parts.push(text("axis", 0, -14, words.chart_up.to_string()));
    parts.push(text("axis end", WIDE, HIGH + 40, words.chart_across.to_string()));
    let labels = labels(chart, point);
    let plain = chart.lines.iter().filter(|line| !stands_out(line, point));
    let strong = chart.lines.iter().filter(|line| stands_out(line, point));
    parts.extend(plain.chain(strong).map(|line| one(page, line, point, &labels)));
    let view = ["-66 -34 1066 604".to_string(), "true".to_string()];
    let mut svg = shape("svg", &["viewBox", "aria-hidden"], view);
    svg.add_children(parts);
    svg.into()
}

fn stands_out(line: &Line, point: Option<(Ref, usize)>) -> bool {
    line.strong.is_some() || point.is_some_and(|(at, _)| at == line.at)
}

/// A milestone: its steps, its ranges, its points, where it was reached, and its name if it stands out.
fn one(page: &Page, line: &Line, point: Option<(Ref, usize)>, labels: &[(Ref, i32)]) -> Html {
    let milestone = page.data.milestone(line.at);
    let (mut steps, mut ranges, mut points, mut gone) =
        (String::new(), String::new(), String::new(), String::new());
    for (point, place) in line.points.iter().zip(0..) {
        let (x, y) = (point.x, point.y);
        steps.push_str(&d(if place == 0 { "M# #" } else { "H#V#" }, &[x, y]));
        match point.withdrawn {
            true => gone.push_str(&d("M# #l10 10m0-10l-10 10", &[x - 5, y - 5])),
            false => points.push_str(&d("M# #h0", &[x, y])),
        }
        if point.range.0 - point.range.1 > 8 && !point.withdrawn {
            ranges.push_str(&d("M# #V#", &[x, point.range.0, point.range.1]));
        }
    }
    steps.push_str(&d("H#", &[line.end]));
    let mut parts = vec![path("step", steps)];
    let mut more = |class: &'static str, d: String| {
        if !d.is_empty() {
            parts.push(path(class, d));
        }
    };
    more("range", ranges);
    more("dots", points);
    more("gone", gone);
    more("actual", line.actual.map_or(String::new(), |(x, y)| d("M# #h12v12h-12z", &[x - 6, y - 6])));
    let here = point.filter(|(at, _)| *at == line.at).and_then(|(_, place)| line.points.get(place));
    more("here", here.map_or(String::new(), |point| d("M# #h0", &[point.x, point.y])));
    let name = || milestone.label.to_string();
    if stands_out(line, point) {
        match (line.actual, labels.iter().find(|(at, _)| *at == line.at)) {
            (Some((x, y)), _) => parts.push(text("", x + 12, y + 6, name())),
            (None, Some((_, y))) => {
                let last = line.points.last().map_or(0, |point| point.y);
                parts.push(path("leader", d("M# #L# #", &[line.end, last, WIDE + 12, y - 4])));
                parts.push(text("", WIDE + 16, *y, name()));
            }
            (None, None) => {}
        }
    }
    let hue = match line.strong {
        Some(rank) => HUES[rank % HUES.len()],
        None if stands_out(line, point) => "strong",
        None => "",
    };
    group(&["course", hue], parts)
}

/// The lines that stand out are told apart by their names, and by these.
const HUES: [&str; 5] = ["strong n1", "strong n2", "strong n3", "strong n4", "strong n5"];

/// Where the names of the lines stand that run to the right edge: beside their ends, but apart from one another.
fn labels(chart: &Chart, point: Option<(Ref, usize)>) -> Vec<(Ref, i32)> {
    let open = chart.lines.iter().filter(|line| line.actual.is_none() && stands_out(line, point));
    let mut labels: Vec<(Ref, i32)> =
        open.filter_map(|line| Some((line.at, line.points.last()?.y + 4))).collect();
    labels = sorted(labels, |(_, y)| (i64::from(*y), 0, 0));
    let mut free = i32::MIN;
    for (_, y) in &mut labels {
        *y = (*y).max(free);
        free = *y + 18;
    }
    labels
}

/// A link for each milestone that adds it to what is chosen, or takes it out.
fn compare(page: &Page, query: &Query) -> Html {
    let words = page.text();
    let chosen = query.chosen(Facet::Milestone);
    let all = page.data.places(Type::Milestone);
    let known = all.filter(|at| !page.data.milestone(*at).known(page.day).is_empty());
    let link = |at: Ref| {
        let id: &Rc<str> = page.data.id(at);
        let mut asked = query.clone();
        let choice = &mut asked.choices[Facet::Milestone as usize];
        let is_chosen = chosen.contains(id);
        choice.retain(|other| other != id);
        if !is_chosen {
            choice.insert(id.clone());
        }
        let label = page.data.label(at).clone();
        let current = is_chosen.then_some("true");
        html! { <li><a class="pick" href={format!("?{}", asked.to_url())} aria-current={current}>{ label }</a></li> }
    };
    html! {
        <>
            <p class="compare" id="compare">{ words.compare }</p>
            <ul class="picks" aria-labelledby="compare">
                for at in known {
                    { link(at) }
                }
            </ul>
        </>
    }
}
