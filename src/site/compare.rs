//! `compare/`: programmes that are asked the same questions, with every source in full. It needs no script.

use super::citation::citation;
use crate::model::dataset::Dataset;
use crate::model::record::{Record, Source};
use crate::model::source::SourceNo;
use crate::text::Lang;
use crate::view::compare::{anchor, comparison};
use crate::view::{Page, Surface};
use std::rc::Rc;
use yew::prelude::*;

/// Where the page stands.
pub const FOLDER: &str = "compare/";

#[derive(Clone, PartialEq, Properties)]
pub struct ComparedProps {
    pub data: Rc<Dataset>,
    pub record: Rc<Record>,
    pub lang: Lang,
}

/// Every question with its answers, then where they come from.
#[component]
pub fn Compared(props: &ComparedProps) -> Html {
    let ComparedProps { data, record, lang } = props;
    let page = &Page::still(data.clone(), *lang, Surface::Item, "../");
    let (still, words) = (lang.static_text(), page.text().compare());
    let cited: Vec<&Source> =
        cited(data).filter_map(|id| record.sources.iter().find(|it| *it.id == *id)).collect();
    html! {
        <div class="explainer" data-theme="auto" lang={lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a href="../">{ still.back }</a></p>
                <h1>{ words.heading }</h1>
                <p class="lede">{ words.sub }</p>
                { contents(page) }
            </header>
            <main class="item">
                <h2 class="unseen">{ words.heading }</h2>
                { comparison(page) }
                <section aria-labelledby="sources">
                    <h2 id="sources">{ still.item_sources(cited.len()) }</h2>
                    <ol class="list cited">
                        for source in cited {
                            { citation(*lang, source, None) }
                        }
                    </ol>
                    <p><a href="../sources/">{ still.sources_link }</a></p>
                </section>
            </main>
        </div>
    }
}

fn contents(page: &Page) -> Html {
    html! {
        <nav class="contents" aria-label={page.text().contents}>
            <ul>
                for question in page.data.comparison.iter() {
                    <li><a href={format!("#{}", anchor(question))}>{ question.question.clone() }</a></li>
                }
            </ul>
        </nav>
    }
}

/// The ids of the sources, in the order in which they are first cited.
fn cited(data: &Dataset) -> impl Iterator<Item = &str> {
    let mut all: Vec<SourceNo> = Vec::new();
    for no in data.answers().flat_map(|answer| &answer.sources) {
        if !all.contains(no) {
            all.push(*no);
        }
    }
    all.into_iter().map(|no| &*data.sources[no.0 as usize].id)
}
