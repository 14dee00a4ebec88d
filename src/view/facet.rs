//! A facet: its values with the number of entries that each would leave, the most frequent first.

use super::context::Page;
use super::intact::use_intact;
use crate::model::facet::Facet;
use crate::model::fold::fold;
use crate::model::id::{Ref, Type};
use crate::model::query::{Choice, Query};
use crate::model::query_result::QueryResult;
use crate::model::state::Msg;
use std::cmp::Reverse;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many values of a facet stand there before all are asked for; the few fixed words stand there at once.
const FIRST: usize = 5;
/// In a list longer than this there is a search.
const LONG: usize = 8;

#[derive(PartialEq, Properties)]
pub struct FacetBoxProps {
    /// Which facet.
    pub facet: Facet,
    /// What is chosen.
    pub query: Query,
    /// What the counts show.
    pub found: Rc<QueryResult>,
    /// The record as it is shown.
    pub page: Page,
}

/// The boxes of a facet; nothing if the record has no values for it.
#[component]
pub fn FacetBox(FacetBoxProps { facet, query, found, page }: &FacetBoxProps) -> Html {
    use_intact();
    let facet = *facet;
    let (all, needle) = (use_state_eq(|| false), use_state_eq(String::new));
    let chosen = query.chosen(facet);
    let values = values(page, found, facet, chosen);
    let number = values.len();
    let whole = facet.ids().is_none() || number <= FIRST + 1;
    let sought = fold(&needle);
    let stands = |place: usize, value: &Rc<str>| match *all {
        true => fold(&label(page, facet, value)).contains(&sought),
        false => whole || place < FIRST || chosen.contains(value),
    };
    let text = page.text();
    let onall = {
        let all = all.clone();
        move |_: MouseEvent| all.set(!*all)
    };
    if values.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="facet" data-facet={facet.word()}>
            <legend>{ text.facet(facet) }</legend>
            if *all && number > LONG {
                { search(text.find_among(number), &needle) }
            }
            <div class="choices">
                for (_, value) in values.iter().enumerate().filter(|(place, value)| stands(*place, value)) {
                    <label key={value.to_string()}>
                        <input
                            type="checkbox"
                            name={facet.word()}
                            value={value.clone()}
                            checked={chosen.contains(value)}
                            onchange={toggle(page, facet, value)}
                        />
                        { " " }<span>{ words(page, facet, value) }</span>{ " " }
                        <small>{ found.counts.get(&page.data, facet, value) }</small>
                    </label>
                }
            </div>
            if !whole {
                <button type="button" class="every" aria-expanded={all.to_string()} onclick={onall}>
                    { if *all { text.show_fewer.to_string() } else { text.show_all(number) } }
                </button>
            }
        </fieldset>
    }
}

fn search(label: String, needle: &UseStateHandle<String>) -> Html {
    let oninput = {
        let needle = needle.clone();
        move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                needle.set(field.value());
            }
        }
    };
    html! {
        <input type="search" aria-label={label.clone()} placeholder={label} value={needle.to_string()} autocomplete="off" {oninput}/>
    }
}

fn toggle(page: &Page, facet: Facet, value: &Rc<str>) -> Callback<Event> {
    let value = value.clone();
    page.dispatch.reform(move |_| Msg::Toggle(facet, value.clone()))
}

/// The values of a facet: its words as they are listed, or the ids of what some dated entry concerns, that of the most
/// entries on the day first; of what was not known on the day only those that are chosen. What is chosen does not change
/// their order: a box stays where it is.
pub fn values(page: &Page, found: &QueryResult, facet: Facet, chosen: &Choice) -> Vec<Rc<str>> {
    let data = &page.data;
    let dated =
        |at: &Ref| data.linked(*at).iter().any(|from| matches!(from.kind, Type::Event | Type::Milestone));
    let Some(kind) = facet.ids() else { return facet.words().into_iter().map(Rc::from).collect() };
    let offered = |at: &Ref| page.has_card(*at) || chosen.contains(data.id(*at));
    let all = data.places(kind).filter(|at| at.kind == Type::Milestone || dated(at));
    let mut all: Vec<Ref> = all.filter(offered).collect();
    all.sort_unstable_by_key(|at| (Reverse(found.index.number(facet, at.index as usize)), *at));
    all.into_iter().map(|at| data.id(at).clone()).collect()
}

/// What a value is called, in its language.
fn words(page: &Page, facet: Facet, value: &str) -> Html {
    let label = label(page, facet, value);
    if facet.ids().is_some() {
        page.told(&label)
    } else {
        html! { label }
    }
}

/// What a value is called.
pub fn label(page: &Page, facet: Facet, value: &str) -> AttrValue {
    use crate::model::{claim::Confidence, entry::Status, event::Kind};
    let text = page.text();
    let word = match facet {
        Facet::Kind => Kind::parse(value).map(|kind| text.kind(kind)),
        Facet::Status => Status::parse(value).map(|status| text.status(status)),
        Facet::Confidence => Confidence::parse(value).map(|sure| text.confidence(sure)),
        Facet::Participant | Facet::Mission | Facet::Milestone | Facet::Phase => {
            return page
                .data
                .at(value)
                .map_or(value.to_string().into(), |at| page.data.label(at).clone().into());
        }
    };
    word.map_or(value.to_string().into(), AttrValue::from)
}
