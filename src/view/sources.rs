//! Sources at a glance: how claims are graded, how many rest on one source, and every source by kind.
//! Titles and addresses stand on the page of sources, which loads only when asked.

use super::claim;
use super::page::Page;
use crate::model::source::{Source, SourceKind};
use std::rc::Rc;
use yew::prelude::*;

/// The method, and the list of sources.
pub fn sources(page: &Page) -> Html {
    let text = page.text();
    let claims = || page.data.all_items().flat_map(|item| &item.claims);
    let one = claims().filter(|claim| claim.sources.len() == 1).count();
    html! {
        <>
            <h3>{ text.method }</h3>
            for words in text.method_text {
                <p class="measure">{ *words }</p>
            }
            <ul class="grades">
                for (confidence, words) in text.grades {
                    <li>{ claim::sure(page, *confidence) }{ " " }{ *words }</li>
                }
            </ul>
            <p class="measure">{ (text.one_source)(one, claims().count()) }</p>
            <p><a href={format!("{}sources/", page.base)}>{ text.sources_link }</a></p>
            for kind in SourceKind::ALL.iter().copied() {
                { of_kind(page, kind) }
            }
        </>
    }
}

fn of_kind(page: &Page, kind: SourceKind) -> Html {
    let sources: Vec<&Rc<Source>> = page.data.sources.iter().filter(|source| source.kind == kind).collect();
    html! {
        if !sources.is_empty() {
            <details class="of-kind">
                <summary>{ (page.text().sources_of)(kind, sources.len()) }</summary>
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
