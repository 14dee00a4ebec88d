//! What befalls a page that lives long: it is frozen and revived, stands in two tabs, is followed to an address that is
//! none, or is opened from a disk.

use crate::browser::{Browser, run, run_unawaited};
use crate::dist;
use crate::outcome::Outcome;
use crate::page::{lines, search};
use serde_json::json;

async fn silent(browser: &Browser) -> Outcome {
    assert_eq!(browser.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn two_tabs_know_nothing_of_each_other() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
        let before = (lines(browser).await?, search(browser).await?);
        let first = browser.client().window().await?;
        let second = browser.client().new_window(true).await?;
        browser.client().switch_to_window(second.handle).await?;
        browser.open_ready("/").await?;
        browser.filtered("another word", browser.type_into("[name=q]", "Gateway")).await?;
        silent(browser).await?;
        browser.client().switch_to_window(first).await?;
        assert_eq!((lines(browser).await?, search(browser).await?), before);
        browser.filtered("more", browser.type_into("[name=q]", " launch")).await?;
        silent(browser).await
    })
    .await
}

#[tokio::test]
async fn a_fragment_that_is_none_leads_nowhere() -> Outcome {
    run(async |browser| {
        for fragment in ["#%", "#%E0%A4%A", "#%00", "#mission-%", "#\"'><x", "#source-%"] {
            browser.open(&format!("/licences/{fragment}")).await?; // no change of the fragment alone
            browser.open(&format!("/{fragment}")).await?;
            if fragment.starts_with("#source") {
                // Sources have a page of their own.
                browser.until("the sources", "return location.pathname === '/sources/'").await?;
            } else {
                browser.ready().await?;
                browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
                browser.ask("location.hash = '#%E0%A4%A'").await?;
                browser.filtered("the reset", browser.click(".reset")).await?;
            }
        }
        silent(browser).await
    })
    .await
}

async fn is_ready(browser: &Browser) -> Outcome<bool> {
    browser.holds("return performance.getEntriesByName('ilrs:ready').length > 0").await
}

/// A browser freezes a tab that nobody looks at, and revives it as it was.
async fn freeze_and_revive(browser: &Browser) -> Outcome {
    for state in ["frozen", "active"] {
        browser.devtools("Page.setWebLifecycleState", json!({ "state": state })).await?;
    }
    // A tab that was frozen is hidden, and nothing is drawn in it until a reader comes back from another.
    let first = browser.client().window().await?;
    let other = browser.client().new_window(true).await?.handle;
    for tab in [other, first] {
        browser.client().switch_to_window(tab).await?;
        browser.devtools("Page.bringToFront", json!({})).await?;
    }
    Ok(())
}

/// A network of so many bytes a second; without a number as fast as it is.
async fn network(browser: &Browser, bytes: i64) -> Outcome {
    let slow =
        json!({ "offline": false, "latency": 20, "downloadThroughput": bytes, "uploadThroughput": bytes });
    browser.devtools("Network.emulateNetworkConditions", slow).await.map(drop)
}

#[tokio::test]
async fn a_tab_is_frozen_while_it_loads() -> Outcome {
    run_unawaited(async |browser| {
        network(browser, 250_000).await?;
        browser.open("/").await?;
        assert!(!is_ready(browser).await?, "it had loaded before it was frozen");
        freeze_and_revive(browser).await?;
        network(browser, -1).await?;
        browser.ready().await?;
        browser.taken_over().await?;
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
        assert!((1..50).contains(&lines(browser).await?), "it does not find");
        silent(browser).await
    })
    .await
}

#[tokio::test]
async fn a_frozen_tab_goes_on_where_it_was() -> Outcome {
    const STATE: &str = "return [document.querySelector('[name=q]').value, document.activeElement.name ?? '', \
        location.search, String(document.querySelectorAll('.line .body').length), String(Math.round(scrollY))]";
    run_unawaited(async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
        browser.click(".line [aria-expanded=false]").await?;
        browser.until("a line is open", "return !!document.querySelector('.line .body')").await?;
        let before = (browser.list(STATE).await?, lines(browser).await?);
        freeze_and_revive(browser).await?;
        assert_eq!((browser.list(STATE).await?, lines(browser).await?), before);
        browser.filtered("more", browser.type_into("[name=q]", " launch")).await?;
        // What is typed just before the freeze is found after it.
        browser.type_into("[name=q]", "zzz").await?;
        freeze_and_revive(browser).await?;
        browser.until("nothing is found", "return document.querySelectorAll('.line').length === 0").await?;
        silent(browser).await
    })
    .await
}

/// From a disk a browser runs no modules: the page says that filters are off, and how its links are followed there.
#[tokio::test]
async fn from_a_disk_it_is_read() -> Outcome {
    run(async |browser| {
        let folder = dist::folder()?;
        browser.client().goto(&format!("file://{}/index.html", folder.display())).await?;
        let notice = "return document.getElementById('notice').checkVisibility()";
        browser.until("the notice shows", notice).await?;
        let words = browser.words("return document.getElementById('notice').textContent").await?;
        assert!(words.contains("disk") && words.contains("index.html"), "{words}");
        let styled = "return getComputedStyle(document.querySelector('.unstyled')).display === 'none'";
        assert!(browser.holds(styled).await?, "the style does not come");
        let console = browser.console().await?;
        let own: Vec<&String> = console
            .iter()
            .filter(|line| !["CORS policy", "ERR_FAILED"].iter().any(|words| line.contains(words)))
            .collect();
        assert!(own.is_empty(), "more than the browser itself refuses: {own:?}");
        browser.client().goto(&format!("file://{}/mission/luna-26/index.html", folder.display())).await?;
        assert!(browser.holds(styled).await?, "the style does not come to the page of a thing");
        silent(browser).await
    })
    .await
}
