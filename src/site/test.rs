//! `cargo site test`: gets what the tests need, then runs them all.

use super::{Error, step};
use std::path::Path;
use std::process::Command;

/// Runs every test.
pub fn run(root: &Path) -> Result<(), Error> {
    step("looking for a browser and its driver", browser)?;
    step("fetching the Node packages of the tests", || node(root))?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    step("native and server-render tests", || {
        cargo(
            root,
            &["test", "--locked", "--profile", "site", "--features", "site", "--lib", "--test", "native"],
        )
    })?;
    step("a second build from another folder", || {
        cargo(root, &["test", "--locked", "--profile", "site", "--features", "site", "--test", "twice"])
    })?;
    step("tests in a real browser", || {
        cargo(root, &["test", "--locked", "--profile", "site", "--features", "site", "--test", "e2e"])
    })
}

/// Chromium and its driver: found, or got by the package manager on Debian as root.
pub(super) fn browser() -> Result<(), Error> {
    let missing: Vec<&str> = ["chromium", "chromedriver"].into_iter().filter(|name| !runs(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let install =
        ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver", "fonts-noto-cjk"];
    let can = Path::new("/etc/debian_version").exists() && runs("apt-get");
    if can {
        println!("installing {} with apt-get …", missing.join(" and "));
        let apt = |args: &[&str]| {
            let mut apt = Command::new("apt-get");
            apt.args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
            apt.status().is_ok_and(|status| status.success())
        };
        if apt(&["update"]) && apt(&install) && missing.iter().all(|name| runs(name)) {
            return Ok(());
        }
    }
    Err("the tests need chromium and chromedriver on the PATH; \
         on Debian: apt-get install chromium chromium-driver (as root)"
        .to_string())
}

fn runs(program: &str) -> bool {
    let quiet = std::process::Stdio::null;
    Command::new(program).arg("--version").stdout(quiet()).stderr(quiet()).status().is_ok_and(|s| s.success())
}

fn node(root: &Path) -> Result<(), Error> {
    if !runs("npm") {
        return Err("the tests need Node with npm on the PATH, for axe-core".to_string());
    }
    let status = Command::new("npm")
        .current_dir(root.join("tests"))
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
        .status()
        .map_err(|error| format!("npm: {error}"))?;
    if status.success() { Ok(()) } else { Err("npm ci failed in tests/".to_string()) }
}

/// Runs cargo with these words.
pub(super) fn cargo(root: &Path, args: &[&str]) -> Result<(), Error> {
    let status = super::cargo(root).args(args).status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", args.join(" "))) }
}
