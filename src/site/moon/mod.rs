//! The Moon in three maps: the near side and the far side as they are seen from far off, and the south pole. Where
//! missions came down, or are to, and the names by which a place is found are the record's; the ground is data of its
//! own.

pub mod ground;
pub mod label;
mod site;
pub mod view;

pub use site::{Mark, Sight};

use super::known_since;
use super::lettering::Field;
use super::svg::{Element, half, path, words};
use super::take;
use crate::model::dataset::Dataset;
use crate::model::query;
use crate::model::record::{Feature, Record};
use crate::text::Lang;
use ground::{Craters, craters, grid, ground, ring, shapes, wide_craters};
use label::Place;
use view::{Point, Vector, View, vector};

/// The page of a map.
const SIZE: (f64, f64) = (400.0, 360.0);
/// Radius of a disc.
const DISC: f64 = 160.0;
/// The latitude beyond which a site stands on the map of the pole alone.
const POLAR: f64 = -75.0;
/// The same for the names of features, which are small there.
const POLAR_NAMES: f64 = -62.0;
/// How far within the edge of a side something has to be to be drawn there, in units of the Moon’s radius towards the
/// eye.
const SEEN: f64 = 0.03;

/// A map with everything that is on it, laid out.
pub struct Map {
    /// What it shows.
    pub name: &'static str,
    /// Its disc.
    pub view: View,
    /// A smaller disc beside it that reaches farther.
    pub inset: Option<View>,
    /// The sites, each with the place of its name.
    pub sights: Vec<Sight>,
    /// The names of seas and craters, and whether it is a sea.
    pub named: Vec<(String, bool, Point)>,
}

/// The three maps as a figure; `base` leads to the root of the site. Nothing, if the record has no sites.
pub fn figure(record: &Record, data: &Dataset, lang: Lang, base: &str) -> Option<Element> {
    let all = maps(record, data, lang);
    if all.iter().all(|map| map.sights.is_empty()) {
        return None;
    }
    let words = lang.picture_text();
    let drawn = all.iter().map(|map| {
        let name = Element::new("p").with("aria-hidden", "true").holding(map.name);
        Element::new("div").holding(name).holding(drawing(map, data, lang, base))
    });
    let discs = Element::new("div").with("class", "discs").holding_all(drawn.collect::<Vec<_>>());
    let figure = Element::new("figure").with("class", "maps").with("aria-label", words.maps_name);
    let mut caption = Element::new("figcaption").holding(words.maps_caption);
    if all.iter().any(is_searched) {
        let searched = Element::new("span").with("class", "now");
        caption = caption.holding(searched.holding(words.maps_searched));
    }
    let caption = caption.holding(known_since::caption(data, lang));
    Some(figure.holding(discs).holding(caption).holding(take::row(lang, base, query::View::Moon)))
}

/// The near side, the far side and the pole, laid out.
pub fn maps(record: &Record, data: &Dataset, lang: Lang) -> [Map; 3] {
    let [near, far, pole] = lang.picture_text().maps;
    let middle = (SIZE.0 / 2.0, SIZE.1 / 2.0);
    let inset = View::pole(40.0, (66.0, 300.0), 50.0);
    [
        map(record, data, lang, near, (View::side(0.0, middle, DISC), None)),
        map(record, data, lang, far, (View::side(180.0, middle, DISC), None)),
        map(record, data, lang, pole, (View::pole(20.0, (200.0, 176.0), DISC), Some(inset))),
    ]
}

fn map(
    record: &Record,
    data: &Dataset,
    lang: Lang,
    name: &'static str,
    (view, inset): (View, Option<View>),
) -> Map {
    let kept: Vec<Field> = inset.iter().map(|inset| square(inset, 4.0)).collect();
    let page = label::Map { frame: [2.0, 2.0, SIZE.0 - 2.0, SIZE.1 - 2.0], taken: &kept, view: &view };
    let marks = site::marks(record, data, lang, &view, inset.as_ref());
    let plain: Vec<label::Mark> = marks.iter().map(|mark| mark.label.clone()).collect();
    let places = label::places(&plain, &page);
    let features = features(record, &view);
    let named = label::features(&features, &plain, &places, &page);
    let named = named.into_iter().map(|(feature, at)| (feature.name.to_string(), feature.sea, at)).collect();
    let sights = marks.into_iter().zip(places).map(|(mark, place)| Sight { mark, place }).collect();
    Map { name, view, inset, sights, named }
}

/// The square about a disc.
fn square(view: &View, more: f64) -> Field {
    let ((x, y), reach) = (view.centre, view.radius + more);
    [x - reach, y - reach, x + reach, y + reach]
}

/// The features that are named where there is room, the important ones first: ours, since how well a name is known is
/// no part of the record.
const NAMED: [&str; 35] = [
    "Mare Imbrium",
    "Oceanus Procellarum",
    "Mare Serenitatis",
    "Mare Tranquillitatis",
    "Mare Nubium",
    "Mare Humorum",
    "Mare Fecunditatis",
    "Mare Crisium",
    "Mare Frigoris",
    "Tycho",
    "Copernicus",
    "Plato",
    "Clavius",
    "Mare Moscoviense",
    "Mare Ingenii",
    "Mare Orientale",
    "Korolev",
    "Hertzsprung",
    "Mendeleev",
    "Gagarin",
    "Tsiolkovskiy",
    "Apollo",
    "Von Kármán",
    "Daedalus",
    "Aitken",
    "Shackleton",
    "Schrödinger",
    "Cabeus",
    "Amundsen",
    "Drygalski",
    "Boguslawsky",
    "Zeeman",
    "Scott",
    "Wiechert",
    "Simpelius",
];

/// The named features of a record that a view shows, each with the places its name may have. Those about the pole are
/// named on its map alone.
fn features<'a>(record: &'a Record, view: &View) -> Vec<label::Feature<'a>> {
    let named = NAMED.iter().filter_map(|name| record.features.iter().find(|of| of.name == *name));
    named.filter_map(|of| feature(of, view)).collect()
}

fn feature<'a>(of: &'a Feature, view: &View) -> Option<label::Feature<'a>> {
    let (lat, lon): (f64, f64) = (of.lat.parse().ok()?, of.lon.parse().ok()?);
    let (about, sea) = (vector(lat, lon), of.kind != "crater");
    let named = match view.is_pole() {
        true => !sea && view.shows(about, 0.0),
        false => lat > POLAR_NAMES && view.shows(about, SEEN),
    };
    let name = of.name.strip_prefix("Oceanus ").or_else(|| of.name.strip_prefix("Mare ")).unwrap_or(&of.name);
    let (x, y) = view.at(about);
    let off = if sea { beside_sea() } else { beside_crater(of, about, view, name) };
    let places = off.into_iter().map(|(right, down)| (x + right, y + down)).collect();
    named.then_some(label::Feature { name, sea, places })
}

/// In the middle of a sea, or near that.
fn beside_sea() -> Vec<Point> {
    let rows = [0.0, -11.0, 11.0, -20.0, 20.0];
    rows.iter().flat_map(|down| [0.0, -14.0, 14.0, -26.0, 26.0].map(|right| (right, down + 4.0))).collect()
}

/// Below a crater, above it, beside it.
fn beside_crater(of: &Feature, about: Vector, view: &View, name: &str) -> Vec<Point> {
    let wide = super::lettering::width(name, label::SMALL, false) / 2.0;
    let km = of.km.as_deref().and_then(|km| km.parse().ok()).unwrap_or(40.0);
    let (high, out) = view.circle(about, km).map_or((4.0, 4.0), |ellipse| (ellipse.short, ellipse.long));
    let side = out + wide;
    vec![
        (0.0, high + 10.0),
        (0.0, -high - 4.0),
        (side + 3.0, 4.0),
        (-side - 3.0, 4.0),
        (side, -high),
        (-side, -high),
        (side, high + 6.0),
        (-side, high + 6.0),
    ]
}

/// A map as SVG.
fn drawing(map: &Map, data: &Dataset, lang: Lang, base: &str) -> Element {
    let back = Element::new("g").with("aria-hidden", "true").holding_all(terrain(map, lang));
    let names = map
        .named
        .iter()
        .map(|(name, sea, (x, y))| words(if *sea { "name i" } else { "name" }, (half(*x), half(*y)), name));
    let back = back.holding_all(names);
    let sights = map.sights.iter().map(|sight| sight.element(data, lang, base, map.view.is_pole()));
    let group = Element::new("g").with("transform", "scale(.5)").holding(back).holding_all(sights);
    Element::new("svg")
        .with("viewBox", format!("0 0 {} {}", SIZE.0, SIZE.1))
        .with("role", "group")
        .with("aria-label", map.name)
        .holding(group)
}

/// The ground of a map, with what is drawn on it beside sites and names.
fn terrain(map: &Map, lang: Lang) -> Vec<Element> {
    let (view, seas) = (&map.view, ground());
    let mut all = vec![disc("disc", view, 0.0)];
    let layers: &[_] = match (view.is_pole(), view.middle() == 0.0) {
        (true, _) => &[("sea", &seas.sea)],
        (_, true) => &[("ray", &seas.ray), ("sea", &seas.sea), ("basalt", &seas.basalt)],
        _ => &[("dusk", &seas.dusk), ("sea", &seas.sea)],
    };
    all.extend(layers.iter().filter_map(|(class, of)| path(class, &shapes(view, of))));
    all.extend(drawn(&craters(view, if view.is_pole() { 40.0 } else { 140.0 })));
    all.extend(path("grid", &grid(view)));
    if let Some(inset) = &map.inset {
        all.extend(is_searched(map).then(|| band(map)).flatten());
        all.extend([disc("gap", inset, 7.0), disc("disc", inset, 0.0)]);
        all.extend(path("sea", &shapes(inset, &seas.sea)));
        all.extend(drawn(&wide_craters(inset, 130.0)));
        let edge = inset.at(vector(view.degrees() - 90.0, 90.0)).0 - inset.centre.0;
        all.extend(path("box", &ring(inset.centre, edge)));
        let place = (half(view.centre.0), half(view.centre.1 - view.radius - 4.0));
        all.push(words("name out", place, lang.picture_text().maps_earth));
    }
    all
}

fn disc(class: &str, view: &View, more: f64) -> Element {
    let circle = Element::new("circle").with("class", class);
    let circle = circle.with("cx", half(view.centre.0)).with("cy", half(view.centre.1));
    circle.with("r", half(view.radius + more))
}

fn drawn(craters: &Craters) -> impl Iterator<Item = Element> {
    path("wall", &craters.walls).into_iter().chain(path("rim", &craters.rims))
}

/// The site beside which the search area of Luna-27 is drawn, from the parallels and meridians that the text on it
/// gives: 79–83° S and 1° W to 51° E.
const SEARCHED: &str = "luna-27-target-point";

fn is_searched(map: &Map) -> bool {
    map.view.is_pole() && map.sights.iter().any(|sight| sight.mark.label.id == SEARCHED)
}

fn band(map: &Map) -> Option<Element> {
    let lons = || (0..=13).map(|step| -1.0 + f64::from(step) * 4.0);
    let north = lons().map(|lon| map.view.at(vector(-83.0, lon)));
    let south = lons().rev().map(|lon| map.view.at(vector(-79.0, lon)));
    path("band", &ground::line(&north.chain(south).collect::<Vec<_>>(), true))
}

/// The fields of all names of a map, with what they say.
pub fn fields(map: &Map) -> Vec<(&str, Field)> {
    let sites = map.sights.iter().map(|sight| (&*sight.mark.label.name, sight.place.field));
    let named = map.named.iter().map(|(name, _, (x, y))| {
        let wide = super::lettering::width(name, label::SMALL, false) / 2.0;
        (&**name, [x - wide, y - 8.0, x + wide, y + 2.5])
    });
    sites.chain(named).collect()
}

/// The line from a mark to its name, if there is one.
fn lead(sight: &Sight) -> Option<(Point, Point)> {
    let Place { lead, .. } = sight.place;
    lead.then(|| (sight.mark.label.at, sight.place.drawn_end(&sight.mark.label)))
}
