//! A page that a browser, an extension or a CDN has changed on its way is made anew where it changes; an app that dies
//! nevertheless starts afresh, once, and one that dies again leaves the page whole.

use crate::browser::{Browser, run_on};
use crate::outcome::Outcome;
use crate::site::{Answer, Site};
use axum::http::{StatusCode, Uri};

#[tokio::test]
async fn recovers_from_a_translated_opening() -> Outcome {
    run_on(damaged(opening_translated, false)?, async |browser| {
        browser.open("/").await?;
        browser.ready().await?;
        assert_eq!(browser.count("[data-root=opening] font").await?, 0, "the opening is not made anew");
        works(browser, 0).await
    })
    .await
}

#[tokio::test]
async fn translated_sections_stay_until_they_change_and_then_are_made_anew() -> Outcome {
    run_on(damaged(translated, false)?, async |browser| {
        browser.open("/").await?;
        browser.ready().await?;
        let (headings, lines) =
            (browser.count("[data-root] h3 > font").await?, browser.count(".line").await?);
        assert!(headings > 20, "the headings are not left as they stand");
        browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
        browser
            .until(
                "all that is shown is made anew",
                "return [...document.querySelectorAll('[data-root] font')].length === 0",
            )
            .await?;
        let left = browser.count(".line").await?;
        assert!(left > 0 && left < lines, "{lines} lines before, {left} after");
        assert!(browser.count("figure a.away").await? > 10, "the pictures do not follow");
        let bare = "return [...document.querySelectorAll('article')].filter((e) => !e.textContent).length";
        assert_eq!(browser.number(bare).await?, 0, "cards without anything in them");
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn translated_cards_stay_until_they_change_and_then_are_made_anew() -> Outcome {
    run_on(damaged(cards_translated, false)?, async |browser| {
        browser.open("/").await?;
        browser.ready().await?;
        // Those of flights are rendered once more at the start, when their strips are drawn.
        let fonts = browser.count(".card:not(.mission) font").await?;
        assert!(fonts > 100, "the cards are not left as they stand");
        browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
        let shown = "return [...document.querySelectorAll('.card font')].length";
        browser.until("what is shown speaks of it", &format!("{shown} === 0")).await?;
        assert!(browser.holds("return document.querySelectorAll('.card mark').length > 0").await?);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_foreign_element_first_is_gone() -> Outcome {
    let site = damaged(|page| after(page, "<div data-root=\"controls\"", FOREIGN), false)?;
    run_on(site, async |browser| {
        works(browser, 0).await?;
        assert_eq!(browser.count("[data-root] .foreign").await?, 0, "the controls are not made anew");
        Ok(())
    })
    .await
}

/// Around the places where the app is mounted nothing is its own.
#[tokio::test]
async fn leaves_a_foreign_element_around_it_alone() -> Outcome {
    let site = damaged(|page| after(page, "<div id=\"app\"", FOREIGN), false)?;
    run_on(site, async |browser| {
        works(browser, 0).await?;
        assert_eq!(browser.count("#app > .foreign").await?, 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_foreign_element_inside_is_gone() -> Outcome {
    let site = damaged(|page| after(page, "<article id=\"mission-", FOREIGN), false)?;
    run_on(site, async |browser| {
        works(browser, 0).await?;
        assert_eq!(browser.count("[data-root] .foreign").await?, 0, "the section is not made anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn stripped_comments_are_not_missed() -> Outcome {
    run_on(damaged(uncommented, false)?, async |browser| works(browser, 0).await).await
}

#[tokio::test]
async fn another_element_in_the_place_of_one_is_survived() -> Outcome {
    run_on(damaged(swapped, false)?, async |browser| works(browser, 1).await).await
}

/// The app dies of something while a reader types: another takes its place, with what was typed and the focus.
#[tokio::test]
async fn what_was_typed_when_the_app_died_is_kept() -> Outcome {
    let site = damaged(|page| page, false)?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-2")).await?;
        browser.ask(&format!("{BREAK} once = true")).await?;
        browser.type_into("[name=q]", "6").await?;
        browser
            .until("the same is found", "return location.search === '?q=Luna-26' && document.querySelector('[name=q]').value === 'Luna-26'")
            .await?;
        assert!(browser.count(".line").await? < 50);
        assert!(browser.holds("return document.activeElement.name === 'q'").await?, "the focus is lost");
        assert!(browser.holds("return document.getElementById('notice').hidden").await?);
        Ok(())
    })
    .await
}

/// When the app gives up under a filter, the page is whole again.
#[tokio::test]
async fn a_page_that_is_given_up_is_whole() -> Outcome {
    let site = damaged(|page| page, false)?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        let whole = (browser.count(".line").await?, browser.count(".card").await?);
        browser.filtered("a word", browser.type_into("[name=q]", "Luna-2")).await?;
        browser.ask(BREAK).await?;
        browser.type_into("[name=q]", "6").await?;
        browser.until("the notice shows", "return !document.getElementById('notice').hidden").await?;
        assert_eq!((browser.count(".line").await?, browser.count(".card").await?), whole);
        assert_eq!(browser.count(".filter :is(input, select, button):enabled").await?, 0);
        Ok(())
    })
    .await
}

/// From now on nothing can be put into the page, or the next thing alone cannot.
const BREAK: &str = "let once = false; const put = Node.prototype.insertBefore; \
    Node.prototype.insertBefore = function () { if (once) Node.prototype.insertBefore = put; throw new Error('broken') };";

#[tokio::test]
async fn says_so_when_the_second_start_fails_too() -> Outcome {
    let site = damaged(swapped, true)?;
    run_on(site, async |browser| {
        browser.scripts_off().await?;
        browser.open("/").await?;
        let (cards, lines) = (browser.count(".card").await?, browser.count(".line").await?);
        browser.scripts_on().await?;
        browser.open("/").await?;
        browser.until("the notice shows", "return !document.getElementById('notice').hidden").await?;
        assert_eq!(browser.count(".card").await?, cards, "cards went missing when the app died twice");
        assert_eq!(
            browser.count(".line").await?,
            lines,
            "lines of the timeline went missing when the app died twice"
        );
        Ok(())
    })
    .await
}

const FOREIGN: &str = "<div class=\"foreign\">put here by an extension</div>";

/// The site with its first page changed, and, if asked, no second instance of the glue.
fn damaged(damage: fn(String) -> String, once_only: bool) -> Outcome<Site> {
    Site::twisted(move |uri: &Uri, answer: Answer| match uri.query() {
        Some("1") if once_only => answer.refused(StatusCode::NOT_FOUND),
        _ if answer.is_page() => answer.text(damage),
        _ => answer,
    })
}

/// The app works in the end; the console says so often that one has died.
async fn works(browser: &Browser, deaths: usize) -> Outcome {
    browser.open("/").await?;
    browser.ready().await?;
    if deaths > 0 {
        let fresh = "return !document.querySelector('#app h5:not(.panel *)')";
        browser.until("the fresh app stands in place of the dead one", fresh).await?;
        browser.taken_over().await?;
    }
    assert_eq!(browser.count("#app").await?, 1, "there is not one app on the page");
    assert!(browser.count(".card").await? > 100, "the fresh app has no cards");
    assert!(browser.count(".line").await? > 100, "the fresh app has no timeline");
    let lines = browser.count(".line").await?;
    browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
    let left = browser.count(".line").await?;
    assert!(left > 0 && left < lines, "the fresh app does not filter: {lines} lines before, {left} after");
    assert!(
        browser.holds("return document.getElementById('notice').hidden").await?,
        "the notice shows though all is well"
    );
    let ours = browser.console().await?.iter().filter(|line| line.contains("ILRS explainer:")).count();
    assert_eq!(ours, deaths, "how often the console says that an app died");
    Ok(())
}

/// As a browser's translation leaves a page: every heading's text inside elements of its own.
fn opening_translated(page: String) -> String {
    translated(page).replace("<h1>", "<h1><font dir=\"auto\">").replace("</h1>", "</font></h1>")
}

/// The same where what is above the sections is as it was.
fn translated(page: String) -> String {
    cards_translated(page).replace("<h3>", "<h3><font dir=\"auto\">").replace("</h3>", "</font></h3>")
}

/// The same where it has come no further than the cards, as when it came after the start.
fn cards_translated(page: String) -> String {
    let mut parts = page.split("<h4");
    let start = parts.next().unwrap_or_default().to_string();
    let opened = parts.fold(start, |page, part| match part.split_once('>') {
        Some((tag, rest)) => format!("{page}<h4{tag}><font dir=\"auto\"><font dir=\"auto\">{rest}"),
        None => page + "<h4" + part,
    });
    opened.replace("</h4>", "</font></font></h4>")
}

/// As many nodes as before, one of another kind.
fn swapped(page: String) -> String {
    let Some((before, cards)) = page.split_once("<article id=\"mission-") else { return page };
    let cards = cards.replacen("<h4", "<h5", 1).replacen("</h4>", "</h5>", 1);
    format!("{before}<article id=\"mission-{cards}")
}

fn uncommented(page: String) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page.as_str();
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Puts something after the first tag that starts so.
fn after(page: String, tag: &str, what: &str) -> String {
    let Some(end) = page.find(tag).and_then(|start| Some(start + page[start..].find('>')? + 1)) else {
        return page;
    };
    format!("{}{what}{}", &page[..end], &page[end..])
}
