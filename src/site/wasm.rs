//! The Wasm: compiled by a nested cargo, bound by wasm-bindgen as a library. What that gives is what ships.

use super::{Error, cargo, read};
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// The target of the compiler for the browser.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// A program for the browser: a binary of this crate, and the feature that brings what it needs.
#[derive(Clone, Copy)]
pub struct Program {
    name: &'static str,
    feature: &'static str,
    /// The compiler's level of optimisation in what is published.
    level: &'static str,
}

/// The app.
pub const APP: Program = Program { name: "explainer", feature: "shell", level: "z" };
/// What reads anybody's record: made smaller, but not at the cost of speed, since it keeps a reader waiting.
pub const CHECKER: Program = Program { name: "checker", feature: "checker", level: "s" };

/// What the browser loads to run a program.
#[derive(Default)]
pub struct WasmBundle {
    /// The glue, a JavaScript module.
    pub glue: String,
    /// The Wasm.
    pub wasm: Vec<u8>,
}

/// Compiles and binds a program.
///
/// # Errors
///
/// What the compiler or wasm-bindgen says.
pub fn bundle(root: &Path, program: Program) -> Result<WasmBundle, Error> {
    ensure_target()?;
    bind(&compile(root, program, RELEASE)?, program, false)
}

/// The same soon after an edit, for looking at. What was bound stays until the compiler makes something new, since
/// binding takes longer than compiling a small change.
///
/// # Errors
///
/// What the compiler or wasm-bindgen says.
pub fn draft(root: &Path, program: Program) -> Result<WasmBundle, Error> {
    ensure_target()?;
    let compiled = compile(root, program, DRAFT)?;
    let [glue, wasm] = ["bound.js", "bound.wasm"].map(|end| compiled.with_extension(end));
    let changed = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    if changed(&wasm).is_none_or(|bound| changed(&compiled).is_some_and(|compiled| compiled >= bound)) {
        let bound = bind(&compiled, program, false)?;
        let failed = |error: std::io::Error| format!("{}: {error}", wasm.display());
        std::fs::write(&glue, bound.glue).and_then(|()| std::fs::write(&wasm, bound.wasm)).map_err(failed)?;
    }
    Ok(WasmBundle {
        glue: read(&glue)?,
        wasm: std::fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?,
    })
}

/// The app's Wasm with the names of its functions, for those who ask what is in it.
///
/// # Errors
///
/// What the compiler or wasm-bindgen says.
pub fn named(root: &Path) -> Result<Vec<u8>, Error> {
    ensure_target()?;
    Ok(bind(&compile(root, APP, RELEASE)?, APP, true)?.wasm)
}

pub(super) fn ensure_target() -> Result<(), Error> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .map_err(|error| format!("rustc: {error}"))?;
    if Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    println!("adding the target {TARGET} …");
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("the target {TARGET} is missing; add it, as with `rustup target add {TARGET}`")),
    }
}

/// The profiles of cargo in which a program is compiled: to be published, and to be looked at. The second is that of
/// this tool, so that the macros which both need are compiled once.
const RELEASE: &str = "release";
const DRAFT: &str = "site";

fn compile(root: &Path, program: Program, profile: &str) -> Result<PathBuf, Error> {
    let target = target_dir(root);
    let status = cargo(root)
        .args(["build", "--quiet", "--profile", profile, "--locked", "--target", TARGET])
        .args(["--bin", program.name, "--features", program.feature, "--target-dir"])
        .arg(&target)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", program.level)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root).join("\u{1f}"))
        .status()
        .map_err(|error| format!("cargo: {error}"))?;
    if !status.success() {
        return Err("the Wasm did not compile; the compiler's message stands above".to_string());
    }
    Ok(target.join(TARGET).join(profile).join(program.name).with_extension("wasm"))
}

/// No path of this machine in what is published: the crates' sources, the standard library's and ours.
fn flags(root: &Path) -> Vec<String> {
    let mut paths = vec![(root.to_path_buf(), "explainer".to_string())];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home()?.join(".cargo")));
    if let Some(home) = home {
        paths.push((home.clone(), "cargo".to_string()));
        let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        let mut registries: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
        registries.sort();
        paths.extend(registries.into_iter().map(|path| (path, "crates".to_string())));
    }
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output();
    if let Ok(sysroot) = sysroot {
        let path = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
        paths.push((path.join("lib/rustlib/src/rust"), "rust".to_string()));
    }
    paths.into_iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
}

fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from)
}

/// Where this very program was built, which honours CARGO_TARGET_DIR and cargo's configuration.
pub(super) fn target_dir(root: &Path) -> PathBuf {
    let program = std::env::current_exe().ok();
    let built = program.as_deref().and_then(Path::parent).and_then(Path::parent);
    built.map_or_else(|| root.join("target"), Path::to_path_buf)
}

fn bind(wasm: &Path, program: Program, names: bool) -> Result<WasmBundle, Error> {
    let failed = |error| format!("wasm-bindgen: {error:#}");
    let mut output = Bindgen::new()
        .input_path(wasm)
        .out_name(program.name)
        .web(true)
        .map_err(failed)?
        .encode_into(EncodeInto::Always) // who has no such encoder has no Wasm of ours either
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate_output()
        .map_err(failed)?;
    Ok(WasmBundle { glue: output.js().to_string(), wasm: output.wasm_mut().emit_wasm() })
}
