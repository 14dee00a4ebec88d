//! In a page made with React 19: state goes in by attributes, comes out by events, and React moves and removes as it
//! likes.

use crate::browser::Browser;
use crate::driver::Engine;
use crate::host::{on_hosts_in, search};
use crate::node::node;
use crate::outcome::Outcome;
use crate::site::Site;
use serde_json::json;
use std::collections::BTreeMap;

/// The page's script as its author would bundle it, in the form that says what is wrong and mounts twice.
fn bundle() -> Outcome<Vec<u8>> {
    let development = "--define:process.env.NODE_ENV=\"development\"";
    node(
        "esbuild/bin/esbuild",
        &["hosts/react.tsx", "--bundle", "--format=esm", "--jsx=automatic", development],
    )
}

async fn on_react(engine: Engine, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let theirs = BTreeMap::from([("react.js".to_string(), bundle()?)]);
    on_hosts_in(engine, Site::plain()?, theirs, async |browser| {
        browser.open("/react.html").await?;
        browser.until("React has rendered", "return !!document.querySelector('main')").await?;
        test(browser).await?;
        let console = browser.console().await?;
        let theirs = |line: &&String| !line.contains("Download the React DevTools");
        assert_eq!(console.iter().filter(theirs).collect::<Vec<_>>(), [""; 0]);
        Ok(())
    })
    .await
}

/// Waits until React's state holds just these, in any order; numbers on show are left out.
async fn heard(browser: &Browser, expected: &[&str]) -> Outcome {
    let lines = "document.getElementById('said').textContent.split('\\n').map((line) => line.replace(/ \\d+$/, '')).sort()";
    let script = format!("return {lines}.join() === {}.sort().join()", json!(expected));
    let waited = browser.until(&format!("React has heard {expected:?}"), &script).await;
    assert!(waited.is_ok(), "{expected:?} are not {:?}", browser.list(&format!("return {lines}")).await?);
    Ok(())
}

/// Has React put both elements into the page.
async fn put(browser: &Browser) -> Outcome {
    browser.click("#toggle").await?;
    heard(browser, &["ready view=timeline", "ready view=promises"]).await
}

/// Has React remove them, and forget what they said.
async fn remove(browser: &Browser) -> Outcome {
    browser.click("#toggle").await?;
    browser.until("React has removed both", "return !document.querySelector('ilrs-explainer')").await?;
    browser.click("#forget").await
}

#[tokio::test]
async fn state_goes_in_and_comes_out() -> Outcome {
    in_and_out(Engine::Chromium).await
}

/// Sets attributes from React's state and hears of what changes in it.
pub async fn in_and_out(engine: Engine) -> Outcome {
    on_react(engine, async |browser| {
        put(browser).await?;
        browser.click("#forget").await?;
        browser.click("#kind").await?;
        heard(browser, &["change kind=launch&view=timeline", "change kind=launch&view=promises"]).await?;
        browser.click("#forget").await?;
        search(browser, "x").await?;
        heard(browser, &["change q=x&kind=launch&view=timeline"]).await?;
        browser.click("#forget").await?;
        browser.click("#kind").await?;
        heard(browser, &["change q=x&view=timeline", "change view=promises"]).await?;
        let set = "const one = document.getElementById('timeline'); return [one.className, one.hasAttribute('kind')]";
        assert_eq!(browser.ask(set).await?, json!(["wide", false]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_list_is_put_into_another_order() -> Outcome {
    on_react(Engine::Chromium, async |browser| {
        put(browser).await?;
        search(browser, "x").await?;
        heard(browser, &["ready view=timeline", "ready view=promises", "change q=x&view=timeline"]).await?;
        browser
            .ask("window.inner = document.getElementById('timeline').shadowRoot.querySelector('.explainer')")
            .await?;
        for order in ["promises,timeline", "timeline,promises"] {
            browser.click("#turn").await?;
            let turned = "Array.from(document.querySelectorAll('ilrs-explainer'), ({ id }) => id).join()";
            browser.until("React has moved one", &format!("return {turned} === '{order}'")).await?;
            let kept = "return new Promise((then) => setTimeout(() => then(inner.isConnected && document.getElementById('timeline').query === 'q=x&view=timeline')))";
            assert!(browser.holds(kept).await?, "what was moved began anew");
        }
        heard(browser, &["ready view=timeline", "ready view=promises", "change q=x&view=timeline"]).await
    })
    .await
}

#[tokio::test]
async fn nothing_is_left_when_it_is_removed() -> Outcome {
    on_react(Engine::Chromium, async |browser| {
        browser.ask("window.whole = document.documentElement.outerHTML").await?;
        for _ in 0..3 {
            put(browser).await?;
            browser.ask("window.left = document.getElementById('timeline')").await?;
            remove(browser).await?;
            browser.until("the page is as before", "return document.documentElement.outerHTML === whole").await?;
            let empty = "return [left.query, left.shadowRoot.querySelector('.explainer'), document.adoptedStyleSheets.length]";
            assert_eq!(browser.ask(empty).await?, json!(["", null, 0]));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_removed_is_not_kept() -> Outcome {
    on_react(Engine::Chromium, async |browser| {
        browser.ask("window.known = []").await?;
        for _ in 0..5 {
            put(browser).await?;
            browser.ask("known.push(new WeakRef(document.getElementById('timeline')))").await?;
            remove(browser).await?;
        }
        for _ in 0..2 {
            browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let kept =
            browser.list("return known.flatMap((one, round) => one.deref() ? `${round}` : [])").await?;
        assert_eq!(kept, [""; 0], "the rounds whose element is still there");
        Ok(())
    })
    .await
}
