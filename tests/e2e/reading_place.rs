//! Reload and Back lead a reader to where they were, with and without what the browser kept of the page.

use crate::browser::{Browser, run, run_in};
use crate::driver::Engine;
use crate::outcome::Outcome;
use crate::site::Site;

/// What the address may ask for: nothing, a card, a tab, a filter, and a part of the page of a thing.
const ADDRESSES: [&str; 7] = [
    "/",
    "/#mission-luna-26",
    "/#timeline",
    "/#slips",
    "/?kind=launch~landing&status=planned",
    "/?participant=roscosmos#participants",
    "/mission/luna-26/#history",
];

/// How far down the page readers are, in parts of its height.
const PARTS: [&str; 10] = ["0.03", "0.12", "0.21", "0.33", "0.42", "0.5", "0.61", "0.72", "0.85", "0.97"];

/// What stands at the top of the window, below the bar: the way to it from the nearest id, and where it is in tenths of a
/// pixel.
const TOP: &str = "const bar = Math.max(0, document.querySelector('.dock')?.getBoundingClientRect().bottom ?? 0) + 1;
    const below = one => one.getBoundingClientRect().bottom > bar && getComputedStyle(one).position !== 'sticky';
    let at = document.elementFromPoint(innerWidth / 2, bar);
    for (let next = at; next; next = [...at.children].find(below)) at = next;
    const top = Math.round(10 * at.getBoundingClientRect().top), way = [];
    const text = at.textContent.slice(0, 40);
    for (; !at.id && at.parentElement; at = at.parentElement) way.unshift([...at.parentElement.children].indexOf(at));
    return [at.id, way.join(' '), String(top), text]";

/// Where that is now, and what it says.
const NOW: &str = "const [id, way] = arguments[0];
    let at = id ? document.getElementById(id) : document.documentElement;
    for (const place of way.split(' ').filter(Boolean)) at = at?.children[place];
    return at ? [String(Math.round(10 * at.getBoundingClientRect().top)), at.textContent.slice(0, 40)] : []";

type Top = Vec<String>;

/// What stands between two looks at a page: a page that nobody looks at here.
const BETWEEN: &str = "/licences/";

/// The page is whole, and stands still. The one before it, which is whole too, may stand there a moment longer.
async fn settled(browser: &Browser, what: &str) -> Outcome {
    let come = format!(
        "return !window.left && location.pathname !== '{BETWEEN}' && document.readyState === 'complete'"
    );
    browser.until(&format!("the page is {what}"), &come).await?;
    if browser.holds("return !document.querySelector('[data-root]')").await? {
        return Ok(()); // the page of a thing
    }
    browser.ready().await?;
    browser.taken_over().await?;
    browser.dressed().await?;
    browser.ask(FRAMES).await.map(drop)
}

/// Two frames are drawn: what is told of sizes and of scrolling has been heard.
const FRAMES: &str =
    "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

/// Each address has its turn at some of the parts, and the first at all of them.
async fn leads_back(browser: &Browser, window: &str) -> Outcome {
    let mut wrong = String::new();
    for (place, address) in ADDRESSES.into_iter().enumerate() {
        let parts = PARTS.into_iter().enumerate().filter(|(part, _)| place == 0 || part % 5 == place % 5);
        for (_, part) in parts {
            browser.open(BETWEEN).await?; // no change of the fragment alone
            browser.open(address).await?;
            settled(browser, "open").await?;
            browser.ask(&format!("scrollTo(0, document.documentElement.scrollHeight * {part})")).await?;
            browser.ask(FRAMES).await?;
            wrong += &stays(browser, &format!("{address} at {part}, {window}")).await?;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    Ok(())
}

async fn at_a_width(width: u32) -> Outcome {
    run(async |browser| {
        browser.window(width, 800).await?;
        leads_back(browser, &format!("{width} px")).await
    })
    .await
}

/// The same thing stands at the top after a reload, and after the way to another page and back.
async fn stays(browser: &Browser, what: &str) -> Outcome<String> {
    let before = browser.list(TOP).await?;
    browser.ask("window.left = true; location.reload()").await?;
    let mut wrong = back_there(browser, &before, &format!("{what}, reloaded")).await?;
    browser.open(BETWEEN).await?;
    browser.ask("history.back()").await?;
    wrong += &back_there(browser, &before, &format!("{what}, gone back to")).await?;
    Ok(wrong)
}

/// What is not as it was: nothing, to two pixels, which are lost where heights are no whole numbers.
async fn back_there(browser: &Browser, before: &Top, what: &str) -> Outcome<String> {
    settled(browser, what).await?;
    let after = browser.ask_with(NOW, vec![before.clone().into()]).await?;
    let after: Top = serde_json::from_value(after)?;
    let off = |now: &str| Ok::<_, std::num::ParseIntError>(now.parse::<i64>()?.abs_diff(before[2].parse()?));
    Ok(match &*after {
        [now, text] if off(now)? <= 20 && *text == before[3] => String::new(),
        _ => format!("{what}: {before:?}, then {after:?}\n"),
    })
}

#[tokio::test]
async fn on_a_wide_screen() -> Outcome {
    at_a_width(1280).await
}

#[tokio::test]
async fn on_a_phone() -> Outcome {
    at_a_width(390).await
}

#[tokio::test]
async fn in_firefox() -> Outcome {
    run_in(Engine::Firefox, Site::plain()?, async |browser| leads_back(browser, "in Firefox").await).await
}

/// Of several open cards the address names one alone; the others are closed after a reload, and the thing that was read
/// still stands where it was.
#[tokio::test]
async fn with_cards_open_above() -> Outcome {
    run(async |browser| {
        for width in [1280, 390] {
            browser.window(width, 800).await?;
            browser.open(BETWEEN).await?;
            browser.open_ready("/#missions").await?;
            for place in [0, 4, 8] {
                let title = format!(
                    "document.querySelectorAll('#missions ~ * article.card [aria-expanded]')[{place}]"
                );
                browser.ask(&format!("{title}.click()")).await?;
                browser.until("the card is open", &format!("return {title}.ariaExpanded === 'true'")).await?;
            }
            browser
                .ask("[...document.querySelectorAll('#missions ~ * article.card')][20].scrollIntoView()")
                .await?;
            browser.ask(FRAMES).await?;
            let wrong = stays(browser, &format!("open cards at {width} px")).await?;
            assert!(wrong.is_empty(), "{wrong}");
        }
        Ok(())
    })
    .await
}

/// A browser that scrolls beside the page may tell late of a scroll that the page has undone. It is undone once after a
/// change of height, and the next is the reader's.
#[tokio::test]
async fn a_scroll_told_late_is_no_readers() -> Outcome {
    run(async |browser| {
        browser.open(BETWEEN).await?;
        browser.open_ready("/").await?;
        browser.dressed().await?;
        browser.ask("scrollTo(0, document.documentElement.scrollHeight * .6)").await?;
        browser.until("the place is kept", "return !!history.state?.place").await?;
        let before = browser.list(TOP).await?;
        browser.ask("window.left = true; location.reload()").await?;
        settled(browser, "reloaded").await?;
        browser.ask("document.body.firstElementChild.style.paddingTop = '100px'").await?;
        browser.ask(FRAMES).await?;
        for (what, moved) in [("the page has become higher", 0), ("told late", 54)] {
            browser.ask(&format!("scrollBy(0, {moved})")).await?;
            browser.ask(FRAMES).await?;
            let wrong = back_there(browser, &before, what).await?;
            assert!(wrong.is_empty(), "{wrong}");
        }
        browser.ask("scrollBy(0, 54)").await?;
        browser.ask(FRAMES).await?;
        let wrong = back_there(browser, &before, "read on").await?;
        assert!(!wrong.is_empty(), "a reader is led back to where they were");
        Ok(())
    })
    .await
}

/// Back between two looks at the page leads to where each was read.
#[tokio::test]
async fn between_two_looks_at_the_page() -> Outcome {
    run(async |browser| {
        for width in [1280, 390] {
            browser.window(width, 800).await?;
            browser.open(BETWEEN).await?;
            browser.open_ready("/").await?;
            browser.dressed().await?;
            browser.ask("scrollTo(0, document.documentElement.scrollHeight * .6)").await?;
            browser.ask(FRAMES).await?;
            let before = browser.list(TOP).await?;
            let chosen =
                "document.querySelector('[name=kind][value=launch], .facet[data-facet=kind] input').click()";
            browser.filtered("a choice", async { browser.ask(chosen).await.map(drop) }).await?;
            browser.ask("scrollTo(0, 0)").await?;
            browser.ask(FRAMES).await?;
            browser.filtered("the way back", async { browser.ask("history.back()").await.map(drop) }).await?;
            browser.ask(FRAMES).await?;
            let wrong = back_there(browser, &before, &format!("two looks at {width} px")).await?;
            assert!(wrong.is_empty(), "{wrong}");
        }
        Ok(())
    })
    .await
}
