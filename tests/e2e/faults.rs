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

/// What minifiers, proxies and hosts make of a page that they deliver.
const HOSTS: [(&str, Rewrite); 5] = [
    ("no white space between elements", |page| joined(&page)),
    ("no comments", |page| cut(&page, "<!--", "-->")),
    ("no ends that may be left out", |page| {
        ["</li>", "</dt>", "</dd>", "</td>", "</tr>", "</body>"]
            .iter()
            .fold(page, |page, end| page.replace(end, ""))
    }),
    ("a base", |page| page.replacen("<head>", "<head><base href=\"/\">", 1)),
    ("a script and a banner of theirs", |page| {
        let banner = "<div class=\"cookies\">Cookies</div><script>Object.prototype.theirs = 1; Array.prototype.theirs = 1;</script>";
        page.replacen("<body>", &format!("<body>{banner}"), 1)
    }),
];

type Rewrite = fn(String) -> String;

/// Without white space between two tags.
fn joined(page: &str) -> String {
    let mut parts = page.split('>');
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |page, part| {
        let rest = if part.trim_start().starts_with('<') { part.trim_start() } else { part };
        page + ">" + rest
    })
}

/// Without what stands between two words, and without these.
fn cut(page: &str, from: &str, to: &str) -> String {
    let mut parts = page.split(from);
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |page, part| page + part.split_once(to).map_or("", |(_, rest)| rest))
}

#[tokio::test]
async fn a_page_that_a_host_rewrote_answers() -> Outcome {
    for (name, rewrite) in HOSTS {
        let site = Site::twisted(move |uri: &Uri, answer| match uri.path() {
            "/" => answer.text(rewrite),
            _ => answer,
        })?;
        run_on(site, async |browser| {
            browser.open("/").await?;
            browser.ready().await?;
            browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
            let lines = browser.count(".line").await?;
            assert!((1..50).contains(&lines), "{name}: {lines} lines");
            assert!(!browser.holds(NOTICE).await?, "{name}: the notice shows");
            // What is parsed otherwise and holds as many nodes may cost the first instance of the app, and no more.
            let off = browser.console().await?.iter().any(|line| line.contains("filters are off"));
            assert!(!off, "{name}: filters are off");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A host that knows no Wasm sends it as something else: then it is compiled when all of it has come.
#[tokio::test]
async fn wasm_of_another_type_starts() -> Outcome {
    let plain: Spoil = |mut answer| {
        answer.head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        answer
    };
    run_on(spoilt("/assets/explainer.", "wasm", plain)?, async |browser| {
        browser.open_ready("/").await?;
        browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await
    })
    .await
}

/// Without the script that keeps the place of a reader everything else answers.
#[tokio::test]
async fn the_script_for_the_place_does_not_come() -> Outcome {
    let gone: Spoil = |answer| answer.refused(StatusCode::NOT_FOUND);
    run_on(spoilt("/assets/place.", "js", gone)?, async |browser| {
        browser.open_ready("/#mission-luna-26").await?;
        browser.filtered("typing a word", browser.type_into("input[name=q]", "Luna-26")).await?;
        assert!(!browser.holds(NOTICE).await?, "the notice shows though the filters work");
        Ok(())
    })
    .await
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
