//! Pages of another site that show our element: `tests/hosts`, from an origin of their own.

use crate::browser::{Browser, run_in};
use crate::driver::Engine;
use crate::outcome::Outcome;
use crate::site::Site;
use std::collections::BTreeMap;

/// Hears what every element of a page says, before anything of the page runs.
pub const LISTEN: &str = "heard = [];
    for (const type of ['ilrs-ready', 'ilrs-change', 'ilrs-select', 'ilrs-error'])
        addEventListener(type, ({ type, target, detail }) => heard.push({ type, id: target.id, detail }));";

/// Runs a test on the pages of another site, where ours is as it is built.
pub async fn on_hosts(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    on_hosts_with(Site::plain()?, BTreeMap::new(), test).await
}

/// The same with our site as given, and with files of theirs beside the pages.
pub async fn on_hosts_with(
    ours: Site,
    theirs: BTreeMap<String, Vec<u8>>,
    test: impl AsyncFnOnce(&Browser) -> Outcome,
) -> Outcome {
    on_hosts_in(Engine::Chromium, ours, theirs, test).await
}

/// The same in a browser of this kind.
pub async fn on_hosts_in(
    engine: Engine,
    ours: Site,
    theirs: BTreeMap<String, Vec<u8>>,
    test: impl AsyncFnOnce(&Browser) -> Outcome,
) -> Outcome {
    run_in(engine, Site::host(&ours.address, theirs)?, async |browser| {
        browser.inject(LISTEN).await?;
        test(browser).await
    })
    .await
}

/// Waits until this many elements have said so.
pub async fn said(browser: &Browser, kind: &str, times: usize) -> Outcome {
    let script = format!("return heard.filter(({{ type }}) => type === 'ilrs-{kind}').length >= {times}");
    browser.until(&format!("ilrs-{kind} is said {times} times"), &script).await
}

/// Types into the search field of the first element, as a reader does.
pub async fn search(browser: &Browser, words: &str) -> Outcome {
    browser
        .ask("document.querySelector('ilrs-explainer').shadowRoot.querySelector('[name=q]').focus()")
        .await?;
    for key in words.chars() {
        browser.press(&[], key).await?;
    }
    Ok(())
}

/// Whether the first element shows what the author wrote, and nothing of ours.
pub async fn falls_back(browser: &Browser) -> Outcome<bool> {
    browser
        .holds(
            "const { shadowRoot } = document.querySelector('ilrs-explainer');
             return document.getElementById('fallback').checkVisibility() && !shadowRoot.querySelector('.explainer')",
        )
        .await
}
