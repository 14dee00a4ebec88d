//! The model by itself, natively: reading a record and asking it.

use crate::folder::encoded;
use crate::table::{Row, Table, median};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::index::Index;
use ilrs_explainer::model::query::Query;
use ilrs_explainer::model::query_result::QueryResult;
use ilrs_explainer::model::viewport::Viewport;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

/// Runs whose median counts.
const RUNS: usize = 15;

const COLUMNS: &[&str] = &[
    "record, KB",
    "decode, ms",
    "index, ms",
    "a facet, ms",
    "the first word, ms",
    "a word, ms",
    "track, ms",
];

/// A table for these sizes; only from a thousand events on is there anything to measure.
pub fn measured(sizes: &[usize]) -> Table {
    let rows = sizes.iter().filter(|events| **events >= 1_000).map(|events| row(*events)).collect();
    Table { title: format!("The model, natively; medians of {RUNS} runs."), columns: COLUMNS, rows }
}

fn row(events: usize) -> Row {
    println!("{events} events: the model …");
    let mut row = Row::new(events);
    let encoded = encoded(events);
    let data = read(&encoded);
    row.set("record, KB", encoded.len() as f64 / 1e3);
    row.set("decode, ms", timed(|| (), |()| read(&encoded)));
    row.set("index, ms", timed(|| (), |()| Index::new(&data, None)));
    row.set("a facet, ms", asked(&data, "kind=launch"));
    // Whatever is made ready when the first word is typed is made anew for each record.
    let word = query("q=moon");
    let index = Rc::new(Index::new(&data, None));
    row.set("the first word, ms", timed(|| read(&encoded), |data| QueryResult::within(&data, &index, &word)));
    row.set("a word, ms", asked(&data, "q=moon"));
    let found = QueryResult::new(&data, &Query::default());
    let viewport = Viewport { width: 1200, ..Viewport::default() };
    row.set("track, ms", timed(|| (), |()| viewport.track(&data, &found)));
    row
}

fn read(encoded: &[u8]) -> Dataset {
    Dataset::decode(encoded).expect("what was encoded can be decoded")
}

fn query(address: &str) -> Query {
    Query::from_url(address).0
}

fn asked(data: &Dataset, address: &str) -> f64 {
    let (query, index) = (query(address), Rc::new(Index::new(data, None)));
    timed(|| (), |()| QueryResult::within(data, &index, &query))
}

/// The median time of some work, in milliseconds; what it needs is made ready before.
fn timed<R, T>(ready: impl Fn() -> R, work: impl Fn(R) -> T) -> f64 {
    let run = |_| {
        let ready = ready();
        let start = Instant::now();
        let done = black_box(work(black_box(ready)));
        let time = start.elapsed().as_secs_f64() * 1e3;
        drop(done); // throwing it away is not what is asked
        time
    };
    median((0..RUNS).map(run).collect()).unwrap_or_default()
}
