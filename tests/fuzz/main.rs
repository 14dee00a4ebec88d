//! The doors through which something from outside comes in, tried with what nobody would write: at each, anything
//! at all ends in a value or in a refusal with its reason, and never in a panic.
//!
//! As a test each door gets some thousands of cases, together about a minute; `cargo site fuzz` gives each a
//! million. A run says its seed, and `cargo site fuzz <cases> <seed>` is the same run again. A case that fails is
//! made as small as it gets and kept as a seed in `tests/fuzz/*.seeds`, which every later run tries first; the
//! fault itself becomes a line in a table of `tests/native/`.

#[path = "../generated/mod.rs"]
#[allow(dead_code, reason = "its arguments are chosen here")]
mod generated;
mod looked;
mod mutate;

// A door each. What a page around ours may say to a frame gets one with the frame.
mod codec;
mod query;
mod record;
mod state;
mod when;

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

/// How a door is tried: so many cases, or as many as are asked for.
fn cases(usual: u32) -> Config {
    Config {
        cases: asked("FUZZ_CASES").map_or(usual, |cases| cases.min(u64::from(u32::MAX)) as u32),
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("seeds"))),
        max_shrink_iters: 50_000,
        ..Config::default()
    }
}

/// The seed asked for, or another in every run; but a change is not judged by chance, so under `CI` always the same.
fn seed() -> u64 {
    static SEED: OnceLock<u64> = OnceLock::new();
    *SEED.get_or_init(|| {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros() as u64);
        let usual = || if std::env::var_os("CI").is_some() { 1959 } else { now() };
        let seed = asked("FUZZ_SEED").unwrap_or_else(usual);
        eprintln!("the seed of this run is {seed}: again with FUZZ_SEED={seed}");
        seed
    })
}

fn asked(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is a number, not {value}")))
}
