//! `.ci/publish`: a build is added to what is published. Nothing that others hold an address of goes, and a frozen version
//! is never another.
#![cfg(unix)]

use crate::support::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own, gone with its owner.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("publish-{name}"));
        let _ = fs::remove_dir_all(&folder); // a run before may have been broken off
        fs::create_dir_all(folder.join("published")).expect("folders can be made");
        Folder(folder)
    }

    /// A built site of these files.
    fn built(&self, files: &[(&str, &str)]) {
        let _ = fs::remove_dir_all(self.0.join("built")); // the first has none before it
        for (path, text) in files {
            let path = self.0.join("built").join(path);
            fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("folders can be made");
            fs::write(path, text).expect("files can be written");
        }
    }

    /// What is said if it is refused.
    fn publish(&self) -> Result<(), String> {
        let mut publish = Command::new(root().join(".ci/publish"));
        let output = publish.current_dir(&self.0).args(["built", "published"]).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() { Ok(()) } else { Err(said) }
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.join("published").join(path)).ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0); // what is left over goes with the next run
    }
}

#[test]
fn versions_and_assets_stay_and_pages_follow() {
    let folder = Folder::new("add");
    let text = |path: &str| folder.text(path);
    folder.built(&[
        ("index.html", "1"),
        ("old.html", "1"),
        ("assets/a.1.js", "1"),
        ("v/1.0.0/index.html", "1"),
    ]);
    assert_eq!(folder.publish(), Ok(()));
    folder.built(&[("index.html", "2"), ("assets/a.2.js", "2"), ("v/2.0.0/index.html", "2")]);
    assert_eq!(folder.publish(), Ok(()));
    for (path, is) in [
        ("index.html", Some("2")),
        ("old.html", None),
        ("assets/a.1.js", Some("1")),
        ("assets/a.2.js", Some("2")),
        ("v/1.0.0/index.html", Some("1")),
        ("v/2.0.0/index.html", Some("2")),
        (".nojekyll", Some("")),
    ] {
        assert_eq!(text(path).as_deref(), is, "{path}");
    }
    assert_eq!(folder.publish(), Ok(()), "the same once more is no other");
}

#[test]
fn a_version_that_is_published_is_never_another() {
    let folder = Folder::new("refuse");
    folder.built(&[("index.html", "1"), ("v/1.0.0/index.html", "1")]);
    assert_eq!(folder.publish(), Ok(()));
    folder.built(&[("index.html", "2"), ("v/1.0.0/index.html", "2")]);
    let refused = folder.publish().expect_err("it is another");
    assert!(refused.contains("v/1.0.0/") && refused.contains("raise the version"), "{refused}");
    assert_eq!(folder.text("index.html").as_deref(), Some("1"), "nothing was touched");
    folder.built(&[("other.html", "2")]);
    assert!(folder.publish().expect_err("no site").contains("there is no site"));
}
