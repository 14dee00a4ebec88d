//! The drawings: their links open cards, keys reach every part, the phases change what is said, and what was not known
//! on a day is not named there.

use crate::axe::no_violations;
use crate::browser::{Browser, run};
use crate::keys::{END, ENTER, HOME, LEFT, RIGHT, TAB};
use crate::outcome::Outcome;

/// The links of a drawing's pictures, by what they are called.
async fn names(browser: &Browser, drawing: &str) -> Outcome<Vec<String>> {
    let links = format!(".drawn.{drawing} svg a[href]");
    let script =
        format!("return [...document.querySelectorAll('{links}')].map(a => a.getAttribute('aria-label'))");
    browser.list(&script).await
}

#[tokio::test]
async fn a_part_opens_its_card() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        for (drawing, card) in [
            ("station", "facility-power-station"),
            ("moon", "mission-change-6"),
            ("joined", "participant-senegal"),
        ] {
            let link = format!(".drawn.{drawing} svg a[href=\"#{card}\"]");
            browser.ask(&format!("document.querySelector('{link}').focus()")).await?;
            browser.press(&[], ENTER).await?;
            let open = format!("return !!document.querySelector('#{card} [aria-expanded=true]')");
            browser.until(&format!("the card {card} to open"), &open).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_the_drawings_are_whole() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let mut live = Vec::new();
        for drawing in ["station", "moon", "joined"] {
            live.push(names(browser, drawing).await?);
        }
        browser.scripts_off().await?;
        browser.open("/").await?;
        for (drawing, live) in ["station", "moon", "joined"].into_iter().zip(live) {
            let still = names(browser, drawing).await?;
            assert!(still.len() > 10 && still == live, "{drawing}: {still:?}");
            let links = format!(".drawn.{drawing} a[href^=\"#\"]");
            let lost = format!(
                "return [...document.querySelectorAll('{links}')].map(a => a.getAttribute('href').slice(1)) \
                 .filter(id => !document.getElementById(id))"
            );
            assert_eq!(browser.list(&lost).await?, Vec::<String>::new(), "{drawing}: links without a card");
        }
        browser.scripts_on().await
    })
    .await
}

#[tokio::test]
async fn keys_reach_every_part_in_order() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        for drawing in ["station", "moon", "joined"] {
            let names = names(browser, drawing).await?;
            browser.ask(&format!("document.querySelector('.drawn.{drawing} svg a[href]').focus()")).await?;
            for name in &names {
                let here =
                    browser.words("return document.activeElement.getAttribute('aria-label') ?? ''").await?;
                assert_eq!(&here, name, "{drawing}");
                browser.press(&[], TAB).await?;
            }
            assert!(names.iter().all(|name| name.contains(", ")), "each has a name and a state: {names:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn phases_change_what_is_said() -> Outcome {
    run(async |browser| {
        const SAID: &str = "return document.querySelector('.drawn.station dl').textContent";
        browser.open_ready("/").await?;
        let all = browser.words(SAID).await?;
        browser.ask("document.querySelector('.phases button:nth-child(2)').focus()").await?;
        browser.press(&[], ENTER).await?;
        let pressed = "return !!document.querySelector('.phases button:nth-child(2)[aria-pressed=true]')";
        browser.until("the first phase", pressed).await?;
        let first = browser.words(SAID).await?;
        assert!(
            first.len() < all.len() && first.contains("Chang’e-7") && !first.contains("Orbital hub"),
            "{first}"
        );
        assert!(browser.count(".drawn.station a.away").await? > 10, "the others are faint");
        assert_eq!(browser.count(".drawn:not(.station) a.away").await?, 0, "phases are the station's alone");
        browser.click(".phases button:first-child").await?;
        browser.until("all of them", "return !document.querySelector('.drawn.station a.away')").await?;
        assert_eq!(browser.words(SAID).await?, all);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_step_through_the_phases() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let last = browser.count(".phases button").await? - 1;
        assert!(last > 2, "{last} phases");
        browser.ask("document.querySelector('.phases button').focus()").await?;
        for (key, phase) in
            [(LEFT, 0), (RIGHT, 1), (RIGHT, 2), (LEFT, 1), (END, last), (RIGHT, last), (HOME, 0)]
        {
            browser.press(&[], key).await?;
            // The focus goes along, so that what is chosen is what is read out.
            let chosen = format!(
                "const chosen = [...document.querySelectorAll('.phases button')] \
                 .flatMap((e, place) => e.ariaPressed === 'true' ? [place] : []); \
                 return `${{chosen}}` === '{phase}' \
                 && document.activeElement === document.querySelector('.phases [aria-pressed=true]')"
            );
            browser.until(&format!("phase {phase} of {last}"), &chosen).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_not_known_is_a_ghost() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?asof=2021-01-01").await?;
        let names = names(browser, "moon").await?;
        assert!(names.iter().any(|name| name.starts_with("Chang’e-5, ")), "{names:?}");
        assert!(!names.iter().any(|name| name.starts_with("Chang’e-6, ")), "{names:?}");
        assert!(browser.count(".drawn.moon .ghost").await? > 3);
        assert_eq!(browser.count(".drawn .ghost[href], .drawn .ghost[aria-label]").await?, 0);
        let rows = "return document.querySelector('.drawn.moon tbody').textContent";
        assert!(!browser.words(rows).await?.contains("Chang’e-6"), "the table keeps to the day too");
        let said = browser.words("return document.querySelector('.drawn.station dl').textContent").await?;
        assert!(!said.contains("power station"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_filter_makes_the_others_faint() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?mission=luna-25").await?;
        let clear =
            "return [...document.querySelectorAll('.drawn.moon svg a[href]:not(.away)')].map(a => a.getAttribute('href'))";
        let clear = browser.list(clear).await?;
        let theirs = clear.iter().filter(|to| *to == "#mission-luna-25").count();
        assert!(theirs == 2 && clear.len() < 6, "the chosen one and what is linked to it: {clear:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_with_the_tables_open() -> Outcome {
    run(async |browser| {
        for (scheme, path) in [("light", "/"), ("dark", "/?asof=2023-01-01")] {
            browser.scheme(scheme).await?;
            browser.open_ready(path).await?;
            browser.ask("document.querySelectorAll('.drawn details').forEach(e => e.open = true)").await?;
            no_violations(browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_whose_drawings_did_not_come_does_without() -> Outcome {
    run(async |browser| {
        browser.devtools("Network.enable", serde_json::json!({})).await?;
        let blocked = serde_json::json!({ "urls": ["*/assets/drawn.*"] });
        browser.devtools("Network.setBlockedURLs", blocked).await?;
        browser.open_ready("/").await?;
        browser.until("they are gone", "return !document.querySelector('.drawn')").await?;
        assert!(browser.count("article.card").await? > 100, "the cards are there");
        Ok(())
    })
    .await
}

/// The drawings are taken over with their section: what was asked for while they were on their way is what they show.
#[tokio::test]
async fn drawings_that_come_late_follow_what_was_chosen_meanwhile() -> Outcome {
    const DRAWINGS: &str = "return [...document.querySelectorAll('.drawn')].map((e) => e.outerHTML)";
    let address = "/?mission=luna-25&asof=2021-01-01";
    let mut fresh = Vec::new();
    run(async |browser| {
        browser.open_ready(address).await?;
        fresh = browser.list(DRAWINGS).await?;
        Ok(())
    })
    .await?;
    run(async |browser| {
        let held = "{ const { fetch } = window; const released = new Promise((then) => { window.release = then }); \
                    window.fetch = async (...asked) => { \
                    if (String(asked[0]).includes('/drawn.')) { window.held = true; await released } \
                    return fetch(...asked) } }";
        browser.inject(held).await?;
        browser.open("/").await?;
        browser.until("they are asked for", "return window.held === true").await?;
        let still = browser.list(DRAWINGS).await?;
        assert_eq!(still.len(), 3, "they stand there as they were prerendered");
        browser.ask(&format!("history.pushState(null, '', '{address}')")).await?;
        browser.ask("release()").await?;
        browser.ready().await?;
        browser.until("they follow", "return !!document.querySelector('.drawn.moon .ghost')").await?;
        assert_eq!(browser.list(DRAWINGS).await?, fresh);
        for (query, there) in [("/", &still), (address, &fresh)] {
            let go = format!("history.pushState(null, '', '{query}'); dispatchEvent(new PopStateEvent('popstate'))");
            browser.filtered(query, async { browser.ask(&go).await.map(|_| ()) }).await?;
            assert_eq!(browser.list(DRAWINGS).await?.len(), there.len(), "{query}");
        }
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

/// Whoever reads or writes in what is taken over notices nothing.
#[tokio::test]
async fn the_focus_stays_in_what_is_taken_over() -> Outcome {
    const PLACES: [&str; 3] = [".drawn.moon svg a[href]", "#counts + p + .scroll", ".card [aria-expanded]"];
    for place in PLACES {
        run(async |browser| {
            let focus = format!(
                "addEventListener('DOMContentLoaded', () => {{ \
                 window.early = document.querySelector('{place}'); early.focus() }})"
            );
            browser.inject(&focus).await?;
            browser.open_ready("/").await?;
            let same = "return early.isConnected && document.activeElement === early";
            assert!(browser.holds(same).await?, "{place} has lost the focus");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
