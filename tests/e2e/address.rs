//! The address: what pushes and what replaces, Back and Forward, cards by their fragment, links that filter.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use crate::page::{choose, open_panel, search, view};

#[tokio::test]
async fn back_and_forward_restore_what_was_shown() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        let everything = view(browser).await?;
        choose(browser, "kind", "landing").await?;
        let landings = view(browser).await?;
        choose(browser, "status", "slipped").await?;
        let slipped = view(browser).await?;
        for (step, address, expected) in [
            (-1, "?kind=landing", &landings),
            (-1, "", &everything),
            (1, "?kind=landing", &landings),
            (1, "?kind=landing&status=slipped", &slipped),
        ] {
            browser.ask(&format!("history.go({step})")).await?;
            let status = format!("return document.querySelector('.found').textContent === '{}'", expected.2);
            browser.until(&format!("`{address}` shows again"), &status).await?;
            assert_eq!(search(browser).await?, address, "the address after a step through the history");
            assert_eq!(&view(browser).await?, expected, "lines, cards and status line of `{address}`");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn back_is_marked_like_any_new_result() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        choose(browser, "kind", "landing").await?;
        browser.filtered("Back", async { browser.ask("history.back()").await.map(drop) }).await
    })
    .await
}

#[tokio::test]
async fn typing_replaces_and_choosing_pushes() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let start = browser.number("return history.length").await?;
        browser.filtered("typing", browser.type_into("input[name=q]", "Luna")).await?;
        browser.until("it is in the address", "return location.search === '?q=Luna'").await?;
        assert_eq!(
            browser.number("return history.length").await?,
            start,
            "typing made entries in the history"
        );
        open_panel(browser).await?;
        choose(browser, "kind", "launch").await?;
        assert_eq!(
            browser.number("return history.length").await?,
            start + 1,
            "a choice makes one entry in the history"
        );
        browser.client().back().await?;
        browser.until("Back leads to what was typed", "return location.search === '?q=Luna'").await
    })
    .await
}

#[tokio::test]
async fn a_fragment_opens_its_card() -> Outcome {
    run(async |browser| {
        browser.open_ready("/#mission-luna-26").await?;
        card_is_open(browser, "mission-luna-26").await
    })
    .await
}

#[tokio::test]
async fn a_fragment_leads_to_its_card_with_scripts_off() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/#mission-luna-26").await?;
        let seen = "const box = document.getElementById('mission-luna-26').getBoundingClientRect(); \
                    return box.bottom > 0 && box.top < innerHeight && scrollY > 0";
        browser.until("the closed card is in sight", seen).await
    })
    .await
}

#[tokio::test]
async fn every_type_of_card_has_an_address() -> Outcome {
    const FIRST: &str = "return ['participant', 'person', 'mission', 'facility', 'event', 'milestone', 'conflict'] \
                         .map(type => document.querySelector(`[id^=\"${type}-\"]`)?.id ?? `no ${type}`)";
    run(async |browser| {
        browser.open_ready("/").await?;
        let mut lost = Vec::new();
        for id in browser.list(FIRST).await? {
            browser.ask_with("location.hash = arguments[0]", vec![id.as_str().into()]).await?;
            if card_is_open(browser, &id).await.is_err() {
                lost.push(id);
            }
        }
        assert!(lost.is_empty(), "cards that their fragment does not bring into sight, uncovered: {lost:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_fragment_below_the_timeline_is_reached_with_motion() -> Outcome {
    run(async |browser| {
        browser.motion().await?;
        browser.open_ready("/").await?;
        let conflict = browser.words("return document.querySelector('[id^=conflict-]').id").await?;
        browser.ask_with("location.hash = arguments[0]", vec![conflict.as_str().into()]).await?;
        card_is_open(browser, &conflict).await
    })
    .await
}

#[tokio::test]
async fn a_fragment_wins_over_a_query_that_hides_its_card() -> Outcome {
    reveals("/?kind=loss&to=1970#mission-luna-26", "mission-luna-26").await
}

#[tokio::test]
async fn a_fragment_wins_over_a_query_that_drops_its_line() -> Outcome {
    let mut id = String::new();
    run(async |browser| {
        browser.open("/").await?;
        id = browser.words("return document.querySelector('.line[id^=event-]').id").await?;
        Ok(())
    })
    .await?;
    reveals(&format!("/?q=zzzzzz#{id}"), &id).await
}

#[tokio::test]
async fn a_fragment_wins_over_a_view_without_its_card() -> Outcome {
    reveals("/?view=timeline#mission-luna-26", "mission-luna-26").await
}

#[tokio::test]
async fn a_fragment_wins_over_a_day_before_its_card() -> Outcome {
    reveals("/?asof=1990-01-01#mission-luna-26", "mission-luna-26").await
}

#[tokio::test]
async fn a_link_in_a_sentence_filters_without_a_load() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.ask("window.sameDocument = true").await?;
        let everything = view(browser).await?;
        browser.tab("missions").await?;
        browser.filtered("following the link", browser.click(".missions .lead a[href^='?']")).await?;
        assert!(
            browser.holds("return window.sameDocument === true").await?,
            "the link loaded the page again"
        );
        assert_eq!(
            search(browser).await?,
            "?kind=launch&status=planned~slipped",
            "the address after the link"
        );
        assert!(view(browser).await?.0 < everything.0, "the link did not filter");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_to_a_card_that_is_hidden_shows_it() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?mission=luna-26").await?;
        assert_eq!(browser.count("#mission-artemis-2").await?, 0, "the filter leaves it out");
        browser.ask("location.hash = 'mission-artemis-2'").await?;
        card_is_open(browser, "mission-artemis-2").await
    })
    .await
}

#[tokio::test]
async fn the_fragment_of_a_source_leads_to_its_page() -> Outcome {
    run(async |browser| {
        browser.open("/#source-iki-luna-26").await?;
        let there = "return location.pathname === '/sources/' && location.hash === '#source-iki-luna-26'";
        browser.until("the page of sources", there).await
    })
    .await
}

/// A title opens its panel on a plain click, and the address names what was opened last; a click with a key held is the
/// browser's, and leads to its page.
#[tokio::test]
async fn opening_a_card_replaces_the_fragment() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.tab("missions").await?;
        let steps = browser.number("return history.length").await?;
        let hash = async || browser.words("return location.hash").await;
        let press = async |selector: &str| {
            let near = format!("document.querySelector('{selector}').scrollIntoView({{ block: 'center' }})");
            browser.ask(&near).await?;
            browser.click(selector).await
        };
        for id in ["mission-luna-26", "mission-change-8"] {
            press(&format!("#{id} [aria-expanded]")).await?;
            browser.until("it is open", &format!("return !!document.querySelector('#{id} + .panel')")).await?;
            browser.until("the address names it", &format!("return location.hash === '#{id}'")).await?;
        }
        press("#mission-luna-26 [aria-expanded]").await?;
        browser.until("it is closed", "return !document.querySelector('#mission-luna-26 + .panel')").await?;
        assert_eq!(hash().await?, "#mission-change-8", "the other is still named");
        press("#mission-change-8 + .panel button").await?;
        browser.until("nothing is named", "return location.hash === ''").await?;
        assert_eq!(browser.number("return history.length").await?, steps, "no step in the history");
        let led = "const link = document.querySelector('#mission-luna-26 [aria-expanded]'); \
                   let own; addEventListener('click', (e) => { own = !e.defaultPrevented; e.preventDefault() }); \
                   link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })); \
                   return `${own} ${new URL(link.href).pathname}`";
        assert_eq!(browser.words(led).await?, "true /mission/luna-26/");
        assert_eq!(browser.count(".panel").await?, 0);
        Ok(())
    })
    .await
}

async fn reveals(path: &str, id: &str) -> Outcome {
    run(async |browser| {
        browser.open_ready(path).await?;
        card_is_open(browser, id).await
    })
    .await
}

/// Waits until the thing stands open inside the window, and not under the filter bar.
async fn card_is_open(browser: &Browser, id: &str) -> Outcome {
    let seen = format!(
        "const target = document.getElementById('{id}'); \
         if (!target?.checkVisibility() || !target.querySelector('[aria-expanded=true]')) return false; \
         const box = target.getBoundingClientRect(); \
         if (box.height === 0 || box.bottom <= 0 || box.top >= innerHeight) return false; \
         const y = Math.min(Math.max(box.top, 0) + 8, box.bottom - 1, innerHeight - 1); \
         const hit = document.elementFromPoint(box.left + 8, Math.max(y, 0)); \
         return !!hit && (target.contains(hit) || hit.contains(target) && !hit.closest('.filter'))"
    );
    browser.until(&format!("#{id} is open and in sight"), &seen).await
}
