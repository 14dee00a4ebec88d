//! Pages that are measured in turn, in a fresh browser for each load: A B C D, A B C D, and so on.

use crate::browser::{self, Browser};
use crate::contest::Entry;
use crate::outcome::{Outcome, fault};
use crate::phone::{Condition, LATENCY, RATE};
use crate::site::Site;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Loads of each under each condition, of which the medians count.
const LOADS: usize = 5;

/// How long a page may take until its controls answer and it has come to rest.
const LIMIT: Duration = Duration::from_secs(60);

/// How long its filter may take.
const FILTERING: Duration = Duration::from_secs(30);

/// What measures in the page.
const RACE: &str = include_str!("race.js");

/// One of those that are compared.
pub struct Runner {
    /// What it is called in the tables.
    pub name: String,
    /// Its name in the script that measures.
    pub word: &'static str,
    /// It is ours: the others are compared to it.
    pub ours: bool,
    /// Where it is served.
    pub site: Site,
    /// Its path there.
    pub path: String,
    /// Titles of the events it should show.
    pub titles: Vec<String>,
    /// How many round trips it needs one after the other until its controls answer, if we know.
    pub trips: Option<u32>,
}

/// What one load or one look at the page gave.
type Figures = BTreeMap<&'static str, f64>;

/// Races these under each condition, after a look at what they show.
pub fn raced(
    runtime: &Runtime,
    runners: &[Runner],
    events: usize,
    conditions: &[Condition],
) -> Outcome<Vec<Entry>> {
    let still: Vec<Figures> =
        runners.iter().map(|runner| runtime.block_on(still(runner))).collect::<Outcome<_>>()?;
    let mut all = Vec::new();
    for condition in conditions {
        let start = Instant::now();
        let mut entries = race(runtime, runners, events, *condition);
        for (entry, still) in entries.iter_mut().zip(&still) {
            entry.loads.iter_mut().for_each(|load| load.extend(still));
        }
        println!("{events} events, {}: {:.0} s", condition.name(), start.elapsed().as_secs_f32());
        all.extend(entries);
    }
    Ok(all)
}

/// Rounds in which everybody has a turn; who fails or does not finish is out.
fn race(runtime: &Runtime, runners: &[Runner], events: usize, condition: Condition) -> Vec<Entry> {
    let entry = |runner: &Runner| Entry {
        name: runner.name.clone(),
        ours: runner.ours,
        events,
        condition: condition.name(),
        ..Entry::default()
    };
    let mut entries: Vec<Entry> = runners.iter().map(entry).collect();
    for round in 1..=LOADS {
        for (runner, entry) in runners.iter().zip(&mut entries).filter(|(_, entry)| entry.fault.is_none()) {
            let (figures, outcome) = runtime.block_on(load(runner, condition));
            // Of what the driver says the first line is about us.
            entry.fault =
                outcome.err().and_then(|fault| Some(format!("{fault:?}").lines().next()?.to_string()));
            progress(round, entry, &figures);
            entry.loads.extend((!figures.is_empty()).then_some(figures));
        }
    }
    entries
}

/// A line for those who wait.
fn progress(round: usize, entry: &Entry, figures: &Figures) {
    let told = |name| figures.get(name).map_or("–".to_string(), |figure| format!("{figure:.0}"));
    let (painted, answered) = (told("first contentful paint, ms"), told("controls answer, ms"));
    let fault = entry.fault.as_deref().unwrap_or_default();
    println!("  round {round}, {}: painted {painted}, answers {answered} {fault}", entry.name);
}

/// One load in a fresh browser with a fresh profile.
async fn load(runner: &Runner, condition: Condition) -> (Figures, Outcome) {
    let mut figures = Figures::new();
    let outcome = browser::run_at(&runner.site.address, async |browser| {
        prepare(browser, runner, condition).await?;
        let loading = async {
            browser.open(&runner.path).await?;
            asked(browser, "race.load()").await
        };
        let told = within(LIMIT, "the page", loading).await?;
        for (name, figure) in told.as_object().into_iter().flatten() {
            put(&mut figures, name, figure.as_f64());
        }
        let sizes = sizes(browser).await?;
        put(&mut figures, "KB over the network", Some(sizes.iter().sum::<f64>() / 1e3));
        put(&mut figures, "requests", Some(sizes.len() as f64));
        put(&mut figures, "heap, MB", Some(heap(browser).await? / 1e6));
        let filtered = within(FILTERING, "its filter", asked(browser, "race.filter()")).await?;
        put(&mut figures, "filter to frame, ms", filtered.as_f64());
        Ok(())
    })
    .await;
    (figures, outcome)
}

/// How many of the events are to be read with scripts off, and in print: looked at once, without a hurry.
async fn still(runner: &Runner) -> Outcome<Figures> {
    let mut figures = Figures::new();
    if runner.titles.is_empty() {
        return Ok(figures);
    }
    let looking = browser::run_at(&runner.site.address, async |browser| {
        prepare(browser, runner, Condition::Fast).await?;
        browser.scripts_off().await?;
        browser.open(&runner.path).await?;
        put(&mut figures, "events with scripts off", Some(seen(browser, runner).await?));
        browser.scripts_on().await?;
        let loading = async {
            browser.open(&runner.path).await?;
            asked(browser, "race.load()").await
        };
        within(LIMIT, "the page", loading).await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        browser.ask("dispatchEvent(new Event('beforeprint'))").await?;
        asked(browser, "race.framed()").await?;
        put(&mut figures, "events in print", Some(seen(browser, runner).await?));
        Ok(())
    });
    if let Err(fault) = looking.await {
        println!("{} was not looked at to the end: {fault:?}", runner.name);
    }
    Ok(figures)
}

async fn prepare(browser: &Browser, runner: &Runner, condition: Condition) -> Outcome {
    let times = TimeoutConfiguration::new(Some(LIMIT), Some(LIMIT), None);
    browser.client().update_timeouts(times).await?;
    condition.set(browser).await?;
    browser.inject(&script(runner, condition)).await
}

fn script(runner: &Runner, condition: Condition) -> String {
    let slow = (condition == Condition::Slow).then_some(runner.trips).flatten();
    let network = slow.map(|trips| json!({ "latency": LATENCY, "rate": RATE / 1e3, "trips": trips }));
    format!("globalThis.RUNNER = {};\nglobalThis.NETWORK = {};\n{RACE}", json!(runner.word), json!(network))
}

async fn seen(browser: &Browser, runner: &Runner) -> Outcome<f64> {
    // With scripts off the script that measures was not run either.
    let script = format!(
        "globalThis.race ?? (() => {{ {} }})();\nreturn race.seen(arguments[0])",
        script(runner, Condition::Fast)
    );
    let count = browser.ask_with(&script, vec![json!(runner.titles)]).await?;
    count.as_f64().ok_or_else(|| fault(format!("titles cannot be counted: {count}")))
}

/// What a promise of the page gives.
pub async fn asked(browser: &Browser, promise: &str) -> Outcome<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; {promise}.then(done, (error) => done(String(error)))"
    );
    let told = browser.client().execute_async(&script, Vec::new()).await?;
    if told.is_string() { Err(fault(told.to_string())) } else { Ok(told) }
}

async fn within<T>(limit: Duration, who: &str, work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let late = || fault(format!("{who} did not finish in {} s", limit.as_secs()));
    match tokio::time::timeout(limit, work).await {
        Ok(Err(fault)) if format!("{fault:?}").contains("timeout") => Err(late()),
        Ok(done) => done,
        Err(_) => Err(late()),
    }
}

/// Bytes of every answer that came over the network, with its headers.
async fn sizes(browser: &Browser) -> Outcome<Vec<f64>> {
    let ended = browser.network("Network.loadingFinished").await?;
    let bytes = ended.iter().filter_map(|answer| answer["encodedDataLength"].as_f64());
    Ok(bytes.filter(|bytes| *bytes > 0.0).collect())
}

/// Bytes on the heap of the scripts after collection, and in the memory of the Wasm.
async fn heap(browser: &Browser) -> Outcome<f64> {
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    browser.devtools("Performance.enable", json!({})).await?;
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
    let named = |metric: &&Value| metric["name"] == "JSHeapUsedSize";
    let used = metrics["metrics"].as_array().and_then(|all| all.iter().find(named)?["value"].as_f64());
    let used = used.ok_or_else(|| fault("the browser does not say how large the heap is"))?;
    Ok(used + browser.number("return race.wasm()").await? as f64)
}

/// Puts a figure under its name, if there is such a column.
fn put(figures: &mut Figures, name: &str, figure: Option<f64>) {
    let known = crate::contest::FIGURES.iter().find(|known| **known == name);
    if let (Some(known), Some(figure)) = (known, figure) {
        figures.insert(known, figure);
    }
}
