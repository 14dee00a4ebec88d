//! A source in full: its title, who published it, when, in which language, how it was read, and where it stands.

use crate::model::dataset::Dataset;
use crate::model::record::{Record, Source};
use crate::model::source::{Lean, Reading, SourceNo};
use crate::model::when::When;
use crate::text::Lang;
use yew::prelude::*;

/// A source in full; `more` is what there is to say of it besides.
pub fn citation(lang: Lang, source: &Source, more: Option<String>) -> Html {
    let text = lang.static_text();
    let title = if source.described {
        // A description is ours, and in English.
        html! { <span lang={(lang != Lang::En).then_some("en")}>{ source.title.clone() }</span> }
    } else {
        html! { <cite lang={source.lang.clone()}>{ source.title.clone() }</cite> }
    };
    let mut facts =
        vec![source.publisher.clone(), date(lang, source), text.language(&source.lang).to_string()];
    if source.described {
        facts.push(text.source_described.to_string());
    }
    facts.extend(Reading::parse(&source.read).map(|reading| text.source_read(reading).to_string()));
    facts.extend(source.via.clone());
    if source.url.is_none() {
        facts.push(text.source_no_link.to_string());
    }
    facts.extend(Lean::parse(&source.lean).map(|lean| text.lean(lean).to_string()));
    facts.extend(more);
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

/// The sources of a page, each in full; `base` leads to the front page of the language.
pub fn cited_in_full(lang: Lang, data: &Dataset, record: &Record, cited: &[SourceNo], base: &str) -> Html {
    let text = lang.static_text();
    let of = |no: &SourceNo| {
        let id = &*data.sources[no.0 as usize].id;
        record.sources.iter().find(|source| source.id == id)
    };
    html! {
        <section aria-labelledby="sources">
            <h2 id="sources">{ text.item_sources(cited.len()) }</h2>
            <ol class="list cited">
                for source in cited.iter().filter_map(of) {
                    { citation(lang, source, None) }
                }
            </ol>
            <p><a href={format!("{base}sources/")}>{ text.sources_link }</a></p>
        </section>
    }
}

/// Sources in the order in which they are first cited.
pub fn each_once<'a>(citations: impl IntoIterator<Item = &'a SourceNo>) -> Vec<SourceNo> {
    let mut all: Vec<SourceNo> = Vec::new();
    for no in citations {
        if !all.contains(no) {
            all.push(*no);
        }
    }
    all
}

fn date(lang: Lang, source: &Source) -> String {
    let when = source.date.as_deref().and_then(|date| date.parse::<When>().ok());
    when.map_or(lang.static_text().source_undated.to_string(), |when| lang.text().when(&when))
}
