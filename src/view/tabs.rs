//! The tabs: the sections under the filter, of which one stands there, with how much of each is found.
//!
//! A tab is a link to its section. Where no script runs, the section that the address names is shown; the app heeds the
//! same addresses, so that a tab can be copied, reloaded and gone back to.

use super::context::Page;
use super::section::{SECTIONS, anchor, holds};
use crate::model::find::Found;
use crate::model::item::Type;
use crate::model::query::View;
use crate::model::viewport::Viewport;
use yew::prelude::*;

/// The sections that the record has anything for; nothing where there is only one.
pub fn tabs(page: &Page, found: &Found, viewport: &Viewport) -> Html {
    let all: Vec<View> = SECTIONS.into_iter().filter(|view| holds(page, *view)).collect();
    let current = tab(page, viewport);
    html! {
        if all.len() > 1 {
            <nav class="tabs" aria-label={page.text().section}>
                <ul>
                    for view in all {
                        <li>
                            <a href={format!("#{}", anchor(view))} aria-current={(current == Some(view)).then_some("true")}>
                                { (page.text().view)(view) }{ " " }<small>{ number(page, found, view) }</small>
                            </a>
                        </li>
                    }
                </ul>
            </nav>
        }
    }
}

/// The section that stands under the filter: the one asked for, or the first that the record has anything for.
pub fn tab(page: &Page, viewport: &Viewport) -> Option<View> {
    let mut all = SECTIONS.into_iter().filter(|view| holds(page, *view));
    viewport.tab.filter(|view| holds(page, *view)).or_else(|| all.next())
}

/// How many lines or cards of a section are found on the day.
fn number(page: &Page, found: &Found, view: View) -> usize {
    let cards = |kinds: &[Type]| kinds.iter().map(|kind| found.tally(&page.data, *kind).0).sum();
    let shown = |kind: Type, known: &dyn Fn(crate::model::item::Ref) -> bool| {
        page.data.places(kind).filter(|at| known(*at) && found.shows(*at)).count()
    };
    match view {
        View::Plan => cards(&[Type::Phase, Type::Facility]),
        View::Missions => cards(&[Type::Mission]),
        View::Participants => cards(&[Type::Participant, Type::Person]),
        View::Promises => shown(Type::Milestone, &|at| !page.data.milestone(at).known(page.day).is_empty()),
        View::Conflicts => shown(Type::Conflict, &|at| page.data.conflict(at).exists(page.day)),
        View::All | View::Timeline | View::Table => found.number,
    }
}
