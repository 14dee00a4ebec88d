//! What a reader takes away of a picture: its drawing as a file, and the code that shows it elsewhere.

use super::context::Page;
use crate::model::query::{Query, View};
use yew::prelude::*;

/// The row below a chart, once it answers: `shell/boot.js` hears its buttons, and says in the last part what went wrong.
pub fn take(page: &Page, query: &Query) -> Html {
    let words = page.text().take();
    if !page.data.addresses.is_empty() {
        return Html::default(); // what is saved says that it is of our record
    }
    html! {
        <p class="take">
            <button type="button" data-save="svg">{ words.svg }</button>{ " " }
            <button type="button" data-save="png">{ words.png }</button>{ " " }
            <a href={embedding(page, query)}>{ words.embed }</a>{ " " }
            <span role="status"></span>
        </p>
    }
}

/// A chart by itself, on the day that is shown.
pub fn alone(page: &Page, view: View) -> Query {
    Query { view, as_of: (!page.day.is_cutoff).then_some(page.day.day), ..Query::default() }
}

/// The page that says how to embed what a query shows. It knows our own record alone.
pub fn embedding(page: &Page, query: &Query) -> String {
    let query = query.to_url();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}embedding/{mark}{query}", page.base)
}
