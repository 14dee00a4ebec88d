//! `compare/`: programmes that are asked the same questions, with every source in full. It needs no script.

use super::citation::{cited_in_full, each_once};
use crate::model::dataset::Dataset;
use crate::model::record::Record;
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
    let cited = each_once(data.answers().flat_map(|answer| &answer.sources));
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
                { cited_in_full(*lang, data, record, &cited, "../") }
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
