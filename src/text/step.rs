//! `StepText`: the words of the step chart.

use crate::model::step::Slope;

/// The words of the step chart.
pub struct StepText {
    pub label: &'static str,
    pub milestone: &'static str,
    /// What is chosen by the switch, and its two ways.
    pub reading: &'static str,
    pub promised: &'static str,
    pub moved: &'static str,
    /// What stands up in each of them, and across.
    pub up: &'static str,
    pub up_moved: &'static str,
    pub across: &'static str,
    /// What a date is on the diagonal.
    pub diagonal: &'static str,
    /// How far the first date lay ahead.
    pub lead: fn(years: i32) -> String,
    /// Who gave a date, and in which year.
    pub speaker: fn(who: &str, year: i32) -> String,
    pub slope: fn(&Slope) -> String,
    pub note: &'static str,
    pub hint: &'static str,
    pub whole: fn(name: &str) -> String,
}
