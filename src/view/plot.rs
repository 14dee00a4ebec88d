//! What the track and the chart have in common: a drawing with one tab stop, in which keys move and which says
//! what the reader stands on; and the buttons beside it.

use super::context::Page;
use crate::model::viewport::{Command, NavKey};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PlotProps {
    /// Its name.
    pub label: &'static str,
    /// What it is, by which tests and styles know it.
    pub plot: &'static str,
    /// Where the reader stands, counted from 0, of how many.
    pub at: (usize, usize),
    /// What stands there, in words.
    pub words: AttrValue,
    /// Whether the keys work yet; until then it is a picture.
    pub live: bool,
    /// Told of every key that is pressed in it.
    pub onkeydown: Callback<KeyboardEvent>,
    /// Told of every key that is let go in it.
    #[prop_or_default]
    pub onkeyup: Callback<KeyboardEvent>,
    /// Told when it loses the focus.
    #[prop_or_default]
    pub onfocusout: Callback<FocusEvent>,
    /// Its element, for who listens to more than that.
    #[prop_or_default]
    pub node: NodeRef,
    /// The drawing.
    pub children: Html,
}

/// A drawing to stand in. A reader of a screen meets it as a slider over its marks, and the marks themselves as its
/// parts.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let PlotProps { label, plot, at: (at, of), words, live, .. } = props;
    let value = |value: &dyn ToString| live.then(|| value.to_string());
    html! {
        <div
            ref={props.node.clone()}
            class="plot scroll"
            data-plot={*plot}
            role={if *live { "slider" } else { "img" }}
            tabindex={value(&0)}
            aria-label={*label}
            aria-valuemin={value(&0)}
            aria-valuemax={value(&of.saturating_sub(1))}
            aria-valuenow={value(at)}
            aria-valuetext={value(words)}
            onkeydown={props.onkeydown.clone()}
            onkeyup={props.onkeyup.clone()}
            onfocusout={props.onfocusout.clone()}
        >
            { props.children.clone() }
        </div>
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
