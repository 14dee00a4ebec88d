//! The story of the front page: six chapters, each some sentences beside a picture, between the opening and the filter.
//! It is markup that no script makes; on an earlier day the app hides in its pictures what was not known.
//! Its figures are computed from the record, and what it says of the project is in the record’s own words or rests on
//! its sources; what a record lacks is left out.

mod axis;
mod disputed;
mod flies;
pub mod next;
mod prose;
mod what;
mod when;
mod who;

pub use axis::Axis;
pub use flies::{Flight, Lane, Stand, lanes, programme};
pub use prose::{Ground, LONGEST, Part, Sentence, fitting, words};
pub use who::{joined, short};

use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::query::Query;
use crate::model::record::{Record, Source};
use crate::model::source::SourceNo;
use crate::model::when::When;
use crate::site::svg::Element;
use crate::site::{Error, moon, page, station};
use crate::text::{Lang, StoryText, Text, Words};
use crate::view::context::Asked;
use crate::view::{Context, Page, Surface};
use prose::Notes;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct StoryProps {
    /// The record with all its sources.
    pub data: Rc<Dataset>,
    /// The same as it is written.
    pub record: Rc<Record>,
    pub lang: Lang,
    /// What leads to the root of the site.
    pub base: &'static str,
    /// What leads to where the pages of things stand.
    pub pages: AttrValue,
    /// The pictures that are made elsewhere.
    pub made: Rc<Made>,
}

/// The pictures that are made elsewhere, as markup; one that is empty is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    /// The station as planned.
    pub scene: String,
    /// The Moon.
    pub moon: String,
    /// How the date of one milestone moved.
    pub step: String,
}

impl Made {
    /// Those of a record; `pages` leads to where the pages of things stand.
    pub fn new(record: &Record, data: &Dataset, lang: Lang, pages: &str, step: String) -> Made {
        let markup = |figure: Option<Element>| figure.map_or(String::new(), |figure| figure.to_string());
        let scene = markup(station::figure(data, lang, pages));
        Made { scene, moon: markup(moon::figure(record, data, lang, pages)), step }
    }

    fn all(&self) -> [(&'static str, &str); 3] {
        [("scene", &self.scene), ("moon", &self.moon), ("step", &self.step)]
    }

    /// The place of a picture, if there is one.
    fn place(&self, name: &'static str) -> Option<Html> {
        let there = self.all().iter().any(|(known, markup)| *known == name && !markup.is_empty());
        there.then(|| html! { <div data-picture={name}></div> })
    }
}

/// The story as markup, with every picture in its place.
pub fn markup(props: &StoryProps) -> Result<String, Error> {
    let html = page::html::<Story>(|| props.clone(), false)?;
    // No text of a record can be this: a renderer escapes its brackets.
    let place = |name: &str| format!("<div data-picture=\"{name}\"></div>");
    Ok(props.made.all().iter().fold(html, |html, (name, markup)| html.replacen(&place(name), markup, 1)))
}

/// The story, if the record is about the station.
#[component]
pub fn Story(props: &StoryProps) -> Html {
    let teller = Teller::new(props);
    let mut notes = Notes::default();
    let chapters = chapters(&teller);
    let written = teller.words().written(&When::from_day(props.data.as_of));
    html! {
        if !chapters.is_empty() {
            <section class="story" id="story" aria-labelledby="story-name" >
                <h2 class="unseen" id="story-name">{ teller.words().name(chapters.len()) }</h2>
                for (place, chapter) in chapters.iter().enumerate() {
                    { chapter.html(&teller, &mut notes, place, &written) }
                }
            </section>
        }
    }
}

/// The chapters that the record gives, in their order.
pub fn chapters(teller: &Teller) -> Vec<Chapter> {
    if !teller.data.ours() {
        return Vec::new();
    }
    let all = [
        what::chapter(teller),
        who::chapter(teller),
        flies::chapter(teller),
        when::chapter(teller),
        disputed::chapter(teller),
        next::chapter(teller),
    ];
    all.into_iter().filter(|chapter| !chapter.sentences.is_empty() || chapter.picture.is_some()).collect()
}

/// A chapter.
pub struct Chapter {
    /// By which it is known to styles and, after `story-`, to addresses.
    pub name: &'static str,
    pub heading: &'static str,
    pub sentences: Vec<Sentence>,
    /// Where a reader finds more: an anchor of the page, and the words that lead there.
    pub more: Option<(&'static str, String)>,
    pub picture: Option<Html>,
}

impl Chapter {
    fn html(&self, teller: &Teller, notes: &mut Notes, place: usize, written: &str) -> Html {
        let (id, known) = (format!("story-{}", self.name), notes.number());
        let prose = (!self.sentences.is_empty()).then(|| notes.paragraph(teller, &self.sentences));
        html! {
            <section class={classes!("chapter", self.name)} aria-labelledby={id.clone()}>
                <div class="told">
                    <h3 {id}><small>{ place + 1 }</small>{ " " }{ self.heading }</h3>
                    { prose }
                    if let Some((anchor, words)) = &self.more {
                        <p class="more"><a href={format!("#{anchor}")}>{ words.clone() }</a></p>
                    }
                    // The first says it always, the others on an earlier day.
                    <p class={classes!("more", (place > 0).then_some("then"))}>{ written.to_string() }</p>
                </div>
                if let Some(picture) = &self.picture {
                    <div class="picture">{ picture.clone() }</div>
                }
                <div class="notes">{ notes.since(teller, known) }</div>
            </section>
        }
    }
}

/// What every chapter is told from.
pub struct Teller {
    pub data: Rc<Dataset>,
    record: Rc<Record>,
    lang: Lang,
    made: Rc<Made>,
    /// The record on its last day.
    pub page: Page,
}

impl Teller {
    pub fn new(props: &StoryProps) -> Teller {
        let StoryProps { data, record, lang, base, pages, made } = props.clone();
        let asked = Asked::new(data.day(None), &Query::default());
        let context = Context {
            surface: Surface::Page,
            base: base.into(),
            pages,
            ..Context::new(data.clone(), lang.language())
        };
        Teller { data, record, lang, made, page: Page::new(&context, &asked) }
    }

    fn words(&self) -> Words<StoryText> {
        self.lang.story()
    }

    fn text(&self) -> Words<Text> {
        self.lang.text()
    }

    fn day(&self) -> AsOf {
        self.page.day
    }

    /// A source as it is written.
    fn source(&self, no: SourceNo) -> Option<&Source> {
        let id = &*self.data.sources.get(no.0 as usize)?.id;
        self.record.sources.iter().find(|source| source.id == id)
    }

    /// Publisher and date of a source, and how it was read if it was not read itself.
    fn dated(&self, no: SourceNo) -> String {
        let Some(source) = self.data.sources.get(no.0 as usize) else { return String::new() };
        let date = source
            .date
            .map_or(self.lang.static_text().source_undated.to_string(), |when| self.text().when(&when));
        let dated = [&*source.publisher, &*date].join(self.text().joints().pause);
        dated + self.text().read(source.read)
    }
}
