//! A browser for one test: how it is started, led to a page, asked and closed again.

use crate::addon::addon;
use crate::command::{devtools, install, log};
use crate::driver::{Driver, Engine};
use crate::outcome::{Outcome, fault};
use crate::site::Site;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use futures::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// How long a page may take for anything it is asked.
const PATIENCE: Duration = Duration::from_secs(12);

/// A browser eats a core: no more than two at once.
static BROWSERS: Semaphore = Semaphore::const_new(AT_ONCE);
const AT_ONCE: usize = 2;

/// What all running tests share; it ends with the last of them.
static STAGE: Mutex<Weak<Stage>> = Mutex::new(Weak::new());

struct Stage {
    site: Site,
    driver: Driver,
}

/// A browser with one page open.
pub struct Browser {
    client: Client,
    engine: Engine,
    /// Where the site is served.
    pub site: String,
}

/// What the console of Firefox would say, which its driver does not tell.
const CONSOLE: &str = "faults = [];
    for (const level of ['error', 'warn']) {
        const own = console[level];
        console[level] = (...all) => {
            faults.push(`${level} ${all.join(' ')}`);
            own.apply(console, all);
        };
    }
    addEventListener('error', ({ message, target }) => faults.push(`error ${message ?? target.outerHTML}`), true);
    addEventListener('unhandledrejection', ({ reason }) => faults.push(`rejected ${reason}`));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        // What the browser looks for by itself is no fault of the page.
        if (!blockedURI.endsWith('/favicon.ico')) faults.push(`policy ${violatedDirective} ${blockedURI}`);
    });";

/// Runs a test in a fresh browser on the site as it is, and closes the browser whatever happens.
pub async fn run(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let stage = stage()?;
    session(&stage.driver, &stage.site.address, 1, test).await
}

/// The same with a driver that waits for no page to be loaded: it asks a page whether it is, and one that is frozen does
/// not answer.
pub async fn run_unawaited(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let stage = stage()?;
    let mut capabilities = stage.driver.engine.capabilities();
    capabilities.insert("pageLoadStrategy".to_string(), json!("none"));
    session_as(&stage.driver, capabilities, &stage.site.address, 1, test).await
}

/// The same with no other browser at work beside it: the driver gives a page ten seconds to be printed.
pub async fn run_alone(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let stage = stage()?;
    session(&stage.driver, &stage.site.address, AT_ONCE, test).await
}

/// The same on a site with something wrong.
pub async fn run_on(site: Site, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    run_at(&site.address, test).await
}

/// The same on a site that is served longer than the test runs.
pub async fn run_at(address: &str, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    session(&stage()?.driver, address, 1, test).await
}

/// The same in a browser of this kind.
pub async fn run_in(engine: Engine, site: Site, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    match engine {
        Engine::Chromium => run_on(site, test).await,
        Engine::Firefox => session(&Driver::start(engine)?, &site.address, 1, test).await, // one session a driver
    }
}

fn stage() -> Outcome<Arc<Stage>> {
    let mut shared = STAGE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(stage) = shared.upgrade() {
        return Ok(stage);
    }
    let stage = Arc::new(Stage { site: Site::plain()?, driver: Driver::start(Engine::Chromium)? });
    *shared = Arc::downgrade(&stage);
    Ok(stage)
}

async fn session(
    driver: &Driver,
    site: &str,
    turns: usize,
    test: impl AsyncFnOnce(&Browser) -> Outcome,
) -> Outcome {
    session_as(driver, driver.engine.capabilities(), site, turns, test).await
}

async fn session_as(
    driver: &Driver,
    capabilities: Capabilities,
    site: &str,
    turns: usize,
    test: impl AsyncFnOnce(&Browser) -> Outcome,
) -> Outcome {
    let _turns = BROWSERS.acquire_many(turns as u32).await?;
    let (engine, site) = (driver.engine, site.to_string());
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(capabilities).connect(&driver.address).await;
    let client = client.map_err(|error| fault(format!("the browser does not start: {error}")))?;
    let browser = Browser { client, engine, site };
    let result = AssertUnwindSafe(async {
        match engine {
            Engine::Chromium => browser.window(1280, 900).await?,
            Engine::Firefox => browser.inject(CONSOLE).await?,
        }
        test(&browser).await
    })
    .catch_unwind()
    .await;
    let closed = browser.client.close().await;
    match result {
        Ok(outcome) => outcome.and(closed.map_err(Into::into)),
        Err(panic) => resume_unwind(panic),
    }
}

/// Leading the page.
impl Browser {
    /// Opens a path of the site, with its query and fragment.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self.client.goto(&format!("{}{path}", self.site)).await?)
    }

    /// Opens a path of the site and waits until its controls answer and all that was prerendered is taken over.
    pub async fn open_ready(&self, path: &str) -> Outcome {
        self.open(path).await?;
        self.ready().await?;
        // A page with a query of its own is rendered afresh.
        if path.contains('?') { Ok(()) } else { self.taken_over().await }
    }

    /// Waits until all that was prerendered is taken over, one section after another, and the track is drawn if it is
    /// on show.
    pub async fn taken_over(&self) -> Outcome {
        let all = "const track = document.querySelector('.track'); \
                   return performance.getEntriesByName('ilrs:whole').length > 0 \
                   && (!track?.checkVisibility() || !!track.querySelector('.plot'))";
        self.until("all sections are taken over", all).await
    }

    /// Nodes that are kept, those that stand nowhere among them, and listeners, after two collections.
    pub async fn nodes(&self) -> Outcome<[f64; 2]> {
        self.collect().await?;
        let counted = self.devtools("Memory.getDOMCounters", json!({})).await?;
        let number =
            |name: &str| counted[name].as_f64().ok_or_else(|| fault(format!("no {name}: {counted}")));
        Ok([number("nodes")?, number("jsEventListeners")?])
    }

    async fn collect(&self) -> Outcome {
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        Ok(())
    }

    /// Bytes of the JavaScript heap after two collections.
    pub async fn heap(&self) -> Outcome<f64> {
        self.collect().await?;
        let heap = self.devtools("Runtime.getHeapUsage", json!({})).await?;
        heap["usedSize"].as_f64().ok_or_else(|| fault(format!("no size: {heap}")))
    }

    /// Follows the tab of a section, as a reader does before anything in it can be seen.
    pub async fn tab(&self, section: &str) -> Outcome {
        self.click(&format!(".tabs a[href='#{section}']")).await?;
        let shown = format!("return document.getElementById('{section}').checkVisibility()");
        self.until(&format!("the tab {section} is on show"), &shown).await
    }

    /// Opens every card and every line.
    pub async fn open_all(&self) -> Outcome {
        let shut = "document.querySelectorAll('[part=section] [aria-expanded=false]')";
        self.ask(&format!("{shut}.forEach((one) => one.click())")).await?;
        self.until("all is open", &format!("return {shut}.length === 0")).await
    }

    /// Waits until the controls answer, and what was asked for shows.
    pub async fn ready(&self) -> Outcome {
        let ready = "return performance.getEntriesByName('ilrs:ready').length > 0 \
             && !document.querySelector('#app[aria-busy=true]')";
        self.until("the app is ready", ready).await
    }

    /// Waits until the fonts of the page are there, which come after the app and may make it higher or lower.
    pub async fn dressed(&self) -> Outcome {
        let fonts = "return Array.from(document.fonts).some(({ family, status }) => \
                     family.replaceAll('\"', '') === 'ILRS Sans' && status === 'loaded')";
        self.until("the fonts are there", fonts).await
    }

    /// From the next page on, no script of the page runs.
    pub async fn scripts_off(&self) -> Outcome {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(drop)
    }

    /// From the next page on, scripts run again.
    pub async fn scripts_on(&self) -> Outcome {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await.map(drop)
    }

    /// A window of this inner size, however narrow.
    pub async fn window(&self, width: u32, height: u32) -> Outcome {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Light or dark as the reader's system would have it.
    pub async fn scheme(&self, scheme: &str) -> Outcome {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// From now on the page may move, as most readers have it.
    pub async fn motion(&self) -> Outcome {
        let features =
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": "no-preference" }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Runs a script in every page opened from now on, before the page's own.
    pub async fn inject(&self, script: &str) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let source = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await.map(drop)
            }
            Engine::Firefox => Ok(self.client.issue_cmd(install(&addon(script)?)).await.map(drop)?),
        }
    }

    /// A command of the DevTools protocol, which Chromium alone speaks.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(devtools(command, parameters)).await?)
    }

    /// Clicks where a reader would: in the middle of the element, scrolled into view.
    pub async fn click(&self, selector: &str) -> Outcome {
        let found = self.client.find(Locator::Css(selector)).await;
        let element = found.map_err(|_| fault(format!("nothing to click: {selector}")))?;
        // A driver takes what the dock covers to be in view, and that of Firefox does not scroll the page around a frame.
        let there = vec![serde_json::to_value(&element)?];
        self.ask_with("arguments[0].scrollIntoView({ block: 'center' })", there).await?;
        element.click().await.map_err(|error| fault(format!("{selector} cannot be clicked: {error}")))
    }

    /// Types into an element.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        let found = self.client.find(Locator::Css(selector)).await;
        let element = found.map_err(|_| fault(format!("nothing to type into: {selector}")))?;
        Ok(element.send_keys(text).await?)
    }

    /// Presses a key, with others held down.
    pub async fn press(&self, held: &[char], key: char) -> Outcome {
        let mut keys = KeyActions::new("keyboard".to_string());
        for value in held {
            keys = keys.then(KeyAction::Down { value: *value });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for value in held {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// The driver's own handle, for what only one test does.
    pub fn client(&self) -> &Client {
        &self.client
    }
}

/// Asking the page.
impl Browser {
    /// What a script returns.
    pub async fn ask(&self, script: &str) -> Outcome<Value> {
        self.ask_with(script, Vec::new()).await
    }

    /// What a script returns for these arguments.
    pub async fn ask_with(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// A whole number that a script returns.
    pub async fn number(&self, script: &str) -> Outcome<u64> {
        let value = self.ask(script).await?;
        value.as_u64().ok_or_else(|| fault(format!("no whole number but {value}: {script}")))
    }

    /// A text that a script returns.
    pub async fn words(&self, script: &str) -> Outcome<String> {
        let value = self.ask(script).await?;
        value.as_str().map(str::to_string).ok_or_else(|| fault(format!("no text but {value}: {script}")))
    }

    /// The texts that a script returns.
    pub async fn list(&self, script: &str) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.ask(script).await?)?)
    }

    /// Whether a script says so.
    pub async fn holds(&self, script: &str) -> Outcome<bool> {
        Ok(self.ask(script).await? == Value::Bool(true))
    }

    /// How many elements there are.
    pub async fn count(&self, selector: &str) -> Outcome<u64> {
        let count =
            self.ask_with("return document.querySelectorAll(arguments[0]).length", vec![selector.into()]);
        count.await?.as_u64().ok_or_else(|| fault(format!("elements cannot be counted: {selector}")))
    }

    /// Waits until a script says so; the one way in which these tests wait.
    pub async fn until(&self, what: &str, script: &str) -> Outcome {
        let start = Instant::now();
        while !self.holds(script).await? {
            if start.elapsed() > PATIENCE {
                let console = self.console().await?.join("\n  ");
                return Err(fault(format!(
                    "waited {PATIENCE:?} in vain until {what}\nconsole:\n  {console}"
                )));
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        Ok(())
    }

    /// Waits until an expression is no longer what it was, and gives back what it is then.
    pub async fn changed(&self, what: &str, expression: &str, before: &str) -> Outcome<String> {
        self.until(what, &format!("return ({expression}) !== {}", json!(before))).await?;
        self.words(&format!("return {expression}")).await
    }

    /// Does something and waits until the page shows the new result.
    pub async fn filtered(&self, what: &str, act: impl Future<Output = Outcome>) -> Outcome {
        const MARKS: &str = "performance.getEntriesByName('ilrs:filtered').length";
        let before = self.number(&format!("return {MARKS}")).await?;
        act.await?;
        self.until(&format!("the result shows after {what}"), &format!("return {MARKS} > {before}")).await
    }

    /// What the console said since it was last asked.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        if self.engine == Engine::Firefox {
            return self.list("return window.faults?.splice(0) ?? []").await;
        }
        let log = self.client.issue_cmd(log("browser")).await?;
        let lines = log.as_array().ok_or_else(|| fault("the console cannot be read"))?.iter();
        Ok(lines
            .map(|line| format!("{} {}", line["level"].as_str().unwrap_or("?"), line["message"]))
            .collect())
    }

    /// What went over the network since it was last asked: the DevTools events of this name.
    pub async fn network(&self, event: &str) -> Outcome<Vec<Value>> {
        let log = self.client.issue_cmd(log("performance")).await?;
        let lines = log.as_array().ok_or_else(|| fault("the network's log cannot be read"))?.iter();
        let events = lines.filter_map(|line| serde_json::from_str::<Value>(line["message"].as_str()?).ok());
        Ok(events
            .filter(|line| line["message"]["method"] == event)
            .map(|line| line["message"]["params"].clone())
            .collect())
    }
}
