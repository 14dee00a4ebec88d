//! Programs that npm brought, run with Node in `tests/`.

use crate::dist;
use crate::outcome::{Outcome, fault};
use std::process::Command;

/// What a program says, by its path below `node_modules` and its words.
pub fn node(program: &str, words: &[&str]) -> Outcome<Vec<u8>> {
    let mut command = Command::new("node");
    command.current_dir(dist::root().join("tests")).arg(format!("node_modules/{program}")).args(words);
    let output = command.output().map_err(|error| fault(format!("node: {error}")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    Err(fault(format!("{program} failed; if it is not there, run `npm ci` in tests/:\n{said}")))
}
