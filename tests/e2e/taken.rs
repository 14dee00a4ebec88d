//! A page that was taken over changes as one that began so.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;

/// The cards, panels and lines as they read now. An attribute that was taken away and set again stands last,
/// which nobody can tell from the page, so they are put in order.
const READ: &str =
    "return Array.from(document.querySelectorAll('#app :is(.card, .panel, .line)'), (card) => {
        const all = card.cloneNode(true);
        all.querySelectorAll('details').forEach((one) => one.removeAttribute('open'));
        all.querySelectorAll('*').forEach((one) => {
            for (const name of one.getAttributeNames().sort()) {
                const words = one.getAttribute(name);
                one.removeAttribute(name);
                one.setAttribute(name, words);
            }
        });
        return `${card.id} ${card.className} ${all.innerHTML.replace(/<!--.*?-->/g, '')}`;
    }).join('\\n')";

/// Asks for something by the address, as Back does.
async fn ask(browser: &Browser, search: &str) -> Outcome {
    let go = format!(
        "asked = performance.getEntriesByName('ilrs:filtered').length;
         history.pushState(null, '', '/{search}');
         dispatchEvent(new PopStateEvent('popstate'))"
    );
    browser.ask(&go).await?;
    browser.until("it is shown", "return performance.getEntriesByName('ilrs:filtered').length > asked").await
}

#[tokio::test]
async fn a_page_that_changes_reads_as_one_that_began_so() -> Outcome {
    run(async |browser| {
        let searches =
            ["", "?asof=2021-06-15", "?q=luna", "?participant=china", "?asof=2024-01-01&q=station", ""];
        let mut fresh = Vec::new();
        for search in searches {
            browser.open_ready(&format!("/{search}")).await?;
            fresh.push(browser.words(READ).await?);
        }
        browser.open_ready("/").await?;
        for (search, fresh) in searches.iter().zip(&fresh) {
            if *search != searches[0] || fresh != &browser.words(READ).await? {
                ask(browser, search).await?;
            }
            let now = browser.words(READ).await?;
            let differs = now.lines().zip(fresh.lines()).find(|(now, fresh)| now != fresh);
            assert_eq!(differs, None, "{search}: the first card that reads otherwise (now, begun so)");
            assert_eq!(now.lines().count(), fresh.lines().count(), "{search}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_open_stays_open_while_it_changes() -> Outcome {
    run(async |browser| {
        browser.open_ready("/#mission-luna-26").await?;
        browser.until("it opens", "return !!document.querySelector('#mission-luna-26 + .panel')").await?;
        let note = "panel = document.querySelector('#mission-luna-26 + .panel');
            words = panel.textContent;
            panel.querySelector('button').focus()";
        browser.ask(note).await?;
        ask(browser, "?asof=2021-06-15").await?;
        let stays = "return panel.isConnected && document.activeElement === panel.querySelector('button')";
        browser.until("it stays, and the focus on it", stays).await?;
        browser.until("it says less", "return panel.textContent !== words").await?;
        let console = browser.console().await?;
        assert!(console.is_empty(), "{console:?}");
        Ok(())
    })
    .await
}
