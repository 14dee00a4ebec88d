//! `StoryText`: the words of the story of the front page.

use crate::model::item::Group;
use crate::model::when::When;

/// The words of the story in one language.
pub struct StoryText {
    pub name: fn(chapters: usize) -> String,
    /// For which day the chapters were written.
    pub written: fn(&When) -> String,
    pub what: &'static str,
    pub who: &'static str,
    pub flies: &'static str,
    pub when: &'static str,
    pub disputed: &'static str,
    pub next: &'static str,
    /// The name of a mark, with the grade where it is not high.
    pub mark: fn(number: usize, grade: Option<&str>, what: &str) -> String,
    /// What bears out a figure that is counted over the record.
    pub counted: &'static str,
    pub counted_here: &'static str,
    pub counted_link: &'static str,
    pub in_sources: &'static str,
    pub in_by_paper: fn(states: usize, founders: &[String]) -> String,
    pub others: fn(numbers: &[u32], of: &[String]) -> String,
    pub unnamed: fn(who: &str, number: u32, of: &str, when: &When) -> String,
    /// Those that some list and others do not.
    pub listed: fn(names: &[String]) -> String,
    pub joined: &'static str,
    pub counts: &'static str,
    pub bricks: [&'static str; 2],
    pub flown: fn(phases: usize, all: usize, flown: usize) -> String,
    pub first_phase: fn(&When) -> String,
    pub lanes: &'static str,
    /// Flights that share a date, by the first and the last of them.
    pub several: fn(first: &str, last: &str) -> String,
    pub whose: fn(Group) -> &'static str,
    pub crews: &'static str,
    /// What has flown, is promised, has no date of its own, is a landing to come, was lost.
    pub stands: [&'static str; 5],
    /// The first date of a milestone, and the year in which it was given.
    pub first: fn(label: &str, when: &When, year: i32) -> String,
    /// What follows it: the newest of so many.
    pub newest: fn(times: usize, when: &When) -> String,
    pub questions: fn(all: usize, read: usize) -> String,
    pub newest_position: fn(&When) -> String,
    pub all_questions: fn(usize) -> String,
    pub next_date: fn(label: &str, when: &When) -> String,
    pub last_change: fn(label: &str, stated: &When, before: Option<&When>, after: Option<&When>) -> String,
    pub ahead: &'static str,
    pub changes: &'static str,
    pub next_rule: &'static str,
    pub no_date: &'static str,
}
