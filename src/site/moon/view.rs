//! How the Moon stands on paper. A side of it is drawn as an eye far off sees it (orthographic), the pole with every
//! area as large as it is (Lambert’s azimuthal equal-area).
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395, 1987, chapters 20 and 24,
//! on a sphere. Sines come from `libm`, whose results are the same on every machine.

use libm::{atan2, cos, sin, sqrt};
use std::f64::consts::{PI, TAU};

/// The Moon’s mean radius in kilometres: NASA, Moon Fact Sheet.
pub const RADIUS: f64 = 1737.4;

/// A direction from the middle of the Moon, of length 1: to 0° N 0° E, to 0° N 90° E, to the north pole.
pub type Vector = [f64; 3];

/// A place on the page.
pub type Point = (f64, f64);

/// The direction of a place, by its selenographic degrees, north and east positive.
pub fn vector(lat: f64, lon: f64) -> Vector {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)]
}

/// The directions that lie so far from one, all round: `steps` of them.
pub fn around(of: Vector, far: f64, steps: u32) -> Vec<Vector> {
    let east = if of[0] == 0.0 && of[1] == 0.0 { [0.0, 1.0, 0.0] } else { unit([-of[1], of[0], 0.0]) };
    let north = [
        of[1] * east[2] - of[2] * east[1],
        of[2] * east[0] - of[0] * east[2],
        of[0] * east[1] - of[1] * east[0],
    ];
    let at = |step: u32| {
        let turn = f64::from(step) * TAU / f64::from(steps);
        let beside = |k: usize| of[k] * cos(far) + sin(far) * (cos(turn) * east[k] + sin(turn) * north[k]);
        unit([0, 1, 2].map(beside))
    };
    (0..steps).map(at).collect()
}

fn dot(a: Vector, b: Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn unit(v: Vector) -> Vector {
    let length = sqrt(dot(v, v));
    v.map(|part| part / length)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Projection {
    Orthographic,
    EqualArea,
}

/// A disc on the page with a part of the Moon on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    projection: Projection,
    /// The middle of the disc.
    pub centre: Point,
    /// Its radius.
    pub radius: f64,
    /// How far from its middle it shows the Moon, in radians.
    reach: f64,
    /// Towards the eye, to the right, and up.
    axes: [Vector; 3],
}

/// A circle on the ground as it is drawn: its middle, half its length and breadth, and the turn of the length in
/// radians, clockwise from the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipse {
    pub middle: Point,
    pub long: f64,
    pub short: f64,
    pub turn: f64,
}

impl View {
    /// The side of the Moon with this longitude in its middle, north up.
    pub fn side(lon: f64, centre: Point, radius: f64) -> View {
        let east = lon.to_radians();
        let axes = [vector(0.0, lon), [-sin(east), cos(east), 0.0], [0.0, 0.0, 1.0]];
        View { projection: Projection::Orthographic, centre, radius, reach: PI / 2.0, axes }
    }

    /// The south pole and as many degrees around it, 0° up and 90° east to the right.
    pub fn pole(degrees: f64, centre: Point, radius: f64) -> View {
        let axes = [[0.0, 0.0, -1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]];
        View { projection: Projection::EqualArea, centre, radius, reach: degrees.to_radians(), axes }
    }

    /// Whether it is the map of the pole.
    pub fn is_pole(&self) -> bool {
        self.projection == Projection::EqualArea
    }

    /// The longitude in the middle of a side.
    pub fn middle(&self) -> f64 {
        atan2(self.axes[0][1], self.axes[0][0]).to_degrees()
    }

    /// How far from its middle it shows the Moon, in degrees.
    pub fn degrees(&self) -> f64 {
        self.reach.to_degrees()
    }

    /// Where a place stands: Snyder, equations 20-3 and 20-4, and 24-3, as products of directions.
    pub fn at(&self, place: Vector) -> Point {
        let [towards, right, up] = self.axes.map(|axis| dot(place, axis));
        let wide = match self.projection {
            Projection::Orthographic => 1.0,
            Projection::EqualArea => self.stretch(towards),
        };
        (self.centre.0 + self.radius * right * wide, self.centre.1 - self.radius * up * wide)
    }

    /// Whether a place is at least so far within, in units of the Moon’s radius towards the eye.
    pub fn shows(&self, place: Vector, within: f64) -> bool {
        self.depth(place) > within
    }

    fn depth(&self, place: Vector) -> f64 {
        dot(place, self.axes[0]) - cos(self.reach)
    }

    /// By how much the equal-area map draws along its circles, for a radius of 1: Snyder, equation 24-2, scaled so that
    /// what is at its reach stands at its edge.
    fn stretch(&self, towards: f64) -> f64 {
        1.0 / sqrt(((1.0 + towards) / 2.0).max(1e-9)) / (2.0 * sin(self.reach / 2.0))
    }

    /// A ring on the ground as a ring on the page: what lies beyond is cut off, and the cut closed along the edge.
    pub fn ring(&self, ring: &[Vector]) -> Vec<Point> {
        let depth: Vec<f64> = ring.iter().map(|place| self.depth(*place)).collect();
        if depth.iter().all(|depth| *depth > 0.0) {
            return ring.iter().map(|place| self.at(*place)).collect();
        }
        let number = ring.len();
        let enters = |to: &usize| depth[*to] > 0.0 && depth[(*to + number - 1) % number] <= 0.0;
        let Some(start) = (0..number).find(enters) else { return Vec::new() };
        let cut = |from: usize, to: usize| {
            let share = depth[from] / (depth[from] - depth[to]);
            unit([0, 1, 2].map(|k| ring[from][k] + share * (ring[to][k] - ring[from][k])))
        };
        let first = cut((start + number - 1) % number, start);
        let (mut out, mut left) = (vec![self.at(first)], first);
        for step in 0..number {
            let (from, to) = ((start + step) % number, (start + step + 1) % number);
            if depth[from] > 0.0 {
                out.push(self.at(ring[from]));
            }
            if depth[from] > 0.0 && depth[to] <= 0.0 {
                left = cut(from, to);
                out.push(self.at(left));
            } else if depth[from] <= 0.0 && depth[to] > 0.0 {
                let back = if to == start { first } else { cut(from, to) };
                out.extend(self.edge(left, back));
                out.extend((to != start).then(|| self.at(back)));
            }
        }
        out
    }

    /// Points on the edge from one place to another, the short way, every six degrees.
    fn edge(&self, from: Vector, to: Vector) -> Vec<Point> {
        let [from, to] = [from, to].map(|place| atan2(dot(place, self.axes[2]), dot(place, self.axes[1])));
        let way = (to - from + PI).rem_euclid(TAU) - PI;
        let steps = (way.abs() / 6f64.to_radians()) as u32;
        let at = |step: u32| {
            let turn = from + way * f64::from(step) / f64::from(steps + 1);
            (self.centre.0 + self.radius * cos(turn), self.centre.1 - self.radius * sin(turn))
        };
        (1..=steps).map(at).collect()
    }

    /// A circle on the ground by its middle and its diameter in kilometres; `None` if the edge cuts it, or nearly. From
    /// far off it is an ellipse exactly, with its middle at R sin c cos a and half axes R sin a and R sin a cos c, where
    /// c is its distance from the middle of the disc and a its radius, both as angles. On the map of the pole it is one
    /// to first order, with the scales of Snyder’s equations 24-1a and 24-2.
    pub fn circle(&self, about: Vector, km: f64) -> Option<Ellipse> {
        let far = km / 2.0 / RADIUS;
        let [towards, right, up] = self.axes.map(|axis| dot(about, axis));
        let turn = atan2(right, up);
        match self.projection {
            Projection::Orthographic => {
                if towards < sin(far) * 0.6 {
                    return None;
                }
                let out = self.radius * cos(far);
                let middle = (self.centre.0 + out * right, self.centre.1 - out * up);
                let long = self.radius * sin(far);
                Some(Ellipse { middle, long, short: long * towards, turn })
            }
            Projection::EqualArea => {
                if towards < cos(self.reach - far) {
                    return None;
                }
                let long = self.radius * self.stretch(towards) * far;
                Some(Ellipse { middle: self.at(about), long, short: long * (1.0 + towards) / 2.0, turn })
            }
        }
    }
}
