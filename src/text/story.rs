//! `StoryText`: what the story of the front page says.

use super::words::{Words, texts};
use crate::model::item::Group;
use crate::model::when::When;

texts! {
    /// What the story says.
    StoryText {
        plain {
            what,
            who,
            flies,
            when,
            disputed,
            next,
            /// What bears out a figure that is counted over the record.
            counted,
            counted_here,
            counted_link,
            in_sources,
            joined,
            counts,
            lanes,
            crews,
            ahead,
            changes,
            next_rule,
            no_date,
        }
        lists {
            /// Members that are named, and those that are not.
            bricks: 2,
            /// What has flown, is promised, has no date of its own, is a landing to come, was lost.
            stands: 5,
        }
        messages {
            name(chapters: usize),
            /// For which day the chapters were written.
            written(when: &When),
            mark_of(number: usize, grade: &str, what: &str),
            in_by_paper(states: usize, founders: &[String]),
            others_count(numbers: &[String], of: &[String]),
            /// The highest number that somebody gave.
            unnamed(who: &str, number: u32, of: &str, when: &When),
            listed_few(names: &[String]),
            listed_many(number: usize),
            /// Missions of the treaty's phases, and those of them that have flown.
            flown(phases: usize, all: usize, flown: usize),
            first_phase(span: &When),
            /// Flights that share a date, by the first and the last of them.
            several(first: &str, last: &str),
            lane_of(group: &str),
            /// The first date of a milestone, and the year in which it was given.
            first(label: &str, when: &When, year: i32),
            /// What follows it: the newest of so many.
            newest(times: usize, when: &When),
            questions_read(all: usize, read: usize, which: &str),
            newest_position(when: &When),
            all_questions(all: usize),
            next_date(label: &str, when: &When),
            /// The newest statement that changed a date.
            last_change(label: &str, stated: &When, before: Option<&When>, after: Option<&When>),
        }
    }
}

impl Words<StoryText> {
    /// The name of a mark, with the grade where it is not high.
    pub fn mark(self, number: usize, grade: Option<&str>, what: &str) -> String {
        self.mark_of(number, grade.unwrap_or("none"), what)
    }

    /// The numbers that others give, and of what.
    pub fn others(self, numbers: &[u32], of: &[String]) -> String {
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        self.others_count(&numbers, of)
    }

    /// Those that some list and others do not.
    pub fn listed(self, names: &[String]) -> String {
        if names.len() > 4 { self.listed_many(names.len()) } else { self.listed_few(names) }
    }

    /// Whose flights stand in a lane.
    pub fn whose(self, group: Group) -> String {
        self.lane_of(group.word())
    }

    /// How many questions there are, and with how many of them our reading stands.
    pub fn questions(self, all: usize, read: usize) -> String {
        let which = match read {
            0 => "none",
            _ if read == all => "all",
            _ => "some",
        };
        self.questions_read(all, read, which)
    }
}
