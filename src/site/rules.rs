//! Editorial rules: what a record must keep to beyond being well formed. A rule is one function, from the record to
//! its problems, so that all of them are told at once beside those of [`crate::model::validate`]. Some are this crate's
//! own, since they know its words, its papers and how it grades; the others hold for any record.

mod comparison;
mod corrections;
mod dates;
mod grades;
mod links;
mod outcomes;
mod papers;
mod places;
mod scene;
pub mod seeds;
mod sentences;
mod statements;
mod words;

use crate::model::dataset::Diagnostic;
use crate::model::record::Record;
pub use words::LOOKED_FOR;

type Rule = fn(&Record) -> Vec<Diagnostic>;

/// For any record: corrections, dates, links, what was reached, places on the Moon.
const COMMON: [Rule; 8] = [
    corrections::are_whole,
    dates::stated_before_published,
    links::forbidden,
    outcomes::reached_by_its_event,
    places::in_range,
    places::in_texts,
    places::of_something,
    places::own_ids,
];

/// For the record of this crate: its English, its papers, its grades, the articles it was written beside, the parts of
/// the station that are drawn.
const OWN: [Rule; 16] = [
    comparison::answers_are_carried,
    comparison::answers_say_what_carries_them,
    comparison::answers_are_alike,
    dates::ends_are_said,
    scene::parts_are_there,
    outcomes::flights_end_as_told,
    papers::members_signed,
    grades::not_above_the_sources,
    grades::not_above_what_was_read,
    grades::sources_fit_how_they_were_read,
    words::weak_claims_say_so,
    words::sentences_are_short,
    sentences::prose_ends,
    sentences::sentences_are_whole,
    sentences::initials_are_explained,
    seeds::nothing_is_copied,
];

/// Every problem of every rule, for the record of this crate.
pub fn problems(record: &Record) -> Vec<Diagnostic> {
    COMMON.iter().chain(&OWN).flat_map(|rule| rule(record)).collect()
}

/// Every problem of the rules that hold for any record.
pub fn common(record: &Record) -> Vec<Diagnostic> {
    COMMON.iter().flat_map(|rule| rule(record)).collect()
}
