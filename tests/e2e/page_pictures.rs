//! The pictures of the front page: their links lead to the pages of things, keys reach every part and every step, they
//! need no script, on an earlier day they claim nothing that was not known, and an element loads them as a file.

use crate::axe::no_violations;
use crate::browser::{Browser, run};
use crate::host::{on_hosts, on_hosts_with, said};
use crate::keys::{ENTER, RIGHT, TAB};
use crate::outcome::Outcome;
use crate::site::Site;
use axum::http::StatusCode;
use std::collections::BTreeMap;

/// The pictures.
const PICTURES: [&str; 2] = ["scene", "maps"];

/// Puts an element of a view into the page, which begins at once.
const PUT: &str = "const one = document.createElement('ilrs-explainer');
    [one.view, one.id, one.loading] = [arguments[0], 'one', 'eager'];
    document.querySelector('main').append(one)";

/// The links of a picture that are seen, by what they are called.
async fn names(browser: &Browser, picture: &str) -> Outcome<Vec<String>> {
    let script = format!(
        "return [...document.querySelectorAll('figure.{picture} svg a[href]')].filter(a => a.checkVisibility()) \
         .map(a => a.getAttribute('aria-label') ?? '')"
    );
    browser.list(&script).await
}

/// How many parts of a picture are seen.
async fn seen(browser: &Browser, selector: &str) -> Outcome<u64> {
    let script = format!(
        "return [...document.querySelectorAll('{selector}')].filter(one => one.checkVisibility()).length"
    );
    browser.number(&script).await
}

#[tokio::test]
async fn a_part_leads_to_its_page() -> Outcome {
    run(async |browser| {
        for (picture, page) in [("scene", "facility/power-station/"), ("maps", "mission/change-6/")] {
            browser.open_ready("/").await?;
            let link = format!("figure.{picture} a[href=\"{page}\"]");
            browser
                .ask(&format!(
                    "[...document.querySelectorAll('{link}')].find(a => a.checkVisibility()).focus()"
                ))
                .await?;
            browser.press(&[], ENTER).await?;
            let there = format!("return location.pathname === '/{page}' && !!document.querySelector('h1')");
            browser.until(&format!("the page {page}"), &there).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_the_pictures_are_whole_and_have_their_steps() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let mut live = Vec::new();
        for picture in PICTURES {
            live.push(names(browser, picture).await?);
        }
        browser.scripts_off().await?;
        browser.open("/").await?;
        for (picture, live) in PICTURES.into_iter().zip(live) {
            let still = names(browser, picture).await?;
            assert!(still.len() > 10 && still == live, "{picture}: {still:?}");
        }
        let steps = browser.count(".scene .steps input").await?;
        assert!(steps > 10 && seen(browser, ".scene .steps input").await? == steps, "{steps} steps");
        browser.scripts_on().await
    })
    .await
}

#[tokio::test]
async fn keys_reach_every_part_in_order() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        for picture in PICTURES {
            let names = names(browser, picture).await?;
            browser
                .ask(&format!(
                    "[...document.querySelectorAll('figure.{picture} svg a[href]')].find(a => a.checkVisibility()).focus()"
                ))
                .await?;
            for name in &names {
                let here =
                    browser.words("return document.activeElement.getAttribute('aria-label') ?? ''").await?;
                assert_eq!(&here, name, "{picture}");
                browser.press(&[], TAB).await?;
            }
            assert!(names.iter().all(|name| name.contains(", ")), "each has a name and a state: {names:?}");
        }
        Ok(())
    })
    .await
}

/// Radios and the style sheet: arrows choose a step, and what is not of it is faint.
#[tokio::test]
async fn keys_step_through_phases_and_years() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        const FAINT: &str = "return [...document.querySelectorAll('.scene a.part')].filter(a => a.checkVisibility() \
                             && +getComputedStyle(a).opacity < 1).length";
        const CHOSEN: &str = "return +document.activeElement.value";
        for steps in ["of-phase", "of-year"] {
            let first = format!(".scene > form > .{steps} input");
            browser.ask(&format!("document.querySelector('{first}').focus()")).await?;
            assert_eq!(browser.number(FAINT).await?, 0, "{steps}");
            browser.press(&[], RIGHT).await?;
            assert_eq!(browser.number(CHOSEN).await?, 1, "{steps}");
            assert!(browser.number(FAINT).await? > 5, "{steps}");
            browser.click(&first).await?;
        }
        browser.ask("document.querySelector('.scene > form > .of-year input').focus()").await?;
        browser.press(&[], RIGHT).await?;
        assert_eq!((seen(browser, ".scene .now").await?, seen(browser, ".scene .held").await?), (0, 1));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_section_alone_has_its_picture() -> Outcome {
    run(async |browser| {
        // In a frame there is no story, which has its own picture of who joined when.
        for (address, pictures) in [
            ("", &PICTURES[..]),
            ("?view=plan", &["scene"]),
            ("?view=missions", &["maps"]),
            ("?view=participants", &[]),
            ("?view=timeline", &[]),
            ("embed/", &["scene", "maps", "joined"]),
            ("embed/?view=participants", &["joined"]),
            ("embed/?view=timeline", &[]),
        ] {
            browser.open_ready(&format!("/{address}")).await?;
            for picture in ["scene", "maps", "joined"] {
                let there = seen(browser, &format!("figure.{picture}")).await?;
                assert_eq!(there, u64::from(pictures.contains(&picture)), "{picture} at {address}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_earlier_day_claims_nothing_that_was_not_known() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let whole = seen(browser, "figure a").await?;
        browser.ask("document.querySelector('.scene > form > .of-year [value=\"2\"]').click()").await?;
        browser.open_ready("/?asof=2021-01-01").await?;
        let names = names(browser, "maps").await?;
        assert!(names.iter().any(|name| name.starts_with("Chang’e-5, ")), "{names:?}");
        assert!(!names.iter().any(|name| name.starts_with("Chang’e-6, ")), "{names:?}");
        assert!(seen(browser, "figure .otherwise").await? > 0);
        assert_eq!(
            seen(browser, ".otherwise :is(.y, .q, .c), .band").await?,
            0,
            "no date that was not given"
        );
        assert_eq!(browser.count(".otherwise[aria-label]").await?, 0, "nothing is said of how it stands now");
        assert_eq!(seen(browser, ".scene :is(.steps, .say)").await?, 0, "nothing is supposed");
        assert_eq!(seen(browser, "figure .then").await?, 2, "each says for which day it is drawn");
        let back = "history.pushState(null, '', '/'); dispatchEvent(new PopStateEvent('popstate'))";
        browser.filtered("back to today", async { browser.ask(back).await.map(|_| ()) }).await?;
        assert_eq!(seen(browser, "figure a").await?, whole);
        assert_eq!(browser.count("figure :is(.unknown, .otherwise, .away, [data-label])").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_filter_makes_the_others_faint() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?mission=luna-25").await?;
        let clear =
            "return [...document.querySelectorAll('.maps a:not(.away)')].map(a => a.getAttribute('href'))";
        let clear = browser.list(clear).await?;
        let theirs = clear.iter().filter(|to| *to == "mission/luna-25/").count();
        assert!(theirs == 4 && clear.len() < 8, "the chosen one and what is linked to it: {clear:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_on_an_earlier_day() -> Outcome {
    run(async |browser| {
        for (scheme, path) in [("light", "/?view=plan"), ("dark", "/?asof=2023-01-01")] {
            browser.scheme(scheme).await?;
            browser.open_ready(path).await?;
            no_violations(browser).await?;
        }
        Ok(())
    })
    .await
}

const THEIRS: &str = "return [...document.getElementById('one').shadowRoot.querySelectorAll('.pictures figure')] \
                      .filter((one) => one.checkVisibility()).length";

/// Its pages refuse whatever is not to be trusted, markup made from texts too.
#[tokio::test]
async fn an_element_loads_them() -> Outcome {
    on_hosts(async |browser| {
        for (view, number) in [("all", 3), ("plan", 1), ("missions", 1)] {
            browser.open("/empty.html").await?;
            browser.ask_with(PUT, vec![view.into()]).await?;
            said(browser, "ready", 1).await?;
            browser.until(&format!("the pictures of {view}"), &format!("{THEIRS} === {number}")).await?;
            let links = "return [...document.getElementById('one').shadowRoot.querySelectorAll('.pictures a')] \
                         .filter((a) => !a.getAttribute('href').startsWith('http')).length";
            assert_eq!(browser.number(links).await?, 0, "links lead to our site");
        }
        // Another view has none, and asks for none.
        browser.ask("document.getElementById('one').view = 'timeline'").await?;
        browser.until("they go", "return !document.getElementById('one').shadowRoot.querySelector('.pictures')").await?;
        browser.ask("[document.getElementById('one').view, document.getElementById('one').asof] = ['plan', '2021-01-01']").await?;
        let marked = "return !!document.getElementById('one').shadowRoot.querySelector('.scene .otherwise')";
        browser.until("they come again, as of the day", marked).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_element_does_without_them() -> Outcome {
    let ours = Site::twisted(|uri, answer| {
        if uri.path().contains("/pictures.") {
            answer.refused(StatusCode::SERVICE_UNAVAILABLE)
        } else {
            answer
        }
    })?;
    on_hosts_with(ours, BTreeMap::new(), async |browser| {
        browser.open("/empty.html").await?;
        browser.ask_with(PUT, vec!["plan".into()]).await?;
        said(browser, "ready", 1).await?;
        crate::host::search(browser, "power").await?;
        said(browser, "change", 1).await?;
        let cards =
            "return document.getElementById('one').shadowRoot.querySelectorAll('article.card').length";
        assert!(browser.number(cards).await? > 0);
        assert_eq!(browser.number(THEIRS).await?, 0);
        Ok(())
    })
    .await
}

/// Whoever reads or writes in what is taken over, or beside it, notices nothing.
#[tokio::test]
async fn the_focus_stays_where_it_is() -> Outcome {
    const PLACES: [&str; 3] = [".maps svg a[href]", ".tabs li:last-child a", ".line [aria-expanded]"];
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
