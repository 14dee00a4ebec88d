//! On paper: the page with everything whole, a filtered page as it is filtered, nothing that needs a screen.

use crate::browser::{Browser, run, run_alone};
use crate::dist::{self, items};
use crate::outcome::Outcome;
use fantoccini::wd::PrintConfiguration;
use ilrs_explainer::text::Lang;
use serde_json::json;

#[tokio::test]
async fn the_whole_record_is_printed() -> Outcome {
    run(async |browser| {
        for lang in Lang::ALL {
            browser.open(&format!("/{}record/", lang.folder())).await?;
            on_paper(browser, *lang).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_whole_record_is_printed_with_scripts_off() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/record/").await?;
        on_paper(browser, Lang::En).await
    })
    .await
}

#[tokio::test]
async fn a_filtered_page_prints_what_it_shows() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing").await?;
        let found = browser.count(".line").await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let printed = browser.number(&format!("return {PRINTED}('.line').length")).await?;
        assert_eq!(printed, found, "lines on paper against lines on the screen");
        Ok(())
    })
    .await
}

/// Paper is read nearer than a screen: 9.5 points are 12.67 pixels.
#[tokio::test]
async fn words_are_smaller_on_paper() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let sizes =
            "return Array.from(document.querySelectorAll('.explainer'), e => getComputedStyle(e).fontSize)";
        assert_eq!(browser.list(sizes).await?, ["12.6667px"; 2], "the app, and what stands below it");
        Ok(())
    })
    .await
}

/// How many sheets of A4 the front page takes at most; Russian has longer words.
const SHEETS: [(Lang, usize); 3] = [(Lang::En, 16), (Lang::Zh, 16), (Lang::Ru, 17)];

/// At most so many sheets, on which nothing is smaller than 8 points: a browser makes a page smaller as a whole where
/// something on it is too wide for the paper. A link in letters of 8 points is 10.5 points high; one that the end of a
/// sheet cuts in two is lower.
#[tokio::test]
async fn the_front_page_prints_on_few_sheets() -> Outcome {
    run_alone(async |browser| {
        for (lang, sheets) in SHEETS {
            browser.open_ready(&format!("/{}", lang.folder())).await?;
            let pdf = browser.client().print(PrintConfiguration::default()).await?;
            assert!(pdf.starts_with(b"%PDF-"), "{lang:?}: what was printed is no PDF");
            let pages = pages(&pdf);
            assert!((6..=sheets).contains(&pages), "{lang:?}: the front page on {pages} sheets");
            let links = links(&pdf);
            let low = low(&links);
            assert!(
                links.len() > 1000 && low.is_empty(),
                "{lang:?}: of {} links too small: {low:?}",
                links.len()
            );
        }
        Ok(())
    })
    .await
}

/// What stands on the page stands on paper too: every line and card, what was found for each, and the notes of the story.
#[tokio::test]
async fn nothing_of_the_front_page_is_lost_on_paper() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        for (what, least) in
            [(".line", 150), (".card", 250), (".card .what", 200), (".note p", 20), (".slip li", 10)]
        {
            let all = browser.count(what).await?;
            let printed = browser.number(&format!("return {PRINTED}('{what}').length")).await?;
            assert!(all >= least && printed == all, "{printed} of {all} {what} are printed");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_of_a_thing_is_printed_whole() -> Outcome {
    run(async |browser| {
        browser.open("/mission/luna-26/").await?;
        let texts =
            format!("return {PRINTED}('main :is(p, dt, dd, td, h2, .cited li):not(.cite *, .copy, .take)')");
        let shown = browser.list(&texts).await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let printed = browser.list(&texts).await?;
        let lost: Vec<&String> = shown.iter().filter(|text| !printed.contains(text)).collect();
        assert!(shown.len() > 50 && lost.is_empty(), "of {} texts lost on paper: {lost:#?}", shown.len());
        Ok(())
    })
    .await
}

/// The texts of the elements that have a place on paper.
const PRINTED: &str = "(selector => Array.from(document.querySelectorAll(selector)).filter(e => { \
                       const box = e.getBoundingClientRect(); \
                       return e.checkVisibility() && box.height > 1 && box.width > 1; \
                       }).map(e => e.textContent.trim()))";

async fn on_paper(browser: &Browser, lang: Lang) -> Outcome {
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let record = dist::record_in(lang)?;
    let printed = browser.list(&format!("return {PRINTED}('.events b')")).await?;
    let titles = items(&record, "events")?.iter().filter_map(|event| event["title"].as_str());
    let missing: Vec<&str> = titles.filter(|title| !printed.iter().any(|line| line == title)).collect();
    assert!(
        missing.is_empty(),
        "{lang:?}: {} events are not on paper: {:?}",
        missing.len(),
        &missing[..missing.len().min(5)]
    );
    for what in [".whole-thing", ".whole-thing dd", ".given tr", ".positions li", ".cited li"] {
        let all = browser.count(what).await?;
        let printed = browser.number(&format!("return {PRINTED}('{what}').length")).await?;
        assert!(all > 100 && printed == all, "{lang:?}: {printed} of {all} {what} are printed");
    }
    let screen_only = browser.list(&format!("return {PRINTED}('.filter, .contents')")).await?;
    assert!(screen_only.is_empty(), "what needs a screen is printed: {screen_only:?}");
    Ok(())
}

/// The links less than 10 points high, but for those that the end of a sheet cuts in two.
fn low(links: &[(f64, f64)]) -> Vec<&(f64, f64)> {
    let bottom = links.iter().map(|(bottom, _)| *bottom).fold(f64::INFINITY, f64::min);
    let top = links.iter().map(|(_, top)| *top).fold(0.0, f64::max);
    let cut = |link: &(f64, f64)| link.0 - bottom < 1.0 || top - link.1 < 1.0;
    links.iter().filter(|link| link.1 - link.0 < 10.0 && !cut(link)).collect()
}

/// From where to where the links of a PDF reach up their sheets, in points: chromium writes the place of each
/// uncompressed.
fn links(pdf: &[u8]) -> Vec<(f64, f64)> {
    let text = String::from_utf8_lossy(pdf);
    let places = text.split("/Rect [").skip(1).filter_map(|rest| rest.split(']').next());
    let reach = |place: &str| {
        let mut numbers = place.split(' ').map(str::parse::<f64>);
        numbers.nth(1)?.ok().zip(numbers.nth(1)?.ok())
    };
    places.filter_map(reach).collect()
}

/// The pages of a PDF: chromium writes each as an object of its own, uncompressed.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}
