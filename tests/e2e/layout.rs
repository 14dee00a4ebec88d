//! Narrow and wide, light and dark, closed and open: nothing is wider than the window, nothing too small to hit.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use crate::page::open_panel;

const EVERYTHING_OPEN: &str = "document.querySelectorAll('details').forEach(e => e.open = true)";

#[tokio::test]
async fn nothing_is_wider_than_320_px() -> Outcome {
    fits(320).await
}

#[tokio::test]
async fn nothing_is_wider_than_768_px() -> Outcome {
    fits(768).await
}

#[tokio::test]
async fn nothing_is_wider_than_1280_px() -> Outcome {
    fits(1280).await
}

#[tokio::test]
async fn targets_can_be_hit_at_320_px() -> Outcome {
    targets(320).await
}

#[tokio::test]
async fn targets_can_be_hit_at_1280_px() -> Outcome {
    targets(1280).await
}

#[tokio::test]
async fn no_text_is_cutoff_at_320_px() -> Outcome {
    const CUT: &str = "return Array.from(document.querySelectorAll('#app *:not(.unseen)')).filter(e => { \
        const style = getComputedStyle(e); \
        return e.checkVisibility() && ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1; \
        }).map(e => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 40)}”`)";
    run(async |browser| {
        browser.window(320, 640).await?;
        browser.open_ready("/").await?;
        browser.ask(EVERYTHING_OPEN).await?;
        let cut = browser.list(CUT).await?;
        assert!(cut.is_empty(), "text is cut off at 320 px: {cut:?}");
        Ok(())
    })
    .await
}

/// The page at this width, in both schemes, every view, closed and open.
async fn fits(width: u32) -> Outcome {
    run(async |browser| {
        browser.window(width, 640).await?;
        for scheme in ["light", "dark"] {
            browser.scheme(scheme).await?;
            browser.open_ready("/").await?;
            no_sideways(browser, width, &format!("the page in {scheme}")).await?;
            browser.ask(EVERYTHING_OPEN).await?;
            no_sideways(browser, width, &format!("the page in {scheme}, all open")).await?;
        }
        for path in [
            "/?view=table",
            "/?view=timeline&kind=landing",
            "/?q=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        ] {
            browser.open_ready(path).await?;
            open_panel(browser).await?;
            no_sideways(browser, width, path).await?;
        }
        for page in ["sources", "record", "mission/luna-26", "participant/china", "milestone/luna-26-launch"] {
            browser.open(&format!("/{page}/")).await?;
            no_sideways(browser, width, page).await?;
        }
        browser.open("/embedding/?kind=launch~landing&mission=luna-26~luna-27&q=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz").await?;
        no_sideways(browser, width, "the page on embedding").await?;
        browser.open("/licences/").await?;
        browser.ask("document.querySelectorAll('details').forEach(one => one.open = true)").await?;
        no_sideways(browser, width, "the page of licences, all open").await
    })
    .await
}

async fn no_sideways(browser: &Browser, width: u32, what: &str) -> Outcome {
    const WIDEST: &str = "return Array.from(document.querySelectorAll('body *')) \
        .filter(e => e.checkVisibility() && !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1) \
        .slice(0, 5).map(e => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 40)}”`)";
    let needs = browser.number("return document.scrollingElement.scrollWidth").await?;
    let widest = browser.list(WIDEST).await?;
    assert!(needs <= u64::from(width), "{what} needs {needs} px of {width}; too wide are {widest:?}");
    Ok(())
}

/// Everything to be clicked, but for links in running text, is at least 24 by 24 px.
async fn targets(width: u32) -> Outcome {
    const SMALL: &str = "return Array.from(document.querySelectorAll('button, summary, label, select, input:not([type=checkbox], [type=radio])')) \
        .filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()]) \
        .filter(([_, box]) => box.width < 24 || box.height < 24) \
        .map(([e, box]) => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 30)}” in \
        ${e.parentElement.parentElement.className}: ${box.width.toFixed(1)} by ${box.height.toFixed(1)}`)";
    run(async |browser| {
        browser.window(width, 800).await?;
        browser.open_ready("/?kind=landing").await?;
        browser.ask(EVERYTHING_OPEN).await?;
        browser.open_all().await?;
        let mut small = browser.list(SMALL).await?;
        let number = small.len();
        small.truncate(8);
        assert!(
            small.is_empty(),
            "{number} targets are smaller than 24 by 24 px at {width} px, such as\n{}",
            small.join("\n")
        );
        Ok(())
    })
    .await
}
