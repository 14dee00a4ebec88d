//! Where names stand on a map: a greedy search, the most crowded first, over places on rings about each mark, that is
//! repeated until what was placed early has seen what came late.

use super::view::{Point, View};
use crate::site::lettering::{Field, meet, width};
use crate::site::station::Anchor;
use libm::{cos, hypot, sin};
use std::f64::consts::PI;

/// Size of a site's name, and of a feature's.
pub const SIZE: f64 = 13.5;
pub const SMALL: f64 = 11.5;
/// How far from its mark a name may stand; beyond the first it has a line to it.
const RINGS: [f64; 6] = [11.0, 20.0, 32.0, 46.0, 62.0, 80.0];
/// Into so many directions.
const WAYS: u32 = 24;
/// How often each name is placed anew.
const ROUNDS: usize = 4;

/// A mark that is to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub id: String,
    pub at: Point,
    pub name: String,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Whether there is a line to its mark.
    pub lead: bool,
    /// Where its line of writing begins, has its middle or ends.
    pub at: Point,
    pub anchor: Anchor,
    pub field: Field,
    /// How far from the mark, and into which direction, in radians, up to the left.
    far: f64,
    way: f64,
}

impl Place {
    /// The place on a ring about a mark into a direction.
    fn new(mark: &Mark, far: f64, way: f64) -> Place {
        let (right, down) = (cos(way), -sin(way));
        let (x, y) = (mark.at.0 + far * right, mark.at.1 + far * down);
        let anchor = match right {
            right if right > 0.35 => Anchor::Start,
            right if right < -0.35 => Anchor::End,
            _ => Anchor::Middle,
        };
        let wide = width(&mark.name, SIZE, true);
        let left = x - anchor.share() * wide;
        let middle = if anchor == Anchor::Middle { y + SIZE * 0.5 * down } else { y };
        let field = [left - 1.0, middle - SIZE * 0.56, left + wide + 1.0, middle + SIZE * 0.56];
        Place { lead: far > 12.0, at: (x, middle + SIZE * 0.35), anchor, field, far, way }
    }

    /// Where the line from its mark ends, about.
    fn end(&self) -> Point {
        (self.at.0, self.at.1 - SIZE * 0.35)
    }

    /// Where the line that is drawn ends: beside the words, or above or below them.
    pub fn drawn_end(&self, mark: &Mark) -> Point {
        let (x, y) = self.end();
        match self.anchor {
            Anchor::Start => (x - 2.0, y),
            Anchor::End => (x + 2.0, y),
            Anchor::Middle if self.at.1 < mark.at.1 => (x, y + SIZE * 0.55),
            Anchor::Middle => (x, y - SIZE * 0.55),
        }
    }
}

/// What names must not stand on.
pub struct Map<'a> {
    /// The page.
    pub frame: Field,
    /// Fields that are better left free.
    pub taken: &'a [Field],
    pub view: &'a View,
}

/// Places for the names of all marks, in their order.
pub fn places(marks: &[Mark], map: &Map) -> Vec<Place> {
    let apart = |mark: &Mark| -> f64 {
        marks.iter().map(|other| hypot(mark.at.0 - other.at.0, mark.at.1 - other.at.1)).sum()
    };
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by(|a, b| {
        let by_room = apart(&marks[*a]).total_cmp(&apart(&marks[*b]));
        by_room.then_with(|| marks[*a].id.cmp(&marks[*b].id))
    });
    let mut placed: Vec<Option<Place>> = vec![None; marks.len()];
    for at in (0..ROUNDS).flat_map(|_| order.iter().copied()) {
        let ways = |far: f64| (0..WAYS).map(move |way| (far, f64::from(way) * TURN));
        let all = RINGS.into_iter().flat_map(ways).map(|(far, way)| Place::new(&marks[at], far, way));
        let priced = all.map(|place| (cost(map, marks, &placed, at, &place), place));
        placed[at] = priced.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, place)| place);
    }
    placed.into_iter().flatten().collect()
}

const TURN: f64 = 2.0 * PI / WAYS as f64;

/// What is bad about a place: above all to leave the page or to meet another name, then another mark or a line, then to
/// be far off, and last to stand inward.
fn cost(map: &Map, marks: &[Mark], placed: &[Option<Place>], at: usize, place: &Place) -> f64 {
    let mark = &marks[at];
    let [left, top, right, bottom] = place.field;
    let inside =
        left >= map.frame[0] && top >= map.frame[1] && right <= map.frame[2] && bottom <= map.frame[3];
    let mut sum = place.far * 0.9 + if inside { 0.0 } else { 4000.0 };
    let others = |which: &usize| *which != at;
    for dot in (0..marks.len()).filter(others).map(|which| dot(&marks[which], 6.0)) {
        sum += if meet(place.field, dot, 0.5) { 900.0 } else { 0.0 };
        sum += if place.lead && crosses(mark.at, place.end(), dot) { 500.0 } else { 0.0 };
    }
    sum += 240.0 * map.taken.iter().filter(|taken| meet(place.field, **taken, 1.0)).count() as f64;
    for other in (0..placed.len()).filter(others).filter_map(|which| placed[which]) {
        sum += if meet(place.field, other.field, 1.5) { 1500.0 } else { 0.0 };
        sum += if crosses(mark.at, place.end(), other.field) { 700.0 } else { 0.0 };
    }
    let out = (mark.at.0 - map.view.centre.0, mark.at.1 - map.view.centre.1);
    let length = hypot(out.0, out.1).max(f64::MIN_POSITIVE);
    sum += 9.0 * (1.0 - (cos(place.way) * out.0 - sin(place.way) * out.1) / length);
    sum + if place.anchor == Anchor::Middle { 3.0 } else { 0.0 }
}

/// The field of a mark, so far to each side.
pub fn dot(mark: &Mark, reach: f64) -> Field {
    [mark.at.0 - reach, mark.at.1 - reach, mark.at.0 + reach, mark.at.1 + reach]
}

/// Whether a line runs through a field, by eight steps of it.
pub fn crosses(from: Point, to: Point, field: Field) -> bool {
    (0..=8).map(f64::from).any(|step| {
        let (x, y) = (from.0 + step / 8.0 * (to.0 - from.0), from.1 + step / 8.0 * (to.1 - from.1));
        field[0] < x && x < field[2] && field[1] < y && y < field[3]
    })
}

/// The name of a sea or a crater, and where it may stand, the best place first.
pub struct Feature<'a> {
    pub name: &'a str,
    pub sea: bool,
    /// The middle of the name's line of writing.
    pub places: Vec<Point>,
}

/// Where each name of a feature finds room on the disc, the important ones first. They give way to the sites: one
/// without room is left out.
pub fn features<'a>(
    features: &'a [Feature],
    marks: &[Mark],
    names: &[Place],
    map: &Map,
) -> Vec<(&'a Feature<'a>, Point)> {
    let mut taken: Vec<Field> = map.taken.to_vec();
    taken.extend(names.iter().map(|name| name.field));
    taken.extend(marks.iter().map(|mark| dot(mark, 7.0)));
    let leads: Vec<_> = marks.iter().zip(names).filter(|(_, name)| name.lead).collect();
    let mut kept = Vec::new();
    for feature in features {
        let half = width(feature.name, SMALL, false) / 2.0;
        let field = |(x, y): Point| [x - half, y - 8.0, x + half, y + 2.5];
        let free = |at: &&Point| {
            let on_disc = [-half, half].into_iter().all(|off| {
                hypot(at.0 + off - map.view.centre.0, at.1 - 4.0 - map.view.centre.1) <= map.view.radius - 3.0
            });
            let crossed = leads.iter().any(|(mark, name)| crosses(mark.at, name.end(), field(**at)));
            on_disc && !crossed && !taken.iter().any(|other| meet(field(**at), *other, 1.0))
        };
        if let Some(at) = feature.places.iter().find(free) {
            taken.push(field(*at));
            kept.push((feature, *at));
        }
    }
    kept
}
