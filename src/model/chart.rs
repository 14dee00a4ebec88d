//! The chart of the promises: across, when a date was stated; up, the date that was promised. On the diagonal the
//! two are one: a line that runs along it never gets nearer. Whole units of a picture [`WIDE`] by [`HIGH`].

use crate::model::asof::{self, AsOf};
use crate::model::dataset::Dataset;
use crate::model::find::Found;
use crate::model::item::{Ref, Type};
use crate::model::milestone::{Milestone, Promise};
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
    /// Which of those it is that stand out from the others, if it is one.
    pub strong: Option<usize>,
}

/// A statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it was made: one "in 2019" stands at its end, from which on it counts.
    pub x: i32,
    /// The middle of the date given; of a withdrawal, where the date stood before.
    pub y: i32,
    /// The first and the last day of the date given, of which the first stands lower and so has the greater number.
    pub range: (i32, i32),
    /// It withdrew the date.
    pub withdrawn: bool,
}

impl Chart {
    /// The chart of what is found. Lines stand out if the reader chose few, and otherwise those with
    /// the most dates that count.
    pub fn new(data: &Dataset, found: &Found) -> Chart {
        Chart::of(data, found.day(), data.places(Type::Milestone).filter(|at| found.shows(*at)))
    }

    /// The chart of these milestones on this day; one that nobody has given a date has no line.
    pub fn of(data: &Dataset, day: AsOf, milestones: impl Iterator<Item = Ref>) -> Chart {
        let (mut drawn, mut first, mut last) = (Vec::new(), day.day, day.day);
        for at in milestones {
            let known = data.milestone(at).known(day);
            if !known.iter().any(|promise| promise.promised.is_some()) {
                continue;
            }
            for promise in known {
                first = first.min(promise.stated.known_start());
                last = last.max(promise.promised.map_or(last, |when| when.known_end()));
            }
            drawn.push(at);
        }
        let from = days(civil(first).0, 1, 1);
        let to = days(civil(last).0 + 1, 1, 1);
        let mut chart = Chart { across: (from, day.day.max(from + 1)), up: (from, to), lines: Vec::new() };
        let stated = |place: usize| data.milestone(drawn[place]).dates(day).len();
        let before = |place: usize, other: usize| (stated(other), place) > (stated(place), other);
        for (place, at) in drawn.iter().enumerate() {
            let rank = (0..drawn.len()).filter(|other| before(place, *other)).count();
            let line = chart.line(data, *at, (rank < STRONG).then_some(rank), day);
            chart.lines.push(line);
        }
        chart
    }

    fn line(&self, data: &Dataset, at: Ref, strong: Option<usize>, day: AsOf) -> Line {
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
                x: self.x(promise.stated.known_end()),
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

    /// The years that begin in a span, with the days on which they do: as many as can be read.
    pub fn years(&self, (from, to): (Day, Day), most: i32) -> Vec<(i32, Day)> {
        let (first, last) = (civil(from).0, civil(to).0);
        let step = [1, 2, 5, 10, 20, 50, 100, 500].into_iter().find(|step| (last - first) / step < most);
        let step = step.unwrap_or(1000);
        let mut years = Vec::new();
        let mut year = (first + step - 1).div_euclid(step) * step;
        while year <= last {
            let day = days(year, 1, 1);
            if from <= day && day <= to {
                years.push((year, day));
            }
            year += step;
        }
        years
    }

    /// The point nearest to a place in the field: its line, and its place there.
    pub fn nearest(&self, x: i32, y: i32) -> Option<(Ref, usize)> {
        let (x, y) = (x.clamp(0, WIDE), y.clamp(0, HIGH));
        let mut nearest = None;
        let mut least = i32::MAX;
        for line in &self.lines {
            for (place, point) in line.points.iter().enumerate() {
                let apart = (point.x - x).pow(2) + (point.y - y).pow(2);
                if apart < least {
                    (least, nearest) = (apart, Some((line.at, place)));
                }
            }
        }
        nearest
    }
}

fn place(day: Day, (from, to): (Day, Day), size: i32) -> i32 {
    let part = i64::from(day.clamp(from, to)) - i64::from(from);
    (part * i64::from(size) / (i64::from(to) - i64::from(from)).max(1)) as i32
}
