//! `cargo site test`: gets what the tests need, then runs them all.

use super::{Error, step};
use std::path::Path;
use std::process::Command;

/// Runs every test.
pub fn run(root: &Path) -> Result<(), Error> {
    step("looking for a browser and its driver", browser)?;
    step("fetching the Node packages of the tests", || node(root))?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    let tests = |targets: &[&str]| {
        cargo(root, &[&["test", "--locked", "--profile", "site", "--features", "site"], targets].concat())
    };
    step("native and server-render tests", || tests(&["--lib", "--test", "native"]))?;
    step("what comes in from outside, made up", || tests(&["--test", "fuzz"]))?;
    step("a second build from another folder", || tests(&["--test", "twice"]))?;
    step("tests in a real browser", || tests(&["--test", "e2e"]))
}

/// The fonts of the stored pictures, by a file of theirs on Debian and the package that has it.
const FONTS: [(&str, &str); 3] = [
    ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", "fonts-liberation"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
];

/// Chromium, its driver and the fonts: found, or got by the package manager on Debian as root.
pub(super) fn browser() -> Result<(), Error> {
    let mut missing: Vec<&str> =
        ["chromium", "chromedriver"].into_iter().filter(|name| !runs(name)).collect();
    let debian = Path::new("/etc/debian_version").exists();
    missing.extend(FONTS.iter().map(|(font, _)| *font).filter(|font| debian && !Path::new(font).exists()));
    if missing.is_empty() {
        return Ok(());
    }
    let mut install = vec!["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"];
    install.extend(FONTS.iter().map(|(_, package)| *package));
    if debian && runs("apt-get") {
        println!("installing {} with apt-get …", missing.join(" and "));
        let apt = |args: &[&str]| {
            let mut apt = Command::new("apt-get");
            apt.args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
            apt.status().is_ok_and(|status| status.success())
        };
        if apt(&["update"])
            && apt(&install)
            && missing.iter().all(|name| runs(name) || Path::new(name).exists())
        {
            return Ok(());
        }
    }
    Err(format!("the tests need {}; on Debian: apt-get {} (as root)", missing.join(", "), install.join(" ")))
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
