//! The sources at a glance: the figures are the record's, and both pages tell them.

use super::text;
use crate::support::record;
use ilrs_explainer::model::source::{Lean, SourceKind};
use ilrs_explainer::site::source_figures::Glance;

#[test]
fn every_source_is_counted_once() {
    let glance = Glance::new(record());
    assert_eq!(glance.sources(), record().sources.len());
    assert_eq!((0..Lean::ALL.len()).map(|place| glance.leaning(place)).sum::<usize>(), glance.sources());
    let official =
        record().sources.iter().filter(|source| source.kind == SourceKind::Official.word()).count();
    assert_eq!(glance.by_kind[0].iter().sum::<usize>(), official);
    let copies = record().sources.iter().filter(|source| source.kind == SourceKind::Copy.word()).count();
    assert!(glance.copied + glance.unread >= copies && glance.copied + glance.unread < glance.sources());
    assert!(glance.single < glance.claims);
}

#[test]
fn both_pages_tell_the_figures() {
    let glance = Glance::new(record());
    for path in ["index.html", "sources/index.html"] {
        let html = text(path);
        for figures in [
            format!("Of {} sources", glance.sources()),
            format!("{} were read on a copy", glance.copied),
            format!("{} are known by a title", glance.unread),
            format!("{} have no address", glance.unlinked),
            format!("{} of {} claims rest on one source", glance.single, glance.claims),
        ] {
            assert!(html.contains(&figures), "{path}: {figures}");
        }
    }
    assert_eq!(text("sources/index.html").matches("<table class=\"glance\">").count(), 1);
    assert!(text("index.html").contains("<a href=\"#facility-not-found\">"), "what was not found is linked");
}
