//! The roots: [`Opening`], [`Controls`] and a [`Section`] for each section on a page that was prerendered, where HTML
//! that never changes stands between them; [`App`], which holds them all, in an element. They share one [`Store`].

use super::age::use_age;
use super::alone::alone;
use super::context::{Page, Surface, use_live};
use super::copy::Address;
use super::dock::dock;
use super::filter::{filter, use_filter};
use super::opening::opening;
use super::pictures::{Pictures, has_pictures, past};
use super::section::{Part, SECTIONS, Section, anchor};
use super::store::{Store, use_snapshot};
use super::tabs::tab;
use crate::model::query::{Query, View};
use crate::model::state::Change;
use yew::prelude::*;

/// How the app meets its host: it is told what happens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// The controls answer.
    pub ready: Callback<()>,
    /// This query is on the page, came to be so, and leaves so many lines. The first is that of the start.
    pub query: Callback<(Query, Change, usize)>,
    /// This stands open, as `<type>-<id>`, in the order in which it was opened.
    pub open: Callback<Vec<String>>,
}

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The state.
    pub store: Store,
    /// What the host is told.
    #[prop_or_default]
    pub heard: Heard,
}

/// The whole explainer below one root.
#[component]
pub fn App(AppProps { store, heard }: &AppProps) -> Html {
    let now = use_snapshot(store, None);
    let query = &now.state.query;
    // A page has one main part; within another site's page that is the page's own.
    let tag = if now.context.surface == Surface::Element { "section" } else { "main" };
    html! {
        <div
            class="explainer"
            part="explainer"
            data-theme={query.theme.word()}
            data-view={query.view.word()}
            data-tab={tab(&now.context.data, &now.state.viewport).map(anchor)}
            data-past={past(&now.found)}
            lang={now.context.language.lang().tag()}
        >
            // What a reader had opened over another record is closed again.
            <Opening key={now.start} store={store.clone()}/>
            <@{tag}>
                if !now.context.pictures.is_empty() && has_pictures(query.view) {
                    <Pictures key={now.start} context={now.context.clone()} found={now.found.clone()}/>
                }
                <div class="explore">
                    <Controls key={now.start} store={store.clone()} heard={heard.clone()}/>
                    for view in SECTIONS {
                        <Section key={anchor(view)} store={store.clone()} part={Part::Section(view)}/>
                    }
                </div>
            </@>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct OpeningProps {
    /// The state.
    pub store: Store,
}

/// What the page begins with: the dock, and the opening, or the title alone over a section that is shown by itself.
#[component]
pub fn Opening(OpeningProps { store }: &OpeningProps) -> Html {
    let now = use_snapshot(store, None);
    let live = use_live(now.context.live);
    let age = use_age(now.context.data.as_of);
    let page = Page::new(&now.context, &now.asked());
    html! {
        <>
            if !now.state.query.view.stands_alone() {
                { dock(&page, live) }
            }
            if let Some(address) = now.state.blocked.clone().map(AttrValue::from) {
                <p class="notice" role="alert">
                    { page.text().take().blocked }{ " " }<Address label={page.text().take().address} {address}/>
                </p>
            }
            if now.state.query.view == View::All {
                { opening(&page, age) }
            } else {
                <header><h1 class="unseen">{ page.title() }</h1></header>
            }
        </>
    }
}

/// What stands above the sections: the filter with its tabs. It tells the host what happens.
#[component]
pub fn Controls(AppProps { store, heard }: &AppProps) -> Html {
    let now = use_snapshot(store, None);
    let live = use_live(now.context.live);
    let own = use_filter(&now.state.query);
    {
        let told = (now.state.query.clone(), now.state.change, now.found.number);
        let on_query = heard.query.clone();
        use_effect_with((told.0.clone(), told.1), move |_| on_query.emit(told));
    }
    {
        let on_open = heard.open.clone();
        let anchors = now.state.open.iter().map(|(at, _)| now.context.data.anchor(*at)).collect();
        use_effect_with(anchors, move |open: &Vec<String>| on_open.emit(open.clone()));
    }
    {
        let ready = heard.ready.clone();
        use_effect_with(live, move |live| {
            if *live {
                ready.emit(());
            }
        });
    }
    let page = Page::new(&now.context, &now.asked());
    if now.state.query.view.stands_alone() { alone(&page, &now) } else { filter(&page, &now, live, &own) }
}
