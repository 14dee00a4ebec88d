//! `Moved`: how far a date lies from the first one, as far as the two say.

use crate::model::when::{Day, When, civil};

/// How far a date moved, in years; negative if it came nearer. A range or a year is a span of time, so the answer is
/// one too: from the years between the lower ends to those between the upper ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// By one of these, the smaller first.
    By(i32, i32),
    /// By so many months, and by less than half a year: both dates are finer than a year.
    Months(i32),
    /// By so many or more: the new date has no end, or the old one no beginning.
    AtLeast(i32),
    /// By so many or fewer: the new date has no beginning, or the old one no end.
    UpTo(i32),
}

impl Moved {
    /// From one date to another.
    pub fn new(first: &When, last: &When) -> Moved {
        match (Span::new(first), Span::new(last)) {
            (Span::Until(from), Span::Until(to)) | (Span::From(from), Span::From(to)) => {
                let years = year(to) - year(from);
                Moved::By(years, years)
            }
            (Span::Until(from) | Span::Both(from, _), Span::From(to)) => {
                Moved::AtLeast(year(to) - year(from))
            }
            (Span::From(from) | Span::Both(_, from), Span::Until(to)) => Moved::UpTo(year(to) - year(from)),
            (Span::Until(from), Span::Both(to, _)) => Moved::AtLeast(year(to) - year(from)),
            (Span::From(from), Span::Both(_, to)) => Moved::UpTo(year(to) - year(from)),
            (Span::Both(from, until), Span::Both(to, end)) => {
                if until - from < FINE && end - to < FINE {
                    return fine(last.middle() - first.middle());
                }
                let (lower, upper) = (year(to) - year(from), year(end) - year(until));
                Moved::By(lower.min(upper), lower.max(upper))
            }
        }
    }
}

/// A date that spans fewer days than this is finer than a year.
const FINE: Day = 330;

/// Both dates are fine, so the days between them count, and not the years they lie in: from December to January is no year.
fn fine(days: Day) -> Moved {
    let years = (days.abs() * 4 + 730) / 1461 * days.signum();
    if years == 0 { Moved::Months((days.abs() + 15) / 30 * days.signum()) } else { Moved::By(years, years) }
}

/// What is known of a date.
enum Span {
    /// Both ends.
    Both(Day, Day),
    /// The lower end.
    From(Day),
    /// The upper end.
    Until(Day),
}

impl Span {
    fn new(when: &When) -> Span {
        match (when.earliest(), when.latest()) {
            (Day::MIN, end) => Span::Until(end),
            (start, Day::MAX) => Span::From(start),
            (start, end) => Span::Both(start, end),
        }
    }
}

fn year(day: Day) -> i32 {
    civil(day).0
}
