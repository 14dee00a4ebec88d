//! The prerendered page is taken over without a change and without a word.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

/// Every element of the app, by name and class, in order; the track is drawn later, once its width is known,
/// and the script at which the parser waits is gone.
const SHAPE: &str = "return Array.from(document.querySelectorAll('#app *:not(.track *, script)'), \
                     e => e.localName + '.' + (e.getAttribute('class') ?? '')).join(' ')";

#[tokio::test]
async fn hydrates_with_an_empty_console() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let console = browser.console().await?;
        assert!(console.is_empty(), "the console is not empty after hydration:\n{}", console.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_request_is_answered() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.open("/sources/").await?;
        let refused: Vec<String> = browser
            .network("Network.responseReceived")
            .await?
            .iter()
            .map(|answer| &answer["response"])
            .filter(|answer| answer["status"].as_u64().is_none_or(|status| status >= 400))
            .map(|answer| format!("{}: {}", answer["url"], answer["status"]))
            .collect();
        assert!(refused.is_empty(), "requests were refused, /favicon.ico among them perhaps: {refused:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hydration_changes_no_element() -> Outcome {
    let before = shape(async |browser| browser.scripts_off().await).await?;
    let after = shape(async |_| Ok(())).await?;
    assert!(before.len() > 1000, "the prerendered page is nearly empty");
    let differs = before.split(' ').zip(after.split(' ')).find(|(before, after)| before != after);
    assert_eq!(differs, None, "the first element that differs after hydration (before, after)");
    assert_eq!(before.split(' ').count(), after.split(' ').count(), "elements before and after hydration");
    Ok(())
}

async fn shape(prepare: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome<String> {
    let mut shape = String::new();
    run(async |browser| {
        prepare(browser).await?;
        browser.open("/").await?;
        if browser.holds("return matchMedia('(scripting: enabled)').matches").await? {
            browser.ready().await?;
        }
        shape = browser.words(SHAPE).await?;
        Ok(())
    })
    .await?;
    Ok(shape)
}
