//! Something the app needs does not come, or comes broken: the reader keeps the page and is told in a sentence.

use crate::browser::{Browser, run, run_on};
use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::site::{Answer, Site};
use axum::http::{HeaderValue, StatusCode, Uri, header};

/// What can happen to any file on its way.
const FAULTS: [(&str, Spoil); 4] = [
    ("404", |answer| answer.refused(StatusCode::NOT_FOUND)),
    ("500", |answer| answer.refused(StatusCode::INTERNAL_SERVER_ERROR)),
    ("cut off", Answer::cut),
    ("halved", Answer::halved),
];

type Spoil = fn(Answer) -> Answer;

#[tokio::test]
async fn the_record_does_not_come() -> Outcome {
    each_fault("/assets/record.", "bin", 1).await
}

#[tokio::test]
async fn the_record_is_something_else() -> Outcome {
    stays_whole("/assets/record.", "bin", |answer| answer.text(|_| "{\"hotel\": \"Wi-Fi\"}".to_string()), 1)
        .await
}

#[tokio::test]
async fn the_wasm_does_not_come() -> Outcome {
    each_fault("/assets/explainer.", "wasm", 1).await
}

#[tokio::test]
async fn the_wasm_is_corrupt() -> Outcome {
    let spoil: Spoil = |mut answer| {
        let middle = answer.body.len() / 2;
        answer.body[middle..].fill(0xff);
        answer
    };
    stays_whole("/assets/explainer.", "wasm", spoil, 1).await
}

#[tokio::test]
async fn the_glue_does_not_come() -> Outcome {
    each_fault("/assets/explainer.", "js", 1).await
}

/// Without the script that starts the app nobody is left to say why; the notice shows by its style alone.
#[tokio::test]
async fn the_script_that_starts_does_not_come() -> Outcome {
    each_fault("/assets/boot.", "js", 0).await
}

/// Scripts that a host sends as plain text, or that a rewriter gives another type, do not run at all.
#[tokio::test]
async fn no_script_of_ours_runs() -> Outcome {
    let plain: Spoil = |mut answer| {
        answer.head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        answer
    };
    let rewritten: Spoil = |answer| match answer.is_page() {
        true => answer.text(|page| page.replace("type=\"module\"", "type=\"0f3-module\"")),
        false => answer,
    };
    for (end, spoil) in [("js", plain), ("/", rewritten)] {
        run_on(spoilt("", end, spoil)?, async |browser| {
            for path in ["/", "/embed/"] {
                browser.open(path).await?;
                browser.until("the notice shows", NOTICE).await?;
                let enabled = browser.count(".filter :is(input, select, button):enabled").await?;
                assert_eq!(enabled, 0, "{path}: controls can be used though nothing answers them");
            }
            browser.open("/embedding/").await?;
            let shown = "return Array.from(document.querySelectorAll('[data-live]')).some((one) => one.checkVisibility())";
            assert!(!browser.holds(shown).await?, "the choices show though nothing answers them");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A page that was kept while the site moved on: what it names is gone, and what is newer is none of its business.
#[tokio::test]
async fn an_old_page_whose_record_is_gone_says_to_reload() -> Outcome {
    let site = Site::twisted(|_: &Uri, answer| if answer.is_page() { answer.text(aged) } else { answer })?;
    run_on(site, async |browser| {
        told_and_whole(browser, 1).await?;
        only_its_own(browser).await
    })
    .await
}

#[tokio::test]
async fn an_old_page_beside_a_newer_record_loads_its_own() -> Outcome {
    let own = dist::encoded()?;
    let site = Site::twisted(move |uri: &Uri, mut answer| match uri.path() {
        path if path.contains(OLD) => {
            answer.head.status = StatusCode::OK;
            Answer { body: own.clone(), ..answer }
        }
        path if path.contains("/assets/record.") => answer.text(|_| "newer".to_string()),
        _ if answer.is_page() => answer.text(aged),
        _ => answer,
    })?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
        assert!(!browser.holds(NOTICE).await?, "the notice shows though the filters work");
        only_its_own(browser).await
    })
    .await
}

const NOTICE: &str = "return document.getElementById('notice').checkVisibility()";

/// The hash of a record of which the site knows nothing.
const OLD: &str = "0123456789ab";

/// The page with another record's name.
fn aged(page: String) -> String {
    let mut out = String::with_capacity(page.len());
    let mut parts = page.split("record.en.");
    out.extend(parts.next());
    for part in parts {
        out.push_str("record.en.");
        out.push_str(OLD);
        out.push_str(part.find('.').map_or("", |end| &part[end..]));
    }
    out
}

async fn only_its_own(browser: &Browser) -> Outcome {
    let sent = browser.network("Network.requestWillBeSent").await?;
    let urls = sent.iter().filter_map(|sent| sent["request"]["url"].as_str());
    let records: Vec<&str> = urls.filter(|url| url.contains("/assets/record.")).collect();
    assert!(!records.is_empty(), "no record was asked for");
    let others: Vec<&&str> = records.iter().filter(|url| !url.contains(OLD)).collect();
    assert!(others.is_empty(), "the page asked for a record that is not its own: {others:?}");
    Ok(())
}

#[tokio::test]
async fn the_policy_refuses_webassembly() -> Outcome {
    let spoil: Spoil = |mut answer| {
        let policy = answer.head.headers.get(header::CONTENT_SECURITY_POLICY);
        let strict = policy
            .and_then(|policy| policy.to_str().ok())
            .map(|policy| policy.replace(" 'wasm-unsafe-eval'", ""));
        if let Some(strict) = strict.and_then(|strict| HeaderValue::from_str(&strict).ok()) {
            answer.head.headers.insert(header::CONTENT_SECURITY_POLICY, strict);
        }
        answer
    };
    stays_whole("/", "", spoil, 1).await
}

#[tokio::test]
async fn the_browser_has_no_webassembly() -> Outcome {
    run(async |browser| {
        browser.inject("delete window.WebAssembly").await?;
        told_and_whole(browser, 1).await
    })
    .await
}

async fn each_fault(start: &'static str, end: &'static str, said: usize) -> Outcome {
    for (name, spoil) in FAULTS {
        let done = stays_whole(start, end, spoil, said).await;
        done.map_err(|error| fault(format!("{name}: {error:?}")))?;
    }
    Ok(())
}

/// Spoils the file whose address has this in it and ends so, and looks at what the reader has left; `said` is how
/// often the console says so.
async fn stays_whole(start: &'static str, end: &'static str, spoil: Spoil, said: usize) -> Outcome {
    run_on(spoilt(start, end, spoil)?, async |browser| told_and_whole(browser, said).await).await
}

fn spoilt(start: &'static str, end: &'static str, spoil: Spoil) -> Outcome<Site> {
    Site::twisted(move |uri: &Uri, answer| {
        let path = uri.path();
        if path.contains(start) && path.ends_with(end) { spoil(answer) } else { answer }
    })
}

async fn told_and_whole(browser: &Browser, said: usize) -> Outcome {
    const CONTENT: [&str; 3] = [".card", ".line", "#app *:not(script)"];
    browser.scripts_off().await?;
    browser.open("/").await?;
    let mut whole = Vec::new();
    for selector in CONTENT {
        whole.push(browser.count(selector).await?);
    }
    browser.scripts_on().await?;
    browser.console().await?;
    browser.open("/").await?;
    browser.until("the notice shows", NOTICE).await?;
    for (selector, before) in CONTENT.into_iter().zip(whole) {
        assert_eq!(
            browser.count(selector).await?,
            before,
            "`{selector}` on the page, scripts failed against scripts off"
        );
    }
    let notice = browser.words("return document.getElementById('notice').textContent").await?;
    assert!(notice.contains("Filters are off"), "the notice does not say that filters are off: {notice}");
    assert!(notice.contains("reload"), "the notice does not say what may help: {notice}");
    let enabled = browser.count(".filter :is(input, select, button):enabled").await?;
    assert_eq!(enabled, 0, "controls can be used though nothing answers them");
    let console = browser.console().await?;
    let ours = console.iter().filter(|line| line.contains("ILRS explainer: filters are off")).count();
    assert_eq!(ours, said, "how often the console says that filters are off:\n{}", console.join("\n"));
    Ok(())
}
