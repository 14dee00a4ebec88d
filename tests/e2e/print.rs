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

#[tokio::test]
async fn the_page_prints_to_pdf() -> Outcome {
    run_alone(async |browser| {
        for lang in Lang::ALL {
            browser.open_ready(&format!("/{}", lang.folder())).await?;
            let pdf = browser.client().print(PrintConfiguration::default()).await?;
            assert!(pdf.starts_with(b"%PDF-"), "{lang:?}: what was printed is no PDF");
            let pages = pages(&pdf);
            assert!(pages > 5, "{lang:?}: the whole record on {pages} pages: something was not printed");
        }
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

/// The pages of a PDF: chromium writes each as an object of its own, uncompressed.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}
