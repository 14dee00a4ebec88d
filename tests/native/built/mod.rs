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

/// The page, or other file, to which a link leads from a page.
fn led(page: &str, link: &str) -> Option<String> {
    let url = url::Url::parse("http://site/").ok()?.join(page).ok()?.join(link).ok()?;
    let path = url.path().strip_prefix('/')?.to_string();
    (url.host_str() == Some("site"))
        .then(|| if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path })
}
