//! Programs that pip brought, run with the Python that `cargo site test` put beside the built tests.

use crate::outcome::{Outcome, fault};
use std::path::Path;
use std::process::Command;

/// The interpreter, to be given words.
pub fn python() -> Command {
    Command::new(Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("python").join("bin/python"))
}

/// What a program says, written here.
pub fn said(program: &str, words: &[&str]) -> Outcome<String> {
    let output = python().args(["-I", "-c", program]).args(words).output();
    let output = output
        .map_err(|error| fault(format!("Python of the tests: {error}; `cargo site test` brings it")))?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(fault(format!("{program}\n{}", String::from_utf8_lossy(&output.stderr))))
}
