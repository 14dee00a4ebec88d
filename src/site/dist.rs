//! `dist/`: the whole site as files, written beside the old one and swapped in when whole.

use super::edition::Edition;
pub use super::pages::pages;
use super::po::{self, translation::Translation};
use super::supply::Supply;
pub use super::wasm::WasmBundle;
use super::{Error, Files, catalogue, figures, frozen, record, reload, step, wasm};
use crate::model::record::Record;
use crate::text::Lang;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a build is asked for.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the site will be published.
    #[arg(long, value_name = "https://host/path/")]
    pub url: Option<String>,
    /// Another record than this crate's own: a folder, or a file in the published form.
    #[arg(long, value_name = "DIR")]
    pub record: Option<PathBuf>,
    /// Another folder than `dist/`.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The catalogue too: every component in every state.
    #[arg(long)]
    pub catalogue: bool,
    /// For looking at: soon made after an edit, by a Wasm that is larger, with nothing packed, no frozen copy and no
    /// page of licences.
    #[arg(long)]
    pub draft: bool,
    /// In a draft, too, the pages of every language: otherwise it has the English ones.
    #[arg(long)]
    pub languages: bool,
}

/// A line of `report.json`.
#[derive(Clone, Serialize)]
pub struct Line {
    /// The path of the file below `dist/`.
    pub path: String,
    /// How long it is.
    pub bytes: usize,
    /// How long with brotli, if it is packed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brotli: Option<usize>,
    sha256: String,
}

impl Line {
    /// The same file in another folder.
    pub(super) fn below(self, folder: &str) -> Line {
        Line { path: format!("{folder}{}", self.path), ..self }
    }

    /// The same file as it lies in a folder, if it does.
    pub(super) fn within(self, folder: &str) -> Option<Line> {
        let path = self.path.strip_prefix(folder)?.to_string();
        Some(Line { path, ..self })
    }
}

/// Builds the site. Nothing is written before everything has been made.
pub fn build(root: &Path, options: &Options) -> Result<(), Error> {
    let url = options.url.as_deref();
    let record = step("checking the record", || read_record(root, options.record.as_deref()))?;
    println!("{}", figures::summary(&record));
    let translations = read_translations(root, options.record.as_deref(), &record)?;
    let english_only = options.draft && !options.languages;
    let editions = Edition::all(&record, if english_only { &[] } else { &translations[..] });
    let compiled = if options.draft { wasm::draft } else { wasm::bundle };
    let app = step("compiling the Wasm", || compiled(root, wasm::APP))?;
    let checker = step("compiling the checker", || compiled(root, wasm::CHECKER))?;
    let supply = match options.draft {
        true => None,
        false => Some(step("looking at the licences", || Supply::read(root))?),
    };
    let mut files =
        step("rendering the pages", || pages(root, &editions, supply.as_ref(), [app, checker], url))?;
    if options.catalogue {
        files.append(&mut step("rendering the catalogue", || catalogue::files(root))?);
    }
    if options.draft {
        reload::add(&mut files)?;
    } else {
        let mut lines = step("compressing", || compress(&mut files))?;
        frozen::add(&mut files, &mut lines)?;
        report("report.json", &mut files, &lines)?;
    }
    let out = options.out.as_deref().unwrap_or(Path::new("dist"));
    let dist = options.out.clone().unwrap_or_else(|| root.join("dist"));
    step(&format!("writing {}/", out.display()), || write(&dist, &files))?;
    if options.draft {
        println!(
            "{}/ is a draft for looking at; what is published is made by `cargo site build`",
            out.display()
        );
        if english_only {
            println!("it is in English alone; with --languages it has the other languages too");
        }
    } else if url.is_none() {
        println!("no --url: canonical and card addresses are left out");
    }
    Ok(())
}

/// The record of this crate, or the one at a path, checked.
pub(super) fn read_record(root: &Path, other: Option<&Path>) -> Result<Record, Error> {
    let read = other.map_or_else(|| record::read(&root.join("src/data")), record::other);
    read.map_err(|faults| record::report(&faults))
}

/// What there is of the record in other languages: nothing, if it lies in one file.
pub(super) fn read_translations(
    root: &Path,
    other: Option<&Path>,
    record: &Record,
) -> Result<Vec<Translation>, Error> {
    let folder = other.map_or_else(|| root.join("src/data"), Path::to_path_buf);
    if folder.is_file() {
        return Ok(Vec::new());
    }
    po::translations(&folder, record).map_err(|faults| record::report(&faults))
}

/// Puts a brotli and a gzip file beside every file that is worth it, and lists everything.
///
/// # Errors
///
/// What brotli or gzip says.
pub fn compress(files: &mut Files) -> Result<Vec<Line>, Error> {
    let packed =
        files.par_iter().map(|(path, bytes)| line(path, bytes)).collect::<Result<Vec<_>, Error>>()?;
    let (report, packed): (Vec<Line>, Vec<Files>) = packed.into_iter().unzip();
    files.extend(packed.into_iter().flatten());
    Ok(report)
}

/// What is said of a file, and what is to lie packed beside it if that is worth it.
fn line(path: &str, bytes: &[u8]) -> Result<(Line, Files), Error> {
    let mut packed = Files::new();
    let mut line =
        Line { path: path.to_string(), bytes: bytes.len(), brotli: None, sha256: integrity(bytes) };
    if packs(path) {
        let small = brotli_of(bytes, quality(path, bytes.len()))?;
        line.brotli = Some(small.len());
        packed.insert(format!("{path}.br"), small);
        packed.insert(format!("{path}.gz"), gzip(bytes)?);
    }
    Ok((line, packed))
}

/// Adds the list of all that these lines say, and says what is to be said of itself.
pub(super) fn report(path: &str, files: &mut Files, lines: &[Line]) -> Result<Line, Error> {
    let text = serde_json::to_vec_pretty(lines).map_err(|error| error.to_string())?;
    let (line, packed) = line(path, &text)?;
    files.extend(packed);
    files.insert(path.to_string(), text);
    Ok(line)
}

/// Whether a file is worth compressing.
pub fn packs(path: &str) -> bool {
    [".html", ".css", ".js", ".json", ".jsonld", ".csv", ".ics", ".xml", ".wasm", ".bin", ".svg"]
        .iter()
        .any(|ending| path.ends_with(ending))
}

/// The SHA-256 of a file in base64, as an `integrity` attribute wants it after `sha256-`.
pub(super) fn integrity(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// From how many bytes on a page is long.
const LONG: usize = 100_000;

/// How hard brotli tries, of 11: the most where every reader waits, in whatever language, and for the few pages of things
/// that are long; less for the many that are short, and for the lists of everything, which are rarely asked for.
fn quality(path: &str, bytes: usize) -> i32 {
    let first = ["assets/", "embed", "frame.js", "index.html", "v/"];
    let lists = ["record/", "sources/", "licences/", "data/"];
    let mut other = Lang::ALL.iter().filter(|lang| **lang != Lang::En);
    let below = other.find_map(|lang| path.strip_prefix(lang.folder())).unwrap_or(path);
    let starts = |all: &[&str]| all.iter().any(|start| below.starts_with(start));
    let long = path.ends_with(".html") && bytes >= LONG && !starts(&lists);
    if long || starts(&first) { 11 } else { 9 }
}

/// A file as brotli has it smallest.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    brotli_of(bytes, 11)
}

fn brotli_of(bytes: &[u8], quality: i32) -> Result<Vec<u8>, Error> {
    packing::brotli(bytes, quality).map_err(|error| format!("brotli: {error}"))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    // No file name and no time in the header: the same bytes in give the same bytes out.
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

/// Writes beside the old site, then swaps.
fn write(dist: &Path, files: &Files) -> Result<(), Error> {
    let name =
        dist.file_name().ok_or_else(|| format!("{}: a folder with a name is needed", dist.display()))?;
    let beside = |end: &str| dist.with_file_name(format!("{}.{end}", name.to_string_lossy()));
    let (new, old) = (beside("new"), beside("old"));
    let empty = |path: &Path| std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    if dist.exists() && !dist.join("index.html").is_file() && !empty(dist) {
        return Err(format!("{}: there is something else than a site; it is left as it is", dist.display()));
    }
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| format!("{path}: {error}")
    };
    for left_over in [&new, &old] {
        if left_over.exists() {
            std::fs::remove_dir_all(left_over).map_err(failed(left_over))?;
        }
    }
    for (path, bytes) in files {
        let path = new.join(path);
        let folder = path.parent().unwrap_or(&new);
        std::fs::create_dir_all(folder).map_err(failed(folder))?;
        std::fs::write(&path, bytes).map_err(failed(&path))?;
    }
    if dist.exists() {
        std::fs::rename(dist, &old).map_err(failed(dist))?;
    }
    std::fs::rename(&new, dist).map_err(failed(&new))?;
    if old.exists() {
        std::fs::remove_dir_all(&old).map_err(failed(&old))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{integrity, write};
    use crate::site::Files;
    use std::fs;

    #[test]
    fn what_is_no_site_is_left_as_it_is() {
        let folder = std::env::temp_dir().join(format!("explainer-out-{}", std::process::id()));
        let files = Files::from([("index.html".to_string(), b"new".to_vec())]);
        for round in 0..2 {
            assert_eq!(write(&folder, &files), Ok(()), "round {round}");
        }
        fs::remove_file(folder.join("index.html")).expect("it was written");
        fs::write(folder.join("letter.txt"), "dear").expect("it can be written");
        assert!(write(&folder, &files).is_err_and(|error| error.contains("something else than a site")));
        assert!(folder.join("letter.txt").is_file());
        fs::remove_dir_all(&folder).expect("it can be removed");
    }

    #[test]
    fn integrity_is_base64() {
        // The SHA-256 of nothing, as in FIPS 180-4's examples, in base64.
        assert_eq!(integrity(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
