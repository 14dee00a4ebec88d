//! What stays at the top of the window leaves room: it takes at most a fifth, and covers nothing that a link leads to.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

/// Many limits, and an earlier day, of which the dock speaks.
const LIMITS: &str = "?kind=landing~launch&status=planned~slipped&confidence=high&asof=2022-06-01";

const BAR: &str = "Math.max(0, document.querySelector('.dock')?.getBoundingClientRect().bottom ?? 0)";

/// Every place on show that a link may lead to, of this page or another, and that the bar covers when it does.
const COVERED: &str =
    "const covered = [], targets = [...document.querySelectorAll('[id]:not(#app, .dock *, svg *)')];
    for (const target of targets) {
        if (!target.checkVisibility()) continue;
        scrollTo(0, document.documentElement.scrollHeight / 2);
        target.scrollIntoView();
        const { top } = target.getBoundingClientRect(), bar = BAR;
        if (top < bar - 1) covered.push(`${target.id} at ${Math.round(top)} under ${Math.round(bar)}`);
    }
    return [String(targets.length), ...covered]";

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
        let tabs =
            "return [...document.querySelectorAll('.tabs a')].map(tab => tab.getAttribute('href').slice(1))";
        for tab in browser.list(tabs).await? {
            browser.tab(&tab).await?;
            nothing_is_covered(browser, &format!("{path}#{tab} at {width} × {height}")).await?;
        }
    }
    for path in ["/mission/luna-26/", "/participant/roscosmos/", "/milestone/luna-26-launch/", "/sources/"] {
        browser.open(path).await?;
        nothing_is_covered(browser, &format!("{path} at {width} × {height}")).await?;
    }
    Ok(())
}

async fn nothing_is_covered(browser: &Browser, place: &str) -> Outcome {
    let covered = browser.list(&COVERED.replace("BAR", BAR)).await?;
    assert!(covered[0].parse::<usize>()? > 5, "{place}: next to no places: {covered:?}");
    assert_eq!(covered[1..], [""; 0], "{place}: covered");
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
