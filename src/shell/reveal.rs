//! Leading a reader to a thing: it is opened, with all that it stands in, and scrolled to.

use super::frames::painted;
use super::links::named;
use crate::model::item::Type;
use crate::model::state::Msg;
use crate::view::Store;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlDetailsElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ShadowRoot,
};
use yew::platform::spawn_local;
use yew::{AttrValue, Callback};

/// Parts that are laid out only near the window find their height on the way: so often a target is scrolled to until
/// it stands still.
const TRIES: usize = 5;
/// So many frames it may take to be rendered.
const WAITS: usize = 60;

/// Leads to what an anchor names; a filter or a section that hides it gives way.
pub fn reveal(root: &Element, store: &Store, anchor: &str) {
    let (root, anchor) = (root.clone(), anchor.to_string());
    if named(&anchor).is_none_or(|(kind, _)| kind == Type::Source) {
        if let Some(section) = target(&root, &anchor) {
            section.scroll_into_view();
        }
        return;
    }
    if target(&root, &anchor).is_none_or(|to| to.closest("[hidden]") != Ok(None)) {
        store.dispatch(Msg::Reset);
    }
    spawn_local(async move {
        let (mut last, mut tries, mut waits) = (None, TRIES, WAITS);
        while tries > 0 && waits > 0 {
            painted().await;
            // What a filter had left out comes when it is rendered, which may take more than a frame.
            let Some(to) = target(&root, &anchor).filter(|to| to.closest("[hidden]") == Ok(None)) else {
                waits -= 1;
                continue;
            };
            tries -= 1;
            open(&to);
            let top = Some(to.get_bounding_client_rect().top());
            if std::mem::replace(&mut last, top) == top {
                return;
            }
        }
    });
}

/// Opens what has this id, and gives the focus to its summary, once the page shows it.
pub fn callback(root: &Element) -> Callback<AttrValue> {
    let root = root.clone();
    Callback::from(move |anchor: AttrValue| {
        let root = root.clone();
        spawn_local(async move {
            painted().await;
            let Some(to) = target(&root, &anchor) else { return };
            open(&to);
            let details = to.closest("details").ok().flatten();
            let summary = details.and_then(|details| details.first_element_child());
            if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
                let _ = summary.focus(); // what cannot take the focus leaves it where it is
            }
        });
    })
}

/// The element with this id in the document or the shadow root in which a place is.
pub fn target(root: &Element, id: &str) -> Option<Element> {
    let around = root.get_root_node();
    match around.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => around.dyn_ref::<Document>()?.get_element_by_id(id),
    }
}

fn open(to: &Element) {
    let mut part = to.closest("details").ok().flatten();
    while let Some(details) = part {
        part = details.parent_element().and_then(|around| around.closest("details").ok()?);
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
    }
    let whole = to.closest("article, li").ok().flatten();
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    whole.as_ref().unwrap_or(to).scroll_into_view_with_scroll_into_view_options(&options);
}
