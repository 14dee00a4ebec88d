//! The front page of a language with its story, and the page for a frame: of the site, and once more for the frozen copy.

use super::{Own, Site};
use crate::site::frame::{Foot, FootProps};
use crate::site::method::{Method, MethodProps};
use crate::site::story::{self, StoryProps};
use crate::site::template::last;
use crate::site::{Error, Files, downloads, frame, frozen, jsonld, oembed, page, pictures, record};
use crate::view::Surface;
use std::rc::Rc;
use yew::AttrValue;

impl Site<'_> {
    /// The front page and the page for a frame.
    pub(super) fn front(&self, files: &mut Files) -> Result<(), Error> {
        let below = self.whole_path("");
        let folder = if below.is_empty() { self.url.unwrap_or_default() } else { &below };
        for (path, page) in self.fronts("", "../", last(folder))? {
            self.insert(files, &path, page);
        }
        files.extend(self.oembed().iter().flat_map(oembed::Site::files));
        Ok(())
    }

    /// Both once more for the frozen copy, which has no pages of things: those of the site as it goes on are two folders
    /// up from it.
    pub(super) fn frozen_front(&self, files: &mut Files) -> Result<(), Error> {
        let out = format!("../../{}{}", self.lang.up(), self.lang.folder());
        let folder = frozen::path(self.lang.folder());
        for (path, page) in self.fronts(&out, &format!("../{out}"), last(&folder))? {
            files.insert(format!("{folder}{path}"), page);
        }
        Ok(())
    }

    /// The front page and the page for a frame, by their paths; `pages` and `from_frame` lead from them to where the pages
    /// of things stand.
    fn fronts(&self, pages: &str, from_frame: &str, folder: &str) -> Result<[(String, Vec<u8>); 2], Error> {
        let lang = self.lang;
        let tags = self.shared("", self.title(), record::description(&self.record, lang), None);
        let oembed = self.oembed();
        let found = oembed.as_ref().map(oembed::Site::links).unwrap_or_default();
        let linked = jsonld::element(&jsonld::page(&self.record, lang, &downloads::distribution(lang)))?;
        let foot = page::html::<Foot>(|| FootProps { lang }, false)?;
        let method = || MethodProps {
            record: self.record.clone(),
            downloads: self.downloads.clone(),
            pages: pages.to_string().into(),
            lang,
        };
        let at = page::At { surface: Surface::Page, lang, base: "", pages };
        let front = Own {
            pages,
            path: Some(""),
            folder,
            title: self.title(),
            app: &page::roots(&self.data, at, |step| self.story(pages, step))?,
            still: &page::html::<Method>(method, false)?,
            share: &[&*tags, &*found].join("\n"),
            linked: &linked,
            ..Own::default()
        };
        let at = page::At { surface: Surface::Frame, lang, base: "../", pages: from_frame };
        let framed = Own {
            home: "../",
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
        let template = frame::framed(&self.common.template);
        Ok([
            ("index.html".to_string(), self.page(&self.common.template, &front)?),
            (frame::PATH.to_string(), self.page(&template, &framed)?),
        ])
    }

    /// The story of the front page, beside which stands all else.
    fn story(&self, pages: &str, step: String) -> Result<String, Error> {
        let made = story::Made::new(&self.record, &self.all, self.lang, pages, step);
        let (data, record, lang) = (self.all.clone(), self.record.clone(), self.lang);
        let pages = AttrValue::from(pages.to_string());
        story::markup(&StoryProps { data, record, lang, base: "", pages, made: Rc::new(made) })
    }
}
