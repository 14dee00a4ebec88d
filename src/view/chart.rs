//! The chart of the promises, with what the reader stands on in words, and links to compare milestones.

use super::claim;
use super::context::{Asked, Page, use_live, use_page};
use super::plot::{Plot, nav_key};
use crate::model::chart::{Chart, HIGH, Line, Point, WIDE};
use crate::model::facet::Facet;
use crate::model::find::Found;
use crate::model::id::{Ref, Type};
use crate::model::milestone::Promise;
use crate::model::query::Query;
use crate::model::state::{Msg, State};
use crate::model::viewport::Command;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::SvgElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PromiseChartProps {
    /// What is found.
    pub found: Rc<Found>,
    /// The state, of which the chart shows where the reader stands and what is compared.
    pub state: State,
    /// What its texts depend on.
    pub asked: Asked,
}

/// The chart of every milestone that is found.
#[component]
pub fn PromiseChart(PromiseChartProps { found, state, asked }: &PromiseChartProps) -> Html {
    let page = &use_page(asked);
    let live = use_live();
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
        label: words.chart,
        plot: "chart",
        at: point.map_or((0, 0), |(at, place)| (place, known(at).len())),
        words: told.map_or(words.chart_hint.to_string(), |(at, promise)| sentence(page, at, promise)),
        live,
        onkeydown: keys(page),
        onkeyup: Callback::noop(),
        onfocusout: Callback::noop(),
        node: NodeRef::default(),
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

/// The chart of one milestone, as a picture; nothing if nobody has given it a date.
#[cfg(feature = "site")]
pub(crate) fn still(page: &Page, at: Ref) -> Html {
    let chart = Chart::of(&page.data, page.day, std::iter::once(at));
    html! {
        if !chart.lines.is_empty() {
            <figure class="moved plot" role="img" aria-label={page.text().chart}>{ drawing(page, &chart, None) }</figure>
        }
    }
}

fn keys(page: &Page) -> Callback<KeyboardEvent> {
    page.on(|event: KeyboardEvent| {
        let key = nav_key(&event)?;
        event.prevent_default();
        Some(Msg::Look(Command::Chart(key)))
    })
}

/// A press in the field: the point nearest to it, in units of the picture.
fn press(page: &Page) -> Callback<MouseEvent> {
    page.on(|event: MouseEvent| {
        let element = event.target_dyn_into::<SvgElement>()?;
        let svg = element.owner_svg_element().or_else(|| element.dyn_into().ok())?;
        let drawn = svg.get_screen_ctm()?;
        // The picture is moved and scaled, and never turned.
        let x = (event.client_x() as f32 - drawn.e()) / drawn.a();
        let y = (event.client_y() as f32 - drawn.f()) / drawn.d();
        Some(Msg::Look(Command::Point(x.round() as i32, y.round() as i32)))
    })
}

fn said(page: &Page, promise: &Promise) -> String {
    let words = page.text();
    let promised = promise.promised.map_or(words.withdrawn.to_string(), |when| (words.when)(&when));
    (words.said)(&promise.who, &(words.when)(&promise.stated), &promised)
}

/// A statement in a sentence, with how sure it is and where it stands.
pub(super) fn sentence(page: &Page, at: Ref, promise: &Promise) -> String {
    let sources = promise.sources.iter().map(|no| &*page.data.sources[no.0 as usize].publisher);
    let sure = (page.text().confidence)(promise.confidence);
    let sources = sources.collect::<Vec<_>>().join(", ");
    format!("{}: {} ({sure}; {sources})", page.data.label(at), said(page, promise))
}

fn drawing(page: &Page, chart: &Chart, point: Option<(Ref, usize)>) -> Html {
    let words = page.text();
    let (from, to) = chart.across;
    let diagonal = format!("M{} {}L{} {}", chart.x(from), chart.y(from), chart.x(to), chart.y(to));
    let labels = labels(chart, point);
    let plain = chart.lines.iter().filter(|line| !stands_out(line, point));
    let strong = chart.lines.iter().filter(|line| stands_out(line, point));
    html! {
        <svg viewBox="-66 -34 1066 604" aria-hidden="true" onclick={press(page)}>
            for (year, day) in chart.years(chart.across, 12) {
                <g class="tick">
                    <path d={format!("M{} 0V{HIGH}", chart.x(day))}/>
                    { text("", chart.x(day), HIGH + 20, year) }
                </g>
            }
            for (year, day) in chart.years(chart.up, 10) {
                <g class="tick up">
                    <path d={format!("M0 {}H{WIDE}", chart.y(day))}/>
                    { text("", -8, chart.y(day) + 4, year) }
                </g>
            }
            <path class="today" d={diagonal}/>
            { text("axis", 0, -14, words.chart_up) }
            { text("axis end", WIDE, HIGH + 40, words.chart_across) }
            for line in plain.chain(strong) {
                { course(page, line, point, &labels) }
            }
        </svg>
    }
}

/// Words in a drawing, at a place.
fn text(class: &'static str, x: i32, y: i32, words: impl ToString) -> Html {
    html! { <text class={classes!(class)} x={x.to_string()} y={y.to_string()}>{ words.to_string() }</text> }
}

/// A line or a field of a drawing, if there is anything of it.
fn path(class: &'static str, d: String) -> Html {
    html! {
        if !d.is_empty() {
            <path {class} {d}/>
        }
    }
}

fn stands_out(line: &Line, point: Option<(Ref, usize)>) -> bool {
    line.strong.is_some() || point.is_some_and(|(at, _)| at == line.at)
}

/// A milestone: its steps, its ranges, its points, where it was reached, and its name if it stands out.
fn course(page: &Page, line: &Line, point: Option<(Ref, usize)>, labels: &[(Ref, i32)]) -> Html {
    let given = line.points.iter().filter(|point| !point.withdrawn);
    let gone = line.points.iter().filter(|point| point.withdrawn);
    let long = given.clone().filter(|point| point.range.0 - point.range.1 > 8);
    let here = point.filter(|(at, _)| *at == line.at).and_then(|(_, place)| line.points.get(place));
    let actual = line.actual.map(|(x, y)| format!("M{} {}h12v12h-12z", x - 6, y - 6));
    let hue = match line.strong {
        Some(rank) => HUES[rank % HUES.len()],
        None if stands_out(line, point) => "strong",
        None => "",
    };
    html! {
        <g class={classes!("course", hue)}>
            { path("step", steps(line)) }
            { path("range", long.map(|Point { x, range: (low, high), .. }| format!("M{x} {low}V{high}")).collect()) }
            { path("dots", given.map(|Point { x, y, .. }| format!("M{x} {y}h0")).collect()) }
            { path("gone", gone.map(|Point { x, y, .. }| format!("M{} {}l10 10m0-10l-10 10", x - 5, y - 5)).collect()) }
            { path("actual", actual.unwrap_or_default()) }
            { path("here", here.map_or(String::new(), |Point { x, y, .. }| format!("M{x} {y}h0"))) }
            if stands_out(line, point) {
                { name(page, line, labels) }
            }
        </g>
    }
}

/// The line from statement to statement, level until the next is made.
fn steps(line: &Line) -> String {
    let mut d = String::new();
    for (place, Point { x, y, .. }) in line.points.iter().enumerate() {
        d += &if place == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
    }
    d + &format!("H{}", line.end)
}

/// The name of a line: beside where it was reached, or on the right, led to from its end.
fn name(page: &Page, line: &Line, labels: &[(Ref, i32)]) -> Html {
    let name = &page.data.milestone(line.at).label;
    if let Some((x, y)) = line.actual {
        return text("", x + 12, y + 6, name);
    }
    let Some((_, y)) = labels.iter().find(|(at, _)| *at == line.at) else { return Html::default() };
    let last = line.points.last().map_or(0, |point| point.y);
    html! {
        <>
            { path("leader", format!("M{} {last}L{} {}", line.end, WIDE + 12, y - 4)) }
            { text("", WIDE + 16, *y, name) }
        </>
    }
}

/// The lines that stand out are told apart by their names, and by these.
const HUES: [&str; 5] = ["strong n1", "strong n2", "strong n3", "strong n4", "strong n5"];

/// Where the names of the lines stand that run to the right edge: beside their ends, but apart from one another.
fn labels(chart: &Chart, point: Option<(Ref, usize)>) -> Vec<(Ref, i32)> {
    let open = chart.lines.iter().filter(|line| line.actual.is_none() && stands_out(line, point));
    let mut labels: Vec<(Ref, i32)> =
        open.filter_map(|line| Some((line.at, line.points.last()?.y + 4))).collect();
    labels.sort_unstable_by_key(|(at, y)| (*y, *at));
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
        let asked = query.clone().toggled(Facet::Milestone, id.clone());
        let label = page.data.label(at).clone();
        let current = chosen.contains(id).then_some("true");
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
