//! The track of the timeline: where each mark stands, in whole pixels from the left edge. Such a pixel is a sixteenth of the
//! reader's size of words.
//!
//! A lane for each kind of thing. Where the lines have room, or as close as a month that fills a good part of the track,
//! a mark is a line with its name, in one row to three; those that would overlap are one mark, which says how many it
//! holds. Farther away a mark is a column of bricks: what begins in a year, or in a month where fewer than four years
//! show. A mark that holds several opens by coming closer. Marks never overlap within a row.

use crate::model::bits::Bits;
use crate::model::dataset::Dataset;
use crate::model::entry::{Entry, Status};
use crate::model::event::Kind;
use crate::model::index::Index;
use crate::model::month::{month_day, month_of, period};
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
    /// How many of them have not happened.
    pub promised: usize,
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
    /// How many lines it holds.
    pub number: usize,
    /// How many bricks its highest column has; 0 where it has none.
    pub bricks: usize,
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
    /// How many months a column of bricks holds; `None` where lines have their names.
    pub step: Option<i32>,
    /// How many lines a brick stands for.
    pub unit: usize,
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

    /// The days at the edges of a track of this width. Where a pixel is many days wide, [`Scale::day`] gives its first.
    pub fn edges(self, width: i32) -> (Day, Day) {
        let right = i64::from(self.left) + i64::from(width) * 1000 / i64::from(self.rate);
        (self.left, right.clamp(i64::from(FIRST), i64::from(LAST)) as Day)
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

    /// As close, from another day on.
    pub fn from(self, day: Day) -> Scale {
        Scale { left: day.clamp(FIRST, LAST), ..self }
    }

    /// Whether it is as close as it gets.
    pub fn closest(self) -> bool {
        self.rate == RATES.1
    }

    /// Whether fewer than four years show in a width.
    pub fn shows_few(self, width: i32) -> bool {
        i64::from(width) * 1000 < FOUR_YEARS * i64::from(self.rate)
    }

    /// How many pixels as many months are wide, about.
    fn months(self, months: i32) -> i64 {
        i64::from(self.rate) * i64::from(months) * 365 / 12_000
    }

    fn within(self) -> Scale {
        Scale { rate: self.rate.clamp(RATES.0, RATES.1), ..self }
    }
}

/// Years 0000 to 9999, which are all that can be written.
const FIRST: Day = -719_528;
const LAST: Day = 2_932_896;

/// How many days four years have.
const FOUR_YEARS: i64 = 1461;
/// A month is so wide that its lines have names.
const MONTH: i64 = 160;
/// Columns of bricks are at least as wide.
const COLUMN: i64 = 5;
/// For how many signs of its name a mark has room at least, if the name is not shorter.
const SIGNS: usize = 12;
/// How many bricks stand in a column at most.
const HIGH: usize = 30;

/// How many months a column holds on a scale, of which as many pixels show; `None` where lines have names however many
/// there are.
fn step(scale: Scale, width: i32) -> Option<i32> {
    match scale.shows_few(width) {
        true if scale.months(1) >= MONTH => None,
        true => Some(1),
        false => Some(YEARS.into_iter().find(|step| scale.months(*step) >= COLUMN).unwrap_or(12_000)),
    }
}

/// The smallest of 1, 2, 5, 10 and so on, of which `enough` is said.
pub fn round(enough: impl Fn(usize) -> bool) -> usize {
    let all = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.pow(power)));
    all.into_iter().find(|number| enough(*number)).unwrap_or(usize::MAX)
}

impl Track {
    /// Puts the found lines on the scale, of which as many pixels show. `current` is the place of the line the reader
    /// stands on.
    pub fn new(
        data: &Dataset,
        index: &Index,
        hits: &Bits,
        (scale, width): (Scale, i32),
        current: Option<usize>,
    ) -> Track {
        let mut numbers = [0; Kind::ALL.len()];
        hits.iter().for_each(|place| numbers[index.entries[place].kind(data) as usize] += 1);
        let kinds = Kind::ALL.iter().copied().filter(|kind| numbers[*kind as usize] > 0);
        let lane = |kind: Kind| {
            let number = numbers[kind as usize];
            Lane { kind, rows: rows(number), number, bricks: 0 }
        };
        let lanes: Vec<Lane> = kinds.map(lane).collect();
        let empty = Track { scale, lanes, marks: Vec::new(), current: None, step: None, unit: 1 };
        let named = empty.clone().filled(data, index, hits, current);
        match step(scale, width) {
            Some(step) if !named.fits(data, index) => {
                let mut track = Track { step: Some(step), ..empty }.filled(data, index, hits, current);
                track.pile();
                track
            }
            _ => named,
        }
    }

    fn filled(mut self, data: &Dataset, index: &Index, hits: &Bits, current: Option<usize>) -> Track {
        let mut last = [[None; ROWS]; Kind::ALL.len()];
        for place in hits.iter() {
            let entry = &index.entries[place];
            let kind = entry.kind(data);
            let lane = self.lanes.iter().position(|lane| lane.kind == kind).unwrap_or(0);
            let mark = match self.step {
                Some(step) => self.stack(entry, place, lane, step, &mut last[lane][0]),
                None => self.put(entry, place, lane, &mut last[lane]),
            };
            self.marks[mark].promised += usize::from(entry.statuses.main() != Status::Happened);
            if current == Some(place) {
                self.current = Some(mark);
            }
        }
        self
    }

    /// Whether every line has a mark of its own with room for its name, or for enough of it.
    fn fits(&self, data: &Dataset, index: &Index) -> bool {
        self.marks.iter().all(|mark| {
            let signs = data.label(index.entries[mark.first].at).chars().take(SIGNS).count() as i32;
            mark.number == 1 && mark.next.saturating_sub(mark.x) >= SIZE + 8 * signs
        })
    }

    /// Decides how many lines a brick stands for, and so how high the lanes are.
    fn pile(&mut self) {
        let most = self.marks.iter().map(|mark| mark.number).max().unwrap_or(0);
        self.unit = round(|unit| most.div_ceil(unit) <= HIGH);
        for lane in &mut self.lanes {
            lane.rows = 1;
        }
        for mark in &self.marks {
            let (happened, promised) = self.bricks(mark);
            let lane = &mut self.lanes[mark.lane];
            lane.bricks = lane.bricks.max(happened + promised);
        }
    }

    /// How many bricks a column has: for what has happened, and for what has not.
    pub fn bricks(&self, mark: &Mark) -> (usize, usize) {
        ((mark.number - mark.promised).div_ceil(self.unit), mark.promised.div_ceil(self.unit))
    }

    /// From when to when a mark holds lines: its column, or the days on which they begin.
    pub fn period(&self, mark: &Mark) -> (When, When) {
        let (from, to) = mark.days;
        match self.step {
            None => (When::from_day(from), When::from_day(to)),
            Some(step) => {
                let first = month_of(from).div_euclid(step) * step;
                period(first, first + step, step)
            }
        }
    }

    /// Puts one line into the column in which it begins; gives back its mark.
    fn stack(
        &mut self,
        entry: &Entry,
        place: usize,
        lane: usize,
        step: i32,
        last: &mut Option<usize>,
    ) -> usize {
        let start = entry.when.known_start();
        let first = month_of(start).div_euclid(step) * step;
        let (x, end) = (self.scale.x(month_day(first)), self.scale.x(month_day(first + step)));
        if let Some(before) = *last {
            let mark = &mut self.marks[before];
            if month_of(mark.days.0) >= first {
                mark.number += 1;
                mark.days.1 = mark.days.1.max(start);
                return before;
            }
        }
        self.add((lane, 0), (x, end), (place, start), last)
    }

    /// Puts one line into the first free row of its lane, or into the mark there that ends first; gives back the mark.
    fn put(&mut self, entry: &Entry, place: usize, lane: usize, last: &mut [Option<usize>; ROWS]) -> usize {
        let (x, end) = extent(&entry.when, self.scale);
        let start = entry.when.known_start();
        let Lane { rows, number, .. } = self.lanes[lane];
        let right = |row: usize| last[row].map_or(i32::MIN, |mark: usize| self.marks[mark].end);
        if let Some(row) = (0..rows).find(|row| right(*row).saturating_add(GAP) <= x) {
            return self.add((lane, row), (x, end), (place, start), &mut last[row]);
        }
        let row = (0..rows).min_by_key(|row| right(*row)).unwrap_or(0);
        let joined = last[row].unwrap_or(0);
        let mark = &mut self.marks[joined];
        if mark.number == 1 {
            // A bar that becomes one of several gives up its length, so that what comes later finds room.
            let held = mark.x + if number >= DENSE { CLUSTER.1 } else { CLUSTER.0 };
            mark.end = if x < held { held } else { x + SIZE };
        }
        mark.number += 1;
        mark.days = (mark.days.0.min(start), mark.days.1.max(start));
        joined
    }

    /// Adds a mark of one line, which begins on a day, behind the last of its row; gives back its place.
    fn add(
        &mut self,
        (lane, row): (usize, usize),
        (x, end): (i32, i32),
        (first, start): (usize, Day),
        last: &mut Option<usize>,
    ) -> usize {
        if let Some(before) = *last {
            self.marks[before].next = x;
        }
        let days = (start, start);
        self.marks.push(Mark { lane, row, x, end, next: i32::MAX, first, number: 1, promised: 0, days });
        let added = self.marks.len() - 1;
        *last = Some(added);
        added
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

/// Steps between columns of years, in months.
const YEARS: [i32; 9] = [12, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];

/// Steps between ticks, in months.
const MONTHS: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];
