//! The overview above the track: all years of the record at once, as columns of what is found in them, and the window
//! that shows which of them the track shows. Places are in thousandths of its width.

use crate::model::month::{month_day, month_of};
use crate::model::query_result::QueryResult;
use crate::model::timeline::{Scale, round};
use crate::model::when::Day;

/// How wide it is.
pub const WIDE: i32 = 1000;
/// How many columns it has at most.
const COLUMNS: usize = 150;
/// How many years are named at most, beside the first.
const NAMED: usize = 10;
/// How wide a name is with the gap beside it, in sixteenths of the size of words.
const NAME: i32 = 28;

/// The years of the record with what is found in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The first year of the first column.
    pub first: i32,
    /// How many years a column holds.
    pub step: i32,
    /// How many found lines begin in each column.
    pub columns: Vec<usize>,
}

impl Overview {
    /// Of what is found. The years are those of everything on the day, so that a filter leaves them where they are.
    pub fn new(found: &QueryResult) -> Overview {
        let (first, last) = found.years();
        let years = |step: usize| (last / step as i32 - first / step as i32) as usize + 1;
        let step = round(|step| years(step) <= COLUMNS);
        let mut columns = vec![0; years(step)];
        let step = step as i32;
        for entry in found.found() {
            let place = entry.when.year() / step - first / step;
            if let Some(number) = columns.get_mut(place as usize) {
                *number += 1;
            }
        }
        Overview { first: first / step * step, step, columns }
    }

    /// The first year after it.
    pub fn end(&self) -> i32 {
        self.first + self.step * self.columns.len() as i32
    }

    /// The years that are named below it, as many as have room in a width.
    pub fn named(&self, width: i32) -> impl Iterator<Item = i32> {
        let (first, end) = (self.first, self.end());
        let most = NAMED.min((width / NAME).max(1) as usize);
        let step = round(|step| (end - first) as usize / step <= most) as i32;
        ((first + step - 1) / step..).map(move |number| number * step).take_while(move |year| *year < end)
    }

    /// Where a day begins; at its edge if the day is not within.
    pub fn x(&self, day: Day) -> i32 {
        let (from, to) = self.days();
        let x = (i64::from(day) - i64::from(from)) * i64::from(WIDE) / i64::from(to - from);
        x.clamp(0, i64::from(WIDE)) as i32
    }

    /// From which day on and before which day it stands for.
    pub fn days(&self) -> (Day, Day) {
        (month_day(self.first * 12), month_day(self.end() * 12))
    }
}

/// The part of the years that a track shows, from one month to before another: whole years where it shows four or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first month, counted from the beginning of the year 0000.
    pub from: i32,
    /// The month after its last.
    pub to: i32,
    /// By how many months a handle moves.
    pub step: i32,
}

impl Window {
    /// Of a track as many pixels wide, as near as whole steps come.
    pub fn new(scale: Scale, width: i32) -> Window {
        let (from, to) = scale.edges(width);
        let step = if scale.shows_few(width) { 1 } else { 12 };
        let nearest = |day: Day| month_of(day.saturating_add(15 * step)).div_euclid(step) * step;
        Window { from: nearest(from), to: nearest(to).max(nearest(from) + step), step }
    }

    /// Its days after its first edge was moved to a month, which stays before the other edge.
    pub fn from(self, month: i32) -> (Day, Day) {
        (month_day(month.min(self.to - self.step)), month_day(self.to))
    }

    /// Its days after its last edge was moved, likewise.
    pub fn to(self, month: i32) -> (Day, Day) {
        (month_day(self.from), month_day(month.max(self.from + self.step)))
    }
}
