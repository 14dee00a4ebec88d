//! Where the time goes when the explainer starts on a slow phone.

use crate::browser;
use crate::fixtures::{self, Stand};
use crate::forms::events_alone;
use crate::outcome::{Outcome, fault};
use crate::phone::Condition;
use crate::race::asked;
use crate::site::Site;
use crate::table::{List, median};

/// Loads of which the medians count.
const LOADS: usize = 5;

/// What notes the steps in the page.
const STEPS: &str = include_str!("load.js");

/// What is over at the times that the script tells, in its order.
const NAMES: [&str; 13] = [
    "page: first byte",
    "page: last byte",
    "styles: last byte",
    "first contentful paint",
    "scripts: last byte",
    "record: last byte",
    "Wasm: last byte",
    "Wasm compiled",
    "instance made",
    "all there: the app is called",
    "begun: record decoded, first render asked for",
    "hydrated: controls answer, first effect has run",
    "frame after that",
];

/// The steps for the published page, and for one of 60 generated events alone.
pub fn measured() -> Outcome<List> {
    let stand = Stand::new(&[])?;
    let runtime = crate::runtime()?;
    let (mut published, mut generated) = (Vec::new(), Vec::new());
    let sites = (Site::plain()?, stand.explainer("alone", &events_alone(&fixtures::record(60)))?);
    println!("where the time of a load goes …");
    for _ in 0..LOADS {
        published.push(runtime.block_on(steps(&sites.0))?);
        generated.push(runtime.block_on(steps(&sites.1))?);
    }
    let middle = |loads: &[Vec<f64>], step: usize| {
        median(loads.iter().filter_map(|load| load.get(step).copied()).collect()).unwrap_or_default()
    };
    let rows = NAMES.iter().enumerate();
    let rows =
        rows.map(|(step, name)| (name.to_string(), vec![middle(&published, step), middle(&generated, step)]));
    Ok(List {
        title: format!(
            "A load on the slow phone: when each step is over, ms after its start; medians of {LOADS}."
        ),
        columns: vec!["step", "the published page", "60 events alone"],
        rows: rows.collect(),
    })
}

async fn steps(site: &Site) -> Outcome<Vec<f64>> {
    let mut times = Vec::new();
    browser::run_at(&site.address, async |browser| {
        Condition::Slow.set(browser).await?;
        browser.inject(STEPS).await?;
        browser.open("/").await?;
        let told = asked(browser, "steps.told()").await?;
        times = told.as_array().into_iter().flatten().filter_map(|time| time.as_f64()).collect();
        Ok(())
    })
    .await?;
    if times.len() == NAMES.len() { Ok(times) } else { Err(fault("the page does not tell every step")) }
}
