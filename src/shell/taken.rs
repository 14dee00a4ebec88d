//! The inside of a prerendered card: it is hydrated when it first has to change. Most never have to, and a page that
//! hydrates only frames answers several times sooner.

use crate::view::card::{Card, CardProps, Taken};
use web_sys::{Comment, Element};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

struct Inside {
    /// What stands there as it was prerendered.
    first: CardProps,
    app: Option<AppHandle<Card>>,
}

/// The inside of a card that shows this; see [`crate::view::card::Take`].
pub fn take(first: CardProps) -> Box<dyn Taken> {
    Box::new(Inside { first, app: None })
}

impl Taken for Inside {
    fn change(&mut self, place: &NodeRef, inside: CardProps) {
        if self.app.is_none() && inside != self.first {
            self.app = place.cast::<Element>().map(|card| run(card, self.first.clone()));
        }
        if let Some(app) = &mut self.app {
            app.update(inside);
        }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Yew looks for a component between comments of its own, which the page leaves out. An inside that the browser has
/// translated is no longer ours to take over: it is rendered anew.
fn run(card: Element, first: CardProps) -> AppHandle<Card> {
    if card.query_selector("font") != Ok(None) {
        return Renderer::<Card>::with_root_and_props(card, first).render();
    }
    let comment = |words| Comment::new_with_data(words).ok();
    if let (Some(start), Some(end)) = (comment("<[]>"), comment("</[]>")) {
        let _ = card.insert_before(&start, card.first_child().as_ref());
        let _ = card.append_child(&end);
    }
    Renderer::<Card>::with_root_and_props(card, first).hydrate()
}
