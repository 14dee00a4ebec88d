//! `Page`: what every part of the view needs to know and no part changes.

use super::island::Take;
use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::model::fold::hits;
use crate::model::item::{Ref, Type};
use crate::model::query::Mode;
use crate::model::source::SourceNo;
use crate::model::when::When;
use crate::text::{Lang, Text};
use std::cell::OnceCell;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// The record, the words and the day shown.
#[derive(Clone, Debug)]
pub struct Page {
    /// The record.
    pub data: Rc<Dataset>,
    /// What is drawn beside the cards; empty if it was not loaded, nothing while it is awaited.
    pub drawings: Rc<OnceCell<Vec<Node>>>,
    /// The language.
    pub lang: Lang,
    /// What leads from here to the root of the site: empty, or `../`.
    pub base: AttrValue,
    /// The day on which the record is shown.
    pub day: AsOf,
    /// The words searched for, folded: where they stand they are marked.
    pub words: Vec<String>,
    /// Whether the controls answer: in a browser they do, once the app is mounted.
    pub live: bool,
    /// How the insides of prerendered islands are taken over, while they are.
    pub take: Option<Take>,
}

/// Two pages are the same if they show one record, not merely equal ones: comparing records claim by claim is
/// slower than rendering.
impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        let same = Rc::ptr_eq(&self.data, &other.data) && self.base == other.base;
        same && self.lang == other.lang && self.day == other.day && self.words == other.words
    }
}

/// Whether a query leaves something on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It does.
    Yes,
    /// It does not, and the reader wants such things dimmed.
    Dim,
    /// It does not.
    No,
}

impl Shown {
    /// From what is found and what the reader wants done with the rest.
    pub fn new(found: bool, mode: Mode) -> Shown {
        match (found, mode) {
            (true, _) => Shown::Yes,
            (false, Mode::Dim) => Shown::Dim,
            (false, Mode::Hide) => Shown::No,
        }
    }

    /// Its class beside the part's own; may be empty.
    pub fn class(self) -> &'static str {
        if self == Shown::Dim { "dim" } else { "" }
    }
}

/// An element with a class of several words, the empty ones left out, shown or not. `html!` takes a class that is
/// not fixed through sets of classes, which cost the Wasm 1 KB brotli.
pub fn element(name: &'static str, words: &[&str], hidden: bool, children: Html) -> VTag {
    let mut class = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        class.push_str(if class.is_empty() { "" } else { " " });
        class.push_str(word);
    }
    let hidden = hidden.then_some(AttributeOrProperty::Static(""));
    let values = Box::new([Some(AttributeOrProperty::Attribute(class.into())), hidden]);
    let mut element = VTag::new(name);
    element.set_attributes(Attributes::Dynamic { keys: &["class", "hidden"], values });
    element.add_child(children);
    element
}

impl Page {
    /// The words: those about the station, or about any other record.
    pub fn text(&self) -> &'static Text {
        if self.data.ours() { self.lang.text() } else { self.lang.other() }
    }

    /// What the record is called.
    pub fn title(&self) -> AttrValue {
        self.data.title.clone().map_or(self.text().title.into(), AttrValue::from)
    }

    /// A text of the record with the words searched for marked.
    pub fn marked(&self, text: &str) -> Html {
        let hits = if self.words.is_empty() { Vec::new() } else { hits(text, &self.words) };
        let mut done = 0;
        html! {
            <>
                for (start, end) in hits {
                    { text[std::mem::replace(&mut done, end)..start].to_string() }
                    <mark>{ text[start..end].to_string() }</mark>
                }
                { text[done..].to_string() }
            </>
        }
    }

    /// `<type>-<id>`, the id of a thing in the document.
    pub fn anchor(&self, at: Ref) -> String {
        format!("{}-{}", at.kind, self.data.id(at))
    }

    /// The id of a line of the timeline. That of an event is its own; a milestone's own is that of its card.
    pub fn line(&self, at: Ref) -> String {
        if at.kind == Type::Milestone { format!("line-{}", self.data.id(at)) } else { self.anchor(at) }
    }

    /// A link to a thing on this page, under its own name.
    pub fn link(&self, at: Ref) -> Html {
        html! { <a href={format!("#{}", self.anchor(at))}>{ self.data.label(at).clone() }</a> }
    }

    /// The address of a source on the page of sources; its own, if it has one, where there is no such page.
    pub fn source(&self, no: SourceNo) -> Option<String> {
        let place = no.0 as usize;
        match self.data.addresses.get(place) {
            Some(url) => (!url.is_empty()).then(|| url.to_string()),
            None => Some(format!("{}sources/#source-{}", self.base, self.data.sources[place].id)),
        }
    }

    /// A date with its machine-readable form, which HTML knows only for exact days, months and years.
    pub fn time(&self, when: &When) -> Html {
        let words = (self.text().when)(when);
        let exact = when.to_string();
        match when {
            When::Date(_) if exact.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !is_season(&exact) => {
                html! { <time datetime={exact}>{ words }</time> }
            }
            _ => html! { <span class="when" data-edtf={exact}>{ words }</span> },
        }
    }
}

fn is_season(date: &str) -> bool {
    matches!(date.get(5..), Some("21" | "22" | "23" | "24"))
}
