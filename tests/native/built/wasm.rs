//! The app's Wasm: what the linker gave is what is published, bound and otherwise untouched.

use super::dist;
use crate::support::files;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// The folder that cargo compiles into, as the place of this test's own program tells.
fn target() -> PathBuf {
    let program = std::env::current_exe().expect("the test is a program");
    program.ancestors().nth(3).expect("it lies three folders below").to_path_buf()
}

/// What wasm-bindgen's library gives for a linked program by itself.
fn bound(linked: &Path) -> Vec<u8> {
    let folder = std::env::temp_dir().join(format!("explainer-bound-{}", std::process::id()));
    Bindgen::new()
        .input_path(linked)
        .web(true)
        .expect("the web is the target")
        .encode_into(EncodeInto::Always)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .expect("it can be bound");
    let wasm = fs::read(folder.join("explainer_bg.wasm")).expect("it was written");
    fs::remove_dir_all(&folder).expect("it can be removed");
    wasm
}

#[test]
fn the_app_is_published_as_it_was_linked() {
    let linked = target().join("wasm32-unknown-unknown/release/explainer.wasm");
    assert!(linked.is_file(), "there is no {}: run `cargo site build` first", linked.display());
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let app = |path: &PathBuf| name(path).starts_with("explainer.") && name(path).ends_with(".wasm");
    let published = files(&dist().join("assets")).into_iter().find(app).expect("dist/ has the app");
    let published = fs::read(published).expect("it can be read");
    assert!(published == bound(&linked), "the Wasm in dist/ is not what was linked");
}
