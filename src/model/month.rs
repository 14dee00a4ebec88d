//! Months counted from the beginning of the year 0000: in them the track has its columns and its window.

use crate::model::when::{Day, When, civil, days};

/// The first day of a month that is counted from the beginning of the year 0000.
pub fn month_day(months: i32) -> Day {
    days(months.div_euclid(12), months.rem_euclid(12) as u8 + 1, 1)
}

/// The month of a day, counted likewise.
pub fn month_of(day: Day) -> i32 {
    let (year, month, _) = civil(day);
    year * 12 + i32::from(month) - 1
}

/// From one month to before another, by the first and the last of them, or by their years where steps are years.
pub fn period(from: i32, to: i32, step: i32) -> (When, When) {
    let when = |month: i32| match step {
        1 => When::from_month(month.div_euclid(12), month.rem_euclid(12) as u8 + 1),
        _ => When::from_year(month.div_euclid(12)),
    };
    (when(from), when(to - 1))
}
