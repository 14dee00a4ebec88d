//! The projection of the Moon against places whose positions are known, and its own inverse.

use crate::support::cases;
use ilrs_explainer::model::moon::{DEGREE, Globe, Outline, Spot};
use proptest::prelude::*;

const WHOLE: i32 = 90 * DEGREE;

fn spot(lat: i32, lon: i32) -> Spot {
    Spot { lat: lat * DEGREE, lon: lon * DEGREE }
}

fn globe(lat: i32, lon: i32, radius: i32) -> Globe {
    Globe { centre: spot(lat, lon), radius, reach: WHOLE }
}

#[test]
fn known_places_stand_where_they_are_known_to() {
    let near = globe(0, 0, 1000);
    assert_eq!(near.place(spot(0, 0)), Some((0, 0)), "the middle of the near side");
    assert_eq!(near.place(spot(0, 90)), Some((1000, 0)), "the eastern limb");
    assert_eq!(near.place(spot(0, -90)), Some((-1000, 0)), "the western limb");
    assert_eq!(near.place(spot(90, 0)), Some((0, -1000)), "the north pole");
    assert_eq!(near.place(spot(30, 0)), Some((0, -500)), "half way up: the sine of 30 degrees");
    assert_eq!(near.place(spot(0, 180)), None, "the middle of the far side");
    let far = globe(0, 180, 1000);
    assert_eq!(far.place(spot(0, 180)), Some((0, 0)));
    assert_eq!(far.place(spot(0, -150)), Some((500, 0)), "east is to the right there too");
    assert_eq!(far.place(spot(0, 0)), None);
    let pole = globe(-90, 0, 1000);
    assert_eq!(pole.place(spot(-90, 77)), Some((0, 0)), "the south pole, by any longitude");
    assert_eq!(pole.place(spot(-60, 0)), Some((0, -500)), "the near side is above");
    assert_eq!(pole.place(spot(-60, 90)), Some((500, 0)), "the east to the right");
    assert_eq!(pole.place(spot(1, 0)), None);
}

/// Snyder, Map Projections, 1987, page 311: centre 40° N 100° W, place 30° N 110° W, sphere of radius 1.
#[test]
fn the_example_of_the_manual() {
    assert_eq!(globe(40, -100, 10_000_000).place(spot(30, -110)), Some((-1_503_837, 1_651_911)));
}

#[test]
fn a_view_ends_at_its_reach() {
    let cap = Globe { centre: spot(-90, 0), radius: 1000, reach: 35 * DEGREE };
    assert!(cap.place(spot(-55, 10)).is_some());
    assert_eq!(cap.place(spot(-54, 10)), None);
    assert_eq!(cap.spot(600, 0), None, "beyond the sine of 35 degrees there is nothing");
}

/// A tenth of the Moon's radius across, which is 5.73 degrees.
const TENTH: i32 = 173_740;

#[test]
fn circles_are_ellipses_flattened_towards_the_middle() {
    let near = globe(0, 0, 10_000);
    let Outline::Whole { middle, axes, .. } = near.circle(spot(0, 0), TENTH) else {
        panic!("it is seen whole")
    };
    assert_eq!((middle, axes), ((0, 0), (500, 500)), "in the middle it is round");
    let Outline::Whole { middle, axes: (long, short), turn } = near.circle(spot(0, 60), TENTH) else {
        panic!("it is seen whole")
    };
    assert_eq!((long, short, turn), (500, 250, 90), "at 60 degrees half as wide as high");
    assert!((8640..8660).contains(&middle.0) && middle.1 == 0, "{middle:?}");
    assert_eq!(near.circle(spot(0, 180), TENTH), Outline::Unseen);
}

#[test]
fn circles_are_cut_at_the_edge() {
    let Outline::Cut { line, clockwise } = globe(0, 0, 10_000).circle(spot(0, 90), TENTH) else {
        panic!("half of it is seen")
    };
    let edge = |(x, y): (i32, i32)| (f64::from(x).hypot(f64::from(y)) - 10_000.0).abs() < 2.0;
    assert!(edge(line[0]) && edge(line[line.len() - 1]), "it begins and ends on the edge: {line:?}");
    assert!(line.iter().all(|(x, _)| *x > 9900));
    assert_eq!(clockwise, line[line.len() - 1].1 < line[0].1, "the edge closes it the short way");
}

#[test]
fn what_is_placed_on_the_edge_is_on_the_disc() {
    for (reach, radius) in [(85, 100_000_000), (85, 1_000), (90, 1_000), (35, 10_000)] {
        for about in -90..=90 {
            let globe = Globe { reach: reach * DEGREE, ..globe(about, 0, radius) };
            for lat in [about - reach, about + reach].into_iter().filter(|lat| (-90..=90).contains(lat)) {
                let (x, y) = globe.place(spot(lat, 0)).expect("the edge is seen");
                assert!(globe.spot(x, y).is_some(), "{lat} from {about}, {reach} degrees to {radius} units");
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_placed_is_found_again(lat in -89..90i32, lon in -179..180i32, about in -90..91i32, from in -180..181i32) {
        let globe = Globe { reach: 85 * DEGREE, ..globe(about, from, 100_000_000) };
        if let Some((x, y)) = globe.place(spot(lat, lon)) {
            let back = globe.spot(x, y).expect("it is on the disc");
            let apart = (back.lon - lon * DEGREE).rem_euclid(360 * DEGREE);
            prop_assert!((back.lat - lat * DEGREE).abs() <= 1 && apart.min(360 * DEGREE - apart) <= 60, "{back:?}");
        }
    }

    #[test]
    fn each_place_is_on_one_side_or_on_the_limb(lat in -90..91i32, lon in -180..181i32) {
        let seen = [0, 180].map(|from| globe(0, from, 1000).place(spot(lat, lon)).is_some());
        prop_assert!(seen[0] || seen[1]);
        prop_assert!(seen[0] != seen[1] || lon.abs() == 90 || lat.abs() == 90);
    }
}
