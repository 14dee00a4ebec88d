//! What the built site weighs and holds: the tests that read `dist/`. `cargo site test --fast`, which builds no site,
//! leaves this module out, and a test sees to it that no other reads it.

mod budgets;
mod downloads;
mod embedding;
mod frozen;
mod glance;
mod jsonld;
mod languages;
mod sources;
mod wasm;

use crate::support::root;
use std::path::PathBuf;

/// The folder of the built site.
fn dist() -> PathBuf {
    root().join("dist")
}

/// A text of the built site, by its path there.
fn text(path: &str) -> String {
    std::fs::read_to_string(dist().join(path))
        .unwrap_or_else(|error| panic!("dist/{path}: {error}; run `cargo site build` first"))
}
