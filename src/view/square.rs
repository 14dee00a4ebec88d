//! The drawing of the step chart: a square without a size of its own, so that dots stay round. Where each label has room
//! is reckoned for a narrow page and for a wide one.

use super::context::Page;
use super::icon;
use super::strip::{AGES, percent, width};
use crate::model::corner::{Corner, Corners};
use crate::model::step::{Chart, Line, Named, Point, Reading, SIDE};
use crate::model::when::When;
use yew::prelude::*;

/// How long a side is at least, in thousandths of an em: on a page of 40em and more, and on a narrower one.
const LONG: i32 = 22_000;
/// See [`LONG`].
const SHORT: i32 = 14_000;

/// The chart with its two titles; `told` is a sentence where it stands as a picture of its own, and a reader who can
/// press it has its square and is heard.
pub fn square(
    page: &Page,
    chart: &Chart,
    on: Option<usize>,
    told: Option<String>,
    pressed: Option<(NodeRef, Callback<MouseEvent>)>,
) -> Html {
    let words = page.text().step();
    let (class, up) = match chart.reading {
        Reading::Promised => ("step-picture promised", words.up),
        Reading::Moved => ("step-picture moved", words.up_moved),
    };
    let role = if told.is_some() { "img" } else { "presentation" };
    let (node, onclick) = pressed.unzip();
    html! {
        <div {class}>
            <p aria-hidden="true">{ up }</p>
            <svg ref={node.unwrap_or_default()} class="square" {role} aria-label={told} {onclick}>{ drawing(page, chart, on) }</svg>
            <p aria-hidden="true">{ words.across }</p>
        </div>
    }
}

fn drawing(page: &Page, chart: &Chart, on: Option<usize>) -> Html {
    let year = |years: i32| match chart.reading {
        Reading::Promised => page.text().year(years),
        Reading::Moved => signed(years),
    };
    html! {
        <>
            for tick in chart.across.iter() {
                { line("", ((tick.x, 0), (tick.x, SIDE))) }
                <text class="across" x={percent(tick.x)} y="100%">{ page.text().year(tick.year) }</text>
            }
            for tick in chart.up.iter() {
                { line("", ((0, SIDE - tick.x), (SIDE, SIDE - tick.x))) }
                <text class="up" y={percent(SIDE - tick.x)}>{ year(tick.year) }</text>
            }
            { line("diagonal", chart.diagonal) }
            { line("now", ((chart.now, 0), (chart.now, SIDE))) }
            if let Some((lead, _)) = chart.lead {
                { line("lead", lead) }
            }
            for part in chart.course.iter() {
                { line("course", *part) }
            }
            if let Some(ahead) = chart.ahead {
                { line("course ahead", ahead) }
            }
            for point in chart.points.iter() {
                { dot(point) }
            }
            if let Some((kind, (x, y))) = chart.reached {
                { icon::centred(kind, percent(x), percent(y)) }
            }
            if let Some(point) = on.and_then(|place| chart.points.get(place)) {
                <circle class="here" cx={percent(point.at.0)} cy={percent(point.at.1)} r=".5em"/>
            }
            { labels(page, chart) }
        </>
    }
}

fn signed(years: i32) -> String {
    match years {
        ..0 => format!("−{}", -years),
        0 => "0".to_string(),
        1.. => format!("+{years}"),
    }
}

fn line(class: &'static str, ((x1, y1), (x2, y2)): Line) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <line {class} x1={percent(x1)} y1={percent(y1)} x2={percent(x2)} y2={percent(y2)}/> }
}

/// A statement: its dot and what it leaves open, or a cross where it takes a date back.
fn dot(point: &Point) -> Html {
    let (x, y) = point.at;
    let class = classes!(AGES[point.age], point.weak.then_some("weak"), point.newest.then_some("newest"));
    if point.withdrawn {
        return html! { <text {class} x={percent(x)} y={percent(y)}>{ "×" }</text> };
    }
    let range = point.extent.filter(|_| !point.weak);
    let radius = match (point.newest, point.weak) {
        (true, _) => ".36em",
        (false, true) => ".21em",
        (false, false) => ".26em",
    };
    html! {
        <>
            if let Some((high, low)) = range {
                <line class={classes!(AGES[point.age], "range")} x1={percent(x)} x2={percent(x)} y1={percent(high)} y2={percent(low)}/>
            }
            <circle {class} cx={percent(x)} cy={percent(y)} r={radius}/>
        </>
    }
}

/// How wide a sign is at most, in thousandths of an em of the text around: of a date, which is bold, and of the rest.
const DATE: i32 = 490;
/// See [`DATE`].
const REST: i32 = 430;

/// Of a page this wide where a label stands, and whether with all of its words.
type Place = Option<(Corner, usize)>;

/// How a label is given its place.
type Placing = fn(&mut Corners, (i32, i32), &[i32], &[Corner]) -> Place;

/// What is named in the drawing: each only where there is room for it, but the newest date always.
fn labels(page: &Page, chart: &Chart) -> Html {
    let mut wide = Corners::new(LONG, chart.points.iter().map(|point| point.at));
    let mut narrow = Corners::new(SHORT, chart.points.iter().map(|point| point.at));
    let mut both = |at: (i32, i32), widths: &[i32], corners: &[Corner], place: Placing| -> [Place; 2] {
        let least = &widths[widths.len() - 1..]; // a narrow page has no room for more
        [place(&mut wide, at, widths, corners), place(&mut narrow, at, least, corners)]
    };
    let named: Vec<(&Named, [Place; 2])> = chart
        .named
        .iter()
        .map(|named| {
            let (date, who) = words(page, chart, named);
            let date = width(&date, DATE);
            let point = &chart.points[named.place];
            let place = if point.newest { Corners::settle } else { Corners::place };
            (named, both(point.at, &[date + 300 + width(&who, REST), date], &named.corners, place))
        })
        .collect();
    let mut text = |at: (i32, i32), words: String, corners: &[Corner]| {
        let places = both(at, &[width(&words, REST)], corners, Corners::place);
        label("", at, places, html! { <>{ words }</> })
    };
    let words_of = page.text().step();
    let ((x1, y1), (x2, y2)) = chart.diagonal;
    let part = |mille: i32| (x1 + (x2 - x1) * mille / 1000, y1 + (y2 - y1) * mille / 1000);
    let now = page.text().slip().day(&When::from_day(page.day.day));
    html! {
        <>
            { text((chart.now, SIDE), now, &[Corner::AboveLeft, Corner::AboveRight]) }
            if let Some((((x, top), (_, foot)), years)) = chart.lead {
                { text((x, (top + foot) / 2), words_of.lead(years), &[Corner::BelowRight]) }
            }
            { text(part(650), words_of.diagonal.to_string(), &[Corner::BelowRight]) }
            for (named, places) in named {
                { naming(page, chart, named, places) }
            }
        </>
    }
}

/// The date, and who gave it when.
fn words(page: &Page, chart: &Chart, named: &Named) -> (String, String) {
    let promise = &page.data.milestone(chart.at).promises[named.place];
    (page.text().slip().date(&named.date), page.text().step().speaker(&promise.who, promise.stated.year()))
}

fn naming(page: &Page, chart: &Chart, named: &Named, places: [Place; 2]) -> Html {
    let (date, who) = words(page, chart, named);
    let point = &chart.points[named.place];
    let shown = html! {
        <>
            { date }
            if matches!(places[0], Some((_, 0))) {
                { " " }<tspan class="who">{ who }</tspan>
            }
        </>
    };
    label(if point.newest { "date newest" } else { "date" }, point.at, places, shown)
}

fn label(class: &'static str, (x, y): (i32, i32), [wide, narrow]: [Place; 2], words: Html) -> Html {
    let name = |place: Place| match place {
        None => "none",
        Some((Corner::AboveLeft, _)) => "al",
        Some((Corner::AboveRight, _)) => "ar",
        Some((Corner::BelowLeft, _)) => "bl",
        Some((Corner::BelowRight, _)) => "br",
    };
    let class = format!("{class} w-{} n-{}", name(wide), name(narrow));
    html! {
        if wide.is_some() || narrow.is_some() {
            <text {class} x={percent(x)} y={percent(y)}>{ words }</text>
        }
    }
}
