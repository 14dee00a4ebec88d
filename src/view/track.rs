//! The timeline as a track: a lane for each kind, the phases of the plans behind it, and buttons to come closer.

use super::icon;
use super::page::Page;
use super::plot::{Plot, button, d, group, path, shape, text};
use crate::model::asof::{Entry, Status};
use crate::model::claim::{Content, Field};
use crate::model::find::Found;
use crate::model::item::Group;
use crate::model::order::joined;
use crate::model::state::State;
use crate::model::timeline::{Lane, Mark, SIZE, Scale, Track, extent, soft, ticks};
use crate::model::viewport::Act;
use crate::model::when::{Day, When};
use yew::prelude::*;

/// Height of the strip in which the phases are named.
const HEAD: i32 = 46;
/// Height of a row of marks.
const ROW: i32 = SIZE + 2;
/// Height of the line that names a lane.
const NAME: i32 = 17;
/// Closest distance of two years at the foot.
const APART: i32 = 76;

/// The track with its buttons; empty until the app knows how wide it may be.
pub fn track(page: &Page, found: &Found, state: &State) -> Html {
    let width = state.viewport.width;
    if width == 0 {
        return html! { <div class="track"></div> };
    }
    let words = page.text();
    let track = state.viewport.track(&page.data, found);
    let current = track.current.map(|place| &track.marks[place]);
    let told = current.map_or(words.track_hint.to_string(), |mark| told(page, found, mark));
    let plot = Plot {
        act: Act::Track,
        label: words.track,
        at: (track.current.unwrap_or(0), track.marks.len()),
        words: told.clone(),
        live: true,
    };
    html! {
        <div class="track">
            <div class="tools">
                { button(Act::Pan, -50, html! { "←" }, words.earlier, false) }
                { button(Act::Pan, 50, html! { "→" }, words.later, false) }
                { button(Act::Zoom, 1, html! { "+" }, words.closer, track.scale.closest()) }
                { button(Act::Zoom, -1, html! { "−" }, words.farther, false) }
                { button(Act::Zoom, 0, html! { words.everything }, words.everything, false) }
            </div>
            { plot.html(drawing(page, found, &track, width)) }
            <p class="readout">{ told }</p>
        </div>
    }
}

fn drawing(page: &Page, found: &Found, track: &Track, width: i32) -> Html {
    let scale = track.scale;
    let mut top = HEAD;
    let mut tops = Vec::with_capacity(track.lanes.len());
    for lane in &track.lanes {
        tops.push(top);
        top += height(lane);
    }
    let mut parts = bands(page, scale, width, top);
    parts.extend(ticks(scale, width, APART).iter().map(|tick| {
        let label = (page.text().when)(&tick.when);
        group(
            &["tick"],
            vec![path("", d("M# #V#", &[tick.x, HEAD, top])), text("", tick.x + 4, top + 15, label)],
        )
    }));
    parts.push(path("today", d("M# 0V#", &[scale.x(page.day.day), top])));
    for (lane, top) in track.lanes.iter().zip(&tops) {
        let line = path("", d("M0 #H#", &[*top, width]));
        parts.push(group(
            &["lane"],
            vec![line, text("", 0, top + 13, (page.text().kind)(lane.kind).to_string())],
        ));
    }
    let seen = |mark: &Mark| mark.end > 0 && mark.x < width;
    for (mark, place) in track.marks.iter().zip(0..).filter(|(mark, _)| seen(mark)) {
        let y = tops[mark.lane] + NAME + ROW * mark.row as i32;
        parts.push(one(page, found, mark, (scale, width), y, track.current == Some(place)));
    }
    let size = [d("#", &[width]), d("#", &[top + 22]), "true".to_string()];
    let mut svg = shape("svg", &["width", "height", "aria-hidden"], size);
    svg.add_children(parts);
    svg.into()
}

fn height(lane: &Lane) -> i32 {
    NAME + ROW * lane.rows as i32 + 4
}

/// A mark: a line with its form and name, or how many it holds.
fn one(page: &Page, found: &Found, mark: &Mark, (scale, width): (Scale, i32), y: i32, current: bool) -> Html {
    let entry = &found.entries()[mark.first];
    let kind = entry.kind(&page.data).word();
    let status = if mark.number > 1 { "several" } else { entry.statuses.main().word() };
    let mut parts = Vec::new();
    let label = if mark.number > 1 {
        parts.push(path("bar", bar(mark.x, mark.end, y)));
        mark.number.to_string()
    } else {
        parts.extend(dated(&entry.when, mark, scale, y));
        parts.push(icon::placed(entry.kind(&page.data), mark.x.max(0) + 7, y + 7));
        page.data.label(entry.at).to_string()
    };
    let (from, room) = if mark.number > 1 {
        (mark.x + 6, 4)
    } else {
        (mark.x.max(0) + SIZE, (mark.next.min(width) - mark.x.max(0) - SIZE - 6) * 5 / 38)
    };
    let words = cut(&label, room.max(0) as usize);
    if !words.is_empty() {
        parts.push(text("", from, y + 17, words));
    }
    if mark.number == 1 {
        let mut title = yew::virtual_dom::VTag::new("title");
        title.add_child(told(page, found, mark).into());
        parts.push(title.into());
    }
    let to = if mark.number > 1 { String::new() } else { page.line(entry.at) };
    let class = format!("at {kind} {status}{}", if current { " current" } else { "" });
    let values = [class, mark.first.to_string(), to];
    let mut tag = shape("g", &["class", "data-mark", "data-to"], values);
    tag.add_children(parts);
    tag.into()
}

/// A field as long as a date, faded where the date is not sharp.
fn dated(when: &When, mark: &Mark, scale: Scale, y: i32) -> Vec<Html> {
    let (x, end) = extent(when, scale);
    let (start, tail) = soft(when);
    let fade = ((end - x) / 4).min(30);
    let (inner, outer) = (x + if start { fade } else { 0 }, end - if tail { fade } else { 0 });
    let mut parts = vec![path("bar", bar(inner, outer, y))];
    if start {
        parts.push(path("bar soft", bar(x, inner, y)));
    }
    if tail {
        parts.push(path("bar soft", bar(outer, mark.end.max(end), y)));
    }
    parts
}

fn bar(x: i32, end: i32, y: i32) -> String {
    let (x, end) = (x.max(-100), end.min(100_000));
    d("M# #H#V#H#z", &[x, y + 2, end, y + SIZE - 2, x])
}

/// As much of a label as there is room for, in signs; nothing if that says too little.
fn cut(label: &str, room: usize) -> String {
    let long = label.chars().count();
    match room {
        _ if long <= room => label.to_string(),
        0..6 => String::new(),
        _ => label.chars().take(room - 1).chain(['…']).collect(),
    }
}

/// What a mark holds, in words.
fn told(page: &Page, found: &Found, mark: &Mark) -> String {
    let words = page.text();
    let entry: &Entry = &found.entries()[mark.first];
    if mark.number > 1 {
        let (from, to) = mark.days;
        return (words.several)(mark.number, &When::from_day(from), &When::from_day(to));
    }
    let statuses = joined(&mut entry.statuses.iter().map(|status: Status| (words.status)(status)), ", ");
    let when = (words.when)(&entry.when);
    format!("{when}: {} ({}, {statuses})", page.data.label(entry.at), (words.kind)(entry.kind(&page.data)))
}

/// The phases of the plans: a strip for each plan, and a ground for every other phase of the first.
fn bands(page: &Page, scale: Scale, width: i32, bottom: i32) -> Vec<Html> {
    let mut parts = Vec::new();
    let mut ended = [i32::MIN; 2];
    for phase in &page.data.phases {
        let span = phase.known(Field::Span, page.day).find_map(|claim| match claim.content {
            Content::Date(when) => Some(when),
            _ => None,
        });
        let Some(span) = span else { continue };
        let first = phase.group == Group::Treaty;
        let y = if first { 2 } else { HEAD / 2 };
        let (x, end) = edges(span, scale, &mut ended[usize::from(first)], width);
        if end <= 0 || x >= width {
            continue;
        }
        let mut band = vec![path("", d("M# #H#v18H#z", &[x, y, end, x]))];
        if first {
            band.push(path("ground", d("M# #H#V#H#z", &[x, HEAD, end, bottom, x])));
        }
        let name = cut(&phase.name, ((end.min(width) - x.max(0) - 10) / 7).max(0) as usize);
        band.push(text("", x.max(0) + 5, y + 13, name));
        parts.push(group(&["band"], band));
    }
    parts
}

/// Where a phase begins and ends. One that has only an end is drawn a little before it, after the phase before.
fn edges(span: When, scale: Scale, ended: &mut i32, width: i32) -> (i32, i32) {
    let end = scale.x(span.latest().saturating_add(1));
    let start = match span.earliest() {
        Day::MIN => (end - OPEN).max(*ended),
        day => scale.x(day),
    };
    *ended = end;
    (start.max(-9), end.min(width + 9))
}

/// How long a phase is drawn that has no beginning.
const OPEN: i32 = 130;
