//! Mounting the app on an element of a document.

use super::page::Page;
use super::panic;
use crate::model::dataset::Dataset;
use crate::model::query::Query;
use crate::model::state::{Change, Msg};
use crate::text::Lang;
use crate::view::{App, AppProps};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// A running app with everything it listens to. Dropping it ends the listening.
#[wasm_bindgen]
pub struct Mounted {
    _app: AppHandle<App>,
    _page: Rc<Page>,
}

/// Mounts the app on `root` with the record the page was rendered from, as JSON.
///
/// What was prerendered is taken over when the address asks for just that; any other query is rendered afresh.
/// `base` leads from the document to the root of the site.
///
/// # Errors
///
/// A sentence, if the record cannot be read.
#[wasm_bindgen]
pub fn mount(root: Element, record: &str, base: String, prerendered: bool) -> Result<Mounted, JsError> {
    panic::tell(&root);
    let data = Rc::new(dataset(record)?);
    let (page, query, complaints) = Page::new(&root)?;
    let page = Rc::new(page);
    let plain = query == Query::default() && complaints.is_empty();
    let (ready, told) = (page.clone(), page.clone());
    let props = AppProps {
        data,
        lang: Lang::default(),
        base: base.into(),
        query,
        complaints,
        on_ready: Callback::from(move |send: Callback<Msg>| ready.ready(send)),
        on_query: Callback::from(move |(query, change): (Query, Change)| told.told(&query, change)),
    };
    let renderer = Renderer::<App>::with_root_and_props(root, props);
    let app = if prerendered && plain { renderer.hydrate() } else { renderer.render() };
    Ok(Mounted { _app: app, _page: page })
}

fn dataset(record: &str) -> Result<Dataset, JsError> {
    Dataset::from_json(record).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsError::new(&format!("the record does not hold:\n{}", lines.join("\n")))
    })
}
