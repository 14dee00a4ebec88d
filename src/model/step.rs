//! The step chart of one milestone: across, when a date was stated; up, the date, or how far it lies from the first. Both
//! are on one scale, per mille of a square, so that what gets later by a year a year runs along the diagonal and never
//! gets nearer.

use crate::model::asof::AsOf;
use crate::model::corner::Corner;
use crate::model::dataset::Dataset;
use crate::model::entry;
use crate::model::event::Kind;
use crate::model::headline::Headline;
use crate::model::id::{Ref, Type};
use crate::model::milestone::Milestone;
use crate::model::slip::{Form, Scale, Tick, WIDE, age, extent, form};
use crate::model::when::{Day, When};

/// The side of the square.
pub const SIDE: i32 = WIDE;

/// What stands up the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The date that was given.
    Promised,
    /// How far it had moved since the first that counts.
    Moved,
}

/// How the date of a milestone moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The milestone.
    pub at: Ref,
    /// What stands up.
    pub reading: Reading,
    /// The years across.
    pub across: Vec<Tick>,
    /// The years up, or how many; the place of each is from the foot of the square.
    pub up: Vec<Tick>,
    /// Where the day shown stands.
    pub now: i32,
    /// Where a date is the day on which it was stated.
    pub diagonal: Line,
    /// How far the first date that counts lay ahead: down to the diagonal, and in whole years.
    pub lead: Option<(Line, i32)>,
    /// From date to date, level until the next is stated.
    pub course: Vec<Line>,
    /// On from the newest, to the day on which it would come true.
    pub ahead: Option<Line>,
    /// Every known statement, oldest first.
    pub points: Vec<Point>,
    /// Where the milestone was reached.
    pub reached: Option<(Kind, (i32, i32))>,
    /// The statements to be named, the most important first.
    pub named: Vec<Named>,
}

/// From a place to another, each from the left upper corner.
pub type Line = ((i32, i32), (i32, i32));

/// A statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it was made, where one "in 2019" stands at its end, from which on it counts; and the middle of the date, or
    /// where it stood before, if this one took it back.
    pub at: (i32, i32),
    /// What a range covers, or where a date without a sharp end fades: the higher end first.
    pub extent: Option<(i32, i32)>,
    /// It gives no date.
    pub withdrawn: bool,
    /// The course goes by it.
    pub counts: bool,
    /// It is the newest that counts, of a milestone that was not reached.
    pub newest: bool,
    /// Its confidence is low.
    pub weak: bool,
    /// How new it is, from 0 to 4.
    pub age: usize,
}

/// A statement to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which, by its place among those of the milestone.
    pub place: usize,
    /// Its date.
    pub date: When,
    /// Where its name stands best, and where else.
    pub corners: [Corner; 4],
}

/// How fast a date moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slope {
    /// How many years passed while it moved by one, in thousandths.
    pub passed: i32,
    /// It became later, not earlier.
    pub later: bool,
}

/// The milestones of which a chart says something: those with two dates or more, whatever day is shown.
pub fn choices(data: &Dataset) -> Vec<Ref> {
    let dated = |at: &Ref| data.milestone(*at).promises.iter().filter(|promise| promise.promised.is_some());
    data.places(Type::Milestone).filter(|at| dated(at).count() > 1).collect()
}

/// The one of these that is shown first: that of the front page whose date moved most by the end of the record.
pub fn first(data: &Dataset, choices: &[Ref]) -> Option<Ref> {
    let day = data.day(None);
    let moved = |at: &Ref| {
        let milestone = data.milestone(*at);
        milestone.shift(day, entry::actual(data, milestone, day)).map_or(0, |shift| shift.days.abs())
    };
    let shown: Vec<Ref> = Headline::new(data).milestones().filter(|at| choices.contains(at)).collect();
    let of = if shown.is_empty() { choices } else { &shown };
    of.iter().rev().max_by_key(|at| moved(at)).copied()
}

/// How fast the date had moved by a day, as far as two sharp dates, more than a year apart, say so.
pub fn slope(data: &Dataset, at: Ref, day: AsOf) -> Option<Slope> {
    let milestone = data.milestone(at);
    let counting = milestone.counting(day);
    let ((begun, first), (place, newest)) = (*counting.first()?, *counting.last()?);
    let known = milestone.known(day);
    let actual = entry::actual(data, milestone, day);
    let taken_back = milestone.deciding(day).is_some_and(|deciding| known[deciding].promised.is_none());
    let open = |when: &When| matches!(form(when), Form::Until | Form::From);
    let last = actual.unwrap_or(newest);
    if !known[begun].is_solid() || (actual.is_none() && taken_back) || open(&first) || open(&last) {
        return None;
    }
    let until = actual.map_or(known[place].stated.known_end(), |when| when.middle());
    let passed = i64::from(until) - i64::from(known[begun].stated.known_end());
    let moved = i64::from(last.middle()) - i64::from(first.middle());
    if passed <= YEAR || moved.abs() <= YEAR || passed > 10 * moved.abs() {
        return None;
    }
    Some(Slope { passed: (passed * 1000 / moved.abs()) as i32, later: moved > 0 })
}

/// Days in a year, and in two.
const YEAR: i64 = 365;
const TURN: Day = 730;

/// The dates of a milestone laid over one scale.
struct Field {
    across: Scale,
    up: Scale,
    /// The day that stands at nothing up.
    zero: Day,
}

impl Field {
    /// All days that are in question whatever day is shown, so that going back in time moves nothing; the end of the
    /// record is among them. With the days that were promised up there, both ways show the same days; with the years
    /// moved they show as many.
    fn new(data: &Dataset, milestone: &Milestone, first: &When, reading: Reading) -> Field {
        let stated =
            milestone.promises.iter().flat_map(|one| [one.stated.known_start(), one.stated.known_end()]);
        let reached = milestone.reached.map(|event| data.events[event].date.middle());
        let days = span(stated.chain(reached).chain([data.as_of]));
        let promised = milestone.promises.iter().filter_map(|one| one.promised.map(|when| extent(&when)));
        let dates = span(promised.flat_map(|(from, to)| [from, to]).chain(reached).chain([first.middle()]));
        let room = |(from, to): (Day, Day)| (to - from).max(LEAST) / 24;
        match reading {
            Reading::Promised => {
                let (from, to) = span([days.0, days.1, dates.0, dates.1].into_iter());
                let room = room((from, to));
                let to = (to + room).max(from - room + LEAST);
                let scale = Scale::of(from - room, to);
                Field { across: scale, up: scale, zero: 0 }
            }
            Reading::Moved => {
                let long = (days.1 - days.0).max(dates.1 - dates.0).max(LEAST);
                let room = room((0, long));
                let of = |from: Day| Scale::of(from - room, from + long + room);
                let zero = first.middle();
                Field { across: of(days.0), up: of(dates.0 - zero), zero }
            }
        }
    }

    fn x(&self, day: Day) -> i32 {
        self.across.x(day)
    }

    fn y(&self, day: Day) -> i32 {
        SIDE - self.up.x(day - self.zero)
    }

    /// Where both ways show one day.
    fn diagonal(&self) -> Line {
        let ((from, to), (least, most)) = (self.across.days(), self.up.days());
        let (from, to) = (from.max(least + self.zero), to.min(most + self.zero));
        ((self.x(from), self.y(from)), (self.x(to), self.y(to)))
    }
}

/// A square shows five years at least.
const LEAST: Day = 1826;

fn span(days: impl Iterator<Item = Day>) -> (Day, Day) {
    days.fold((Day::MAX, Day::MIN), |(from, to), day| (from.min(day), to.max(day)))
}

impl Chart {
    /// The chart of a milestone on a day; nothing if nobody had given it a date by then.
    pub fn new(data: &Dataset, at: Ref, day: AsOf, reading: Reading) -> Option<Chart> {
        let milestone = data.milestone(at);
        let counting = milestone.counting(day);
        let ((begun, first), (place, newest)) = (*counting.first()?, *counting.last()?);
        let field = Field::new(data, milestone, &first, reading);
        let actual = entry::actual(data, milestone, day).map(|when| when.middle());
        let reached = actual.map(|day| (field.x(day), field.y(day)));
        let mut points = points(&field, milestone, day);
        points[place].newest = actual.is_none();
        let mut course = course(&points);
        let end = points.iter().rfind(|point| point.counts && !point.withdrawn).map(|point| point.at);
        let gone = points.iter().rfind(|point| point.counts).is_some_and(|point| point.withdrawn);
        let from = end.filter(|_| !gone);
        if let Some(((x, y), (left, foot))) = reached.zip(from) {
            course.extend([((left, foot), (x, foot)), ((x, foot), (x, y))]);
        }
        let meets = field.x(newest.middle());
        let stated = milestone.promises[begun].stated.known_end();
        let under = (points[begun].at.0, field.y(stated));
        let years = (first.middle() - stated + 183) / 365;
        Some(Chart {
            at,
            reading,
            across: field.across.ticks(),
            up: match reading {
                Reading::Promised => field.up.ticks(),
                Reading::Moved => moved(&field.up),
            },
            now: field.x(day.day),
            diagonal: field.diagonal(),
            lead: (reading == Reading::Promised && years > 0).then_some(((points[begun].at, under), years)),
            course: course.into_iter().filter(|(from, to)| from != to).collect(),
            ahead: from.filter(|(x, _)| reached.is_none() && *x < meets).map(|(x, y)| ((x, y), (meets, y))),
            named: named(&points, &counting),
            reached: reached.map(|at| (milestone.kind, at)),
            points,
        })
    }

    /// The statement nearest to a place, by its own place among those of the milestone.
    pub fn nearest(&self, (x, y): (i32, i32)) -> Option<usize> {
        let (x, y) = (x.clamp(0, SIDE), y.clamp(0, SIDE));
        let apart = |point: &Point| (point.at.0 - x).pow(2) + (point.at.1 - y).pow(2);
        (0..self.points.len()).min_by_key(|place| apart(&self.points[*place]))
    }
}

/// A point for each known statement.
fn points(field: &Field, milestone: &Milestone, day: AsOf) -> Vec<Point> {
    let known = milestone.known(day);
    let firm = known.iter().any(|promise| promise.is_solid() && promise.promised.is_some());
    let mut last = known.iter().find_map(|promise| promise.promised);
    let point = known.iter().filter_map(|promise| {
        let counts = !firm || promise.is_solid();
        let when = promise.promised.or(last)?;
        if counts {
            last = Some(when);
        }
        let (from, to) = extent(&when);
        Some(Point {
            at: (field.x(promise.stated.known_end()), field.y(when.middle())),
            extent: (promise.promised.is_some() && from < to).then(|| (field.y(to), field.y(from))),
            withdrawn: promise.promised.is_none(),
            counts,
            newest: false,
            weak: !promise.is_solid(),
            age: age(&promise.stated),
        })
    });
    point.collect()
}

/// The line through the points that count; it ends where the date was taken back.
fn course(points: &[Point]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut pen: Option<(i32, i32)> = None;
    for point in points.iter().filter(|point| point.counts) {
        let (x, y) = point.at;
        if let Some((from, level)) = pen {
            lines.extend([((from, level), (x, level)), ((x, level), (x, y))]);
        }
        pen = (!point.withdrawn).then_some((x, y));
    }
    lines
}

/// The newest, the first, and each date that was new and two years or more from the one before.
fn named(points: &[Point], counting: &[(usize, When)]) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let mut before: Option<When> = None;
    for (place, date) in counting.iter().copied() {
        let turn = before.is_none_or(|before| (date.middle() - before.middle()).abs() >= TURN);
        let newest = counting.last().is_some_and(|(last, _)| *last == place);
        let fallen = before.is_none_or(|before| date.middle() < before.middle());
        before = Some(date);
        let told = named.iter().any(|other| other.date == date);
        if newest {
            named.retain(|other| other.date != date || other.place == counting[0].0);
        }
        if newest || (turn && !told) {
            let corners = corners(points[place].at.0, fallen);
            let at = if newest { 0 } else { named.len() };
            named.insert(at, Named { place, date, corners });
        }
    }
    named
}

/// Below on the right for the first and for one that fell; above on the left for another, but near the left edge.
fn corners(x: i32, fallen: bool) -> [Corner; 4] {
    use Corner::{AboveLeft, AboveRight, BelowLeft, BelowRight};
    match fallen {
        true => [BelowRight, BelowLeft, AboveRight, AboveLeft],
        false if x < 300 => [AboveRight, AboveLeft, BelowRight, BelowLeft],
        false => [AboveLeft, AboveRight, BelowRight, BelowLeft],
    }
}

/// Whole steps of years by which a date moved, no more than eight.
fn moved(scale: &Scale) -> Vec<Tick> {
    let (from, to) = scale.days();
    let days = |years: i32| years * 1461 / 4;
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let step = steps.into_iter().find(|step| (to - from) / days(*step) < 8).unwrap_or(2000);
    let (first, last) = (from.div_euclid(days(step)), to.div_euclid(days(step)));
    let ticks = (first..=last).map(|number| number * step).map(|year| (year, days(year)));
    let inside = ticks.filter(|(_, day)| (from..=to).contains(day));
    let ticks = inside.map(|(year, day)| Tick { year, x: scale.x(day) });
    ticks.filter(|tick| (15..=SIDE - 15).contains(&tick.x)).collect()
}
