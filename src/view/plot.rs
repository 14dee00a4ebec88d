//! What the track and the step chart have in common: a drawing with one tab stop, in which keys move and which says
//! what the reader stands on; and the buttons beside it.

use super::context::Page;
use crate::model::viewport::{Command, NavKey};
use yew::prelude::*;

/// A drawing to stand in.
pub struct Plot {
    /// Its name.
    pub label: &'static str,
    /// What it is, by which tests and styles know it.
    pub plot: &'static str,
    /// Where the reader stands, counted from 0, of how many.
    pub at: (usize, usize),
    /// What stands there, in words.
    pub words: String,
    /// Whether the keys work yet; until then it is a picture.
    pub live: bool,
    /// Told of every key that is pressed in it.
    pub onkeydown: Callback<KeyboardEvent>,
    /// Told of every key that is let go in it.
    pub onkeyup: Callback<KeyboardEvent>,
    /// Told when it loses the focus.
    pub onfocusout: Callback<FocusEvent>,
    /// Its element, for who listens to more than that.
    pub node: NodeRef,
}

impl Plot {
    /// The drawing in its frame. A reader of a screen meets it as a slider over its marks, and the marks themselves as
    /// its parts.
    pub fn html(self, drawing: Html) -> Html {
        let Plot { label, plot, at: (at, of), words, live, onkeydown, onkeyup, onfocusout, node } = self;
        let number = |number: usize| live.then(|| number.to_string());
        html! {
            <div
                ref={node}
                class="plot scroll"
                data-plot={plot}
                role={if live { "slider" } else { "img" }}
                tabindex={number(0)}
                aria-label={label}
                aria-valuemin={number(0)}
                aria-valuemax={number(of.saturating_sub(1))}
                aria-valuenow={number(at)}
                aria-valuetext={live.then_some(words)}
                {onkeydown}
                {onkeyup}
                {onfocusout}
            >
                { drawing }
            </div>
        }
    }
}

/// The way in which a key moves; `None` if it does not, or is held with another.
pub fn nav_key(event: &KeyboardEvent) -> Option<NavKey> {
    NavKey::parse(&event.key()).filter(|_| !event.shift_key() && !held(event))
}

/// Whether a key is held that makes a shortcut of the browser's of the one that was pressed.
pub fn held(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// A button that looks at what is found in another way.
pub fn button(page: &Page, command: Command, words: Html, label: &'static str, disabled: bool) -> Html {
    let onclick = page.look::<MouseEvent>(command);
    html! { <button type="button" aria-label={label} {disabled} {onclick}>{ words }</button> }
}
