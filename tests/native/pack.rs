//! The record as the app loads it: what is packed comes out again, and what is broken comes to nothing.

use crate::support::{cases, checked, dataset, small, small_data, whens};
use ilrs_explainer::model::check::limits::unfit;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::pack::{pack, unpack, unpack_drawings};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_record_comes_out_as_it_went_in() {
    let data = dataset();
    assert_eq!(unpack(&pack(&data)), Some(data));
}

#[test]
fn the_small_and_the_empty_record_too() {
    for data in [small_data(), Dataset::default()] {
        assert_eq!(unpack(&pack(&data)), Some(data));
    }
}

#[test]
fn a_part_of_it_is_nothing() {
    let packed = pack(&small_data());
    for end in (0..packed.len()).filter(|end| packed.is_char_boundary(*end)) {
        assert_eq!(unpack(&packed[..end]), None, "{}", &packed[..end]);
    }
    assert_eq!(unpack(&format!("{packed} ")), None);
}

#[test]
fn a_length_nobody_has_keeps_no_reader_waiting() {
    for text in ["[0,2147483647]", "[0,2147483647,0]", "[0,-1,0,0,0,0,0,0,0,0,0]", "[0,99999999999]"] {
        let _ = unpack(text);
    }
}

/// What is changed in the small record as it is packed, each to name a place that is not there.
const NOWHERE: [(&str, &str); 6] = [
    ("[20709,2,0,\"selenia\"", "[20709,2,16,\"selenia\""),
    ("[20709,2,0,\"selenia\"", "[20709,2,-1,\"selenia\""),
    ("\"One of the two founders.\",null,null,1,0,", "\"One of the two founders.\",null,null,1,9,"),
    ("\"One of the two founders.\",null,null,1,0,", "\"One of the two founders.\",null,null,1,-1,"),
    ("\"Probe-1 lifts off\",\"\",2,2,0,0,", "\"Probe-1 lifts off\",\"\",2,2,160,0,"),
    ("\"Probe-1 lifts off\",\"\",2,2,0,0,", "\"Probe-1 lifts off\",\"\",2,2,0,7,"),
];

#[test]
fn a_place_that_is_not_there_is_nothing() {
    let packed = pack(&small_data());
    for (known, broken) in NOWHERE {
        assert_eq!(packed.matches(known).count(), 1, "{known} is not in {packed}");
        assert_eq!(unpack(&packed.replace(known, broken)), None, "{broken}");
    }
}

#[test]
fn drawings_have_a_depth() {
    let nested = |levels: usize| {
        let start = "1,\"g\",\"\",0,null,".repeat(levels);
        unpack_drawings(&format!("[{start}0]")).len()
    };
    assert_eq!((nested(1), nested(60), nested(64), nested(100_000)), (1, 1, 0, 0));
}

/// The small record with generated texts, dates and numbers.
fn records() -> impl Strategy<Value = Value> {
    let text = || {
        let fit =
            any::<char>().prop_filter("one that a text may hold", |sign| unfit(&sign.to_string()).is_none());
        proptest::collection::vec(fit, 0..30).prop_map(|signs| format!("x{}", String::from_iter(signs)))
    };
    let date = || proptest::option::of(whens());
    (text(), text(), text(), whens(), date(), date(), 0..i32::MAX).prop_map(
        |(name, said, about, stated, promised, until, number)| {
            let mut record = small();
            record["facilities"][0]["name"] = json!(name);
            record["facilities"][0]["zh"] = json!(said);
            record["facilities"][0]["claims"][0]["text"] = json!(about);
            record["facilities"][0]["claims"][0]["until"] = json!(until);
            record["conflicts"][0]["positions"][0]["holders"] = json!([name, about]);
            record["conflicts"][0]["positions"][0]["since"] = json!(stated);
            record["conflicts"][0]["reading"] = Value::Null;
            record["promises"][2]["stated"] = json!(stated);
            record["promises"][2]["promised"] = json!(promised);
            record["promises"][2]["text"] = json!(said);
            record["counts"][0]["number"] = json!(number);
            record["sources"][0]["date"] = json!(promised);
            record
        },
    )
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn generated_records_come_out_as_they_went_in(record in records()) {
        let data = checked(&record);
        prop_assert_eq!(unpack(&pack(&data)), Some(data));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}|\\[[-0-9,\"\\\\unl]{0,80}\\]?") {
        let _ = unpack(&text);
    }

    #[test]
    fn a_changed_record_is_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[-0-9,\"\\\\un\\]é]"), 1..4),
    ) {
        let mut signs: Vec<char> = pack(&small_data()).chars().collect();
        for (place, sign) in changes {
            let place = place.index(signs.len());
            signs.splice(place..=place, sign.chars());
        }
        let _ = unpack(&String::from_iter(signs));
    }
}
