//! The inside of a prerendered island: it is hydrated when it first has to change, a section at the latest when the
//! browser has time for it. Most cards never have to, and a page that hydrates only what is above its sections answers
//! several times sooner.

use crate::view::Page;
use crate::view::island::{Island, IslandProps, Taken};
use web_sys::{Comment, Element};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

struct Inside {
    /// What stands there as it was prerendered.
    first: IslandProps,
    app: Option<AppHandle<Island>>,
}

/// The inside of an island that shows this; see [`crate::view::island::Take`].
pub fn take(first: IslandProps) -> Box<dyn Taken> {
    Box::new(Inside { first, app: None })
}

impl Taken for Inside {
    fn change(&mut self, place: &NodeRef, inside: IslandProps) {
        if self.app.is_none() && inside != self.first {
            self.app = place.cast::<Element>().map(|frame| run(frame, self.first.clone()));
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

/// What a browser leaves of a text that it has translated, but for those within islands in this one.
const TRANSLATED: &str = "font:not(:scope :is(.card,.line,.question,.drawing) *)";

/// Yew looks for a component between comments of its own, which the page leaves out. An inside that the browser has
/// translated is no longer ours to take over: it is rendered anew.
fn run(frame: Element, first: IslandProps) -> AppHandle<Island> {
    if frame.query_selector(TRANSLATED) != Ok(None) {
        let page = Page { take: None, ..(*first.page).clone() }; // nothing in it stands any longer
        let first = IslandProps { page: page.into(), ..first };
        return Renderer::<Island>::with_root_and_props(frame, first).render();
    }
    let comment = |words| Comment::new_with_data(words).ok();
    if let (Some(start), Some(end)) = (comment("<[]>"), comment("</[]>")) {
        let _ = frame.insert_before(&start, frame.first_child().as_ref());
        let _ = frame.append_child(&end);
    }
    Renderer::<Island>::with_root_and_props(frame, first).hydrate()
}
