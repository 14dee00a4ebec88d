//! How a build grows with the things in the record, in three languages.

use crate::fixtures::built;
use crate::outcome::{Outcome, fault};
use crate::table::List;
use crate::{dist, generated};
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::dist::{compress, pages};
use ilrs_explainer::site::edition::Edition;
use ilrs_explainer::site::po::translation::Translation;
use ilrs_explainer::site::po::{Target, entry::Po, text::texts};
use ilrs_explainer::site::wasm::WasmBundle;
use std::time::Instant;

/// Missions of each family, so that there are about 100, 300 and 1,000 things.
const MISSIONS: [usize; 3] = [6, 40, 156];

/// Events for each of them, which are about two for each thing.
const EVENTS: usize = 12;

/// Measures a build for each number of things.
pub fn measured() -> Outcome<List> {
    let rows = MISSIONS.map(|missions| row(&generated::sized(1, EVENTS * missions, missions)));
    Ok(List {
        title: "A build in three languages after the Wasm, as the record grows; nothing is translated."
            .to_string(),
        columns: vec!["things", "events", "rendering, s", "compressing, s", "files", "MB", "MB with brotli"],
        rows: rows.into_iter().collect::<Outcome<_>>()?,
    })
}

fn row(record: &Record) -> Outcome<(String, Vec<f64>)> {
    let things = record.items().count();
    println!("{things} things: building …");
    let nothing = |into| {
        Translation::new(into, Po::default(), &texts(record, into))
            .map_err(|wrong| fault(format!("{wrong:?}")))
    };
    let translations = Target::ALL.into_iter().map(nothing).collect::<Outcome<Vec<_>>>()?;
    let editions = Edition::all(record, &translations);
    let start = Instant::now();
    let mut files =
        pages(&dist::root(), &editions, None, [built()?, WasmBundle::default()], None).map_err(fault)?;
    let rendered = start.elapsed().as_secs_f64();
    let (number, bytes) = (files.len() as f64, files.values().map(Vec::len).sum::<usize>() as f64);
    let lines = compress(&mut files).map_err(fault)?;
    let compressed = start.elapsed().as_secs_f64() - rendered;
    let packed = lines.iter().map(|line| line.brotli.unwrap_or(line.bytes)).sum::<usize>() as f64;
    let events = record.events.len() as f64;
    Ok((things.to_string(), vec![events, rendered, compressed, number, bytes / 1e6, packed / 1e6]))
}
