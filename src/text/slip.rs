//! `SlipText`: what the slip chart says.

use super::words::{Words, texts};
use crate::model::event::Kind;
use crate::model::headline::{Part, Rule};
use crate::model::moved::Moved;
use crate::model::slip::Row;
use crate::model::when::When;

texts! {
    /// What the slip chart says.
    SlipText {
        plain {
            /// What precedes the day shown, at the end of the record and before it.
            checked,
            stood,
            ahead,
            undated,
            table,
        }
        lists {
            /// What a dot, a bar, a ring and a triangle are.
            key: 4,
            table_head: 6,
        }
        messages {
            heading(rows: usize),
            /// A day in short; of anything less exact, its month or year.
            day(when: &When),
            rule_phase(missions: usize, planned: Option<&When>),
            rule_station(dates: usize),
            rule_crew(crews: usize),
            rows_are(parts: &[String]),
            names(names: &[String]),
            /// A date below a mark.
            date(when: &When),
            reached_on(kind: &str, when: &When),
            given(times: usize),
            /// The year in which a milestone was first given a date.
            since(year: i32),
            weak_alone(),
            withdrawn(),
            once(),
            withdrawn_after(moved: &str),
            same(),
            years(years: i32, way: &str),
            years_between(least: i32, most: i32, way: &str),
            years_at_most(years: i32, way: &str),
            years_at_least(years: i32, way: &str),
            years_either_way(earlier: i32, later: i32),
            years_or_later(years: i32),
            months(months: i32, way: &str),
            same_or_later(),
            same_or_earlier(),
            row_first(name: &str, first: &When, stated: &When),
            row_reached(last: &When, moved: &str),
            row_newest(last: &When, stated: &When, moved: &str),
            row_single(kind: &str),
            row_given(times: usize),
            /// The link to all rows.
            all(milestones: usize, statements: usize),
        }
    }
}

impl Words<SlipText> {
    /// By which rules the rows were chosen, of a plan made then.
    pub fn rule(self, planned: Option<&When>, parts: &[Part]) -> String {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| match (part.rule, part.milestones.len()) {
                (Rule::Phase, missions) => self.rule_phase(missions, planned),
                (Rule::Station, dates) => self.rule_station(dates),
                (Rule::Crew, crews) => self.rule_crew(crews),
            })
            .collect();
        if parts.is_empty() { String::new() } else { self.rows_are(&parts) }
    }

    /// The bodies behind a milestone.
    pub fn bodies(self, bodies: &[String]) -> String {
        self.names(bodies)
    }

    /// A date below a mark by which the milestone was reached.
    pub fn reached(self, kind: Kind, when: &When) -> String {
        self.reached_on(kind.word(), when)
    }

    /// How far the date of a row moved.
    pub fn words(self, row: &Row) -> String {
        match &row.moved {
            _ if row.weak => self.weak_alone(),
            None if row.withdrawn => self.withdrawn(),
            None => self.once(),
            Some(moved) if row.withdrawn => self.withdrawn_after(&self.far(*moved)),
            Some(moved) => self.far(*moved),
        }
    }

    /// What a row shows, for who does not see it.
    pub fn sentence(self, name: &str, row: &Row) -> String {
        let first = self.row_first(name, &row.first.0, &row.stated.0);
        let last = match row.reached {
            Some(_) => self.row_reached(&row.last.0, &self.words(row)),
            None if row.number == 1 => self.row_single(match row {
                Row { weak: true, .. } => "weak",
                Row { withdrawn: true, .. } => "withdrawn",
                _ => "once",
            }),
            None => self.row_newest(&row.last.0, &row.stated.1, &self.words(row)),
        };
        self.locale.sentences(&self.locale.sentences(&first, &last), &self.row_given(row.number))
    }

    /// How far a date moved.
    fn far(self, moved: Moved) -> String {
        let way = |number: i32| if number < 0 { "earlier" } else { "later" };
        match moved {
            Moved::By(0, 0) | Moved::Months(0) => self.same(),
            Moved::By(least, most) if least == most => self.years(most.abs(), way(most)),
            Moved::By(least, most) if most < 0 => self.years_between(-most, -least, "earlier"),
            Moved::By(least, most) if least > 0 => self.years_between(least, most, "later"),
            Moved::By(least, 0) => self.years_at_most(-least, "earlier"),
            Moved::By(0, most) => self.years_at_most(most, "later"),
            Moved::By(least, most) => self.years_either_way(-least, most),
            Moved::Months(months) => self.months(months.abs(), way(months)),
            Moved::AtLeast(0) => self.same_or_later(),
            Moved::AtLeast(years) if years < 0 => self.years_or_later(-years),
            Moved::AtLeast(years) => self.years_at_least(years, "later"),
            Moved::UpTo(0) => self.same_or_earlier(),
            Moved::UpTo(years) if years < 0 => self.years_at_least(-years, "earlier"),
            Moved::UpTo(years) => self.years_at_most(years, "later"),
        }
    }
}
