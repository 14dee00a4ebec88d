//! The explainer in a frame of another site: it works as on its page, and the site around gives it its height.

use crate::browser::{Browser, run, run_in, run_on};
use crate::driver::Engine;
use crate::outcome::Outcome;
use crate::page::{choose, open_panel};
use crate::site::Site;
use axum::http::{HeaderValue, StatusCode, header};
use serde_json::Value;

/// A sandbox that takes the frame's origin away.
pub const SANDBOX: &str =
    " sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\"";

/// What the host hears, kept from before its own scripts run.
const HEAR: &str = "if (window === top) { window.heard = []; \
                    addEventListener('message', ({ data, origin }) => heard.push({ data, origin })) }";

/// Another site with this page, under a policy that allows what a frame needs and nothing else.
fn host(ours: &str, body: &str) -> Outcome<Site> {
    under(&format!("default-src 'none'; script-src {ours}/frame.js; frame-src {ours} 'self'"), body)
}

/// Another site with this page and policy.
pub fn under(policy: &str, body: &str) -> Outcome<Site> {
    let policy = HeaderValue::from_str(policy)?;
    let body = format!("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title>{body}");
    Site::twisted(move |uri, mut answer| {
        let text = match uri.path() {
            "/host.html" => body.clone(),
            "/evil.html" => EVIL.to_string(),
            _ => return answer,
        };
        let headers = &mut answer.head.headers;
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
        headers.remove(header::CONTENT_SECURITY_POLICY);
        if uri.path() == "/host.html" {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        answer.head.status = StatusCode::OK;
        answer.body = text.into_bytes();
        answer
    })
}

/// A page that speaks as if it were the explainer.
const EVIL: &str = "<!doctype html><title>Evil</title><script>parent.postMessage({ source: 'ilrs-explainer', \
                    version: 1, type: 'ilrs-height', detail: { height: 7777 } }, '*')</script>";

fn frame(ours: &str, rest: &str, sandbox: &str) -> String {
    format!(
        "<iframe src=\"{ours}/embed/{rest}\" title=\"Explainer\" width=\"800\" height=\"400\"{sandbox}></iframe>"
    )
}

fn script(ours: &str) -> String {
    format!("<script type=\"module\" src=\"{ours}/frame.js\"></script>")
}

/// Opens such a page and waits until its frame answers.
async fn opened(browser: &Browser) -> Outcome {
    browser.inject(HEAR).await?;
    browser.open("/host.html").await?;
    browser.until("the frame is ready", "return heard.some(({ data }) => data.type === 'ilrs-ready')").await
}

async fn enter(browser: &Browser) -> Outcome {
    Ok(browser.client().enter_frame(0).await?)
}

async fn leave(browser: &Browser) -> Outcome {
    Ok(browser.client().enter_parent_frame().await?)
}

/// Waits until the frame is as high as what is in it, and gives back how high.
async fn fitted(browser: &Browser) -> Outcome<u64> {
    enter(browser).await?;
    browser.dressed().await?;
    let fits = "const { scrollHeight, clientHeight } = document.documentElement; \
                return innerHeight === document.body.offsetHeight + 1 && scrollHeight === clientHeight";
    browser.until("the frame is as high as its content and does not scroll", fits).await?;
    let height = browser.number("return innerHeight").await?;
    leave(browser).await?;
    Ok(height)
}

/// Waits until the frame has said the height that it comes to have, and says no other by itself.
async fn said_last(browser: &Browser) -> Outcome {
    enter(browser).await?;
    browser.dressed().await?;
    let height = browser.number("return document.body.offsetHeight + 1").await?;
    leave(browser).await?;
    let said = format!(
        "return heard.findLast(({{ data }}) => data.type === 'ilrs-height')?.data.detail.height === {height}"
    );
    browser.until("the frame has said its height", &said).await
}

#[tokio::test]
async fn a_frame_works_and_has_its_height() -> Outcome {
    works(Engine::Chromium, "").await
}

#[tokio::test]
async fn a_frame_without_an_origin_works_and_has_its_height() -> Outcome {
    works(Engine::Chromium, SANDBOX).await
}

/// Opens a frame, filters in it and hears of it.
pub async fn works(engine: Engine, sandbox: &str) -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    run_in(engine, host(&ours, &(script(&ours) + &frame(&ours, "", sandbox)))?, async |browser| {
        opened(browser).await?;
        let origin = if sandbox.is_empty() { &*ours } else { "null" };
        assert_eq!(browser.words("return heard[0].origin").await?, origin);
        let history = browser.number("return history.length").await?;
        let whole = fitted(browser).await?;
        enter(browser).await?;
        open_panel(browser).await?;
        choose(browser, "kind", "landing").await?;
        leave(browser).await?;
        let change = "return heard.some(({ data }) => data.type === 'ilrs-change' && \
                      data.detail.query === 'kind=landing' && data.detail.shown > 0)";
        browser.until("the host hears of the filter", change).await?;
        let filtered = fitted(browser).await?;
        assert!(filtered < whole, "{filtered} pixels are not less than {whole}");
        enter(browser).await?;
        let some = "[...document.querySelectorAll('.line [aria-expanded=false]')].slice(0, 9).forEach((one) => one.click())";
        browser.ask(some).await?;
        leave(browser).await?;
        browser
            .until("it grows", &format!("return document.querySelector('iframe').height > {filtered}"))
            .await?;
        fitted(browser).await?;
        let selected = "return heard.some(({ data }) => data.type === 'ilrs-select' && data.detail.id)";
        browser.until("the host hears of the lines", selected).await?;
        enter(browser).await?;
        browser.filtered("a link that filters", browser.click("main a[href^='?']")).await?;
        browser.click(".tabs a[href='#missions']").await?;
        leave(browser).await?;
        assert_eq!(browser.number("return history.length").await?, history, "the host's history");
        assert_eq!(browser.count("iframe[style]").await?, 0, "the height is an attribute, not a style");
        let console = browser.console().await?;
        assert!(console.is_empty(), "{console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_address_opens_its_card_in_the_frame() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    run_on(host(&ours, &frame(&ours, "?view=missions#mission-change-7", SANDBOX))?, async |browser| {
        opened(browser).await?;
        enter(browser).await?;
        browser
            .until(
                "the card is open",
                "return !!document.querySelector('#mission-change-7 [aria-expanded=true]')",
            )
            .await?;
        assert_eq!(browser.count("#milestones").await?, 0);
        browser.click("#mission-change-7 a[href*='sources/']").await?;
        leave(browser).await?;
        let windows = browser.client().windows().await?;
        assert_eq!(windows.len(), 2, "the sources open outside");
        browser.client().switch_to_window(windows[1].clone()).await?;
        browser.until("they are there", "return location.pathname === '/sources/'").await
    })
    .await
}

#[tokio::test]
async fn a_host_that_comes_late_asks_for_the_height() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    run_on(host(&ours, &frame(&ours, "?view=conflicts", SANDBOX))?, async |browser| {
        opened(browser).await?;
        said_last(browser).await?;
        assert_eq!(browser.words("return document.querySelector('iframe').height").await?, "400");
        let add = "const script = document.createElement('script'); script.type = 'module'; \
                   script.src = arguments[0]; document.head.append(script)";
        browser.ask_with(add, vec![format!("{ours}/frame.js").into()]).await?;
        fitted(browser).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn the_host_believes_the_frame_alone_and_within_bounds() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    run_on(host(&ours, &(script(&ours) + &frame(&ours, "?view=conflicts", "")))?, async |browser| {
        opened(browser).await?;
        let height = fitted(browser).await?.to_string();
        let right = "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: { height: 5000 } }";
        let own = heard(browser, browser.ask(&format!("postMessage({right}, '*')"))).await?;
        assert_eq!(own, height, "the host's own window was believed");
        for wrong in [
            "null",
            "'ilrs-height'",
            "[]",
            "{}",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height' }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: null }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: { height: '5000' } }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: { height: NaN } }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: { height: Infinity } }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-height', detail: { height: { valueOf: 1 } } }",
            "{ source: 'ilrs-explainer', version: 2, type: 'ilrs-height', detail: { height: 5000 } }",
            "{ source: 'ilrs-explainer', version: 1, type: 'ilrs-change', detail: { height: 5000 } }",
            "{ source: 'someone', version: 1, type: 'ilrs-height', detail: { height: 5000 } }",
        ] {
            assert_eq!(from_frame(browser, wrong).await?, height, "{wrong} was believed");
        }
        // What is set is watched: what comes near with a higher frame may make it say its own height again.
        let watch = "window.set = []; const frame = document.querySelector('iframe'); \
                     new MutationObserver(() => set.push(frame.height)).observe(frame, { attributes: true })";
        browser.ask(watch).await?;
        for (sent, expected) in [("1e9", "100000"), ("-5", "100"), ("512.2", "513")] {
            from_frame(browser, &right.replace("5000", sent)).await?;
            browser.until(&format!("{sent} is {expected}"), &format!("return set.includes('{expected}')")).await?;
        }
        assert!(!browser.holds("return set.some((height) => height < 100 || height > 100000)").await?);
        browser.ask("document.querySelector('iframe').contentWindow.postMessage('', '*')").await?;
        fitted(browser).await.map(drop)
    })
    .await
}

/// Has the frame send this, and gives back its height after.
async fn from_frame(browser: &Browser, message: &str) -> Outcome<String> {
    heard(browser, async {
        enter(browser).await?;
        browser.ask(&format!("parent.postMessage({message}, '*')")).await?;
        leave(browser).await?;
        Ok(Value::Null)
    })
    .await
}

/// Waits until the host has heard what is said, and gives back the height of its frame.
async fn heard(browser: &Browser, said: impl Future<Output = Outcome<Value>>) -> Outcome<String> {
    let before = browser.number("return heard.length").await?;
    said.await?;
    browser.until("it is heard", &format!("return heard.length > {before}")).await?;
    browser.words("return document.querySelector('iframe').height").await
}

#[tokio::test]
async fn a_frame_that_went_elsewhere_or_came_from_there_is_not_believed() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    let body = script(&ours)
        + &frame(&ours, "?view=conflicts", "")
        + "<iframe id=\"other\" src=\"/evil.html\" title=\"Other\" height=\"300\"></iframe>";
    run_on(host(&ours, &body)?, async |browser| {
        opened(browser).await?;
        let height = fitted(browser).await?.to_string();
        const SPOKEN: &str = "return heard.filter(({ data }) => data.detail?.height === 7777).length";
        browser.until("the other frame has spoken", &format!("{SPOKEN} === 1")).await?;
        assert_eq!(browser.words("return document.querySelector('#other').height").await?, "300");
        enter(browser).await?;
        let evil = format!("{}/evil.html", browser.site);
        browser.ask_with("location.replace(arguments[0])", vec![evil.into()]).await?;
        leave(browser).await?;
        browser.until("the other page has spoken", &format!("{SPOKEN} === 2")).await?;
        assert_eq!(browser.words("return document.querySelector('iframe').height").await?, height);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_element_needs_two_lines_of_a_strict_policy() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    let policy = format!("default-src 'none'; script-src {ours} 'wasm-unsafe-eval'; connect-src {ours}");
    let body = format!(
        "<script type=\"module\" src=\"{ours}/embed.js\"></script><ilrs-explainer view=\"missions\"></ilrs-explainer>"
    );
    run_on(under(&policy, &body)?, async |browser| {
        browser
            .inject(
                "window.refused = []; addEventListener('securitypolicyviolation', \
                 ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`)); \
                 addEventListener('ilrs-ready', () => window.ready = true)",
            )
            .await?;
        browser.open("/host.html").await?;
        browser.until("the element is ready", "return window.ready === true").await?;
        assert_eq!(browser.list("return refused").await?, [""; 0], "what the policy refused");
        let styled = "const root = document.querySelector('ilrs-explainer').shadowRoot; \
                     return getComputedStyle(root.querySelector('.explainer')).containerName === 'explainer'";
        assert!(browser.holds(styled).await?, "it has no styles");
        Ok(())
    })
    .await
}

/// Whoever opens a frame by itself is its own page around, and would hear what it says, and answer, for ever.
#[tokio::test]
async fn opened_by_itself_it_says_nothing() -> Outcome {
    run(async |browser| {
        browser.inject(HEAR).await?;
        browser.open_ready("/embed/").await?;
        open_panel(browser).await?;
        choose(browser, "kind", "landing").await?;
        assert_eq!(browser.number("return heard.length").await?, 0, "messages to itself");
        Ok(())
    })
    .await
}

/// As WordPress makes a frame of an address: with scripts alone, a secret in the fragment, and a script that hears no other.
#[tokio::test]
async fn a_frame_that_may_only_run_scripts_offers_its_links() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    for secret in ["", "#?secret=AbCdEfGhIj"] {
        let frame = frame(&ours, &format!("?view=conflicts{secret}"), " sandbox=\"allow-scripts\"");
        run_on(host(&ours, &frame)?, async |browser| {
            opened(browser).await?;
            let console = browser.console().await?;
            assert!(console.is_empty(), "{console:#?}");
            let height = "return heard.some(({ data }) => data.message === 'height' \
                          && data.secret === 'AbCdEfGhIj' && data.value > 300)";
            if !secret.is_empty() {
                browser.until("WordPress hears its height", height).await?;
            }
            enter(browser).await?;
            browser.click(".card [aria-expanded]").await?;
            browser.click(".panel-foot a").await?;
            let offered = "const field = document.querySelector('[role=alert] input'); \
                           return !!field && document.activeElement === field && field.value.includes('/conflict/')";
            browser.until("the address is there to be copied", offered).await?;
            leave(browser).await?;
            assert_eq!(browser.client().windows().await?.len(), 1, "nothing was opened");
            let link = "return heard.some(({ data }) => data.message === 'link' && data.value.includes('/conflict/'))";
            assert_eq!(browser.holds(link).await?, !secret.is_empty(), "what WordPress hears of the link");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Styles of the page around that set every height: the frame is as high as it has to be all the same.
#[tokio::test]
async fn styles_of_the_host_do_not_cut_it() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    let styles = "<style>* { height: 120px } iframe { height: 300px !important; max-height: 50vh }</style>";
    let body = styles.to_string() + &script(&ours) + &frame(&ours, "?view=conflicts", SANDBOX);
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src {ours}/frame.js; frame-src {ours}"
    );
    run_on(under(&policy, &body)?, async |browser| {
        opened(browser).await?;
        fitted(browser).await.map(drop)
    })
    .await
}

/// The page names an address from which the site has moved: frame and script are led on.
#[tokio::test]
async fn an_address_that_leads_on_is_the_same_frame() -> Outcome {
    let site = Site::plain()?;
    let ours = site.address.clone();
    let moved = ours.clone();
    let old = Site::twisted(move |uri, mut answer| {
        let to = HeaderValue::from_str(&format!("{moved}{uri}"));
        if let Ok(to) = to {
            answer.head.status = StatusCode::MOVED_PERMANENTLY;
            answer.head.headers.insert(header::LOCATION, to);
            answer.head.headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        answer
    })?;
    let from = old.address.clone();
    let body = script(&from) + &frame(&from, "?view=conflicts", "");
    let policy = format!("default-src 'none'; script-src {from} {ours}; frame-src {from} {ours}");
    run_on(under(&policy, &body)?, async |browser| {
        opened(browser).await?;
        fitted(browser).await.map(drop)
    })
    .await
}
