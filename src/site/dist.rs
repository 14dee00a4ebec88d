//! `dist/`: the whole site as files, written beside the old one and swapped in when whole.

use super::embedding::{self, Builder, BuilderProps};
use super::frame::{Foot, FootProps};
use super::method::{Method, MethodProps};
use super::page::{self, fill};
use super::share::{self, Shared, escape};
use super::sources::{Sources, SourcesProps};
use super::supply::page::{Licences, LicencesProps, Listed};
use super::supply::{Supply, sbom};
pub use super::wasm::Bound;
use super::{
    Error, Files, asset, catalogue, downloads, figures, foreign, frame, frozen, headers, jsonld, oembed,
    read, record, scene, script, step, style, wasm,
};
use crate::model::codec::{decode_drawings, encode_drawings};
use crate::model::dataset::Dataset;
use crate::model::record::{Record, json_schema};
use crate::model::validate;
use crate::model::when::When;
use crate::text::Lang;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

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
}

/// A line of `report.json`.
#[derive(Clone, Serialize)]
pub(super) struct Line {
    pub(super) path: String,
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    brotli: Option<usize>,
    sha256: String,
}

impl Line {
    /// The same file in another folder.
    pub(super) fn below(self, folder: &str) -> Line {
        Line { path: format!("{folder}{}", self.path), ..self }
    }
}

/// Builds the site. Nothing is written before everything has been made.
pub fn build(root: &Path, options: &Options) -> Result<(), Error> {
    let url = options.url.as_deref();
    let record = step("checking the record", || read_record(root, options.record.as_deref()))?;
    println!("{}", figures::summary(&record));
    let bound = step("compiling the Wasm", || wasm::bound(root, wasm::APP))?;
    let checker = step("compiling the checker", || wasm::bound(root, wasm::CHECKER))?;
    let supply = step("looking at the licences", || Supply::read(root))?;
    let mut files = step("rendering the pages", || pages(root, &record, &supply, [bound, checker], url))?;
    if options.catalogue {
        files.append(&mut step("rendering the catalogue", || catalogue::files(root))?);
    }
    let mut lines = step("compressing", || compress(&mut files))?;
    frozen::add(&mut files, &mut lines)?;
    report("report.json", &mut files, &lines)?;
    let out = options.out.as_deref().unwrap_or(Path::new("dist"));
    let dist = options.out.clone().unwrap_or_else(|| root.join("dist"));
    step(&format!("writing {}/", out.display()), || write(&dist, &files))?;
    if url.is_none() {
        println!("no --url: canonical and card addresses are left out");
    }
    Ok(())
}

/// The record of this crate, or the one at a path, checked.
pub(super) fn read_record(root: &Path, other: Option<&Path>) -> Result<Record, Error> {
    let read = other.map_or_else(|| record::read(&root.join("src/data")), record::other);
    read.map_err(|faults| record::report(&faults))
}

/// Every file of the site, before compression; `app` and `checker` are its two programs.
pub fn pages(
    root: &Path,
    record: &Record,
    supply: &Supply,
    [app, checker]: [Bound; 2],
    url: Option<&str>,
) -> Result<Files, Error> {
    let mut files = Files::new();
    let lang = Lang::default();
    let encoded = record::checked(record).map_err(|_| "the record changed while it was read")?.encode();
    // The page is rendered from the very bytes the app will load, so that the two cannot differ.
    let data = Rc::new(Dataset::decode(&encoded).map_err(|error| error.to_string())?);
    let (sheets, template) = style::split(&read(&root.join("index.html"))?);
    let style = asset(&mut files, "explainer", "css", style::sheet(root, &sheets)?.into_bytes());
    let glue = asset(&mut files, "explainer", "js", script::published(&app.glue)?.into_bytes());
    let wasm = asset(&mut files, "explainer", "wasm", app.wasm);
    let name = format!("record.{}", lang.tag());
    let loaded = asset(&mut files, &name, "bin", encoded);
    let drawn = encode_drawings(&scene::drawings(record, &data, lang));
    let drawings = decode_drawings(&drawn).map_err(|error| error.to_string())?;
    let name = format!("drawn.{}", lang.tag());
    let drawn = asset(&mut files, &name, "bin", drawn);
    let boot = asset(&mut files, "boot", "js", shell(root, "boot")?);
    let icon = asset(&mut files, "icon", "svg", read(&root.join("src/site/icon.svg"))?.into_bytes());
    let download = asset(&mut files, "download", "js", shell(root, "download")?);
    let foreign = foreign::assets(&mut files, root, checker)?;
    let names = [
        ("boot", &boot),
        ("glue", &glue),
        ("wasm", &wasm),
        ("record", &loaded),
        ("drawn", &drawn),
        ("style", &style),
        ("download", &download),
        ("foreign", &foreign),
    ];
    files.insert("embed.js".to_string(), embed(root, &names)?);
    files.insert("frame.js".to_string(), shell(root, "frame")?);
    files.insert("embed.d.ts".to_string(), read(&root.join("src/shell/embed.d.ts"))?.into_bytes());
    let still_text = lang.still();
    let (title, description) =
        (escape(record::title(record, lang)), escape(record::description(record, lang)));
    let common = |base: &'static str| {
        vec![
            ("lang", lang.tag()),
            ("base", base),
            ("style", &*style),
            ("glue", &*glue),
            ("wasm", &*wasm),
            ("record", &*loaded),
            ("drawn", &*drawn),
            ("boot", &*boot),
            ("download", &*download),
            ("icon", &*icon),
            ("noscript", still_text.no_script),
            ("notice", still_text.filters_off),
            ("description", &*description),
        ]
    };
    let page = |template: &str, base: &'static str, own: Own| {
        let mut values = common(base);
        values.extend(own.values());
        fill(template, &values).map(String::into_bytes)
    };
    let app = page::roots(&data, &drawings, "")?;
    let rc = Rc::new(record.clone());
    let downloads = Rc::new(downloads::files(record, &data, lang)?);
    let all = Rc::new(validate::dataset(record).map_err(|_| "the record changed while it was read")?);
    let method = || MethodProps { data: all.clone(), record: rc.clone(), downloads: downloads.clone(), lang };
    let still = page::html::<Method>(method, false)?;
    let picture = picture(&mut files, &data, url)?;
    let shared = |path: &'static str, title: &str| {
        let picture = picture.as_deref().map(|path| (path, record::title(record, lang)));
        let description = record::description(record, lang);
        share::tags(&Shared { site: url, path, title, description, picture })
    };
    let tags = shared("", record::title(record, lang));
    let oembed = url.map(|url| oembed::Site {
        url,
        title: record::title(record, lang),
        lang,
        picture: picture.as_deref(),
    });
    let found = oembed.as_ref().map(oembed::Site::links).unwrap_or_default();
    files.extend(oembed.iter().flat_map(oembed::Site::files));
    let tags_and_found = [&*tags, &*found].join("\n");
    let linked = jsonld::element(&jsonld::page(record, lang, &downloads::distribution(lang)))?;
    let own = Own { title: &title, app: &app, still: &still, share: &tags_and_found, linked: &linked };
    files.insert("index.html".to_string(), page(&template, "", own)?);

    let app = page::roots(&data, &drawings, "../")?;
    let foot = page::html::<Foot>(|| FootProps { lang }, false)?;
    let own = Own { title: &title, app: &app, still: &foot, share: &tags, linked: "" };
    files.insert(frame::PATH.to_string(), page(&frame::framed(&template), "../", own)?);

    let builder = asset(&mut files, "builder", "js", shell(root, "builder")?);
    let hashes = ["embed.js", "frame.js"].map(|path| (path, integrity(&files[path])));
    let props = || BuilderProps {
        lang,
        title: record::title(record, lang).to_string().into(),
        day: (lang.text().when)(&When::from_day(data.as_of)).into(),
        url: url.map(|url| url.to_string().into()),
        hashes: hashes.to_vec(),
    };
    let list = page::html::<Builder>(props, false)?;
    let words = lang.embedding();
    let tags = [shared(embedding::FOLDER, words.title), embedding::script(&builder)].join("\n");
    let own = Own { title: words.title, app: &list, still: "", share: &tags, linked: "" };
    files.insert(embedding::PATH.to_string(), page(&unscripted(&template), "../", own)?);

    let list = page::html::<Sources>(|| SourcesProps { record: rc.clone(), lang }, false)?;
    let tags = shared("sources/", still_text.source_page);
    let linked = jsonld::element(&jsonld::sources(record, lang))?;
    let own = Own { title: still_text.source_page, app: &list, still: "", share: &tags, linked: &linked };
    files.insert("sources/index.html".to_string(), page(&unscripted(&template), "../", own)?);

    let listed = Rc::new(Listed::new(supply)?);
    let list = page::html::<Licences>(|| LicencesProps { listed: listed.clone(), lang }, false)?;
    let tags = shared("licences/", still_text.licences);
    let own = Own { title: still_text.licences, app: &list, still: "", share: &tags, linked: "" };
    files.insert("licences/index.html".to_string(), page(&unscripted(&template), "../", own)?);
    files.insert(sbom::PATH.to_string(), sbom::file(supply)?);

    files.extend(downloads.iter().map(|file| (file.path.clone(), file.bytes.clone())));
    files.insert("data/schema.json".to_string(), schema()?);
    files.insert("_headers".to_string(), headers::file().into_bytes());
    Ok(files)
}

/// What a page has for itself; all else in the template is the same on every page.
struct Own<'a> {
    title: &'a str,
    app: &'a str,
    still: &'a str,
    share: &'a str,
    linked: &'a str,
}

impl<'a> Own<'a> {
    fn values(&self) -> [(&'static str, &'a str); 5] {
        [
            ("title", self.title),
            ("app", self.app),
            ("still", self.still),
            ("share", self.share),
            ("linked", self.linked),
        ]
    }
}

/// A script of the browser's side, as it is published.
fn shell(root: &Path, name: &str) -> Result<Vec<u8>, Error> {
    Ok(script::published(&read(&root.join(format!("src/shell/{name}.js")))?)?.into_bytes())
}

/// The script that defines the element, with the names of what it loads.
fn embed(root: &Path, names: &[(&str, &String)]) -> Result<Vec<u8>, Error> {
    let script = read(&root.join("src/shell/element.js"))?;
    let (before, after) = script.split_once("/*names*/").ok_or("element.js has no place for its names")?;
    let names: BTreeMap<&str, &String> = names.iter().copied().collect();
    let names = serde_json::to_string(&names).map_err(|error| error.to_string())?;
    Ok(script::published(&format!("{before}{names}{after}"))?.into_bytes())
}

/// The schema of the published record, a line a word.
fn schema() -> Result<Vec<u8>, Error> {
    let text = serde_json::to_string_pretty(&json_schema()).map_err(|error| error.to_string())?;
    Ok((text + "\n").into_bytes())
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

/// Puts a brotli and a gzip file beside every file that is worth it, and lists everything.
fn compress(files: &mut Files) -> Result<Vec<Line>, Error> {
    let mut report = Vec::new();
    let mut packed = Files::new();
    for (path, bytes) in &*files {
        report.push(line(path, bytes, &mut packed)?);
    }
    files.append(&mut packed);
    Ok(report)
}

/// What is said of a file, which is packed if that is worth it.
fn line(path: &str, bytes: &[u8], packed: &mut Files) -> Result<Line, Error> {
    let mut line =
        Line { path: path.to_string(), bytes: bytes.len(), brotli: None, sha256: integrity(bytes) };
    if packs(path) {
        let small = brotli(bytes)?;
        line.brotli = Some(small.len());
        packed.insert(format!("{path}.br"), small);
        packed.insert(format!("{path}.gz"), gzip(bytes)?);
    }
    Ok(line)
}

/// Adds the list of all that these lines say, and says what is to be said of itself.
pub(super) fn report(path: &str, files: &mut Files, lines: &[Line]) -> Result<Line, Error> {
    let text = serde_json::to_vec_pretty(lines).map_err(|error| error.to_string())?;
    let line = line(path, &text, files)?;
    files.insert(path.to_string(), text);
    Ok(line)
}

/// Whether a file is worth compressing.
pub fn packs(path: &str) -> bool {
    [".html", ".css", ".js", ".json", ".jsonld", ".csv", ".ics", ".wasm", ".bin", ".svg"]
        .iter()
        .any(|ending| path.ends_with(ending))
}

/// The SHA-256 of a file in base64, as an `integrity` attribute wants it after `sha256-`.
fn integrity(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
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
