//! Others rewrite the text of a page: a browser translates it, an extension marks words or splits texts, before the start
//! or while the page runs. Then every part still shows what it would have shown, the focus stays and nobody dies.

use crate::browser::{Browser, run};
use crate::outcome::{Outcome, fault};

const SCRIPT: &str = include_str!("rewritten.js");

/// Every kind of [`SCRIPT`].
const KINDS: [&str; 12] = [
    "observed",
    "replaced",
    "twice",
    "wrapped",
    "marked",
    "beside",
    "between",
    "attributed",
    "framed",
    "halved",
    "normalized",
    "uncommented",
];

/// What the page says after each step of a reader, in the document or in an element, rewritten so before every step, or
/// by an observer.
async fn read(browser: &Browser, root: &str, kind: Option<&str>) -> Outcome<Vec<String>> {
    let (again, observe) = match kind {
        Some("observed") => ("", "rewrite(below, 'observed');"),
        Some(kind) => (&*format!(", () => rewrite(below, '{kind}')"), ""),
        None => ("", ""),
    };
    let script = format!(
        "{SCRIPT}; const root = {root}; const below = root.querySelector('.explainer').parentNode; {observe} \
         return read(root{again})"
    );
    browser.list(&script).await
}

/// Both say the same, step by step.
fn same(kind: &str, plain: &[String], other: &[String]) -> Outcome {
    for (plain, other) in plain.iter().zip(other) {
        if let Some(at) = plain.bytes().zip(other.bytes()).position(|(a, b)| a != b) {
            let around = |words: &str| {
                let (start, end) = (at.saturating_sub(80), (at + 80).min(words.len()));
                words[words.floor_char_boundary(start)..words.ceil_char_boundary(end)].to_string()
            };
            let step = plain.split(':').next().unwrap_or_default();
            return Err(fault(format!(
                "{kind}, after {step}:\n  {}\ninstead of\n  {}",
                around(other),
                around(plain)
            )));
        }
        assert_eq!(plain.len(), other.len(), "{kind}: {}", &other[other.len().saturating_sub(300)..]);
    }
    assert_eq!(plain.len(), other.len(), "{kind}");
    Ok(())
}

async fn silent(browser: &Browser, kind: &str) -> Outcome {
    assert_eq!(browser.console().await?, [""; 0], "{kind}: the console");
    Ok(())
}

#[tokio::test]
async fn while_the_page_runs() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let plain = read(browser, "document", None).await?;
        assert!(plain.len() > 20 && plain.iter().all(|words| words.len() > 1000), "next to nothing was read");
        for kind in KINDS {
            browser.open_ready("/").await?;
            let rewritten = read(browser, "document", Some(kind)).await?;
            same(kind, &plain, &rewritten)?;
            silent(browser, kind).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn before_the_start() -> Outcome {
    let mut plain = Vec::new();
    run(async |browser| {
        browser.open_ready("/").await?;
        plain = read(browser, "document", None).await?;
        Ok(())
    })
    .await?;
    for kind in ["replaced", "marked", "between", "attributed", "halved", "uncommented"] {
        run(async |browser| {
            browser
                .inject(&format!(
                    "document.addEventListener('readystatechange', () => {{ {SCRIPT}; \
                     if (document.readyState === 'interactive') rewrite(document.getElementById('app'), '{kind}') }})"
                ))
                .await?;
            browser.open("/").await?;
            browser.ready().await?;
            same(kind, &plain, &read(browser, "document", None).await?)?;
            silent(browser, kind).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_the_element() -> Outcome {
    const ELEMENT: &str = "document.querySelector('ilrs-explainer').shadowRoot";
    run(async |browser| {
        let mut plain = Vec::new();
        for kind in [None, Some("observed"), Some("marked"), Some("halved")] {
            browser.open("/licences/").await?;
            let add = "return new Promise((ready) => { addEventListener('ilrs-ready', ready, { once: true });
                return import('/embed.js').then(() => {
                    const element = document.createElement('ilrs-explainer');
                    element.setAttribute('loading', 'eager');
                    document.body.prepend(element);
                }) }).then(() => true)";
            browser.ask(add).await?;
            let said = read(browser, ELEMENT, kind).await?;
            match kind {
                None => plain = said,
                Some(kind) => {
                    same(kind, &plain, &said)?;
                    silent(browser, kind).await?;
                }
            }
        }
        Ok(())
    })
    .await
}

/// What a translation has changed stays translated where nothing else is said, and what is new is new.
#[tokio::test]
async fn a_translation_stays_where_nothing_changes() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let translate = format!("{SCRIPT}; KINDS.replaced = (text) => text.replaceWith(wrapped('font', text.data.toUpperCase())); \
                                 rewrite(document.querySelector('[data-root=controls]'), 'replaced')");
        browser.ask(&translate).await?;
        browser.filtered("typing a word", browser.type_into("[name=q]", "Luna-26")).await?;
        let found = browser.words("return document.querySelector('.found').textContent").await?;
        let lines = browser.count(".line").await?;
        assert!(lines < 50 && found.starts_with(&format!("{lines} of ")), "{lines} lines under “{found}”");
        let label = browser.words("return document.querySelector('.search > span').textContent").await?;
        assert_eq!(label, label.to_uppercase(), "what is unchanged is no longer translated");
        silent(browser, "uppercase").await
    })
    .await
}
