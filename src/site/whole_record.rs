//! `record/`: the whole record on one page, for finding, printing and keeping. It needs no script.

use super::citation::citation;
use super::cite::Cited;
use super::compare;
use super::events::events;
use super::item::TYPES;
use super::record::title as record_title;
use crate::model::dataset::Dataset;
use crate::model::id::{Ref, Type};
use crate::model::record::Record;
use crate::model::when::When;
use crate::text::Lang;
use crate::view::participants::counts;
use crate::view::{Page, Surface, card, claim, conflict, milestone, panel};
use std::rc::Rc;
use yew::prelude::*;

/// Where the page stands.
pub const FOLDER: &str = "record/";

#[derive(Clone, PartialEq, Properties)]
pub struct WholeProps {
    /// With the sources that only the maps rest on.
    pub data: Rc<Dataset>,
    pub record: Rc<Record>,
    pub lang: Lang,
    /// Where the page is published.
    pub url: Option<AttrValue>,
}

/// Everything, type by type, then what happened, who counts whom, and every source.
#[component]
pub fn Whole(props: &WholeProps) -> Html {
    let WholeProps { data, record, lang, url } = props;
    let title = record_title(record, *lang);
    let name = lang.static_text().whole;
    let cited = Cited { id: "record", name, title, day: data.as_of, url: url.as_deref(), lang: *lang };
    let page = &Page::still(data.clone(), *lang, Surface::Record, "../");
    let still = lang.static_text();
    let happened: Vec<Ref> = data.places(Type::Event).collect();
    html! {
        <div class="explainer" data-theme="auto" lang={lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a href="../">{ still.back }</a></p>
                <h1>{ still.whole }</h1>
                <p class="lede">{ still.whole_sub(&When::from_day(data.as_of)) }</p>
                { contents(page) }
                if !data.comparison.is_empty() {
                    <p><a href={format!("../{}", compare::FOLDER)}>{ page.text().compare().heading }</a></p>
                }
            </header>
            <main class="whole">
                for kind in TYPES {
                    { of_type(page, kind) }
                }
                if !happened.is_empty() {
                    <section aria-labelledby="events">
                        <h2 id="events">{ page.text().timeline }</h2>
                        { events(page, &happened) }
                    </section>
                }
                <section>{ counts(page) }</section>
                <section aria-labelledby="sources">
                    <h2 id="sources">{ still.source_page }</h2>
                    <ul class="list cited">
                        for source in record.sources.iter() {
                            { citation(*lang, source, None) }
                        }
                    </ul>
                </section>
                { cited.html() }
            </main>
        </div>
    }
}

fn contents(page: &Page) -> Html {
    let filled = TYPES.into_iter().filter(|kind| page.data.length(*kind) > 0);
    let lists = filled.map(|kind| (kind.list(), page.lang().static_text().list_of(kind)));
    let rest = [("events", page.text().timeline), ("sources", page.lang().static_text().source_page)];
    html! {
        <nav class="contents" aria-label={page.text().contents}>
            <ul>
                for (id, words) in lists.chain(rest) {
                    <li><a href={format!("#{id}")}>{ words }</a></li>
                }
            </ul>
        </nav>
    }
}

fn of_type(page: &Page, kind: Type) -> Html {
    html! {
        if page.data.length(kind) > 0 {
            <section aria-labelledby={kind.list()}>
                <h2 id={kind.list()}>{ page.lang().static_text().list_of(kind) }</h2>
                for at in page.data.places(kind) {
                    { thing(page, at) }
                }
            </section>
        }
    }
}

fn thing(page: &Page, at: Ref) -> Html {
    let item = page.data.item(at);
    html! {
        <article id={page.anchor(at)} class={classes!("whole-thing", at.kind.word())}>
            { card::tag(page, at) }
            <h3><a href={page.address(at)}>{ page.told(page.data.label(at)) }</a></h3>
            if let Some(item) = item {
                { card::names(page, item) }
            }
            if at.kind != Type::Conflict {
                { card::what(page, at, claim::one) }
            }
            { known(page, at) }
            <ul class="links">
                for about in panel::related(page, at) {
                    <li>{ page.link(about) }</li>
                }
            </ul>
        </article>
    }
}

fn known(page: &Page, at: Ref) -> Html {
    match (at.kind, page.data.item(at)) {
        (Type::Milestone, _) => milestone::promises(page, at),
        (Type::Conflict, _) => conflict::positions(page, at),
        (_, Some(item)) => claim::claims(page, item),
        _ => Html::default(),
    }
}
