//! An element on a page of another site. `element.js` defines it, since only a class can; what it shows is ours.

use super::dying;
use super::host::{ElementHost, Host};
use super::place::Place;
use crate::model::dataset::Dataset;
use crate::text::{Language, NoWords};
use crate::view::{App, AppProps, Context, Surface, intact};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{Callback, Renderer};

/// An app in an element.
#[wasm_bindgen]
pub struct Embed {
    place: Place,
    base: String,
    language: &'static Language,
}

#[wasm_bindgen]
impl Embed {
    /// Mounts an app in an element's shadow root. `pictures` is the address of the record's pictures, empty if it has
    /// none, `base` that of the site the app comes from, and the host says which query is asked for and hears what
    /// happens.
    ///
    /// # Errors
    ///
    /// A sentence, if the record or the words cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        record: &[u8],
        words: &[u8],
        pictures: String,
        base: String,
        host: ElementHost,
    ) -> Result<Embed, JsError> {
        dying::tell(&root);
        let (data, language) = (Dataset::decode(record)?, spoken(words)?);
        let context = context(Context::new(Rc::new(data), language), pictures, &base);
        let place = Place::new(root.clone(), context, Host::Element(host));
        dying::keep(place.listen());
        let props = AppProps { store: place.store().clone(), heard: place.heard(Callback::noop()) };
        // The root stays: one that is taken down leaves a trace behind, so that an element that leaves is parked.
        Renderer::<App>::with_root_and_props(root.clone(), props).render();
        intact::watch(&root);
        Ok(Embed { place, base, language })
    }

    /// The query is asked for that the host's attributes say.
    pub fn ask(&self, search: &str) {
        self.place.ask(search);
    }

    /// The element is gone: nothing is shown, and the record is let go. The app stays for the next element.
    pub fn park(&self) {
        self.show(Dataset::default(), self.language, String::new());
    }

    /// Another element, with its record, words and pictures, and its query. A record that cannot be read is an empty one.
    pub fn wake(&self, record: &[u8], words: &[u8], pictures: String) {
        let language = spoken(words).unwrap_or(self.language);
        self.show(Dataset::decode(record).unwrap_or_default(), language, pictures);
    }
}

impl Embed {
    fn show(&self, data: Dataset, language: &'static Language, pictures: String) {
        self.place.restart(context(Context::new(Rc::new(data), language), pictures, &self.base));
    }
}

/// Where the pages of things stand: a frozen copy of the site has none, so that its things lead to the living one's.
fn pages(base: &str) -> &str {
    base.strip_suffix(concat!("v/", env!("CARGO_PKG_VERSION"), "/")).unwrap_or(base)
}

thread_local! {
    /// The words that were read, by the bytes they were read from: they stay, so nobody reads them twice.
    static SPOKEN: RefCell<Vec<(Vec<u8>, &'static Language)>> = const { RefCell::new(Vec::new()) };
}

fn spoken(words: &[u8]) -> Result<&'static Language, NoWords> {
    SPOKEN.with_borrow_mut(|spoken| {
        if let Some((_, language)) = spoken.iter().find(|(read, _)| read == words) {
            return Ok(*language);
        }
        let language = Language::decode(words)?;
        spoken.push((words.to_vec(), language));
        Ok(language)
    })
}

fn context(of: Context, pictures: String, base: &str) -> Context {
    let folder = of.language.lang().folder();
    let below = |base: &str| format!("{base}{folder}").into();
    Context {
        pictures: pictures.into(),
        surface: Surface::Element,
        base: below(base),
        pages: below(pages(base)),
        live: true,
        ..of
    }
}
