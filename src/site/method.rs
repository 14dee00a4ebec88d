//! Sources and method at the foot of the page: how claims are graded and dates counted, what was not found, the record as files, and
//! every source by kind. No filter changes it, so it stands beside the app and costs the Wasm nothing. Titles and
//! addresses stand on the page of sources.

use super::downloads::{Download, offered};
use super::glance::{self, Glance};
use super::rules::LOOKED_FOR;
use crate::model::dataset::Dataset;
use crate::model::record::{Record, Source};
use crate::model::source::SourceKind;
use crate::model::when::When;
use crate::text::Lang;
use crate::view::Page;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MethodProps {
    /// With the sources that only the maps rest on.
    pub data: Rc<Dataset>,
    pub record: Rc<Record>,
    pub downloads: Rc<Vec<Download>>,
    pub lang: Lang,
}

/// The method, and the list of sources.
#[component]
pub fn Method(props: &MethodProps) -> Html {
    let (text, still) = (props.lang.text(), props.lang.still());
    let page = Page::still(props.data.clone(), props.lang);
    let page = &page;
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
                { glance::sentences(&Glance::new(&props.record), props.lang) }
                { looked_for(page, &props.record) }
                { downloads(props) }
                <p><a href="sources/">{ still.sources_link }</a></p>
                for kind in SourceKind::ALL.iter().copied() {
                    { of_kind(page, &props.record, kind) }
                }
                <p><a href="licences/">{ still.licences }</a></p>
            </section>
        </div>
    }
}

/// What was looked for and not found stands on a card.
fn looked_for(page: &Page, record: &Record) -> Html {
    let reach = (page.text().when)(&When::from_day(page.data.as_of));
    html! {
        if let Some(card) = record.facilities.iter().find(|card| card.id == LOOKED_FOR) {
            <p>{ (page.lang.still().looked_for)(&reach) }{ " " }<a href={format!("#facility-{}", card.id)}>{ card.name.clone() }</a></p>
        }
    }
}

/// The record as whole files; a script cuts them down to what is found.
fn downloads(props: &MethodProps) -> Html {
    let still = props.lang.still();
    let size =
        |path: &str| props.downloads.iter().find(|file| file.path == path).map_or(0, |file| file.bytes.len());
    html! {
        <>
            <h3>{ still.downloads }</h3>
            <p class="measure">{ still.downloads_sub }</p>
            <ul class="downloads">
                for (purpose, path) in offered(props.lang) {
                    <li><a href={path.clone()} download="">{ (still.download)(purpose, size(&path)) }</a></li>
                }
            </ul>
        </>
    }
}

fn of_kind(page: &Page, record: &Record, kind: SourceKind) -> Html {
    let sources: Vec<&Source> = record.sources.iter().filter(|source| source.kind == kind.word()).collect();
    let date = |source: &Source| source.date.as_deref().and_then(|date| date.parse::<When>().ok());
    html! {
        if !sources.is_empty() {
            <details class="of-kind">
                <summary>{ (page.lang.still().sources_of)(kind, sources.len()) }</summary>
                <ul>
                    for source in sources {
                        <li id={format!("source-{}", source.id)}>
                            <a href={format!("{}sources/#source-{}", page.base, source.id)}>{ source.publisher.clone() }</a>
                            if let Some(date) = date(source) {
                                { ", " }{ (page.text().when)(&date) } // the page of sources has it for machines
                            }
                        </li>
                    }
                </ul>
            </details>
        }
    }
}
