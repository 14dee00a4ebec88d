//! A script that runs in every page before the page's own, for Firefox: an add-on, since its driver has no other way.

use crate::outcome::Outcome;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many there are.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

/// Writes one; gives back its folder, which the browser reads for as long as it runs.
pub fn addon(script: &str) -> Outcome<PathBuf> {
    let name = format!("addon-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name); // the next run writes over it
    std::fs::create_dir_all(&folder)?;
    let script_file = "script.js";
    let manifest = json!({
        "manifest_version": 2,
        "name": name,
        "version": "1",
        "browser_specific_settings": { "gecko": { "id": format!("{name}@tests.example") } },
        "content_scripts": [{
            "matches": ["http://127.0.0.1/*"],
            "js": [script_file],
            "all_frames": true,
            "run_at": "document_start",
            "world": "MAIN",
        }],
    });
    std::fs::write(folder.join("manifest.json"), manifest.to_string())?;
    std::fs::write(folder.join(script_file), script)?;
    Ok(folder)
}
