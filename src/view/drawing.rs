//! A drawing beside its cards, as it was laid out, with what follows from record, filter and day.

use super::card;
use super::island::{Island, Subject};
use super::page::{Page, Shown};
use crate::model::drawing::{DISABLED, KEYS, Live, MARK, Node, PLANNED, PRESSED, STANDS, STEP};
use crate::model::find::Found;
use crate::model::item::Item;
use crate::model::state::State;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// The drawing at a place of the list; nothing if it was not loaded. While the list is awaited, what was prerendered
/// stays as it stands.
pub fn drawing(page: &Rc<Page>, found: &Rc<Found>, state: &State, place: usize) -> Html {
    let come = state.viewport.drawn;
    if come && page.drawings.get().is_none_or(|all| all.len() <= place) {
        return Html::default();
    }
    let drawn = Drawn { place, come, found: found.clone(), phase: state.viewport.phase };
    html! { <Island page={page.clone()} subject={Subject::Drawing(drawn)} shown={Shown::Yes}/> }
}

/// A drawing with what it depends on beside itself and the page.
#[derive(Clone)]
pub struct Drawn {
    /// Its place in the list.
    place: usize,
    /// The list has come: until then nobody knows what stands there.
    pub come: bool,
    /// What is found.
    found: Rc<Found>,
    /// The phase that is looked at, counted from 1; 0: all of them.
    phase: usize,
}

/// What is found is compared by where it stands: it is made anew when something else is asked.
impl PartialEq for Drawn {
    fn eq(&self, other: &Drawn) -> bool {
        let marks = |drawn: &Drawn| (drawn.place, drawn.come, drawn.phase);
        Rc::ptr_eq(&self.found, &other.found) && marks(self) == marks(other)
    }
}

impl Drawn {
    /// The drawing as it stands.
    pub fn html(&self, page: &Page) -> Html {
        let node = page.drawings.get().and_then(|all| all.get(self.place));
        node.map_or(Html::default(), |node| Now { page, drawn: self }.html(node, ""))
    }
}

struct Now<'a> {
    page: &'a Page,
    drawn: &'a Drawn,
}

/// How a live element stands.
#[derive(Default)]
struct Looks {
    /// Words for its class.
    class: [&'static str; 2],
    /// Words for its `@`.
    words: &'static str,
    /// It has no name and leads nowhere: a link without an address is none.
    ghost: bool,
    /// It is the button of what is shown.
    pressed: Option<bool>,
}

impl Now<'_> {
    fn html(&self, node: &Node, words: &'static str) -> Html {
        let looks = match &node.live {
            Some(live) => self.looks(live),
            None => Some(Looks { words, ..Looks::default() }),
        };
        let Some(looks) = looks else { return Html::default() };
        if node.tag.is_empty() {
            return VText::new(filled(&node.text, looks.words)).into();
        }
        let mut values: [Option<AttributeOrProperty>; KEYS.len()] = Default::default();
        let mut set = |key: usize, value: String| {
            if let Some(place) = values.get_mut(key) {
                *place = Some(AttributeOrProperty::Attribute(value.into()));
            }
        };
        for (key, value) in node.attrs.iter().filter(|(key, _)| *key == 0 || !looks.ghost) {
            let mut value = filled(value, looks.words);
            if value.starts_with("sources/") {
                value.insert_str(0, &self.page.base);
            }
            if *key == 0 {
                let words = looks.class.iter().filter(|word| !word.is_empty());
                words.for_each(|word| value.extend([" ", word]));
            }
            set(*key, value);
        }
        if let Some(pressed) = looks.pressed {
            set(PRESSED, (if pressed { "true" } else { "false" }).to_string());
            if !self.page.live {
                set(DISABLED, String::new());
            }
        }
        let mut tag = VTag::new(node.tag.clone());
        tag.set_attributes(Attributes::Dynamic { keys: &KEYS, values: Box::new(values) });
        tag.add_children(node.nodes.iter().map(|node| self.html(node, looks.words)));
        tag.into()
    }

    /// How an element stands; `None`: it is not there.
    fn looks(&self, live: &Live) -> Option<Looks> {
        let (page, drawn) = (self.page, self.drawn);
        if live.rule == STEP {
            let phase = live.of.map_or(0, |at| at.index as usize + 1);
            return Some(Looks { pressed: Some(phase == drawn.phase), ..Looks::default() });
        }
        let picture = matches!(live.rule, PLANNED | MARK);
        let Some(item) = live.known(&page.data, page.day) else {
            return picture.then(|| Looks { class: ["ghost", ""], ghost: true, ..Looks::default() });
        };
        let here = live.rule > PLANNED || self.in_phase(item);
        let away = if drawn.found.shows(item.at) && here { "" } else { "away" };
        if live.rule > PLANNED {
            let (status, words) = card::state(page, item);
            return Some(Looks {
                class: [status.word(), away],
                words: words.unwrap_or(""),
                ..Looks::default()
            });
        }
        let stands = live.stands(item, page.day);
        let shown = picture || here && live.rule == STANDS + stands as u32;
        let class = [["stands", "promised", "named"][stands], away];
        shown.then(|| Looks { class, words: page.text().stands[stands], ..Looks::default() })
    }

    /// Whether a part of the plan belongs to the phase that is looked at.
    fn in_phase(&self, item: &Item) -> bool {
        let phase = self.drawn.phase.checked_sub(1);
        phase
            .and_then(|place| self.page.data.phases.get(place))
            .is_none_or(|phase| item.about.contains(&phase.at) || phase.about.contains(&item.at))
    }
}

fn filled(text: &str, words: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        if sign == '@' { out.push_str(words) } else { out.push(sign) }
    }
    out
}
