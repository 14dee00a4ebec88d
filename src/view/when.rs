//! The two controls of time: the years that are shown, and the day to which the page is taken back.

use super::page::Page;
use super::plot::button;
use crate::model::find::Found;
use crate::model::query::Query;
use crate::model::viewport::Act;
use crate::model::when::{When, civil};
use yew::prelude::*;

/// From which year to which: two handles that also take typing.
pub fn years(page: &Page, query: &Query, found: &Found) -> Html {
    let text = page.text();
    let shown = |when: &Option<When>| when.map_or(String::new(), |when| when.to_string());
    let (first, last) = found.years();
    let from = query.from.map_or(first, |from| from.year());
    let to = query.to.map_or(last, |to| civil(to.latest()).0);
    html! {
        <fieldset class="facet years">
            <legend>{ text.years }</legend>
            <div class="span">
                { range(Act::From, text.from_year, (first, last), from, from.to_string()) }
                { range(Act::To, text.to_year, (first, last), to, to.to_string()) }
            </div>
            <label><span>{ text.from }</span><input name="from" size="8" autocomplete="off" value={shown(&query.from)}/></label>
            <label><span>{ text.to }</span><input name="to" size="8" autocomplete="off" value={shown(&query.to)}/></label>
        </fieldset>
    }
}

/// The day: typed, or by steps from one thing that became known to the next.
pub fn day(page: &Page, query: &Query) -> Html {
    let text = page.text();
    let cut_off = When::from_day(page.data.as_of).to_string();
    let day = page.day.day;
    let value = query.as_of.map_or(cut_off.clone(), |day| When::from_day(day).to_string());
    let steps = page.data.steps();
    let last = (steps.len() as i32 - 1).max(0);
    let at = steps.partition_point(|step| *step <= day) as i32 - 1;
    let before = if steps.get(at.max(0) as usize).is_some_and(|step| *step < day) { at } else { at - 1 };
    let shown = (text.as_of_now)(&When::from_day(day));
    html! {
        <fieldset class="facet day">
            <legend>{ text.as_of }</legend>
            <div class="steps">
                { button(Act::Step, before, html! { "←" }, text.step_back, before < 0) }
                { range(Act::Step, text.as_of, (0, last), at.max(0), shown.clone()) }
                { button(Act::Step, at + 1, html! { "→" }, text.step_on, at >= last) }
            </div>
            <input type="date" name="asof" aria-label={text.as_of} min="1957-10-04" max={cut_off} {value}/>
            <p>{ shown }</p>
        </fieldset>
    }
}

fn range(act: Act, label: &'static str, (min, max): (i32, i32), value: i32, words: String) -> Html {
    html! {
        <input
            type="range"
            data-act={act.word()}
            aria-label={label}
            min={min.to_string()}
            max={max.to_string()}
            value={value.to_string()}
            aria-valuetext={words}
        />
    }
}
