//! The site of another topic, published with `--record`: what our own page does, it does too.

use crate::axe::no_violations;
use crate::browser::run_on;
use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::page::{cards, choose, lines, open_panel, search};
use crate::site::Site;
use std::path::Path;
use std::process::Command;

/// Builds it as its publisher would, and serves it.
fn artemis() -> Outcome<Site> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("artemis");
    let words = ["site", "build", "--record", "tests/records/artemis", "--out"];
    let built = Command::new(env!("CARGO")).current_dir(dist::root()).args(words).arg(&out).output()?;
    if built.status.success() {
        return Site::of(out);
    }
    Err(fault(format!(
        "the site of another record is not built:\n{}",
        String::from_utf8_lossy(&built.stderr)
    )))
}

#[tokio::test]
async fn another_topic_opens_filters_and_is_clean() -> Outcome {
    run_on(artemis()?, async |browser| {
        // It has no pictures, and is taken over as it stands all the same.
        let keep = "addEventListener('readystatechange', () => window.kept ??= document.querySelector('.line'), true)";
        browser.inject(keep).await?;
        browser.open_ready("/").await?;
        assert!(browser.holds("return kept.isConnected").await?, "what was prerendered was thrown away");
        let title = "return document.querySelector('h1').textContent";
        assert_eq!(browser.words(title).await?, "Artemis: when the crews were to fly");
        let whole = (lines(browser).await?, cards(browser).await?);
        no_violations(browser).await?;

        open_panel(browser).await?;
        let launches = choose(browser, "kind", "launch").await?;
        assert_eq!((lines(browser).await?, &*search(browser).await?), (launches, "?kind=launch"));
        assert!(launches > 0 && launches < whole.0, "{launches} of {}", whole.0);
        browser.filtered("the reset", browser.click(".reset")).await?;
        assert_eq!((lines(browser).await?, cards(browser).await?), whole);
        browser.filtered("a search", browser.type_into("[name=q]", "gateway")).await?;
        assert!(cards(browser).await? < whole.1);

        browser.open_ready("/#mission-artemis-2").await?;
        let open = "return !!document.querySelector('#mission-artemis-2 [aria-expanded=true]')";
        browser.until("the card that the address names is open", open).await?;
        browser.click("#mission-artemis-1 [aria-expanded]").await?;
        browser.until("another opens", &open.replace("artemis-2", "artemis-1")).await?;
        browser.scheme("dark").await?;
        browser.ask("scrollTo(0, 0)").await?; // what the dock covers in part would be too small to be hit
        no_violations(browser).await?;
        browser.open("/sources/").await?;
        no_violations(browser).await?;
        browser.open_ready("/embed/?view=missions").await?;
        assert_eq!(cards(browser).await?, 5);
        no_violations(browser).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}
