//! The page on an earlier day, on the screen and on paper: nothing but the prose of the story, which says for which day
//! it is written, names what was not known.

use crate::browser::{Browser, run};
use crate::dist;
use crate::outcome::Outcome;
use ilrs_explainer::model::claim::Content;
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::model::when::When;
use serde_json::json;
use std::collections::BTreeSet;

/// The texts of what stands on the page, and what its links lead to.
const NAMED: &str = "
    const app = document.querySelector('#app');
    const told = element => element.closest('.told, .notes') || !element.checkVisibility();
    const walker = document.createTreeWalker(app, NodeFilter.SHOW_TEXT), names = [];
    for (let text; text = walker.nextNode();)
      if (text.data.trim() && !told(text.parentElement)) names.push(text.data.trim());
    for (const link of app.querySelectorAll('a[href]'))
      if (!told(link)) names.push(...link.getAttribute('href').split(/[^A-Za-z0-9-]+/), link.getAttribute('aria-label') ?? '');
    return [...new Set(names)]";

async fn names_nothing_later(browser: &Browser, later: &BTreeSet<String>, place: &str) -> Outcome {
    let named = browser.list(NAMED).await?;
    assert!(named.len() > 100, "{place}: {} names", named.len());
    let found: Vec<&String> = named.iter().filter(|name| later.contains(*name)).collect();
    assert!(found.is_empty(), "{place}: {found:#?}");
    Ok(())
}

#[tokio::test]
async fn the_page_of_an_earlier_day_names_nothing_later() -> Outcome {
    const DAY: &str = "2021-06-15";
    let data = Dataset::decode(&dist::encoded()?)?;
    let day = data.day(DAY.parse::<When>().ok().and_then(|when| when.exact_day()));
    let kinds = Type::ALL.iter().copied().filter(|kind| *kind != Type::Source);
    let (mut then, mut later) = (BTreeSet::new(), BTreeSet::new());
    for at in kinds.flat_map(|kind| data.places(kind)) {
        let known = match at.kind {
            Type::Event => day.includes(&data.event(at).date),
            _ => data.has_card(at, day),
        };
        let names = [data.label(at).to_string(), data.id(at).to_string(), data.anchor(at)];
        if known { &mut then } else { &mut later }.extend(names);
    }
    // What a claim says that was known then names what it names.
    let items = data.all_items().filter(|item| data.has_card(item.at, day));
    let said = items.flat_map(|item| item.claims.iter().filter(|claim| data.knows(item, claim, day)));
    then.extend(said.filter_map(|claim| match &claim.content {
        Content::Text(text) => Some(text.to_string()),
        _ => None,
    }));
    let later: BTreeSet<String> = later.difference(&then).cloned().collect();
    assert!(later.len() > 200, "{} names of later things", later.len());
    run(async |browser| {
        browser.open_ready(&format!("/?asof={DAY}")).await?;
        browser.taken_over().await?;
        browser.ask("document.querySelectorAll('.card [aria-expanded=false], .line [aria-expanded=false]').forEach(one => one.click())").await?;
        browser.until("cards are open", "return document.querySelectorAll('.panel').length > 20").await?;
        names_nothing_later(browser, &later, "on the screen").await?;
        let written = "return [...document.querySelectorAll('.chapter')].filter(one => one.querySelector('.told p') && \
                       !/written for/.test(one.querySelector('.told').innerText)).length";
        assert_eq!(browser.number(written).await?, 0, "a chapter does not say for which day it is written");
        let marked = browser.number("return document.querySelectorAll('.story .unknown').length").await?;
        assert!(marked > 30, "{marked} parts of the story are left out");
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        names_nothing_later(browser, &later, "on paper").await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        browser.open_ready("/").await?;
        let marked = "return document.querySelectorAll('.story .unknown').length";
        assert_eq!(browser.number(marked).await?, 0, "at the end of the record all is known");
        Ok(())
    })
    .await
}
