//! `dist/`: the whole site as files, written beside the old one and swapped in when whole.

use super::method::{Method, MethodProps};
use super::page::{self, fill};
use super::share::{self, Shared};
use super::sources::{Sources, SourcesProps};
use super::wire::Record;
use super::{
    Error, Files, asset, catalogue, downloads, headers, jsonld, read, record, scene, script, step, style,
    wasm,
};
use crate::model::dataset::Dataset;
use crate::model::pack::{pack, pack_drawings, unpack, unpack_drawings};
use crate::text::Lang;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

/// What a build is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// Where the site will be published.
    pub url: Option<&'a str>,
    /// The catalogue too.
    pub catalogue: bool,
}

impl Options<'_> {
    /// Reads what follows `build`.
    pub fn parse<'a>(words: &[&'a str]) -> Result<Options<'a>, Error> {
        match words {
            [] => Ok(Options::default()),
            ["--catalogue", rest @ ..] => Ok(Options { catalogue: true, ..Options::parse(rest)? }),
            ["--url", url, rest @ ..] => Ok(Options { url: Some(url), ..Options::parse(rest)? }),
            [other, ..] => Err(format!("build knows --url https://host/path/ and --catalogue, not {other}")),
        }
    }
}

/// A line of `report.json`.
#[derive(Serialize)]
struct Line {
    path: String,
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    brotli: Option<usize>,
    sha256: String,
}

/// Builds the site. Nothing is written before everything has been made.
pub fn build(root: &Path, options: Options) -> Result<(), Error> {
    let url = options.url;
    let record = step("checking the record", || {
        record::read(&root.join("src/data")).map_err(|faults| record::report(&faults))
    })?;
    println!("{}", record::summary(&record));
    let bound = step("compiling the Wasm", || wasm::bound(root))?;
    let mut files = step("rendering the pages", || pages(root, &record, bound, url))?;
    if options.catalogue {
        files.append(&mut step("rendering the catalogue", || catalogue::files(root))?);
    }
    let report = step("compressing", || compress(&mut files))?;
    files.insert("report.json.br".to_string(), brotli(&report)?);
    files.insert("report.json.gz".to_string(), gzip(&report)?);
    files.insert("report.json".to_string(), report);
    step("writing dist/", || write(root, &files))?;
    if url.is_none() {
        println!("no --url: canonical and card addresses are left out");
    }
    Ok(())
}

/// Everything that is published of a record, not yet compressed.
pub fn pages(root: &Path, record: &Record, bound: wasm::Bound, url: Option<&str>) -> Result<Files, Error> {
    let mut files = Files::new();
    let lang = Lang::default();
    let packed = pack(&record::checked(record).map_err(|_| "the record changed while it was read")?);
    // The page is rendered from the very text the app will load, so that the two cannot differ.
    let data = Rc::new(unpack(&packed).ok_or("the record lost something on its way to the app")?);
    let (sheets, template) = style::split(&read(&root.join("index.html"))?);
    let style = asset(&mut files, "explainer", "css", style::sheet(root, &sheets)?.into_bytes());
    let glue = asset(&mut files, "explainer", "js", bound.glue);
    let wasm = asset(&mut files, "explainer", "wasm", bound.wasm);
    let name = format!("record.{}", lang.tag());
    let json = asset(&mut files, &name, "json", packed.into_bytes());
    let drawn = pack_drawings(&scene::drawings(record, &data, lang));
    let drawings = Rc::new(unpack_drawings(&drawn));
    let name = format!("drawn.{}", lang.tag());
    let drawn = asset(&mut files, &name, "json", drawn.into_bytes());
    let loader = asset(
        &mut files,
        "loader",
        "js",
        script::tighten(&read(&root.join("src/shell/loader.js"))?).into_bytes(),
    );
    let icon = asset(&mut files, "icon", "svg", read(&root.join("src/site/icon.svg"))?.into_bytes());
    let old =
        asset(&mut files, "old", "js", script::tighten(&read(&root.join("src/shell/old.js"))?).into_bytes());
    let download = asset(
        &mut files,
        "download",
        "js",
        script::tighten(&read(&root.join("src/shell/download.js"))?).into_bytes(),
    );
    let (text, still_text) = (lang.text(), lang.still());
    let common = |base: &'static str| {
        vec![
            ("lang", lang.tag()),
            ("base", base),
            ("style", &*style),
            ("glue", &*glue),
            ("wasm", &*wasm),
            ("record", &*json),
            ("drawn", &*drawn),
            ("loader", &*loader),
            ("download", &*download),
            ("old", &*old),
            ("icon", &*icon),
            ("noscript", still_text.no_script),
            ("notice", still_text.filters_off),
            ("description", still_text.description),
        ]
    };
    let app = page::drawn(&data, &drawings, "")?;
    let rc = Rc::new(record.clone());
    let downloads = Rc::new(downloads::files(record, &data, lang)?);
    let all = Rc::new(record::whole(record).map_err(|_| "the record changed while it was read")?);
    let method = || MethodProps { data: all.clone(), record: rc.clone(), downloads: downloads.clone(), lang };
    let still = page::html::<Method>(method, false)?;
    let picture = picture(&mut files, &data, url)?;
    let shared = |path: &'static str, title: &'static str| {
        let picture = picture.as_deref().map(|path| (path, text.title));
        share::tags(&Shared { site: url, path, title, description: still_text.description, picture })
    };
    let tags = shared("", text.title);
    let linked = jsonld::element(&jsonld::page(record, lang, &downloads::distribution(lang)))?;
    let mut values = common("");
    values.extend([
        ("title", text.title),
        ("app", &*app),
        ("still", &*still),
        ("share", &*tags),
        ("linked", &*linked),
    ]);
    files.insert("index.html".to_string(), fill(&template, &values)?.into_bytes());

    let list = page::html::<Sources>(|| SourcesProps { record: rc.clone(), lang }, false)?;
    let tags = shared("sources/", still_text.source_page);
    let linked = jsonld::element(&jsonld::sources(record, lang))?;
    let mut values = common("../");
    values.extend([
        ("title", still_text.source_page),
        ("app", &*list),
        ("still", ""),
        ("share", &*tags),
        ("linked", &*linked),
    ]);
    files.insert("sources/index.html".to_string(), fill(&unscripted(&template), &values)?.into_bytes());

    files.extend(downloads.iter().map(|file| (file.path.clone(), file.bytes.clone())));
    files.insert("data/schema.json".to_string(), read(&root.join("src/site/schema.json"))?.into_bytes());
    files.insert("_headers".to_string(), headers::file().into_bytes());
    Ok(files)
}

/// The template of a page that needs no script: without the lines that load one.
fn unscripted(template: &str) -> String {
    let live = ["<script", "rel=\"modulepreload\"", "rel=\"preload\"", "<noscript", "id=\"notice\""];
    let kept = template.lines().filter(|line| !live.iter().any(|mark| line.contains(mark)));
    kept.map(|line| format!("{line}\n")).collect()
}

/// The picture of a shared link, by its path: only where there is an address to give it, and with its feature on.
#[cfg(feature = "card")]
fn picture(files: &mut Files, data: &Rc<Dataset>, url: Option<&str>) -> Result<Option<String>, Error> {
    use super::card;
    if url.is_none() {
        return Ok(None);
    }
    let drawn = card::png(&card::svg(data, Lang::default())?)?;
    Ok(Some(format!("assets/{}", asset(files, "card", "png", drawn))))
}

#[cfg(not(feature = "card"))]
fn picture(_: &mut Files, _: &Rc<Dataset>, url: Option<&str>) -> Result<Option<String>, Error> {
    if url.is_some() {
        println!("built without the feature `card`: shared links show no picture (see the README)");
    }
    Ok(None)
}

/// Puts a brotli and a gzip file beside every text and Wasm file, and lists everything.
fn compress(files: &mut Files) -> Result<Vec<u8>, Error> {
    let mut report = Vec::new();
    let mut packed = Files::new();
    for (path, bytes) in &*files {
        let mut line =
            Line { path: path.clone(), bytes: bytes.len(), brotli: None, sha256: integrity(bytes) };
        if packs(path) {
            let small = brotli(bytes)?;
            line.brotli = Some(small.len());
            packed.insert(format!("{path}.br"), small);
            packed.insert(format!("{path}.gz"), gzip(bytes)?);
        }
        report.push(line);
    }
    files.append(&mut packed);
    serde_json::to_vec_pretty(&report).map_err(|error| error.to_string())
}

/// Whether a file is worth compressing.
pub fn packs(path: &str) -> bool {
    [".html", ".css", ".js", ".json", ".jsonld", ".csv", ".ics", ".wasm", ".svg"]
        .iter()
        .any(|ending| path.ends_with(ending))
}

/// The SHA-256 of a file in base64, as an `integrity` attribute wants it after `sha256-`.
fn integrity(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let hash = Sha256::digest(bytes);
    let mut out = String::with_capacity(44);
    for chunk in hash.chunks(3) {
        let bits =
            chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > chunk.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

/// A file as brotli has it smallest.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).map_err(|error| format!("brotli: {error}"))?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    // No file name and no time in the header: the same bytes in give the same bytes out.
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

/// Writes beside the old site, then swaps.
fn write(root: &Path, files: &Files) -> Result<(), Error> {
    let (new, old, dist) = (root.join("dist.new"), root.join("dist.old"), root.join("dist"));
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
        std::fs::rename(&dist, &old).map_err(failed(&dist))?;
    }
    std::fs::rename(&new, &dist).map_err(failed(&new))?;
    if old.exists() {
        std::fs::remove_dir_all(&old).map_err(failed(&old))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::integrity;

    #[test]
    fn integrity_is_base64() {
        // The SHA-256 of nothing, as in FIPS 180-4's examples, in base64.
        assert_eq!(integrity(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
