//! The native side: everything that touches the disk. Checks the record, builds and serves the site, tests it.

pub mod bench;
mod browser_test;
#[cfg(feature = "card")]
pub mod card;
pub mod catalogue;
pub mod csl;
pub mod csv;
pub mod dist;
pub mod downloads;
pub mod embedding;
mod foreign;
mod frame;
mod frozen;
pub mod fuzz;
pub mod glance;
pub mod headers;
pub mod ics;
pub mod jsonld;
mod method;
pub mod oembed;
pub mod page;
pub mod record;
pub mod rules;
pub mod scene;
mod script;
pub mod serve;
pub mod share;
mod snip;
mod sources;
mod style;
pub mod supply;
mod test;
pub mod wasm;
pub mod wire;

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Why a command stopped: a sentence with a place.
pub type Error = String;

/// What is published, by path below `dist/`.
pub type Files = BTreeMap<String, Vec<u8>>;

const USAGE: &str = "\
cargo site serve [--port 8080] [--watch]   build everything and serve it on 127.0.0.1
cargo site build [--url https://host/path/] [--record DIR] [--out DIR] [--catalogue]   write dist/
cargo site check [--record DIR]            check the record
cargo site hashes FILE…                    print the hashes of articles that must not be copied
cargo site test [--fast]                   run every test; --fast: those that need no built site, in seconds
cargo site bench [what or how many events …]   measure model, page, load, wasm, peers (see the README)
cargo site fuzz [cases [seed]]             try what comes in from outside with a million cases, or so many";

/// Runs one command.
pub fn main(args: impl Iterator<Item = String>) -> ExitCode {
    match run(&args.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<(), Error> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check"] => check(None),
        ["check", "--record", path] => check(Some(path)),
        ["build", rest @ ..] => dist::build(&root(), dist::Options::parse(rest)?),
        ["serve", rest @ ..] => serve::run(&root(), &serve::Options::parse(rest)?),
        ["hashes", files @ ..] if !files.is_empty() => hashes(files),
        ["test"] => test::run(&root()),
        ["test", "--fast"] => test::fast(&root()),
        ["fuzz", rest @ ..] => fuzz::run(&root(), &fuzz::Options::parse(rest)?),
        ["bench", sizes @ ..] => bench::run(&root(), sizes),
        _ => Err(format!("Use one of:\n{USAGE}")),
    }
}

/// The folder of the crate: where cargo found it, not where the command was typed.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

/// The cargo that runs us, in the folder of the crate.
fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}

fn check(other: Option<&str>) -> Result<(), Error> {
    let record = dist::read_record(&root(), other)?;
    println!("{}", record::summary(&record));
    Ok(())
}

/// Prints what `rules/seeds.hashes` keeps of articles.
fn hashes(files: &[&str]) -> Result<(), Error> {
    let texts: Vec<String> = files.iter().map(|file| read(Path::new(file))).collect::<Result<_, _>>()?;
    let all = texts.iter().flat_map(|text| rules::seeds::hashes(text)).collect();
    print!("{}", rules::seeds::written(&all));
    Ok(())
}

/// Adds a file under `assets/` whose name holds its hash, and gives back that name.
fn asset(files: &mut Files, stem: &str, ending: &str, bytes: Vec<u8>) -> String {
    let hash: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}.{hash}.{ending}");
    files.insert(format!("assets/{name}"), bytes);
    name
}

/// Says what is being done and, when it is over, how long it took.
fn step<T>(what: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    println!("{what} …");
    let start = Instant::now();
    let done = work()?;
    println!("{what}: {:.1} s", start.elapsed().as_secs_f32());
    Ok(done)
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
