//! `Host`: where the query lives and who hears what happens. Our own page and a frame keep it in their address; an
//! element of another site in its attributes, behind the object that `element.js` hands over.

use crate::model::query::Query;
use gloo::utils::{document, window};
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// What the host hears.
pub enum Signal {
    /// The controls answer, and show this query, which leaves so many lines.
    Ready(String, usize),
    /// This query is on show now, and leaves so many lines.
    Change(String, usize),
    /// The reader opened the thing of this type and id.
    Select(String, String),
    /// What stands in a frame is so many pixels high.
    Height(i32),
}

/// Where the app stands.
pub enum Host {
    /// Our own page, or a frame.
    Address(Address),
    /// An element.
    Element(ElementHost),
}

/// A document of our own, which keeps the query in its address.
pub struct Address {
    /// The mount point, from which events start.
    pub root: Element,
    /// It stands in the frame of another site, whose history is not ours.
    pub framed: bool,
    /// What the address says, or is about to say.
    search: RefCell<String>,
}

#[wasm_bindgen]
extern "C" {
    /// What an element gives the app.
    pub type ElementHost;

    /// The query that its attributes or its reader ask for, as the query part of an address.
    #[wasm_bindgen(method)]
    pub fn search(this: &ElementHost) -> String;

    /// The reader asks for this.
    #[wasm_bindgen(method)]
    pub fn write(this: &ElementHost, search: &str);

    /// Something happened.
    #[wasm_bindgen(method)]
    fn say(this: &ElementHost, name: &str, detail: JsValue);

    // `web-sys` has no `mark` that takes options.
    #[wasm_bindgen(js_namespace = performance, js_name = mark)]
    fn mark_with(name: &str, options: &JsValue);
}

impl Signal {
    fn name(&self) -> &'static str {
        match self {
            Signal::Ready(..) => "ilrs-ready",
            Signal::Change(..) => "ilrs-change",
            Signal::Select(..) => "ilrs-select",
            Signal::Height(_) => "ilrs-height",
        }
    }

    fn detail(&self) -> JsValue {
        match self {
            Signal::Ready(query, shown) | Signal::Change(query, shown) => {
                object(&[("query", query.into()), ("shown", (*shown as f64).into())])
            }
            Signal::Select(kind, id) => object(&[("type", kind.into()), ("id", id.into())]),
            Signal::Height(height) => object(&[("height", (*height).into())]),
        }
    }
}

impl Host {
    /// The query that is asked for, as the query part of an address.
    pub fn search(&self) -> String {
        match self {
            Host::Address(address) => address.search.borrow().clone(),
            Host::Element(element) => element.search(),
        }
    }

    /// Says what happens.
    pub fn say(&self, signal: &Signal) {
        match self {
            Host::Address(address) => {
                if let (Signal::Height(height), true) = (signal, address.framed) {
                    wordpress("height", (*height).into());
                }
                address.say(signal.name(), &signal.detail());
            }
            Host::Element(element) => element.say(signal.name(), signal.detail()),
        }
    }
}

impl Address {
    /// The address of the document.
    pub fn new(root: Element) -> Address {
        let framed = root.has_attribute("data-frame");
        Address { root, framed, search: window().location().search().unwrap_or_default().into() }
    }

    /// The address says something else by now, since a reader has gone back or forth.
    pub fn read(&self) -> String {
        let search = window().location().search().unwrap_or_default();
        self.search.replace(search.clone());
        search
    }

    /// From now on this is what it is about to say.
    pub fn plan(&self, search: String) {
        self.search.replace(search);
    }

    /// Says it: what is being typed replaces what stood there, and so does anything in a frame; what was chosen is a
    /// step to go back from.
    pub fn write(&self, typed: bool) {
        go(&self.search.borrow(), &window().location().hash().unwrap_or_default(), typed || self.framed);
    }

    /// Names what was opened, in the place of what it named before. A frame has no address that readers see.
    pub fn name(&self, hash: &str) {
        let location = window().location();
        if self.framed || location.hash().is_ok_and(|named| named == hash) {
            return;
        }
        go(&location.search().unwrap_or_default(), hash, true);
    }

    /// No longer names this, which was closed.
    pub fn unname(&self, hash: &str) {
        if window().location().hash().is_ok_and(|named| named == hash) {
            self.name("");
        }
    }

    fn say(&self, name: &str, detail: &JsValue) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.root.dispatch_event(&event);
        }
        if let Some(around) = around().filter(|_| self.framed) {
            let fields = [("source", "ilrs-explainer".into()), ("version", 1.into()), ("type", name.into())];
            let message = object(&fields);
            let _ = Reflect::set(&message, &"detail".into(), detail);
            let _ = around.post_message(&message, "*");
        }
    }
}

/// Says something to a page of WordPress, which names every frame that it made of an address by a secret in the fragment
/// and hears no other: `height`, which it gives the frame within bounds, or `link`, which it follows within the site of the
/// frame (wp-includes/js/wp-embed.js). Whether there is such a secret.
pub fn wordpress(message: &str, value: JsValue) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    let Some((_, secret)) = hash.split_once("?secret=") else { return false };
    let fields = [("message", message.into()), ("value", value), ("secret", secret.into())];
    around().is_some_and(|around| around.post_message(&object(&fields), "*").is_ok())
}

/// Writes the address, in the place of what stood there or as a step of the history. In a sandbox, or after too many
/// writes, it stays as it is: the view does not depend on it. What `reading_place.js` keeps there is kept.
fn go(search: &str, hash: &str, replaces: bool) {
    let path = window().location().pathname().unwrap_or_default();
    let address = format!("{path}{search}{hash}");
    let _ = window().history().and_then(|history| {
        let kept = history.state()?;
        match replaces {
            true => history.replace_state_with_url(&kept, "", Some(&address)),
            false => history.push_state_with_url(&kept, "", Some(&address)),
        }
    });
}

/// The window around a frame; none around a page that is opened by itself.
pub fn around() -> Option<web_sys::Window> {
    let (own, parent) = (window(), window().parent().ok()??);
    (parent != own).then_some(parent)
}

/// Notes a moment for those who measure; of a moment that has passed, when it was, in milliseconds.
pub fn mark(name: &str, at: Option<f64>) {
    let Some(performance) = window().performance() else { return };
    let at = at.unwrap_or_else(|| performance.now());
    mark_with(name, &object(&[("startTime", at.into())]));
}

/// How high the document is, in pixels.
pub fn height() -> i32 {
    document().body().map_or(0, |body| body.offset_height())
}

/// Whether two addresses ask for the same.
pub fn same(search: &str, query: &Query) -> bool {
    Query::from_url(search).0 == *query
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value); // a plain object takes any field
    }
    object.into()
}
