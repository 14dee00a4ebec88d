//! Ten thousand steps of a reader whose seed is known, on the front page and in an element: what of memory, nodes and
//! listeners is there after each thousand, once all that was opened is closed again.

use crate::browser::{self, Browser};
use crate::first_draw::WATCH;
use crate::generated::chance::Chance;
use crate::outcome::{Outcome, fault};
use crate::reader::{READER, Step, values};
use crate::site::Site;
use crate::table::List;
use fantoccini::wd::TimeoutConfiguration;
use ilrs_explainer::model::facet::Facet;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// How many steps are taken, and after how many it is looked.
const STEPS: (usize, usize) = (10_000, 1_000);

/// So many steps are taken by one script.
const TOGETHER: usize = 100;

/// What Chromium says to whoever writes the address more often than any reader can.
const HURRY: &str = "Throttling navigation";

/// How long one script may take.
const LIMIT: Duration = Duration::from_secs(120);

/// A table of both.
pub fn measured() -> Outcome<List> {
    let runtime = crate::runtime()?;
    let mut rows = Vec::new();
    runtime.block_on(browser::run_on(Site::plain()?, async |browser| {
        browser.inject(WATCH).await?;
        browser.open_ready("/").await?;
        browser.taken_over().await?;
        used("front page", browser, &mut rows).await
    }))?;
    let ours = Site::plain()?;
    runtime.block_on(browser::run_on(Site::host(&ours.address, BTreeMap::new())?, async |browser| {
        browser.inject(WATCH).await?;
        browser.open("/empty.html").await?;
        browser
            .ask("document.querySelector('main').append(document.createElement('ilrs-explainer'))")
            .await?;
        let there =
            "return !!document.querySelector('ilrs-explainer').shadowRoot?.querySelector('.facet input')";
        browser.until("the element is there", there).await?;
        used("element", browser, &mut rows).await
    }))?;
    let title = "Random steps of a reader, each with the frame after it. Looked at with all closed and nothing chosen, after \
                 two collections; MB of a million bytes.";
    let columns = vec!["where, after steps", "heap of the scripts, MB", "Wasm, MB", "nodes", "listeners"];
    Ok(List { title: title.to_string(), columns, rows })
}

async fn used(what: &str, browser: &Browser, rows: &mut Vec<(String, Vec<f64>)>) -> Outcome {
    let times = TimeoutConfiguration::new(Some(LIMIT), Some(LIMIT), None);
    browser.client().update_timeouts(times).await?;
    browser.window(1280, 800).await?;
    let boxes = values(browser).await?;
    let mut chance = Chance::new(1959);
    for taken in (0..=STEPS.0).step_by(STEPS.1) {
        rows.push((format!("{what}, {taken}"), left(browser).await?));
        println!("  {what}, {taken} steps: {:?}", rows.last().map(|(_, figures)| figures));
        if taken < STEPS.0 {
            thousand(browser, &mut chance, &boxes).await?;
        }
    }
    let mut console = browser.console().await?;
    console.retain(|line| !line.contains(HURRY));
    if console.is_empty() { Ok(()) } else { Err(fault(format!("the console says: {}", console.join("\n")))) }
}

async fn thousand(browser: &Browser, chance: &mut Chance, boxes: &[(Facet, String)]) -> Outcome {
    for _ in 0..STEPS.1 / TOGETHER {
        let steps = (0..TOGETHER).map(|_| Step::any(chance, boxes, false, false).script()).collect();
        take(browser, steps).await?;
    }
    Ok(())
}

async fn take(browser: &Browser, steps: Vec<Value>) -> Outcome {
    let script = format!("{READER}{}", include_str!("long_use.js"));
    let told = browser.client().execute_async(&script, vec![json!(steps)]).await?;
    match told.as_str() {
        Some("") => Ok(()),
        _ => Err(fault(format!("the steps cannot be taken: {told}"))),
    }
}

/// Bytes of the heap and of the Wasm in millions, nodes and listeners.
async fn left(browser: &Browser) -> Outcome<Vec<f64>> {
    take(browser, Vec::new()).await?;
    let heap = browser.heap().await?;
    let [nodes, listeners] = browser.nodes().await?;
    let wasm = browser.number("return bench.memory.buffer.byteLength").await? as f64;
    Ok(vec![heap / 1e6, wasm / 1e6, nodes, listeners])
}
