//! Two labels under a line, against every way in which two can stand.

use crate::support::cases;
use ilrs_explainer::model::label::{Anchor, Label, anchors, span};
use proptest::prelude::*;

const ALL: [Anchor; 3] = [Anchor::Middle, Anchor::Start, Anchor::End];

/// Whether a label hangs over an end of the line by no more than half an em.
fn inside((left, right): (i32, i32), line: i32) -> bool {
    -500 <= left && right <= line + 500
}

fn apart(one: (i32, i32), other: (i32, i32)) -> bool {
    one.1 < other.0 || other.1 < one.0
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn they_never_meet_and_are_never_cut(
        first in (0..=1000i32, 1_000..8_000i32),
        last in (0..=1000i32, 1_000..8_000i32),
        line in 18_000..30_000i32,
        more in 1..40_000i32,
    ) {
        let label = |(x, width)| Label { x, width };
        let (first, last) = (label(first), label(last));
        let (of_first, of_last) = anchors(Some(first), last, line);
        for line in [line, line + more] {
            prop_assert!(inside(span(last, of_last, line), line), "{of_last:?} is cut");
            if let Some(of_first) = of_first {
                prop_assert!(inside(span(first, of_first, line), line), "{of_first:?} is cut");
                prop_assert!(apart(span(first, of_first, line), span(last, of_last, line)), "they meet");
            }
        }
        if of_first.is_none() {
            for (one, other) in ALL.into_iter().flat_map(|one| ALL.map(|other| (one, other))) {
                let (one, other) = (span(first, one, line), span(last, other, line));
                let (left, right) = if first.x <= last.x { (one, other) } else { (other, one) };
                let clear = left.1 + 300 <= right.0;
                prop_assert!(!(clear && inside(one, line) && inside(other, line)), "there is room for both");
            }
        }
    }
}

#[test]
fn below_their_marks_where_these_are_far_apart_and_outward_where_they_are_near() {
    use Anchor::{End, Middle, Start};
    let table = [
        ((100, 1_700), (700, 2_000), (Some(Middle), Middle)),
        ((360, 1_700), (460, 2_000), (Some(End), Start)),
        ((460, 1_700), (360, 2_000), (Some(Start), End)),
        // At an edge the newest stands inward.
        ((100, 1_700), (990, 2_000), (Some(Middle), End)),
        ((990, 1_700), (5, 2_000), (Some(End), Start)),
        // There is no room for both.
        ((970, 6_000), (990, 5_000), (None, End)),
        ((500, 1_700), (500, 2_000), (Some(End), Start)),
    ];
    for (first, last, expected) in table {
        let label = |(x, width)| Label { x, width };
        assert_eq!(anchors(Some(label(first)), label(last), 18_000), expected, "{first:?} {last:?}");
    }
    assert_eq!(anchors(None, Label { x: 500, width: 2_000 }, 18_000), (None, Middle));
}
