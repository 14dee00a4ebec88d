//! The track: scales, marks that never overlap, ticks, what a reader sees first.

use crate::support::{cases, dataset};
use ilrs_explainer::model::bits::Bits;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry::Status;
use ilrs_explainer::model::index::Index;
use ilrs_explainer::model::month::month_day;
use ilrs_explainer::model::timeline::{SIZE, Scale, Track, extent, round, soft, span, ticks, whole};
use ilrs_explainer::model::when::{When, civil, days};
use proptest::prelude::*;

thread_local! {
    static DATA: Dataset = dataset();
}

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Every mark in order, row by row, and what has to hold of them.
fn sound(index: &Index, hits: &Bits, track: &Track, scale: Scale) -> Result<(), TestCaseError> {
    prop_assert_eq!(track.marks.iter().map(|mark| mark.number).sum::<usize>(), hits.count());
    let bricks = track.marks.iter().map(|mark| track.bricks(mark));
    if let Some(step) = track.step {
        columns(index, hits, track, step)?;
        prop_assert!(bricks.clone().all(|(happened, promised)| happened + promised <= 31));
    }
    for (lane, of) in track.lanes.iter().enumerate() {
        for row in 0..of.rows {
            let marks: Vec<_> =
                track.marks.iter().filter(|mark| (mark.lane, mark.row) == (lane, row)).collect();
            for mark in &marks {
                prop_assert!(mark.end - mark.x >= if track.step.is_some() { 1 } else { SIZE }, "{:?}", mark);
                prop_assert!(mark.days.0 <= mark.days.1);
                prop_assert!(hits.has(mark.first));
                let first = &index.entries[mark.first];
                if mark.number == 1 && track.step.is_none() {
                    prop_assert_eq!((mark.x, mark.end), extent(&first.when, scale));
                }
            }
            for pair in marks.windows(2) {
                let gap = i32::from(track.step.is_none());
                prop_assert!(pair[0].end + gap <= pair[1].x, "{:?} and {:?} overlap", pair[0], pair[1]);
                prop_assert_eq!(pair[0].next, pair[1].x);
            }
        }
    }
    prop_assert!(track.marks.iter().all(|mark| mark.row < track.lanes[mark.lane].rows));
    Ok(())
}

/// Every column holds just those lines that begin in its months.
fn columns(index: &Index, hits: &Bits, track: &Track, step: i32) -> Result<(), TestCaseError> {
    DATA.with(|data| {
        for mark in &track.marks {
            let month = (0..).find(|number| month_day((number + 1) * step) > mark.days.0).unwrap_or(0) * step;
            let (from, to) = (month_day(month), month_day(month + step));
            prop_assert_eq!((mark.x, mark.end), (track.scale.x(from), track.scale.x(to)));
            let within = |place: &usize| {
                let entry = &index.entries[*place];
                let kind = entry.kind(data) == track.lanes[mark.lane].kind;
                kind && (from..to).contains(&entry.when.known_start())
            };
            let held: Vec<usize> = hits.iter().filter(within).collect();
            let happened = |place: &&usize| index.entries[**place].statuses.main() == Status::Happened;
            prop_assert_eq!((mark.number, Some(&mark.first)), (held.len(), held.first()));
            prop_assert_eq!(mark.number - mark.promised, held.iter().filter(happened).count());
            let (first, last) = track.period(mark);
            prop_assert_eq!((first.earliest(), last.latest()), (from, to - 1));
        }
        Ok(())
    })
}

/// The first day of the year 0000.
const FIRST: i32 = -719_528;

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn marks_never_overlap_in_a_row(
        left in -30_000..30_000i32,
        rate in 1..24_000i32,
        keep in prop::collection::vec(any::<bool>(), 400),
        as_of in prop::option::of(0..20_500i32),
        width in 1..3000i32,
    ) {
        DATA.with(|data| {
            let index = Index::new(data, as_of);
            let hits = Bits::of(index.entries.len(), &mut |place| keep[place % keep.len()]);
            let scale = Scale { left, rate };
            let current = hits.iter().nth(keep.len() % 7);
            let track = Track::new(data, &index, &hits, (scale, width), current);
            prop_assert_eq!(track.current.is_some(), current.is_some());
            sound(&index, &hits, &track, scale)
        })?;
    }

    #[test]
    fn a_scale_gives_days_back(left in -300_000..900_000i32, rate in 1..24_000i32, x in 0..2_000i32) {
        let scale = Scale { left, rate };
        let day = scale.day(x);
        prop_assert!(scale.x(day) <= x && x <= scale.x(day + 1 + 1000 / rate));
        for closer in [false, true] {
            let zoomed = scale.zoomed(x, closer);
            if zoomed.left == FIRST {
                continue; // there are no years before, in which the day could stay at its place
            }
            let apart = (zoomed.x(day) - x).abs();
            prop_assert!(apart <= 1 + 2 * zoomed.rate / 1000 + x / 500 + 1, "{day} moved by {apart} pixels");
        }
    }

    #[test]
    fn ticks_keep_their_distance(left in -300_000..900_000i32, rate in 1..24_000i32) {
        let scale = Scale { left, rate };
        let ticks = ticks(scale, 1200, 76);
        for pair in ticks.windows(2) {
            // February is a tenth shorter than the month the step is reckoned with.
            prop_assert!(pair[1].x - pair[0].x >= 60, "{pair:?}");
        }
        for tick in &ticks {
            prop_assert_eq!(tick.x, scale.x(tick.when.earliest()));
            prop_assert!((0..=1200).contains(&tick.x));
        }
        let within = (-300_000..800_000).contains(&left) && rate > 20;
        prop_assert!(ticks.len() >= 2 || !within, "{} ticks", ticks.len());
    }
}

/// The track of the whole record over so many years from one on, in a width.
fn shown(year: i32, years: i32, width: i32) -> Track {
    DATA.with(|data| {
        let index = Index::new(data, None);
        let all = Bits::all(index.entries.len());
        let scale = Scale::fit((days(year, 1, 1), days(year + years, 1, 1) - 1), width);
        Track::new(data, &index, &all, (scale, width), None)
    })
}

#[test]
fn columns_are_years_or_months_and_what_is_close_has_its_name() {
    for (year, years, width, step) in [
        (2016, 22, 900, Some(12)),
        (2016, 22, 300, Some(12)),
        (1957, 94, 900, Some(12)),
        (1957, 94, 300, Some(60)),
        (2022, 4, 900, Some(12)),
        (2022, 3, 900, Some(1)),
        (2022, 3, 300, Some(1)),
        (2022, 1, 900, Some(1)),
        (2022, 1, 2400, None),
    ] {
        assert_eq!(shown(year, years, width).step, step, "{years} years in {width}");
    }
}

#[test]
fn a_few_lines_have_their_names_from_afar() {
    DATA.with(|data| {
        let index = Index::new(data, None);
        let luna = |place: usize| data.label(index.entries[place].at).contains("Luna-2");
        let scale = Scale::fit((days(2016, 1, 1), days(2037, 12, 31)), 900);
        for (hits, named) in [
            (Bits::none(index.entries.len()), true),
            (Bits::of(index.entries.len(), &mut |place| place == 7), true),
            (Bits::of(index.entries.len(), &mut |place| luna(place) && place % 2 == 0), true),
            (Bits::all(index.entries.len()), false),
        ] {
            let track = Track::new(data, &index, &hits, (scale, 900), None);
            assert_eq!(track.step.is_none(), named, "{} lines", hits.count());
        }
    });
}

#[test]
fn round_numbers_are_one_two_five_and_ten() {
    let all: Vec<usize> = (1..=60).map(|least| round(|number| number >= least)).collect();
    assert_eq!(all[..11], [1, 2, 5, 5, 5, 10, 10, 10, 10, 10, 20]);
    assert_eq!((all[49], all[50]), (50, 100));
}

#[test]
fn whole_years_are_seen_first() {
    DATA.with(|data| {
        let index = Index::new(data, None);
        let all = Bits::all(index.entries.len());
        let ((from, to), (first, last)) = (span(&index, &all), whole(&index, &all));
        assert!(first <= from && from < to && to <= last);
        assert_eq!((civil(from).1, civil(from).2, civil(to).1, civil(to).2), (1, 1, 12, 31));
        let begin = |place: usize| index.entries[place].when.known_start();
        let within = all.iter().filter(|place| (from..=to).contains(&begin(*place))).count();
        assert!(within * 10 >= all.count() * 9, "{within} of {}", all.count());
        let none = Bits::none(index.entries.len());
        assert!(span(&index, &none).0 <= data.as_of && data.as_of <= span(&index, &none).1);
    });
}

#[test]
fn a_date_is_drawn_as_sharp_as_it_is() {
    let table = [
        ("2028", (false, false)),
        ("2028~", (true, true)),
        ("2028?", (true, true)),
        ("../2035", (true, false)),
        ("2037/..", (false, true)),
        ("2030/2035~", (false, true)),
        ("2026-08-24", (false, false)),
    ];
    for (text, ends) in table {
        assert_eq!(soft(&when(text)), ends, "{text}");
    }
    let scale = Scale::fit((days(2020, 1, 1), days(2029, 12, 31)), 1000);
    let (x, end) = extent(&when("2022"), scale);
    assert!((198..=200).contains(&x) && (298..=300).contains(&end), "a year is a tenth of ten: {x} to {end}");
    let (x, end) = extent(&when("2022-07-02"), scale);
    assert_eq!(end - x, SIZE, "a day is as large as a finger needs");
}

#[test]
fn ticks_are_as_fine_as_there_is_room() {
    let labels = |from: (i32, u8), to: (i32, u8)| {
        let scale = Scale::fit((days(from.0, from.1, 1), days(to.0, to.1, 1)), 800);
        let ticks = ticks(scale, 800, 70);
        ticks.iter().map(|tick| tick.when.to_string()).take(3).collect::<Vec<_>>()
    };
    assert_eq!(labels((1950, 1), (2050, 1)), ["1950", "1960", "1970"]);
    assert_eq!(labels((2020, 1), (2029, 1)), ["2020", "2021", "2022"]);
    assert_eq!(labels((2026, 1), (2026, 4))[0], "2026-01");
    assert_eq!(labels((2026, 3), (2026, 4))[..3], ["2026-03", "2026-03-06", "2026-03-11"].map(String::from));
}
