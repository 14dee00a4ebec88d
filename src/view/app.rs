//! The roots: [`Controls`] and a [`SectionRoot`] for each section on a page that was prerendered, where HTML that never
//! changes stands between them; [`App`], which holds them all, in an element. They share one [`Store`].

use super::context::{Context, Page, Surface, use_live};
use super::filter::Filter;
use super::opening::opening;
use super::section::{SECTIONS, Section, SectionProps, anchor, heading, holds, wanted};
use super::store::{Snapshot, Store, use_snapshot};
use crate::model::query::{Query, View};
use crate::model::state::Change;
use std::rc::Rc;
use yew::prelude::*;

/// How the app meets its host: it is told what happens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// The controls answer.
    pub ready: Callback<()>,
    /// This query is on the page, came to be so, and leaves so many lines. The first is that of the start.
    pub query: Callback<(Query, Change, usize)>,
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
    let now = use_snapshot(store);
    let query = &now.state.query;
    let page = Page::new(&now.context, &now.asked());
    let wanted = SECTIONS.into_iter().filter(|part| wanted(&page, query.view, *part));
    // A page has one main part; within another site's page that is the page's own.
    let tag = if now.context.surface == Surface::Element { "section" } else { "main" };
    html! {
        <ContextProvider<Context> context={now.context.clone()}>
            <div
                class="explainer"
                part="explainer"
                data-theme={query.theme.word()}
                data-view={query.view.word()}
                lang={now.context.lang.tag()}
            >
                // What a reader had opened over another record is closed again.
                <Top key={now.start} now={now.clone()} heard={heard.clone()}/>
                <@{tag}>
                    for view in wanted {
                        <Section key={anchor(view)} ..SectionProps::new(view, &now)/>
                    }
                </@>
            </div>
        </ContextProvider<Context>>
    }
}

/// What stands above the sections, as a root of its own.
#[component]
pub fn Controls(AppProps { store, heard }: &AppProps) -> Html {
    let now = use_snapshot(store);
    html! {
        <ContextProvider<Context> context={now.context.clone()}>
            <Top now={now.clone()} heard={heard.clone()}/>
        </ContextProvider<Context>>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SectionRootProps {
    /// The state.
    pub store: Store,
    /// Which section it is.
    pub view: View,
}

/// A section as a root of its own; empty while another is asked for.
#[component]
pub fn SectionRoot(SectionRootProps { store, view }: &SectionRootProps) -> Html {
    let now = use_snapshot(store);
    let page = Page::new(&now.context, &now.asked());
    html! {
        <ContextProvider<Context> context={now.context.clone()}>
            if wanted(&page, now.state.query.view, *view) {
                <Section ..SectionProps::new(*view, &now)/>
            }
        </ContextProvider<Context>>
    }
}

#[derive(Properties)]
struct TopProps {
    now: Rc<Snapshot>,
    heard: Heard,
}

/// A state is compared by where it stands: the store makes another where something has changed.
impl PartialEq for TopProps {
    fn eq(&self, other: &TopProps) -> bool {
        Rc::ptr_eq(&self.now, &other.now) && self.heard == other.heard
    }
}

/// The opening with the contents, and the filter, which alone stands over a section that is shown by itself.
#[component]
fn Top(TopProps { now, heard }: &TopProps) -> Html {
    let live = use_live();
    {
        let told = (now.state.query.clone(), now.state.change, now.found.number);
        let on_query = heard.query.clone();
        use_effect_with((told.0.clone(), told.1), move |_| on_query.emit(told));
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
    html! {
        <>
            if now.state.query.view == View::All {
                { opening(&page) }
                { contents(&page) }
            } else {
                <header><h1 class="unseen">{ page.title() }</h1></header>
            }
            <Filter
                state={now.state.clone()}
                found={now.found.clone()}
                settled={now.settled().clone()}
                asked={now.asked()}
            />
        </>
    }
}

fn contents(page: &Page) -> Html {
    let text = page.text();
    html! {
        <nav class="contents" aria-label={text.contents}>
            <ul>
                for view in SECTIONS.into_iter().filter(|view| holds(page, *view)) {
                    <li><a href={format!("#{}", anchor(view))}>{ heading(page, view) }</a></li>
                }
                if page.data.addresses.is_empty() {
                    <li><a href="#sources">{ text.sources }</a></li>
                }
            </ul>
        </nav>
    }
}
