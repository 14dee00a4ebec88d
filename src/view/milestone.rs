//! Milestones: every date a milestone was promised for, and how far it moved.

use super::card::cards;
use super::context::Page;
use super::shown::Shown;
use super::{claim, icon};
use crate::model::asof::{self, Status};
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::query::Mode;
use yew::prelude::*;

/// Every milestone somebody had promised by the day.
pub fn milestones(page: &Page, found: &Found, mode: Mode) -> Html {
    let all = page.data.places(Type::Milestone);
    let known = all.filter(|at| !page.data.milestone(*at).known(page.day).is_empty());
    let known = known.map(|at| (at, Shown::new(found.shows(at), mode))).collect();
    html! { <div class="cards">{ cards(page, known) }</div> }
}

/// The inside of the card of a milestone.
pub fn card(page: &Page, at: Ref) -> Html {
    let text = page.text();
    let milestone = page.data.milestone(at);
    let actual = asof::actual(&page.data, milestone, page.day);
    let status = if actual.is_some() { Status::Happened } else { Status::Planned };
    let sentence = milestone.shift(page.day, actual).map(|shift| (text.shift)(&shift, actual.is_some()));
    html! {
        <>
            <p class="tag">{ icon::of_kind(milestone.kind, status) }{ (text.kind)(milestone.kind) }</p>
            <h3>{ page.marked(&milestone.label) }</h3>
            <p class="what">{ sentence }</p>
            <details>
                <summary>{ format!("{} {}", text.more, milestone.label) }</summary>
                <div class="body" id={page.anchor(at)}>
                    { promises(page, at) }
                    <ul class="links">
                        for about in milestone.about.iter() {
                            <li>{ page.link(*about) }</li>
                        }
                    </ul>
                </div>
            </details>
        </>
    }
}

fn promises(page: &Page, at: Ref) -> Html {
    let milestone = page.data.milestone(at);
    let text = page.text();
    html! {
        <table class="given">
            <thead>
                <tr>
                    for head in text.given_head {
                        <th>{ head }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for promise in milestone.known(page.day).iter() {
                    <tr>
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
                                { page.marked(&promise.text) }{ " " }
                            }
                            { page.marked(&promise.who) }
                            { claim::grade(page, promise.confidence, &promise.sources) }
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
