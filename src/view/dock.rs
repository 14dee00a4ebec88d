//! The dock: the way to the parts of the page, and the day on which it stands.

use super::context::{Page, Surface};
use super::time_filter::day;
use crate::model::when::When;
use yew::prelude::*;

/// On our own page it stays at the top of the window; on another site's it stands where it is.
pub fn dock(page: &Page, live: bool) -> Html {
    let text = page.text();
    let ours = page.surface == Surface::Page;
    // In an element it is no landmark: of these a page of another site may hold several.
    let (tag, label) = match page.surface {
        Surface::Page => ("nav", Some(text.contents)),
        Surface::Element => ("div", None),
        _ => ("section", Some(text.as_of)),
    };
    let past = page.day.day < page.data.as_of;
    html! {
        <@{tag} class={classes!("dock", past.then_some("past"))} aria-label={label}>
            if ours {
                { contents(page) }
            }
            <form onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { day(page, live) }
            </form>
            if past {
                <p class="then">{ text.as_of_now(&When::from_day(page.day.day)) }</p>
            }
        </@>
    }
}

fn contents(page: &Page) -> Html {
    let text = page.text();
    let [explore, sources] = text.dock;
    html! {
        <ul class="contents">
            if page.tells_story() {
                <li><a href="#story">{ text.story }</a></li>
            }
            <li><a href="#explore">{ explore }</a></li>
            if page.data.addresses.is_empty() {
                <li><a href="#sources">{ sources }</a></li>
            }
        </ul>
    }
}
