//! Dates of every form that EDTF level 1 has.

use super::AS_OF;
use super::chance::Chance;
use ilrs_explainer::model::when::{Day, When, civil, days};

/// The cut-off as a day.
pub fn as_of() -> Day {
    AS_OF.parse::<When>().ok().and_then(|when| when.exact_day()).expect("the cut-off is a day")
}

/// A plain day from the start of this year to the cut-off.
pub fn day(chance: &mut Chance, from_year: i32) -> String {
    When::from_day(chance.between(days(from_year, 1, 1), as_of())).to_string()
}

/// A date that had wholly passed by the cut-off.
pub fn past(chance: &mut Chance, from_year: i32) -> String {
    passed(chance, days(from_year, 10, 4), as_of())
}

/// A date of any form that begins about here at the earliest and has wholly passed by then.
pub fn passed(chance: &mut Chance, first: Day, last: Day) -> String {
    let day = chance.between(first, last);
    let date = match chance.below(20) {
        0 => format!("../{}", When::from_day(day)),
        1 => format!("/{}", When::from_day(day)),
        2 => interval(chance, day),
        _ => single(chance, day),
    };
    let passed = date.parse::<When>().is_ok_and(|when| when.latest() <= last);
    if passed { date } else { When::from_day(day).to_string() }
}

/// A date that may lie ahead, as a promise gives it; half of them are years.
pub fn promised(chance: &mut Chance, day: Day) -> String {
    let (year, ..) = civil(day);
    match chance.below(20) {
        0..8 => format!("{year:04}{}", sure(chance)),
        8 => format!("../{year:04}"),
        9 => format!("{year:04}/.."),
        10 => format!("{year:04}/"),
        11..14 => interval(chance, day),
        _ => single(chance, day),
    }
}

/// A date in which this day lies, or one near it.
fn single(chance: &mut Chance, day: Day) -> String {
    let (year, month, _) = civil(day);
    let date = match chance.below(24) {
        0..11 => When::from_day(day).to_string(),
        11..15 => format!("{year:04}-{month:02}"),
        15..18 => format!("{year:04}"),
        18 => format!("{year:04}-{}", 21 + chance.below(4)),
        19 => format!("{:03}X", year / 10),
        20 => format!("{year:04}-XX"),
        21 => format!("{year:04}-XX-XX"),
        22 => format!("{year:04}-{month:02}-XX"),
        _ if chance.in_hundred(20) => format!("{:02}XX", year / 100),
        _ => format!("{year:04}-{month:02}"),
    };
    date + sure(chance)
}

/// An interval of some days, months or years from this day on.
fn interval(chance: &mut Chance, day: Day) -> String {
    let (year, month, _) = civil(day);
    let later = chance.between(0, 3);
    match chance.below(3) {
        0 => format!("{}/{}", When::from_day(day), When::from_day(day + 9 * later)),
        1 => format!("{year:04}-{month:02}/{:04}-12{}", year + later, sure(chance)),
        _ => format!("{year:04}{}/{:04}", sure(chance), year + later),
    }
}

/// Mostly nothing; sometimes about, uncertain or both.
fn sure(chance: &mut Chance) -> &'static str {
    match chance.below(20) {
        0 | 1 => "~",
        2 | 3 => "?",
        4 => "%",
        _ => "",
    }
}
