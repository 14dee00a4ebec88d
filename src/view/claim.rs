//! A claim on the page: what it says, how sure it is, and where it comes from.

use super::context::Page;
use crate::model::claim::{Claim, Confidence, Content, Field};
use crate::model::item::Item;
use crate::model::source::SourceNo;
use yew::prelude::*;

/// Everything known about an item on the day, field by field, but for the sentence on the closed card.
pub fn claims(page: &Page, item: &Item) -> Html {
    listed(page, item, &|_| Handle::default())
}

/// What makes something one to link to: its id, and the link to it at its end.
#[derive(Default)]
pub struct Handle {
    /// None if nothing links there.
    pub id: Option<String>,
    /// The link.
    pub link: Html,
}

/// The same, each claim under a handle.
pub fn listed(page: &Page, item: &Item, handle: &dyn Fn(&Claim) -> Handle) -> Html {
    let known: Vec<&Claim> = item.claims.iter().filter(|claim| is_known(page, item, claim)).collect();
    // Claims stand in the order of their fields, and what it is comes first.
    let rest = &known[usize::from(known.first().is_some_and(|claim| claim.field == Field::What))..];
    html! {
        if !rest.is_empty() {
            <dl>
                for field in rest.chunk_by(|a, b| a.field == b.field) {
                    <div>
                        <dt>{ page.text().field(field[0].field) }</dt>
                        for (claim, Handle { id, link }) in field.iter().map(|claim| (claim, handle(claim))) {
                            <dd {id}>{ one(page, claim) }{ link }</dd>
                        }
                    </div>
                }
            </dl>
        }
    }
}

/// Whether a claim was known on the day, with what it names.
fn is_known(page: &Page, item: &Item, claim: &Claim) -> bool {
    let named = match claim.content {
        Content::Item(at) => page.has_card(at),
        _ => true,
    };
    named && page.data.knows(item, claim, page.day)
}

/// One claim with its date, grade and sources.
pub fn one(page: &Page, claim: &Claim) -> Html {
    html! { <>{ dated(page, claim) }{ content(page, claim) }{ grade(page, claim.confidence, &claim.sources) }</> }
}

/// What one claim says, with its grade and sources in short.
pub fn short(page: &Page, claim: &Claim) -> Html {
    html! { <>{ content(page, claim) }{ brief(page, claim.confidence, &claim.sources) }</> }
}

/// How sure something is, in a mark and in a word, and where it comes from.
pub fn grade(page: &Page, confidence: Confidence, sources: &[SourceNo]) -> Html {
    html! { <>{ " " }<small class="grade">{ sure(page, confidence) }{ marks(page, sources) }</small></> }
}

/// The same on a closed card or a line, in short: a grade only where it is not high, the first source, and how many more
/// there are.
pub fn brief(page: &Page, confidence: Confidence, sources: &[SourceNo]) -> Html {
    let Some(first) = sources.first() else { return Html::default() };
    let publisher = &page.data.sources[first.0 as usize].publisher;
    let more = sources.len() - 1;
    let words = if more == 0 { publisher.to_string() } else { format!("{publisher} +{more}") };
    html! {
        <>
            { " " }
            if confidence != Confidence::High {
                { sure(page, confidence) }{ " " }
            }
            <a class="src" href={page.source(*first)}>{ words }</a>
        </>
    }
}

/// How sure something is, in a mark and in a word.
pub fn sure(page: &Page, confidence: Confidence) -> Html {
    html! { <span class={classes!("sure", confidence.word())}>{ page.text().confidence(confidence) }</span> }
}

/// Links to the sources, each named by publisher and year, and by how it was read if it was not read itself.
pub fn marks(page: &Page, sources: &[SourceNo]) -> Html {
    html! {
        for no in sources.iter() {
            { mark(page, *no) }
        }
    }
}

fn mark(page: &Page, no: SourceNo) -> Html {
    let source = &page.data.sources[no.0 as usize];
    let mut after = source.date.map_or(String::new(), |date| format!(" {}", page.text().year(date.year())));
    after.push_str(page.text().read(source.read));
    html! { <>{ " " }<a class="src" href={page.source(no)}>{ source.publisher.clone() }{ after }</a></> }
}

fn dated(page: &Page, claim: &Claim) -> Html {
    if claim.field == Field::What || matches!(claim.content, Content::Date(_)) {
        return Html::default();
    }
    let until = claim.until.as_ref().filter(|_| claim.ended(page.day));
    let words = match (claim.field, &claim.since) {
        (Field::Office | Field::Standing | Field::Operator, since) => page.text().span(since.as_ref(), until),
        (_, since) if until.is_some() => page.text().span(since.as_ref(), until),
        (_, Some(since)) => page.text().when(since),
        (_, None) => return Html::default(),
    };
    html! {
        if !words.is_empty() {
            <span class="since">{ words }{ " " }</span>
        }
    }
}

fn content(page: &Page, claim: &Claim) -> Html {
    let text = page.text();
    match &claim.content {
        Content::Text(words) => page.marked(words),
        Content::Date(when) => page.time(when),
        Content::Item(at) => page.link(*at),
        Content::Standing(standing) => html! { text.standing(*standing) },
        Content::Outcome(outcome) => html! { text.outcome(*outcome) },
    }
}
