//! The words of the step chart, in English.

use super::StepText;
use super::en_grammar::in_era;
use crate::model::step::Slope;

pub(super) const STEP: StepText = StepText {
    label: "How the promised date moved",
    milestone: "Milestone",
    reading: "What stands up in the chart",
    promised: "Date promised",
    moved: "Years moved",
    up: "date promised",
    up_moved: "years later than the first date",
    across: "day it was stated",
    diagonal: "the day of speaking",
    lead: |years| match years {
        1 => "1 year ahead".to_string(),
        years => format!("{years} years ahead"),
    },
    speaker: |who, year| format!("{}, {}", who.split(',').next().unwrap_or(who), in_era(year)),
    slope,
    note: "One year is as long upwards as across. A ring rests on a weak source, and the line leaves it out. A \
           cross takes a date back.",
    hint: "Press a dot, or move with the arrow keys, to see who said it.",
    whole: |name| format!("{name} on a page of its own, with every source"),
};

/// In years and tenths, and below a year in months.
fn slope(Slope { passed, later }: &Slope) -> String {
    let way = if *later { "later" } else { "earlier" };
    let every = match (passed + 50) / 100 {
        ..10 => match (passed * 12 + 500) / 1000 {
            ..=1 => "month".to_string(),
            months => format!("{months} months"),
        },
        10 => "year".to_string(),
        tenths if tenths % 10 == 0 => format!("{} years", tenths / 10),
        tenths => format!("{}.{} years", tenths / 10, tenths % 10),
    };
    format!("In all, the date moved about a year {way} for every {every} that passed.")
}
