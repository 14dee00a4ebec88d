//! What befalls a page that lives long: it is frozen and revived, stands in two tabs, is followed to an address that is
//! none, or is opened from a disk.

use crate::browser::{Browser, run};
use crate::dist;
use crate::outcome::Outcome;
use crate::page::{lines, search};

async fn silent(browser: &Browser) -> Outcome {
    assert_eq!(browser.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn two_tabs_know_nothing_of_each_other() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
        let before = (lines(browser).await?, search(browser).await?);
        let first = browser.client().window().await?;
        let second = browser.client().new_window(true).await?;
        browser.client().switch_to_window(second.handle).await?;
        browser.open_ready("/").await?;
        browser.filtered("another word", browser.type_into("[name=q]", "Gateway")).await?;
        silent(browser).await?;
        browser.client().switch_to_window(first).await?;
        assert_eq!((lines(browser).await?, search(browser).await?), before);
        browser.filtered("more", browser.type_into("[name=q]", " launch")).await?;
        silent(browser).await
    })
    .await
}

#[tokio::test]
async fn a_fragment_that_is_none_leads_nowhere() -> Outcome {
    run(async |browser| {
        for fragment in ["#%", "#%E0%A4%A", "#%00", "#mission-%", "#\"'><x", "#source-%"] {
            browser.open(&format!("/licences/{fragment}")).await?; // no change of the fragment alone
            browser.open(&format!("/{fragment}")).await?;
            if fragment.starts_with("#source") {
                // Sources have a page of their own.
                browser.until("the sources", "return location.pathname === '/sources/'").await?;
            } else {
                browser.ready().await?;
                browser.filtered("a word", browser.type_into("[name=q]", "Luna-26")).await?;
                browser.ask("location.hash = '#%E0%A4%A'").await?;
                browser.filtered("the reset", browser.click(".reset")).await?;
            }
        }
        silent(browser).await
    })
    .await
}

/// From a disk a browser runs no modules: the page says that filters are off, and how its links are followed there.
#[tokio::test]
async fn from_a_disk_it_is_read() -> Outcome {
    run(async |browser| {
        let folder = dist::folder()?;
        browser.client().goto(&format!("file://{}/index.html", folder.display())).await?;
        let notice = "return document.getElementById('notice').checkVisibility()";
        browser.until("the notice shows", notice).await?;
        let words = browser.words("return document.getElementById('notice').textContent").await?;
        assert!(words.contains("disk") && words.contains("index.html"), "{words}");
        let styled = "return getComputedStyle(document.querySelector('.unstyled')).display === 'none'";
        assert!(browser.holds(styled).await?, "the style does not come");
        let console = browser.console().await?;
        let own: Vec<&String> = console
            .iter()
            .filter(|line| !["CORS policy", "ERR_FAILED"].iter().any(|words| line.contains(words)))
            .collect();
        assert!(own.is_empty(), "more than the browser itself refuses: {own:?}");
        browser.client().goto(&format!("file://{}/mission/luna-26/index.html", folder.display())).await?;
        assert!(browser.holds(styled).await?, "the style does not come to the page of a thing");
        silent(browser).await
    })
    .await
}
