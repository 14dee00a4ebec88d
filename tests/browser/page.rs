//! The page under test: how it comes into the document, how the app takes it over, and what is asked of it. What the
//! app's own interface asks of a test is here and nowhere else.

use crate::faults::{until, well};
use ilrs_explainer::shell::{self, Host, Mounted};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

#[wasm_bindgen(module = "/tests/browser/page.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn text(name: &str) -> Result<JsValue, JsValue>;
    fn host() -> Host;
    fn ready() -> bool;
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

/// Takes the page over with the record it was rendered from, and waits until its controls answer.
///
/// # Errors
///
/// What went wrong meanwhile.
pub async fn mount(root: &Element) -> Result<Mounted, String> {
    let record = written("record.json").await;
    let app = shell::mount(root.clone(), &record, "", String::new(), true, host())
        .map_err(|error| format!("{:?}", JsValue::from(error)))?;
    until("the controls answer", ready).await?;
    for section in 1..=6 {
        app.act("take", section);
    }
    until("the sections are taken over", || true).await?;
    Ok(app)
}

/// Clicks what a selector finds first.
pub fn click(root: &Element, selector: &str) {
    let found = root.query_selector(selector).expect("the selector is one");
    let found = found.unwrap_or_else(|| panic!("there is no {selector}"));
    found.unchecked_into::<HtmlElement>().click();
}

/// How many elements a selector finds.
pub fn number(root: &Element, selector: &str) -> u32 {
    root.query_selector_all(selector).expect("the selector is one").length()
}

/// What the native side has written for the tests.
async fn written(name: &str) -> String {
    let text = text(name).await.unwrap_or_else(|error| panic!("{error:?}"));
    text.as_string().expect("a file is text")
}
