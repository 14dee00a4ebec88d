//! The page as host: the query lives in the address, Back works, and a fragment opens its card.

use crate::model::query::{Complaint, Query, merge};
use crate::model::state::{Change, Msg};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlDetailsElement, MouseEvent, Window};
use yew::Callback;

/// A document that the app has to itself.
pub struct Page {
    window: Window,
    root: Element,
    listeners: RefCell<Vec<EventListener>>,
}

impl Page {
    /// The page that holds `root`, and what its address asks for.
    ///
    /// # Errors
    ///
    /// Fails outside a window.
    pub fn new(root: &Element) -> Result<(Page, Query, Vec<Complaint>), JsError> {
        let window = web_sys::window().ok_or_else(|| JsError::new("there is no window to run in"))?;
        let (query, complaints) = asked(&window);
        let page = Page { window, root: root.clone(), listeners: RefCell::default() };
        Ok((page, query, complaints))
    }

    /// The controls answer: from here on the page is listened to.
    pub fn ready(self: &Rc<Self>, send: Callback<Msg>) {
        self.listeners.replace(vec![self.on_back(send.clone()), self.on_link(send.clone()), self.on_fragment(send.clone())]);
        self.mark("ilrs:ready");
        self.say("ilrs-ready", "");
        self.clone().reveal(send);
    }

    /// A query is on the page: the address follows it.
    pub fn told(self: &Rc<Self>, query: &Query, change: Change) {
        if change == Change::Address {
            return;
        }
        if *query != asked(&self.window).0 {
            self.write(query, change);
        }
        let page = self.clone();
        self.after_paint(move || page.mark("ilrs:filtered"));
        self.say("ilrs-change", &query.to_url());
    }

    fn write(&self, query: &Query, change: Change) {
        let location = self.window.location();
        let part = |value: Result<String, JsValue>| value.unwrap_or_default();
        let search = merge(&part(location.search()), &query.to_url());
        let url = format!("{}{search}{}", part(location.pathname()), part(location.hash()));
        let Ok(history) = self.window.history() else { return };
        // A browser may refuse to write its history (a sandbox, too many writes); the view does not depend on it.
        let _ = match change {
            Change::Typed => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
            Change::Chosen | Change::Address => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    }

    fn on_back(&self, send: Callback<Msg>) -> EventListener {
        let window = self.window.clone();
        EventListener::new(&self.window, "popstate", move |_| {
            let (query, complaints) = asked(&window);
            send.emit(Msg::Address(query, complaints));
        })
    }

    /// A link in a sentence, as in `?kind=launch`, sets the filter instead of loading the page again.
    fn on_link(&self, send: Callback<Msg>) -> EventListener {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.root, "click", options, move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
            let plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
            let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^='?']").ok().flatten());
            if let (true, Some(href)) = (plain, link.and_then(|link| link.get_attribute("href"))) {
                event.prevent_default();
                send.emit(Msg::Show(Query::from_url(&href).0));
            }
        })
    }

    fn on_fragment(self: &Rc<Self>, send: Callback<Msg>) -> EventListener {
        // Weak, since the page owns the listener.
        let page = Rc::downgrade(self);
        EventListener::new(&self.window, "hashchange", move |_| {
            if let Some(page) = page.upgrade() {
                page.reveal(send.clone());
            }
        })
    }

    /// Opens and scrolls to what the fragment names; if a filter hides it, the filter gives way.
    fn reveal(self: Rc<Self>, send: Callback<Msg>) {
        let Some(target) = self.target() else { return };
        if !matches!(target.closest("[hidden]"), Ok(None)) {
            send.emit(Msg::Reset);
        }
        let page = self.clone();
        self.after_paint(move || page.show());
    }

    fn show(&self) {
        let Some(target) = self.target() else { return };
        let mut next = target.closest("details").ok().flatten();
        while let Some(details) = next {
            next = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
            if let Ok(details) = details.dyn_into::<HtmlDetailsElement>() {
                details.set_open(true);
            }
        }
        target.closest("article, li").ok().flatten().unwrap_or(target).scroll_into_view();
    }

    fn target(&self) -> Option<Element> {
        let hash = self.window.location().hash().ok()?;
        let id = hash.strip_prefix('#').filter(|id| !id.is_empty())?;
        self.root.owner_document()?.get_element_by_id(id)
    }

    fn mark(&self, name: &str) {
        if let Some(performance) = self.window.performance() {
            let _ = performance.mark(name); // a page without marks is no worse for its reader
        }
    }

    /// Tells whoever listens on the element or above it.
    fn say(&self, name: &str, detail: &str) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail.into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.root.dispatch_event(&event); // what listeners return is theirs
        }
    }

    /// Runs once the next frame has been painted: a second frame starts only after the first.
    fn after_paint(self: &Rc<Self>, then: impl FnOnce() + 'static) {
        let window = self.window.clone();
        let second = Closure::once_into_js(then);
        let first = Closure::once_into_js(move || {
            let _ = window.request_animation_frame(second.unchecked_ref());
        });
        let _ = self.window.request_animation_frame(first.unchecked_ref());
    }
}

fn asked(window: &Window) -> (Query, Vec<Complaint>) {
    Query::from_url(&window.location().search().unwrap_or_default())
}
