//! A host that drops the slash at the end of an address, below a folder: nothing that the page names is found there, and
//! the page says so without style and script.

use crate::browser::run_on;
use crate::dist;
use crate::outcome::Outcome;
use crate::site::{Answer, Site};
use axum::http::{HeaderValue, StatusCode, Uri, header};

/// The site below `/lunar`, where a folder answers with and without its slash, and nothing anywhere else.
fn site() -> Outcome<Site> {
    let dist = dist::folder()?;
    Site::twisted(move |uri: &Uri, mut answer: Answer| {
        let Some(path) = uri.path().strip_prefix("/lunar") else {
            return answer.refused(StatusCode::NOT_FOUND);
        };
        let file = dist.join(path.trim_matches('/'));
        let file = if file.is_dir() { file.join("index.html") } else { file };
        let kind = match file.extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css",
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        };
        let Ok(body) = std::fs::read(&file) else { return answer.refused(StatusCode::NOT_FOUND) };
        answer.head.status = StatusCode::OK;
        answer.head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        Answer { body, ..answer }
    })
}

#[tokio::test]
async fn the_page_says_what_is_wrong_and_leads_on() -> Outcome {
    const SAYS: &str = "return document.querySelector('.unstyled').checkVisibility()";
    run_on(site()?, async |browser| {
        browser.open("/lunar").await?;
        assert!(browser.holds(SAYS).await?, "the page says nothing");
        let words = browser.words("return document.querySelector('.unstyled').innerText").await?;
        assert!(words.contains("slash"), "{words}");
        browser.open_ready("/lunar/").await?;
        assert!(!browser.holds(SAYS).await?, "it says so though all is well");
        for path in ["mission/luna-26", "sources", "embed"] {
            browser.open(&format!("/lunar/{path}")).await?;
            assert!(browser.holds(SAYS).await?, "{path} says nothing");
            browser.click(".unstyled a").await?;
            let there = format!("return location.pathname === '/lunar/{path}/'");
            browser.until("the link has led on", &there).await?;
            browser
                .until(
                    "there all is well",
                    &format!("return document.readyState === 'complete' && !(() => {{ {SAYS} }})()"),
                )
                .await?;
        }
        Ok(())
    })
    .await
}
