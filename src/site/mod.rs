//! The native side: everything that touches the disk. Checks the record, builds and serves the site, tests it.

pub mod bench;
mod browser_test;
pub mod catalogue;
pub mod changes;
mod check;
mod citation;
pub mod cite;
pub mod compare;
pub mod csl;
pub mod csv;
pub mod dist;
pub mod downloads;
pub mod due;
pub mod edition;
pub mod embedding;
mod events;
pub mod fault;
pub mod feed;
pub mod figures;
mod foreign;
mod frame;
mod frozen;
pub mod fuzz;
pub mod handle;
pub mod headers;
pub mod ics;
pub mod item;
pub mod joined;
pub mod jsonld;
mod known_since;
pub mod languages;
pub mod lettering;
mod loaded;
mod method;
pub mod missing;
pub mod moon;
pub mod nginx;
pub mod oembed;
pub mod package;
pub mod page;
mod pages;
pub mod pictures;
pub mod po;
pub mod record;
pub mod record_files;
mod reload;
pub mod rules;
mod script;
pub mod serve;
pub mod share;
#[cfg(feature = "card")]
pub mod social_image;
pub mod source_figures;
pub mod sources;
pub mod station;
pub mod story;
mod style;
pub mod supply;
pub mod svg;
mod take;
mod template;
mod test;
mod uuid;
pub mod wasm;
pub mod whole_record;

use clap::Parser;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Why a command stopped: a sentence with a place.
pub type Error = String;

/// What is published, by path below `dist/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What can be asked for.
#[derive(Debug, Parser)]
#[command(name = "cargo site", bin_name = "cargo site")]
enum Task {
    /// Builds everything and serves it on 127.0.0.1.
    Serve(serve::Options),
    /// Writes dist/.
    Build(dist::Options),
    /// Checks the record, and says what of it is due to be looked at again.
    Check(check::Options),
    /// Writes the texts of the record anew for translators, src/data/po/; nothing they have written is lost.
    Texts,
    /// Writes the schemas of the record's files, src/data/schema/, by which editors complete and check.
    Schemas,
    /// Prints the hashes of articles that must not be copied.
    Hashes {
        /// Their texts.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Runs every test.
    Test {
        /// Those alone that need no built site: seconds after an edit.
        #[arg(long)]
        fast: bool,
    },
    /// Measures the explainer, alone and against its peers.
    Bench {
        /// Numbers of events, parts, conditions and peers (see docs/performance.md); all without any.
        #[arg(value_parser = bench::asked)]
        what: Vec<String>,
    },
    /// Tries what comes in from outside with made-up cases.
    Fuzz(fuzz::Options),
}

/// Runs one command, as it is written after `cargo site`.
pub fn main(words: impl Iterator<Item = String>) -> ExitCode {
    let task = Task::try_parse_from(std::iter::once("cargo site".to_string()).chain(words));
    match task.map(run) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(error) => error.exit(),
    }
}

fn run(task: Task) -> Result<(), Error> {
    match task {
        Task::Serve(options) => serve::run(&root(), &options),
        Task::Build(options) => dist::build(&root(), &options),
        Task::Check(options) => check::run(&root(), &options),
        Task::Texts => po::run(&root()),
        Task::Schemas => record_files::run(&root()),
        Task::Hashes { files } => hashes(&files),
        Task::Test { fast: true } => test::fast(&root()),
        Task::Test { fast: false } => test::run(&root()),
        Task::Bench { what } => bench::run(&root(), &what),
        Task::Fuzz(options) => fuzz::run(&root(), &options),
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

/// Has cargo compile these packages to be fast, in the profile of the tool and the tests.
fn optimise(cargo: &mut Command, packages: &[&str]) {
    for package in packages {
        cargo.args(["--config", &format!("profile.site.package.{package}.opt-level=3")]);
    }
}

/// Prints what `rules/seeds.hashes` keeps of articles.
fn hashes(files: &[PathBuf]) -> Result<(), Error> {
    let texts: Vec<String> = files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
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

#[cfg(test)]
mod tests {
    use super::{Task, check, dist, fuzz, serve};
    use clap::Parser;

    fn task(words: &str) -> Result<Task, String> {
        let words = ["cargo site"].into_iter().chain(words.split_whitespace());
        Task::try_parse_from(words).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_asked_for_is_read() {
        let built = dist::Options {
            url: Some("https://x.example/".to_string()),
            record: Some("a".into()),
            out: Some("b".into()),
            ..dist::Options::default()
        };
        let words = "build --record a --url https://x.example/ --out b";
        assert!(matches!(task(words), Ok(Task::Build(options)) if options == built));
        let checked = check::Options { figures: true, texts: true, on: Some(0), ..check::Options::default() };
        let words = "check --figures --texts --on 1970-01-01";
        assert!(matches!(task(words), Ok(Task::Check(options)) if options == checked));
        assert!(matches!(task("texts"), Ok(Task::Texts)));
        assert!(matches!(task("schemas"), Ok(Task::Schemas)));
        let served = serve::Options { port: 8080, watch: true, languages: false };
        assert!(matches!(task("serve --watch"), Ok(Task::Serve(options)) if options == served));
        for (words, cases, seed) in
            [("fuzz", 1_000_000, None), ("fuzz 500", 500, None), ("fuzz 500 7", 500, Some(7))]
        {
            let read = fuzz::Options { cases, seed };
            assert!(matches!(task(words), Ok(Task::Fuzz(options)) if options == read), "{words}");
        }
        assert!(matches!(task("bench slow 60"), Ok(Task::Bench { what }) if what == ["slow", "60"]));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (words, said) in [
            ("", "Usage: cargo site <COMMAND>"),
            ("dance", "unrecognized subcommand 'dance'"),
            ("build --record", "--record <DIR>"),
            ("serve --port 70000", "70000"),
            ("check --on 2026-13-01", "a month is 01 to 12"),
            ("check --on 2026-10", "it is no day"),
            ("fuzz many", "'many'"),
            ("fuzz 500 -1", "'-1'"),
            ("fuzz 500 7 8", "'8'"),
            ("hashes", "<FILES>..."),
            ("bench quickly", "takes numbers of events, folders with another build and model, page"),
        ] {
            let error = task(words).expect_err(words);
            assert!(error.contains(said), "{words}: {error}");
        }
    }
}
