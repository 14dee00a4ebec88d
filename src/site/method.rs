//! Sources and method at the foot of the page, in short: how claims are graded and dates counted, what was not found,
//! and the record as files. No filter changes it, so it stands beside the app and costs the Wasm nothing. The sources
//! have a page of their own.

use super::changes;
use super::downloads::{Download, offered};
use super::rules::LOOKED_FOR;
use super::source_figures::{self, Glance};
use super::whole_record;
use crate::model::claim::Confidence;
use crate::model::record::Record;
use crate::text::Lang;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MethodProps {
    pub record: Rc<Record>,
    pub downloads: Rc<Vec<Download>>,
    /// What leads to where the pages of things stand.
    pub pages: AttrValue,
    pub lang: Lang,
}

/// The method, the files, and the way to the sources.
#[component]
pub fn Method(props: &MethodProps) -> Html {
    let (text, still) = (props.lang.text(), props.lang.static_text());
    html! {
        <div class="explainer still">
            <section aria-labelledby="sources">
                <h2 id="sources">{ text.sources }</h2>
                <p class="sub">{ still.sources_sub }</p>
                <h3>{ still.method }</h3>
                for words in still.method_text {
                    <p class="measure">{ words }</p>
                }
                <ul class="grades">
                    for confidence in Confidence::ALL.iter() {
                        <li>
                            <span class={classes!("sure", confidence.word())}>{ text.confidence(*confidence) }</span>
                            { still.joints().colon }{ still.grades(*confidence) }
                        </li>
                    }
                </ul>
                { source_figures::sentences(&Glance::new(&props.record), props.lang) }
                { looked_for(&props.record, props.lang) }
                { downloads(props) }
                <p><a href={format!("{}{}", props.pages, whole_record::FOLDER)}>{ still.whole_link }</a></p>
                <p><a href={format!("{}{}", props.pages, changes::FOLDER)}>{ props.lang.changes().lead }</a></p>
                <p><a href="sources/">{ still.sources_link }</a></p>
                <p><a href={format!("{}licences/", props.lang.up())}>{ still.licences }</a></p>
            </section>
        </div>
    }
}

/// What was looked for and not found stands on a card.
fn looked_for(record: &Record, lang: Lang) -> Html {
    let (card, reach) = (record.facilities.iter().find(|card| card.id == LOOKED_FOR), record.as_of.parse());
    html! {
        if let (Some(card), Ok(reach)) = (card, reach) {
            <p>{ lang.static_text().looked_for(&reach) }{ lang.text().joints().space }<a href={format!("#facility-{}", card.id)}>{ card.name.clone() }</a></p>
        }
    }
}

/// The record as whole files; a script cuts them down to what is found.
fn downloads(props: &MethodProps) -> Html {
    let still = props.lang.static_text();
    let size =
        |path: &str| props.downloads.iter().find(|file| file.path == path).map_or(0, |file| file.bytes.len());
    html! {
        <>
            <h3>{ still.downloads }</h3>
            <p class="measure">{ still.downloads_sub }</p>
            <ul class="downloads">
                for (purpose, path) in offered(props.lang) {
                    <li><a href={format!("{}{path}", props.lang.up())} download="">{ still.download(purpose, size(&path)) }</a></li>
                }
            </ul>
        </>
    }
}
