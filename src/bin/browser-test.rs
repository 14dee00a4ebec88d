//! Runs a test that cargo has compiled for the browser in one: the test runner of wasm-bindgen, which its library has.

use std::path::PathBuf;
use std::process::ExitCode;

/// The folder of what the test fetches. The runner serves what lies where it runs.
const PAGES: &str = "BROWSER_TEST_PAGES";

fn main() -> ExitCode {
    if let Some(pages) = std::env::var_os(PAGES).map(PathBuf::from)
        && let Err(error) = std::env::set_current_dir(&pages)
    {
        eprintln!("{}: {error}", pages.display());
        return ExitCode::FAILURE;
    }
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
