//! chromedriver or geckodriver, started on a free port and stopped when nobody needs it any more.

use crate::outcome::{Outcome, fault};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// What a page runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, in which every test runs.
    Chromium,
    /// Firefox, in which the essential ones do.
    Firefox,
}

impl Engine {
    fn driver(self) -> PathBuf {
        let name = if self == Engine::Chromium { "chromedriver" } else { "geckodriver" };
        let own = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name).join("bin").join(name); // as `cargo site test` brings it
        if own.exists() { own } else { name.into() }
    }

    /// What its driver says before the number of its port.
    fn said(self) -> &'static str {
        match self {
            Engine::Chromium => "started successfully on port ",
            Engine::Firefox => "Listening on 127.0.0.1:",
        }
    }

    /// How it is to be started: without a window, fresh, and without motion, since the driver clicks where an element
    /// is and not where it will have scrolled to.
    pub fn capabilities(self) -> Capabilities {
        let own = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": { "ui.prefersReducedMotion": 1 },
                },
            }),
        };
        let Value::Object(mut capabilities) = own else { unreachable!("an object is written above") };
        capabilities.insert("timeouts".to_string(), json!({ "script": 180_000, "pageLoad": 60_000 }));
        capabilities
    }
}

const CHROMIUM: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none", // letters stand the same on every machine
    "--force-prefers-reduced-motion",
]; // without --user-data-dir the driver makes a fresh profile and deletes it

/// A running driver.
pub struct Driver {
    /// Where it answers.
    pub address: String,
    /// What it drives.
    pub engine: Engine,
    child: Child,
    /// Held open: a driver that cannot write ends.
    _said: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts one and waits until it says its port.
    pub fn start(engine: Engine) -> Outcome<Driver> {
        let program = engine.driver();
        let name = program.display();
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                fault(format!("{name} does not start ({error}); `cargo site test` brings what is needed"))
            })?;
        let said = child.stdout.take().ok_or_else(|| fault(format!("{name} has no output")))?;
        let mut said = BufReader::new(said);
        match port(&mut said, engine.said()) {
            Some(port) => {
                Ok(Driver { address: format!("http://127.0.0.1:{port}"), engine, child, _said: said })
            }
            None => {
                let _ = child.kill(); // it may have ended by itself
                Err(fault(format!("{name} ended without saying `{}…`", engine.said())))
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}

fn port(said: &mut impl BufRead, before: &str) -> Option<u16> {
    let lines = said.lines().map_while(Result::ok);
    let mut ports = lines.filter_map(|line| {
        let (_, port) = line.split_once(before)?;
        port.trim().trim_end_matches('.').parse().ok()
    });
    ports.next()
}
