//! What a page loads to show a record from an address: one script, which is the checker's glue and ours, and its Wasm.

use super::page::fill;
use super::wasm::WasmBundle;
use super::{Error, Files, asset, read, script};
use std::path::Path;

/// Adds both, and gives back the name of the script. It knows that of the Wasm: who shows a record names the script
/// alone. Its one export is `record(address, signal)`, a checked record as the app loads it.
pub fn assets(files: &mut Files, root: &Path, checker: WasmBundle) -> Result<String, Error> {
    let wasm = asset(files, "checker", "wasm", checker.wasm);
    // One file, so that one name is enough: the glue's names are the script's own.
    let glue: String = checker
        .glue
        .lines()
        .filter(|line| !line.starts_with("export {"))
        .map(|line| format!("{line}\n"))
        .collect();
    let glue = glue.replace("export function ", "function ");
    let ours = fill(&read(&root.join("src/shell/foreign.js"))?, &[("checker", &wasm)])?;
    Ok(asset(files, "foreign", "js", script::published(&(glue + &ours))?.into_bytes()))
}
