//! The programmes beside each other: by keys, alone in a view and in an element, narrow, on paper, without scripts.

use crate::browser::{Browser, run};
use crate::dist::{self, items};
use crate::host::{on_hosts, said};
use crate::keys::{ENTER, SHIFT, TAB};
use crate::outcome::Outcome;
use serde_json::{Value, json};

/// The questions, and how many answers there are in words.
fn asked(record: &Value) -> Outcome<(Vec<String>, u64)> {
    let questions = items(record, "comparison")?;
    let answers = questions.iter().flat_map(|question| question["answers"].as_array().into_iter().flatten());
    let said = answers.filter(|answer| answer["text"].is_string()).count();
    let texts = questions.iter().filter_map(|question| question["question"].as_str().map(str::to_string));
    Ok((texts.collect(), said as u64))
}

/// That every question stands below this, each with the same number of answers.
async fn is_whole(browser: &Browser, below: &str) -> Outcome {
    let (questions, said) = asked(&dist::record()?)?;
    let list = format!("return Array.from({below}.querySelectorAll('.compared h3'), e => e.textContent)");
    assert_eq!(browser.list(&list).await?, questions);
    for (what, wanted) in [("sure", said), ("grade", said)] {
        let found = format!("return {below}.querySelectorAll('.compared .{what}').length");
        assert_eq!(browser.number(&found).await?, wanted, "answers with a {what}");
    }
    let named = browser.number(&format!("return {below}.querySelectorAll('.compared h4').length")).await?;
    assert_eq!(named, 2 * questions.len() as u64, "the programme over each answer");
    Ok(())
}

#[tokio::test]
async fn the_tab_is_reached_by_keys_and_shows_the_answers() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        assert_eq!(browser.count(".compared").await?, 0, "made before it is asked for");
        // From the tab before it one step on.
        browser.ask("document.querySelector('.tabs a[href=\"#conflicts\"]').focus()").await?;
        browser.press(&[], TAB).await?;
        let there = "return document.activeElement.getAttribute('href') === '#compare'";
        assert!(browser.holds(there).await?, "its tab is the last");
        browser.press(&[], ENTER).await?;
        browser.until("the answers are there", "return !!document.querySelector('.compared')").await?;
        is_whole(browser, "document").await?;
        let shown = "return document.getElementById('compare').checkVisibility()";
        assert!(browser.holds(shown).await?, "its section is on show");
        browser.tab("plan").await?;
        browser.until("they go again", "return !document.querySelector('.compared')").await?;
        browser.press(&[SHIFT], TAB).await
    })
    .await
}

#[tokio::test]
async fn a_view_and_an_element_show_it_alone() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?view=compare").await?;
        is_whole(browser, "document").await?;
        browser.open_ready("/?view=compare&asof=2021-06-15").await?;
        let none = "return document.querySelectorAll('.compared .sure').length < 6";
        assert!(browser.holds(none).await?, "an earlier day takes answers back");
        Ok(())
    })
    .await?;
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        let put = "window.one = document.createElement('ilrs-explainer');
            Object.assign(one, { id: 'one', view: 'compare', loading: 'eager' });
            document.querySelector('main').append(one)";
        browser.ask(put).await?;
        said(browser, "ready", 1).await?;
        is_whole(browser, "one.shadowRoot").await
    })
    .await
}

/// The question, then the answers one below the other; side by side where there is room.
#[tokio::test]
async fn answers_stand_below_each_other_at_320_px() -> Outcome {
    const PLACES: &str = "return Array.from(document.querySelectorAll('.compared h4')).slice(0, 2) \
                          .map(e => { const box = e.getBoundingClientRect(); return `${Math.round(box.left)}`; })";
    run(async |browser| {
        for path in ["/?view=compare", "/compare/"] {
            for (width, beside) in [(320, false), (1280, true)] {
                browser.window(width, 800).await?;
                if path == "/compare/" {
                    browser.open(path).await?
                } else {
                    browser.open_ready(path).await?
                }
                let places = browser.list(PLACES).await?;
                assert_eq!(places[0] != places[1], beside, "{path} at {width} px: {places:?}");
                let needs = browser.number("return document.scrollingElement.scrollWidth").await?;
                assert!(needs <= u64::from(width), "{path} needs {needs} px of {width}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_is_printed_whole() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.ask("dispatchEvent(new Event('beforeprint'))").await?;
        browser.until("it is made for paper", "return !!document.querySelector('.compared')").await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        is_whole(browser, "document").await?;
        let hidden = "return Array.from(document.querySelectorAll('.compared p')).filter(e => !e.checkVisibility()).length";
        assert_eq!(browser.number(hidden).await?, 0, "answers that are not on paper");
        browser.open("/compare/").await?;
        is_whole(browser, "document").await?;
        assert_eq!(browser.number(hidden).await?, 0, "answers that are not on paper");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_its_page_has_it_all() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/").await?;
        browser.click(".tabs a[href='#compare']").await?;
        browser.click("#compare ~ .lead a").await?;
        browser.until("its page is there", "return location.pathname === '/compare/'").await?;
        is_whole(browser, "document").await?;
        let loose = "return Array.from(document.querySelectorAll('.compared a.src')) \
                     .filter(e => !document.querySelector(`.cited ${e.getAttribute('href')}`)).length";
        assert_eq!(browser.number(loose).await?, 0, "marks that lead to no citation");
        Ok(())
    })
    .await
}
