//! The timeline as a track: a lane for each kind, with a brick for each line or the lines by their names; an overview of
//! all years above it, and buttons to come closer. It is laid out in sixteenths of the reader's size of words and drawn
//! that large, so that all of it grows with the words.

use super::context::Page;
use super::icon;
use super::intact::use_intact;
use super::listen::{use_wheel, use_width};
use super::overview::{Hold, overview};
use super::plot::{Plot, button, held, nav_key};
use super::timeline::statuses;
use crate::model::entry::Entry;
use crate::model::month::period;
use crate::model::overview::Window;
use crate::model::query_result::QueryResult;
use crate::model::state::{Msg, Spot, State};
use crate::model::timeline::{Lane, Mark, SIZE, Scale, Track, extent, soft, ticks};
use crate::model::viewport::{Command, Viewport, Zoom};
use crate::model::when::When;
use std::rc::Rc;
use yew::prelude::*;

/// Height of a brick with the gap above it; the sheet says how much of it is gap.
const BRICK: i32 = 4;
/// What stays free above the first lane, and below the last one for the years.
const HEAD: i32 = 2;
/// See [`HEAD`].
const FOOT: i32 = 22;
/// A column is numbered if it is the highest of its lane and higher than this.
const NUMBERED: usize = 4;
/// No column is numbered where the name of its lane stands, which is not as long as this.
const NAMED: i32 = 130;
/// As many columns of a lane at most say each what it holds under the pointer: in a long record all their words would be
/// too much for a page.
const TOLD: usize = 100;
/// How wide a track is taken to be until that is known.
const USUAL: i32 = 640;
/// Height of a row of marks.
const ROW: i32 = SIZE + 2;
/// Height of the line that names a lane.
const NAME: i32 = 17;
/// Closest distance of two years at the foot.
const APART: i32 = 76;

#[derive(PartialEq, Properties)]
pub struct TimelineTrackProps {
    /// What is found.
    pub found: Rc<QueryResult>,
    /// The state, of which the track shows its scale and where the reader stands.
    pub state: State,
    /// The record as it is shown.
    pub page: Page,
}

/// The track with its buttons; as high a gap until the app knows how wide it may be.
#[component]
pub fn TimelineTrack(TimelineTrackProps { found, state, page }: &TimelineTrackProps) -> Html {
    use_intact();
    let (frame, plot) = (use_node_ref(), use_node_ref());
    use_width(&frame, page.dispatch.reform(|width| Msg::Look(Command::Width(width))));
    // The wheel comes closer only with a key that is held: a pinch says so too, but holds none, and stays the
    // browser's.
    let holds = use_state_eq(|| false);
    let width = state.viewport.width;
    use_wheel(&plot, *holds, wheel(page, width));
    let hold: Hold = use_mut_ref(|| None);
    if width == 0 {
        let usual = Viewport { width: USUAL, ..state.viewport.clone() };
        let (_, height) = tops(&usual.track(&page.data, found));
        return html! { <div class="track" ref={frame}><svg height={format!("{}em", height + FOOT)}/></div> };
    }
    let words = page.text();
    let track = state.viewport.track(&page.data, found);
    let current = track.current.map(|place| &track.marks[place]);
    let told = current.map_or(words.track_hint.to_string(), |mark| told(page, found, &track, mark));
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
                { shown(page, &track, width) }
                { tool(Command::Pan(-50), html! { "←" }, words.earlier, false) }
                { tool(Command::Pan(50), html! { "→" }, words.later, false) }
                { tool(Command::Zoom(Zoom::Closer(None)), html! { "+" }, words.closer, track.scale.closest()) }
                { tool(Command::Zoom(Zoom::Farther(None)), html! { "−" }, words.farther, false) }
                { tool(Command::Zoom(Zoom::Everything), html! { words.everything }, words.everything, false) }
            </div>
            { overview(page, found, (track.scale, width), &hold) }
            { plot.html(drawing(page, found, &track, width)) }
            <p class="readout">{ told }</p>
        </div>
    }
}

/// From when to when the track shows, and what a brick says.
fn shown(page: &Page, track: &Track, width: i32) -> Html {
    let words = page.text();
    let window = Window::new(track.scale, width);
    let day = |x: i32| When::from_day(track.scale.day(x));
    let (from, to) = match (track.step, window.step) {
        (None, 1) => (day(0), day(width - 1)),
        _ => period(window.from, window.to, window.step),
    };
    html! {
        <p>
            { words.years_shown }{ words.joints().space }<b>{ words.between(&from, &to) }</b>{ " " }
            if track.step.is_some() {
                <small>{ words.bricks(track.unit) }</small>
            }
        </p>
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
fn wheel(page: &Page, width: i32) -> Callback<(bool, i32)> {
    page.dispatch.reform(move |(closer, x)| {
        let x = x * width / 1000;
        let zoom = if closer { Zoom::Closer(Some(x)) } else { Zoom::Farther(Some(x)) };
        Msg::Look(Command::Zoom(zoom))
    })
}

/// Stands on a mark; one that holds several comes closer, and one that is a line opens it in the list.
fn press(page: &Page, found: &QueryResult, mark: &Mark) -> Callback<()> {
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

/// Where each lane begins, and where the last one ends.
fn tops(track: &Track) -> (Vec<i32>, i32) {
    let mut bottom = HEAD;
    let mut tops = Vec::with_capacity(track.lanes.len());
    for lane in &track.lanes {
        tops.push(bottom);
        bottom += height(track, lane);
    }
    (tops, bottom)
}

fn height(track: &Track, lane: &Lane) -> i32 {
    match track.step {
        Some(_) => NAME + BRICK * lane.bricks as i32 + 4,
        None => NAME + ROW * lane.rows as i32 + 4,
    }
}

fn drawing(page: &Page, found: &QueryResult, track: &Track, width: i32) -> Html {
    let scale = track.scale;
    let (tops, bottom) = tops(track);
    let today = scale.x(page.day.day);
    html! {
        <svg viewBox={format!("0 0 {width} {}", bottom + FOOT)} aria-hidden="true">
            <path class="gone" d={format!("M0 {HEAD}H{}V{bottom}H0z", today.clamp(0, width))}/>
            for tick in ticks(scale, width, APART) {
                <g class="tick">
                    <path d={format!("M{} {HEAD}V{bottom}", tick.x)}/>
                    { text(tick.x + 4, bottom + 15, page.text().when(&tick.when)) }
                </g>
            }
            <path class="today" d={format!("M{today} 0V{bottom}")}/>
            for (place, top) in tops.into_iter().enumerate() {
                { lane(page, found, track, place, (width, top)) }
            }
        </svg>
    }
}

/// A lane: its name, and what of it shows.
fn lane(page: &Page, found: &QueryResult, track: &Track, place: usize, (width, top): (i32, i32)) -> Html {
    let lane = &track.lanes[place];
    let bottom = top + height(track, lane);
    let marks = track.marks.iter().enumerate();
    let seen = marks.filter(|(_, mark)| mark.lane == place && mark.end > 0 && mark.x < width);
    let current = |at: usize| track.current == Some(at);
    let few = seen.clone().count() <= TOLD;
    html! {
        <g class={classes!("lane", lane.kind.word())}>
            <path class="foot" d={format!("M0 {bottom}H{width}")}/>
            if track.step.is_some() {
                { bricks(track, seen.clone().map(|(_, mark)| mark), bottom - 3) }
                for (at, mark) in seen.clone() {
                    { column(page, found, mark, (top, bottom), current(at), few.then(|| told(page, found, track, mark))) }
                }
            } else {
                for (at, mark) in seen {
                    { one(page, found, track, mark, width, top + NAME + ROW * mark.row as i32, current(at)) }
                }
            }
            { icon::placed(lane.kind, 1, top + 4) }
            <text x="15" y={(top + 13).to_string()}>
                { page.text().kind(lane.kind) }{ " " }<tspan>{ lane.number }</tspan>
            </text>
        </g>
    }
}

/// The bricks of a lane: one path for what has happened and one for what has not, each dashed into bricks; and the
/// number of the highest column.
fn bricks<'a>(track: &Track, seen: impl Iterator<Item = &'a Mark> + Clone, foot: i32) -> Html {
    let middle = |mark: &Mark| (mark.x + mark.end) / 2;
    let (mut happened, mut promised) = (String::new(), String::new());
    let mut wide = 16;
    for mark in seen.clone() {
        let (under, over) = track.bricks(mark);
        let (under, over, x) = (BRICK * under as i32, BRICK * over as i32, middle(mark));
        if under > 0 {
            happened += &format!("M{x} {foot}v-{under}");
        }
        if over > 0 {
            promised += &format!("M{x} {}v-{over}", foot - under);
        }
        wide = wide.min((mark.end - mark.x) * 5 / 8).max(2);
    }
    let high = |mark: &Mark| track.bricks(mark).0 + track.bricks(mark).1;
    let peak = seen.filter(|mark| high(mark) > NUMBERED).max_by_key(|mark| mark.number);
    let peak = peak.filter(|mark| middle(mark) > NAMED);
    html! {
        <>
            <path class="bricks" stroke-width={wide.to_string()} d={happened}/>
            <path class="bricks thin" stroke-width={wide.to_string()} d={promised}/>
            if let Some(mark) = peak {
                <text class="peak" x={middle(mark).to_string()} y={(foot - BRICK * high(mark) as i32 - 3).to_string()}>
                    { mark.number }
                </text>
            }
        </>
    }
}

/// The cell of a column, which is pressed and says what it holds.
fn column(
    page: &Page,
    found: &QueryResult,
    mark: &Mark,
    (top, bottom): (i32, i32),
    current: bool,
    told: Option<String>,
) -> Html {
    let class = classes!("at", "cell", (mark.number > 1).then_some("several"), current.then_some("current"));
    html! {
        <path
            {class}
            data-mark={mark.first.to_string()}
            d={format!("M{} {}H{}V{bottom}H{}z", mark.x, top + 1, mark.end, mark.x)}
            onclick={press(page, found, mark).reform(|_| ())}
        >
            if let Some(told) = told {
                <title>{ told }</title>
            }
        </path>
    }
}

fn text(x: i32, y: i32, words: impl ToString) -> Html {
    html! { <text x={x.to_string()} y={y.to_string()}>{ words.to_string() }</text> }
}

/// A mark: a line with its form and name, or how many it holds.
fn one(
    page: &Page,
    found: &QueryResult,
    track: &Track,
    mark: &Mark,
    width: i32,
    y: i32,
    current: bool,
) -> Html {
    let entry = &found.entries()[mark.first];
    let several = mark.number > 1;
    let status = if several { "several" } else { entry.statuses.main().word() };
    let class = classes!("at", status, current.then_some("current"));
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
                { dated(&entry.when, mark, track.scale, y) }
                { icon::placed(entry.kind(&page.data), left + 7, y + 7) }
            }
            if !words.is_empty() {
                { text(from, y + 17, words) }
            }
            if !several {
                <title>{ told(page, found, track, mark) }</title>
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
fn told(page: &Page, found: &QueryResult, track: &Track, mark: &Mark) -> String {
    let words = page.text();
    let entry: &Entry = &found.entries()[mark.first];
    let kind = words.kind(entry.kind(&page.data));
    if mark.number > 1 {
        let (from, to) = track.period(mark);
        return words.marks_of(&words.between(&from, &to), &words.column(mark.number, mark.promised), kind);
    }
    words.mark_of(&entry.when, page.data.label(entry.at), kind, &statuses(page, entry))
}
