//! Every page and file of the site, from the record and the two programs. [`super::dist`] packs and writes them.

use super::embedding::{self, Builder, BuilderProps};
use super::frame::{Foot, FootProps};
use super::item::{self, ItemPage, ItemPageProps};
use super::method::{Method, MethodProps};
use super::missing::{self, Missing, MissingProps};
use super::page::{self, fill};
use super::share::{self, Shared, escape};
use super::sources::{Sources, SourcesProps};
use super::story::{self, StoryProps};
use super::supply::page::{Licences, LicencesProps, Listed};
use super::supply::{Supply, sbom};
use super::wasm::WasmBundle;
use super::whole_record::{self, Whole, WholeProps};
use super::{
    Error, Files, asset, dist, downloads, foreign, frame, frozen, headers, jsonld, oembed, pictures, read,
    record, script, style,
};
use crate::model::dataset::Dataset;
use crate::model::query::NAMES;
use crate::model::record::Record;
use crate::model::record::schema::json_schema;
use crate::model::when::When;
use crate::text::Lang;
use crate::view::{Page, Surface};
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use yew::AttrValue;

/// Every file of the site, before compression; `app` and `checker` are its two programs. Without a list of crates it
/// has no page of their licences.
pub fn pages(
    root: &Path,
    record: &Record,
    supply: Option<&Supply>,
    [app, checker]: [WasmBundle; 2],
    url: Option<&str>,
) -> Result<Files, Error> {
    let mut files = Files::new();
    let lang = Lang::default();
    let encoded = record::checked(record).map_err(|_| CHANGED)?.encode();
    // The page is rendered from the very bytes the app will load, so that the two cannot differ.
    let data = Rc::new(Dataset::decode(&encoded).map_err(|error| error.to_string())?);
    let drawn = pictures::document(record, &data, lang).into_bytes();
    let (names, template) = assets(&mut files, root, app, checker, (encoded, drawn), lang)?;
    let picture = picture(&mut files, &data, url)?;
    let site = Site {
        record: Rc::new(record.clone()),
        all: Rc::new(record::whole(record).map_err(|_| CHANGED)?),
        data,
        lang,
        url,
        picture,
        unscripted: unscripted(&template),
        template,
        values: values(&names, lang),
    };
    let downloads = Rc::new(downloads::files(record, &site.data, lang)?);
    site.fronts(&mut files, &downloads)?;
    site.items(&mut files)?;
    site.whole(&mut files)?;
    site.embedding(&mut files, root)?;
    site.sources(&mut files)?;
    if let Some(supply) = supply {
        site.licences(&mut files, supply)?;
    }
    site.missing(&mut files)?;
    files.extend(downloads.iter().map(|file| (file.path.clone(), file.bytes.clone())));
    files.insert("data/schema.json".to_string(), schema()?);
    files.insert("_headers".to_string(), headers::file().into_bytes());
    Ok(files)
}

const CHANGED: &str = "the record changed while it was read";

/// What all pages are made from.
struct Site<'a> {
    record: Rc<Record>,
    /// As the app loads it.
    data: Rc<Dataset>,
    /// With the sources that only the maps rest on; their addresses stand where they are cited in full.
    all: Rc<Dataset>,
    lang: Lang,
    /// Where the site is published.
    url: Option<&'a str>,
    /// The path of the picture of shared links.
    picture: Option<String>,
    /// The template of a page whose app starts, and of one that needs no script.
    template: String,
    unscripted: String,
    /// What is the same on every page.
    values: Vec<(&'static str, String)>,
}

/// What a page has for itself.
#[derive(Default)]
struct Own<'a> {
    /// What leads to the root of the site, and to where the pages of things stand.
    base: &'a str,
    pages: &'a str,
    /// The folder in which the page lies, as `luna-26/`; empty if that is not known.
    folder: &'a str,
    title: &'a str,
    /// Of the site, if it is empty.
    description: &'a str,
    app: &'a str,
    still: &'a str,
    share: &'a str,
    linked: &'a str,
}

impl Site<'_> {
    fn title(&self) -> &str {
        record::title(&self.record, self.lang)
    }

    fn page(&self, template: &str, own: &Own) -> Result<Vec<u8>, Error> {
        let description = if own.description.is_empty() {
            record::description(&self.record, self.lang)
        } else {
            own.description
        };
        let (title, description, unstyled) = (escape(own.title), escape(description), self.unstyled(own));
        let mut values: Vec<(&str, &str)> =
            self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        values.extend([
            ("base", own.base),
            ("pages", own.pages),
            ("unstyled", &unstyled),
            ("title", &title),
            ("description", &description),
            ("app", own.app),
            ("still", own.still),
            ("share", own.share),
            ("linked", own.linked),
        ]);
        fill(template, &values).map(String::into_bytes)
    }

    /// What a page says where its style does not come, as where a host drops the slash at the end of its address: then
    /// its addresses lead one folder too high, and the name of its folder leads back. The page for all that
    /// is missing knows its addresses from the root.
    fn unstyled(&self, own: &Own) -> String {
        let [words, link] = self.lang.static_text().unstyled;
        match own.folder {
            _ if own.base.starts_with('/') || own.base.contains("://") => String::new(),
            "" => format!("<p class=\"unstyled\">{words}</p>"),
            folder => format!("<p class=\"unstyled\">{words} <a href=\"{folder}\">{link}</a></p>"),
        }
    }

    fn shared(&self, path: &str, title: &str, description: &str) -> String {
        let picture = self.picture.as_deref().map(|path| (path, self.title()));
        share::tags(&Shared { site: self.url, path, title, description, picture })
    }

    fn oembed(&self) -> Option<oembed::Site<'_>> {
        let (title, lang, picture) = (self.title(), self.lang, self.picture.as_deref());
        self.url.map(|url| oembed::Site { url, title, lang, picture })
    }

    /// The front page and the page for a frame; and both once more for the frozen copy, which has no pages of things.
    fn fronts(&self, files: &mut Files, downloads: &Rc<Vec<downloads::Download>>) -> Result<(), Error> {
        let lang = self.lang;
        let description = record::description(&self.record, lang);
        let tags = self.shared("", self.title(), description);
        let oembed = self.oembed();
        let found = oembed.as_ref().map(oembed::Site::links).unwrap_or_default();
        files.extend(oembed.iter().flat_map(oembed::Site::files));
        let linked = jsonld::page(&self.record, lang, &downloads::distribution(lang));
        let linked = jsonld::element(&linked)?;
        let foot = page::html::<Foot>(|| FootProps { lang }, false)?;
        for (folder, pages, from_frame) in
            [(String::new(), "", "../"), (frozen::path(""), "../../", "../../../")]
        {
            let method = || MethodProps {
                record: self.record.clone(),
                downloads: downloads.clone(),
                pages: pages.into(),
                lang,
            };
            let at = page::At { surface: Surface::Page, base: "", pages };
            let front = Own {
                pages,
                folder: last(if folder.is_empty() { self.url.unwrap_or_default() } else { &folder }),
                title: self.title(),
                app: &page::roots(&self.data, at, |step| self.story(pages, step))?,
                still: &page::html::<Method>(method, false)?,
                share: &[&*tags, &*found].join("\n"),
                linked: &linked,
                ..Own::default()
            };
            files.insert(format!("{folder}index.html"), self.page(&self.template, &front)?);
            let at = page::At { surface: Surface::Frame, base: "../", pages: from_frame };
            let framed = Own {
                base: "../",
                pages: from_frame,
                folder: last(frame::PATH.trim_end_matches("index.html")),
                app: &page::roots(&self.data, at, |_| {
                    Ok(pictures::html(&self.record, &self.data, lang, from_frame))
                })?,
                still: &foot,
                share: &tags,
                linked: "",
                ..front
            };
            let template = frame::framed(&self.template);
            files.insert(format!("{folder}{}", frame::PATH), self.page(&template, &framed)?);
        }
        Ok(())
    }

    /// The story of the front page, beside which stands all else.
    fn story(&self, pages: &'static str, step: String) -> Result<String, Error> {
        let made = story::Made::new(&self.record, &self.all, self.lang, pages, step);
        let (data, record, lang) = (self.all.clone(), self.record.clone(), self.lang);
        story::markup(&StoryProps { data, record, lang, base: "", pages, made: Rc::new(made) })
    }

    /// A page for each thing.
    fn items(&self, files: &mut Files) -> Result<(), Error> {
        let still = Page::still(self.all.clone(), self.lang, Surface::Item, item::BASE);
        let oembed = self.oembed();
        for at in item::all(&self.all) {
            let folder = item::folder(&self.all, at);
            let url = self.url.map(|url| AttrValue::from(format!("{}/{folder}", url.trim_end_matches('/'))));
            let props = || ItemPageProps {
                data: self.all.clone(),
                record: self.record.clone(),
                at,
                lang: self.lang,
                title: self.title().to_string().into(),
                url: url.clone(),
            };
            let (label, summary) = (self.all.label(at), item::summary(&still, at));
            let mut share = self.shared(&folder, label, &summary);
            if let Some((link, (path, answer))) = oembed.as_ref().map(|site| site.item(&self.all, at)) {
                share = format!("{share}\n{link}");
                files.insert(path, answer);
            }
            let own = Own {
                base: item::BASE,
                pages: item::BASE,
                folder: last(&folder),
                title: &format!("{label} · {}", self.title()),
                description: &summary,
                app: &page::html::<ItemPage>(props, false)?,
                share: &share,
                linked: &jsonld::element(&jsonld::item(&still, &self.record, at))?,
                ..Own::default()
            };
            files.insert(format!("{folder}index.html"), self.page(&self.unscripted, &own)?);
        }
        Ok(())
    }

    /// A page beside the front page that needs no script of the app; `own.share` is what its head has besides.
    fn aside(&self, files: &mut Files, folder: &str, own: Own) -> Result<(), Error> {
        let tags = self.shared(folder, own.title, record::description(&self.record, self.lang));
        let share = &[&*tags, own.share].join("\n");
        let own = Own { base: "../", pages: "../", folder, share, ..own };
        files.insert(format!("{folder}index.html"), self.page(&self.unscripted, &own)?);
        Ok(())
    }

    fn whole(&self, files: &mut Files) -> Result<(), Error> {
        let props = || WholeProps { data: self.all.clone(), record: self.record.clone(), lang: self.lang };
        let title = self.lang.static_text().whole;
        let app = page::html::<Whole>(props, false)?;
        self.aside(files, whole_record::FOLDER, Own { title, app: &app, ..Own::default() })
    }

    fn embedding(&self, files: &mut Files, root: &Path) -> Result<(), Error> {
        let builder = asset(files, "builder", "js", shell(root, "builder")?);
        let hashes = ["embed.js", "frame.js"].map(|path| (path, dist::integrity(&files[path])));
        let props = || BuilderProps {
            lang: self.lang,
            title: self.title().to_string().into(),
            day: When::from_day(self.data.as_of),
            url: self.url.map(|url| url.to_string().into()),
            hashes: hashes.to_vec(),
        };
        let title = self.lang.embedding().title;
        let app = page::html::<Builder>(props, false)?;
        let share = embedding::script(&builder);
        self.aside(files, embedding::FOLDER, Own { title, app: &app, share: &share, ..Own::default() })
    }

    fn sources(&self, files: &mut Files) -> Result<(), Error> {
        let props = || SourcesProps { record: self.record.clone(), lang: self.lang };
        let title = self.lang.static_text().source_page;
        let app = page::html::<Sources>(props, false)?;
        let linked = jsonld::element(&jsonld::sources(&self.record, self.lang))?;
        let own = Own { title, app: &app, linked: &linked, ..Own::default() };
        self.aside(files, "sources/", own)
    }

    fn licences(&self, files: &mut Files, supply: &Supply) -> Result<(), Error> {
        let listed = Rc::new(Listed::new(supply)?);
        let title = self.lang.static_text().licences;
        let props = || LicencesProps { listed: listed.clone(), lang: self.lang };
        let app = page::html::<Licences>(props, false)?;
        files.insert(sbom::PATH.to_string(), sbom::file(supply)?);
        self.aside(files, "licences/", Own { title, app: &app, ..Own::default() })
    }

    fn missing(&self, files: &mut Files) -> Result<(), Error> {
        let base = &missing::base(self.url);
        let props = || MissingProps { base: base.clone().into(), lang: self.lang };
        let app = page::html::<Missing>(props, false)?;
        let own = Own {
            base,
            pages: base,
            title: self.lang.static_text().missing,
            app: &app,
            share: missing::ROBOTS,
            ..Own::default()
        };
        files.insert(missing::PATH.to_string(), self.page(&self.unscripted, &own)?);
        Ok(())
    }
}

/// The names of what is loaded, by what it is.
type Names = Vec<(&'static str, String)>;

/// Adds what pages and other sites load, and gives its names and the template of a page.
fn assets(
    files: &mut Files,
    root: &Path,
    app: WasmBundle,
    checker: WasmBundle,
    (record, drawn): (Vec<u8>, Vec<u8>),
    lang: Lang,
) -> Result<(Names, String), Error> {
    let (sheets, template) = style::split(&read(&root.join("index.html"))?);
    let tag = lang.tag();
    let names = vec![
        ("style", asset(files, "explainer", "css", style::sheet(root, &sheets)?.into_bytes())),
        ("others", asset(files, "others", "css", style::sheet(root, &style::OTHERS)?.into_bytes())),
        ("font", style::fonts(files, root, tag)?),
        ("glue", asset(files, "explainer", "js", script::published(&app.glue)?.into_bytes())),
        ("wasm", asset(files, "explainer", "wasm", app.wasm)),
        ("record", asset(files, &format!("record.{tag}"), "bin", record)),
        ("words", asset(files, &format!("words.{tag}"), "bin", lang.language().encode())),
        ("pictures", asset(files, &format!("pictures.{tag}"), "html", drawn)),
        ("boot", asset(files, "boot", "js", shell(root, "boot")?)),
        ("download", asset(files, "download", "js", shell(root, "download")?)),
        ("foreign", foreign::assets(files, root, checker)?),
        ("icon", asset(files, "icon", "svg", read(&root.join("src/site/icon.svg"))?.into_bytes())),
    ];
    files.insert("embed.js".to_string(), embed(root, &names)?);
    files.insert("frame.js".to_string(), shell(root, "frame")?);
    files.insert("embed.d.ts".to_string(), read(&root.join("src/shell/embed.d.ts"))?.into_bytes());
    Ok((names, template))
}

/// What is the same on every page, by its name in the template.
fn values(names: &Names, lang: Lang) -> Vec<(&'static str, String)> {
    let still = lang.static_text();
    let words = [("lang", lang.tag()), ("noscript", still.no_script), ("notice", still.filters_off)];
    names.iter().cloned().chain(words.map(|(name, value)| (name, value.to_string()))).collect()
}

/// A script of the browser's side, as it is published.
fn shell(root: &Path, name: &str) -> Result<Vec<u8>, Error> {
    Ok(script::published(&read(&root.join(format!("src/shell/{name}.js")))?)?.into_bytes())
}

/// The script that defines the element, with the names of what it loads and of its attributes.
fn embed(root: &Path, names: &Names) -> Result<Vec<u8>, Error> {
    let script = read(&root.join("src/shell/element.js"))?;
    let names: BTreeMap<&str, &String> = names
        .iter()
        .filter(|(name, _)| !["others", "font", "icon"].contains(name))
        .map(|(name, file)| (*name, file))
        .collect();
    let names = serde_json::to_string(&names).map_err(|error| error.to_string())?;
    let parameters = serde_json::to_string(&NAMES).map_err(|error| error.to_string())?;
    let filled = fill(&script, &[("names", &names), ("parameters", &parameters)])?;
    Ok(script::published(&filled)?.into_bytes())
}

/// The schema of the published record, a line a word.
fn schema() -> Result<Vec<u8>, Error> {
    let text = serde_json::to_string_pretty(&json_schema()).map_err(|error| error.to_string())?;
    Ok((text + "\n").into_bytes())
}

/// The last folder of a path or an address, with its slash; nothing of a host by itself.
fn last(path: &str) -> &str {
    let path =
        path.find("://").map_or(path, |at| path[at + 3..].split_once('/').map_or("", |(_, path)| path));
    let start = path.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
    if path.ends_with('/') { &path[start..] } else { "" }
}

/// The template of a page that needs no script: without the lines that load one, with a sheet more, and with fonts that
/// wait for none.
fn unscripted(template: &str) -> String {
    let live = ["<script", "rel=\"modulepreload\"", "rel=\"preload\"", "<noscript", "id=\"notice\""];
    let kept = template.lines().filter(|line| !live.iter().any(|mark| line.contains(mark)));
    let unscripted: String =
        kept.map(|line| line.replace(" media=\"(scripting: none)\"", "") + "\n").collect();
    let sheet =
        |name: &str| format!("<link rel=\"stylesheet\" href=\"{{{{base}}}}assets/{{{{{name}}}}}\">\n");
    unscripted.replace(&sheet("style"), &(sheet("style") + &sheet("others")))
}

/// The picture of a shared link, by its path: only where there is an address to give it, and with its feature on.
#[cfg(feature = "card")]
fn picture(files: &mut Files, data: &Rc<Dataset>, url: Option<&str>) -> Result<Option<String>, Error> {
    use super::social_image;
    if url.is_none() {
        return Ok(None);
    }
    let drawn = social_image::png(&social_image::svg(data, Lang::default())?)?;
    Ok(Some(format!("assets/{}", asset(files, "card", "png", drawn))))
}

#[cfg(not(feature = "card"))]
fn picture(_: &mut Files, _: &Rc<Dataset>, url: Option<&str>) -> Result<Option<String>, Error> {
    if url.is_some() {
        println!("built without the feature `card`: shared links show no picture (see docs/hosting.md)");
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::last;

    #[test]
    fn the_last_folder_of_an_address() {
        for (path, folder) in [
            ("", ""),
            ("sources/", "sources/"),
            ("mission/luna-26/", "luna-26/"),
            ("https://host", ""),
            ("https://host/", ""),
            ("https://host/lunar/", "lunar/"),
            ("https://host/a/lunar/", "lunar/"),
        ] {
            assert_eq!(last(path), folder, "{path}");
        }
    }
}
