//! The maps of the Moon: known places where they are known to be, circles as they are seen, seas as large as they are,
//! and every site with its name, apart from the others.

use crate::support::{cases, dataset, record, root};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::record::{Record, Site};
use ilrs_explainer::site::lettering::meet;
use ilrs_explainer::site::moon::ground::{ground, places};
use ilrs_explainer::site::moon::view::{RADIUS, View, around, vector};
use ilrs_explainer::site::moon::{Map, fields, figure, maps};
use ilrs_explainer::text::Lang;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::f64::consts::PI;
use std::rc::Rc;

const MIDDLE: (f64, f64) = (0.0, 0.0);

fn near() -> View {
    View::side(0.0, MIDDLE, 1.0)
}

fn far() -> View {
    View::side(180.0, MIDDLE, 1.0)
}

/// The southern half of the Moon.
fn pole() -> View {
    View::pole(90.0, MIDDLE, 1.0)
}

fn close((x, y): (f64, f64), (right, down): (f64, f64)) -> bool {
    (x - right).abs() < 0.004 && (y - down).abs() < 0.004
}

#[test]
fn known_places_stand_where_they_are_known_to() {
    for (name, view, (lat, lon), place) in [
        ("Tycho, lower left", near(), (-43.3, -11.22), (-0.1416, 0.6858)),
        ("Copernicus, left of the middle", near(), (9.62, -20.08), (-0.3385, -0.1671)),
        ("Apollo 11, right of the middle", near(), (0.674, 23.473), (0.3983, -0.0118)),
        ("Von Kármán, far side, left of the middle", far(), (-44.45, 176.25), (-0.0467, 0.7003)),
        ("Chang’e-6, far side, right of the middle", far(), (-41.6385, -153.9852), (0.3278, 0.6644)),
        ("Shackleton, beside the pole", pole(), (-89.67, 129.78), (0.0031, 0.0026)),
        ("90° E is to the right of the pole", pole(), (-45.0, 90.0), (0.5412, 0.0)),
        ("0° is above the pole", pole(), (-45.0, 0.0), (0.0, -0.5412)),
    ] {
        let at = view.at(vector(lat, lon));
        assert!(close(at, place), "{name}: {at:?}, not {place:?}");
    }
}

/// Snyder, Map Projections, 1987: on a sphere of radius 1, an azimuthal equal-area map has a place c away from its
/// middle at 2 sin (c / 2) (equation 24-1); ours draws the edge of the southern half at 1.
#[test]
fn the_map_of_the_pole_keeps_areas() {
    for degrees in [1.0, 10.0, 30.0, 60.0, 89.0] {
        let (x, _) = pole().at(vector(degrees - 90.0, 90.0));
        let cap = (1.0 - f64::to_radians(degrees).cos()) / (1.0 - f64::to_radians(90.0).cos());
        assert!(
            (x * x - cap).abs() < 1e-9,
            "{degrees}: the disc within has {} of the area, not {cap}",
            x * x
        );
    }
}

#[test]
fn craters_are_flattened_towards_the_edge() {
    let seen = near().circle(vector(0.0, 60.0), 200.0).expect("it is seen");
    assert!((seen.short / seen.long - 0.5).abs() < 1e-9, "at 60 degrees half as wide as high");
    assert!((seen.turn.to_degrees().abs() - 90.0).abs() < 1e-9, "and upright");
    let round = near().circle(vector(0.0, 0.0), 200.0).expect("it is seen");
    assert!((round.short - round.long).abs() < 1e-12, "in the middle it is round");
    assert!(near().circle(vector(0.0, 120.0), 200.0).is_none(), "beyond the edge there is nothing");
}

/// How far a point lies from the ellipse: 0 on it, in its half axes.
fn off(view: &View, about: (f64, f64), km: f64) -> f64 {
    let about = vector(about.0, about.1);
    let Some(ellipse) = view.circle(about, km) else { return 0.0 };
    let rim = around(about, km / 2.0 / RADIUS, 24).into_iter().map(|place| {
        let (x, y) = view.at(place);
        let (right, down) = (x - ellipse.middle.0, y - ellipse.middle.1);
        let (sin, cos) = ellipse.turn.sin_cos();
        let (along, across) = (right * cos + down * sin, down * cos - right * sin);
        ((along / ellipse.long).hypot(across / ellipse.short) - 1.0).abs()
    });
    rim.fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(cases(500))]

    /// Points of the rim, projected one by one, lie on the ellipse.
    #[test]
    fn rims_are_the_ellipses_that_are_seen(lat in -89..90i32, lon in -180..180i32, km in 20..900i32) {
        let (lat, lon, km) = (f64::from(lat), f64::from(lon), f64::from(km));
        for view in [near(), far()] {
            prop_assert!(off(&view, (lat, lon), km) < 1e-6, "exactly, as from far off");
        }
        let small = View::pole(20.0, MIDDLE, 1.0);
        prop_assert!(off(&small, (-90.0 + lat.abs() / 5.0, lon), km.min(100.0)) < 0.03, "and nearly about the pole");
    }

    /// What is cut at the edge stays on the disc, and is closed.
    #[test]
    fn what_is_cut_stays_on_the_disc(lat in -90..91i32, lon in -180..180i32, km in 20..3000i32) {
        let ring = around(vector(f64::from(lat), f64::from(lon)), f64::from(km) / 2.0 / RADIUS, 48);
        for view in [near(), far(), View::pole(20.0, MIDDLE, 1.0), View::pole(40.0, MIDDLE, 1.0)] {
            let seen = ring.iter().filter(|place| view.shows(**place, 0.0)).count();
            let drawn = view.ring(&ring);
            prop_assert_eq!(drawn.is_empty(), seen == 0);
            prop_assert!(drawn.len() >= seen);
            // A cut is on the chord between two places of the ring, a little within the edge.
            prop_assert!(drawn.iter().all(|(x, y)| x.hypot(*y) < 1.0 + 1e-9), "{:?}", drawn);
        }
    }
}

/// The area of a ring on the Moon in square kilometres: the sum of its trapezia on the cylinder of Lambert, which keeps
/// areas.
fn area(ring: &[[f64; 3]]) -> f64 {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(from, to)| {
        let lon = |place: &[f64; 3]| place[1].atan2(place[0]);
        let east = (lon(to) - lon(from) + PI).rem_euclid(2.0 * PI) - PI;
        east * (from[2] + to[2]) / 2.0
    });
    (sides.sum::<f64>() * RADIUS * RADIUS).abs()
}

/// The seas cover 17 percent of the Moon: J. L. Whitford-Stark, The Moon and the Planets 23, 1982, gives 6.3 million
/// square kilometres.
#[test]
fn the_seas_are_as_large_as_they_are() {
    let shapes = ground().sea.iter().map(|shape| {
        let rings: Vec<f64> = shape.iter().map(|ring| area(&places(ring))).collect();
        rings.split_first().map_or(0.0, |(outer, holes)| outer - holes.iter().sum::<f64>())
    });
    let all = shapes.sum::<f64>() / 1e6;
    assert!((6.0..7.0).contains(&all), "{all} million square kilometres");
    assert!(ground().craters.len() > 200, "{} craters", ground().craters.len());
    assert!(ground().about.contains("svs.gsfc.nasa.gov/4720"), "its origin stands in it");
}

// ------------------------------------------------------------------ sites

fn drawn(record: &Record, data: &Dataset) -> [Map; 3] {
    maps(record, data, Lang::En)
}

/// The site, by its degrees.
fn spot(site: &Site) -> [f64; 3] {
    let degrees = |text: &str| text.parse().expect("a number of degrees");
    vector(degrees(&site.lat), degrees(&site.lon))
}

#[test]
fn every_site_is_on_a_map_and_near_where_it_lies() {
    let all = drawn(record(), &dataset());
    for site in &record().sites {
        let on: Vec<&str> = all
            .iter()
            .filter(|map| map.sights.iter().any(|sight| sight.mark.label.id == site.id))
            .map(|map| map.name)
            .collect();
        assert!(!on.is_empty(), "{} is on no map", site.id);
        let lat: f64 = site.lat.parse().expect("a number");
        assert!(lat > -75.0 || on == [all[2].name], "{} is on {on:?}", site.id);
    }
    for map in &all {
        for sight in &map.sights {
            let site =
                record().sites.iter().find(|site| site.id == sight.mark.label.id).expect("it is there");
            let main = map.view.at(spot(site));
            let inset = map.inset.map(|inset| inset.at(spot(site)));
            assert!(sight.mark.lies == main || Some(sight.mark.lies) == inset, "{}", site.id);
            let (x, y) = sight.mark.label.at;
            let moved = (x - sight.mark.lies.0).hypot(y - sight.mark.lies.1);
            assert!(moved < 10.0, "{} stands {moved} from its place", site.id);
        }
    }
}

#[test]
fn marks_and_names_stand_apart() {
    for map in drawn(record(), &dataset()) {
        apart(&map);
    }
}

fn apart(map: &Map) {
    let names = fields(map);
    for (at, (name, field)) in names.iter().enumerate() {
        assert!(
            field[0] >= 2.0 && field[1] >= 2.0 && field[2] <= 398.0 && field[3] <= 358.0,
            "{name} leaves the page"
        );
        for (other, room) in &names[..at] {
            assert!(!meet(*field, *room, 0.0), "{}: {name} meets {other}", map.name);
        }
        for sight in map.sights.iter().filter(|sight| sight.mark.label.name != *name) {
            let (x, y) = sight.mark.label.at;
            let mark = [x - 6.0, y - 6.0, x + 6.0, y + 6.0];
            assert!(!meet(*field, mark, 0.0), "{}: {name} stands on {}", map.name, sight.mark.label.id);
        }
    }
    for (at, one) in map.sights.iter().enumerate() {
        for other in &map.sights[..at] {
            let (a, b) = (one.mark.label.at, other.mark.label.at);
            let far = (a.0 - b.0).hypot(a.1 - b.1);
            assert!(far > 11.0, "{} and {} are {far} apart", one.mark.label.id, other.mark.label.id);
        }
    }
}

#[test]
fn what_a_site_is_can_be_seen_and_heard() {
    let data = dataset();
    let markup = figure(record(), &data, Lang::En, "../").expect("there are sites").to_string();
    for (id, class, heard, href) in [
        ("change-5-landing-point", "site stood", "Chang’e-5, landed here", "change-5"),
        ("luna-16-landing-point", "site stood rus", "Luna 16, landed here", "luna-16"),
        ("luna-9-landing-point", "site stood rus weak", "Luna 9, landed here, weak source", "luna-9"),
        ("luna-2-impact-point", "site stood rus", "Luna 2, impact, struck here", "luna-2"),
        ("change-8-target-point-pole", "site plan", "Chang’e-8, target, was or is to land here", "change-8"),
        (
            "china-crewed-landing-candidate-point",
            "site plan weak",
            "China’s crewed landing?, one of several candidates",
            "china-crewed-landing",
        ),
    ] {
        let link = markup.split("<a id=\"site-").find(|link| link.starts_with(&format!("{id}\""))).expect(id);
        assert!(link.contains(&format!("class=\"{class}")), "{id}: {link}");
        assert!(link.contains(&format!("aria-label=\"{heard}\"")), "{id}: {link}");
        assert!(link.contains(&format!("href=\"../mission/{href}/\"")), "{id}: {link}");
        assert_eq!(
            link.split("</a>").next().is_some_and(|link| link.contains("class=\"x\"")),
            id.contains("impact")
        );
    }
    let ids: Vec<&str> = markup.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id stands once");
    assert!(!markup.contains("style=") && !markup.contains("<script"));
}

/// The search area that is drawn is the one that the text on its site gives.
#[test]
fn the_search_area_is_the_one_in_the_record() {
    let site =
        record().sites.iter().find(|site| site.id == "luna-27-target-point").expect("it is in the record");
    assert!(site.text.contains("79–83° S and 1° W to 51° E"), "{}", site.text);
    let data = dataset();
    let band = |record: &Record| {
        figure(record, &data, Lang::En, "").expect("there are sites").to_string().contains("class=\"band\"")
    };
    assert!(band(record()));
    let mut without = record().clone();
    without.sites.retain(|site| site.id != "luna-27-target-point");
    assert!(!band(&without));
}

#[test]
fn a_record_without_sites_has_no_maps() {
    let data = dataset();
    let mut lacking = record().clone();
    lacking.sites.clear();
    assert!(figure(&lacking, &data, Lang::En, "").is_none());
    let mut odd = record().clone();
    odd.features.clear();
    odd.sites[0].mission = "nobody".to_string();
    odd.sites[1].lat = "north".to_string();
    let all = drawn(&odd, &data);
    assert!(all.iter().all(|map| map.named.is_empty()));
    let shown: BTreeSet<&str> =
        all.iter().flat_map(|map| &map.sights).map(|sight| &*sight.mark.label.id).collect();
    assert_eq!(shown.len(), record().sites.len() - 2, "what cannot be placed is left out");
}

#[test]
fn names_of_any_length_stay_apart() {
    for name in ["Самая дальняя посадка", "嫦娥八号着陆点", "هبوط على سطح القمر"]
    {
        let mut data = dataset();
        data.missions.iter_mut().for_each(|item| item.name = Rc::from(name));
        for map in drawn(record(), &data) {
            for (at, one) in map.sights.iter().enumerate() {
                for other in &map.sights[..at] {
                    assert!(!meet(one.place.field, other.place.field, 0.0), "{name} twice in {}", map.name);
                }
            }
        }
    }
}

#[test]
fn sites_on_one_place_are_fanned_out() {
    let mut crowded = record().clone();
    for site in &mut crowded.sites {
        (site.lat, site.lon) = ("10.0".to_string(), "10.0".to_string());
    }
    crowded.sites.truncate(4);
    let [near, ..] = drawn(&crowded, &dataset());
    assert_eq!(near.sights.len(), 4);
    apart(&near);
}

#[test]
fn no_name_is_markup() {
    let mut data = dataset();
    data.missions.iter_mut().for_each(|item| item.name = Rc::from("\"><script>x</script>"));
    let markup = figure(record(), &data, Lang::En, "").expect("there are sites").to_string();
    assert!(!markup.contains("<script") && markup.contains("&lt;script&gt;"));
}

/// Every feature that is named where there is room is in the record, and the page of sources tells where the ground
/// comes from as the data does.
#[test]
fn the_ground_is_data_with_its_origin() {
    for file in ["src/site/moon/ground.json", "src/site/station/art.json"] {
        let text = std::fs::read_to_string(root().join(file)).expect("there is such a file");
        let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let about = read["about"].as_str().unwrap_or_default();
        assert!(about.contains("public domain"), "{file}: {about}");
    }
}
