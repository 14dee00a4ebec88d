//! Editorial rules: what a record must keep to beyond being well formed. A rule is one function, from the record to
//! its problems, so that all of them are told at once beside those of [`crate::model::check`].

mod dates;
mod grades;
mod links;
mod papers;
mod places;
mod said;
pub mod seeds;
mod words;

use super::wire::Record;
use crate::model::dataset::Problem;
pub use words::LOOKED_FOR;

type Rule = fn(&Record) -> Vec<Problem>;

const RULES: [Rule; 12] = [
    dates::stated_before_published,
    dates::ends_are_said,
    papers::members_signed,
    grades::not_above_the_sources,
    words::weak_claims_say_so,
    words::sentences_are_short,
    seeds::nothing_is_copied,
    links::forbidden,
    places::in_range,
    places::in_texts,
    places::of_something,
    places::own_ids,
];

/// Every problem of every rule.
pub fn problems(record: &Record) -> Vec<Problem> {
    RULES.iter().flat_map(|rule| rule(record)).collect()
}
