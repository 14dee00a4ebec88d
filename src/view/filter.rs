//! The one filter of the page. It drives cards, timeline, table and print alike.

use super::context::Page;
use super::facet::{FacetBox, label};
use super::store::Snapshot;
use super::tabs::{Tallies, sum, tabs};
use super::take::embedding;
use super::time_filter::years;
use crate::model::facet::Facet;
use crate::model::id::Type;
use crate::model::query::{LONGEST_TEXT, Mode, Query, Theme, View};
use crate::model::query_result::QueryResult;
use crate::model::state::{Msg, State};
use crate::model::when::When;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What the filter keeps by itself.
pub struct Own {
    /// Whether the facets stand open on a narrow screen.
    open: UseStateHandle<bool>,
    /// The lists of what is shown, and how.
    lists: [NodeRef; 3],
}

/// See [`Own`].
#[hook]
pub fn use_filter(query: &Query) -> Own {
    let open = use_state_eq(|| false);
    let view = use_list(query.view.word());
    let mode = use_list(query.mode.word());
    let theme = use_list(query.theme.word());
    Own { open, lists: [view, mode, theme] }
}

/// A list in which this is chosen. It is told to the list as well: an option that a reader has once chosen no longer heeds
/// its attribute. The server knows attributes alone, so that it is an effect.
#[hook]
fn use_list(chosen: &'static str) -> NodeRef {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(chosen, move |chosen| {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(chosen);
            }
        });
    }
    list
}

/// Search, facets, years, looks and chips; disabled until the app answers. Every control bears the name of its
/// parameter. Below it stand the tabs, where the page shows all.
pub fn filter(page: &Page, now: &Snapshot, live: bool, own: &Own) -> Html {
    let Snapshot { state, found, .. } = now;
    let text = page.text();
    let all = state.query.view == View::All;
    let tallies = CARDS.map(|kind| (kind, found.tally(&page.data, kind)));
    html! {
        <section class="filter" part="filter">
            if all {
                <h2 id="explore">{ text.explore }</h2>
            }
            <form role="search" aria-label={name(page, state.query.view)} onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <fieldset class="all" disabled={!live}>
                    <div class="bar">
                        { search(page, &state.query) }
                        <p class="found" role="status">{ found_line(page, state, found, &tallies) }</p>
                        <a class="reset" href={page.here("?")}>{ text.reset }</a>{ " " }
                        if page.data.addresses.is_empty() {
                            <a class="reset" href={embedding(page, &state.query)}>{ text.embed }</a>
                        }
                    </div>
                    { facets(page, state, now.settled(), own) }
                    { chips(page, state, found) }
                </fieldset>
            </form>
            if all {
                { tabs(page, found, &state.viewport, &tallies) }
            }
        </section>
    }
}

/// The facets, the years and the looks: a column beside the sections, or on a narrow screen behind a button, which says
/// how many limits there are. Their counts follow the lines of a long record.
fn facets(page: &Page, state: &State, found: &Rc<QueryResult>, own: &Own) -> Html {
    let open = own.open.clone();
    let class = classes!("facets", open.then_some("open"));
    let expanded = open.to_string();
    html! {
        <div {class}>
            <button type="button" class="more" aria-expanded={expanded} onclick={move |_: MouseEvent| open.set(!*open)}>
                { page.text().filters(active(page, &state.query).len()) }
            </button>
            <div class="column">
                for facet in Facet::ALL.iter().copied() {
                    <FacetBox {facet} query={state.query.clone()} found={found.clone()} page={page.clone()}/>
                }
                { years(page, state, found) }
                { looks(page, &state.query, &own.lists) }
            </div>
        </div>
    }
}

fn search(page: &Page, query: &Query) -> Html {
    let text = page.text();
    let oninput = page.on(|event: InputEvent| {
        Some(Msg::Search(event.target_dyn_into::<HtmlInputElement>()?.value().into()))
    });
    html! {
        <label class="search">
            <span>{ text.search }</span>
            <input
                type="search"
                name="q"
                value={query.text.clone()}
                placeholder={text.search_hint}
                maxlength={LONGEST_TEXT.to_string()}
                autocomplete="off"
                {oninput}
            />
        </label>
    }
}

/// With the section that is alone on show: within another site's page two filters are told apart by it.
fn name(page: &Page, view: View) -> AttrValue {
    let text = page.text();
    if view == View::All {
        text.filter.into()
    } else {
        [text.filter, text.view(view)].join(text.joints().colon).into()
    }
}

/// The types that have cards.
const CARDS: [Type; 7] = [
    Type::Participant,
    Type::Person,
    Type::Mission,
    Type::Facility,
    Type::Phase,
    Type::Milestone,
    Type::Conflict,
];

fn found_line(page: &Page, state: &State, found: &QueryResult, tallies: &Tallies) -> String {
    let text = page.text();
    let items = sum(tallies, &Type::ITEMS);
    let mut said = vec![text.found((found.number, found.entries().len()), items)];
    for complaint in &state.complaints {
        said.push(text.complaint(complaint));
        if complaint.name == "view" {
            let views: Vec<String> = View::ALL.iter().map(|view| view.word().to_string()).collect();
            said.push(text.take().views(&views));
        }
    }
    said.join(text.joints().stop)
}

/// Everything that limits what is found: its words, and the query without it.
fn active(page: &Page, query: &Query) -> Vec<(String, Query)> {
    let text = page.text();
    let mut all = Vec::new();
    let without = |name: &'static str| {
        let mut without = query.clone();
        without.set(name, "", &mut Vec::new());
        without
    };
    if !query.text.trim_ascii().is_empty() {
        all.push((text.quoted(&query.text), without("q")));
    }
    for facet in Facet::ALL.iter().copied() {
        for value in query.chosen(facet).iter() {
            let name = [text.facet(facet), &label(page, facet, value)].join(text.joints().colon);
            all.push((name, query.clone().toggled(facet, value.clone())));
        }
    }
    let day = query.as_of.map(When::from_day);
    all.extend(query.from.map(|when| (text.limit_from(&when), without("from"))));
    all.extend(query.to.map(|when| (text.limit_to(&when), without("to"))));
    all.extend(day.map(|when| (text.limit_as_of(&when), without("asof"))));
    all
}

/// A chip for everything that limits what is found. Where nothing is left they say how much each would give back.
fn chips(page: &Page, state: &State, found: &QueryResult) -> Html {
    let text = page.text();
    let all = active(page, &state.query);
    let empty = found.number == 0;
    html! {
        if !all.is_empty() {
            <div class="chosen">
            if empty {
                <p class="empty"><b>{ text.nothing }</b>{ text.joints().space }{ text.loosen }</p>
            }
            <ul class="chips">
                for (name, without) in all {
                    <li key={name.clone()}>
                        <a class="chip" href={page.here(&format!("?{}", without.to_url()))} aria-label={text.drop(&name)}>
                            { name }{ " ×" }
                            if empty {
                                <small>{ " " }{ found.next(&page.data, &without).number }</small>
                            }
                        </a>
                    </li>
                }
            </ul>
            </div>
        }
    }
}

/// A value of a list with its words, and whether it is chosen.
type Choice = (&'static str, &'static str, bool);

fn looks(page: &Page, query: &Query, [views, modes, themes]: &[NodeRef; 3]) -> Html {
    let text = page.text();
    let view = page.on(|event| View::parse(&value(event)?).map(Msg::View));
    let mode = page.on(|event| Mode::parse(&value(event)?).map(Msg::Mode));
    let theme = page.on(|event| Theme::parse(&value(event)?).map(Msg::Theme));
    let of_view =
        View::ALL.iter().filter(|v| !v.stands_alone()).map(|v| (v.word(), text.view(*v), *v == query.view));
    let of_mode = Mode::ALL.iter().map(|m| (m.word(), text.mode(*m), *m == query.mode));
    let of_theme = Theme::ALL.iter().map(|t| (t.word(), text.theme(*t), *t == query.theme));
    html! {
        <fieldset class="facet looks">
            <legend>{ text.display }</legend>
            { select(views, "view", text.section, of_view.collect(), view) }
            { select(modes, "mode", text.not_found, of_mode.collect(), mode) }
            { select(themes, "theme", text.looks, of_theme.collect(), theme) }
        </fieldset>
    }
}

fn value(event: Event) -> Option<String> {
    Some(event.target_dyn_into::<HtmlSelectElement>()?.value())
}

/// A choice of one, by the parameter of this name.
fn select(
    list: &NodeRef,
    name: &'static str,
    label: &'static str,
    of: Vec<Choice>,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>{ " " }
            <select ref={list} {name} {onchange}>
                for (value, words, selected) in of {
                    <option {value} {selected}>{ words }</option>
                }
            </select>
        </label>
    }
}
