//! `cargo site fuzz`: tries every door with a million cases, or as many as are asked for.

use super::{Error, cargo, optimise, step};
use clap::Args;
use std::path::Path;

/// What makes up cases and what they are tried on is made fast.
const FAST: [&str; 4] = ["ilrs-explainer", "proptest", "rand", "serde_json"];

/// What is asked for.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many cases each door gets.
    #[arg(default_value_t = 1_000_000)]
    pub cases: u32,
    /// The run to be had again; without it another one.
    pub seed: Option<u64>,
}

/// Tries every door.
pub fn run(root: &Path, options: &Options) -> Result<(), Error> {
    step("trying every door", || {
        let mut test = cargo(root);
        test.args(["test", "--locked", "--profile", "site", "--features", "site", "--test", "fuzz"]);
        optimise(&mut test, &FAST);
        test.args(["--", "--nocapture"]).env("FUZZ_CASES", options.cases.to_string());
        if let Some(seed) = options.seed {
            test.env("FUZZ_SEED", seed.to_string());
        }
        let status = test.status().map_err(|error| format!("cargo: {error}"))?;
        let kept = "a door gave way; the smallest case stands above and is kept in tests/fuzz/*.seeds";
        if status.success() { Ok(()) } else { Err(kept.to_string()) }
    })
}
