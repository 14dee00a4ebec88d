//! A site beside the built one: its app, and an empty page for each generated record.

use crate::outcome::{Outcome, fault};
use crate::{dist, generated, site::Site};
use ilrs_explainer::site::record;
use ilrs_explainer::view::section::SECTIONS;
use std::path::{Path, PathBuf};

/// The folder of such a site; it is gone when dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// A fresh one of this name with everything that the app loads, but the record.
    pub fn new(name: &str) -> Outcome<Folder> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        copy_assets(&folder)?;
        Ok(Folder(folder))
    }

    /// Adds a page for a record of this size and gives back its path and the bytes of the record.
    pub fn page(&self, events: usize) -> Outcome<(String, usize)> {
        let record = format!("record.generated-{events}.bin");
        let encoded = encoded(events);
        std::fs::write(self.0.join("assets").join(&record), &encoded)?;
        let name = format!("{events}.html");
        std::fs::write(self.0.join(&name), page(&dist::text("index.html")?, &record)?)?;
        Ok((format!("/{name}?view=timeline"), encoded.len())) // a query, so that nothing is taken over
    }

    /// A server of it.
    pub fn serve(&self) -> Outcome<Site> {
        Site::of(self.0.clone())
    }
}

/// Copies everything that the app loads into a folder.
pub fn copy_assets(folder: &Path) -> Outcome {
    let assets = folder.join("assets");
    std::fs::create_dir_all(&assets)?;
    for asset in std::fs::read_dir(dist::folder()?.join("assets"))? {
        let asset = asset?;
        std::fs::copy(asset.path(), assets.join(asset.file_name()))?;
    }
    Ok(())
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // what is left over goes with the next run
    }
}

/// The same record in every run.
const SEED: u64 = 1;

/// A generated record as the app loads it.
pub fn encoded(events: usize) -> Vec<u8> {
    let record = generated::record(SEED, events);
    record::checked(&record).unwrap_or_else(|problems| panic!("{problems:#?}")).encode()
}

/// The page with another record, and with nothing drawn before its script runs.
fn page(built: &str, record: &str) -> Outcome<String> {
    let broken = || fault("the built page has no element that names its record");
    let (head, rest) = built.split_once("<div id=\"app\"").ok_or_else(broken)?;
    let (app, _) = rest.split_once('>').ok_or_else(broken)?;
    let (_, named) = app.split_once("data-record=\"").ok_or_else(broken)?;
    let (own, _) = named.split_once('"').ok_or_else(broken)?;
    let root = |name: &str| format!("<div data-root=\"{name}\"></div>");
    let (controls, sections) = (root("controls"), SECTIONS.map(|view| root(view.word())).concat());
    let places = format!("<div class=\"explainer\">{controls}<main>{sections}</main></div>");
    Ok(format!("{head}<div id=\"app\"{app}>{places}</div>\n</body>\n</html>\n").replace(own, record))
}
