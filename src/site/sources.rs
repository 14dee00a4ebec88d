//! The page of sources: every source with its title and address, loaded only when asked for.

use super::glance::{self, Glance};
use super::record::citations;
use crate::model::record::{Record, Source};
use crate::model::source::{Lean, Reading, SourceKind};
use crate::model::when::When;
use crate::text::Lang;
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
    let text = lang.still();
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
                { glance::table(&glance, lang) }
                { glance::sentences(&glance, lang) }
                for kind in SourceKind::ALL.iter().copied() {
                    { of_kind(lang, kind, &props.record, &cited) }
                }
                <p><a href="../embedding/">{ props.lang.embedding().lead }</a></p>
                <p><a href="../licences/">{ text.licences }</a></p>
            </main>
        </div>
    }
}

fn of_kind(lang: Lang, kind: SourceKind, record: &Record, cited: &BTreeMap<&str, usize>) -> Html {
    let sources: Vec<&Source> = record.sources.iter().filter(|source| source.kind == kind.word()).collect();
    html! {
        if !sources.is_empty() {
            <section>
                <h2>{ (lang.still().sources_of)(kind, sources.len()) }</h2>
                <ul class="list">
                    for source in sources {
                        { one(lang, source, cited.get(source.id.as_str()).copied().unwrap_or(0)) }
                    }
                </ul>
            </section>
        }
    }
}

fn one(lang: Lang, source: &Source, cited: usize) -> Html {
    let text = lang.still();
    let title = html! { <cite lang={source.lang.clone()}>{ source.title.clone() }</cite> };
    let title = if source.described {
        html! { <span>{ source.title.clone() }</span> }
    } else {
        title
    };
    let mut facts =
        vec![source.publisher.clone(), date(lang, source), (text.language)(&source.lang).to_string()];
    if source.described {
        facts.push(text.source_described.to_string());
    }
    facts.extend(Reading::parse(&source.read).map(|reading| (text.source_read)(reading).to_string()));
    facts.extend(source.via.clone());
    if source.url.is_none() {
        facts.push(text.source_no_link.to_string());
    }
    facts.extend(Lean::parse(&source.lean).map(|lean| (text.lean)(lean).to_string()));
    facts.push((text.source_cited)(cited));
    html! {
        <li id={format!("source-{}", source.id)}>
            if let Some(url) = &source.url {
                <a href={url.clone()} rel="noopener noreferrer">{ title }</a>
            } else {
                { title }
            }
            <p>{ facts.join(" · ") }</p>
        </li>
    }
}

fn date(lang: Lang, source: &Source) -> String {
    let when = source.date.as_deref().and_then(|date| date.parse::<When>().ok());
    when.map_or(lang.still().source_undated.to_string(), |when| (lang.text().when)(&when))
}
