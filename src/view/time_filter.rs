//! The two controls of time: the years that are shown, and the day to which the page is taken back.

use super::context::Page;
use crate::model::find::Found;
use crate::model::state::{Bound, DateField, Msg, State};
use crate::model::when::{When, civil};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// From which year to which: two handles that also take typing.
pub fn years(page: &Page, state: &State, found: &Found) -> Html {
    let text = page.text();
    let (first, last) = found.years();
    let from = state.query.from.map_or(first, |from| from.year());
    let to = state.query.to.map_or(last, |to| civil(to.latest()).0);
    let handle = |bound, label, year: i32| {
        range(page, label, (first, last), year, (text.year)(year), move |year| Msg::Year(bound, year))
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

/// The day: typed, or by steps from one thing that became known to the next.
pub fn day(page: &Page, live: bool) -> Html {
    let text = page.text();
    let cut_off = When::from_day(page.data.as_of).to_string();
    let day = page.day.day;
    let value = When::from_day(day).to_string();
    let steps = page.data.steps();
    let last = (steps.len() as i32 - 1).max(0);
    let at = steps.partition_point(|step| *step <= day) as i32 - 1;
    let before = if steps.get(at.max(0) as usize).is_some_and(|step| *step < day) { at } else { at - 1 };
    let shown = (text.as_of_now)(&When::from_day(day));
    html! {
        <fieldset class="day" disabled={!live}>
            <label>
                <span>{ text.as_of }</span>
                <input
                    type="date"
                    name="asof"
                    aria-label={text.as_of}
                    min="1957-10-04"
                    max={cut_off}
                    {value}
                    onchange={typed(page, DateField::AsOf)}
                />
            </label>
            <div class="steps">
                { step(page, before, "‹", text.step_back, before < 0) }
                { range(page, text.as_of, (0, last), at.max(0), shown, to_step) }
                { step(page, at + 1, "›", text.step_on, at >= last) }
            </div>
        </fieldset>
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
    let read = page.text().typed;
    page.on(move |event: Event| {
        let typed = event.target_dyn_into::<HtmlInputElement>()?.value();
        Some(Msg::Date(field, read(&typed).map_or(typed, |when| when.to_string()).into()))
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
