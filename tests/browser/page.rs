//! The page under test: how it comes into the document, how the app takes it over, and what is asked of it. What the
//! app's own interface asks of a test is here and nowhere else.

use crate::faults::{until, well};
use ilrs_explainer::shell::{Started, start_page};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement};

#[wasm_bindgen(module = "/tests/browser/page.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn text(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn bytes(name: &str) -> Result<JsValue, JsValue>;
}

/// The document in which the tests run.
pub fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("the tests run in a document")
}

/// A place of its own in the document, which holds this.
pub fn place(html: &str) -> Element {
    let document = document();
    let place = document.create_element("div").expect("a div can be made");
    place.set_inner_html(html);
    document.body().expect("the document has a body").append_child(&place).expect("it takes a div");
    place
}

/// The page as the native side has rendered it, not yet taken over.
///
/// # Errors
///
/// What went wrong in an earlier test.
pub async fn prerendered() -> Result<Element, String> {
    well()?;
    Ok(place(&written("page.html").await))
}

/// Takes the page over with the record it was rendered from, and waits until its controls answer and each of its
/// sections has been taken over.
///
/// # Errors
///
/// What went wrong meanwhile.
pub async fn start(root: &Element) -> Result<Started, String> {
    let (record, words) = (loaded("record.bin").await, loaded("words.bin").await);
    let page = start_page(root.clone(), &record, &words, false)
        .map_err(|error| format!("{:?}", JsValue::from(error)))?;
    until("the controls answer", || number(root, "fieldset:enabled") > 0).await?;
    // The step chart is a root like the sections; its drawing takes the focus once it answers.
    until("the sections answer", || number(root, "[data-plot=step][role=slider]") == 1).await?;
    until("the track is drawn", || number(root, ".track .plot") == 1).await?;
    Ok(page)
}

/// Clicks what a selector finds first.
pub fn click(root: &Element, selector: &str) {
    found(root, selector).unchecked_into::<HtmlElement>().click();
}

/// How many elements a selector finds.
pub fn number(root: &Element, selector: &str) -> u32 {
    root.query_selector_all(selector).expect("the selector is one").length()
}

/// Types something into what a selector finds first.
pub fn type_into(root: &Element, selector: &str, text: &str) {
    let field = found(root, selector).unchecked_into::<HtmlInputElement>();
    field.set_value(text);
    let init = EventInit::new();
    init.set_bubbles(true);
    let input = Event::new_with_event_init_dict("input", &init).expect("an event can be made");
    field.dispatch_event(&input).expect("a field takes it");
}

/// What a selector finds first.
fn found(root: &Element, selector: &str) -> Element {
    let found = root.query_selector(selector).expect("the selector is one");
    found.unwrap_or_else(|| panic!("there is no {selector}"))
}

/// What the native side has written for the tests.
async fn written(name: &str) -> String {
    let text = text(name).await.unwrap_or_else(|error| panic!("{error:?}"));
    text.as_string().expect("a file is text")
}

async fn loaded(name: &str) -> Vec<u8> {
    let bytes = bytes(name).await.unwrap_or_else(|error| panic!("{error:?}"));
    bytes.unchecked_into::<js_sys::Uint8Array>().to_vec()
}
