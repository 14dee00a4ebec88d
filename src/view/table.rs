//! The timeline as a table, sorted by any of its columns.

use super::claim;
use super::context::Page;
use super::plot::button;
use super::shown::Shown;
use super::timeline::{paginate, statuses};
use crate::model::entry::Entry;
use crate::model::fold::fold;
use crate::model::query_result::QueryResult;
use crate::model::state::State;
use crate::model::viewport::Command;
use yew::prelude::*;

/// The found lines as a table; with the others among them, dimmed, if the reader wants that.
pub fn table(page: &Page, found: &QueryResult, state: &State) -> Html {
    let text = page.text();
    let (column, back) = state.viewport.sort;
    let mut lines = found.lines(state.query.mode);
    let entry = |(place, _): &(usize, bool)| &found.entries()[*place];
    // Lines that are equal there stay in their order.
    lines.sort_by_cached_key(|line| key(page, column, entry(line)));
    if back {
        lines.reverse();
    }
    let sorted = |place: usize| match (place == column, back) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    paginate(page, state, lines, &|part| {
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={text.as_table}>
                <table>
                    <thead>
                        <tr>
                            for (head, place) in text.table_head.into_iter().zip(0..) {
                                <th aria-sort={sorted(place)}>
                                    { button(page, Command::Sort(place), html! { head }, head, false) }
                                </th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for (place, hit) in part.iter() {
                            { row(page, &found.entries()[*place], Shown::new(*hit, state.query.mode)) }
                        }
                    </tbody>
                </table>
            </div>
        }
    })
}

/// The head of a table that nobody sorts.
pub fn head(words: &[&str]) -> Html {
    html! {
        <thead>
            <tr>
                for head in words.iter() {
                    <th scope="col">{ *head }</th>
                }
            </tr>
        </thead>
    }
}

fn row(page: &Page, entry: &Entry, shown: Shown) -> Html {
    html! {
        <tr class={classes!("entry", shown.class())}>
            <td>{ page.time(&entry.when) }</td>
            <th scope="row">{ page.marked(page.data.label(entry.at)) }</th>
            <td>{ page.text().kind(entry.kind(&page.data)) }</td>
            <td>{ page.text().joined(statuses(page, entry).iter().map(String::as_str)) }</td>
            <td>{ claim::grade(page, entry.confidence(&page.data), entry.sources(&page.data)) }</td>
        </tr>
    }
}

/// By what lines are sorted in a column; they stand by date to begin with, and what is equal stays so. A title stands where
/// its folded letters do: Russian ones in the order of their alphabet, Chinese signs in that of Unicode, which is by
/// radicals and strokes, with the signs of figures as figures.
fn key(page: &Page, column: usize, entry: &Entry) -> (usize, String) {
    let data = &page.data;
    let number = match column {
        2 => entry.kind(data) as usize,
        3 => entry.statuses.main() as usize,
        4 => entry.confidence(data) as usize,
        _ => 0,
    };
    (number, if column == 1 { fold(data.label(entry.at)) } else { String::new() })
}
