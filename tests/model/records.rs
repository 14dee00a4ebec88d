//! The generator of records: valid whatever the seed and size, the same again, and with everything in it that
//! the real record has.

use crate::generated;
use crate::support::valid;
use ilrs_explainer::model::when::{Certainty, When};
use std::collections::BTreeSet;

#[test]
fn every_generated_record_is_valid() {
    for seed in 0..8 {
        for events in [0, 1, 2, 7, 60, 300] {
            let data = valid(&generated::record(seed, events));
            assert_eq!(data.events.len(), events, "seed {seed}");
        }
    }
    let large = valid(&generated::record(9, 30_000));
    assert_eq!((large.events.len(), large.milestones.len()), (30_000, 200));
}

#[test]
fn a_seed_gives_one_record() {
    assert_eq!(generated::record(3, 50), generated::record(3, 50));
    assert_ne!(generated::record(3, 50), generated::record(4, 50));
}

#[test]
fn events_stand_in_the_order_of_their_dates() {
    let data = valid(&generated::record(1, 500));
    assert!(data.events.is_sorted_by_key(|event| (event.date.known_start(), event.date.known_end())));
}

#[test]
fn it_has_what_the_real_one_has() {
    let record = generated::record(1, 2_000);
    let data = valid(&record);
    let dates: Vec<When> = data.events.iter().map(|event| event.date).collect();
    assert!(dates.iter().any(|date| date.year() < 1965) && dates.iter().any(|date| date.year() == 2026));
    assert!(dates.iter().any(|date| date.to_string().starts_with("../")));
    assert!(dates.iter().any(|date| date.to_string().ends_with('X')));
    let certainties: BTreeSet<Certainty> = dates.iter().map(When::certainty).collect();
    assert_eq!(certainties.len(), 4);
    for name in ["Chang'e", "Chang’e", "嫦娥", "Луна"] {
        assert!(record.events.iter().any(|event| event.title.contains(name)), "{name}");
    }
    let kinds: BTreeSet<&str> = record.events.iter().map(|event| &*event.kind).collect();
    assert_eq!(kinds.len(), 7);
    assert!(record.events.iter().any(|event| event.about.is_empty()));
    assert!(record.events.iter().any(|event| event.about.len() == 4));
    let promises = || record.promises.iter();
    assert!(promises().any(|promise| promise.promised.is_none()));
    assert!(promises().any(|promise| promise.promised.as_ref().is_some_and(|date| date.ends_with("/.."))));
    for confidence in ["high", "medium", "low", "unconfirmed"] {
        assert!(promises().any(|promise| promise.confidence == confidence), "{confidence}");
    }
    let reached = data.milestones.iter().filter(|milestone| milestone.reached.is_some()).count();
    assert!(reached > 0 && reached < data.milestones.len(), "{reached} of {}", data.milestones.len());
}
