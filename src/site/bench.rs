//! `cargo site bench`: gets what the benchmark needs, builds the site and measures it.

use super::test::{browser, cargo};
use super::{Error, step};
use std::path::Path;

/// What is measured natively is made fast; what it stands on is taken as the tests have already compiled it.
const FAST: &str = "profile.site.package.ilrs-explainer.opt-level=3";

/// What may be asked for besides numbers of events: parts, conditions, and peers to be measured.
pub const WORDS: [&str; 10] =
    ["model", "page", "load", "wasm", "peers", "fast", "slow", "timelinejs", "vis-timeline", "react-chrono"];

/// Measures what is asked for, or everything.
///
/// # Errors
///
/// A word that means nothing here, or what stopped the measuring.
pub fn run(root: &Path, asked: &[&str]) -> Result<(), Error> {
    let known = |word: &&&str| word.parse::<usize>().is_err() && !WORDS.contains(word);
    if let Some(word) = asked.iter().find(known) {
        return Err(format!("bench takes numbers of events and {}, not {word}", WORDS.join(", ")));
    }
    step("looking for a browser and its driver", browser)?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    let built = ["bench", "--locked", "--profile", "site", "--config", FAST, "--features", "site"];
    let all = [&built, ["--bench", "bench", "--"].as_slice(), asked].concat();
    step("measuring", || cargo(root, &all))
}
