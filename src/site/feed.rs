//! `feed.xml`: the newest of what moved, as an Atom feed (RFC 4287). An entry's id is made of what it is about, so that it
//! stays the same wherever the site is published, and no build invents a time: each is a day of the record.

use super::changes::{self, Change, What, told};
use super::share::escape;
use super::uuid::uuid;
use super::{Error, record};
use crate::model::dataset::Dataset;
use crate::model::record::Record;
use crate::model::when::{Day, When};
use crate::text::Lang;
use crate::view::{Page, Surface};
use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use std::rc::Rc;

/// Its file.
pub const PATH: &str = "feed.xml";

/// Its media type.
pub const TYPE: &str = "application/atom+xml";

/// How many entries it has at most: who follows it reads the newest, and the page has all.
const NEWEST: usize = 60;

/// How the head of a page declares it; `pages` leads to where it lies. A page that stands in the frozen copy too, to the
/// byte, cannot lead there from both, and does so only by the whole address.
pub fn declared(pages: &str, copied: bool, url: Option<&str>) -> String {
    let base = match url {
        Some(url) if copied => format!("{}/", url.trim_end_matches('/')),
        None if copied => return String::new(),
        _ => pages.to_string(),
    };
    format!("<link rel=\"alternate\" type=\"{TYPE}\" href=\"{}{PATH}\">", escape(&base))
}

/// The feed. Without an address of the site its links lead from where it lies.
///
/// # Errors
///
/// A day that is none to the format, such as one before the year 0.
pub fn file(record: &Record, data: &Rc<Dataset>, lang: Lang, url: Option<&str>) -> Result<Vec<u8>, Error> {
    let base = url.map_or(String::new(), |url| format!("{}/", url.trim_end_matches('/')));
    let page = Page::still(data.clone(), lang, Surface::Page, "");
    let all = changes::all(record, data);
    let entry = |change: &Change| entry(record, &page, &base, change);
    let entries = all.iter().take(NEWEST).map(entry).collect::<Result<Vec<_>, _>>()?;
    let newest = all.first().map_or(data.as_of, |change| known(data, change).max(data.as_of));
    let title = record::title(record, lang);
    let words = lang.changes();
    let feed = Feed {
        title: Text::plain([words.title, title].join(words.joints().colon)),
        subtitle: Some(Text::plain(words.sub)),
        id: id(&format!("feed {title} {}", lang.tag())),
        updated: time(newest)?,
        authors: vec![Person { name: title.to_string(), ..Person::default() }],
        generator: Some(Generator { value: "ilrs-explainer".to_string(), ..Generator::default() }),
        links: vec![
            Link { mime_type: Some(TYPE.to_string()), ..link("self", format!("{base}{PATH}")) },
            Link {
                mime_type: Some("text/html".to_string()),
                ..link("alternate", format!("{base}{}", changes::FOLDER))
            },
        ],
        lang: Some(lang.tag().to_string()),
        entries,
        ..Feed::default()
    };
    Ok((feed.to_string() + "\n").into_bytes())
}

fn entry(record: &Record, page: &Page, base: &str, change: &Change) -> Result<Entry, Error> {
    let told = told(record, &page.data, page.lang(), change);
    let when = time(known(&page.data, change))?;
    Ok(Entry {
        title: Text::plain(told.title),
        id: id(&about(record, page, change)),
        updated: when,
        published: Some(when),
        categories: vec![Category { term: word(change).to_string(), ..Category::default() }],
        links: vec![link("alternate", format!("{base}{}", page.address(change.at)))],
        summary: (!told.text.is_empty()).then(|| Text::plain(told.text)),
        ..Entry::default()
    })
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.to_string(), href, ..Link::default() }
}

/// The day of a change; what is said of a whole year was known at the cut-off, as all of the record was. A correction is
/// made after it.
fn known(data: &Dataset, change: &Change) -> Day {
    match change.what {
        What::Corrected(_) => change.known(),
        What::Happened | What::Moved { .. } => change.known().min(data.as_of),
    }
}

fn word(change: &Change) -> &'static str {
    match change.what {
        What::Corrected(_) => "correction",
        What::Happened => "event",
        What::Moved { .. } => "date",
    }
}

/// The public id of what it tells of, which is never used again.
fn about(record: &Record, page: &Page, change: &Change) -> String {
    let id = page.data.id(change.at);
    match change.what {
        What::Corrected(place) => format!("correction {}", record.corrections[place].id),
        What::Happened => format!("event {id}"),
        What::Moved { place, .. } => {
            let mut of = record.promises.iter().filter(|promise| *promise.milestone == **id);
            format!("promise {}", of.nth(place).map_or("", |promise| &promise.id))
        }
    }
}

fn id(about: &str) -> String {
    format!("urn:uuid:{}", uuid(format!("ilrs-explainer {about}").as_bytes()))
}

fn time(day: Day) -> Result<FixedDateTime, Error> {
    let day = When::from_day(day);
    format!("{day}T00:00:00Z").parse().map_err(|error| format!("{PATH}: {day}: {error}"))
}
