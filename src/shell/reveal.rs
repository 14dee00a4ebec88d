//! Leading a reader to a thing: it is opened where it stands, and scrolled to.

use super::frames::painted;
use crate::model::dataset::Dataset;
use crate::model::id::{Ref, Type};
use crate::model::query::View;
use crate::model::state::{Msg, Spot};
use crate::model::viewport::Command;
use crate::view::Store;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ShadowRoot};
use yew::platform::spawn_local;
use yew::{AttrValue, Callback};

/// So many frames it may take to be rendered.
const WAITS: usize = 60;

/// Leads to what an anchor names: it is on show first, a thing opened, and then scrolled to. A filter or a section that hides
/// it gives way.
pub fn reveal(root: &Element, store: &Store, anchor: &str) {
    open(root, store, anchor);
    let (root, anchor) = (root.clone(), anchor.to_string());
    spawn_local(async move {
        if let Some(to) = rendered(&root, &anchor).await {
            scroll(&to);
        }
    });
}

/// Has what an anchor names on show, without going there.
pub fn open(root: &Element, store: &Store, anchor: &str) {
    let to = target(root, anchor);
    let Some((at, spot)) = thing(&store.snapshot().context.data, anchor) else {
        if let Some(view) = to.as_ref().and_then(section) {
            store.dispatch(Msg::Look(Command::Tab(view)));
        }
        return;
    };
    if to.is_none() {
        store.dispatch(Msg::Reset);
    }
    store.dispatch(Msg::Open(at, spot));
}

/// Scrolls to what has this id, and gives the focus to its title.
pub fn callback(root: &Element) -> Callback<AttrValue> {
    let root = root.clone();
    Callback::from(move |anchor: AttrValue| {
        let root = root.clone();
        spawn_local(async move {
            let Some(to) = rendered(&root, &anchor).await else { return };
            scroll(&to);
            let title = to.query_selector("[aria-expanded]").ok().flatten();
            if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
                let _ = title.focus(); // what cannot take the focus leaves it where it is
            }
        });
    })
}

/// The thing that an anchor names, and where it stands there.
fn thing(data: &Dataset, anchor: &str) -> Option<(Ref, Spot)> {
    if let Some(id) = anchor.strip_prefix("line-") {
        return data.at(id).filter(|at| at.kind == Type::Milestone).map(|at| (at, Spot::Line));
    }
    let (kind, id) = Type::of_anchor(anchor)?;
    let at = data.at(id).filter(|at| at.kind == kind)?;
    Some((at, if kind == Type::Event { Spot::Line } else { Spot::Card }))
}

/// The element with this id, once it is on the page with what was opened.
async fn rendered(root: &Element, anchor: &str) -> Option<Element> {
    for _ in 0..WAITS {
        painted().await;
        if let Some(to) = target(root, anchor) {
            return Some(to);
        }
    }
    None
}

/// The element with this id in the document or the shadow root in which a place is.
pub fn target(root: &Element, id: &str) -> Option<Element> {
    let around = root.get_root_node();
    match around.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => around.dyn_ref::<Document>()?.get_element_by_id(id),
    }
}

/// The section in which an element stands.
pub fn section(element: &Element) -> Option<View> {
    let section = element.closest("[part=section]").ok()??;
    View::parse(&section.get_attribute("aria-labelledby")?)
}

fn scroll(to: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    to.scroll_into_view_with_scroll_into_view_options(&options);
}
