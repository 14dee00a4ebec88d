//! Conflicts: a question, who holds what on it, and our reading where there is one.

use super::claim::{self, Handle};
use super::context::Page;
use crate::model::id::Ref;
use yew::prelude::*;

/// The positions held on a question, and how we read it: that is of the record's own day, and stands on no earlier one.
pub fn positions(page: &Page, at: Ref) -> Html {
    listed(page, at, &|_| Handle::default())
}

/// The same, each position under the handle that it is given by its place.
pub fn listed(page: &Page, at: Ref, handle: &dyn Fn(usize) -> Handle) -> Html {
    let (conflict, text) = (page.data.conflict(at), page.text());
    html! {
        <>
            <ul class="positions">
                for (position, Handle { id, link }) in conflict.known(page.day).zip((0..).map(handle)) {
                    <li {id}>
                        { page.marked(&position.text) }{ " " }
                        <span class="holders">{ page.own(html! { text.joined(position.holders.iter().map(|holder| &**holder)) }) }</span>{ " " }
                        <small class="grade">{ claim::marks(page, &position.sources) }</small>
                        { link }
                    </li>
                }
            </ul>
            if let Some(reading) = conflict.reading.as_ref().filter(|_| page.day.is_cutoff) {
                <p class="reading"><b>{ text.reading }</b>{ text.joints().space }{ page.told(reading) }</p>
            }
        </>
    }
}
