//! The built site on disk, and the record it publishes.

use crate::outcome::{Outcome, fault};
use ilrs_explainer::text::Lang;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of the crate.
pub fn root() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()))
}

/// The built site.
pub fn folder() -> Outcome<PathBuf> {
    let dist = root().join("dist");
    if dist.join("index.html").is_file() {
        return Ok(dist);
    }
    Err(fault(
        "there is no dist/index.html: these tests look at the built site; run `cargo site build` first",
    ))
}

/// A file of the built site, as text.
pub fn text(path: &str) -> Outcome<String> {
    read(&folder()?.join(path))
}

/// The published record.
pub fn record() -> Outcome<Value> {
    record_in(Lang::En)
}

/// The published record in a language.
pub fn record_in(lang: Lang) -> Outcome<Value> {
    Ok(serde_json::from_str(&text(&format!("data/explainer.{}.json", lang.code()))?)?)
}

/// What files weigh together as they are sent: with brotli, if that makes them smaller.
pub fn weight<'a>(paths: impl IntoIterator<Item = &'a str>) -> Outcome<u64> {
    let report: Vec<Value> = serde_json::from_str(&text("report.json")?)?;
    let of = |path: &str| {
        let line = report.iter().find(|line| line["path"] == path);
        let weight = line.and_then(|line| line["brotli"].as_u64().or(line["bytes"].as_u64()));
        weight.ok_or_else(|| fault(format!("{path} is not in the report")))
    };
    paths.into_iter().map(of).sum()
}

/// The record as the built site gives it to the app.
pub fn encoded() -> Outcome<Vec<u8>> {
    let path = folder()?.join("assets").join(asset("record.", ".bin")?);
    std::fs::read(&path).map_err(|error| fault(format!("{}: {error}", path.display())))
}

/// The name of an asset of the built site, but for its hash.
pub fn asset(start: &str, end: &str) -> Outcome<String> {
    let assets = std::fs::read_dir(folder()?.join("assets"))?;
    let mut names = assets.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let found = names.find(|name| name.starts_with(start) && name.ends_with(end));
    found.ok_or_else(|| fault(format!("dist/assets has no {start}…{end}")))
}

/// The items of one of the record's arrays.
pub fn items<'a>(record: &'a Value, name: &str) -> Outcome<&'a Vec<Value>> {
    record[name].as_array().ok_or_else(|| fault(format!("the record has no array `{name}`")))
}

/// The code of axe-core, as npm brought it.
pub fn axe() -> Outcome<String> {
    let path = root().join("tests/node_modules/axe-core/axe.min.js");
    read(&path).map_err(|_| fault("axe-core is not there: run `npm ci` in tests/, or `cargo site test`"))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| fault(format!("{}: {error}", path.display())))
}
