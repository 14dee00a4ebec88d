//! axe-core finds nothing, in every view, scheme and state.

use crate::browser::{Browser, run};
use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::page::open_panel;
use serde_json::Value;

#[tokio::test]
async fn the_page_in_light() -> Outcome {
    clean("light", "/", async |_| Ok(())).await
}

#[tokio::test]
async fn the_page_in_dark() -> Outcome {
    clean("dark", "/", async |_| Ok(())).await
}

#[tokio::test]
async fn the_filter_panel_open_in_light() -> Outcome {
    clean("light", "/?kind=landing", open_panel).await
}

#[tokio::test]
async fn the_filter_panel_open_in_dark() -> Outcome {
    clean("dark", "/?kind=landing", open_panel).await
}

#[tokio::test]
async fn cards_open_in_light() -> Outcome {
    clean("light", "/?mission=luna-26", open_cards).await
}

#[tokio::test]
async fn cards_open_in_dark() -> Outcome {
    clean("dark", "/?mission=luna-26", open_cards).await
}

#[tokio::test]
async fn every_card_and_every_line_open() -> Outcome {
    for view in ["plan", "missions", "participants", "promises", "timeline", "conflicts", "compare"] {
        clean("light", &format!("/?view={view}"), open_cards).await?;
    }
    Ok(())
}

/// The pages as they are opened are below; here is what a reader opens in them.
#[tokio::test]
async fn a_card_and_the_filter_open_in_other_languages() -> Outcome {
    for folder in ["zh", "ru"] {
        for scheme in ["light", "dark"] {
            clean(scheme, &format!("/{folder}/?mission=luna-26"), async |browser| {
                open_panel(browser).await?;
                open_cards(browser).await
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_pages_of_things() -> Outcome {
    run(async |browser| {
        for page in [
            "mission/luna-26/",
            "participant/china/",
            "milestone/luna-26-launch/",
            "conflict/change-7-flown/",
            "compare/",
            "404.html",
            "zh/",
            "ru/",
            "zh/mission/change-7/",
            "ru/mission/change-7/",
            "ru/404.html",
        ] {
            for scheme in ["light", "dark"] {
                browser.scheme(scheme).await?;
                browser.open(&format!("/{page}")).await?;
                no_violations(browser).await?;
                // axe looks at no words in drawings: one that no rule reaches is black on either ground.
                let black = "return [...document.querySelectorAll('main svg text')] \
                             .filter((one) => getComputedStyle(one).fill === 'rgb(0, 0, 0)').length";
                assert_eq!(browser.number(black).await?, 0, "words in the drawings of {page} have no colour");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_table_in_light() -> Outcome {
    clean("light", "/?view=table", async |_| Ok(())).await
}

#[tokio::test]
async fn the_table_in_dark() -> Outcome {
    clean("dark", "/?view=table", async |_| Ok(())).await
}

#[tokio::test]
async fn a_chosen_theme_against_the_system() -> Outcome {
    clean("light", "/?theme=dark&kind=landing", open_panel).await
}

#[tokio::test]
async fn the_frame_in_light() -> Outcome {
    clean("light", "/embed/", open_panel).await
}

#[tokio::test]
async fn the_frame_in_dark() -> Outcome {
    clean("dark", "/embed/", open_panel).await
}

#[tokio::test]
async fn nothing_found() -> Outcome {
    clean("light", "/?q=zzzzzz&kind=landing", async |_| Ok(())).await
}

#[tokio::test]
async fn dimmed() -> Outcome {
    clean("light", "/?kind=landing&mode=dim&view=timeline", async |_| Ok(())).await
}

#[tokio::test]
async fn a_narrow_window() -> Outcome {
    clean("light", "/?kind=landing", async |browser| {
        browser.window(320, 640).await?;
        open_panel(browser).await
    })
    .await
}

#[tokio::test]
async fn the_sources_in_light() -> Outcome {
    sources("light").await
}

#[tokio::test]
async fn the_sources_in_dark() -> Outcome {
    sources("dark").await
}

async fn open_cards(browser: &Browser) -> Outcome {
    browser.ask("document.querySelectorAll('main details').forEach(e => e.open = true)").await?;
    browser.open_all().await
}

async fn clean(scheme: &str, path: &str, prepare: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    run(async |browser| {
        browser.scheme(scheme).await?;
        browser.open_ready(path).await?;
        prepare(browser).await?;
        no_violations(browser).await
    })
    .await
}

async fn sources(scheme: &str) -> Outcome {
    run(async |browser| {
        browser.scheme(scheme).await?;
        for path in ["/sources/", "/licences/", "/embedding/", "/changes/"] {
            browser.open(path).await?;
            no_violations(browser).await?;
        }
        Ok(())
    })
    .await
}

/// Runs axe-core in the page. The driver brings it in, since the page's policy admits no foreign script.
pub async fn no_violations(browser: &Browser) -> Outcome {
    const RUN: &str = "const done = arguments[arguments.length - 1]; \
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']; \
        axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }) \
           .then(found => done(found.violations), error => done(String(error)))";
    browser.ask(&dist::axe()?).await?;
    let found = browser.client().execute_async(RUN, Vec::new()).await?;
    let violations = found.as_array().ok_or_else(|| fault(format!("axe-core failed: {found}")))?;
    let told: Vec<String> = violations.iter().map(tell).collect();
    assert!(told.is_empty(), "axe-core finds:\n{}", told.join("\n"));
    Ok(())
}

/// A violation in a few lines: its rule, and where it was found.
fn tell(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    let places =
        nodes.clone().take(3).map(|node| format!("\n  {}\n    {}", node["html"], node["failureSummary"]));
    format!(
        "{} ({}): {} [{} places]{}",
        violation["id"].as_str().unwrap_or("?"),
        violation["impact"].as_str().unwrap_or("?"),
        violation["help"].as_str().unwrap_or("?"),
        nodes.clone().count(),
        places.collect::<String>()
    )
}
