//! `cargo site fuzz`: tries every door with a million cases, or as many as are asked for.

use super::{Error, cargo, step};
use std::path::Path;

/// What makes up cases and what they are tried on is made fast.
const FAST: [&str; 4] = ["ilrs-explainer", "proptest", "rand", "serde_json"];

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How many cases each door gets.
    pub cases: u32,
    /// The run to be had again; `None`: another one.
    pub seed: Option<u64>,
}

impl Options {
    /// Reads what follows `fuzz`.
    pub fn parse(words: &[&str]) -> Result<Options, Error> {
        let failed = |word: &str| format!("fuzz takes a number of cases and a seed, not {word}");
        let mut options = Options { cases: 1_000_000, seed: None };
        if let Some(word) = words.first() {
            options.cases = word.parse().map_err(|_| failed(word))?;
        }
        if let Some(word) = words.get(1) {
            options.seed = Some(word.parse().map_err(|_| failed(word))?);
        }
        words.get(2).map_or(Ok(options), |word| Err(failed(word)))
    }
}

/// Tries every door.
pub fn run(root: &Path, options: &Options) -> Result<(), Error> {
    step("trying every door", || {
        let mut test = cargo(root);
        test.args(["test", "--locked", "--profile", "site", "--features", "site", "--test", "fuzz"]);
        for package in FAST {
            test.args(["--config", &format!("profile.site.package.{package}.opt-level=3")]);
        }
        test.args(["--", "--nocapture"]).env("FUZZ_CASES", options.cases.to_string());
        if let Some(seed) = options.seed {
            test.env("FUZZ_SEED", seed.to_string());
        }
        let status = test.status().map_err(|error| format!("cargo: {error}"))?;
        let kept = "a door gave way; the smallest case stands above and is kept in tests/fuzz/*.seeds";
        if status.success() { Ok(()) } else { Err(kept.to_string()) }
    })
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn cases_and_seed_are_numbers() {
        let read = |cases, seed| Some(Options { cases, seed });
        let table: [(&[&str], Option<Options>); 6] = [
            (&[], read(1_000_000, None)),
            (&["500"], read(500, None)),
            (&["500", "7"], read(500, Some(7))),
            (&["many"], None),
            (&["500", "-1"], None),
            (&["500", "7", "8"], None),
        ];
        for (words, options) in table {
            assert_eq!(Options::parse(words).ok(), options, "{words:?}");
        }
    }
}
