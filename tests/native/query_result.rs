//! Finding, held to a recount by hand: every line asked every question, every choice tried.

use crate::support::{cases, dataset, day, small_data};
use ilrs_explainer::model::asof::AsOf;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::entry::{Entry, Status, entries};
use ilrs_explainer::model::facet::Facet;
use ilrs_explainer::model::fold::fold;
use ilrs_explainer::model::id::{Ref, Type};
use ilrs_explainer::model::query::{Choice, Mode, Query};
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::when::When;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The values of an entry in a facet, as words and ids.
fn values(data: &Dataset, entry: &Entry, facet: Facet) -> Vec<String> {
    let ids = |kind: Type| {
        let all = entry.about(data).iter().copied().chain(entry.milestone(data));
        let mut ids: Vec<String> =
            all.filter(|at| at.kind == kind).map(|at| data.id(at).to_string()).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    match facet {
        Facet::Kind => vec![entry.kind(data).to_string()],
        Facet::Status => entry.statuses.iter().map(|status| status.to_string()).collect(),
        Facet::Confidence => vec![entry.confidence(data).to_string()],
        Facet::Participant => ids(Type::Participant),
        Facet::Mission => ids(Type::Mission),
        Facet::Milestone => ids(Type::Milestone),
        Facet::Phase => ids(Type::Phase),
    }
}

fn admits(data: &Dataset, query: &Query, entry: &Entry, facet: Facet) -> bool {
    let chosen = query.chosen(facet);
    chosen.is_empty() || values(data, entry, facet).iter().any(|value| chosen.contains(value))
}

fn words_of(data: &Dataset, at: Ref, day: AsOf) -> String {
    match at.kind {
        Type::Milestone => {
            let milestone = data.milestone(at);
            let sayings =
                milestone.known(day).iter().map(|promise| format!("{} {}\n", promise.who, promise.text));
            format!("{}\n{}", milestone.label, sayings.collect::<String>())
        }
        _ => format!("{}\n{}", data.event(at).title, data.event(at).text),
    }
}

fn names_of(data: &Dataset, at: Ref) -> Vec<String> {
    let Some(item) = data.item(at) else { return Vec::new() };
    let names = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
    names.into_iter().flatten().chain(&item.aliases).map(|name| fold(name)).collect()
}

fn has_words(data: &Dataset, query: &Query, entry: &Entry) -> bool {
    let text = fold(&words_of(data, entry.at, data.day(query.as_of)));
    let names: Vec<String> = entry.about(data).iter().flat_map(|at| names_of(data, *at)).collect();
    fold(&query.text)
        .split_ascii_whitespace()
        .all(|word| text.contains(word) || names.iter().any(|name| name.contains(word)))
}

fn in_range(query: &Query, entry: &Entry) -> bool {
    query.from.is_none_or(|from| entry.when.latest() >= from.earliest())
        && query.to.is_none_or(|to| entry.when.earliest() <= to.latest())
}

/// Whether the query leaves the entry, one facet not asked.
fn leaves(data: &Dataset, query: &Query, entry: &Entry, but: Option<Facet>) -> bool {
    let facets = Facet::ALL.iter().filter(|facet| Some(**facet) != but);
    facets.into_iter().all(|facet| admits(data, query, entry, *facet))
        && in_range(query, entry)
        && has_words(data, query, entry)
}

/// Every value a facet can have in this record.
fn all_values(data: &Dataset, facet: Facet) -> Vec<String> {
    match facet.ids() {
        None => facet.words().into_iter().map(str::to_string).collect(),
        Some(Type::Milestone) => data.milestones.iter().map(|milestone| milestone.id.to_string()).collect(),
        Some(kind) => data.items(kind).iter().map(|item| item.id.to_string()).collect(),
    }
}

/// Chosen values, by places that are looked up in the record later, so that a generated query needs no record.
#[derive(Clone, Debug)]
struct Plan {
    text: &'static str,
    choices: Vec<(Index, Index)>,
    from: Option<i32>,
    to: Option<i32>,
    as_of: Option<i32>,
}

impl Plan {
    fn query(&self, data: &Dataset) -> Query {
        let year = |year: i32| year.to_string().parse::<When>().ok();
        let mut choices: [Choice; 7] = Default::default();
        for (facet, value) in &self.choices {
            let facet = *facet.get(Facet::ALL);
            let values = all_values(data, facet);
            choices[facet as usize].insert(value.get(&values).as_str().into());
        }
        Query {
            text: self.text.into(),
            choices,
            from: self.from.and_then(year),
            to: self.to.and_then(year),
            as_of: self.as_of,
            ..Query::default()
        }
    }
}

fn plans() -> impl Strategy<Value = Plan> {
    let text =
        select(vec!["", "", "", "luna", "Луна-26", "chang’e 7", "TREATY russia", "的", "nothing at all"]);
    let year = || proptest::option::weighted(0.3, 1955..2045);
    let as_of = proptest::option::weighted(0.4, day("2010-01-01")..day("2026-12-31"));
    let choices = vec(any::<(Index, Index)>(), 0..4);
    (text, choices, year(), year(), as_of).prop_map(|(text, choices, from, to, as_of)| Plan {
        text,
        choices,
        from,
        to,
        as_of,
    })
}

thread_local! {
    static DATA: Dataset = dataset();
}

fn recount(data: &Dataset, query: &Query) -> Result<(), TestCaseError> {
    let found = QueryResult::new(data, query);
    let lines = entries(data, data.day(query.as_of));
    let hits: Vec<bool> = lines.iter().map(|entry| leaves(data, query, entry, None)).collect();
    prop_assert_eq!(found.entries(), &lines);
    let found_hits: Vec<bool> = (0..lines.len()).map(|place| found.hits.has(place)).collect();
    prop_assert_eq!(&found_hits, &hits);
    prop_assert_eq!(found.number, hits.iter().filter(|hit| **hit).count());
    prop_assert_eq!(found.found().count(), found.number);
    for facet in Facet::ALL.iter().copied() {
        let left: Vec<Vec<String>> = lines
            .iter()
            .filter(|entry| leaves(data, query, entry, Some(facet)))
            .map(|entry| values(data, entry, facet))
            .collect();
        for value in all_values(data, facet) {
            let number = left.iter().filter(|values| values.contains(&value)).count();
            prop_assert_eq!(found.counts.get(data, facet, &value) as usize, number, "{} = {}", facet, value);
        }
    }
    for entry in found.found() {
        prop_assert!(entry.about(data).iter().all(|at| found.shows(*at)));
        prop_assert!(found.shows(entry.at));
    }
    Ok(())
}

#[test]
fn no_query_finds_everything() {
    let data = dataset();
    let found = QueryResult::new(&data, &Query::default());
    assert_eq!(found.number, found.entries().len());
    assert!(data.all_items().all(|item| found.shows(item.at)));
    for kind in [Type::Participant, Type::Person, Type::Mission, Type::Facility, Type::Phase] {
        assert_eq!(found.tally(&data, kind), (data.items(kind).len(), data.items(kind).len()));
    }
}

#[test]
fn a_name_finds_what_concerns_it_in_any_script() {
    let data = dataset();
    let number =
        |text: &str| QueryResult::new(&data, &Query { text: text.into(), ..Query::default() }).number;
    assert!(number("Chang'e 7") > 0);
    for text in ["chang’e 7", "CHANGE 7", "  change   7  "] {
        assert_eq!(number(text), number("Chang'e 7"), "{text}");
    }
    assert!(number("Луна-26") > 0);
    assert_eq!(number("no such words anywhere"), 0);
}

#[test]
fn what_two_promises_say_is_not_one_word() {
    let data = small_data();
    let number =
        |text: &str| QueryResult::new(&data, &Query { text: text.into(), ..Query::default() }).number;
    assert_eq!(number("2025 the"), 1, "one promise ends in 2025, the next is by the press");
    assert_eq!(number("2025the"), 0);
}

#[test]
fn an_unknown_value_counts_nothing() {
    let data = dataset();
    let found = QueryResult::new(&data, &Query::default());
    for facet in Facet::ALL.iter().copied() {
        assert_eq!(found.counts.get(&data, facet, "no-such-value"), 0);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn counts_are_those_of_a_recount(plan in plans()) {
        DATA.with(|data| recount(data, &plan.query(data)))?;
    }

    #[test]
    fn later_days_know_more(first in day("1950-01-01")..day("2026-09-13"), more in 0..4000) {
        DATA.with(|data| {
            let [early, late] = [first, first + more].map(|day| data.day(Some(day)));
            let happened = |day: AsOf| entries(data, day).into_iter().filter(|e| e.statuses.main() == Status::Happened).map(|e| e.at);
            let after: Vec<Ref> = happened(late).collect();
            prop_assert!(happened(early).all(|at| after.contains(&at)));
            prop_assert!(data.all_items().all(|item| !data.exists(item, early) || data.exists(item, late)));
            for item in data.all_items() {
                prop_assert!(item.claims.iter().all(|claim| !data.knows(item, claim, early) || data.knows(item, claim, late)));
            }
            prop_assert!(data.conflicts.iter().all(|conflict| !conflict.exists(early) || conflict.exists(late)));
            prop_assert!(data.milestones.iter().all(|milestone| milestone.known(early).len() <= milestone.known(late).len()));
            Ok(())
        })?;
    }
}

#[test]
fn lines_stand_as_they_are_read() {
    let data = dataset();
    for (as_of, mode, choice) in
        [(None, Mode::Hide, None), (Some("2021-06-16"), Mode::Hide, None), (None, Mode::Dim, Some("launch"))]
    {
        let mut query = Query { as_of: as_of.map(day), ..Query::default() };
        if let Some(kind) = choice {
            query = Query::from_url(&format!("?kind={kind}")).0;
        }
        let found = QueryResult::new(&data, &query);
        let lines = found.lines(mode);
        let number = if mode == Mode::Dim { found.entries().len() } else { found.number };
        assert_eq!(lines.len(), number);
        // What is promised, nearest first; what was withdrawn; what has happened, newest first.
        let place = |(place, _): &(usize, bool)| {
            let entry = &found.entries()[*place];
            match (entry.happened(), entry.statuses.has(Status::Cancelled)) {
                (false, withdrawn) => (usize::from(withdrawn), *place as i64),
                (true, _) => (2, -(*place as i64)),
            }
        };
        assert!(lines.is_sorted_by_key(place), "{as_of:?} {mode:?}");
        assert!(lines.iter().any(|line| place(line).0 == 0) && lines.iter().any(|line| place(line).0 == 2));
        assert!(lines.iter().all(|(place, hit)| *hit == found.hits.has(*place)));
    }
}
