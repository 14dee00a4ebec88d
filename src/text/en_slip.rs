//! The words of the slip chart, in English.

use super::SlipText;
use super::en_grammar::{MONTHS, apart, capital, in_era, list, number, plain, when as worded};
use crate::model::event::Kind;
use crate::model::headline::Rule;
use crate::model::moved::Moved;
use crate::model::slip::Row;
use crate::model::when::{Certainty, Date, End, Part, When};

pub(super) const SLIP: SlipText = SlipText {
    heading: |rows| match rows {
        1 => "One milestone and every date given for it".to_string(),
        rows => format!("{} milestones and every date given for them", capital(&number(rows))),
    },
    key: [
        "a statement, at the date it gave: the paler, the earlier it was made",
        "a range, or a date with an open end",
        "a weak source",
        "flown",
    ],
    checked: "record checked",
    stood: "as it stood on",
    day: exact,
    ahead: "still ahead",
    rule: |planned, parts| {
        let parts: Vec<String> = parts.iter().map(|of| part(of.rule, of.milestones.len(), planned)).collect();
        match &parts[..] {
            [] => String::new(),
            parts => format!("The rows are {}.", list(parts, "and")),
        }
    },
    bodies: |bodies| list(bodies, "and"),
    date: short,
    reached: |kind, when| format!("{} {}", verb(kind), short(when)),
    words,
    given,
    since: |year| format!("since {}", in_era(year)),
    undated: "no date stated yet",
    sentence,
    all: |milestones, statements| format!("All {milestones} milestones and {statements} statements"),
    table: "The same as a table",
    table_head: ["Milestone", "First date", "Stated", "Date now", "How far it moved", "How often given"],
};

/// How far the date of a row moved.
fn words(row: &Row) -> String {
    match &row.moved {
        _ if row.weak => "on weak sources alone".to_string(),
        None if row.withdrawn => "withdrawn".to_string(),
        None => "one date so far".to_string(),
        Some(moved) if row.withdrawn => format!("{}, then withdrawn", far(moved)),
        Some(moved) => far(moved),
    }
}

fn given(times: usize) -> String {
    match times {
        1 => "given once".to_string(),
        2 => "given twice".to_string(),
        times => format!("given {times} times"),
    }
}

/// What a row shows.
fn sentence(name: &str, row: &Row) -> String {
    let when = worded;
    let last = match row.reached {
        Some(_) => format!("The event is dated {}: {}.", when(&row.last.0), words(row)),
        None if row.number == 1 => format!("{}.", capital(&words(row))),
        None => {
            let (last, stated) = (when(&row.last.0), when(&row.stated.1));
            format!("The newest is “{last}”, in a statement dated {stated}: {}.", words(row))
        }
    };
    let (first, stated, given) = (when(&row.first.0), when(&row.stated.0), given(row.number));
    format!("{name}: the first date was “{first}”, in a statement dated {stated}. {last} A date was {given}.")
}

/// What a rule gives, and how many.
fn part(rule: Rule, count: usize, planned: Option<&When>) -> String {
    let plan = planned.map_or("the plan".to_string(), |when| format!("the plan of {}", worded(when)));
    match (rule, count) {
        (Rule::Phase, 1) => format!("the one mission in the first phase of {plan} that had not flown then"),
        (Rule::Phase, count) => {
            format!("the {} missions in the first phase of {plan} that had not flown then", number(count))
        }
        (Rule::Station, 1) => "the one date that the plan gives the station itself".to_string(),
        (Rule::Station, count) => {
            format!("the {} dates that the plan gives the station itself", number(count))
        }
        (Rule::Crew, 1) => "the first crew of one programme".to_string(),
        (Rule::Crew, count) => format!("the first crews of {} programmes", number(count)),
    }
}

/// What has happened when a milestone of a kind is reached.
fn verb(kind: Kind) -> &'static str {
    match kind {
        Kind::Launch => "flew",
        Kind::Landing => "landed",
        Kind::Agreement => "was signed",
        Kind::Construction => "was built",
        Kind::Statement | Kind::Loss | Kind::Other => "happened",
    }
}

/// How far a date moved.
fn far(moved: &Moved) -> String {
    match *moved {
        Moved::By(0, 0) | Moved::Months(0) => "the same as at first".to_string(),
        Moved::By(least, most) if least == most => later(least),
        Moved::By(least, most) if least > 0 => format!("{least} to {}", later(most)),
        Moved::By(least, most) if most < 0 => format!("{} to {}", -most, later(least)),
        Moved::By(least, 0) => format!("up to {}", later(least)),
        Moved::By(0, most) => format!("up to {}", later(most)),
        Moved::By(least, most) => format!("{} to {}", later(least), later(most)),
        Moved::Months(months) => apart(months, "month"),
        Moved::AtLeast(0) => "the same year or later".to_string(),
        Moved::AtLeast(years) if years < 0 => format!("up to {}, or later", later(years)),
        Moved::AtLeast(years) => format!("at least {}", later(years)),
        Moved::UpTo(0) => "the same year or earlier".to_string(),
        Moved::UpTo(years) if years < 0 => format!("at least {}", later(years)),
        Moved::UpTo(years) => format!("up to {}", later(years)),
    }
}

fn later(years: i32) -> String {
    apart(years, "year")
}

/// A date under a mark: no finer than a month.
fn short(when: &When) -> String {
    let about =
        |text: String| if when.certainty() == Certainty::Stated { text } else { format!("about {text}") };
    match when {
        When::Date(date) => about(month(date)),
        When::Interval(End::Date(start), End::Date(end)) => about(match (month(start), month(end)) {
            (start, end) if start == end => end,
            (from, until) if start.year() == end.year() => {
                format!("{}–{until}", from.rsplit_once(' ').map_or(&*from, |(from, _)| from))
            }
            (from, until) => format!("{from}–{until}"),
        }),
        When::Interval(_, End::Date(end)) => format!("by end {}", month(end)),
        When::Interval(End::Date(start), _) => format!("{} or later", month(start)),
        When::Interval(..) => String::new(),
    }
}

/// A day in short; of anything less exact, its month or year.
fn exact(when: &When) -> String {
    match when {
        When::Date(date) => match date.part() {
            Part::Day(_, day) => format!("{day} {}", month(date)),
            _ => month(date),
        },
        _ => short(when),
    }
}

fn month(date: &Date) -> String {
    let year = in_era(date.year());
    let name = |number: u8| MONTHS[usize::from(number) - 1].get(..3).unwrap_or_default();
    match date.part() {
        Part::Century | Part::Decade | Part::Year | Part::Season(21..=23) => plain(date),
        Part::SomeMonth | Part::SomeDay => year,
        Part::Season(_) => format!("winter {year}"),
        Part::Month(number) | Part::DayOf(number) | Part::Day(number, _) => {
            format!("{} {year}", name(number))
        }
    }
}
