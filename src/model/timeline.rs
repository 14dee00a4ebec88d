//! The track of the timeline: where each mark stands, in whole pixels from the left edge.
//!
//! A lane for each kind of thing, with one row to three. A mark is one line, or several that would overlap: they
//! are drawn as one, which says how many it holds and opens by zooming. Marks never overlap within a row.

use crate::model::asof::Entry;
use crate::model::bits::Bits;
use crate::model::dataset::Dataset;
use crate::model::event::Kind;
use crate::model::index::Index;
use crate::model::when::{Certainty, Day, End, When, civil, days};

/// Width of the smallest mark: what a finger needs.
pub const SIZE: i32 = 24;
/// What stays free between two marks.
const GAP: i32 = 2;
/// Width of a mark that holds several, with room for their number: where a few lines are, and where very many are,
/// which at less would be a hundred marks a lane.
const CLUSTER: (i32, i32) = (32, 64);
/// How many rows a lane has at most.
const ROWS: usize = 3;
/// Closest and widest a scale may be, in thousandths of a pixel for a day.
const RATES: (i32, i32) = (1, 24_000);

/// Where a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The day at the left edge.
    pub left: Day,
    /// Thousandths of a pixel for a day.
    pub rate: i32,
}

/// One line of the timeline, or several that would overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The lane, by its place among [`Track::lanes`].
    pub lane: usize,
    /// The row of the lane.
    pub row: usize,
    /// Its left edge.
    pub x: i32,
    /// Its right edge, exclusive.
    pub end: i32,
    /// Where the next mark of the row begins; [`i32::MAX`] if there is none.
    pub next: i32,
    /// Its first line, by its place on the day.
    pub first: usize,
    /// How many lines it holds.
    pub number: usize,
    /// From the first day to the last on which one of them begins.
    pub days: (Day, Day),
}

/// A lane: the lines of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The kind.
    pub kind: Kind,
    /// Its rows, one below the other.
    pub rows: usize,
    /// Whether it holds so many lines that they are told by their number.
    pub dense: bool,
}

/// Everything on the track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Where each day stands.
    pub scale: Scale,
    /// The lanes that hold something, from the top.
    pub lanes: Vec<Lane>,
    /// The marks, by the date of their first line.
    pub marks: Vec<Mark>,
    /// The mark that holds the line asked for.
    pub current: Option<usize>,
}

impl Scale {
    /// The scale on which this span just fills a width.
    pub fn fit((from, to): (Day, Day), width: i32) -> Scale {
        let days = i64::from(to) - i64::from(from) + 1;
        Scale { left: from, rate: (i64::from(width) * 1000 / days.max(1)) as i32 }.within()
    }

    /// Where a day begins.
    pub fn x(self, day: Day) -> i32 {
        // Both from one origin, so that marks that share a pixel still do after the track has moved.
        (self.pixel(day) - self.pixel(self.left)).clamp(-1_000_000_000, 1_000_000_000) as i32
    }

    /// The day at a place.
    pub fn day(self, x: i32) -> Day {
        let day = ((self.pixel(self.left) + i64::from(x)) * 1000).div_euclid(i64::from(self.rate));
        day.clamp(i64::from(FIRST), i64::from(LAST)) as Day
    }

    fn pixel(self, day: Day) -> i64 {
        (i64::from(day) * i64::from(self.rate)).div_euclid(1000)
    }

    /// Twice as close, or as far, about a place.
    pub fn zoomed(self, x: i32, closer: bool) -> Scale {
        let rate = if closer { self.rate.saturating_mul(2) } else { self.rate / 2 };
        let zoomed = Scale { rate, ..self }.within();
        zoomed.panned(zoomed.x(self.day(x)) - x)
    }

    /// Moved by as many pixels.
    pub fn panned(self, by: i32) -> Scale {
        Scale { left: self.day(by), ..self }
    }

    /// Whether it is as close as it gets.
    pub fn closest(self) -> bool {
        self.rate == RATES.1
    }

    fn within(self) -> Scale {
        Scale { rate: self.rate.clamp(RATES.0, RATES.1), ..self }
    }
}

/// Years 0000 to 9999, which are all that can be written.
const FIRST: Day = -719_528;
const LAST: Day = 2_932_896;

impl Track {
    /// Puts the found lines on the scale. `current` is the place of the line the reader stands on.
    pub fn new(data: &Dataset, index: &Index, hits: &Bits, scale: Scale, current: Option<usize>) -> Track {
        let mut numbers = [0; Kind::ALL.len()];
        hits.iter().for_each(|place| numbers[index.entries[place].kind(data) as usize] += 1);
        let kinds = Kind::ALL.iter().copied().filter(|kind| numbers[*kind as usize] > 0);
        let lane = |kind: Kind| Lane {
            kind,
            rows: rows(numbers[kind as usize]),
            dense: numbers[kind as usize] >= DENSE,
        };
        let lanes: Vec<Lane> = kinds.map(lane).collect();
        let mut track = Track { scale, lanes, marks: Vec::new(), current: None };
        let mut last = [[None; ROWS]; Kind::ALL.len()];
        for place in hits.iter() {
            let entry = &index.entries[place];
            let kind = entry.kind(data);
            let lane = track.lanes.iter().position(|lane| lane.kind == kind).unwrap_or(0);
            let mark = track.put(entry, place, lane, &mut last[lane]);
            if current == Some(place) {
                track.current = Some(mark);
            }
        }
        track
    }

    /// Puts one line into the first free row of its lane, or into the mark there that ends first; gives back the mark.
    fn put(&mut self, entry: &Entry, place: usize, lane: usize, last: &mut [Option<usize>; ROWS]) -> usize {
        let (x, end) = extent(&entry.when, self.scale);
        let start = entry.when.known_start();
        let Lane { rows, dense, .. } = self.lanes[lane];
        let right = |row: usize| last[row].map_or(i32::MIN, |mark: usize| self.marks[mark].end);
        if let Some(row) = (0..rows).find(|row| right(*row).saturating_add(GAP) <= x) {
            if let Some(before) = last[row] {
                self.marks[before].next = x;
            }
            let days = (start, start);
            self.marks.push(Mark { lane, row, x, end, next: i32::MAX, first: place, number: 1, days });
            last[row] = Some(self.marks.len() - 1);
            return self.marks.len() - 1;
        }
        let row = (0..rows).min_by_key(|row| right(*row)).unwrap_or(0);
        let joined = last[row].unwrap_or(0);
        let mark = &mut self.marks[joined];
        if mark.number == 1 {
            // A bar that becomes one of several gives up its length, so that what comes later finds room.
            let held = mark.x + if dense { CLUSTER.1 } else { CLUSTER.0 };
            mark.end = if x < held { held } else { x + SIZE };
        }
        mark.number += 1;
        mark.days = (mark.days.0.min(start), mark.days.1.max(start));
        joined
    }
}

/// From this many lines a lane is told by numbers.
const DENSE: usize = 500;

/// A few lines need one row; so do very many, which are told by their number anyway.
fn rows(number: usize) -> usize {
    match number {
        0..=4 | DENSE.. => 1,
        5..=20 => 2,
        _ => ROWS,
    }
}

/// The left and right edge of a line: as long as its date, but never too small to point at.
pub fn extent(when: &When, scale: Scale) -> (i32, i32) {
    let (x, end) = (scale.x(when.known_start()), scale.x(when.known_end().saturating_add(1)));
    let left = (x + end - SIZE).div_euclid(2);
    if end - x >= SIZE { (x, end) } else { (left, left + SIZE) }
}

/// Whether a date is not sharp at its start and at its end: open, unknown, approximate or uncertain there.
pub fn soft(when: &When) -> (bool, bool) {
    let of = |end: &End| match end {
        End::Date(date) => date.certainty() != Certainty::Stated,
        End::Open | End::Unknown => true,
    };
    match when {
        When::Date(date) => (date.certainty() != Certainty::Stated, date.certainty() != Certainty::Stated),
        When::Interval(start, end) => (of(start), of(end)),
    }
}

/// The span in which nine tenths of the found lines begin, in whole years: what a reader sees first.
pub fn span(index: &Index, hits: &Bits) -> (Day, Day) {
    let starts: Vec<Day> = hits.iter().map(|place| index.entries[place].when.known_start()).collect();
    let last = starts.len().saturating_sub(1);
    let start = |place: usize| starts.get(place).copied().unwrap_or(index.day.day);
    years(start(last / 12), start(last - last / 60))
}

/// The span of all found lines.
pub fn whole(index: &Index, hits: &Bits) -> (Day, Day) {
    let starts = || hits.iter().map(|place| index.entries[place].when);
    let from = starts().map(|when| when.known_start()).min().unwrap_or(index.day.day);
    let to = starts().map(|when| when.known_end()).max().unwrap_or(index.day.day);
    years(from, to)
}

fn years(from: Day, to: Day) -> (Day, Day) {
    (days(civil(from).0, 1, 1), days(civil(to).0, 12, 31))
}

/// A line down the track with the date it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it stands.
    pub x: i32,
    /// The year, month or day that begins there.
    pub when: When,
}

/// The ticks of a scale in a width, at least `apart` pixels from one another.
pub fn ticks(scale: Scale, width: i32, apart: i32) -> Vec<Tick> {
    let wide = |months: i32| i64::from(scale.rate) * 30 * i64::from(months) / 1000; // a month, about
    let step = MONTHS.into_iter().find(|months| wide(*months) >= i64::from(apart)).unwrap_or(12_000);
    // Where a month is wide enough for more, its days stand between.
    let within: &[u8] = match wide(1) / i64::from(apart) {
        0..=3 => &[1],
        4..=7 => &[1, 11, 21],
        _ => &[1, 6, 11, 16, 21, 26],
    };
    let (year, month, _) = civil(scale.left);
    let first = (year * 12 + i32::from(month) - 1).div_euclid(step);
    let mut ticks = Vec::new();
    for months in (first..).map(|number| number * step) {
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
        if scale.x(days(year, month, 1)) > width || year > 9999 {
            break;
        }
        for day in within.iter().copied() {
            let at = days(year, month, day);
            let when = match (day, step % 12) {
                (1, 0) => When::from_year(year),
                (1, _) => When::from_month(year, month),
                _ => When::from_day(at),
            };
            let x = scale.x(at);
            if (0..=width).contains(&x) && year >= -9999 {
                ticks.push(Tick { x, when });
            }
        }
    }
    ticks
}

/// Steps between ticks, in months.
const MONTHS: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];
