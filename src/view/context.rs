//! `Context`: the record, the words and the ways out of the view, the same everywhere on the page; `Page`: the same on
//! the day and with the words that are asked for, which is handed down from each root.

use super::listen::is_modified;
use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::fold::hits;
use crate::model::id::{Ref, Type};
use crate::model::query::Query;
use crate::model::query_result::words;
use crate::model::source::SourceNo;
use crate::model::state::{Msg, Spot};
use crate::model::viewport::Command;
use crate::model::when::When;
#[cfg(feature = "site")]
use crate::text::Lang;
use crate::text::{Language, Text, Words};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// What every part of the view needs and no part changes.
#[derive(Clone, Debug)]
pub struct Context {
    /// The record.
    pub data: Rc<Dataset>,
    /// The address of the pictures of the record; empty if it has none, or if they stand in the page.
    pub pictures: AttrValue,
    /// The words of the page.
    pub language: &'static Language,
    /// Where the view stands.
    pub surface: Surface,
    /// What leads from the document to the front page of its language: empty, `../`, or the whole address on another site.
    pub base: AttrValue,
    /// What leads to where the pages of things stand. A frozen copy of the site has none of its own.
    pub pages: AttrValue,
    /// The controls answer from the first render on, since nothing was prerendered that it has to agree with.
    pub live: bool,
    /// Takes what a reader asks for.
    pub dispatch: Callback<Msg>,
    /// Copies a text, and tells whether that was let.
    pub copy: Copying,
    /// Scrolls to the thing with this id in the document, and gives it the focus.
    pub reveal: Callback<AttrValue>,
}

/// A text to be copied, and who is told whether it was.
pub type Copying = Callback<(AttrValue, Callback<bool>)>;
impl Context {
    /// A record in words, on a page of its own, which nobody hears.
    pub fn new(data: Rc<Dataset>, language: &'static Language) -> Context {
        Context {
            data,
            pictures: AttrValue::default(),
            language,
            surface: Surface::default(),
            base: AttrValue::default(),
            pages: AttrValue::default(),
            live: false,
            dispatch: Callback::default(),
            reveal: Callback::default(),
            copy: Callback::default(),
        }
    }
}

/// Natively the English words are at hand; the app is given those it speaks.
#[cfg(feature = "site")]
impl Default for Context {
    fn default() -> Context {
        Context::new(Rc::default(), Lang::default().language())
    }
}

/// A record is the same only if it is one: nobody makes it twice, and to compare it claim by claim takes longer than to
/// render.
impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
            && std::ptr::eq(self.language, other.language)
            && (self.surface, self.live) == (other.surface, other.live)
            && (&self.base, &self.pages, &self.pictures) == (&other.base, &other.pages, &other.pictures)
            && (&self.dispatch, &self.reveal, &self.copy) == (&other.dispatch, &other.reveal, &other.copy)
    }
}

/// Where the view stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// On a page of its own, whose address it may write.
    #[default]
    Page,
    /// On a page of its own in the frame of another site.
    Frame,
    /// In an element on a page of another site.
    Element,
    /// On the page of one thing, below which its sources are cited, and which leads to the pages of others.
    Item,
    /// On the page with everything, sources too.
    Record,
}

/// What of a query the texts of the page depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day on which the record is shown.
    pub day: AsOf,
    /// The words searched for, folded: where they stand they are marked.
    pub words: Rc<Vec<String>>,
}

impl Asked {
    /// Of this query on this day.
    pub fn new(day: AsOf, query: &Query) -> Asked {
        Asked { day, words: Rc::new(words(query)) }
    }
}

/// What is the same everywhere on the page, as it is shown: on a day, with words marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The record, the words of the page and the ways out.
    pub context: Context,
    /// The day on which the record is shown.
    pub day: AsOf,
    /// The words searched for, folded.
    pub words: Rc<Vec<String>>,
}

impl Deref for Page {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.context
    }
}

/// Whether the controls answer. They do not on the server, nor in the first render of what was prerendered, which has
/// to find what the server wrote; they do from the second render on, which follows at once.
#[hook]
pub fn use_live(live: bool) -> bool {
    let live = use_state(|| live);
    {
        let live = live.clone();
        use_effect_with((), move |()| {
            if !*live {
                live.set(true);
            }
        });
    }
    *live
}

impl Page {
    /// The record of a context as it is asked for.
    pub fn new(context: &Context, asked: &Asked) -> Page {
        let Asked { day, words } = asked.clone();
        Page { context: context.clone(), day, words }
    }

    /// The record on its last day, where nothing can be asked; `base` leads to the root of the site.
    #[cfg(feature = "site")]
    pub fn still(data: Rc<Dataset>, lang: Lang, surface: Surface, base: &'static str) -> Page {
        let asked = Asked::new(data.day(None), &Query::default());
        let (base, pages) = (base.into(), base.into());
        let context = Context { surface, base, pages, ..Context::new(data, lang.language()) };
        Page::new(&context, &asked)
    }

    /// The same with no words marked.
    pub fn unmarked(&self) -> Page {
        Page { words: Rc::default(), ..self.clone() }
    }

    /// A listener that asks for something, if there is anything to ask for.
    pub fn on<E: 'static>(&self, asks: impl Fn(E) -> Option<Msg> + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event| {
            if let Some(msg) = asks(event) {
                dispatch.emit(msg);
            }
        })
    }

    /// A listener that looks at what is found in another way.
    pub fn look<E>(&self, command: Command) -> Callback<E> {
        self.dispatch.reform(move |_| Msg::Look(command))
    }

    /// The language of the words.
    #[cfg(feature = "site")]
    pub fn lang(&self) -> Lang {
        self.language.lang()
    }

    /// The words: those about the station, or about any other record.
    pub fn text(&self) -> Words<Text> {
        self.language.text(self.data.ours())
    }

    /// What the record is called.
    pub fn title(&self) -> AttrValue {
        self.data.title.clone().map_or(self.text().title.into(), AttrValue::from)
    }

    /// Whether the story stands below the opening: on a page of ours, where it is markup that no script touches.
    pub fn tells_story(&self) -> bool {
        self.surface == Surface::Page && self.data.ours()
    }

    /// Whether a word searched for stands in a text.
    pub fn is_marked(&self, text: &str) -> bool {
        !self.words.is_empty() && !hits(text, &self.words).is_empty()
    }

    /// Words of the record. Those of another one stand in their own language and direction.
    pub fn own(&self, words: Html) -> Html {
        let Dataset { language, addresses, .. } = &*self.data;
        if language.is_none() && addresses.is_empty() {
            return words;
        }
        html! { <bdi lang={language.clone()}>{ words }</bdi> }
    }

    /// A text of the record.
    pub fn told(&self, text: &str) -> Html {
        self.in_its_language(text, html! { text.to_string() })
    }

    /// A text of the record as it is rendered, with a word after it if it is there in English alone.
    fn in_its_language(&self, text: &str, words: Html) -> Html {
        if self.data.is_english(text) {
            return html! { <><span lang="en">{ words }</span>{ " " }<small>{ self.language.lang().in_english() }</small></> };
        }
        self.own(words)
    }

    /// A text of the record with the words searched for marked.
    pub fn marked(&self, text: &str) -> Html {
        let hits = if self.words.is_empty() { Vec::new() } else { hits(text, &self.words) };
        let mut done = 0;
        let words = html! {
            <>
                for (start, end) in hits {
                    { text[std::mem::replace(&mut done, end)..start].to_string() }
                    <mark>{ text[start..end].to_string() }</mark>
                }
                { text[done..].to_string() }
            </>
        };
        self.in_its_language(text, words)
    }

    /// Whether a thing has a card on the day: what had none is not named.
    pub fn has_card(&self, at: Ref) -> bool {
        self.data.has_card(at, self.day)
    }

    /// The id of a thing in the document.
    pub fn anchor(&self, at: Ref) -> String {
        self.data.anchor(at)
    }

    /// The id of a line of the timeline. That of an event is its own; a milestone's own is that of its card.
    pub fn line(&self, at: Ref) -> String {
        if at.kind == Type::Milestone { format!("line-{}", self.data.id(at)) } else { self.anchor(at) }
    }

    /// The address of the page of a thing, or for an event of its place on the page with everything. A record from
    /// elsewhere has no such pages, and its things stand on this one.
    pub fn address(&self, at: Ref) -> String {
        match at.kind {
            _ if !self.data.addresses.is_empty() => format!("#{}", self.anchor(at)),
            Type::Event | Type::Source => format!("{}record/#{}", self.pages, self.anchor(at)),
            kind => format!("{}{kind}/{}/", self.pages, self.data.id(at)),
        }
    }

    /// The address of another look at this explainer, `?…` or `#…`. In an element it is whole: copied, it leads to the
    /// explainer and not to the page around. Another record has no such address.
    pub fn here(&self, rest: &str) -> String {
        let away = self.surface == Surface::Element && self.data.addresses.is_empty();
        if away { format!("{}{rest}", self.base) } else { rest.to_string() }
    }

    /// The name of a thing.
    pub fn named(&self, at: Ref) -> Html {
        self.told(self.data.label(at))
    }

    /// A link to a thing under its own name: where it stands on this page, or to its own from the page of another.
    pub fn link(&self, at: Ref) -> Html {
        let href = if self.surface == Surface::Item {
            self.address(at)
        } else {
            self.here(&format!("#{}", self.anchor(at)))
        };
        html! { <a {href}>{ self.named(at) }</a> }
    }

    /// The address of a source: where it is cited on this page or on the page of sources; its own, if it has one, where
    /// there is no such page.
    pub fn source(&self, no: SourceNo) -> Option<String> {
        let place = no.0 as usize;
        if let Some(url) = self.data.addresses.get(place) {
            return (!url.is_empty()).then(|| url.to_string());
        }
        let list = match self.surface {
            Surface::Item | Surface::Record => String::new(),
            Surface::Page | Surface::Frame | Surface::Element => format!("{}sources/", self.base),
        };
        Some(format!("{list}#source-{}", self.data.sources[place].id))
    }

    /// The title of something that opens where it stands, as a link to its own page. Clicked plainly it opens or closes;
    /// a click with a key held is the browser's.
    pub fn opener(&self, at: Ref, spot: Spot, open: bool) -> Html {
        let onclick = self.on(move |event: MouseEvent| {
            if is_modified(&event) {
                return None;
            }
            event.prevent_default();
            Some(if open { Msg::Close(at, spot) } else { Msg::Open(at, spot) })
        });
        html! {
            <a href={self.address(at)} aria-expanded={open.to_string()} {onclick}>{ self.marked(self.data.label(at)) }</a>
        }
    }

    /// A date with its machine-readable form, which HTML knows only for exact days, months and years.
    pub fn time(&self, when: &When) -> Html {
        self.dated(when, self.text().when(when))
    }

    /// The same in words of its own.
    pub fn dated(&self, when: &When, words: String) -> Html {
        let exact = when.to_string();
        match when {
            When::Date(_) if is_html(&exact) => {
                html! { <time datetime={exact}>{ words }</time> }
            }
            _ => html! { <span class="when" data-edtf={exact}>{ words }</span> },
        }
    }
}

/// Whether HTML has a date: it has no season, and no year before 1.
fn is_html(date: &str) -> bool {
    let season = matches!(date.get(5..), Some("21" | "22" | "23" | "24"));
    let early = date.starts_with('-') || date.starts_with("0000");
    date.bytes().all(|sign| sign.is_ascii_digit() || sign == b'-') && !season && !early
}
