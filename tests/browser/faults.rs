//! Waiting for the page, and what goes wrong in it meanwhile: a panic, an error of a script, a word to the console.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/tests/browser/faults.js")]
extern "C" {
    fn told() -> String;
    async fn frame();
    #[wasm_bindgen(catch)]
    async fn begun(name: &str) -> Result<(), JsValue>;
    fn ended() -> String;
}

/// How many frames a page may take to do what is waited for.
const PATIENCE: usize = 300;

/// Whether all is well.
///
/// # Errors
///
/// What has gone wrong. It stays: a program that has died would have every later test wait for nothing.
pub fn well() -> Result<(), String> {
    let faults = told();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Waits for what the program was about to do, and until something holds.
///
/// # Errors
///
/// What has gone wrong, or that it never came to hold.
pub async fn until(what: &str, holds: impl Fn() -> bool) -> Result<(), String> {
    for _ in 0..PATIENCE {
        frame().await;
        well()?;
        if holds() {
            return Ok(());
        }
    }
    Err(format!("never: {what}"))
}

/// Has another instance of this program call an exported function of its own, whatever becomes of that instance.
///
/// # Errors
///
/// What went wrong there.
pub async fn apart(name: &str) -> Result<(), String> {
    let begun = begun(name).await.map_err(|error| format!("{error:?}"));
    frame().await;
    let faults = ended();
    begun.and(if faults.is_empty() { Ok(()) } else { Err(faults) })
}
