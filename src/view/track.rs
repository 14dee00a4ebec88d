//! The timeline as a track: a lane for each kind, the phases of the plans behind it, and buttons to come closer.

use super::context::Page;
use super::icon;
use super::listen::{use_wheel, use_width};
use super::plot::{Plot, button, held, nav_key};
use crate::model::claim::{Content, Field};
use crate::model::entry::Entry;
use crate::model::find::Found;
use crate::model::item::{Group, Item};
use crate::model::state::{Msg, Spot, State};
use crate::model::timeline::{Lane, Mark, SIZE, Scale, Track, extent, soft, ticks};
use crate::model::viewport::{Command, Zoom};
use crate::model::when::{Day, When};
use std::rc::Rc;
use yew::prelude::*;

/// Height of the strip in which the phases are named.
const HEAD: i32 = 46;
/// Height of a row of marks.
const ROW: i32 = SIZE + 2;
/// Height of the line that names a lane.
const NAME: i32 = 17;
/// Closest distance of two years at the foot.
const APART: i32 = 76;

#[derive(PartialEq, Properties)]
pub struct TimelineTrackProps {
    /// What is found.
    pub found: Rc<Found>,
    /// The state, of which the track shows its scale and where the reader stands.
    pub state: State,
    /// The record as it is shown.
    pub page: Page,
}

/// The track with its buttons; empty until the app knows how wide it may be.
#[component]
pub fn TimelineTrack(TimelineTrackProps { found, state, page }: &TimelineTrackProps) -> Html {
    let (frame, plot) = (use_node_ref(), use_node_ref());
    use_width(&frame, page.dispatch.reform(|width| Msg::Look(Command::Width(width))));
    // The wheel comes closer only with a key that is held: a pinch says so too, but holds none, and stays the
    // browser's.
    let holds = use_state_eq(|| false);
    use_wheel(&plot, *holds, wheel(page));
    let width = state.viewport.width;
    if width == 0 {
        return html! { <div class="track" ref={frame}></div> };
    }
    let words = page.text();
    let track = state.viewport.track(&page.data, found);
    let current = track.current.map(|place| &track.marks[place]);
    let told = current.map_or(words.track_hint.to_string(), |mark| told(page, found, mark));
    let note = {
        let holds = holds.clone();
        move |event: &KeyboardEvent| holds.set(event.ctrl_key() || event.meta_key())
    };
    let pressed = current.map(|mark| press(page, found, mark));
    let tool = |command, words: Html, label, disabled| button(page, command, words, label, disabled);
    let plot = Plot {
        label: words.track,
        plot: "track",
        at: (track.current.unwrap_or(0), track.marks.len()),
        words: told.clone(),
        live: true,
        onkeydown: keys(page, note.clone(), pressed),
        onkeyup: Callback::from(move |event: KeyboardEvent| note(&event)),
        onfocusout: Callback::from(move |_| holds.set(false)),
        node: plot,
    };
    html! {
        <div class="track" ref={frame}>
            <div class="tools">
                { tool(Command::Pan(-50), html! { "←" }, words.earlier, false) }
                { tool(Command::Pan(50), html! { "→" }, words.later, false) }
                { tool(Command::Zoom(Zoom::Closer(None)), html! { "+" }, words.closer, track.scale.closest()) }
                { tool(Command::Zoom(Zoom::Farther(None)), html! { "−" }, words.farther, false) }
                { tool(Command::Zoom(Zoom::Everything), html! { words.everything }, words.everything, false) }
            </div>
            { plot.html(drawing(page, found, &track, width)) }
            <p class="readout">{ told }</p>
        </div>
    }
}

/// What a key does in the track: it moves to another mark, comes closer, or presses the mark the reader stands on.
fn keys(
    page: &Page,
    note: impl Fn(&KeyboardEvent) + 'static,
    pressed: Option<Callback<()>>,
) -> Callback<KeyboardEvent> {
    let dispatch = page.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        note(&event);
        if held(&event) {
            return;
        }
        let zoom = match &*event.key() {
            "+" | "=" => Some(Zoom::Closer(None)),
            "-" => Some(Zoom::Farther(None)),
            _ => None,
        };
        let command = nav_key(&event).map(Command::Track).or(zoom.map(Command::Zoom));
        match (command, &pressed) {
            (Some(command), _) => dispatch.emit(Msg::Look(command)),
            (None, Some(pressed)) if event.key() == "Enter" => pressed.emit(()),
            _ => return,
        }
        event.prevent_default();
    })
}

/// The wheel over the track comes closer to the day below it, or goes farther.
fn wheel(page: &Page) -> Callback<(bool, i32)> {
    page.dispatch.reform(|(closer, x)| {
        let zoom = if closer { Zoom::Closer(Some(x)) } else { Zoom::Farther(Some(x)) };
        Msg::Look(Command::Zoom(zoom))
    })
}

/// Stands on a mark; one that holds several comes closer, and one that is a line opens it in the list.
fn press(page: &Page, found: &Found, mark: &Mark) -> Callback<()> {
    let (dispatch, reveal, place) = (page.dispatch.clone(), page.reveal.clone(), mark.first);
    let at = found.entries()[place].at;
    let line = (mark.number == 1).then(|| AttrValue::from(page.line(at)));
    Callback::from(move |()| {
        dispatch.emit(Msg::Look(Command::Mark(place)));
        if let Some(line) = &line {
            dispatch.emit(Msg::Open(at, Spot::Line));
            reveal.emit(line.clone());
        }
    })
}

fn drawing(page: &Page, found: &Found, track: &Track, width: i32) -> Html {
    let scale = track.scale;
    let mut bottom = HEAD;
    let mut tops = Vec::with_capacity(track.lanes.len());
    for lane in &track.lanes {
        tops.push(bottom);
        bottom += height(lane);
    }
    let seen = |mark: &Mark| mark.end > 0 && mark.x < width;
    let y = |mark: &Mark| tops[mark.lane] + NAME + ROW * mark.row as i32;
    html! {
        <svg width={width.to_string()} height={(bottom + 22).to_string()} aria-hidden="true">
            { bands(page, scale, width, bottom) }
            for tick in ticks(scale, width, APART) {
                <g class="tick">
                    <path d={format!("M{} {HEAD}V{bottom}", tick.x)}/>
                    { text(tick.x + 4, bottom + 15, (page.text().when)(&tick.when)) }
                </g>
            }
            <path class="today" d={format!("M{} 0V{bottom}", scale.x(page.day.day))}/>
            for (lane, top) in track.lanes.iter().zip(&tops) {
                <g class="lane">
                    <path d={format!("M0 {top}H{width}")}/>
                    { text(0, top + 13, (page.text().kind)(lane.kind)) }
                </g>
            }
            for (mark, place) in track.marks.iter().zip(0..).filter(|(mark, _)| seen(mark)) {
                { one(page, found, mark, (scale, width), y(mark), track.current == Some(place)) }
            }
        </svg>
    }
}

fn text(x: i32, y: i32, words: impl ToString) -> Html {
    html! { <text x={x.to_string()} y={y.to_string()}>{ words.to_string() }</text> }
}

fn height(lane: &Lane) -> i32 {
    NAME + ROW * lane.rows as i32 + 4
}

/// A mark: a line with its form and name, or how many it holds.
fn one(page: &Page, found: &Found, mark: &Mark, (scale, width): (Scale, i32), y: i32, current: bool) -> Html {
    let entry = &found.entries()[mark.first];
    let several = mark.number > 1;
    let status = if several { "several" } else { entry.statuses.main().word() };
    let class = classes!("at", entry.kind(&page.data).word(), status, current.then_some("current"));
    let left = mark.x.max(0);
    let (label, from, room) = if several {
        (mark.number.to_string(), mark.x + 6, 4)
    } else {
        let room = (mark.next.min(width) - left - SIZE - 6) * 5 / 38;
        (page.data.label(entry.at).to_string(), left + SIZE, room)
    };
    let words = cut(&label, room.max(0) as usize);
    html! {
        <g {class} data-mark={mark.first.to_string()} onclick={press(page, found, mark).reform(|_| ())}>
            if several {
                <path class="bar" d={bar(mark.x, mark.end, y)}/>
            } else {
                { dated(&entry.when, mark, scale, y) }
                { icon::placed(entry.kind(&page.data), left + 7, y + 7) }
            }
            if !words.is_empty() {
                { text(from, y + 17, words) }
            }
            if !several {
                <title>{ told(page, found, mark) }</title>
            }
        </g>
    }
}

/// A field as long as a date, faded where the date is not sharp.
fn dated(when: &When, mark: &Mark, scale: Scale, y: i32) -> Html {
    let (x, end) = extent(when, scale);
    let (start, tail) = soft(when);
    let fade = ((end - x) / 4).min(30);
    let (inner, outer) = (x + if start { fade } else { 0 }, end - if tail { fade } else { 0 });
    html! {
        <>
            <path class="bar" d={bar(inner, outer, y)}/>
            if start {
                <path class="bar soft" d={bar(x, inner, y)}/>
            }
            if tail {
                <path class="bar soft" d={bar(outer, mark.end.max(end), y)}/>
            }
        </>
    }
}

fn bar(x: i32, end: i32, y: i32) -> String {
    let (x, end) = (x.max(-100), end.min(100_000));
    format!("M{x} {}H{end}V{}H{x}z", y + 2, y + SIZE - 2)
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
    let statuses = entry.statuses.iter().map(words.status).collect::<Vec<_>>().join(", ");
    let when = (words.when)(&entry.when);
    format!("{when}: {} ({}, {statuses})", page.data.label(entry.at), (words.kind)(entry.kind(&page.data)))
}

/// The phases of the plans: a strip for each plan, and a ground for every other phase of the first.
fn bands(page: &Page, scale: Scale, width: i32, bottom: i32) -> Html {
    let mut ended = [i32::MIN; 2];
    let band = |phase: &Item| {
        let span = phase.known(Field::Span, page.day).find_map(|claim| match claim.content {
            Content::Date(when) => Some(when),
            _ => None,
        })?;
        let first = phase.group == Group::Treaty;
        let y = if first { 2 } else { HEAD / 2 };
        let (x, end) = edges(span, scale, &mut ended[usize::from(first)], width);
        if end <= 0 || x >= width {
            return None;
        }
        let name = cut(&phase.name, ((end.min(width) - x.max(0) - 10) / 7).max(0) as usize);
        Some(html! {
            <g class="band">
                <path d={format!("M{x} {y}H{end}v18H{x}z")}/>
                if first {
                    <path class="ground" d={format!("M{x} {HEAD}H{end}V{bottom}H{x}z")}/>
                }
                { text(x.max(0) + 5, y + 13, name) }
            </g>
        })
    };
    page.data.phases.iter().filter_map(band).collect()
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
