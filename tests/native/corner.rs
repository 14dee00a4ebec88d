//! Labels at the corners of points, against rectangles of squares of many sizes.

use crate::support::cases;
use ilrs_explainer::model::corner::{APART, BESIDE, Corner, Corners, OFF, POINT, TALL};
use proptest::prelude::*;

const ALL: [Corner; 4] = [Corner::AboveLeft, Corner::AboveRight, Corner::BelowLeft, Corner::BelowRight];

/// Left, top, right, bottom.
type Rectangle = (i64, i64, i64, i64);

fn on(at: i32, side: i64) -> i64 {
    i64::from(at) * side / 1000
}

fn point((x, y): (i32, i32), side: i64) -> Rectangle {
    let half = i64::from(POINT);
    (on(x, side) - half, on(y, side) - half, on(x, side) + half, on(y, side) + half)
}

fn label((x, y): (i32, i32), width: i32, corner: Corner, side: i64) -> Rectangle {
    let (x, y) = (on(x, side), on(y, side));
    let [width, beside, off, tall] = [width, BESIDE, OFF, TALL].map(i64::from);
    let left = match corner {
        Corner::AboveLeft | Corner::BelowLeft => x - beside - width,
        Corner::AboveRight | Corner::BelowRight => x + beside,
    };
    let top = match corner {
        Corner::AboveLeft | Corner::AboveRight => y - off - tall,
        Corner::BelowLeft | Corner::BelowRight => y + off,
    };
    (left, top, left + width, top + tall)
}

fn meet(one: Rectangle, other: Rectangle) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

fn inside(it: Rectangle, side: i64) -> bool {
    it.0 >= 0 && it.1 >= 0 && it.2 <= side && it.3 <= side
}

/// Whether one stretch lies before another or after it, by as much as that.
fn order(one: (i64, i64), other: (i64, i64), gap: i64) -> Option<bool> {
    let before = one.1 + gap <= other.0;
    (before || other.1 + gap <= one.0).then_some(before)
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn no_label_is_cut_meets_another_or_covers_a_point(
        points in prop::collection::vec((0..=1000i32, 0..=1000i32), 1..25),
        widths in prop::collection::vec((1_000..9_000i32, 500..4_000i32), 1..12),
        side in 10_000..40_000i32,
    ) {
        let mut corners = Corners::new(side, points.iter().copied());
        let mut placed: Vec<((i32, i32), i32, Corner)> = Vec::new();
        let sides = [1, 2, 3, 7, 50, 20_000].map(|times| i64::from(side) * times);
        for (at, (more, least)) in points.iter().zip(&widths) {
            let widths = [more + least, *least];
            let others = |side| {
                let points = points.iter().map(move |other| point(*other, side));
                points.chain(placed.iter().map(move |(at, width, corner)| label(*at, *width, *corner, side)))
            };
            let free = |corner: Corner, width: i32| {
                let [(near, small), (far, large)] =
                    [sides[0], sides[5]].map(|side| (label(*at, width, corner, side), others(side)));
                let apart = |(small, large): (Rectangle, Rectangle)| {
                    let across = order((near.0, near.2), (small.0, small.2), APART.into());
                    let down = order((near.1, near.3), (small.1, small.3), 0);
                    (across.is_some() && across == order((far.0, far.2), (large.0, large.2), APART.into()))
                        || (down.is_some() && down == order((far.1, far.3), (large.1, large.3), 0))
                };
                inside(near, sides[0]) && small.zip(large).all(apart)
            };
            match corners.place(*at, &widths, &ALL) {
                Some((corner, which)) => placed.push((*at, widths[which], corner)),
                None => {
                    let room = ALL.into_iter().any(|corner| free(corner, *least));
                    prop_assert!(!room, "there is room at {at:?} for {least}");
                }
            }
        }
        for side in sides {
            for (place, (at, width, corner)) in placed.iter().enumerate() {
                let it = label(*at, *width, *corner, side);
                prop_assert!(inside(it, side), "{it:?} is cut");
                prop_assert!(!points.iter().any(|other| meet(it, point(*other, side))), "{it:?} covers a point");
                for (at, width, corner) in &placed[..place] {
                    prop_assert!(!meet(it, label(*at, *width, *corner, side)), "{it:?} meets another at {side}");
                }
            }
        }
    }
}

#[test]
fn the_first_corner_with_room_and_the_longest_text() {
    use Corner::{AboveLeft, AboveRight, BelowRight};
    let mut corners = Corners::new(20_000, [(500, 500), (0, 0), (900, 900)].into_iter());
    assert_eq!(corners.place((500, 500), &[5_000, 1_000], &ALL), Some((AboveLeft, 0)));
    assert_eq!(corners.place((500, 500), &[5_000], &ALL), Some((AboveRight, 0)));
    assert_eq!(corners.place((0, 0), &[5_000, 1_000], &ALL), Some((BelowRight, 0)), "the others are outside");
    assert_eq!(corners.place((900, 900), &[19_000, 1_000], &[BelowRight]), Some((BelowRight, 1)));
    assert_eq!(corners.place((900, 900), &[19_000], &ALL), None);
}

/// A way to give a label its place.
type Settles = fn(&mut Corners, (i32, i32), &[i32], &[Corner]) -> Option<(Corner, usize)>;

#[test]
fn what_cannot_be_left_out_stands_over_other_things() {
    use Corner::{AboveLeft, AboveRight, BelowLeft, BelowRight};
    // A point in each direction about the one that is named, so near that no label has room.
    let around = [(500, 500), (450, 450), (550, 450), (450, 550), (550, 550)];
    let named = |settles: Settles, at, order| {
        settles(&mut Corners::new(10_000, around.into_iter()), at, &[4_000, 2_000], order)
    };
    assert_eq!(named(Corners::place, (500, 500), &ALL), None);
    assert_eq!(named(Corners::settle, (500, 500), &ALL), Some((AboveLeft, 1)), "the shorter text");
    assert_eq!(named(Corners::settle, (100, 100), &ALL), Some((BelowRight, 0)), "there is room");
    assert_eq!(named(Corners::settle, (500, 500), &[BelowLeft, AboveRight]), Some((BelowLeft, 1)));
    let mut corners = Corners::new(3_000, [(1000, 500), (0, 500)].into_iter());
    assert_eq!(
        corners.settle((1000, 500), &[2_500], &[AboveRight, AboveLeft]),
        Some((AboveLeft, 0)),
        "not cut"
    );
    assert_eq!(corners.settle((500, 500), &[2_500], &ALL), Some((AboveLeft, 0)), "cut wherever it stands");
}
