//! The slip chart: a row a milestone, and in it a mark for each date that the milestone was ever given, from the first to
//! the newest. Across it is a date, per mille of the strip; up it are lanes, where marks would lie on one another, in
//! hundredths of an em, so that the drawing grows with the text.

use crate::model::asof::AsOf;
use crate::model::dataset::Dataset;
use crate::model::entry;
use crate::model::event::Kind;
use crate::model::id::Ref;
use crate::model::milestone::{Milestone, Promise};
use crate::model::moved::Moved;
use crate::model::viewport::NavKey;
use crate::model::when::{Certainty, Day, End, Part, When, civil, days};

/// Width of a strip.
pub const WIDE: i32 = 1000;
/// From lane to lane.
pub const LANE: i32 = 45;
/// From the line, on which the lowest lane lies, to the lower edge: room for the labels.
pub const FOOT: i32 = 125;
/// What lanes and foot leave above the highest lane, that no mark is cut.
const HEAD: i32 = 19;
/// The least height of a row.
const LEAST: i32 = 225;
/// Half of what a dot takes in its lane: a third of a year in the chart of the front page.
pub const DOT: i32 = 11;
/// Half of what the figure takes by which a milestone was reached; it is two lanes high.
pub const FIGURE: i32 = 20;
/// What the faded end of a bar leaves free in its lane.
const FADE: i32 = 5;

/// How long a range has to be to be drawn as one, in days: 0.9 year.
const LONG: Day = 329;
/// How far a date without a beginning fades: 1.6 years.
const BEFORE: Day = 584;
/// How far a date without an end fades: 1.9 years.
const AFTER: Day = 694;
/// How far an approximate date fades on either side: 0.9 year.
const ABOUT: Day = 329;

/// The years from which on a statement is drawn a step stronger.
const AGES: [i32; 4] = [2015, 2020, 2023, 2025];

/// The days that the strips of a chart reach over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    from: Day,
    to: Day,
}

/// A year named above the strips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Which.
    pub year: i32,
    /// Where its middle is, at which a date of no more than this year stands.
    pub x: i32,
}

/// The row of a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The milestone.
    pub at: Ref,
    /// How high the strip is.
    pub height: i32,
    /// A mark for each statement that gives a date, oldest first.
    pub marks: Vec<Mark>,
    /// From the first date that counts to the newest, or to where it was reached.
    pub line: (i32, i32),
    /// From an earlier date that does not count to the first that does.
    pub lead: Option<(i32, i32)>,
    /// The figure of the event that reached it.
    pub reached: Option<Kind>,
    /// The first date that counts, with where it stands.
    pub first: (When, i32),
    /// The newest, or the date on which it was reached.
    pub last: (When, i32),
    /// When the first of those that count was stated, and the newest.
    pub stated: (When, When),
    /// How many count.
    pub number: usize,
    /// How far the date moved; nothing if it was given once and not reached yet.
    pub moved: Option<Moved>,
    /// No statement is more than weak.
    pub weak: bool,
    /// The newest date was taken back and none put in its place.
    pub withdrawn: bool,
}

/// A date that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The statement, by its place among those of the milestone.
    pub place: usize,
    /// The middle of the date.
    pub x: i32,
    /// How far it is drawn: what a range covers, or where a date without a sharp end fades.
    pub extent: (i32, i32),
    /// How.
    pub form: Form,
    /// How high it stands: 0 is on the line.
    pub lane: usize,
    /// Its confidence is low.
    pub weak: bool,
    /// It is the newest that counts, of a milestone that was not reached.
    pub newest: bool,
    /// How new the statement is, from 0 to 4.
    pub age: usize,
}

/// How a date is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A dot.
    Sharp,
    /// A dot that fades to the left: the date has no beginning.
    Until,
    /// A dot that fades to the right: the date has no end.
    From,
    /// A dot that fades on both sides: the date is approximate.
    About,
    /// A bar.
    Range,
}

impl Scale {
    /// The days that all dates ever given for these milestones need, whatever day is shown, so that going back in time
    /// moves nothing; the end of the record is among them.
    pub fn new(data: &Dataset, milestones: impl Iterator<Item = Ref>) -> Scale {
        let (mut from, mut to) = (data.as_of, data.as_of);
        let mut reach = |(start, end): (Day, Day)| (from, to) = (from.min(start), to.max(end));
        for milestone in milestones.map(|at| data.milestone(at)) {
            let promised = milestone.promises.iter().filter_map(|promise| promise.promised);
            let reached = milestone.reached.map(|event| data.events[event].date);
            promised.chain(reached).for_each(|when| reach(extent(&when)));
        }
        let (from, to) = (from - 146, to + 329);
        let more = (3653 - (to - from)).max(0);
        Scale { from: from - more / 2, to: to + more / 2 }
    }

    /// From one day to another, which is later.
    pub fn of(from: Day, to: Day) -> Scale {
        Scale { from, to: to.max(from + 1) }
    }

    /// The first day and the last.
    pub fn days(&self) -> (Day, Day) {
        (self.from, self.to)
    }

    /// Where a day stands; one that the chart does not reach stands at its edge.
    pub fn x(&self, day: Day) -> i32 {
        let part = i64::from(day.clamp(self.from, self.to)) - i64::from(self.from);
        let all = i64::from(self.to) - i64::from(self.from);
        ((part * i64::from(WIDE) + all / 2) / all) as i32
    }

    /// Whole steps of years, no more than eight, of which none stands so near to an edge that it would be cut.
    pub fn ticks(&self) -> Vec<Tick> {
        let (first, last) = (civil(self.from).0, civil(self.to).0);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let step = steps.into_iter().find(|step| (last - first) / step < 8).unwrap_or(2000);
        let years = (first.div_euclid(step)..=last.div_euclid(step)).map(|number| number * step);
        let ticks = years.map(|year| Tick { year, x: self.x(days(year, 7, 2)) });
        ticks.filter(|tick| (30..=WIDE - 30).contains(&tick.x)).collect()
    }
}

impl Row {
    /// The row of a milestone on a day; nothing if nobody had given it a date by then.
    pub fn new(data: &Dataset, at: Ref, day: AsOf, scale: &Scale) -> Option<Row> {
        let milestone = data.milestone(at);
        let known = milestone.known(day);
        let counting = milestone.counting(day);
        let ((begun, first), (place, newest)) = (*counting.first()?, *counting.last()?);
        let actual = entry::actual(data, milestone, day);
        let last = actual.unwrap_or(newest);
        let x = |when: &When| scale.x(when.middle());
        let figure = actual.map(|when| x(&when));
        let marks = marks(milestone, day, scale, figure, place);
        let lanes = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0).max(if actual.is_some() {
            2
        } else {
            1
        });
        let weak = !known[begun].is_solid();
        let early = marks.first().filter(|mark| mark.place < begun);
        Some(Row {
            at,
            height: LEAST.max(HEAD + LANE * lanes as i32 + FOOT),
            line: (x(&first), x(&last)),
            lead: early.map(|mark| (mark.x, x(&first))),
            reached: actual.map(|_| milestone.kind),
            first: (first, x(&first)),
            last: (last, x(&last)),
            stated: (known[begun].stated, known[place].stated),
            number: counting.len(),
            moved: (actual.is_some() || counting.len() > 1).then(|| Moved::new(&first, &last)),
            weak,
            withdrawn: actual.is_none()
                && milestone.deciding(day).is_some_and(|place| known[place].promised.is_none()),
            marks,
        })
    }

    /// How far below the upper edge a lane lies.
    pub fn y(&self, lane: usize) -> i32 {
        self.height - FOOT - LANE * lane as i32
    }
}

/// The statement to which a key moves, of so many, from one or from none; a key that moves up or down moves nowhere.
pub fn beside(at: Option<usize>, number: usize, key: NavKey) -> Option<usize> {
    let last = number.checked_sub(1)?;
    match (key, at) {
        (NavKey::First, _) | (NavKey::On, None) => Some(0),
        (NavKey::Last, _) | (NavKey::Back, None) => Some(last),
        (NavKey::On, Some(at)) => Some((at + 1).min(last)),
        (NavKey::Back, Some(at)) => Some(at.min(number).saturating_sub(1)),
        (NavKey::Up | NavKey::Down | NavKey::FarBack | NavKey::FarOn, _) => None,
    }
}

/// A mark for each date given: the newest on the line, and the others, in the order in which they were stated, in the
/// lowest lane that is free, but for the figure of the event if there is one.
fn marks(milestone: &Milestone, day: AsOf, scale: &Scale, figure: Option<i32>, newest: usize) -> Vec<Mark> {
    let newest = figure.is_none().then_some(newest);
    let known = milestone.known(day).iter().enumerate();
    let mut marks: Vec<Mark> = known
        .filter_map(|(place, promise)| Mark::new(place, promise, scale, newest == Some(place)))
        .collect();
    let mut taken: Vec<((i32, i32), usize)> = Vec::new();
    if let Some(x) = figure {
        taken.extend([0, 1].map(|lane| ((x - FIGURE, x + FIGURE), lane)));
    }
    taken.extend(marks.iter().filter(|mark| mark.newest).map(|mark| (mark.slot(), 0)));
    for mark in marks.iter_mut().filter(|mark| !mark.newest) {
        let slot = mark.slot();
        let meets =
            |lane: usize| taken.iter().any(|(other, of)| *of == lane && slot.0 < other.1 && other.0 < slot.1);
        mark.lane = (0..).find(|lane| !meets(*lane)).unwrap_or(0);
        taken.push((slot, mark.lane));
    }
    marks
}

impl Mark {
    fn new(place: usize, promise: &Promise, scale: &Scale, newest: bool) -> Option<Mark> {
        let when = promise.promised?;
        let (from, to) = extent(&when);
        let (x, extent) = (scale.x(when.middle()), (scale.x(from), scale.x(to)));
        let narrow = extent.1 - extent.0 <= 2 * DOT; // a chart of many years: a dot says more than a bar narrower than it
        let form = match form(&when) {
            Form::Range if narrow => Form::Sharp,
            form => form,
        };
        let weak = !promise.is_solid();
        Some(Mark { place, x, extent, form, lane: 0, weak, newest, age: age(&promise.stated) })
    }

    /// What it takes in its lane. Ends that fade may meet other marks.
    pub fn slot(&self) -> (i32, i32) {
        match self.form {
            Form::Range => (self.extent.0 + FADE, self.extent.1 - FADE),
            _ => (self.x - DOT, self.x + DOT),
        }
    }
}

/// How new a statement of this day is, from 0 to 4.
pub fn age(stated: &When) -> usize {
    AGES.iter().filter(|from| stated.year() >= **from).count()
}

/// How a date is drawn where there is room for ranges.
pub fn form(when: &When) -> Form {
    let long = match when {
        When::Date(date) => matches!(date.part(), Part::Century | Part::Decade),
        When::Interval(End::Date(_), End::Date(_)) => when.latest() - when.earliest() > LONG,
        When::Interval(_, End::Date(_)) => return Form::Until,
        When::Interval(..) => return Form::From,
    };
    match when.certainty() {
        _ if long => Form::Range,
        Certainty::Stated => Form::Sharp,
        _ => Form::About,
    }
}

/// The days over which a date is drawn.
pub fn extent(when: &When) -> (Day, Day) {
    let middle = when.middle();
    match form(when) {
        Form::Sharp => (middle, middle),
        Form::Until => (middle - BEFORE, middle),
        Form::From => (middle, middle + AFTER),
        Form::About => (middle - ABOUT, middle + ABOUT),
        Form::Range => (when.earliest(), when.latest()),
    }
}
