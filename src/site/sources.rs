//! The page of sources: every source with its title and address, loaded only when asked for.

use super::citation::citation;
use super::record::citations;
use super::source_figures::{self, Glance};
use crate::model::record::{Record, Source};
use crate::model::source::SourceKind;
use crate::text::{ART_FROM, Lang};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SourcesProps {
    pub record: Rc<Record>,
    pub lang: Lang,
}

/// Every source, by kind.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let lang = props.lang;
    let text = lang.static_text();
    let glance = Glance::new(&props.record);
    let mut cited: BTreeMap<&str, usize> = BTreeMap::new();
    citations(&props.record).for_each(|id| *cited.entry(id).or_default() += 1);
    html! {
        <div class="explainer" data-theme="auto" lang={props.lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a href="../">{ text.back }</a></p>
                <h1>{ text.source_page }</h1>
                <p class="lede">{ text.source_page_sub }</p>
            </header>
            <main class="sources-page">
                { source_figures::table(&glance, lang) }
                { source_figures::sentences(&glance, lang) }
                for kind in SourceKind::ALL.iter().copied() {
                    { of_kind(lang, kind, &props.record, &cited) }
                }
                if !props.record.sites.is_empty() || props.record.ours() {
                    { art(lang) }
                }
                <p><a href="../embedding/">{ props.lang.embedding().lead }</a></p>
                <p><a href={format!("../{}licences/", lang.up())}>{ text.licences }</a></p>
            </main>
        </div>
    }
}

/// Where the ground of the pictures comes from, which is no claim of the record.
fn art(lang: Lang) -> Html {
    let text = lang.static_text();
    html! {
        <section>
            <h2>{ text.art }</h2>
            <ul class="list">
                for (what, (url, name)) in text.art_from.into_iter().zip(ART_FROM) {
                    <li>{ what }{ " " }<a href={url}>{ name }</a></li>
                }
            </ul>
        </section>
    }
}

fn of_kind(lang: Lang, kind: SourceKind, record: &Record, cited: &BTreeMap<&str, usize>) -> Html {
    let sources: Vec<&Source> = record.sources.iter().filter(|source| source.kind == kind.word()).collect();
    html! {
        if !sources.is_empty() {
            <section>
                <h2>{ lang.static_text().sources_of(kind, sources.len()) }</h2>
                <ul class="list">
                    for source in sources {
                        { citation(lang, source, Some(lang.static_text().source_cited(cited.get(source.id.as_str()).copied().unwrap_or(0)))) }
                    }
                </ul>
            </section>
        }
    }
}
