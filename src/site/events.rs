//! Events with their dates, texts and sources, on pages that need no script.

use super::handle;
use crate::model::entry::Status;
use crate::model::id::Ref;
use crate::view::icon::Mark;
use crate::view::panel::related;
use crate::view::{Page, Surface, claim};
use yew::prelude::*;

/// A list of events. On the page of a thing each leads to where it stands in full.
pub fn events(page: &Page, events: &[Ref]) -> Html {
    html! {
        <ol class="events">
            for at in events.iter() {
                { event(page, *at) }
            }
        </ol>
    }
}

fn event(page: &Page, at: Ref) -> Html {
    let event = page.data.event(at);
    let whole = page.surface == Surface::Record;
    let mark = Mark::of_kind(event.kind, Status::Happened);
    let title = if whole {
        html! { <b>{ page.told(&event.title) }</b> }
    } else {
        page.link(at)
    };
    html! {
        <li id={page.anchor(at)} class="mark" data-kind={mark.kind} data-status={mark.status}>
            <p class="at">{ page.time(&event.date) }</p>
            <div>
                <p>{ title }{ " " }{ claim::grade(page, event.confidence, &event.sources) }{ handle::link(page.lang(), &page.anchor(at), &event.title) }</p>
                if !event.text.is_empty() {
                    <p>{ page.told(&event.text) }</p>
                }
                if whole {
                    <ul class="links">
                        for about in related(page, at) {
                            <li>{ page.link(about) }</li>
                        }
                    </ul>
                }
            </div>
        </li>
    }
}
