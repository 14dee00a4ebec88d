//! Sources and method at the foot of the page: how claims are graded, how many rest on one source, and every
//! source by kind. No filter changes it, so it stands beside the app and costs the Wasm nothing. Titles and
//! addresses stand on the page of sources.

use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::source::{Source, SourceKind};
use crate::text::Lang;
use crate::view::Page;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MethodProps {
    pub data: Rc<Dataset>,
    pub lang: Lang,
}

/// The method, and the list of sources.
#[component]
pub fn Method(props: &MethodProps) -> Html {
    let (text, still) = (props.lang.text(), props.lang.still());
    let page = Page {
        data: props.data.clone(),
        lang: props.lang,
        base: "".into(),
        day: AsOf::new(&props.data, None),
        words: Vec::new(),
    };
    let page = &page;
    let claims = || page.data.all_items().flat_map(|item| &item.claims);
    let one = claims().filter(|claim| claim.sources.len() == 1).count();
    html! {
        <div class="explainer still" lang={props.lang.tag()}>
            <section aria-labelledby="sources">
                <h2 id="sources">{ text.sources }</h2>
                <p class="sub">{ still.sources_sub }</p>
                <h3>{ still.method }</h3>
                for words in still.method_text {
                    <p class="measure">{ *words }</p>
                }
                <ul class="grades">
                    for (confidence, words) in still.grades {
                        <li>
                            <span class={classes!("sure", confidence.word())}>{ (text.confidence)(*confidence) }</span>
                            { ": " }{ *words }
                        </li>
                    }
                </ul>
                <p class="measure">{ (still.one_source)(one, claims().count()) }</p>
                <p><a href="sources/">{ still.sources_link }</a></p>
                for kind in SourceKind::ALL.iter().copied() {
                    { of_kind(page, kind) }
                }
            </section>
        </div>
    }
}

fn of_kind(page: &Page, kind: SourceKind) -> Html {
    let sources: Vec<&Source> = page.data.sources.iter().filter(|source| source.kind == kind).collect();
    html! {
        if !sources.is_empty() {
            <details class="of-kind">
                <summary>{ (page.lang.still().sources_of)(kind, sources.len()) }</summary>
                <ul>
                    for source in sources {
                        <li id={format!("source-{}", source.id)}>
                            <a href={page.source(source)}>{ source.publisher.clone() }</a>
                            if let Some(date) = &source.date {
                                { ", " }{ page.time(date) }
                            }
                        </li>
                    }
                </ul>
            </details>
        }
    }
}
