//! Nothing leaves for another origin, and nothing stays on the reader's machine.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use crate::page::{choose, open_panel};
use serde_json::Value;

#[tokio::test]
async fn no_request_leaves_for_another_origin() -> Outcome {
    run(async |browser| {
        browser.network("Network.requestWillBeSent").await?; // what the browser did before there was a page
        use_it(browser).await?;
        browser.open("/sources/").await?;
        let sent = browser.network("Network.requestWillBeSent").await?;
        let urls: Vec<&str> = sent.iter().filter_map(|sent| sent["request"]["url"].as_str()).collect();
        assert!(urls.len() >= 6, "the network's log holds next to nothing: {urls:?}");
        let ours = format!("{}/", browser.site);
        let away: Vec<&str> =
            urls.into_iter().filter(|url| !url.starts_with(&ours) && !url.starts_with("data:")).collect();
        assert!(away.is_empty(), "requests left for other origins: {away:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_stored() -> Outcome {
    const STORED: &str = "const done = arguments[arguments.length - 1]; \
        (async () => ({ cookies: document.cookie, local: localStorage.length, session: sessionStorage.length, \
        databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, \
        workers: (await navigator.serviceWorker.getRegistrations()).length }))().then(done, e => done(String(e)))";
    run(async |browser| {
        use_it(browser).await?;
        let stored = browser.client().execute_async(STORED, Vec::new()).await?;
        let empty = serde_json::json!({ "cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0 });
        assert_eq!(stored, empty, "something is stored on the reader's machine");
        let cookies = browser.devtools("Network.getAllCookies", serde_json::json!({})).await?;
        assert_eq!(cookies["cookies"], Value::Array(Vec::new()), "a cookie that scripts cannot see");
        Ok(())
    })
    .await
}

/// Does a little of everything.
async fn use_it(browser: &Browser) -> Outcome {
    browser.open_ready("/").await?;
    open_panel(browser).await?;
    choose(browser, "kind", "landing").await?;
    browser.filtered("typing", browser.type_into("input[name=q]", "Moon")).await?;
    browser.filtered("the reset", browser.click(".reset")).await?;
    browser.ask("document.querySelectorAll('details').forEach(e => e.open = true)").await?;
    browser.open_all().await
}
