//! The site built twice, from two folders with two target folders, is the same to the byte, and names no path of
//! the machine that built it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The site by path below `dist/`.
type Site = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn two_builds_are_one() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let first = site(&here.join("dist"));
    assert!(!first.is_empty(), "there is no dist/: run `cargo site build` first, or `cargo site test`");
    let there = std::env::temp_dir().join(format!("ilrs-second-{}", std::process::id()));
    copy_sources(&here, &there);
    build(&there);
    let second = site(&there.join("dist"));
    fs::remove_dir_all(&there).expect("the second folder can be removed");
    compare(&first, &second);
    no_paths(&first, &here);
}

/// Everything git knows or would add, as it stands in the work tree.
fn copy_sources(from: &Path, to: &Path) {
    let list = Command::new("git")
        .current_dir(from)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .expect("git lists the files");
    for name in String::from_utf8_lossy(&list.stdout).split('\0').filter(|name| !name.is_empty()) {
        let (source, target) = (from.join(name), to.join(name));
        if source.is_file() {
            fs::create_dir_all(target.parent().expect("a file stands in a folder"))
                .expect("folders can be made");
            fs::copy(&source, &target).expect("files can be copied");
        }
    }
}

/// The tool is the one that is compiled already: what it makes, Wasm and pages, is made anew.
fn build(folder: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_site"))
        .current_dir(folder)
        .arg("build")
        .env("CARGO_TARGET_DIR", folder.join("elsewhere"))
        .env("CARGO_MANIFEST_DIR", folder)
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the second build failed");
}

fn site(folder: &Path) -> Site {
    let mut files = Site::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it stands below").to_path_buf();
                files.insert(name, fs::read(&path).expect("it can be read"));
            }
        }
    }
    files
}

fn compare(first: &Site, second: &Site) {
    let names = |site: &Site| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(first), names(second), "the two builds do not have the same files");
    for (name, bytes) in first {
        assert!(bytes == &second[name], "{} differs between the two builds", name.display());
    }
}

/// Compressed files say nothing their originals do not.
fn no_paths(site: &Site, here: &Path) {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME")).unwrap_or_default();
    let paths =
        [here.display().to_string(), home, std::env::temp_dir().join("ilrs-second").display().to_string()];
    for (name, bytes) in site {
        let text = String::from_utf8_lossy(bytes);
        for path in paths.iter().filter(|path| path.len() > 3) {
            assert!(!text.contains(path.as_str()), "{} names {path}", name.display());
        }
    }
}
