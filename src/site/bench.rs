//! `cargo site bench`: gets what the benchmark needs, builds the site and measures it.

use super::test::{browser, cargo};
use super::{Error, step};
use std::path::Path;

/// What is measured natively is made fast; what it stands on is taken as the tests have already compiled it.
const FAST: &str = "profile.site.package.ilrs-explainer.opt-level=3";

/// The parts of the benchmark.
pub const PARTS: [&str; 9] = ["model", "page", "load", "wasm", "peers", "surfaces", "scale", "long", "clock"];

/// What may be asked for besides them, numbers of events and folders of other builds: conditions, and peers to be
/// measured.
pub const OTHERS: [&str; 5] = ["fast", "slow", "timelinejs", "vis-timeline", "react-chrono"];

/// A word of the command line, if it means something here.
pub(super) fn asked(word: &str) -> Result<String, Error> {
    let mut words = PARTS.into_iter().chain(OTHERS);
    if word.parse::<usize>().is_ok() || words.any(|known| known == word) {
        return Ok(word.to_string());
    }
    match Path::new(word).canonicalize() {
        Ok(folder) if folder.join("index.html").is_file() => Ok(folder.display().to_string()),
        _ => {
            let words = [&PARTS[..], &OTHERS].concat().join(", ");
            Err(format!("bench takes numbers of events, folders with another build and {words}"))
        }
    }
}

/// Measures what is asked for, or everything.
///
/// # Errors
///
/// What stopped the measuring.
pub fn run(root: &Path, asked: &[String]) -> Result<(), Error> {
    step("looking for a browser and its driver", browser)?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    let built = ["bench", "--locked", "--profile", "site", "--config", FAST, "--features", "site"];
    let all = built.into_iter().chain(["--bench", "bench", "--"]).chain(asked.iter().map(String::as_str));
    step("measuring", || cargo(root, &all.collect::<Vec<_>>()))
}
