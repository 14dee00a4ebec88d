//! The record as the app loads it: what is encoded comes out again, and what is broken is an error.

use crate::support::{cases, checked, dataset, day, small, small_data, whens};
use ilrs_explainer::model::claim::{Confidence, Content, Field};
use ilrs_explainer::model::codec::DecodeError;
use ilrs_explainer::model::comparison::{Answer, Question};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::source::SourceNo;
use ilrs_explainer::model::validate::limits::unfit;
use ilrs_explainer::model::when::Day;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_record_comes_out_as_it_went_in() {
    let data = dataset();
    assert_eq!(Dataset::decode(&data.encode()), Ok(data));
}

#[test]
fn the_small_and_the_empty_record_too() {
    for data in [small_data(), Dataset::default()] {
        assert_eq!(Dataset::decode(&data.encode()), Ok(data));
    }
}

#[test]
fn a_part_of_it_or_more_than_it_is_an_error() {
    let bytes = small_data().encode();
    for end in 0..bytes.len() {
        assert_eq!(Dataset::decode(&bytes[..end]), Err(DecodeError::Malformed), "{end} bytes");
    }
    assert_eq!(Dataset::decode(&[&*bytes, b" "].concat()), Err(DecodeError::Trailing));
    assert_eq!(Dataset::decode(b"{\"asOf\": \"2026-09-13\"}"), Err(DecodeError::Malformed));
}

#[test]
fn a_length_nobody_has_keeps_no_reader_waiting() {
    // The cut-off, no title, no description, no language, and a list of as many participants as there are numbers.
    for length in
        [&[255, 255, 255, 255, 15][..], &[255, 255, 255, 255, 255, 255, 255, 255, 255, 1], &[255; 20]]
    {
        for rest in [0, 5_000_000] {
            let bytes = [&[0, 0, 0, 0], length, &vec![0; rest]].concat();
            assert_eq!(Dataset::decode(&bytes), Err(DecodeError::Malformed));
        }
    }
}

/// Dates have years from -9999 to 9999; a day beyond them is none that was written, and no chart has room for it.
#[test]
fn a_cut_off_in_no_year_is_an_error() {
    for as_of in [day("-9999-01-01"), day("1970-01-01"), day("9999-12-31")] {
        let mut data = small_data();
        data.as_of = as_of;
        assert!(Dataset::decode(&data.encode()).is_ok(), "{as_of}");
    }
    for as_of in [day("-9999-01-01") - 1, day("9999-12-31") + 1, 600_000_000, Day::MIN, Day::MAX] {
        let mut data = small_data();
        data.as_of = as_of;
        assert_eq!(Dataset::decode(&data.encode()), Err(DecodeError::Malformed), "{as_of}");
    }
}

/// A change of the small record.
type Change = fn(&mut Dataset);

/// What is changed, each so that something is named that is not there.
const NOWHERE: [(&str, Change); 10] = [
    ("what an item is about", |data| data.participants[1].about = vec![Ref { kind: Type::Person, index: 1 }]),
    ("what an event is about", |data| {
        data.events[0].about = vec![Ref { kind: Type::Event, index: u32::MAX }]
    }),
    ("a source", |data| data.participants[0].claims[0].sources = vec![SourceNo(9)]),
    ("a source of a promise", |data| data.milestones[0].promises[0].sources = vec![SourceNo(u32::MAX)]),
    ("a milestone", |data| data.events[1].milestone = Some(7)),
    ("an event", |data| data.milestones[0].reached = Some(2)),
    ("an answer", |data| data.comparison.push(asked(&[None]))),
    ("what carries an answer", |data| {
        data.programmes.push("One".into());
        data.comparison.push(asked(&[Some(([Ref { kind: Type::Mission, index: 9 }], SourceNo(0)))]));
    }),
    ("a source of an answer", |data| {
        data.programmes.push("One".into());
        data.comparison.push(asked(&[Some(([Ref { kind: Type::Mission, index: 0 }], SourceNo(9)))]));
    }),
    ("an operator", |data| {
        let claim = data.missions[0].claims.iter_mut().find(|claim| claim.field == Field::Operator);
        let at = Ref { kind: Type::Participant, index: 2 };
        claim.expect("it has one").content = Content::Item(at);
    }),
];

/// A question with these answers: what carries each, and a source.
fn asked(answers: &[Option<([Ref; 1], SourceNo)>]) -> Question {
    let answer = |(grounds, source): ([Ref; 1], SourceNo)| Answer {
        text: "It signs.".into(),
        since: "2024".parse().expect("a date"),
        grounds: grounds.to_vec(),
        sources: vec![source],
        confidence: Confidence::High,
    };
    let answers = answers.iter().map(|given| given.map(answer)).collect();
    Question { id: "who".into(), question: "Who signs?".into(), answers }
}

#[test]
fn a_place_that_is_not_there_is_an_error() {
    for (what, change) in NOWHERE {
        let mut data = small_data();
        change(&mut data);
        assert_eq!(Dataset::decode(&data.encode()), Err(DecodeError::Dangling), "{what}");
    }
}

#[test]
fn content_of_another_kind_than_its_field_takes_is_an_error() {
    let contents =
        [Content::Text("x".into()), Content::Date("2024".parse().expect("a date"))].into_iter().enumerate();
    for (place, content) in contents {
        for field in Field::ALL.iter().copied() {
            let mut data = small_data();
            let claim = &mut data.facilities[0].claims[0];
            (claim.field, claim.content) = (field, content.clone());
            let named = matches!(field, Field::Standing | Field::Outcome | Field::Operator);
            let fits = !named && field.is_coded() == (place == 1);
            assert_eq!(Dataset::decode(&data.encode()).is_ok(), fits, "{field}: {content:?}");
        }
    }
}

/// The small record with generated texts, dates and numbers.
fn records() -> impl Strategy<Value = Value> {
    let text = || {
        let fit =
            any::<char>().prop_filter("one that a text may hold", |sign| unfit(&sign.to_string()).is_none());
        proptest::collection::vec(fit, 0..30).prop_map(|signs| format!("x{}", String::from_iter(signs)))
    };
    let date = || proptest::option::of(whens());
    (text(), text(), text(), whens(), date(), date(), any::<u32>()).prop_map(
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
        prop_assert_eq!(Dataset::decode(&data.encode()), Ok(data));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Dataset::decode(&bytes);
    }

    #[test]
    fn a_changed_record_is_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = small_data().encode();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = Dataset::decode(&bytes);
    }
}
