//! `StepText`: what the step chart says.

use super::words::{Words, texts};
use crate::model::step::Slope;

texts! {
    /// What the step chart says.
    StepText {
        plain {
            label,
            milestone,
            /// What is chosen by the switch, and its two ways.
            reading,
            promised,
            moved,
            /// What stands up in each of them, and across.
            up,
            up_moved,
            across,
            /// What a date is on the diagonal.
            diagonal,
            note,
            hint,
        }
        messages {
            /// How far the first date lay ahead.
            lead(years: i32),
            said_in(who: &str, year: i32),
            /// A statement on a milestone, with how sure it is and where it stands.
            statement(name: &str, said: &str, sure: &str, sources: &[String]),
            slope_of(way: &str, unit: &str, number: i32, tenths: i32),
            /// The link to the page of a milestone.
            whole(name: &str),
        }
    }
}

impl Words<StepText> {
    /// Who gave a date, and in which year.
    pub fn speaker(self, who: &str, year: i32) -> String {
        self.said_in(who.split(',').next().unwrap_or(who), year)
    }

    /// How far the date moved in the years that passed, in years and tenths, and below a year in months.
    pub fn slope(self, Slope { passed, later }: &Slope) -> String {
        let way = if *later { "later" } else { "earlier" };
        let tenths = (passed + 50) / 100;
        match tenths {
            ..10 => self.slope_of(way, "months", ((passed * 12 + 500) / 1000).max(1), 0),
            _ => self.slope_of(way, "years", tenths / 10, tenths % 10),
        }
    }
}
