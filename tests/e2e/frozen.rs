//! The frozen copy of this version works from its folder, and asks for nothing outside it.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

const FOLDER: &str = concat!("/v/", env!("CARGO_PKG_VERSION"), "/");

#[tokio::test]
async fn the_copy_lives_from_its_own_folder() -> Outcome {
    run(async |browser| {
        browser.network("Network.requestWillBeSent").await?; // what the browser did before there was a page
        for page in ["", "embed/"] {
            browser.open_ready(&format!("{FOLDER}{page}?kind=launch")).await?;
            browser.filtered("a search", browser.type_into("[name=q]", "luna-25")).await?;
        }
        browser.open_ready(FOLDER).await?;
        browser.click("#app a.src").await?;
        browser.until("the sources are there", "return location.pathname.endsWith('/sources/')").await?;
        within(browser).await
    })
    .await
}

#[tokio::test]
async fn the_element_of_the_copy_lives_from_its_own_folder() -> Outcome {
    run(async |browser| {
        browser.open(&format!("{FOLDER}licences/")).await?;
        browser.network("Network.requestWillBeSent").await?;
        let add = "window.ready = false; addEventListener('ilrs-ready', () => window.ready = true);
            return import(arguments[0]).then(() => {
                const element = document.createElement('ilrs-explainer');
                element.setAttribute('loading', 'eager');
                document.body.append(element);
            })";
        browser.ask_with(add, vec![format!("{FOLDER}embed.js").into()]).await?;
        browser.until("the element is ready", "return window.ready").await?;
        within(browser).await
    })
    .await
}

/// Whether every request since the last look was for something in the copy.
async fn within(browser: &Browser) -> Outcome {
    let sent = browser.network("Network.requestWillBeSent").await?;
    let urls: Vec<&str> = sent.iter().filter_map(|sent| sent["request"]["url"].as_str()).collect();
    assert!(urls.len() >= 5, "the network's log holds next to nothing: {urls:?}");
    let ours = format!("{}{FOLDER}", browser.site);
    let away: Vec<&str> =
        urls.into_iter().filter(|url| !url.starts_with(&ours) && !url.starts_with("data:")).collect();
    assert!(away.is_empty(), "requests left the copy: {away:?}");
    Ok(())
}
