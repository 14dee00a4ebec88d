//! What stays at the top of the window leaves room: it takes at most a fifth, and covers nothing that a link leads to.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

/// Many limits, and an earlier day, of which the dock speaks.
const LIMITS: &str = "?kind=landing~launch&status=planned~slipped&confidence=high&asof=2022-06-01";

const BAR: &str = "Math.max(0, document.querySelector('.dock').getBoundingClientRect().bottom)";

/// Every place of the page that a link on show leads to, and that the bar covers when it does.
const COVERED: &str = "const covered = [], targets = new Set();
    for (const link of document.querySelectorAll('a[href^=\"#\"]')) if (link.checkVisibility()) targets.add(link.hash.slice(1));
    for (const id of targets) {
        const target = document.getElementById(decodeURIComponent(id));
        if (!target?.checkVisibility()) continue;
        scrollTo(0, document.documentElement.scrollHeight / 2);
        target.scrollIntoView();
        const { top } = target.getBoundingClientRect(), bar = BAR;
        if (top < bar - 1) covered.push(`${id} at ${Math.round(top)} under ${Math.round(bar)}`);
    }
    return [String(targets.size), ...covered]";

async fn leaves_room(browser: &Browser, width: u32, height: u32) -> Outcome {
    browser.window(width, height).await?;
    for query in ["", LIMITS] {
        let path = format!("/{query}");
        browser.open_ready(&path).await?;
        browser.ask("scrollTo(0, document.documentElement.scrollHeight / 2)").await?;
        let bar = browser.number(&format!("return Math.round({BAR})")).await?;
        assert!(bar * 5 <= u64::from(height), "{path} at {width} × {height}: the bar takes {bar} pixels");
        // In a low window it scrolls away, rather than take more than its share.
        assert!(bar >= 24 || height < 336, "{path} at {width} × {height}: the day is out of reach");
        let covered = browser.list(&COVERED.replace("BAR", BAR)).await?;
        assert!(covered[0].parse::<usize>()? > 5, "next to no links: {covered:?}");
        assert_eq!(covered[1..], [""; 0], "{path} at {width} × {height}: covered");
    }
    Ok(())
}

#[tokio::test]
async fn on_a_phone_upright_and_on_its_side() -> Outcome {
    run(async |browser| {
        for (width, height) in [(390, 844), (844, 390), (667, 375), (568, 320)] {
            leaves_room(browser, width, height).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_wide_and_narrow_screens() -> Outcome {
    run(async |browser| {
        for (width, height) in [(1280, 900), (320, 568), (768, 1024)] {
            leaves_room(browser, width, height).await?;
        }
        Ok(())
    })
    .await
}

/// The focus is never under the bar, whichever way it goes, also on an earlier day.
#[tokio::test]
async fn the_focus_stays_in_sight() -> Outcome {
    const COVERED: &str = "const { top, bottom } = document.activeElement.getBoundingClientRect(); \
        return !document.activeElement.closest('.dock') && bottom > 0 && top < BAR - 1 && bottom < innerHeight";
    run(async |browser| {
        browser.window(844, 390).await?;
        browser.open_ready(&format!("/{LIMITS}")).await?;
        browser.ask("document.querySelector('.still a[href]').focus()").await?;
        for step in 0..60 {
            browser.press(&['\u{E008}'], '\u{E004}').await?;
            let what = "return document.activeElement.outerHTML.slice(0, 120)";
            let covered = browser.holds(&COVERED.replace("BAR", BAR)).await?;
            assert!(!covered, "step {step}: {}", browser.words(what).await?);
        }
        Ok(())
    })
    .await
}
