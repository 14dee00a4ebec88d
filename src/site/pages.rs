//! Every page and file of the site, from the record and the two programs. [`super::dist`] packs and writes them.

mod fronts;

use super::changes::{self, Changes, ChangesProps};
use super::compare::{self, Compared, ComparedProps};
use super::edition::Edition;
use super::embedding::{self, Builder, BuilderProps};
use super::item::{self, ItemPage, ItemPageProps};
use super::languages::{self, Languages};
use super::loaded::{CHANGED, Loaded, Names, SharePictures, assets, decoded, shell};
use super::missing::{self, Missing, MissingProps};
use super::page::{self, fill};
use super::share::{self, Shared, escape};
use super::sources::{Sources, SourcesProps};
use super::supply::page::{Licences, LicencesProps, Listed};
use super::supply::{Supply, sbom};
use super::template::{last, unscripted, values};
use super::wasm::WasmBundle;
use super::whole_record::{self, Whole, WholeProps};
use super::{
    Error, Files, asset, dist, downloads, feed, frame, frozen, headers, jsonld, nginx, oembed, record,
};
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::query::View;
use crate::model::record::Record;
use crate::model::record::schema::json_schema;
use crate::model::when::When;
use crate::text::Lang;
use crate::view::section::heading;
use crate::view::{Page, Surface};
use rayon::prelude::*;
use std::path::Path;
use std::rc::Rc;
use yew::AttrValue;

/// Every file of the site, before compression; `app` and `checker` are its two programs. Without a list of crates it
/// has no page of their licences.
pub fn pages(
    root: &Path,
    editions: &[Edition],
    supply: Option<&Supply>,
    [app, checker]: [WasmBundle; 2],
    url: Option<&str>,
) -> Result<Files, Error> {
    let mut loaded: Vec<Loaded> =
        editions.par_iter().map(|edition| Loaded::new(root, edition, url)).collect::<Result<_, Error>>()?;
    let share_pictures = loaded.first().map(|loaded| loaded.share_pictures.clone()).unwrap_or_default();
    for loaded in loaded.iter_mut().filter(|loaded| loaded.share_pictures.is_empty()) {
        loaded.share_pictures.clone_from(&share_pictures);
    }
    let mut files = Files::new();
    let (names, template) = assets(&mut files, root, app, checker, &loaded, url)?;
    let shared = Common {
        url,
        languages: editions.iter().map(|edition| edition.lang).collect(),
        unscripted: unscripted(&template),
        template,
        names,
        builder: asset(&mut files, "builder", "js", shell(root, "builder")?),
        hashes: ["embed.js", "frame.js"].map(|path| (path, dist::integrity(&files[path]))),
    };
    // What is made at once shares no counted reference: each part of a language has a site of its own.
    let parts: Vec<(&Loaded, Part)> =
        loaded.iter().flat_map(|loaded| PARTS.map(|part| (loaded, part))).collect();
    let made = parts.into_par_iter().map(|(loaded, part)| {
        let mut files = Files::new();
        part(&Site::new(&shared, loaded)?, &mut files)?;
        Ok(files)
    });
    files.extend(made.collect::<Result<Vec<Files>, Error>>()?.into_iter().flatten());
    if let (Some(supply), Some(loaded)) = (supply, loaded.first()) {
        Site::new(&shared, loaded)?.licences(&mut files, supply)?;
    }
    for loaded in loaded {
        files.extend(loaded.files);
        files.extend(loaded.downloads.into_iter().map(|file| (file.path, file.bytes)));
    }
    files.insert("data/schema.json".to_string(), schema()?);
    files.insert("_headers".to_string(), headers::file().into_bytes());
    files.insert(nginx::PATH.to_string(), nginx::file(&missing::base(url)).into_bytes());
    Ok(files)
}

/// Makes some of the pages of a language.
type Part = fn(&Site, &mut Files) -> Result<(), Error>;

/// What is made at once, the longest first.
const PARTS: [Part; 5] = [
    |site, files| site.items(files),
    |site, files| site.front(files),
    |site, files| site.frozen_front(files),
    |site, files| site.whole(files),
    |site, files| site.aside_pages(files),
];

/// What the pages of all languages are made from.
struct Common<'a> {
    /// Where the site is published.
    url: Option<&'a str>,
    /// Every language of the site.
    languages: Vec<Lang>,
    /// The template of a page whose app starts, and of one that needs no script.
    template: String,
    unscripted: String,
    /// The names of what is loaded in any language.
    names: Names,
    /// The name of the script of the page on embedding.
    builder: String,
    /// The scripts that other pages load, with what holds a browser to them.
    hashes: [(&'static str, String); 2],
}

/// What the pages of a language are made from.
struct Site<'a> {
    common: &'a Common<'a>,
    record: Rc<Record>,
    /// As the app loads it.
    data: Rc<Dataset>,
    /// With the sources that only the maps rest on; their addresses stand where they are cited in full.
    all: Rc<Dataset>,
    lang: Lang,
    /// Where the site is published.
    url: Option<&'a str>,
    /// The pictures of shared links.
    share_pictures: &'a SharePictures,
    downloads: Rc<Vec<downloads::Download>>,
    /// What is the same on every page.
    values: Vec<(&'static str, String)>,
}

/// What a page has for itself.
#[derive(Default)]
struct Own<'a> {
    /// What leads to the front page of the language, and to where the pages of things stand.
    home: &'a str,
    pages: &'a str,
    /// The path of the page below the folder of the language; none if it stands nowhere for sure.
    path: Option<&'a str>,
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

impl<'a> Site<'a> {
    fn new(common: &'a Common, loaded: &'a Loaded) -> Result<Site<'a>, Error> {
        let edition = loaded.edition;
        Ok(Site {
            common,
            record: Rc::new(edition.record.clone()),
            data: decoded(&loaded.record)?,
            all: Rc::new(edition.whole().map_err(|_| CHANGED)?),
            lang: edition.lang,
            url: common.url,
            share_pictures: &loaded.share_pictures,
            downloads: Rc::new(loaded.downloads.clone()),
            values: values(&[&loaded.names[..], &common.names].concat(), edition.lang),
        })
    }

    fn title(&self) -> &str {
        record::title(&self.record, self.lang)
    }

    /// What leads to the root of the site from a page from which this leads to the front page of its language.
    fn root(&self, home: &str) -> String {
        format!("{home}{}", self.lang.up())
    }

    /// A page with the same in other languages. In the frame of another site it has no links to them.
    fn page(&self, template: &str, own: &Own) -> Result<Vec<u8>, Error> {
        let base = self.root(own.home);
        let languages = Languages {
            all: &self.common.languages,
            own: self.lang,
            root: &base,
            path: own.path.unwrap_or(""),
        };
        let alternates = own.path.map_or(String::new(), |_| languages.alternates(self.url));
        let app = match template.contains(frame::MARK) {
            true => own.app.to_string(),
            false => languages::within(own.app, &languages.choice()),
        };
        self.filled(template, &Own { app: &app, ..*own }, &base, &alternates)
    }

    fn filled(&self, template: &str, own: &Own, base: &str, alternates: &str) -> Result<Vec<u8>, Error> {
        let description = if own.description.is_empty() {
            record::description(&self.record, self.lang)
        } else {
            own.description
        };
        let (title, description, unstyled) = (escape(own.title), escape(description), self.unstyled(own));
        let at = self.own_url();
        let feed = feed::declared(own.pages, frozen::is_copied(own.folder), at.as_deref());
        let share = [alternates, own.share].join("\n");
        let mut values: Vec<(&str, &str)> =
            self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        values.extend([
            ("base", base),
            ("home", own.home),
            ("pages", own.pages),
            ("unstyled", &unstyled),
            ("feed", &feed),
            ("title", &title),
            ("description", &description),
            ("app", own.app),
            ("still", own.still),
            ("share", share.trim()),
            ("linked", own.linked),
        ]);
        fill(template, &values).map(String::into_bytes)
    }

    /// What a page says where its style does not come, as where a host drops the slash at the end of its address: then
    /// its addresses lead one folder too high, and the name of its folder leads back. The page for all that
    /// is missing knows its addresses from the root.
    fn unstyled(&self, own: &Own) -> String {
        let text = self.lang.static_text();
        let ([words, link], space) = (text.unstyled, text.joints().space);
        match own.folder {
            _ if own.home.starts_with('/') || own.home.contains("://") => String::new(),
            "" => format!("<p class=\"unstyled\">{words}</p>"),
            folder => format!("<p class=\"unstyled\">{words}{space}<a href=\"{folder}\">{link}</a></p>"),
        }
    }

    /// Where the pages of the language are published.
    fn own_url(&self) -> Option<String> {
        self.url.map(|url| format!("{}/{}", url.trim_end_matches('/'), self.lang.folder()))
    }

    /// A path below the folder of the language as one below the root of the site.
    fn whole_path(&self, path: &str) -> String {
        format!("{}{path}", self.lang.folder())
    }

    /// What a page says of itself to who links to it; that of a thing has the picture of its type.
    fn shared(&self, path: &str, title: &str, description: &str, kind: Option<Type>) -> String {
        let section = |kind: Type| {
            heading(&Page::still(self.data.clone(), self.lang, Surface::Page, ""), View::of(kind))
        };
        let picture = self.picture(kind).map(|path| (path, kind.map_or(self.title(), section)));
        share::tags(&Shared { site: self.url, path: &self.whole_path(path), title, description, picture })
    }

    fn picture(&self, kind: Option<Type>) -> Option<&str> {
        self.share_pictures.get(&kind).map(String::as_str)
    }

    fn oembed(&self) -> Option<oembed::Site<'_>> {
        let (title, lang, picture) = (self.title(), self.lang, self.picture(None));
        self.url.map(|url| oembed::Site { url, title, lang, picture })
    }

    fn insert(&self, files: &mut Files, path: &str, page: Vec<u8>) {
        files.insert(self.whole_path(path), page);
    }

    /// A page for each thing.
    fn items(&self, files: &mut Files) -> Result<(), Error> {
        let still = Page::still(self.all.clone(), self.lang, Surface::Item, item::BASE);
        let oembed = self.oembed();
        for at in item::all(&self.all) {
            let folder = item::folder(&self.all, at);
            let url = self.own_url().map(|url| AttrValue::from(format!("{url}{folder}")));
            let props = || ItemPageProps {
                data: self.all.clone(),
                record: self.record.clone(),
                at,
                lang: self.lang,
                title: self.title().to_string().into(),
                url: url.clone(),
            };
            let (label, summary) = (self.all.label(at), item::summary(&still, at));
            let mut share = self.shared(&folder, label, &summary, Some(at.kind));
            if let Some((link, (path, answer))) = oembed.as_ref().map(|site| site.item(&self.all, at)) {
                share = format!("{share}\n{link}");
                files.insert(path, answer);
            }
            let own = Own {
                home: item::BASE,
                pages: item::BASE,
                path: Some(&folder),
                folder: last(&folder),
                title: &format!("{label} · {}", self.title()),
                description: &summary,
                app: &page::html::<ItemPage>(props, false)?,
                share: &share,
                linked: &jsonld::element(&jsonld::item(&still, &self.record, at))?,
                ..Own::default()
            };
            self.insert(files, &format!("{folder}index.html"), self.page(&self.common.unscripted, &own)?);
        }
        Ok(())
    }

    /// A page beside the front page that needs no script of the app; `own.share` is what its head has besides.
    fn aside(&self, files: &mut Files, folder: &str, own: Own) -> Result<(), Error> {
        let tags = self.shared(folder, own.title, record::description(&self.record, self.lang), None);
        let share = &[&*tags, own.share].join("\n");
        let own = Own { home: "../", pages: "../", folder, share, ..own };
        self.insert(files, &format!("{folder}index.html"), self.page(&self.common.unscripted, &own)?);
        Ok(())
    }

    fn aside_pages(&self, files: &mut Files) -> Result<(), Error> {
        self.embedding(files)?;
        self.sources(files)?;
        self.compared(files)?;
        self.changes(files)?;
        self.missing(files)
    }

    fn whole(&self, files: &mut Files) -> Result<(), Error> {
        let url = self.own_url().map(|url| AttrValue::from(format!("{url}{}", whole_record::FOLDER)));
        let props = || WholeProps {
            data: self.all.clone(),
            record: self.record.clone(),
            lang: self.lang,
            url: url.clone(),
        };
        let title = self.lang.static_text().whole;
        let app = page::html::<Whole>(props, false)?;
        let path = Some(whole_record::FOLDER);
        self.aside(files, whole_record::FOLDER, Own { path, title, app: &app, ..Own::default() })
    }

    /// The page of the comparison, if the record has one.
    fn compared(&self, files: &mut Files) -> Result<(), Error> {
        if self.data.comparison.is_empty() {
            return Ok(());
        }
        let props =
            || ComparedProps { data: self.data.clone(), record: self.record.clone(), lang: self.lang };
        let title = self.lang.text().compare().heading;
        let app = page::html::<Compared>(props, false)?;
        let path = Some(compare::FOLDER);
        self.aside(files, compare::FOLDER, Own { path, title, app: &app, ..Own::default() })
    }

    fn embedding(&self, files: &mut Files) -> Result<(), Error> {
        let props = || BuilderProps {
            lang: self.lang,
            data: self.data.clone(),
            title: self.title().to_string().into(),
            day: When::from_day(self.data.as_of),
            url: self.url.map(|url| url.to_string().into()),
            hashes: self.common.hashes.to_vec(),
        };
        let title = self.lang.embedding().title;
        let app = page::html::<Builder>(props, false)?;
        let share = embedding::script(&self.common.builder, self.lang);
        let path = Some(embedding::FOLDER);
        self.aside(files, embedding::FOLDER, Own { path, title, app: &app, share: &share, ..Own::default() })
    }

    fn sources(&self, files: &mut Files) -> Result<(), Error> {
        let props = || SourcesProps { record: self.record.clone(), lang: self.lang };
        let title = self.lang.static_text().source_page;
        let app = page::html::<Sources>(props, false)?;
        let linked = jsonld::element(&jsonld::sources(&self.record, self.lang))?;
        let path = Some("sources/");
        let own = Own { path, title, app: &app, linked: &linked, ..Own::default() };
        self.aside(files, "sources/", own)
    }

    /// What moved, as a page and as a feed.
    fn changes(&self, files: &mut Files) -> Result<(), Error> {
        let props = || ChangesProps { data: self.all.clone(), record: self.record.clone(), lang: self.lang };
        let title = self.lang.changes().title;
        let app = page::html::<Changes>(props, false)?;
        let feed = feed::file(&self.record, &self.all, self.lang, self.own_url().as_deref())?;
        self.insert(files, feed::PATH, feed);
        let path = Some(changes::FOLDER);
        self.aside(files, changes::FOLDER, Own { path, title, app: &app, ..Own::default() })
    }

    /// In English alone, as the licences are.
    fn licences(&self, files: &mut Files, supply: &Supply) -> Result<(), Error> {
        let listed = Rc::new(Listed::new(supply)?);
        let title = self.lang.static_text().licences;
        let props = || LicencesProps { listed: listed.clone(), lang: self.lang };
        let app = page::html::<Licences>(props, false)?;
        files.insert(sbom::PATH.to_string(), sbom::file(supply)?);
        self.aside(files, "licences/", Own { title, app: &app, ..Own::default() })
    }

    fn missing(&self, files: &mut Files) -> Result<(), Error> {
        let home = &format!("{}{}", missing::base(self.url), self.lang.folder());
        let props = || MissingProps { base: home.clone().into(), lang: self.lang };
        let app = page::html::<Missing>(props, false)?;
        let own = Own {
            home,
            pages: home,
            title: self.lang.static_text().missing,
            app: &app,
            share: missing::ROBOTS,
            ..Own::default()
        };
        self.insert(files, missing::PATH, self.page(&self.common.unscripted, &own)?);
        Ok(())
    }
}

/// The schema of the published record, a line a word.
fn schema() -> Result<Vec<u8>, Error> {
    let text = serde_json::to_string_pretty(&json_schema()).map_err(|error| error.to_string())?;
    Ok((text + "\n").into_bytes())
}
