//! The half-years of the slider, of the record and of small ones.

use crate::support::{dataset, day, small_data};
use ilrs_explainer::model::halves::Halves;
use ilrs_explainer::model::when::{civil, days};

#[test]
fn each_day_lies_in_its_half_year_and_each_half_year_ends_where_the_next_begins() {
    for data in [dataset(), small_data()] {
        let halves = Halves::new(&data);
        for place in 0..halves.counts.len() {
            let last = halves.day(place);
            assert_eq!(halves.place(last), place);
            if place + 1 < halves.counts.len() {
                assert!(matches!(civil(last), (_, 6, 30) | (_, 12, 31)), "{:?}", civil(last));
                assert_eq!(halves.place(last + 1), place + 1);
            }
        }
        let end = halves.counts.len() - 1;
        assert_eq!(halves.day(end), data.as_of, "the last ends with the record");
        assert_eq!(halves.day(usize::MAX), data.as_of);
        assert_eq!((halves.place(days(1900, 1, 1)), halves.place(data.as_of + 5_000)), (0, end));
        let from = halves.day(0) - 183;
        let counted = data.steps().iter().filter(|step| **step > from).count();
        let all: usize = halves.counts.iter().sum();
        assert!(all >= counted && all <= data.steps().len(), "{all} of {}", data.steps().len());
    }
}

#[test]
fn they_begin_with_the_first_statement() {
    let data = dataset();
    let stated = data.milestones.iter().flat_map(|milestone| &milestone.promises);
    let first =
        stated.map(|promise| promise.stated.known_start()).min().expect("somebody promised something");
    let halves = Halves::new(&data);
    assert_eq!(halves.place(first), 0);
    assert!(halves.day(0) >= first && halves.day(0) - first < 184);
    assert!(
        halves.day(0) > day("1990-01-01"),
        "flights before anybody spoke of a station are not among them"
    );
}
