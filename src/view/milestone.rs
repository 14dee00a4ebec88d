//! Milestones: every date a milestone was promised for, and how far it moved.

use super::claim::{self, Handle};
use super::context::Page;
use super::table::head;
use crate::model::entry;
use crate::model::id::Ref;
use yew::prelude::*;

/// How far its date moved by the day, in a sentence; none if nobody has given it a date.
pub fn sentence(page: &Page, at: Ref) -> Option<String> {
    let milestone = page.data.milestone(at);
    let actual = entry::actual(&page.data, milestone, page.day);
    let shift = milestone.shift(page.day, actual)?;
    Some(page.text().shift(&shift, actual.is_some()))
}

/// Every date given for a milestone, oldest first.
pub fn promises(page: &Page, at: Ref) -> Html {
    listed(page, at, &|_| Handle::default())
}

/// The same, each date under the handle that it is given by its place.
pub fn listed(page: &Page, at: Ref, handle: &dyn Fn(usize) -> Handle) -> Html {
    let milestone = page.data.milestone(at);
    let text = page.text();
    html! {
        <table class="given">
            { head(&text.given_head) }
            <tbody>
                for (promise, Handle { id, link }) in milestone.known(page.day).iter().zip((0..).map(handle)) {
                    <tr {id}>
                        <td>{ page.time(&promise.stated) }</td>
                        <td>
                            if let Some(promised) = &promise.promised {
                                { page.time(promised) }
                            } else {
                                { text.withdrawn }
                            }
                        </td>
                        <td>
                            if !promise.text.is_empty() {
                                { page.marked(&promise.text) }{ text.joints().space }
                            }
                            { page.marked(&promise.who) }
                            { claim::grade(page, promise.confidence, &promise.sources) }
                            { link }
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
