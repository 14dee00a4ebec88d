//! Links of the app. One in a sentence, as in `?kind=launch`, sets the filter instead of loading the page again. Away
//! from our page a link within it leads to its card, and one out of it leaves the page around alone.

use super::frames::drawn;
use super::host::wordpress;
use super::reveal::{reveal, target};
use crate::model::query::Query;
use crate::model::state::Msg;
use crate::view::listen::is_modified;
use crate::view::{Store, Surface};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};
use yew::platform::spawn_local;

/// Follows the link that was clicked, if it is one of these and clicked plainly.
pub fn follow(event: &Event, store: &Store, surface: Surface, root: &Element) {
    let Some((link, href)) = clicked(event) else { return };
    let base = store.snapshot().context.base.clone();
    // In an element what leads to another look at it bears the whole address.
    let within = href.strip_prefix(&*base).filter(|rest| rest.starts_with(['?', '#']));
    let href = within.filter(|_| surface == Surface::Element).unwrap_or(&href).to_string();
    let (search, section) = href.split_once('#').unwrap_or((&href, ""));
    if !search.starts_with('?') {
        if surface == Surface::Page {
            return; // the browser knows the way
        }
        if search.is_empty() {
            event.prevent_default();
            reveal(root, store, section);
        } else if surface == Surface::Frame {
            event.prevent_default();
            open(&link, store);
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

/// Opens a link outside the frame. A sandbox may refuse that: then the address is there to be copied.
fn open(link: &Element, store: &Store) {
    let Some(address) = link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::href) else { return };
    // A frame that WordPress made may open nothing, and asks the page around.
    if wordpress("link", address.clone().into()) {
        return store.dispatch(Msg::Blocked(address.into()));
    }
    match window().open_with_url_and_target(&address, "_blank") {
        Ok(Some(opened)) => {
            let _ = opened.set_opener(&JsValue::NULL); // what is opened is not to reach back
        }
        _ => store.dispatch(Msg::Blocked(address.into())),
    }
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
