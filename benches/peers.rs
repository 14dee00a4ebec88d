//! The explainer and its peers in turn, in a fresh browser for each load: A B C D, A B C D, and so on.

use crate::args::Asked;
use crate::browser::{self, Browser};
use crate::contest::{Contest, Entry};
use crate::dist;
use crate::fixtures::{self, Stand};
use crate::forms::{Peer, events_alone};
use crate::outcome::{Outcome, fault};
use crate::phone::Condition;
use crate::site::Site;
use fantoccini::wd::TimeoutConfiguration;
use ilrs_explainer::model::record::Record;
use ilrs_explainer::site::record;
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
struct Runner {
    name: String,
    /// Its name in the script that measures.
    word: &'static str,
    ours: bool,
    site: Site,
    path: String,
    /// Titles of the events it should show.
    titles: Vec<String>,
}

/// What one load or one look at the page gave.
type Figures = BTreeMap<&'static str, f64>;

/// Measures all that is asked for.
pub fn measured(asked: &Asked) -> Outcome<Contest> {
    let peers = asked.peers();
    let stand = Stand::new(&peers)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let mut contest = Contest { notes: notes(), entries: Vec::new() };
    for events in asked.sizes(&SIZES) {
        let runners = runners(&stand, &peers, events)?;
        let still: Vec<Figures> =
            runners.iter().map(|runner| runtime.block_on(still(runner))).collect::<Outcome<_>>()?;
        for condition in asked.conditions() {
            let start = Instant::now();
            let mut entries = race(&runtime, &runners, events, condition);
            for (entry, still) in entries.iter_mut().zip(&still) {
                entry.loads.iter_mut().for_each(|load| load.extend(still));
            }
            println!("{events} events, {}: {:.0} s", condition.name(), start.elapsed().as_secs_f32());
            contest.entries.extend(entries);
        }
    }
    Ok(contest)
}

/// How many events there are, if it is not said.
const SIZES: [usize; 4] = [60, 500, 2_000, 10_000];

/// The explainer, with the first size also the page as it is published, and the peers.
fn runners(stand: &Stand, peers: &[Peer], events: usize) -> Outcome<Vec<Runner>> {
    println!("{events} events: building what is raced …");
    let generated = fixtures::record(events);
    let ours = |name: &str, site, record: &Record| Runner {
        name: name.to_string(),
        word: "explainer",
        ours: true,
        site,
        path: "/".to_string(),
        titles: titles(record),
    };
    let alone = events_alone(&generated);
    let name = |what: &str| format!("{what}-{events}");
    let mut runners = vec![
        ours("explainer", stand.explainer(&name("alone"), &alone)?, &alone),
        ours("explainer with cards and promises", stand.explainer(&name("whole"), &generated)?, &generated),
    ];
    if events == SIZES[0] {
        let record =
            record::read(&dist::root().join("src/data")).map_err(|faults| fault(record::report(&faults)))?;
        let name = format!("the published page ({} events and all else)", record.events.len());
        runners.push(ours(&name, Site::plain()?, &record));
        let name = "a line of text and nothing else, for comparison";
        runners.push(Runner { word: "line", ..ours(name, stand.line()?, &Record::default()) });
    }
    for peer in peers {
        let (site, path) = stand.peer(*peer, &generated)?;
        let (name, word) = (peer.name().to_string(), peer.word());
        runners.push(Runner { name, word, ours: false, site, path, titles: titles(&generated) });
    }
    Ok(runners)
}

fn titles(record: &Record) -> Vec<String> {
    record.events.iter().map(|event| event.title.clone()).collect()
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
    browser.inject(&script(runner)).await
}

fn script(runner: &Runner) -> String {
    format!("globalThis.RUNNER = {};\n{RACE}", json!(runner.word))
}

async fn seen(browser: &Browser, runner: &Runner) -> Outcome<f64> {
    // With scripts off the script that measures was not run either.
    let script =
        format!("globalThis.race ?? (() => {{ {} }})();\nreturn race.seen(arguments[0])", script(runner));
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

fn notes() -> Vec<String> {
    [
        "Everybody has a turn in each of five rounds, each time in a fresh browser with a fresh profile; medians. \
         Who fails or takes more than 60 seconds is out of the later rounds.",
        "The same generated events. The explainer: the page that our build makes of them and their sources; a row of its \
         own has the cards, promises and questions of the generated record besides, which no peer is given. \
         TimelineJS3: its script and style by tags, events by the address of a JSON file. \
         vis-timeline: its standalone script and style by tags, events fetched, 600 px high and scrolled, as its \
         documentation advises for many items. react-chrono: bundled with React by esbuild, which any page with React \
         needs; events fetched. Fonts that a peer asks other servers for are refused at once.",
        "All from one server, with brotli. KB: of every answer with its headers.",
        "Controls answer: the explainer says so itself by a mark, and a choice made afterwards proves it. For the peers \
         the time of the first press that changes the view: the arrow to the next slide or card, a tap on an item.",
        "Blocking: what long tasks have beyond 50 ms, from the first contentful paint, or from the start, until no task \
         has been long for a second after the controls answered.",
        "Filter to frame: from the choice of a kind to the end of the frame that shows it. TimelineJS3 has no filter: an \
         event is gone to by its marker. vis-timeline: the filter of its data view behind the author's own choice; \
         react-chrono: other items, in the same way.",
        "A line of text: a page of 54 bytes without style or script. What it takes to be painted is what browser and \
         network take by themselves.",
        "Heap: scripts' after collection, and the memory of the Wasm. Nodes: elements at rest.",
        "Events with scripts off, and in print: titles of events that stand visible on the page, not cut off by a box; \
         in print after `beforeprint` under print styles.",
        "Unthrottled: 1280 × 800. Slow phone: 412 × 823, 150 ms, 1.6 Mbit/s down, the processor slowed 4 times.",
    ]
    .map(str::to_string)
    .to_vec()
}
