//! The sources at a glance: how many of each kind, how far we lean on them, how we read them.

use crate::model::record::Record;
use crate::model::source::{Lean, Reading, SourceKind};
use crate::text::Lang;
use yew::prelude::*;

/// The figures of a record's sources and claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// How many there are of a kind on which we lean so, by the places of both in their lists.
    pub by_kind: Vec<Vec<usize>>,
    /// How many were read on a copy.
    pub copied: usize,
    /// How many are known by their title or a summary alone.
    pub unread: usize,
    /// How many have no address fit to link.
    pub unlinked: usize,
    /// How many claims there are.
    pub claims: usize,
    /// How many of them rest on one source.
    pub single: usize,
}

impl Glance {
    /// Counts the sources of a record.
    pub fn new(record: &Record) -> Glance {
        let count = |kind: &SourceKind, lean: &Lean| {
            let of = record.sources.iter().filter(|source| source.kind == kind.word());
            of.filter(|source| source.lean == lean.word()).count()
        };
        let kinds = SourceKind::ALL.iter();
        let by_kind = kinds.map(|kind| Lean::ALL.iter().map(|lean| count(kind, lean)).collect()).collect();
        let known = |by: Reading| record.sources.iter().filter(|source| source.read == by.word()).count();
        let claims = || record.items().flat_map(|item| &item.claims);
        Glance {
            by_kind,
            copied: known(Reading::Copy),
            unread: known(Reading::Title),
            unlinked: record.sources.iter().filter(|source| source.url.is_none()).count(),
            claims: claims().count(),
            single: claims().filter(|claim| claim.sources.len() == 1).count(),
        }
    }

    /// How many sources we lean on so.
    pub fn leaning(&self, place: usize) -> usize {
        self.by_kind.iter().map(|row| row[place]).sum()
    }

    /// How many sources there are.
    pub fn sources(&self) -> usize {
        self.by_kind.iter().flatten().sum()
    }
}

/// The figures in sentences.
pub fn sentences(glance: &Glance, lang: Lang) -> Html {
    let still = lang.static_text();
    let leaning = [Lean::High, Lean::Medium, Lean::Low].map(|lean| glance.leaning(lean as usize));
    html! {
        <>
            <p class="measure">{ still.leaning(glance.sources(), leaning) }</p>
            <p class="measure">{ still.read_how(glance.copied, glance.unread, glance.unlinked) }</p>
            <p class="measure">{ still.one_source(glance.single, glance.claims) }</p>
        </>
    }
}

/// Kinds by how far we lean on them, as a table with sums.
pub fn table(glance: &Glance, lang: Lang) -> Html {
    let still = lang.static_text();
    html! {
        <table class="glance">
            <caption class="unseen">{ still.glance }</caption>
            <thead>
                <tr>
                    <td></td>
                    for lean in Lean::ALL.iter() {
                        <th scope="col">{ still.lean(*lean) }</th>
                    }
                    <th scope="col">{ still.sum }</th>
                </tr>
            </thead>
            <tbody>
                for (kind, row) in SourceKind::ALL.iter().zip(&glance.by_kind) {
                    { line(still.source_kind(*kind), row) }
                }
                { line(still.sum, &(0..Lean::ALL.len()).map(|place| glance.leaning(place)).collect::<Vec<_>>()) }
            </tbody>
        </table>
    }
}

fn line(head: &'static str, numbers: &[usize]) -> Html {
    html! {
        <tr>
            <th scope="row">{ head }</th>
            for number in numbers.iter() {
                <td>{ number }</td>
            }
            <td>{ numbers.iter().sum::<usize>() }</td>
        </tr>
    }
}
