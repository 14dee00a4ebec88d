//! The chart of the promises: across, when a date was stated; up, the date that was promised. On the diagonal the
//! two are one: a line that runs along it never gets nearer. Whole units of a picture [`WIDE`] by [`HIGH`].

use crate::model::asof::{self, AsOf};
use crate::model::dataset::Dataset;
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::milestone::{Milestone, Promise};
use crate::model::order::places;
use crate::model::when::{Day, When, civil, days};

/// Width of the field the lines are drawn in.
pub const WIDE: i32 = 720;
/// Height of the field.
pub const HIGH: i32 = 520;
/// How many lines stand out where the reader has chosen none.
const STRONG: usize = 5;

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// First and last day across.
    pub across: (Day, Day),
    /// First and last day up.
    pub up: (Day, Day),
    /// A line for each milestone that is found, in record order.
    pub lines: Vec<Line>,
}

/// How one milestone's date moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The milestone.
    pub at: Ref,
    /// Its statements, oldest first.
    pub points: Vec<Point>,
    /// Where it was reached, on the diagonal.
    pub actual: Option<(i32, i32)>,
    /// Where the line ends on the right: when it was reached, or the day shown.
    pub end: i32,
    /// It stands out from the others.
    pub strong: bool,
}

/// A statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it was made.
    pub x: i32,
    /// The middle of the date given; of a withdrawal, where the date stood before.
    pub y: i32,
    /// The first and the last day of the date given, of which the first stands lower and so has the greater number.
    pub range: (i32, i32),
    /// It withdrew the date.
    pub withdrawn: bool,
}

impl Chart {
    /// The chart of what is found. Lines stand out if the reader chose few, and otherwise those stated most often.
    pub fn new(data: &Dataset, found: &Found) -> Chart {
        let day = found.day();
        let all = (0..data.milestones.len() as u32).map(|index| Ref { kind: Type::Milestone, index });
        let drawn: Vec<Ref> =
            all.filter(|at| found.shows(*at) && data.milestone(*at).known(day).iter().any(dated)).collect();
        let known = || drawn.iter().flat_map(|at| data.milestone(*at).known(day));
        let first = known().map(|promise| promise.stated.known_start()).min().unwrap_or(day.day);
        let last = known().filter_map(|promise| promise.promised.map(|when| when.known_end())).max();
        let from = days(civil(first).0, 1, 1);
        let to = days(civil(last.unwrap_or(day.day).max(day.day)).0 + 1, 1, 1);
        let mut chart = Chart { across: (from, day.day.max(from + 1)), up: (from, to), lines: Vec::new() };
        let stated = |place: usize| data.milestone(drawn[place]).known(day).len();
        let order = places(drawn.len(), &|a, b| stated(b).cmp(&stated(a)));
        let strong = &order[..order.len().min(STRONG)];
        for (at, place) in drawn.iter().zip(0..) {
            let line = chart.line(data, *at, strong.contains(&place), day);
            chart.lines.push(line);
        }
        chart
    }

    fn line(&self, data: &Dataset, at: Ref, strong: bool, day: AsOf) -> Line {
        let milestone = data.milestone(at);
        let reached = asof::actual(data, milestone, day).map(|when| when.middle());
        let actual = reached.map(|day| (self.x(day), self.y(day)));
        let end = actual.map_or(self.x(day.day), |(x, _)| x);
        Line { at, points: self.points(milestone, day), actual, end, strong }
    }

    fn points(&self, milestone: &Milestone, day: AsOf) -> Vec<Point> {
        let known = milestone.known(day);
        let mut last = known.iter().find_map(|promise| promise.promised).unwrap_or(When::from_day(day.day));
        let point = |promise: &Promise| {
            last = promise.promised.unwrap_or(last);
            Point {
                x: self.x(promise.stated.middle()),
                y: self.y(last.middle()),
                range: (self.y(last.known_start()), self.y(last.known_end())),
                withdrawn: promise.promised.is_none(),
            }
        };
        known.iter().map(point).collect()
    }

    /// Where a day of stating stands, from the left.
    pub fn x(&self, day: Day) -> i32 {
        place(day, self.across, WIDE)
    }

    /// Where a promised day stands, from the top.
    pub fn y(&self, day: Day) -> i32 {
        HIGH - place(day, self.up, HIGH)
    }

    /// Years with the places where they begin, across and up: as many as can be read.
    pub fn years(&self, (from, to): (Day, Day), most: i32) -> Vec<(i32, Day)> {
        let (first, last) = (civil(from).0, civil(to).0);
        let step = [1, 2, 5, 10, 20, 50, 100, 500].into_iter().find(|step| (last - first) / step < most);
        let step = step.unwrap_or(1000);
        let start = (first + step - 1).div_euclid(step) * step;
        let years = (start..=last).step_by(step as usize).map(|year| (year, days(year, 1, 1)));
        years.filter(|(_, day)| (from..=to).contains(day)).collect()
    }

    /// The point nearest to a place in the field: its line, and its place there.
    pub fn nearest(&self, x: i32, y: i32) -> Option<(usize, usize)> {
        let apart = |point: &Point| (point.x - x).pow(2) + (point.y - y).pow(2);
        let all = self.lines.iter().zip(0..).flat_map(|(line, of)| {
            line.points.iter().zip(0..).map(move |(point, place)| (apart(point), (of, place)))
        });
        all.min_by_key(|(apart, _)| *apart).map(|(_, at)| at)
    }
}

fn dated(promise: &Promise) -> bool {
    promise.promised.is_some()
}

fn place(day: Day, (from, to): (Day, Day), size: i32) -> i32 {
    let part = i64::from(day.clamp(from, to)) - i64::from(from);
    (part * i64::from(size) / (i64::from(to) - i64::from(from)).max(1)) as i32
}
