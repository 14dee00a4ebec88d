//! The files of the record as an editor of TOML checks them while somebody writes: by the schemas that they name.

use crate::dist;
use crate::outcome::Outcome;
use std::path::Path;
use std::process::{Command, Output};

/// What taplo says of the files in these folders.
fn lint(folder: &Path, paths: &[&str]) -> Outcome<Output> {
    let taplo = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("python").join("bin/taplo");
    Ok(Command::new(taplo).current_dir(folder).arg("lint").args(paths).output()?)
}

#[test]
fn the_record_keeps_its_schemas() -> Outcome {
    let linted = lint(&dist::root(), &["src/data/*.toml", "src/data/*/*.toml"])?;
    assert!(linted.status.success(), "{}", String::from_utf8_lossy(&linted.stderr));
    Ok(())
}

#[test]
fn what_is_wrong_is_marked_where_it_stands() -> Outcome {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("taplo-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("missions"))?;
    std::fs::create_dir_all(folder.join("schema"))?;
    std::fs::copy(dist::root().join("src/data/schema/item.json"), folder.join("schema/item.json"))?;
    let luna = std::fs::read_to_string(dist::root().join("src/data/missions/luna-26.toml"))?;
    std::fs::write(folder.join("missions/luna.toml"), luna.replacen("\"high\"", "\"sure\"", 1))?;
    let linted = lint(&folder, &["missions/*.toml"])?;
    std::fs::remove_dir_all(&folder)?;
    let said = String::from_utf8_lossy(&linted.stderr).into_owned();
    assert!(!linted.status.success() && said.contains("\"sure\" is not one of"), "{said}");
    Ok(())
}
