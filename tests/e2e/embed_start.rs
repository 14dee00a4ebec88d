//! The element starts near the window and not before, weighs what it may, and where it cannot run, what the author
//! wrote stands there.

use crate::browser::Browser;
use crate::dist;
use crate::host::{falls_back, on_hosts, on_hosts_with, said};
use crate::outcome::{Outcome, fault};
use crate::site::Site;
use axum::http::StatusCode;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the element may load in all with a view that has no pictures, compressed.
const BUDGET: u64 = 311_000;

/// The paths that a page has asked another origin for since it was last asked.
async fn asked_of_us(browser: &Browser) -> Outcome<Vec<String>> {
    let asked = browser.network("Network.requestWillBeSent").await?;
    let urls = asked.iter().filter_map(|asked| asked["request"]["url"].as_str());
    let ours = urls.filter(|url| url.starts_with("http") && !url.starts_with(&browser.site));
    let path = |url: &str| url.splitn(4, '/').nth(3).map(str::to_string);
    Ok(ours.filter_map(path).collect())
}

#[tokio::test]
async fn loads_near_the_window_and_within_its_budget() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/plain.html").await?;
        browser.until("the element is defined", "return !!customElements.get('ilrs-explainer')").await?;
        // Two frames: whoever watches the window has been told where everything stands.
        browser
            .ask("return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then())))")
            .await?;
        assert!(falls_back(browser).await?, "what the author wrote does not stand there before");
        assert_eq!(asked_of_us(browser).await?, ["embed.js"], "before it is near");
        browser.ask("document.getElementById('one').scrollIntoView()").await?;
        said(browser, "ready", 1).await?;
        let loaded = asked_of_us(browser).await?;
        assert!(loaded.len() == 6 && loaded.iter().all(|path| path.starts_with("assets/")), "{loaded:?}");
        let turn = |part: &str| loaded.iter().position(|path| path.contains(part));
        assert!(turn(".wasm") < turn("/boot."), "what is large waits for a script: {loaded:?}");
        let bytes = dist::weight(["embed.js"])? + dist::weight(loaded.iter().map(String::as_str))?;
        assert!(bytes <= BUDGET, "{bytes} bytes, for {loaded:?}");
        let section = "return document.getElementById('one').shadowRoot.querySelectorAll('[part=section]').length";
        assert_eq!(browser.number(section).await?, 1, "one view");
        assert!(!browser.holds("return document.getElementById('fallback').checkVisibility()").await?);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_leave_for_wasm_the_fallback_stays() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/no-wasm.html").await?;
        said(browser, "error", 1).await?;
        assert!(falls_back(browser).await?);
        let console = browser.console().await?;
        let ours = console.iter().filter(|line| line.contains("explainer: it cannot run here")).count();
        assert_eq!((ours, console.len()), (1, 1), "{console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_part_the_fallback_stays_until_a_later_start() -> Outcome {
    for part in [".wasm", "explainer.", ".css", "record.", "words.", "boot."] {
        let mended = Arc::new(AtomicBool::new(false));
        let seen = mended.clone();
        let ours = Site::twisted(move |uri, answer| {
            if uri.path().contains(part) && uri.query().is_none() && !seen.load(Ordering::Relaxed) {
                answer.refused(StatusCode::SERVICE_UNAVAILABLE)
            } else {
                answer
            }
        })?;
        on_hosts_with(ours, BTreeMap::new(), async |browser| {
            browser.open("/plain.html").await?;
            browser.ask("document.getElementById('one').scrollIntoView()").await?;
            said(browser, "error", 1).await?;
            assert!(falls_back(browser).await?, "{part}");
            let ours = browser
                .console()
                .await?
                .iter()
                .filter(|line| line.contains("explainer: it cannot run here"))
                .count();
            assert_eq!(ours, 1, "{part}");
            assert!(browser.holds("return document.getElementById('one').query === ''").await?);
            mended.store(true, Ordering::Relaxed);
            let again = "const one = document.getElementById('one'), { parentNode } = one;
                one.remove();
                return new Promise((then) => setTimeout(() => then(parentNode.append(one))))";
            browser.ask(again).await?;
            said(browser, "ready", 1).await.map_err(|error| fault(format!("{part}: {error:?}")))?;
            assert!(browser.holds("return document.getElementById('one').query === 'view=timeline'").await?);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn runs_under_a_strict_policy_with_trusted_types() -> Outcome {
    on_hosts(async |browser| {
        browser
            .inject("violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`))")
            .await?;
        browser.open("/strict.html").await?;
        said(browser, "ready", 1).await?;
        crate::host::search(browser, "luna").await?;
        said(browser, "change", 1).await?;
        let act = "const { shadowRoot } = document.getElementById('one');
            shadowRoot.querySelectorAll('summary, [aria-expanded]').forEach((one) => one.click());
            shadowRoot.querySelectorAll('button:enabled:not([data-save])').forEach((one) => one.click())";
        browser.ask(act).await?;
        said(browser, "select", 1).await?;
        assert_eq!(browser.list("return violations").await?, [""; 0]);
        let missing = browser.console().await?.into_iter().filter(|line| !line.contains("favicon"));
        assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
        Ok(())
    })
    .await
}
