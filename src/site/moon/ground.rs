//! What the ground looks like: seas, their darkest basalt, bright rays, the dusky floor of the South Pole–Aitken basin,
//! and craters with a shaded wall. Outlines and craters are data, `ground.json`, whose origin stands in it.

use super::view::{Ellipse, Point, RADIUS, Vector, View, around, vector};
use crate::site::svg::half;
use libm::{atan2, cos, hypot, sin};
use serde::Deserialize;
use std::f64::consts::PI;
use std::fmt::Write;
use std::sync::OnceLock;

/// The outlines and craters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// What it is and where it comes from.
    pub about: String,
    /// Each a shape: an outline and its holes.
    pub sea: Vec<Shape>,
    pub basalt: Vec<Shape>,
    pub ray: Vec<Shape>,
    pub dusk: Vec<Shape>,
    /// Longitude and latitude in tenths of a degree, and diameter in kilometres.
    pub craters: Vec<(f64, f64, f64)>,
}

/// Rings of longitudes and latitudes in tenths of a degree; the first pair is a place, each other the way to the next.
pub type Shape = Vec<Vec<i32>>;

/// The outlines and craters, read once. They are part of the program, and a test reads them.
pub fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| {
        serde_json::from_str(include_str!("ground.json")).expect("ground.json is read by a test")
    })
}

/// The places of a ring.
pub fn places(ring: &[i32]) -> Vec<Vector> {
    let (mut lon, mut lat) = (0, 0);
    let place = |step: &[i32]| {
        lon += step[0];
        lat += step[1];
        vector(f64::from(lat) / 10.0, f64::from(lon) / 10.0)
    };
    ring.chunks_exact(2).map(place).collect()
}

/// Shapes as one path.
pub fn shapes(view: &View, shapes: &[Shape]) -> String {
    shapes.iter().flatten().map(|ring| line(&view.ring(&places(ring)), true)).collect()
}

/// Points as a path in whole half units, each by its way from the last; two that fall together are one.
pub fn line(points: &[Point], closed: bool) -> String {
    let mut places: Vec<(i32, i32)> = points.iter().map(|(x, y)| (half(*x), half(*y))).collect();
    places.dedup();
    let Some((first, rest)) = places.split_first().filter(|_| places.len() >= if closed { 4 } else { 2 })
    else {
        return String::new();
    };
    let mut d = format!("M{} {}l", first.0, first.1);
    let mut last = *first;
    for (place, (x, y)) in rest.iter().enumerate() {
        let (right, down) = (x - last.0, y - last.1);
        let gap = if place > 0 && right >= 0 { " " } else { "" };
        let between = if down < 0 { "" } else { " " };
        d.push_str(&format!("{gap}{right}{between}{down}"));
        last = (*x, *y);
    }
    d + if closed { "z" } else { "" }
}

/// Craters as two paths: their rims, and the walls that lie in shadow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Craters {
    pub rims: String,
    pub walls: String,
}

/// The craters of a view that are at least so wide; near the pole, where they were gathered down to a lesser size,
/// every one.
pub fn craters(view: &View, least: f64) -> Craters {
    let mut all = Craters::default();
    for (lon, lat, km) in &ground().craters {
        let polar = *lat <= -680.0;
        let small = if polar { !view.is_pole() && *lat < -680.0 && *km < 60.0 } else { *km < least };
        if !small {
            all.add(view, vector(lat / 10.0, lon / 10.0), *km);
        }
    }
    all
}

/// The craters of a view that are at least so wide, and none other.
pub fn wide_craters(view: &View, least: f64) -> Craters {
    let mut all = Craters::default();
    for (lon, lat, km) in ground().craters.iter().filter(|(.., km)| *km >= least) {
        all.add(view, vector(lat / 10.0, lon / 10.0), *km);
    }
    all
}

/// A crater has a wall in shadow if it is at least so large on the map, by its half axis; on a lesser one it would be a
/// hair, and weigh as much as on a large one.
const WALLED: f64 = 6.5;
/// From here the light comes: the upper left.
const LIGHT: Point = (-0.9, -0.44);

impl Craters {
    fn add(&mut self, view: &View, about: Vector, km: f64) {
        match view.circle(about, km) {
            Some(ellipse) if ellipse.long >= 1.5 && ellipse.short >= 0.5 => {
                self.rims.push_str(&rim(&ellipse));
                if ellipse.long > WALLED && ellipse.short > WALLED / 2.0 {
                    self.walls.push_str(&wall(&ellipse));
                }
            }
            Some(_) => {}
            // A large one that the edge of the map cuts.
            None if view.is_pole() && km > 120.0 => {
                let ring = around(about, km / 2.0 / RADIUS, 60);
                self.rims.push_str(&line(&view.ring(&ring), true));
            }
            None => {}
        }
    }
}

/// The turn and half axes of an ellipse as an arc takes them.
fn arc(ellipse: &Ellipse, larger: f64) -> String {
    let Ellipse { long, short, turn, .. } = ellipse;
    let degrees = turn.to_degrees().rem_euclid(180.0).round();
    match long - short > 0.3 {
        true => format!("{} {} {degrees}", half(long * larger), half(short * larger)),
        false => format!("{} {} 0", half(long * larger), half(long * larger)),
    }
}

/// The directions of the short and of the long axis on the page: towards the edge, and along it.
fn axes(ellipse: &Ellipse) -> [Point; 2] {
    let out = (cos(ellipse.turn - PI / 2.0), sin(ellipse.turn - PI / 2.0));
    [out, (-out.1, out.0)]
}

/// One arc nearly all the way round, from the leftmost point of the ellipse, where it runs downwards, to half a unit
/// below: half as long as two arcs, and nobody sees the difference.
fn rim(ellipse: &Ellipse) -> String {
    let ((x, y), [out, along]) = (ellipse.middle, axes(ellipse));
    let (long, short) = (ellipse.long * along.0, ellipse.short * out.0);
    let reach = hypot(long, short);
    let down = (long * ellipse.long * along.1 + short * ellipse.short * out.1) / reach;
    format!("M{} {}a{} 1 1 0 1z", half(x - reach), half(y - down), arc(ellipse, 1.0))
}

/// The wall on the side of the light: between the rim and a larger ellipse, from where the light touches to where it
/// touches again.
fn wall(ellipse: &Ellipse) -> String {
    let ((x, y), [out, along]) = (ellipse.middle, axes(ellipse));
    let long = (LIGHT.0 * along.0 + LIGHT.1 * along.1) / ellipse.long;
    let short = (LIGHT.0 * out.0 + LIGHT.1 * out.1) / ellipse.short;
    let touch = atan2(-long, short);
    let at = |turn: f64| {
        let (a, b) = (ellipse.long * cos(turn), ellipse.short * sin(turn));
        (x + a * along.0 + b * out.0, y + a * along.1 + b * out.1)
    };
    let (one, two) = (at(touch), at(touch + PI));
    let side = (two.0 - one.0) * (y + LIGHT.1 - one.1) - (two.1 - one.1) * (x + LIGHT.0 - one.0);
    let (from, to) = if side < 0.0 { (one, two) } else { (two, one) };
    let (from, to) = ((half(from.0), half(from.1)), (half(to.0), half(to.1)));
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let mut d = String::new();
    // Writing to a text cannot fail.
    let _ = write!(d, "M{} {}a{} 0 1 {right} {down}", from.0, from.1, arc(ellipse, 1.0));
    let _ = write!(d, "a{} 0 0 {} {}", arc(ellipse, 1.22), -right, -down);
    d
}

/// Parallels and meridians.
pub fn grid(view: &View) -> String {
    let (x, y) = view.centre;
    if !view.is_pole() {
        let middle = view.middle();
        let steps = || (0..=30).map(|step| f64::from(step) * 6.0 - 90.0);
        let lines = [-60.0, -30.0, 0.0, 30.0, 60.0].map(|at: f64| {
            let parallel: Vec<Point> = steps().map(|off| view.at(vector(at, middle + off))).collect();
            let meridian: Vec<Point> = steps().map(|lat| view.at(vector(lat, middle + at))).collect();
            [line(&parallel, false), line(&meridian, false)]
        });
        let [parallels, meridians] = [0, 1].map(|of| lines.iter().map(|both| &*both[of]).collect::<String>());
        return parallels + &meridians;
    }
    let step = if view.degrees() < 30.0 { 5.0 } else { 10.0 };
    let mut d = String::new();
    let mut off = step;
    while off < view.degrees() - 0.5 {
        let edge = view.at(vector(off - 90.0, 90.0));
        let r = hypot(edge.0 - x, edge.1 - y);
        d.push_str(&ring((x, y), r));
        off += step;
    }
    for lon in [0.0, 30.0, 60.0, 90.0, 120.0, 150.0] {
        let lat = view.degrees() - 90.0;
        d.push_str(&line(&[view.at(vector(lat, lon)), view.at(vector(lat, lon + 180.0))], false));
    }
    d
}

/// A circle on the page.
pub fn ring((x, y): Point, radius: f64) -> String {
    let r = half(radius);
    format!("M{} {}a{r} {r} 0 1 1 {} 0a{r} {r} 0 1 1 {} 0z", half(x - radius), half(y), 2 * r, -2 * r)
}
