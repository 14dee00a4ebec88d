//! `Viewport`: how the reader looks at what is found. None of it changes what that is, and none is in the address.

use crate::model::dataset::Dataset;
use crate::model::id::Ref;
use crate::model::query::{Mode, View};
use crate::model::query_result::QueryResult;
use crate::model::timeline::{Mark, Scale, Track, span, whole};
use crate::model::when::Day;
use crate::words;

/// How many found lines stand on the page all together. Of more, only a part does.
pub const WHOLE: usize = 500;
/// How many stand there of more than that.
pub const PART: usize = 16;
/// How many are printed at most.
pub const PRINTED: usize = 2000;

/// What the reader looks at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Viewport {
    /// Width of the track in sixteenths of the reader's size of words, which are pixels at the usual size; 0 until it is
    /// known.
    pub width: i32,
    /// The scale the reader chose; `None`: the one that fits what is found.
    pub scale: Option<Scale>,
    /// The line the reader stands on in the track.
    pub line: Option<Ref>,
    /// The column by which the table is sorted, by its place, and whether the other way round.
    pub sort: (usize, bool),
    /// The first found line on the page, where not all stand there.
    pub first: usize,
    /// It is being printed.
    pub print: bool,
    /// The section that stands under the filter where the page shows all; `None`: the first.
    pub tab: Option<View>,
}

/// Another look at what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The track is as many sixteenths of the reader's size of words wide.
    Width(i32),
    /// Closer, or farther.
    Zoom(Zoom),
    /// To the right by hundredths of the width.
    Pan(i32),
    /// As close as before, from this day on.
    From(Day),
    /// From one day to before another.
    Between(Day, Day),
    /// To another mark of the track.
    Track(NavKey),
    /// The mark was pressed whose first line has this place.
    Mark(usize),
    /// The list begins at this found line.
    List(usize),
    /// The table is sorted by this column, or the other way round if it is already.
    Sort(usize),
    /// It is being printed, or no longer.
    Print(bool),
    /// This section stands under the filter.
    Tab(View),
}

/// How the scale of the track changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Everything fits.
    Everything,
    /// Twice as close, about this pixel, or about where the reader stands.
    Closer(Option<i32>),
    /// Half as close, likewise.
    Farther(Option<i32>),
}

words! {
    /// A key that moves; its word is the key's name in the browser.
    NavKey {
        /// To the one before
        Back = "ArrowLeft",
        /// To the one after
        On = "ArrowRight",
        /// To the row or line above
        Up = "ArrowUp",
        /// To the row or line below
        Down = "ArrowDown",
        /// To the first
        First = "Home",
        /// To the last
        Last = "End",
        /// Ten back
        FarBack = "PageUp",
        /// Ten on
        FarOn = "PageDown",
    }
}

impl Viewport {
    /// The scale of the track.
    pub fn scale(&self, found: &QueryResult) -> Scale {
        self.scale.unwrap_or_else(|| Scale::fit(span(&found.index, &found.hits), self.width))
    }

    /// The track on its scale.
    pub fn track(&self, data: &Dataset, found: &QueryResult) -> Track {
        let at = |line: Ref| found.entries().iter().position(|entry| entry.at == line);
        let current = self.line.and_then(at).filter(|place| found.hits.has(*place));
        Track::new(data, &found.index, &found.hits, (self.scale(found), self.width), current)
    }

    /// The lines that stand on the page: from which of the found to before which.
    pub fn part(&self, number: usize) -> (usize, usize) {
        let most = if self.print { PRINTED } else { PART };
        if number <= WHOLE || self.print {
            return (0, number.min(most.max(WHOLE)));
        }
        let first = self.first.min(number - 1);
        (first, (first + most).min(number))
    }

    /// After a control was used that changes only what is looked at.
    pub fn after(&self, data: &Dataset, found: &QueryResult, mode: Mode, command: Command) -> Viewport {
        let mut next = self.clone();
        match command {
            Command::Width(width) => next.width = width.clamp(0, 100_000),
            Command::Zoom(zoom) => next.scale = Some(self.zoomed(data, found, zoom)),
            Command::Pan(by) => {
                next.scale = Some(self.scale(found).panned((self.width / 100).saturating_mul(by)));
            }
            Command::From(day) => next.scale = Some(self.scale(found).from(day)),
            Command::Between(from, to) => {
                next.scale = Some(Scale::fit((from, to.saturating_sub(1)), self.width).from(from));
            }
            Command::Track(key) => next.step(data, found, key),
            Command::Mark(place) => next.press(data, found, place),
            Command::List(first) => next.first = first,
            Command::Sort(column) => next.sort = (column, self.sort.0 == column && !self.sort.1),
            Command::Print(print) => next.print = print,
            Command::Tab(view) => next.tab = Some(view),
        }
        if matches!(command, Command::Track(_) | Command::Mark(_)) {
            next.bring(found, mode);
        }
        next
    }

    /// Has the list show the line the reader stands on.
    fn bring(&mut self, found: &QueryResult, mode: Mode) {
        let lines = found.lines(mode);
        let at = lines.iter().position(|(place, _)| Some(found.entries()[*place].at) == self.line);
        let (first, end) = self.part(lines.len());
        if let Some(at) = at.filter(|at| !(first..end).contains(at)) {
            self.first = at;
        }
    }

    fn zoomed(&self, data: &Dataset, found: &QueryResult, zoom: Zoom) -> Scale {
        let (about, closer) = match zoom {
            Zoom::Everything => return Scale::fit(whole(&found.index, &found.hits), self.width),
            Zoom::Closer(about) => (about, true),
            Zoom::Farther(about) => (about, false),
        };
        let track = self.track(data, found);
        let current = track.current.map(|mark| track.marks[mark].x).filter(|x| (0..self.width).contains(x));
        let x = about.map_or(current.unwrap_or(self.width / 2), |x| x.clamp(0, self.width));
        track.scale.zoomed(x, closer)
    }

    /// Moves to another mark, and the track with it where the mark would not be seen.
    fn step(&mut self, data: &Dataset, found: &QueryResult, key: NavKey) {
        let track = self.track(data, found);
        let Some(mark) = self.beside(&track, key).and_then(|place| track.marks.get(place)) else { return };
        if mark.x < 0 || mark.end.min(mark.x + self.width / 2) > self.width {
            self.scale = Some(track.scale.panned(mark.x - self.width / 3));
        }
        self.line = found.entries().get(mark.first).map(|entry| entry.at);
    }

    fn beside(&self, track: &Track, key: NavKey) -> Option<usize> {
        let last = track.marks.len().checked_sub(1)?;
        let seen = |mark: &Mark| mark.x >= 0 && mark.x < self.width;
        let current = match track.current {
            Some(current) => current,
            None if matches!(key, NavKey::First | NavKey::Last) => 0,
            None => return track.marks.iter().position(seen).or(Some(last)),
        };
        Some(match key {
            NavKey::Back => current.saturating_sub(1),
            NavKey::On => (current + 1).min(last),
            NavKey::Up => nearest(track, current, true),
            NavKey::Down => nearest(track, current, false),
            NavKey::First => 0,
            NavKey::Last => last,
            NavKey::FarBack => current.saturating_sub(10),
            NavKey::FarOn => (current + 10).min(last),
        })
    }

    /// A mark that holds several opens by coming closer, as long as that can part them.
    fn press(&mut self, data: &Dataset, found: &QueryResult, place: usize) {
        self.line = found.entries().get(place).map(|entry| entry.at);
        let track = self.track(data, found);
        let Some(mark) = track.current.map(|mark| &track.marks[mark]) else { return };
        let (first, last) = track.period(mark);
        let (from, to) = match mark.days {
            (from, to) if from == to => (first.earliest(), last.latest()),
            days => days,
        };
        if mark.number > 1 && from < to && !track.scale.closest() {
            let room = (to - from) / 8 + 1;
            self.scale = Some(Scale::fit((from - room, to + room), self.width));
        }
    }
}

/// The mark nearest above or below; rows count more than days.
fn nearest(track: &Track, current: usize, up: bool) -> usize {
    let row = |mark: &Mark| 4 * mark.lane as i32 + mark.row as i32;
    let (from, x) = (row(&track.marks[current]), track.marks[current].x);
    let apart = |mark: &Mark| {
        let rows = if up { from - row(mark) } else { row(mark) - from };
        (rows > 0).then(|| i64::from(rows) * 200 + i64::from((mark.x - x).abs()))
    };
    let all = track.marks.iter().zip(0..).filter_map(|(mark, place)| Some((apart(mark)?, place)));
    all.min().map_or(current, |(_, place)| place)
}
