//! Something the app needs does not come, or comes broken: the reader keeps the page and is told in a sentence.

use crate::browser::{Browser, run, run_on};
use crate::outcome::Outcome;
use crate::site::{Answer, Site};
use axum::http::{HeaderValue, StatusCode, Uri, header};

#[tokio::test]
async fn the_record_is_missing() -> Outcome {
    stays_whole("/assets/record.", |answer| answer.refused(StatusCode::NOT_FOUND)).await
}

#[tokio::test]
async fn the_record_meets_an_error_of_the_server() -> Outcome {
    stays_whole("/assets/record.", |answer| answer.refused(StatusCode::INTERNAL_SERVER_ERROR)).await
}

#[tokio::test]
async fn the_record_is_cut_off() -> Outcome {
    stays_whole("/assets/record.", halved).await
}

#[tokio::test]
async fn the_record_is_something_else() -> Outcome {
    stays_whole("/assets/record.", |answer| answer.text(|_| "{\"hotel\": \"Wi-Fi\"}".to_string())).await
}

#[tokio::test]
async fn the_wasm_is_missing() -> Outcome {
    stays_whole(".wasm", |answer| answer.refused(StatusCode::NOT_FOUND)).await
}

#[tokio::test]
async fn the_wasm_is_corrupt() -> Outcome {
    stays_whole(".wasm", |mut answer| {
        let middle = answer.body.len() / 2;
        answer.body[middle..].fill(0xff);
        answer
    })
    .await
}

#[tokio::test]
async fn the_wasm_is_cut_off() -> Outcome {
    stays_whole(".wasm", halved).await
}

#[tokio::test]
async fn the_glue_is_missing() -> Outcome {
    stays_whole("/assets/explainer.", |answer| match answer.head.headers.get(header::CONTENT_TYPE) {
        Some(kind) if kind.as_bytes().ends_with(b"javascript") => answer.refused(StatusCode::NOT_FOUND),
        _ => answer,
    })
    .await
}

#[tokio::test]
async fn the_policy_refuses_webassembly() -> Outcome {
    stays_whole("", |mut answer| {
        let policy = answer.head.headers.get(header::CONTENT_SECURITY_POLICY);
        let strict = policy
            .and_then(|policy| policy.to_str().ok())
            .map(|policy| policy.replace(" 'wasm-unsafe-eval'", ""));
        if let Some(strict) = strict.and_then(|strict| HeaderValue::from_str(&strict).ok()) {
            answer.head.headers.insert(header::CONTENT_SECURITY_POLICY, strict);
        }
        answer
    })
    .await
}

#[tokio::test]
async fn the_browser_has_no_webassembly() -> Outcome {
    run(async |browser| {
        browser.inject("delete window.WebAssembly").await?;
        told_and_whole(browser).await
    })
    .await
}

/// Spoils what is served under addresses that hold `part`, and looks at what the reader has left.
async fn stays_whole(part: &'static str, spoil: fn(Answer) -> Answer) -> Outcome {
    let spoilt = move |uri: &Uri, answer| if uri.path().contains(part) { spoil(answer) } else { answer };
    run_on(Site::twisted(spoilt)?, told_and_whole).await
}

async fn told_and_whole(browser: &Browser) -> Outcome {
    const CONTENT: [&str; 4] = [".card", ".line", ".question", "#app *"];
    browser.scripts_off().await?;
    browser.open("/").await?;
    let mut whole = Vec::new();
    for selector in CONTENT {
        whole.push(browser.count(selector).await?);
    }
    browser.scripts_on().await?;
    browser.console().await?;
    browser.open("/").await?;
    browser.until("the notice shows", "return document.getElementById('notice').checkVisibility()").await?;
    for (selector, before) in CONTENT.into_iter().zip(whole) {
        assert_eq!(
            browser.count(selector).await?,
            before,
            "`{selector}` on the page, scripts failed against scripts off"
        );
    }
    let notice = browser.words("return document.getElementById('notice').textContent").await?;
    assert!(notice.contains("Filters are off"), "the notice does not say that filters are off: {notice}");
    let enabled = browser.count(".filter :is(input, select, button):enabled").await?;
    assert_eq!(enabled, 0, "controls can be used though nothing answers them");
    let console = browser.console().await?;
    let ours = console.iter().filter(|line| line.contains("ILRS explainer: filters are off")).count();
    assert_eq!(ours, 1, "the console does not say once that filters are off:\n{}", console.join("\n"));
    Ok(())
}

fn halved(mut answer: Answer) -> Answer {
    answer.body.truncate(answer.body.len() / 2);
    answer
}
