//! The panel of an open card: what is known of one thing, and what its own page asks for as well.

use super::card::{self, levels};
use super::context::Page;
use super::copy::CopyLink;
use super::take::embedding;
use super::{claim, conflict, milestone};
use crate::model::id::{Ref, Type};
use crate::model::item::Item;
use crate::model::query::{Query, View};
use crate::model::state::{Msg, Spot};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The panel of an open card, with the way to its page and a button that closes it.
pub fn panel(page: &Page, at: Ref) -> Html {
    let close = page.on(move |event: MouseEvent| {
        focus_opener(&event);
        Some(Msg::Close(at, Spot::Card))
    });
    framed(page, at, html! { <button type="button" onclick={close}>{ page.text().close }</button> })
}

/// The same with another end.
pub fn framed(page: &Page, at: Ref, end: Html) -> Html {
    let label = page.data.label(at).clone();
    html! {
        <div class={classes!("panel", at.kind.word())} role="group" aria-label={label.clone()}>
            { body(page, at) }
            <div class="panel-foot">
                if page.data.addresses.is_empty() {
                    <a href={page.address(at)}>{ page.text().page_of(at.kind, &label) }</a>{ " " }
                    { taken(page, at) }
                }
                { end }
            </div>
        </div>
    }
}

/// What a reader takes away of it: a link, a citation, the code that shows it elsewhere.
fn taken(page: &Page, at: Ref) -> Html {
    let (words, href) = (page.text().take(), page.address(at));
    let embed = Query { view: View::Card, item: page.anchor(at).into(), ..Query::default() };
    html! {
        <>
            <CopyLink page={page.unmarked()} href={href.clone()}/>{ " " }
            <a href={format!("{href}#cite")}>{ words.cite }</a>{ " " }
            <a href={embedding(page, &embed)}>{ words.embed_card }</a>{ " " }
        </>
    }
}

/// The focus goes back to what had opened the panel, which stands just before it.
fn focus_opener(event: &MouseEvent) {
    let panel = event.target_dyn_into::<Element>().and_then(|button| button.closest(".panel").ok()?);
    let card = panel.and_then(|panel| panel.previous_element_sibling());
    let opener = card.and_then(|card| card.query_selector("[aria-expanded]").ok()?);
    if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
        let _ = opener.focus(); // what cannot take the focus leaves it where it is
    }
}

fn body(page: &Page, at: Ref) -> Html {
    let Some(item) = page.data.item(at) else {
        let known = match at.kind {
            Type::Milestone => milestone::promises(page, at),
            _ => conflict::positions(page, at),
        };
        return html! {
            <>
                <div>{ known }</div>
                <div>
                    { links(page, levels(at).1, page.text().disputed_in, &disputes(page, at)) }
                    { links(page, levels(at).1, page.text().related, &related(page, at)) }
                </div>
            </>
        };
    };
    html! {
        <>
            <div>
                if at.kind != Type::Mission {
                    { card::names(page, item) }
                }
                { claim::claims(page, item) }
            </div>
            <div>{ moved(page, item) }</div>
            <div>
                { links(page, levels(at).1, page.text().in_timeline, &events(page, at)) }
                { links(page, levels(at).1, page.text().disputed_in, &disputes(page, at)) }
                { links(page, levels(at).1, page.text().related, &related(page, at)) }
                { only_this(page, item) }
            </div>
        </>
    }
}

/// Its milestones that somebody had promised by the day.
pub fn milestones(page: &Page, at: Ref) -> Vec<Ref> {
    let linked = page.data.linked(at).iter().copied().filter(|at| at.kind == Type::Milestone);
    linked.filter(|at| page.has_card(*at)).collect()
}

/// The questions on it that were open on the day.
pub fn disputes(page: &Page, at: Ref) -> Vec<Ref> {
    let linked = page.data.linked(at).iter().copied().filter(|at| at.kind == Type::Conflict);
    linked.filter(|at| page.has_card(*at)).collect()
}

/// What had happened to it by the day.
pub fn events(page: &Page, at: Ref) -> Vec<Ref> {
    let linked = page.data.linked(at).iter().copied().filter(|at| at.kind == Type::Event);
    linked.filter(|at| page.day.includes(&page.data.event(*at).date)).collect()
}

/// The cards that it names, and those that name it, as far as there were such on the day.
pub fn related(page: &Page, at: Ref) -> Vec<Ref> {
    let mut related: Vec<Ref> = page.data.about(at).to_vec();
    for other in page.data.linked(at) {
        if Type::ITEMS.contains(&other.kind) && !related.contains(other) {
            related.push(*other);
        }
    }
    related.retain(|at| page.has_card(*at));
    related
}

/// How its dates moved: for each of its milestones a sentence, and the newest statements.
fn moved(page: &Page, item: &Item) -> Html {
    let moved = milestones(page, item.at);
    html! {
        if !moved.is_empty() {
            <h5>{ page.text().dates_moved }</h5>
            for at in moved {
                <p>{ page.link(at) }{ page.text().joints().stop }{ card::sentence(page, at, claim::short) }</p>
                { newest(page, at) }
            }
        }
    }
}

/// How many statements stand in the panel of an item.
const NEWEST: usize = 5;

/// The newest statements on a milestone, with the way to the others.
fn newest(page: &Page, at: Ref) -> Html {
    let known = page.data.milestone(at).known(page.day);
    let joints = page.text().joints();
    html! {
        <>
            <ul class="newest">
                for promise in known.iter().rev().take(NEWEST) {
                    <li>
                        { page.time(&promise.stated) }{ joints.colon }
                        <b>{ promise.promised.map_or(page.text().withdrawn.into(), |when| page.time(&when)) }</b>
                        { joints.stop }{ page.marked(&promise.who) }
                        { claim::brief(page, promise.confidence, &promise.sources) }
                    </li>
                }
            </ul>
            if known.len() > NEWEST {
                <p><a href={page.address(at)}>{ page.text().all_statements(known.len()) }</a></p>
            }
        </>
    }
}

fn only_this(page: &Page, item: &Item) -> Html {
    let filtered = matches!(item.at.kind, Type::Participant | Type::Mission | Type::Phase);
    let dated = |at: &Ref| matches!(at.kind, Type::Event | Type::Milestone);
    html! {
        if filtered && page.data.linked(item.at).iter().any(dated) {
            <p><a href={page.here(&format!("?{}={}", item.at.kind, item.id))}>{ page.text().only_this }</a></p>
        }
    }
}

/// A heading of this level.
pub fn headed(level: &'static str, words: Html) -> Html {
    html! { <@{level}>{ words }</@> }
}

/// Links under a heading of this level, if there are any.
pub fn links(page: &Page, level: &'static str, heading: &'static str, all: &[Ref]) -> Html {
    html! {
        if !all.is_empty() {
            { headed(level, html! { heading }) }
            <ul class="links">
                for at in all.iter() {
                    <li>{ page.link(*at) }</li>
                }
            </ul>
        }
    }
}
