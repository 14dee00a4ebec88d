//! The benchmark: how long the model takes natively, and what a reader waits for in a real browser, on generated
//! records from sixty to a hundred thousand events. It measures and never judges; what does not finish is told.
//!
//! `cargo site bench` brings browser and driver, builds the site and runs this. Sizes given to it are measured
//! instead of all.

// What it shares with the tests: the records, a browser, a server.
#[path = "../tests/e2e/browser.rs"]
#[allow(dead_code, reason = "tests ask a page more than a benchmark does")]
mod browser;
#[path = "../tests/e2e/command.rs"]
#[allow(dead_code, reason = "as above")]
mod command;
#[path = "../tests/e2e/dist.rs"]
#[allow(dead_code, reason = "as above")]
mod dist;
#[path = "../tests/e2e/driver.rs"]
mod driver;
#[path = "../tests/e2e/folder.rs"]
mod folder;
#[path = "../tests/generated/mod.rs"]
mod generated;
#[path = "../tests/e2e/outcome.rs"]
mod outcome;
#[path = "../tests/e2e/site.rs"]
#[allow(dead_code, reason = "as above")]
mod site;

// The benchmark itself.
mod drawn;
mod native;
mod table;

use outcome::Outcome;
use std::path::Path;
use table::Table;

/// How many events the measured records have.
const SIZES: [usize; 5] = [60, 500, 2_000, 10_000, 100_000];

fn main() -> Outcome {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let tables = [native::measured(&sizes), drawn::measured(&sizes)?];
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        println!("\n{}", table.markdown());
    }
    keep(&tables)
}

/// Writes the tables as JSON into the target folder.
fn keep(tables: &[Table]) -> Outcome {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench.json");
    let all: Vec<_> = tables.iter().map(Table::json).collect();
    std::fs::write(&place, serde_json::to_string_pretty(&all)?)?;
    println!("\nthe same as JSON: {}", place.display());
    Ok(())
}
