//! What the track and the chart have in common: a drawing with one tab stop, in which keys move and which says
//! what the reader stands on; and the buttons beside it.

use super::page::element;
use crate::model::viewport::Act;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// A drawing to stand in.
pub struct Plot {
    /// What a key does in it.
    pub act: Act,
    /// Its name.
    pub label: &'static str,
    /// Where the reader stands, counted from 0, of how many.
    pub at: (usize, usize),
    /// What stands there, in words.
    pub words: String,
    /// Whether the keys work yet; until then it is a picture.
    pub live: bool,
}

impl Plot {
    /// The drawing. A reader of a screen meets it as a slider over its marks, and the marks themselves as its parts.
    pub fn html(self, drawing: Html) -> Html {
        let word = self.act.word();
        if !self.live {
            return html! { <div class="plot scroll" data-plot={word} role="img" aria-label={self.label}>{ drawing }</div> };
        }
        html! {
            <div
                class="plot scroll"
                data-plot={word}
                role="slider"
                tabindex="0"
                aria-label={self.label}
                aria-valuemin="0"
                aria-valuemax={self.at.1.saturating_sub(1).to_string()}
                aria-valuenow={self.at.0.to_string()}
                aria-valuetext={self.words}
            >
                { drawing }
            </div>
        }
    }
}

/// A button that asks for an act with a number.
pub fn button(act: Act, value: i32, words: Html, label: &'static str, disabled: bool) -> Html {
    html! {
        <button type="button" data-act={act.word()} data-value={value.to_string()} aria-label={label} {disabled}>{ words }</button>
    }
}

/// A part of a drawing with its attributes; those without a value are left out.
pub fn shape<const N: usize>(
    name: &'static str,
    keys: &'static [&'static str; N],
    values: [String; N],
) -> VTag {
    let mut tag = VTag::new(name);
    let values =
        values.map(|value| (!value.is_empty()).then(|| AttributeOrProperty::Attribute(value.into())));
    tag.set_attributes(Attributes::Dynamic { keys, values: Box::new(values) });
    tag
}

/// A line or field of a drawing, by its class and its path.
pub fn path(class: &'static str, d: String) -> Html {
    shape("path", &["class", "d"], [class.to_string(), d]).into()
}

/// A text with numbers for its `#`, as in `M# #H#`. `format!` at each of these places costs the Wasm more.
pub fn d(form: &str, numbers: &[i32]) -> String {
    let mut numbers = numbers.iter();
    let mut out = String::new();
    for sign in form.chars() {
        match numbers.len() {
            left if sign == '#' && left > 0 => {
                numbers.next().into_iter().for_each(|n| out.push_str(&n.to_string()))
            }
            _ => out.push(sign),
        }
    }
    out
}

/// Words in a drawing, at a place.
pub fn text(class: &'static str, x: i32, y: i32, words: String) -> Html {
    let mut tag = shape("text", &["class", "x", "y"], [class.to_string(), d("#", &[x]), d("#", &[y])]);
    tag.add_child(words.into());
    tag.into()
}

/// Parts of a drawing together.
pub fn group(words: &[&str], parts: Vec<Html>) -> Html {
    element("g", words, false, parts.into_iter().collect()).into()
}
