//! Reload and Back lead a reader to where they were.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

/// How far down the page is, and what stands in the middle of the window.
async fn place(browser: &Browser) -> Outcome<(u64, String)> {
    let thing =
        "return document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[id]')?.id ?? ''";
    Ok((browser.number("return Math.round(scrollY)").await?, browser.words(thing).await?))
}

async fn leads_back(width: u32) -> Outcome {
    run(async |browser| {
        browser.window(width, 800).await?;
        for part in ["0.15", "0.5", "0.85"] {
            browser.open_ready("/").await?;
            browser.dressed().await?;
            browser.ask(&format!("scrollTo(0, document.documentElement.scrollHeight * {part})")).await?;
            let before = place(browser).await?;
            browser.ask("window.left = true; location.reload()").await?;
            back_there(browser, &before, &format!("reloaded at {part} and {width} px")).await?;
            browser.open("/licences/").await?;
            browser.ask("history.back()").await?;
            back_there(browser, &before, &format!("gone back to at {part} and {width} px")).await?;
        }
        Ok(())
    })
    .await
}

/// To the pixel, but for one that is lost where heights are no whole numbers.
async fn back_there(browser: &Browser, before: &(u64, String), what: &str) -> Outcome {
    browser
        .until(
            &format!("the page is {what}"),
            "return !window.left && !!document.getElementById('app')?.dataset.glue",
        )
        .await?;
    browser.ready().await?;
    browser.taken_over().await?;
    browser.dressed().await?;
    let after = place(browser).await?;
    assert!(after.0.abs_diff(before.0) <= 1 && after.1 == before.1, "{what}: {before:?}, then {after:?}");
    Ok(())
}

#[tokio::test]
async fn on_a_wide_screen() -> Outcome {
    leads_back(1280).await
}

#[tokio::test]
async fn on_a_phone() -> Outcome {
    leads_back(390).await
}
