//! A hundred elements come and go without the memory of the page growing, and so do the sections of one.

use crate::browser::Browser;
use crate::host::{on_hosts, on_hosts_with, said};
use crate::other::artemis;
use crate::outcome::{Outcome, fault};
use crate::site::Site;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The memory of the Wasm, which nothing else gives out.
const MEMORY: &str = "for (const way of ['instantiate', 'instantiateStreaming']) {
        const own = WebAssembly[way];
        WebAssembly[way] = async (...all) => {
            const made = await own.apply(WebAssembly, all);
            memory = (made.instance ?? made).exports.memory;
            return made;
        };
    }";

/// Bytes that an element may leave behind. The allocator of the Wasm asks for up to 200 KB at
/// once, which may fall among the hundred that are measured; an element that stayed would keep
/// its record, 840 KB.
const LEFT: f64 = 3_000.0;

/// Elements that come, are ready, and go, one after the other.
const ROUNDS: &str = "return (async (rounds, attributes) => {
        for (let round = 0; round < rounds; round += 1) {
            const one = document.createElement('ilrs-explainer');
            Object.assign(one, attributes);
            const ready = new Promise((then) => one.addEventListener('ilrs-ready', then, { once: true }));
            document.querySelector('main').append(one);
            await ready;
            one.shadowRoot.querySelector('main [aria-expanded], section [aria-expanded]').click();
            await new Promise((then) => requestAnimationFrame(then));
            one.remove();
            await new Promise((then) => setTimeout(then));
        }
        heard.length = 0;
        performance.clearResourceTimings();
    })(...arguments)";

/// Bytes of the JavaScript heap after a collection, and of the Wasm.
async fn used(browser: &Browser) -> Outcome<[f64; 2]> {
    let heap = browser.heap().await?;
    let wasm = browser.ask("return memory.buffer.byteLength").await?;
    Ok([heap, wasm.as_f64().ok_or_else(|| fault("the Wasm has no memory"))?])
}

async fn stays_level(attributes: Value) -> Outcome {
    let theirs = BTreeMap::from([("artemis.json".to_string(), artemis()?.to_string().into_bytes())]);
    on_hosts_with(Site::plain()?, theirs, async |browser| {
        browser.inject(MEMORY).await?;
        browser.open("/empty.html").await?;
        for _ in 0..5 {
            browser.ask_with(ROUNDS, vec![10.into(), attributes.clone()]).await?;
        }
        let before = used(browser).await?;
        for _ in 0..10 {
            browser.ask_with(ROUNDS, vec![10.into(), attributes.clone()]).await?;
        }
        let after = used(browser).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        println!("heap {} → {}, Wasm {} → {}", before[0], after[0], before[1], after[1]);
        for (what, before, after) in [("the heap", before[0], after[0]), ("the Wasm", before[1], after[1])] {
            assert!(after - before <= 100.0 * LEFT, "{what} grew from {before} to {after} bytes");
        }
        Ok(())
    })
    .await
}

/// One section alone and then all of them, each time until the pictures are there.
const SECTIONS: &str = "return (async (rounds) => {
        const root = document.querySelector('ilrs-explainer').shadowRoot;
        const views = root.querySelector('select[name=view]');
        for (let round = 0; round < rounds; round += 1) {
            for (const view of ['timeline', 'all']) {
                views.value = view;
                views.dispatchEvent(new Event('change', { bubbles: true }));
                const drawn = () => root.querySelector('.step') && root.querySelector('.scene');
                while (!drawn() === (view === 'all')) await new Promise((then) => requestAnimationFrame(then));
            }
        }
    })(...arguments)";

#[tokio::test]
async fn of_sections_that_were_left() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        browser
            .ask(
                "document.querySelector('main')
                     .append(Object.assign(document.createElement('ilrs-explainer'), { loading: 'eager' }))",
            )
            .await?;
        said(browser, "ready", 1).await?;
        browser.ask_with(SECTIONS, vec![5.into()]).await?;
        let [before, _] = browser.nodes().await?;
        browser.ask_with(SECTIONS, vec![10.into()]).await?;
        let [after, _] = browser.nodes().await?;
        // A section that stayed would be more than a hundred nodes, ten times.
        assert!(after - before < 100.0, "nodes grew from {before} to {after}");
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_the_timeline() -> Outcome {
    stays_level(json!({ "loading": "eager", "view": "timeline" })).await
}

#[tokio::test]
async fn of_the_whole_explainer() -> Outcome {
    stays_level(json!({ "loading": "eager" })).await
}

#[tokio::test]
async fn of_another_record() -> Outcome {
    stays_level(json!({ "loading": "eager", "src": "artemis.json" })).await
}
