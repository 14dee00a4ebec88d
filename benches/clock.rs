//! What a newcomer waits for: a fresh clone of what is committed, without anything compiled; the crates lie here already.

use crate::browser::{self, Browser};
use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::table::List;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long an edit may take until the open page shows it.
const PATIENCE: Duration = Duration::from_secs(120);

/// Ordinary edits while the page is open: what it is, the file, and what stands there before and after.
const EDITS: [(&str, &str, &str, &str); 3] = [
    (
        "a text of the record, to the reloaded page",
        "src/data/missions/luna-26.toml",
        "name = \"",
        "name = \"A ",
    ),
    ("a style, to the reloaded page", "styles/opening.css", "{", "{ --edited: 1;"),
    (
        "a component, to the reloaded page",
        "src/view/opening.rs",
        "class=\"eyebrow\"",
        "class=\"eyebrow edited\"",
    ),
];

/// Tests after an edit of what they test: what it is, the words of cargo, the file, and what stands there before and
/// after.
const TESTS: [(&str, &[&str], &str, &str, &str); 2] = [
    (
        "`cargo test` after an edit of the model",
        &["test", "--quiet"],
        "src/model/fold.rs",
        "\n\n",
        "\n\n// An edit.\n",
    ),
    (
        "`cargo site test --fast` after an edit of a component",
        &["site", "test", "--fast"],
        "src/view/opening.rs",
        "\n\n",
        "\n\n// An edit.\n",
    ),
];

/// Every time in seconds.
pub fn measured() -> Outcome<List> {
    let clone = Clone::new()?;
    let mut rows = Vec::new();
    let mut note = |what: &str, start: Instant| {
        println!("  {what}: {:.1} s", start.elapsed().as_secs_f32());
        rows.push((what.to_string(), vec![start.elapsed().as_secs_f64()]));
    };
    println!("a newcomer's clock …");
    let start = Instant::now();
    let served = Served::new(&clone)?;
    note("clone to page", start);
    let runtime = crate::runtime()?;
    runtime.block_on(browser::run_at(&served.address, async |browser| {
        for (what, file, before, after) in EDITS {
            browser.open_ready("/").await?;
            browser.ask("globalThis.old = true").await?;
            let start = Instant::now();
            clone.edit(file, before, after)?;
            reloaded(browser, start).await?;
            note(what, start);
        }
        Ok(())
    }))?;
    drop(served);
    // Tests would find what was edited.
    EDITS.iter().try_for_each(|(_, file, before, after)| clone.edit(file, after, before))?;
    for (what, words, file, before, after) in TESTS {
        clone.cargo(words)?; // compiles, and brings what is needed
        clone.edit(file, before, after)?;
        let start = Instant::now();
        clone.cargo(words)?;
        note(what, start);
    }
    Ok(List {
        title: "A newcomer's clock, from a clone of what is committed with nothing compiled; crates lie on the machine."
            .to_string(),
        columns: vec!["what", "s"],
        rows,
    })
}

/// Waits until the open page has loaded itself again and answers.
async fn reloaded(browser: &Browser, start: Instant) -> Outcome {
    let again = "return !globalThis.old && performance.getEntriesByName('ilrs:ready').length > 0";
    while !browser.holds(again).await.unwrap_or(false) {
        if start.elapsed() > PATIENCE {
            return Err(fault(format!("the page was not loaded again within {PATIENCE:?}")));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// A clone in a folder of its own; it is gone when dropped.
struct Clone(PathBuf);

impl Clone {
    fn new() -> Outcome<Clone> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clone");
        let _ = std::fs::remove_dir_all(&folder); // one that was left over
        let mut git = Command::new("git");
        git.args(["clone", "--quiet"]).arg(dist::root()).arg(&folder);
        succeed(git, "git clone")?;
        Ok(Clone(folder))
    }

    /// A command of cargo in it, as if nobody had set anything.
    fn command(&self, words: &[&str]) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(words).current_dir(&self.0).env("CARGO_TARGET_DIR", self.0.join("target"));
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CI", "TEST_ALL_CASES"] {
            cargo.env_remove(name);
        }
        cargo
    }

    fn cargo(&self, words: &[&str]) -> Outcome {
        let mut cargo = self.command(words);
        cargo.stdout(Stdio::null());
        succeed(cargo, &format!("cargo {}", words.join(" ")))
    }

    fn edit(&self, file: &str, before: &str, after: &str) -> Outcome {
        let path = self.0.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| fault(format!("{file}: {error}")))?;
        if !text.contains(before) {
            return Err(fault(format!("{file}: there is no {before:?} to be edited")));
        }
        Ok(std::fs::write(path, text.replacen(before, after, 1))?)
    }
}

impl Drop for Clone {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // what is left over goes with the next run
    }
}

fn succeed(mut command: Command, what: &str) -> Outcome {
    let status = command.status().map_err(|error| fault(format!("{what}: {error}")))?;
    if status.success() { Ok(()) } else { Err(fault(format!("{what} failed"))) }
}

/// `cargo site serve --watch`, which ends when dropped.
struct Served {
    address: String,
    child: Child,
}

impl Served {
    fn new(clone: &Clone) -> Outcome<Served> {
        let mut serve = clone.command(&["site", "serve", "--watch", "--port", "0"]);
        let mut child = serve.stdout(Stdio::piped()).spawn()?;
        let said = child.stdout.take().ok_or_else(|| fault("nothing can be heard of cargo"))?;
        let mut lines = BufReader::new(said).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("serving ")?;
            Some(rest.split(' ').next()?.to_string())
        });
        std::thread::spawn(move || lines.for_each(drop)); // who cannot write ends
        match address {
            Some(address) => Ok(Served { address, child }),
            None => Err(fault("`cargo site serve` ended before it served anything")),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Cargo has become the server or waits for it, and hands on what asks it to end.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}
