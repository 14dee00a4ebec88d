//! The Wasm entry. The loader calls what the shell exports; nothing happens before that.

extern crate ilrs_explainer;

fn main() {}
