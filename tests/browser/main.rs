//! The page in a browser: it is rendered natively, taken over there and clicked. What ends the app at its start or at
//! a click fails here. `cargo site test --fast` writes what it needs and runs it.

#![cfg(target_arch = "wasm32")]

mod faults;
mod page;
mod small;

use faults::{apart, until};
use page::{click, mount, number, prerendered};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LINES: &str = ".line:not([hidden])";

#[wasm_bindgen_test]
async fn the_page_is_taken_over_and_answers() -> Result<(), String> {
    let root = prerendered().await?;
    let (elements, lines) = (number(&root, "*"), number(&root, LINES));
    let app = mount(&root).await?;
    assert_eq!((number(&root, "*"), number(&root, LINES)), (elements, lines), "it stands as it was rendered");
    app.ask("?kind=launch", true, false);
    until("fewer lines are left", || number(&root, LINES) < lines).await?;
    app.ask("", true, false);
    until("all lines are back", || number(&root, LINES) == lines).await
}

#[wasm_bindgen_test]
async fn a_small_app_is_taken_over_and_answers() -> Result<(), String> {
    let place = small::list(false, false).await?;
    click(&place, "button");
    until("a line is added", || number(&place, "li") == 2).await
}

#[wasm_bindgen_test]
async fn markup_that_is_not_there_is_noticed() {
    let fault = apart("takes_over_what_is_not_there").await;
    assert!(fault.as_ref().is_err_and(|fault| fault.contains("expected Component")), "{fault:?}");
}

#[wasm_bindgen_test]
async fn a_click_that_ends_the_app_is_noticed() {
    let fault = apart("presses_what_ends_it").await;
    assert!(fault.as_ref().is_err_and(|fault| fault.contains("a click ends this")), "{fault:?}");
}

#[wasm_bindgen_test]
async fn what_is_well_apart_is_not_complained_of() {
    assert_eq!(apart("takes_over_what_is_there").await, Ok(()));
}
