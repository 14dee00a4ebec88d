//! The overview above the track: columns by year, and over them the window of what the track shows. It is moved as a
//! whole, or by its two handles, which are the browser's own, so that a finger or a key moves them as well.

use super::context::Page;
use super::strip::percent;
use crate::model::month::{month_day, period};
use crate::model::overview::{Overview, Window};
use crate::model::query_result::QueryResult;
use crate::model::state::Msg;
use crate::model::timeline::Scale;
use crate::model::viewport::Command;
use crate::model::when::Day;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Where the columns stand, and so how high the highest may be.
const FOOT: usize = 30;
/// How high a column is, where each entry is a pixel.
const HIGH: usize = 26;

/// Where the pointer took hold of the window, and on which day the window then began.
pub type Hold = Rc<RefCell<Option<(i32, Day)>>>;

/// The overview of what is found, for a track of this scale and width.
pub fn overview(page: &Page, found: &QueryResult, (scale, width): (Scale, i32), hold: &Hold) -> Html {
    let overview = Overview::new(found);
    let window = Window::new(scale, width);
    let [from, to] = page.text().handles;
    html! {
        <div class="overview">
            <svg role="img" aria-label={page.text().overview}>
                { shown(page, &overview, (scale, width), hold) }
                <svg height={FOOT.to_string()} viewBox={format!("0 0 {} {FOOT}", overview.columns.len())} preserveAspectRatio="none">
                    <path d={columns(&overview.columns)}/>
                </svg>
                for year in overview.named(width) {
                    <text x={percent(overview.x(month_day(year * 12)))} y="32" dy="1em">{ year }</text>
                }
            </svg>
            { handle(page, &overview, window, (from, window.from), Window::from) }
            { handle(page, &overview, window, (to, window.to), Window::to) }
        </div>
    }
}

/// All columns as one path, as many units wide as there are columns.
fn columns(numbers: &[usize]) -> String {
    let most = numbers.iter().copied().max().unwrap_or(0).max(HIGH);
    let column = |(number, place): (&usize, usize)| {
        let high = (number * HIGH / most).max(3);
        (*number > 0).then(|| format!("M{place}.2 {FOOT}v-{high}h.6v{high}z"))
    };
    numbers.iter().zip(0..).filter_map(column).collect()
}

/// The window. Whoever holds it moves it, and the page does not scroll sideways meanwhile.
fn shown(page: &Page, overview: &Overview, (scale, width): (Scale, i32), hold: &Hold) -> Html {
    let (from, to) = (scale.day(0), scale.day(width));
    let (left, right) = (overview.x(from), overview.x(to));
    let (first, end) = overview.days();
    let onpointerdown = {
        let hold = hold.clone();
        move |event: PointerEvent| {
            if let Some(window) = event.target_dyn_into::<Element>().filter(|_| event.button() == 0) {
                let held = window.set_pointer_capture(event.pointer_id());
                *hold.borrow_mut() = held.ok().map(|()| (event.client_x(), from));
            }
        }
    };
    let onpointermove = {
        let hold = hold.clone();
        page.on(move |event: PointerEvent| {
            let (x, from) = (*hold.borrow())?;
            let wide = event.target_dyn_into::<Element>()?.parent_element()?.client_width();
            let days = i64::from(event.client_x() - x) * i64::from(end - first) / i64::from(wide.max(1));
            Some(Msg::Look(Command::From(from.saturating_add(days as i32))))
        })
    };
    let onlostpointercapture = {
        let hold = hold.clone();
        move |_: PointerEvent| *hold.borrow_mut() = None
    };
    html! {
        <rect
            x={percent(left)}
            width={percent((right - left).max(2))}
            y="1"
            height={FOOT.to_string()}
            {onpointerdown}
            {onpointermove}
            {onlostpointercapture}
        />
    }
}

/// A handle at one edge of the window, in months.
fn handle(
    page: &Page,
    overview: &Overview,
    window: Window,
    (label, at): (&'static str, i32),
    moved: fn(Window, i32) -> (Day, Day),
) -> Html {
    let (from, to) = period(window.from, window.to, window.step);
    let when = if at == window.from { from } else { to };
    let oninput = page.on(move |event: InputEvent| {
        let month = event.target_dyn_into::<HtmlInputElement>()?.value().parse().ok()?;
        let (from, to) = moved(window, month);
        Some(Msg::Look(Command::Between(from, to)))
    });
    html! {
        <input
            type="range"
            aria-label={label}
            min={(overview.first * 12).to_string()}
            max={(overview.end() * 12).to_string()}
            step={window.step.to_string()}
            value={at.to_string()}
            aria-valuetext={page.text().when(&when)}
            {oninput}
        />
    }
}
