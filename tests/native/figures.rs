//! The figures of a record: counted by hand on a small one, and told of any.

use crate::support::{record, small};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::figures::{Borne, borne, table};
use serde_json::{Value, json};

/// The small record with another kind of each source.
fn of_kinds(kinds: [&str; 2]) -> Record {
    let mut small = small();
    for (place, kind) in kinds.into_iter().enumerate() {
        small["sources"][place]["kind"] = json!(kind);
    }
    serde_json::from_value::<Record>(small).expect("a record")
}

#[test]
fn statements_are_counted_by_what_bears_them_out() {
    // By hand: 10 claims, of which 1 rests on both sources and 2 on the press; 2 events, 3 promises, 2 positions, 1 count.
    let table = [
        (
            ["official", "press"],
            [[10, 9, 0, 0, 0], [2, 2, 0, 0, 0], [3, 3, 0, 0, 0], [2, 1, 0, 0, 0], [1, 1, 0, 0, 0]],
        ),
        (
            ["official", "note"],
            [[10, 9, 2, 2, 2], [2, 2, 1, 1, 1], [3, 3, 1, 1, 1], [2, 1, 1, 1, 1], [1, 1, 1, 1, 1]],
        ),
        (
            ["copy", "note"],
            [[10, 9, 10, 2, 9], [2, 2, 2, 1, 2], [3, 3, 3, 1, 3], [2, 1, 2, 1, 1], [1, 1, 1, 1, 1]],
        ),
    ];
    for (kinds, wanted) in table {
        let found = borne(&of_kinds(kinds));
        assert_eq!(
            found.each_ref().map(|(name, _)| *name),
            ["claims", "events", "promises", "positions", "counts"]
        );
        let wanted = wanted.map(|[all, single, weak, notes, weak_single]| Borne {
            all,
            single,
            weak,
            notes,
            weak_single,
        });
        assert_eq!(found.map(|(_, borne)| borne), wanted, "{kinds:?}");
    }
}

#[test]
fn the_table_tells_every_figure() {
    let table = table(&of_kinds(["official", "note"]));
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[1], ["claims", "10", "9", "2", "2", "2"]);
    assert_eq!(lines[6], ["together", "6"]);
    let below: Vec<&str> = table.lines().skip(7).collect();
    assert_eq!(below[0], "sources: 2, of which 0 have no address");
    assert_eq!(below[1], "kind: official 1, agency 0, trade 0, press 0, reference 0, copy 0, note 1");
    assert_eq!(below[2], "lean: high 1, medium 1, low 0");
    assert!(below[4].starts_with("official, how read: "), "{below:?}");
}

#[test]
fn the_figures_of_the_record_are_those_of_its_published_form() {
    let published = serde_json::to_value(record()).expect("the record can be published");
    let sources = published["sources"].as_array().expect("a list");
    let weak = |id: &Value| {
        let source = sources.iter().find(|source| source["id"] == *id).expect("it is there");
        source["kind"] == "copy" || source["kind"] == "note"
    };
    let events = published["events"].as_array().expect("a list");
    let cited = |event: &Value| event["sources"].as_array().expect("a list").clone();
    let found = &borne(record())[1].1;
    assert_eq!(found.all, events.len());
    assert_eq!(found.single, events.iter().filter(|event| cited(event).len() == 1).count());
    assert_eq!(found.weak, events.iter().filter(|event| cited(event).iter().all(weak)).count());
}
