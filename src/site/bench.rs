//! `cargo site bench`: gets what the benchmark needs, builds the site and measures it.

use super::test::{browser, cargo};
use super::{Error, step};
use std::path::Path;

/// What is measured natively is made fast; what it stands on is taken as the tests have already compiled it.
const FAST: &str = "profile.site.package.ilrs-explainer.opt-level=3";

/// Measures records of these sizes, or of all that are usually measured.
pub fn run(root: &Path, sizes: &[&str]) -> Result<(), Error> {
    if let Some(word) = sizes.iter().find(|word| word.parse::<usize>().is_err()) {
        return Err(format!("bench takes numbers of events, not {word}"));
    }
    step("looking for a browser and its driver", browser)?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    let built = ["bench", "--locked", "--profile", "site", "--config", FAST, "--features", "site"];
    let asked = [&built, ["--bench", "bench", "--"].as_slice(), sizes].concat();
    step("measuring", || cargo(root, &asked))
}
