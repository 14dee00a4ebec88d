//! The Wasm that reads anybody's record: the model alone, loaded by `shell/foreign.js` where an address of a record is
//! given and nowhere else.

use ilrs_explainer::model::validate::json;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A record as it came from an address, as the app loads it.
///
/// # Errors
///
/// What is wrong with it, a sentence a line.
#[wasm_bindgen]
pub fn encoded(record: Vec<u8>) -> Result<Vec<u8>, JsError> {
    json::encoded(record).map_err(|problems| JsError::new(&problems.join("\n")))
}

fn main() {}
