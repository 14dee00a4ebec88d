//! The page in a browser: it is rendered natively, taken over there and clicked. What ends the app at its start or at
//! a click fails here. `cargo site test --fast` writes what it needs and runs it.

#![cfg(target_arch = "wasm32")]

mod faults;
mod page;
mod small;

use faults::{apart, until};
use page::{click, number, prerendered, start, type_into};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LINES: &str = ".line";
const CARDS: &str = ".card";

/// The elements that were prerendered. The track is drawn once its width is known; strips, the bars of the slider and what
/// saves a chart once the page is taken over.
const PRERENDERED: &str =
    "*:not(.track *, .brief *, .rail svg, .rail svg *, [data-root] .take, [data-root] .take *)";

#[wasm_bindgen_test]
async fn the_page_is_taken_over_and_answers() -> Result<(), String> {
    let root = prerendered().await?;
    let (elements, lines, cards) = (number(&root, PRERENDERED), number(&root, LINES), number(&root, CARDS));
    let _page = start(&root).await?;
    assert_eq!((number(&root, PRERENDERED), number(&root, LINES)), (elements, lines), "it stands as it was");
    let fewer = || number(&root, LINES) < lines && number(&root, CARDS) < cards;
    let all = || number(&root, LINES) == lines && number(&root, CARDS) == cards;

    click(&root, "input[name=kind][value=launch]");
    until("a choice leaves fewer lines", fewer).await?;
    click(&root, ".chip");
    until("its chip takes it back", all).await?;

    type_into(&root, "input[name=q]", "Luna-26");
    until("a word leaves fewer lines", || fewer() && number(&root, "mark") > 0).await?;
    click(&root, "a.reset[href='?']");
    until("the reset brings all back", all).await?;

    let rows = number(&root, ".slip li");
    click(&root, ".slip [aria-expanded]");
    until("the other milestones have their rows", || number(&root, ".slip li") > rows).await?;
    let marks = number(&root, "[data-mark]");
    click(&root, ".track .tools button:nth-of-type(3)");
    until("the track comes closer", || number(&root, "[data-mark]") != marks).await?;
    click(&root, ".card [aria-expanded]");
    until("a card opens", || number(&root, ".card.open + .panel") == 1).await
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
