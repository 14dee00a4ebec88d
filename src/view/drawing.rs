//! A drawing beside its cards, as it was laid out, with what follows from record, filter and day.

use super::card;
use super::context::{Asked, Page, use_live, use_page};
use super::plot::nav_key;
use crate::model::drawing::{KEYS, Live, MARK, Node, PLANNED, STANDS};
use crate::model::find::Found;
use crate::model::item::Item;
use crate::model::state::{Msg, State};
use crate::model::viewport::Command;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// The places of the drawings in their list: the station, the Moon, who joined when.
pub const STATION: usize = 0;
/// See [`STATION`].
pub const MOON: usize = 1;
/// See [`STATION`].
pub const JOINED: usize = 2;

/// The drawing at a place of the list; nothing if it was not loaded.
pub fn drawing(page: &Page, found: &Rc<Found>, state: &State, place: usize) -> Html {
    if place >= page.drawings.len() {
        return Html::default();
    }
    html! { <Diagram {place} found={found.clone()} phase={state.viewport.phase} asked={page.asked()}/> }
}

#[derive(PartialEq, Properties)]
pub struct DiagramProps {
    /// Its place in the list.
    place: usize,
    /// What is found.
    found: Rc<Found>,
    /// The phase that is looked at, counted from 1; 0: all of them.
    phase: usize,
    /// What its texts depend on.
    asked: Asked,
}

/// A drawing as it stands; of the station the phases of its plans can be looked at one by one.
#[component]
pub fn Diagram(DiagramProps { place, found, phase, asked }: &DiagramProps) -> Html {
    let page = &use_page(asked);
    let (live, group, moved) = (use_live(), use_node_ref(), use_mut_ref(|| false));
    {
        let (group, moved) = (group.clone(), moved.clone());
        use_effect_with(*phase, move |_| {
            if moved.replace(false) {
                focus_pressed(&group);
            }
        });
    }
    let Some(node) = page.drawings.get(*place) else { return Html::default() };
    let now = Now { page, found, phase: *phase };
    html! {
        <div class="drawing">
            if !node.tag.is_empty() {
                <figure class={attribute(node, "class")} aria-label={attribute(node, "aria-label")}>
                    if *place == STATION {
                        <div class="phases" role="group" aria-label={page.text().phases} ref={group} onkeydown={keys(page, moved)}>
                            { phases(page, *phase, live) }
                        </div>
                    }
                    for part in node.nodes.iter() {
                        { now.html(part, "") }
                    }
                </figure>
            }
        </div>
    }
}

fn attribute(node: &Node, key: &str) -> Option<AttrValue> {
    node.attrs.iter().find(|(place, _)| KEYS.get(*place) == Some(&key)).map(|(_, value)| value.clone().into())
}

/// A button for each phase of the plans, and one for all.
fn phases(page: &Page, shown: usize, live: bool) -> Html {
    let names = std::iter::once(AttrValue::from(page.text().every_phase))
        .chain(page.data.phases.iter().map(|phase| phase.name.clone().into()));
    html! {
        for (place, name) in names.enumerate() {
            <button
                type="button"
                aria-pressed={(place == shown).to_string()}
                disabled={!live}
                onclick={page.look::<MouseEvent>(Command::Phase(place))}
            >
                { name }
            </button>
        }
    }
}

/// Arrows move from one phase to the next, and the focus with them.
fn keys(page: &Page, moved: Rc<RefCell<bool>>) -> Callback<KeyboardEvent> {
    page.on(move |event: KeyboardEvent| {
        let key = nav_key(&event)?;
        event.prevent_default();
        moved.replace(true);
        Some(Msg::Look(Command::Phases(key)))
    })
}

fn focus_pressed(group: &NodeRef) {
    let pressed =
        group.cast::<HtmlElement>().and_then(|group| group.query_selector("[aria-pressed=true]").ok()?);
    if let Some(pressed) = pressed.and_then(|pressed: Element| pressed.dyn_into::<HtmlElement>().ok()) {
        let _ = pressed.focus(); // what cannot take the focus leaves it where it is
    }
}

/// The drawing now: on the day, under the filter, in the phase.
struct Now<'a> {
    page: &'a Page,
    found: &'a Found,
    phase: usize,
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
        let mut tag = VTag::new(node.tag.clone());
        tag.set_attributes(Attributes::Dynamic { keys: &KEYS, values: Box::new(values) });
        tag.add_children(node.nodes.iter().map(|node| self.html(node, looks.words)));
        tag.into()
    }

    /// How an element stands; `None`: it is not there.
    fn looks(&self, live: &Live) -> Option<Looks> {
        let page = self.page;
        let picture = matches!(live.rule, PLANNED | MARK);
        let Some(item) = live.known(&page.data, page.day) else {
            return picture.then(|| Looks { class: ["ghost", ""], ghost: true, ..Looks::default() });
        };
        let here = live.rule > PLANNED || self.in_phase(item);
        let away = if self.found.shows(item.at) && here { "" } else { "away" };
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
        let phase = self.phase.checked_sub(1);
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
