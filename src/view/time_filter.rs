//! The two controls of time: the years that are shown, and the day to which the page is taken back.

use super::context::Page;
use crate::model::halves::Halves;
use crate::model::query_result::QueryResult;
use crate::model::state::{Bound, DateField, Msg, State};
use crate::model::when::{When, civil};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// From which year to which: two handles that also take typing.
pub fn years(page: &Page, state: &State, found: &QueryResult) -> Html {
    let text = page.text();
    let (first, last) = found.years();
    let from = state.query.from.map_or(first, |from| from.year());
    let to = state.query.to.map_or(last, |to| civil(to.latest()).0);
    let handle = |bound, label, year: i32| {
        range(page, label, (first, last), year, text.year(year), move |year| Msg::Year(bound, year))
    };
    html! {
        <fieldset class="facet years">
            <legend>{ text.years }</legend>
            <div class="span">
                { handle(Bound::First, text.from_year, from) }
                { handle(Bound::Last, text.to_year, to) }
            </div>
            { date(page, state, DateField::From, text.from) }
            { date(page, state, DateField::To, text.to) }
        </fieldset>
    }
}

fn date(page: &Page, state: &State, field: DateField, label: &'static str) -> Html {
    html! {
        <label>
            <span>{ label }</span>{ " " }
            <input
                name={field.word()}
                size="8"
                autocomplete="off"
                value={state.typed(field)}
                onchange={typed(page, field)}
            />
        </label>
    }
}

/// The day: typed, by half-years on a slider over what became known in each, or by steps from one thing that became known
/// to the next.
pub fn day(page: &Page, live: bool) -> Html {
    let text = page.text();
    let cut_off = When::from_day(page.data.as_of).to_string();
    let day = page.day.day;
    let when = When::from_day(day);
    let steps = page.data.steps();
    let last = (steps.len() as i32 - 1).max(0);
    let at = steps.partition_point(|step| *step <= day) as i32 - 1;
    let before = if steps.get(at.max(0) as usize).is_some_and(|step| *step < day) { at } else { at - 1 };
    let halves = Halves::new(&page.data);
    let bounds = (0, halves.counts.len() as i32 - 1);
    let bars = live.then(|| bars(&halves));
    let place = halves.place(day) as i32;
    let to_half = move |place: i32| {
        Msg::Date(DateField::AsOf, When::from_day(halves.day(place.max(0) as usize)).to_string().into())
    };
    html! {
        <fieldset class="day" disabled={!live}>
            <label>
                <span>{ text.as_of }</span>{ " " }
                <b aria-hidden="true">{ text.slip().day(&when) }</b>
                <input
                    type="date"
                    name="asof"
                    aria-label={text.as_of}
                    min="1957-10-04"
                    max={cut_off}
                    value={when.to_string()}
                    onchange={typed(page, DateField::AsOf)}
                />
            </label>
            <div class="steps">
                { step(page, before, "‹", text.step_back, before < 0) }
                <span class="rail">
                    { bars }
                    { range(page, text.as_of, bounds, place, text.as_of_now(&when), to_half) }
                </span>
                { step(page, at + 1, "›", text.step_on, at >= last) }
            </div>
        </fieldset>
    }
}

/// A bar a half-year, as high as what became known in it.
fn bars(halves: &Halves) -> Html {
    let high = halves.counts.iter().max().copied().unwrap_or(0);
    let bars = halves.counts.iter().zip(0..).map(|(count, place)| format!("M{place} {high}v-{count}"));
    html! {
        <svg viewBox={format!("-.5 0 {} {high}", halves.counts.len())} preserveAspectRatio="none" aria-hidden="true">
            <path d={bars.collect::<String>()}/>
        </svg>
    }
}

fn to_step(step: i32) -> Msg {
    Msg::Step(step.max(0) as usize)
}

fn step(page: &Page, to: i32, words: &'static str, label: &'static str, disabled: bool) -> Html {
    let onclick = page.dispatch.reform(move |_: MouseEvent| to_step(to));
    html! { <button type="button" aria-label={label} {disabled} {onclick}>{ words }</button> }
}

/// A field whose date is taken when it is left.
fn typed(page: &Page, field: DateField) -> Callback<Event> {
    let text = page.text();
    page.on(move |event: Event| {
        let typed = event.target_dyn_into::<HtmlInputElement>()?.value();
        Some(Msg::Date(field, text.typed(&typed).map_or(typed, |when| when.to_string()).into()))
    })
}

/// A handle, which asks while it moves.
fn range(
    page: &Page,
    label: &'static str,
    (min, max): (i32, i32),
    value: i32,
    words: String,
    asks: impl Fn(i32) -> Msg + 'static,
) -> Html {
    let oninput = page.on(move |event: InputEvent| {
        Some(asks(event.target_dyn_into::<HtmlInputElement>()?.value().parse().ok()?))
    });
    html! {
        <input
            type="range"
            aria-label={label}
            min={min.to_string()}
            max={max.to_string()}
            value={value.to_string()}
            aria-valuetext={words}
            {oninput}
        />
    }
}
