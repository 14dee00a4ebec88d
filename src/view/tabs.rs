//! The tabs: the sections under the filter, of which one stands there, with how much of each is found.
//!
//! A tab is a link to its section. Where no script runs, the section that the address names is shown; the app heeds the
//! same addresses, so that a tab can be copied, reloaded and gone back to.

use super::context::Page;
use super::section::{SECTIONS, anchor, holds};
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::query::View;
use crate::model::query_result::QueryResult;
use crate::model::viewport::Viewport;
use yew::prelude::*;

/// The sections that the record has anything for; nothing where there is only one. `tallies` says how many cards of each
/// type are found.
pub fn tabs(page: &Page, found: &QueryResult, viewport: &Viewport, tallies: &Tallies) -> Html {
    let all: Vec<View> = SECTIONS.into_iter().filter(|view| holds(&page.data, *view)).collect();
    let current = tab(&page.data, viewport);
    html! {
        if all.len() > 1 {
            <nav class="tabs" aria-label={page.text().section}>
                <ul>
                    for view in all {
                        <li>
                            <a href={page.here(&format!("#{}", anchor(view)))} aria-current={(current == Some(view)).then_some("true")}>
                                { page.text().view(view) }{ " " }<small>{ number(page, found, tallies, view) }</small>
                            </a>
                        </li>
                    }
                </ul>
            </nav>
        }
    }
}

/// The section that stands under the filter: the one asked for, or the first that the record has anything for.
pub fn tab(data: &Dataset, viewport: &Viewport) -> Option<View> {
    let mut all = SECTIONS.into_iter().filter(|view| holds(data, *view));
    viewport.tab.filter(|view| holds(data, *view)).or_else(|| all.next())
}

/// How many lines or cards of a section are found on the day; of a comparison, how many questions there are.
fn number(page: &Page, found: &QueryResult, tallies: &Tallies, view: View) -> usize {
    let types: &[Type] = match view {
        View::Plan => &[Type::Phase, Type::Facility],
        View::Missions => &[Type::Mission],
        View::Participants => &[Type::Participant, Type::Person],
        View::Promises => &[Type::Milestone],
        View::Conflicts => &[Type::Conflict],
        View::All | View::Timeline | View::Table => return found.number,
        View::Compare => return page.data.comparison.len(),
        View::Slip | View::Step | View::Scene | View::Moon | View::Card => &[],
    };
    sum(tallies, types).0
}

/// For each type of card how many are found and how many there are.
pub type Tallies = [(Type, (usize, usize))];

/// The same for some types together.
pub fn sum(tallies: &Tallies, types: &[Type]) -> (usize, usize) {
    let of = tallies.iter().filter(|(kind, _)| types.contains(kind));
    of.fold((0, 0), |(shown, all), (_, tally)| (shown + tally.0, all + tally.1))
}
