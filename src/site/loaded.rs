//! What pages load: the files in `assets/` that all share, those of each language, and the scripts for other sites.

use super::edition::Edition;
use super::frozen::VERSION;
use super::page::fill;
use super::wasm::WasmBundle;
use super::{Error, Files, asset, downloads, foreign, package, pictures, read, script, style, take};
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::text::Lang;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

/// What is said if the record cannot be read any more.
pub(super) const CHANGED: &str = "the record changed while it was read";

/// The names of what is loaded, by what it is.
pub(super) type Names = Vec<(&'static str, String)>;

/// Adds what pages and other sites load in any language, and gives its names and the template of a page.
pub(super) fn assets(
    files: &mut Files,
    root: &Path,
    app: WasmBundle,
    checker: WasmBundle,
    loaded: &[Loaded],
    url: Option<&str>,
) -> Result<(Names, String), Error> {
    let (sheets, template) = style::split(&read(&root.join("index.html"))?);
    let names = vec![
        ("style", asset(files, "explainer", "css", style::sheet(root, &sheets)?.into_bytes())),
        ("others", asset(files, "others", "css", style::sheet(root, &style::OTHERS)?.into_bytes())),
        ("glue", asset(files, "explainer", "js", script::published(&app.glue)?.into_bytes())),
        ("wasm", asset(files, "explainer", "wasm", app.wasm)),
        ("boot", asset(files, "boot", "js", shell(root, "boot")?)),
        ("place", asset(files, "place", "js", shell(root, "reading_place")?)),
        ("download", asset(files, "download", "js", shell(root, "download")?)),
        ("foreign", foreign::assets(files, root, checker)?),
        ("icon", asset(files, "icon", "svg", read(&root.join("src/site/icon.svg"))?.into_bytes())),
    ];
    let (element, types) =
        (read(&root.join("src/shell/element.js"))?, read(&root.join("src/shell/embed.d.ts"))?);
    let languages: Vec<(&str, &Names)> =
        loaded.iter().map(|loaded| (loaded.edition.lang.code(), &loaded.names)).collect();
    files.insert("embed.js".to_string(), embed(&element, &names, &languages)?);
    package::add(files, (&names, &languages), (&element, &types), Lang::default(), url)?;
    files.insert("frame.js".to_string(), shell(root, "frame")?);
    files.insert("embed.d.ts".to_string(), types.into_bytes());
    Ok((names, template))
}

/// What the pages of one language load, and the files that it stands in.
pub(super) struct Loaded<'a> {
    pub edition: &'a Edition,
    /// The record as the app loads it.
    pub record: Vec<u8>,
    /// The names of what is loaded in this language alone.
    pub names: Names,
    pub downloads: Vec<downloads::Download>,
    /// The pictures of shared links.
    pub share_pictures: SharePictures,
    /// All that is hashed.
    pub files: Files,
}

impl<'a> Loaded<'a> {
    pub fn new(root: &Path, edition: &'a Edition, url: Option<&str>) -> Result<Loaded<'a>, Error> {
        let (lang, code) = (edition.lang, edition.lang.code());
        let record = edition.app().map_err(|_| CHANGED)?.encode();
        let data = decoded(&record)?;
        let mut files = Files::new();
        let drawn = pictures::document(&edition.record, &data, lang).into_bytes();
        let saver = take::saver(root, &edition.record, lang)?;
        let fonts = style::fonts(&mut files, root, code)?;
        let mut names = vec![
            ("picture", asset(&mut files, &format!("picture.{code}"), "js", saver)),
            ("record", asset(&mut files, &format!("record.{code}"), "bin", record.clone())),
            ("words", asset(&mut files, &format!("words.{code}"), "bin", lang.language().encode())),
            ("pictures", asset(&mut files, &format!("pictures.{code}"), "html", drawn)),
            ("font", fonts.late),
            ("first_font", fonts.first),
        ];
        names.extend(style::own(&mut files, root, code)?.map(|name| ("style", name)));
        let downloads = downloads::files(&edition.record, &data, lang)?;
        let share_pictures = share_pictures(&mut files, &data, lang, url)?;
        Ok(Loaded { edition, record, names, downloads, share_pictures, files })
    }
}

/// A record from the very bytes the app will load, so that it and what is rendered cannot differ.
pub(super) fn decoded(record: &[u8]) -> Result<Rc<Dataset>, Error> {
    Dataset::decode(record).map(Rc::new).map_err(|error| error.to_string())
}

/// A script of the browser's side, as it is published.
pub(super) fn shell(root: &Path, name: &str) -> Result<Vec<u8>, Error> {
    Ok(script::published(&read(&root.join(format!("src/shell/{name}.js")))?)?.into_bytes())
}

/// How the element finds what it loads: beside its script.
const BESIDE: &str = "const NAMES = { ...{{names}}, base: new URL(\"./\", import.meta.url).href };
const LANGUAGES = {{languages}};
const asset = (file) => new URL(`assets/${file}`, import.meta.url).href;
const boot = () => import(asset(NAMES.boot));
const checker = () => import(asset(NAMES.foreign));";

/// The script that defines the element, with the names of what it loads, in any language and in one, and of its
/// attributes.
fn embed(element: &str, names: &Names, languages: &[(&str, &Names)]) -> Result<Vec<u8>, Error> {
    let kept = |names: &Names| -> BTreeMap<&'static str, String> {
        names
            .iter()
            .filter(|(name, _)| !["others", "font", "first_font", "icon"].contains(name))
            .cloned()
            .collect()
    };
    let languages: BTreeMap<&str, BTreeMap<&str, String>> =
        languages.iter().map(|(code, names)| (*code, kept(names))).collect();
    let json = |value: serde_json::Result<String>| value.map_err(|error| error.to_string());
    let (names, languages) =
        (json(serde_json::to_string(&kept(names)))?, json(serde_json::to_string(&languages))?);
    let loads = fill(BESIDE, &[("names", &names), ("languages", &languages)])?;
    let filled =
        fill(element, &[("loads", &loads), ("parameters", &package::parameters()?), ("version", VERSION)])?;
    Ok(script::published(&filled)?.into_bytes())
}

/// The paths of the pictures that shared links show: that of the front page, and those of the pages of things by type.
pub type SharePictures = BTreeMap<Option<Type>, String>;

/// The pictures of shared links: only where there is an address to give them, and with their feature on.
#[cfg(feature = "card")]
fn share_pictures(
    files: &mut Files,
    data: &Rc<Dataset>,
    lang: Lang,
    url: Option<&str>,
) -> Result<SharePictures, Error> {
    use super::{item, social_image};
    if url.is_none() {
        return Ok(SharePictures::new());
    }
    let mut share_pictures = SharePictures::new();
    for of in item::TYPES.map(Some).into_iter().chain([None]) {
        let name = of.map_or("front", Type::word);
        let drawn = social_image::png(&social_image::svg(data, lang, of)?)?;
        let path = asset(files, &format!("card.{name}.{}", lang.code()), "png", drawn);
        share_pictures.insert(of, format!("assets/{path}"));
    }
    Ok(share_pictures)
}

#[cfg(not(feature = "card"))]
fn share_pictures(
    _: &mut Files,
    _: &Rc<Dataset>,
    lang: Lang,
    url: Option<&str>,
) -> Result<SharePictures, Error> {
    if url.is_some() && lang == Lang::default() {
        println!("built without the feature `card`: shared links show no picture (see docs/hosting.md)");
    }
    Ok(SharePictures::new())
}
