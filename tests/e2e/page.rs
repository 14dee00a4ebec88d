//! What tests ask of the explainer's page, by its public names and classes.

use crate::browser::Browser;
use crate::outcome::{Outcome, fault};

/// How many lines the timeline shows.
pub async fn lines(browser: &Browser) -> Outcome<u64> {
    browser.count(".line").await
}

/// How many cards are shown.
pub async fn cards(browser: &Browser) -> Outcome<u64> {
    browser.count("article.card").await
}

/// The status line.
pub async fn status(browser: &Browser) -> Outcome<String> {
    browser.words("return document.querySelector('.found').textContent").await
}

/// The query of the address.
pub async fn search(browser: &Browser) -> Outcome<String> {
    browser.words("return location.search").await
}

/// Lines, cards and status line at once, to be compared.
pub async fn view(browser: &Browser) -> Outcome<(u64, u64, String)> {
    Ok((lines(browser).await?, cards(browser).await?, status(browser).await?))
}

/// Clicks the label of a choice; gives back the number that stood beside it.
pub async fn choose(browser: &Browser, facet: &str, value: &str) -> Outcome<u64> {
    let facet_box = format!(".facet[data-facet={facet}]");
    let label = format!("{facet_box} label:has([value=\"{value}\"])");
    if browser.count(&label).await? == 0 {
        browser.click(&format!("{facet_box} .every")).await?;
        browser.until("all values are there", &format!("return !!document.querySelector('{label}')")).await?;
    }
    let number =
        browser.words(&format!("return document.querySelector('{label} small').textContent")).await?;
    browser.filtered(&format!("choosing {facet}={value}"), browser.click(&label)).await?;
    number.parse().map_err(|_| fault(format!("no number beside {facet}={value}, but {number}")))
}

/// Has the facets on show: on a narrow screen they stand behind a button.
pub async fn open_panel(browser: &Browser) -> Outcome {
    if browser.holds("return document.querySelector('.facets > .more').checkVisibility()").await? {
        browser.click(".facets > .more").await?;
    }
    panel(browser).await
}

/// Waits until the facets are on show.
pub async fn panel(browser: &Browser) -> Outcome {
    browser
        .until("the facets show", "return document.querySelector('.facets > .column').checkVisibility()")
        .await
}

/// Chooses an option of a drop-down list, as a reader's choice would.
pub async fn select(browser: &Browser, name: &str, value: &str) -> Outcome {
    browser.click(&format!("select[name={name}] option[value={value}]")).await
}

/// Waits for the track, which is drawn once it has heard how wide it may be, a frame after the controls answer.
pub async fn track(browser: &Browser) -> Outcome {
    browser.until("the track is drawn", "return !!document.querySelector('.track .lane')").await
}
