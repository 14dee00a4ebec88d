//! The links to the page in other languages, which stand outside every root: they lead to what is on show.

use crate::model::query::{View, merge};
use crate::view::pictures::all;
use crate::view::section::anchor;
use crate::view::store::Snapshot;
use web_sys::Element;

/// Lets the links lead to the same query, and to what was opened last or to the section that was chosen.
pub fn lead(app: &Element, now: &Snapshot) {
    let state = &now.state;
    let open = state.open.last().map(|(at, _)| now.context.data.anchor(*at));
    let section = |tab: View| anchor(tab).to_string();
    let place = open.or(state.viewport.tab.map(section)).map_or(String::new(), |place| format!("#{place}"));
    let asked = merge("", &state.query.to_url()) + &place;
    for link in all(app, ".languages a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let page = href.split(['?', '#']).next().unwrap_or_default();
        let _ = link.set_attribute("href", &format!("{page}{asked}")); // a link takes it
    }
}
