//! The test that runs in a browser: writes the page and the record for it, and runs it by the `browser-test` runner.

use super::test::{chromium, heard, succeed};
use super::wasm::{TARGET, ensure_target, target_dir};
use super::{Error, cargo, optimise, page, pictures, record};
use crate::text::Lang;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Takes the page over in a headless browser and clicks.
///
/// # Errors
///
/// What is missing, or that the test failed; it has said how.
pub fn run(root: &Path) -> Result<(), Error> {
    chromium()?;
    ensure_target()?;
    let runner = runner(root)?;
    let pages = target_dir(root).join("browser-test");
    write(root, &pages)?;
    let mut test = cargo(root);
    test.args(["test", "--locked", "--profile", "browser", "--target", TARGET]);
    test.args(["--features", "shell", "--test", "browser"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("BROWSER_TEST_PAGES", pages)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "60") // a machine may be busy
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root.join("tests/browser/webdriver.json"));
    if std::env::var_os("CHROMEDRIVER").is_none() {
        test.env("CHROMEDRIVER", "chromedriver"); // else another browser's driver may be found first
    }
    heard(test, "the test in a browser failed; what it says stands above")
}

/// What reads, binds and writes the test is made fast: it does so after each edit.
const FAST: [&str; 5] = ["gimli", "walrus", "wasm-bindgen-cli-support", "wasm-encoder", "wasmparser"];

/// Builds what cargo hands the test to. It holds nothing of the view's, so that an edit there does not build it anew.
fn runner(root: &Path) -> Result<PathBuf, Error> {
    let mut build = cargo(root);
    build.args(["build", "--quiet", "--locked", "--profile", "site"]);
    build.args(["--features", "browser-test", "--bin", "browser-test"]);
    optimise(&mut build, &FAST);
    succeed(build, "the runner of the browser test did not compile")?;
    Ok(target_dir(root).join("site").join("browser-test").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Writes the page as it is rendered natively, with the record and the words it is made of.
fn write(root: &Path, folder: &Path) -> Result<(), Error> {
    let record = super::dist::read_record(root, None)?;
    let data = record::checked(&record).map_err(|_| "the record changed while it was read")?;
    let pictures = pictures::html(&record, &data, Lang::default(), "");
    let files = [
        ("record.bin", data.encode()),
        ("words.bin", Lang::default().language().encode()),
        (
            "page.html",
            page::roots(&Rc::new(data), page::At::default(), |step| Ok(format!("{pictures}{step}")))?
                .into_bytes(),
        ),
    ];
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    files.iter().try_for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes).map_err(failed))
}
