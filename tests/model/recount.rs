//! What is found in generated records, held to a recount by the plain rules: lines, counts, cards and days.

use crate::arbitrary_query::{Asked, asked, days, values};
use crate::naive::{self, Line};
use crate::support::{cases, valid};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry::Entry;
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::query::{Choice, Query};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::record::Record;
use proptest::prelude::*;
use proptest::sample::Index;

/// The one place in which these tests ask the model.
fn find(data: &Dataset, query: &Query) -> QueryResult {
    QueryResult::new(data, query)
}

/// A line as far as a reader can tell: what, when, how it stands.
type Told = (String, String, Vec<&'static str>);

fn found(data: &Dataset, query: &Query) -> Vec<Told> {
    let statuses = |entry: &Entry| entry.statuses.iter().map(|status| status.word()).collect();
    let told = |entry: &Entry| (data.id(entry.at).to_string(), entry.when.to_string(), statuses(entry));
    find(data, query).found().map(told).collect()
}

fn left<'a>(lines: &'a [Line], query: &Query) -> impl Iterator<Item = &'a Line> {
    lines.iter().filter(|line| line.left_by(query))
}

/// The query with this value alone chosen in the facet, everything else as it is.
fn with_only(query: &Query, facet: Facet, value: &str) -> Query {
    let mut only = query.clone();
    only.choices[facet as usize] = Choice::default();
    only.choices[facet as usize].insert(value.into());
    only
}

fn lines_are_those_of_the_rules(asked: &Asked, record: &Record) -> Result<(), TestCaseError> {
    let (data, query) = (valid(record), asked.query(record));
    let lines = naive::lines(record, query.as_of);
    let told = |line: &Line| (line.id.clone(), line.when.to_string(), line.statuses.clone());
    let expected: Vec<Told> = left(&lines, &query).map(told).collect();
    prop_assert_eq!(find(&data, &query).number, expected.len());
    prop_assert_eq!(found(&data, &query), expected);
    Ok(())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn found_lines_are_those_of_the_rules(asked in asked()) {
        lines_are_those_of_the_rules(&asked, &asked.record())?;
    }

    #[test]
    fn so_they_are_where_events_stand_in_no_order(asked in asked()) {
        let mut record = asked.record();
        record.events.reverse();
        let middle = record.events.len() / 3;
        record.events.rotate_left(middle);
        lines_are_those_of_the_rules(&asked, &record)?;
    }

    #[test]
    fn found_cards_are_those_of_the_rules(asked in asked()) {
        let record = asked.record();
        let (data, query) = (valid(&record), asked.query(&record));
        let (found, shown) = (find(&data, &query), naive::shown(&record, &query));
        let items = data.all_items().map(|item| &item.id);
        let milestones = data.milestones.iter().map(|milestone| &milestone.id);
        let conflicts = data.conflicts.iter().map(|conflict| &conflict.id);
        for id in items.chain(milestones).chain(conflicts) {
            let at = data.at(id).expect("an id of the record");
            prop_assert_eq!(found.shows(at), !query.filters() || shown.contains(&**id), "{}", id);
        }
    }

    #[test]
    fn a_generated_record_that_came_to_the_app_finds_the_same(asked in asked()) {
        let record = asked.record();
        let (data, query) = (valid(&record), asked.query(&record));
        let again = Dataset::decode(&data.encode()).expect("what was encoded can be decoded");
        prop_assert_eq!(&again, &data);
        prop_assert_eq!(find(&again, &query), find(&data, &query));
    }

    #[test]
    fn the_cut_off_and_later_days_find_all_that_the_record_has(asked in asked(), later in 0..1000) {
        let record = asked.record();
        let data = valid(&record);
        let whole = Query { as_of: None, ..asked.query(&record) };
        let on_day = Query { as_of: Some(data.as_of + later), ..whole.clone() };
        prop_assert_eq!(find(&data, &on_day), find(&data, &whole));
    }

    #[test]
    fn what_was_known_stays_known(asked in asked(), one in any::<Index>(), other in any::<Index>()) {
        let record = asked.record();
        let data = valid(&record);
        let (one, other) = (*one.get(&days(&record)), *other.get(&days(&record)));
        let (early, late) = (one.min(other), one.max(other));
        let on = |day| Query { as_of: Some(day), ..asked.query(&record) };
        let events = |day| -> Vec<String> {
            let found = find(&data, &on(day));
            let events = found.found().filter(|entry| entry.promise.is_none());
            events.map(|entry| data.id(entry.at).to_string()).collect()
        };
        let after = events(late);
        for id in events(early) {
            prop_assert!(after.contains(&id), "{} was found on day {} and not on day {}", id, early, late);
        }
        for milestone in &data.milestones {
            let known = |day| milestone.known(data.day(Some(day)));
            prop_assert!(known(late).starts_with(known(early)), "{}", milestone.id);
        }
    }
}

proptest! {
    #![proptest_config(cases(64))] // each is some 130 recounts

    #[test]
    fn each_count_is_what_that_choice_alone_would_leave(asked in asked()) {
        let record = asked.record();
        let (data, query) = (valid(&record), asked.query(&record));
        let (found, lines) = (find(&data, &query), naive::lines(&record, query.as_of));
        for facet in Facet::ALL.iter().copied() {
            for value in values(&record, facet) {
                let number = left(&lines, &with_only(&query, facet, &value)).count();
                let counted = found.counts.get(&data, facet, &value) as usize;
                prop_assert_eq!(counted, number, "counted and recounted for {}={}", facet, value);
            }
        }
    }
}
