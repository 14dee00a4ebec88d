//! An element on a page of another site. `element.js` defines it, since only a class can; what it shows is ours.

use super::dying;
use super::host::{ElementHost, Host};
use super::place::Place;
use crate::model::codec::DecodeError;
use crate::model::dataset::Dataset;
use crate::text::Lang;
use crate::view::{App, AppProps, Context, Surface, intact};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{Callback, Renderer};

/// An app in an element.
#[wasm_bindgen]
pub struct Embed {
    place: Place,
    base: String,
}

#[wasm_bindgen]
impl Embed {
    /// Mounts an app in an element's shadow root. `pictures` is the address of the record's pictures, empty if it has
    /// none, `base` that of the site the app comes from, `lang` the code of the language, and the host says which query is asked for and hears what
    /// happens.
    ///
    /// # Errors
    ///
    /// A sentence, if the record cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        record: &[u8],
        pictures: String,
        base: String,
        lang: &str,
        host: ElementHost,
    ) -> Result<Embed, JsError> {
        dying::tell(&root);
        let context = context(record, pictures, &base, lang)?;
        let place = Place::new(root.clone(), context, Host::Element(host));
        dying::keep(place.listen());
        let props = AppProps { store: place.store().clone(), heard: place.heard(Callback::noop()) };
        // The root stays: one that is taken down leaves a trace behind, so that an element that leaves is parked.
        Renderer::<App>::with_root_and_props(root.clone(), props).render();
        intact::watch(&root);
        Ok(Embed { place, base })
    }

    /// The query is asked for that the host's attributes say.
    pub fn ask(&self, search: &str) {
        self.place.ask(search);
    }

    /// The element is gone: nothing is shown, and the record is let go. The app stays for the next element.
    pub fn park(&self) {
        self.place.restart(Context { base: self.base.clone().into(), live: true, ..Context::default() });
    }

    /// Another element, with its record, pictures and language, and its query. A record that cannot be read is an empty one.
    pub fn wake(&self, record: &[u8], pictures: String, lang: &str) {
        self.place.restart(context(record, pictures, &self.base, lang).unwrap_or_default());
    }
}

/// Where the pages of things stand: a frozen copy of the site has none, so that its things lead to the living one's.
fn pages(base: &str) -> &str {
    base.strip_suffix(concat!("v/", env!("CARGO_PKG_VERSION"), "/")).unwrap_or(base)
}

fn context(record: &[u8], pictures: String, base: &str, lang: &str) -> Result<Context, DecodeError> {
    let lang = Lang::of(lang);
    let below = |base: &str| format!("{base}{}", lang.folder()).into();
    Ok(Context {
        data: Rc::new(Dataset::decode(record)?),
        pictures: pictures.into(),
        lang,
        surface: Surface::Element,
        base: below(base),
        pages: below(pages(base)),
        live: true,
        ..Context::default()
    })
}
