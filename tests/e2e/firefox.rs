//! The essentials in Firefox: the page is taken over, a filter and keys work, the element and the frame too.

use crate::browser::{Browser, run_in};
use crate::driver::Engine;
use crate::frame::{SANDBOX, works};
use crate::host::{on_hosts_in, said, search};
use crate::outcome::Outcome;
use crate::page::{choose, lines, open_panel, search as address, view};
use crate::site::Site;
use crate::{react, track};
use std::collections::BTreeMap;

/// Runs a test on the site as it is, and looks that the console stays empty.
async fn run(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    run_in(Engine::Firefox, Site::plain()?, async |browser| {
        test(browser).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_console_is_heard() -> Outcome {
    run_in(Engine::Firefox, Site::plain()?, async |browser| {
        let wrong = "addEventListener('load', () => {
                document.body.setAttribute('style', 'color: red');
                console.warn('a word');
                Promise.reject('a promise');
                null.thrown;
            })";
        browser.inject(wrong).await?;
        browser.open("/").await?;
        browser.until("all is said", "return window.faults.length > 3").await?;
        let told = browser.console().await?;
        for word in ["policy style-src-attr inline", "warn a word", "rejected a promise", "error"] {
            assert!(told.iter().any(|line| line.starts_with(word)), "{word}: {told:?}");
        }
        Ok(())
    })
    .await
}

/// What is written in the app, its elements, and how many groups of controls are off; the track is drawn later, and
/// the script at which the parser waits is gone.
const LOOK: &str = "(() => {
        const app = document.querySelector('#app').cloneNode(true);
        for (const drawn of app.querySelectorAll('.track, .brief')) drawn.replaceChildren();
        for (const made of app.querySelectorAll('.rail svg, [data-root] .take')) made.remove();
        const all = [...app.querySelectorAll(':not(script)')];
        return [app.textContent, all.map((one) => `${one.localName}.${one.className}`).join(' '), `${app.querySelectorAll('fieldset:disabled').length}`];
    })()";

#[tokio::test]
async fn the_page_is_taken_over_as_it_stands() -> Outcome {
    run(async |browser| {
        // Everything is parsed by then, and no module has run.
        let before = format!(
            "addEventListener('readystatechange', () => window.before ??= {LOOK}, {{ capture: true }})"
        );
        browser.inject(&before).await?;
        browser.open_ready("/").await?;
        let looks = ["return before", &format!("return {LOOK}")];
        let [before, after] = [browser.list(looks[0]).await?, browser.list(looks[1]).await?];
        assert!(before[0].len() > 50_000 && before[2] != "0", "{} {}", before[0].len(), before[2]);
        assert!(before[..2] == after[..2], "words or elements are others");
        assert_eq!(after[2], "0", "controls that do not answer");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_choice_filters_and_stands_in_the_address() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let whole = view(browser).await?;
        open_panel(browser).await?;
        let landings = choose(browser, "kind", "landing").await?;
        assert_eq!((lines(browser).await?, &*address(browser).await?), (landings, "?kind=landing"));
        browser.ask("history.back()").await?;
        browser.until("Back has led back", "return location.search === ''").await?;
        let back = format!("return document.querySelector('.found').textContent === '{}'", whole.2);
        browser.until("everything shows again", &back).await?;
        assert_eq!(view(browser).await?, whole);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_move_in_the_track() -> Outcome {
    run(track::keys_move).await
}

#[tokio::test]
async fn the_element_answers_and_is_heard() -> Outcome {
    on_hosts_in(Engine::Firefox, Site::plain()?, BTreeMap::new(), async |browser| {
        browser.open("/plain.html").await?;
        browser.ask("document.getElementById('one').scrollIntoView()").await?;
        said(browser, "ready", 1).await?;
        search(browser, "luna").await?;
        let heard = "return heard.at(-1).type === 'ilrs-change' && heard.at(-1).detail.query === 'q=luna&view=timeline' && heard.at(-1).detail.shown > 0";
        browser.until("the page around hears of the search", heard).await?;
        browser.ask("document.getElementById('one').remove()").await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn react_and_the_element_understand_each_other() -> Outcome {
    react::in_and_out(Engine::Firefox).await
}

#[tokio::test]
async fn a_frame_without_an_origin_works_and_has_its_height() -> Outcome {
    works(Engine::Firefox, SANDBOX).await
}
