//! What a reader waits for, in a real browser of 1280 × 800: the first draw, a choice, a keystroke.

use crate::browser::{self, Browser};
use crate::folder::Folder;
use crate::outcome::{Outcome, fault};
use crate::table::{Row, Table, median};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long the measurements of one size may take.
const LIMIT: Duration = Duration::from_secs(120);

/// How long the driver waits for one command: what is given up must still be closed.
const COMMAND: Duration = Duration::from_secs(60);

/// How often the page is loaded, as long as that takes no longer than this.
const LOADS: (usize, Duration) = (5, Duration::from_secs(30));

/// Choices, each made and taken back: of nine the fifth is the median.
const CHOICES: [(&str, &str); 9] = [
    ("kind", "launch"),
    ("kind", "agreement"),
    ("kind", "landing"),
    ("kind", "statement"),
    ("kind", "construction"),
    ("kind", "loss"),
    ("confidence", "high"),
    ("confidence", "medium"),
    ("confidence", "low"),
];

/// A word of the generated records, typed letter by letter.
const WORD: &str = "announced";

/// What listens in the page.
pub const WATCH: &str = include_str!("watch.js");

const COLUMNS: &[&str] = &[
    "record, KB",
    "first draw, ms",
    "facet chosen, ms",
    "facet dropped, ms",
    "keystroke, ms",
    "nodes",
    "nodes, filtered",
    "JS heap, MB",
    "Wasm memory, MB",
];

/// A table for these sizes.
pub fn measured(sizes: &[usize]) -> Outcome<Table> {
    let folder = Folder::new("bench")?;
    let runtime = crate::runtime()?;
    let mut rows = Vec::new();
    for events in sizes {
        println!("{events} events: the page …");
        rows.push(runtime.block_on(row(&folder, *events))?);
    }
    let title = "The page with ?view=timeline, in Chromium at 1280 × 800; medians. First draw: from the last byte \
                 of record and Wasm to the end of the first frame with all of it. Choices and keystrokes: from the \
                 input to the end of the frame that shows the result.";
    Ok(Table { title: title.to_string(), columns: COLUMNS, rows })
}

async fn row(folder: &Folder, events: usize) -> Outcome<Row> {
    let (path, bytes) = folder.page(events)?;
    let mut row = Row::new(events);
    row.set("record, KB", bytes as f64 / 1e3);
    let measured = browser::run_on(folder.serve()?, async |browser| {
        let measuring = tokio::time::timeout(LIMIT, measure(browser, &path, &mut row));
        measuring.await.unwrap_or_else(|_| Err(fault(format!("not all of it was done in {LIMIT:?}"))))
    });
    // Of what the driver says the first line is about us.
    row.note = measured.await.err().and_then(|fault| Some(format!("{fault:?}").lines().next()?.to_string()));
    Ok(row)
}

async fn measure(browser: &Browser, path: &str, row: &mut Row) -> Outcome {
    let times = TimeoutConfiguration::new(Some(COMMAND), Some(COMMAND), None);
    browser.client().update_timeouts(times).await?;
    browser.window(1280, 800).await?;
    browser.inject(WATCH).await?;
    loads(browser, path, row).await?;
    row.set("nodes", nodes(browser).await?);
    memory(browser, row).await?;
    choices(browser, row).await?;
    keystrokes(browser, row).await
}

async fn loads(browser: &Browser, path: &str, row: &mut Row) -> Outcome {
    let (start, mut times) = (Instant::now(), Vec::new());
    while times.len() < LOADS.0 && (times.is_empty() || start.elapsed() < LOADS.1) {
        browser.open(path).await?;
        times.push(told(browser, "drawn").await?);
    }
    set(row, "first draw, ms", times);
    Ok(())
}

async fn choices(browser: &Browser, row: &mut Row) -> Outcome {
    let (mut chosen, mut dropped) = (Vec::new(), Vec::new());
    for (facet, value) in CHOICES {
        let label = format!(".facet[data-facet={facet}] label:has([value=\"{value}\"])");
        chosen.push(timed(browser, browser.click(&label)).await?);
        if chosen.len() == 1 {
            row.set("nodes, filtered", nodes(browser).await?);
        }
        dropped.push(timed(browser, browser.click(&label)).await?);
    }
    set(row, "facet chosen, ms", chosen);
    set(row, "facet dropped, ms", dropped);
    Ok(())
}

async fn keystrokes(browser: &Browser, row: &mut Row) -> Outcome {
    let mut times = Vec::new();
    for letter in WORD.chars() {
        let letter = letter.to_string();
        times.push(timed(browser, browser.type_into("[name=q]", &letter)).await?);
    }
    set(row, "keystroke, ms", times);
    Ok(())
}

async fn nodes(browser: &Browser) -> Outcome<f64> {
    Ok(browser.number("return document.getElementsByTagName('*').length").await? as f64)
}

async fn memory(browser: &Browser, row: &mut Row) -> Outcome {
    browser.devtools("Performance.enable", json!({})).await?;
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
    let named = |metric: &&Value| metric["name"] == "JSHeapUsedSize";
    let heap = metrics["metrics"].as_array().and_then(|all| all.iter().find(named)?["value"].as_f64());
    if let Some(heap) = heap {
        row.set("JS heap, MB", heap / 1e6);
    }
    row.set("Wasm memory, MB", browser.number("return bench.memory.buffer.byteLength").await? as f64 / 1e6);
    Ok(())
}

/// The time from a reader's input to the frame that shows its result.
async fn timed(browser: &Browser, input: impl Future<Output = Outcome>) -> Outcome<f64> {
    browser.ask("bench.again()").await?;
    input.await?;
    told(browser, "filtered").await
}

/// A time the page tells once it has it. Nothing is asked in between, which would itself take time there.
async fn told(browser: &Browser, name: &str) -> Outcome<f64> {
    let script = "bench.tell(arguments[0], arguments[1])";
    let told = browser.client().execute_async(script, vec![json!(name)]).await?;
    told.as_f64().ok_or_else(|| fault(format!("the page tells no time but {told}")))
}

fn set(row: &mut Row, column: &'static str, times: Vec<f64>) {
    if let Some(median) = median(times) {
        row.set(column, median);
    }
}
