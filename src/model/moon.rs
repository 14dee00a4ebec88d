//! The Moon on paper: the orthographic projection, as an eye far above one place sees the globe. Whole numbers in
//! and out; floats live inside a function, through `libm`, whose results are the same on every machine.
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395, 1987, chapter 20. Turned
//! towards a pole the same projection is azimuthal about it.

use libm::{acos, asin, atan2, cos, round, sin, sqrt};

/// Ten-thousandths of a degree in a degree.
pub const DEGREE: i32 = 10_000;

/// The Moon's mean radius in metres: NASA, Moon Fact Sheet.
const RADIUS_METRES: f64 = 1_737_400.0;

/// A place on the Moon: selenographic, in ten-thousandths of a degree, north and east positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Latitude.
    pub lat: i32,
    /// Longitude.
    pub lon: i32,
}

/// A view of the Moon: the disc of it that lies within reach of a place, with that place in its middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Globe {
    /// The place under the eye.
    pub centre: Spot,
    /// The Moon's radius in units of the picture.
    pub radius: i32,
    /// How far from the centre the view goes, in ten-thousandths of a degree; a whole side is 90 degrees.
    pub reach: i32,
}

/// What becomes of a circle on the ground. Places are units of the picture from the middle of the disc, to the right
/// and down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outline {
    /// All of it is seen: an ellipse by its middle, its half axes, the long one first, and the turn of the long one
    /// in degrees, clockwise from the right.
    Whole { middle: (i32, i32), axes: (i32, i32), turn: i32 },
    /// A part of it is seen: this line, closed along the edge of the disc, clockwise or not.
    Cut { line: Vec<(i32, i32)>, clockwise: bool },
    /// None of it is seen.
    Unseen,
}

/// A direction from the middle of the Moon as the eye sees it: right, up, and towards the eye.
type Direction = [f64; 3];

impl Globe {
    /// Where a place stands, if it is seen: Snyder, equations 20-3 to 20-5.
    pub fn place(&self, spot: Spot) -> Option<(i32, i32)> {
        let seen = self.direction(spot);
        self.sees(seen).then(|| self.drawn(seen))
    }

    /// The place that stands there, if there is one: the inverse, equations 20-14, 20-15 and 20-18.
    pub fn spot(&self, x: i32, y: i32) -> Option<Spot> {
        let (right, up) = (f64::from(x) / f64::from(self.radius), -f64::from(y) / f64::from(self.radius));
        let far = right * right + up * up;
        // A place on the edge was rounded to whole units, and may stand less than one of them outside.
        let edge = sin(f64::from(self.reach) / f64::from(DEGREE) * RADIAN) + 1.0 / f64::from(self.radius);
        if far > edge * edge {
            return None;
        }
        let towards = sqrt((1.0 - far).max(0.0));
        let (lat, lon) = radians(self.centre);
        let north = towards * sin(lat) + up * cos(lat);
        let out = towards * cos(lat) - up * sin(lat);
        let east = degrees(lon + atan2(right, out));
        let turned = (east + 180 * DEGREE).rem_euclid(360 * DEGREE) - 180 * DEGREE;
        Some(Spot { lat: degrees(asin(north.clamp(-1.0, 1.0))), lon: turned })
    }

    /// What becomes of a circle on the ground about a place, by its diameter in metres. Its plane cuts the globe in a
    /// circle, which an eye far off sees as an ellipse, flattened towards the middle of the disc.
    pub fn circle(&self, about: Spot, metres: i32) -> Outline {
        let middle = self.direction(about);
        let wide = f64::from(metres) / 2.0 / RADIUS_METRES;
        let away = acos(middle[2].clamp(-1.0, 1.0));
        let reach = f64::from(self.reach) / f64::from(DEGREE) * RADIAN;
        if away - wide >= reach {
            return Outline::Unseen;
        }
        if away + wide > reach {
            return self.cut(middle, wide);
        }
        let size = f64::from(self.radius);
        let long = size * sin(wide);
        let axes = (whole(long), whole(long * cos(away)).max(1));
        let [x, y, _] = middle.map(|part| part * cos(wide) * size);
        let turn = whole(atan2(x, y) / RADIAN).rem_euclid(180);
        Outline::Whole { middle: (whole(x), whole(-y)), axes, turn }
    }

    /// The seen part of a circle that the edge of the disc cuts: a point every five degrees of it.
    fn cut(&self, middle: Direction, wide: f64) -> Outline {
        let points: Vec<Direction> =
            (0..72).map(|step| beside(middle, wide, f64::from(step * 5) * RADIAN)).collect();
        let seen: Vec<bool> = points.iter().map(|point| self.sees(*point)).collect();
        let Some(first) = (0..72).find(|at| seen[*at] && !seen[(at + 71) % 72]) else {
            return Outline::Unseen;
        };
        let run = (first..first + 72).take_while(|at| seen[at % 72]).map(|at| points[at % 72]);
        let mut line: Vec<(i32, i32)> = run.map(|point| self.drawn(point)).collect();
        // The first and the last seen point stand just inside the edge; they are drawn on it.
        let edge = f64::from(self.radius) * sin(f64::from(self.reach) / f64::from(DEGREE) * RADIAN);
        let last = line.len() - 1;
        for end in [0, last] {
            let (x, y) = (f64::from(line[end].0), f64::from(line[end].1));
            let far = sqrt(x * x + y * y).max(1.0);
            line[end] = (whole(x * edge / far), whole(y * edge / far));
        }
        let ((from_x, from_y), (to_x, to_y)) = (line[last], line[0]);
        let clockwise = i64::from(from_x) * i64::from(to_y) - i64::from(from_y) * i64::from(to_x) > 0;
        Outline::Cut { line, clockwise }
    }

    fn direction(&self, spot: Spot) -> Direction {
        let ((lat, lon), (at, from)) = (radians(spot), radians(self.centre));
        let east = lon - from;
        [
            cos(lat) * sin(east),
            cos(at) * sin(lat) - sin(at) * cos(lat) * cos(east),
            sin(at) * sin(lat) + cos(at) * cos(lat) * cos(east),
        ]
    }

    fn sees(&self, [_, _, towards]: Direction) -> bool {
        towards >= cos(f64::from(self.reach) / f64::from(DEGREE) * RADIAN) - 1e-9
    }

    fn drawn(&self, [right, up, _]: Direction) -> (i32, i32) {
        let size = f64::from(self.radius);
        (whole(right * size), whole(-up * size))
    }
}

const RADIAN: f64 = core::f64::consts::PI / 180.0;

/// The direction that lies so far from another, on the side that the angle says.
fn beside(middle: Direction, far: f64, angle: f64) -> Direction {
    let [x, y, z] = middle;
    let flat = sqrt(x * x + y * y);
    // Two directions at right angles to the middle and to each other.
    let (one, two) = match flat > 1e-9 {
        true => ([-y / flat, x / flat, 0.0], [-z * x / flat, -z * y / flat, flat]),
        false => ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]),
    };
    std::array::from_fn(|i| middle[i] * cos(far) + sin(far) * (one[i] * cos(angle) + two[i] * sin(angle)))
}

fn radians(spot: Spot) -> (f64, f64) {
    let one = |part: i32| f64::from(part) / f64::from(DEGREE) * RADIAN;
    (one(spot.lat), one(spot.lon))
}

fn degrees(angle: f64) -> i32 {
    whole(angle / RADIAN * f64::from(DEGREE))
}

fn whole(number: f64) -> i32 {
    round(number) as i32
}
