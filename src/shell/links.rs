//! Links of the app. One in a sentence, as in `?kind=launch`, sets the filter instead of loading the page again. Away
//! from our page a link within it leads to its card, and one out of it leaves the page around alone.

use super::frames::drawn;
use super::reveal::{reveal, target};
use crate::model::query::Query;
use crate::model::state::Msg;
use crate::view::listen::is_modified;
use crate::view::{Store, Surface};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};
use yew::platform::spawn_local;

/// Follows the link that was clicked, if it is one of these and clicked plainly.
pub fn follow(event: &Event, store: &Store, surface: Surface, root: &Element) {
    let Some((link, href)) = clicked(event) else { return };
    let (search, section) = href.split_once('#').unwrap_or((&href, ""));
    if !search.starts_with('?') {
        if surface == Surface::Page {
            return; // the browser knows the way
        }
        if search.is_empty() {
            event.prevent_default();
            reveal(root, store, section);
        } else {
            let _ = link.set_attribute("target", "_blank"); // a link takes it
        }
        return;
    }
    event.prevent_default();
    store.dispatch(Msg::Show(Query::from_url(search).0));
    let (root, store, section) = (root.clone(), store.clone(), section.to_string());
    spawn_local(async move {
        drawn().await;
        if target(&root, &section).is_some() {
            reveal(&root, &store, &section);
        } else if !link.is_connected() {
            // A chip that was followed is gone: the focus goes to the search field, not to the top of the page.
            focus(&root, "[name=q]");
        }
    });
}

fn clicked(event: &Event) -> Option<(Element, String)> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if is_modified(mouse) || mouse.button() != 0 || event.default_prevented() {
        return None;
    }
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let link = element.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    Some((link, href))
}

fn focus(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus(); // what cannot take it leaves it where it is
    }
}
