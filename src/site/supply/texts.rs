//! The texts of licences that crates carry, each once.

use super::Package;
use crate::site::Error;
use std::collections::BTreeMap;
use std::fs;

/// How files are called that hold a licence or what has to be passed on with it.
const NAMES: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// Texts by their place, and which crate carries which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Each text, with the name of its file where it was first found.
    pub all: Vec<(String, String)>,
    places: BTreeMap<String, usize>,
}

impl Texts {
    /// Takes up what a crate carries, and gives back the places.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, by the crate and its name.
    pub fn of(&mut self, package: &Package) -> Result<Vec<usize>, Error> {
        let failed = |error: std::io::Error| format!("the licence of {}: {error}", package.name);
        let mut names = Vec::new();
        for entry in fs::read_dir(package.folder()).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let licence = NAMES.iter().any(|start| name.to_lowercase().starts_with(start));
            if licence && !name.ends_with(".rs") && entry.path().is_file() {
                names.push(name);
            }
        }
        names.sort(); // the order of a folder is the machine's
        let mut places = Vec::new();
        for name in names {
            let bytes = fs::read(package.folder().join(&name)).map_err(failed)?;
            let place = self.place(&name, &String::from_utf8_lossy(&bytes));
            if !places.contains(&place) {
                places.push(place);
            }
        }
        Ok(places)
    }

    /// The place of a text, by the name of its file. Two that differ in the ends of their lines alone are one.
    pub(super) fn place(&mut self, name: &str, text: &str) -> usize {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let text = lines.join("\n").trim_matches('\n').to_string();
        let next = self.all.len();
        let place = *self.places.entry(text.clone()).or_insert(next);
        if place == next {
            self.all.push((name.to_string(), text));
        }
        place
    }
}
