//! The prerendered page is taken over without a change and without a word.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use crate::page;

/// Every element of the app, by name and class, in order; the track is drawn later, once its width is known,
/// and the script at which the parser waits is gone.
const SHAPE: &str = "return Array.from(document.querySelectorAll('#app *:not(.track *, .rail svg, .rail svg *, .brief *, [data-root] .take, [data-root] .take *, script)'), \
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
            browser.taken_over().await?;
        }
        shape = browser.words(SHAPE).await?;
        Ok(())
    })
    .await?;
    Ok(shape)
}

/// A choice finds the page as it was prerendered, and leaves it as if it had been opened with that choice.
#[tokio::test]
async fn what_is_chosen_at_once_is_shown_as_if_it_had_been_asked_for() -> Outcome {
    // What a field was rendered with is not what it holds.
    const ALL: &str = "const held = (node) => 'checked' in node ? `${node.value} ${node.checked}` : ''; \
                       const plain = (node) => node.data ?? `<${node.localName} ${held(node)} ${[...node.attributes]\
                       .filter(({ name }) => !['value', 'checked'].includes(name))\
                       .map(({ name, value }) => `${name}=${value}`).sort().join(' ')}>${[...node.childNodes]\
                       .filter(({ nodeType }) => nodeType < 8).map(plain).join('')}</>`; \
                       return plain(document.querySelector('main'))";
    for query in [
        "?mission=luna-25",
        "?q=launch&mode=dim",
        "?asof=2022-06-01",
        "?view=table",
        "?view=conflicts&q=moon",
    ] {
        let mut asked = String::new();
        run(async |browser| {
            browser.open_ready(&format!("/{query}")).await?;
            track(browser, query).await?;
            asked = browser.words(ALL).await?;
            Ok(())
        })
        .await?;
        run(async |browser| {
            let at_once = format!(
                "addEventListener('ilrs-ready', () => {{ window.early = !document.querySelector('[data-plot=step][role=slider], .track .plot'); \
                 history.pushState(null, '', '{query}'); dispatchEvent(new PopStateEvent('popstate')) }}, {{ once: true }})"
            );
            browser.inject(&at_once).await?;
            browser.open("/").await?;
            browser.ready().await?;
            if query.contains("view=") {
                browser.until("one section stands alone", "return !document.querySelector('main .missions')").await?;
            } else {
                browser.taken_over().await?;
            }
            track(browser, query).await?;
            assert!(browser.holds("return early").await?, "the sections had been taken over before");
            let chosen = browser.words(ALL).await?;
            let apart = asked.bytes().zip(chosen.bytes()).position(|(a, b)| a != b);
            let around = |html: &str| apart.map(|at| html[html.floor_char_boundary(at.saturating_sub(200))..html.ceil_char_boundary((at + 200).min(html.len()))].to_string());
            assert_eq!(around(&asked), around(&chosen), "{query}: asked for, and chosen");
            assert_eq!(asked.len(), chosen.len(), "{query}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Waits for the track, where there is one.
async fn track(browser: &Browser, query: &str) -> Outcome {
    if query.contains("conflicts") { Ok(()) } else { page::track(browser).await }
}
