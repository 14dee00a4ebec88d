//! The drawing of the slip chart: the years with the day shown, and the strip of a milestone. A strip has no size of its
//! own: what is across it is in per cent, what is up it in em, so that dots stay round.

use super::context::Page;
use super::icon;
use crate::model::label::{Anchor, Label, anchors};
use crate::model::slip::{Form, Mark, Row, Scale, WIDE};
use crate::model::when::When;
use yew::prelude::*;

/// How long a strip is at least, in thousandths of an em: on a wide page, and on a narrow one.
const LONG: i32 = 29_000;
/// See [`LONG`].
const SHORT: i32 = 18_000;

/// Every date that a milestone was given, as a picture with a sentence; `part` is the part of the page with its years.
pub fn strip(page: &Page, part: &str, row: &Row, on: Option<usize>) -> Html {
    let sentence = page.text().slip().sentence(page.data.label(row.at), row);
    let y = em(row.y(0));
    let (from, to) = row.line;
    let course = |weak: bool, from: i32, to: i32| {
        let class = weak.then_some("weak");
        html! { <line {class} x1={percent(from)} x2={percent(to)} y1={y.clone()} y2={y.clone()}/> }
    };
    html! {
        <svg class="strip" height={em(row.height)} role="img" aria-label={sentence}>
            if let Some((from, to)) = row.lead {
                { course(true, from, to) }
            }
            if from != to {
                { course(row.weak, from, to) }
            }
            for mark in row.marks.iter().filter(|mark| !mark.newest) {
                { drawn(part, row, mark) }
            }
            for mark in row.marks.iter().filter(|mark| mark.newest) {
                { drawn(part, row, mark) }
            }
            if let Some(mark) = row.marks.iter().find(|mark| Some(mark.place) == on) {
                <circle class="here" cx={percent(mark.x)} cy={em(row.y(mark.lane))} r=".45em"/>
            }
            if let Some(kind) = row.reached {
                { icon::centred(kind, percent(to), y.clone()) }
            }
            { labels(page, row) }
        </svg>
    }
}

/// The first date and the newest as a small picture without words, for beside words that say them; `now` is where the day
/// shown stands. What it has up it is the style sheet's. It is empty until the app draws it, which keeps it out of the weight
/// of the page.
pub fn brief(row: &Row, now: i32, live: bool) -> Html {
    html! {
        <svg class="strip brief" aria-hidden="true">
            if live {
                { brief_marks(row, now) }
            }
        </svg>
    }
}

fn brief_marks(row: &Row, now: i32) -> Html {
    let (from, to) = row.line;
    let weak = row.weak.then_some("weak");
    let upright = |at: i32| html! { <line class="now" x1={percent(at)} x2={percent(at)} y2="100%"/> };
    let newest = row.marks.iter().find(|mark| mark.newest);
    html! {
        <>
            { upright(now) }
            if from != to {
                <line class={weak} x1={percent(from)} x2={percent(to)} y1="50%" y2="50%"/>
                <circle class={weak} cx={percent(from)}/>
            }
            if let Some(kind) = row.reached {
                { icon::centred(kind, percent(to), "50%".to_string()) }
            } else if let Some(Mark { form: Form::Range, extent: (from, to), .. }) = newest {
                <rect x={percent(*from)} width={percent(to - from)}/>
            } else {
                <circle class={classes!("newest", weak)} cx={percent(to)}/>
            }
        </>
    }
}

/// The classes of marks by how new the statement is.
pub const AGES: [&str; 5] = ["a0", "a1", "a2", "a3", "a4"];

fn drawn(part: &str, row: &Row, mark: &Mark) -> Html {
    let weak = mark.weak.then_some("weak");
    let class = classes!(AGES[mark.age], weak, mark.newest.then_some("newest"));
    let y = row.y(mark.lane);
    let field = |class: Classes, half: i32, inset: i32, fade: Option<String>| {
        let (from, to) = (mark.extent.0 + inset, mark.extent.1 - inset);
        let rx = fade.is_none().then_some(".15em");
        html! {
            <rect {class} x={percent(from)} width={percent(to - from)} y={em(y - half)} height={em(2 * half)} {rx} mask={fade}/>
        }
    };
    let fade = match mark.form {
        Form::Range if mark.weak => return field(class, 15, 6, None),
        Form::Range => return field(class, if mark.newest { 20 } else { 15 }, 0, Some(mask(part, "both"))),
        Form::Sharp => None,
        _ if mark.weak => None,
        Form::Until => Some(mask(part, "until")),
        Form::From => Some(mask(part, "from")),
        Form::About => Some(mask(part, "both")),
    };
    let radius = match (mark.newest, mark.weak) {
        (true, _) => ".31em",
        (false, true) => ".19em",
        (false, false) => ".225em",
    };
    html! {
        <>
            if fade.is_some() {
                { field(classes!(AGES[mark.age]), 10, 0, fade.clone()) }
            }
            <circle {class} cx={percent(mark.x)} cy={em(y)} r={radius}/>
        </>
    }
}

/// How wide a sign is at most, in thousandths of an em of the text around: of the first label, and of the last, which is
/// larger and bold.
const FIRST: i32 = 430;
/// See [`FIRST`].
const LAST: i32 = 490;

/// The most that a text is wide whose signs are at most so wide.
pub fn width(text: &str, sign: i32) -> i32 {
    text.chars().map(|of| if of < '\u{2e80}' { sign } else { 2 * sign }).sum()
}

/// The first date and the newest below the line; the first only where there is room for both.
fn labels(page: &Page, row: &Row) -> Html {
    let words = page.text().slip();
    let ((first, start), (last, end)) = (&row.first, &row.last);
    let first_words = (first != last).then(|| words.date(first));
    let last_words = row.reached.map_or_else(|| words.date(last), |kind| words.reached(kind, last));
    let one = first_words.as_ref().map(|text| Label { x: *start, width: width(text, FIRST) });
    let other = Label { x: *end, width: width(&last_words, LAST) };
    let [long, short] = [LONG, SHORT].map(|strip| anchors(one, other, strip));
    let text = |class: &str, sides: String, x: i32, words: String| {
        html! { <text class={format!("{class} {sides}")} x={percent(x)} y="100%" dy="-.3em">{ words }</text> }
    };
    html! {
        <>
            if let (Some(words), Some(anchor)) = (first_words, long.0) {
                { text("first", sides(anchor, short.0), *start, words) }
            }
            { text("last", sides(long.1, Some(short.1)), *end, last_words) }
        </>
    }
}

/// The classes of a label by how it stands in a long strip, and in a short one.
fn sides(long: Anchor, short: Option<Anchor>) -> String {
    let name = |anchor: Anchor| match anchor {
        Anchor::Middle => "mid",
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    match short {
        None => format!("{} n-none", name(long)),
        Some(short) if short == long => name(long).to_string(),
        Some(short) => format!("{} n-{}", name(long), name(short)),
    }
}

/// The years, and the day on which the record is shown.
pub fn grid(page: &Page, part: &'static str, scale: &Scale) -> Html {
    let words = page.text().slip();
    let told = if page.day.is_cutoff { words.checked } else { words.stood };
    let day = words.day(&When::from_day(page.day.day));
    let now = scale.x(page.day.day);
    let side = |strip: i32, told: i32| {
        if now * (strip / 1000) >= told || now * 2 > WIDE { Anchor::End } else { Anchor::Start }
    };
    let long = side(LONG, width(told, FIRST) + width(&day, FIRST));
    let short = side(SHORT, width(&day, FIRST));
    let ahead = long == Anchor::End
        && short == Anchor::End
        && (WIDE - now) * (SHORT / 1000) > width(words.ahead, FIRST);
    html! {
        <svg class="slip-grid" aria-hidden="true">
            { fades(part) }
            <rect class="past" y="2.2em" width={percent(now)} height="100%"/>
            for tick in scale.ticks() {
                <line x1={percent(tick.x)} x2={percent(tick.x)} y1="2.2em" y2="100%"/>
                <text x={percent(tick.x)} y="2.4em">{ page.text().year(tick.year) }</text>
            }
            <line class="now" x1={percent(now)} x2={percent(now)} y2="100%"/>
            <text class={format!("told {}", sides(long, Some(short)))} x={percent(now)} y="1em">
                <tspan class="n-none">{ told }{ " " }</tspan>{ day }
            </text>
            if ahead {
                <text class="start" x={percent(now)} y="1em">{ words.ahead }</text>
            }
        </svg>
    }
}

/// A mask of a part of the page, as what it covers names it.
pub fn mask(part: &str, name: &str) -> String {
    format!("url(#{part}-{name})")
}

/// How the ends fade that are not sharp. No two parts of a page have the same ids.
pub fn fades(part: &str) -> Html {
    let stop = |offset: &'static str, opacity: Option<&'static str>| html! { <stop {offset} stop-color="#fff" stop-opacity={opacity}/> };
    let fade = |name: &str, stops: Html| {
        let gradient = format!("{part}-g-{name}");
        let fill = format!("url(#{gradient})");
        html! {
            <>
                <linearGradient id={gradient}>{ stops }</linearGradient>
                <mask id={format!("{part}-{name}")} maskContentUnits="objectBoundingBox"><rect width="1" height="1" {fill}/></mask>
            </>
        }
    };
    html! {
        <defs>
            { fade("both", html! { <>{ stop("0", Some("0")) }{ stop(".3", None) }{ stop(".7", None) }{ stop("1", Some("0")) }</> }) }
            { fade("until", html! { <>{ stop("0", Some("0")) }{ stop("1", Some(".7")) }</> }) }
            { fade("from", html! { <>{ stop("0", Some(".7")) }{ stop("1", Some("0")) }</> }) }
        </defs>
    }
}

/// Per mille as per cent.
pub fn percent(of: i32) -> String {
    format!("{}%", decimal(of, 10))
}

/// Hundredths of an em.
fn em(of: i32) -> String {
    format!("{}em", decimal(of, 100))
}

/// A number of parts of a whole that is a power of ten, as short as it can be written.
fn decimal(of: i32, whole: i32) -> String {
    let (sign, of) = (if of < 0 { "-" } else { "" }, of.abs());
    let (number, rest) = (of / whole, of % whole);
    let rest = format!("{:0width$}", rest, width = if whole == 10 { 1 } else { 2 });
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{number}"),
        rest => format!("{sign}{number}.{rest}"),
    }
}
