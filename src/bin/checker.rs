//! The Wasm that reads anybody's record: the model alone, loaded by `shell/foreign.js` where an address of a record is
//! given and nowhere else.

use ilrs_explainer::model::check;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A record as it came from an address, packed for the app.
///
/// # Errors
///
/// What is wrong with it, a sentence a line.
#[wasm_bindgen]
pub fn packed(record: Vec<u8>) -> Result<String, JsError> {
    check::packed(record).map_err(|problems| JsError::new(&problems.join("\n")))
}

fn main() {}
