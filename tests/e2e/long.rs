//! A record of ten thousand events: only a part of it stands on the page, every line is within reach, and paper gets
//! as much as can be read.

use crate::browser::{Browser, run_on};
use crate::folder::Folder;
use crate::keys::END;
use crate::outcome::Outcome;
use crate::page::{lines, open_panel, track};
use ilrs_explainer::model::viewport::{PART, PRINTED};

/// Most elements that a page may have, whatever the record.
const NODES: u64 = 3_000;

/// Which part of the lines stands there.
const PARTS: &str = "document.querySelector('.part').textContent";

#[tokio::test]
async fn a_long_record_stands_there_in_parts() -> Outcome {
    open("parts", async |browser| {
        assert_eq!(lines(browser).await?, PART as u64);
        few_nodes(browser, "at first").await?;
        let first = words(browser, ".part").await?;
        browser.click(".part button:last-child").await?;
        let next = browser.changed("the next part stands there", PARTS, &first).await?;
        assert_eq!(lines(browser).await?, PART as u64);
        browser.click(".part button:first-child").await?;
        assert_eq!(browser.changed("another part stands there again", PARTS, &next).await?, first);
        open_panel(browser).await?;
        browser.filtered("a choice", browser.click(".facet[data-facet=kind] label")).await?;
        few_nodes(browser, "after a choice").await
    })
    .await
}

#[tokio::test]
async fn every_line_is_within_reach_of_the_track() -> Outcome {
    open("reach", async |browser| {
        browser.ask("document.querySelector('[data-plot=track]').focus()").await?;
        browser.press(&[], END).await?;
        browser
            .until(
                "the last mark is current",
                "const p = document.querySelector('[data-plot=track]'); \
            return p.ariaValueNow === p.ariaValueMax",
            )
            .await?;
        let told = browser.words("return document.querySelector('[data-plot=track]').ariaValueText").await?;
        let part = words(browser, ".part").await?;
        assert!(!part.contains("1 to "), "the list has not followed to {told}: {part}");
        few_nodes(browser, "at the end").await
    })
    .await
}

#[tokio::test]
async fn paper_gets_two_thousand_lines_and_says_how_many_it_lacks() -> Outcome {
    open("paper", async |browser| {
        browser.ask("dispatchEvent(new Event('beforeprint'))").await?;
        let all = format!("return document.querySelectorAll('.line').length === {PRINTED}");
        browser.until("the lines to be printed stand there", &all).await?;
        let left = words(browser, ".part").await?;
        assert!(left.contains("not printed"), "{left}");
        browser.ask("dispatchEvent(new Event('afterprint'))").await?;
        let part = format!("return document.querySelectorAll('.line').length === {PART}");
        browser.until("the screen has its part again", &part).await
    })
    .await
}

#[tokio::test]
async fn five_hundred_lines_all_stand_there() -> Outcome {
    let folder = Folder::new("few")?;
    let (path, _) = folder.page(300)?;
    run_on(folder.serve()?, async |browser| {
        browser.open_ready(&path).await?;
        let found = words(browser, ".found").await?;
        let number = found.split(' ').next().unwrap_or("").to_string();
        assert_eq!(lines(browser).await?.to_string(), number, "{found}");
        assert_eq!(browser.count(".part").await?, 0);
        Ok(())
    })
    .await
}

async fn open(name: &str, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let folder = Folder::new(name)?;
    let (path, _) = folder.page(10_000)?;
    run_on(folder.serve()?, async |browser| {
        browser.window(1280, 800).await?;
        browser.open_ready(&path).await?;
        track(browser).await?;
        test(browser).await
    })
    .await
}

async fn few_nodes(browser: &Browser, when: &str) -> Outcome {
    let nodes = browser.count("*").await?;
    assert!(nodes <= NODES, "{nodes} elements {when}");
    Ok(())
}

async fn words(browser: &Browser, selector: &str) -> Outcome<String> {
    browser.words(&format!("return document.querySelector('{selector}').textContent")).await
}
