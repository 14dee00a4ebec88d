//! The benchmark: the explainer beside its peers, where a load goes, what the Wasm is made of, how long the model takes
//! natively, and what a reader waits for in a real browser. It measures and never judges; what does not finish is told.
//!
//! `cargo site bench` brings browser and driver, builds the site and runs this with the words it was given.

// What it shares with the tests: the records, a browser, a server.
#[path = "../tests/e2e/addon.rs"]
mod addon;
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
#[path = "../tests/e2e/reader.rs"]
#[allow(dead_code, reason = "as above")]
mod reader;
#[path = "../tests/e2e/site.rs"]
#[allow(dead_code, reason = "as above")]
mod site;

// The benchmark itself.
mod args;
mod clock;
mod contest;
mod crates;
mod first_draw;
mod fixtures;
mod forms;
mod load;
mod long_use;
mod native;
mod owner;
mod peers;
mod phone;
mod race;
mod scale;
mod surfaces;
mod table;

use args::Asked;
use outcome::Outcome;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tokio::runtime::Runtime;

/// How many events the measured records have; of more, a generated record is larger than a record may be.
const SIZES: [usize; 5] = [60, 500, 2_000, 10_000, 80_000];

fn main() -> Outcome {
    let asked = Asked::new(std::env::args().skip(1));
    let mut report = Report::default();
    if asked.part("peers") {
        let contest = peers::measured(&asked)?;
        report.add(contest.markdown(), contest.json())?;
    }
    if asked.part("surfaces") {
        let contest = surfaces::measured(&asked)?;
        report.add(contest.markdown(), contest.json())?;
    }
    if asked.part("load") {
        let table = load::measured()?;
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("wasm") {
        let table = crates::measured()?;
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("model") {
        let table = native::measured(&asked.sizes(&SIZES));
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("page") {
        let table = first_draw::measured(&asked.sizes(&SIZES))?;
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("scale") {
        let table = scale::measured()?;
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("long") {
        let table = long_use::measured()?;
        report.add(table.markdown(), table.json())?;
    }
    if asked.part("clock") {
        let table = clock::measured()?;
        report.add(table.markdown(), table.json())?;
    }
    println!("the same in {} and .json", place("md").display());
    Ok(())
}

/// What drives a browser: one thread, so that little else is at work beside what is measured.
fn runtime() -> Outcome<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?)
}

/// What has been measured so far, as text and as JSON: shown and kept after each part.
#[derive(Default)]
struct Report {
    text: String,
    json: Vec<Value>,
}

impl Report {
    fn add(&mut self, text: String, json: Value) -> Outcome {
        println!("\n{text}\n");
        self.text.push_str(&format!("{text}\n\n"));
        self.json.push(json);
        std::fs::write(place("md"), &self.text)?;
        std::fs::write(place("json"), serde_json::to_string_pretty(&self.json)?)?;
        Ok(())
    }
}

/// The report in the target folder.
fn place(ending: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(format!("bench.{ending}"))
}
