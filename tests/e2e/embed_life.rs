//! Elements come, move, leave and return, also while they load, and whatever becomes of the code they share.

use crate::browser::Browser;
use crate::host::{falls_back, on_hosts, on_hosts_with, said, search};
use crate::outcome::Outcome;
use crate::site::Site;
use serde_json::json;
use std::collections::BTreeMap;

/// Holds back whatever scripts fetch, until `release()`.
const HOLD: &str = "const own = fetch, held = new Promise((then) => release = then);
    fetching = 0;
    fetch = async (...all) => { fetching += 1; await held; return own(...all) };";

/// An element that starts at once, and whether it shows what it is asked for.
const MAKE: &str = "make = (id, view) => {
        const one = document.createElement('ilrs-explainer');
        Object.assign(one, { id, view, loading: 'eager', innerHTML: '<p class=fallback>Theirs</p>' });
        document.querySelector('main').append(one);
        return one;
    };
    root = (one) => [...one.shadowRoot.children].find((child) => child.localName === 'div');
    roots = (one) => [...one.shadowRoot.children].filter((child) => child.localName === 'div').length;
    shows = (one, view) => roots(one) === 1 && one.query === `view=${view}` && !!one.shadowRoot.getElementById(view)";

async fn ready(browser: &Browser, path: &str) -> Outcome {
    browser.inject(MAKE).await?;
    browser.open(path).await
}

#[tokio::test]
async fn two_share_one_module_and_stay_apart() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/two.html").await?;
        said(browser, "ready", 2).await?;
        let asked = browser.network("Network.requestWillBeSent").await?;
        let urls: Vec<_> = asked.iter().filter_map(|asked| asked["request"]["url"].as_str()).collect();
        for kind in [".wasm", "boot.", "embed.js"] {
            assert_eq!(urls.iter().filter(|url| url.contains(kind)).count(), 1, "{kind}: {urls:#?}");
        }
        search(browser, "luna").await?;
        browser
            .until("one searches", "return document.getElementById('one').query === 'q=luna&view=timeline'")
            .await?;
        assert_eq!(browser.words("return document.getElementById('two').query").await?, "view=conflicts");
        assert_eq!(
            browser
                .words("return document.getElementById('two').shadowRoot.querySelector('[name=q]').value")
                .await?,
            ""
        );
        browser.ask("document.getElementById('one').remove()").await?;
        browser.ask("document.getElementById('two').kind = 'launch'").await?;
        browser
            .until(
                "the other lives on",
                "return document.getElementById('two').query === 'kind=launch&view=conflicts'",
            )
            .await
    })
    .await
}

#[tokio::test]
async fn moved_it_keeps_its_state_and_returned_it_starts_afresh() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/two.html").await?;
        said(browser, "ready", 2).await?;
        search(browser, "luna").await?;
        browser.until("it searches", "return document.getElementById('one').query === 'q=luna&view=timeline'").await?;
        let moved = "kept = document.getElementById('one');
            inner = kept.shadowRoot.querySelector('.explainer');
            kept.remove();
            document.getElementById('elsewhere').append(kept)";
        browser.ask(moved).await?;
        let stands = "return new Promise((then) => setTimeout(() => then(inner.isConnected && kept.query === 'q=luna&view=timeline' && inner.getRootNode().host === kept)))";
        assert!(browser.holds(stands).await?, "a moved element keeps its state");
        let input = "return kept.shadowRoot.querySelector('[name=q]').value";
        assert_eq!(browser.words(input).await?, "luna");

        browser.ask("kept.remove()").await?;
        assert_eq!(browser.ask("return [kept.query, kept.shadowRoot.querySelector('.explainer')]").await?, json!(["", null]));
        browser.ask("kept.view = 'promises'; document.getElementById('elsewhere').append(kept)").await?;
        said(browser, "ready", 3).await?;
        assert_eq!(browser.words("return kept.query").await?, "view=promises");
        assert_eq!(browser.words(input).await?, "");
        assert_eq!(browser.number("return kept.shadowRoot.querySelectorAll('[part=section]').length").await?, 1);
        let place = "return [...kept.shadowRoot.children].map((child) => child.localName) \
                     .filter((name) => name !== 'link').join()";
        assert_eq!(browser.words(place).await?, "section,div", "one place, and no fallback beside it");
        search(browser, "x").await // the other one still answers keys
    })
    .await
}

#[tokio::test]
async fn removed_while_it_loads() -> Outcome {
    on_hosts(async |browser| {
        browser.inject(HOLD).await?;
        ready(browser, "/empty.html").await?;
        browser.ask("one = make('one', 'timeline')").await?;
        browser.until("it loads", "return fetching > 0").await?;
        browser.ask("one.remove()").await?;
        browser.ask("two = make('two', 'conflicts'); one.view = 'promises'; document.querySelector('main').append(one); release()").await?;
        browser.until("both run, once", "return shows(two, 'conflicts') && shows(one, 'promises')").await?;
        assert_eq!(browser.number("return heard.length").await?, 2);
        browser.ask("three = make('three', 'missions'); three.remove()").await?;
        browser.ask("return three.start()").await?;
        assert_eq!(browser.ask("return [roots(three), heard.length]").await?, json!([0, 2]));
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn removed_between_its_mount_and_its_first_frame() -> Outcome {
    on_hosts(async |browser| {
        ready(browser, "/empty.html").await?;
        // Told of its place by the browser before anything is drawn there.
        let hasty = "one = make('one', 'timeline');
            new MutationObserver((_, watch) => {
                if (!roots(one)) return;
                watch.disconnect();
                gone = true;
                one.remove();
            }).observe(one.shadowRoot, { childList: true })";
        browser.ask(hasty).await?;
        browser.until("it is gone", "return window.gone === true").await?;
        browser.ask("two = make('two', 'conflicts')").await?;
        browser.until("another runs", "return shows(two, 'conflicts')").await?;
        browser.ask("document.querySelector('main').append(one)").await?;
        browser.until("and it too", "return shows(one, 'timeline')").await?;
        two_says_nothing_of_one(browser).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

async fn two_says_nothing_of_one(browser: &Browser) -> Outcome {
    let said =
        "return heard.filter(({ type }) => type === 'ilrs-ready').map(({ id, detail }) => id + detail.query)";
    assert_eq!(browser.list(said).await?, ["twoview=conflicts", "oneview=timeline"]);
    Ok(())
}

#[tokio::test]
async fn an_app_is_taken_over_without_a_trace() -> Outcome {
    on_hosts(async |browser| {
        ready(browser, "/empty.html").await?;
        browser.ask("one = make('one', 'timeline')").await?;
        said(browser, "ready", 1).await?;
        search(browser, "luna").await?;
        said(browser, "change", 1).await?;
        browser.ask("old = root(one); one.remove()").await?;
        browser.until("it shows nothing", "return !old.querySelector('article, .line')").await?;
        browser.ask("two = make('two', 'conflicts')").await?;
        browser
            .until("it is taken over", "return shows(two, 'conflicts') && two.shadowRoot.contains(old)")
            .await?;
        assert_eq!(browser.words("return two.shadowRoot.querySelector('[name=q]').value").await?, "");
        browser.ask("one.q = 'x'").await?;
        assert_eq!(browser.words("return two.query").await?, "view=conflicts");
        Ok(())
    })
    .await
}

/// The next thing that is put into the document cannot be.
const BREAK: &str = "const put = Node.prototype.insertBefore; \
    Node.prototype.insertBefore = function () { Node.prototype.insertBefore = put; throw new Error('broken') }";

#[tokio::test]
async fn what_dies_starts_afresh_once() -> Outcome {
    on_hosts(async |browser| {
        ready(browser, "/empty.html").await?;
        browser.ask("one = make('one', 'conflicts'); two = make('two', 'timeline'); three = make('three', 'missions')").await?;
        said(browser, "ready", 3).await?;
        browser.ask("three.remove()").await?; // its app waits, and dies too
        browser.ask(BREAK).await?;
        browser.ask("one.removeAttribute('view')").await?;
        said(browser, "ready", 5).await?;
        browser.until("both run again", "return roots(one) === 1 && one.query === '' && shows(two, 'timeline')").await?;
        browser.ask("document.querySelector('main').append(three)").await?;
        browser.until("a new place runs too", "return shows(three, 'missions')").await?;
        browser.ask(BREAK).await?;
        browser.ask("one.view = 'missions'").await?; // fewer parts
        browser.ask("one.removeAttribute('view')").await?;
        said(browser, "error", 2).await?;
        let left = "return [one, two].map((one) => roots(one) === 0 && one.query === '' && one.querySelector('p').checkVisibility())";
        assert_eq!(browser.ask(left).await?, json!([true, true]));
        browser.until("the one that had not died starts afresh", "return shows(three, 'missions')").await
    })
    .await
}

#[tokio::test]
async fn another_record_while_the_first_one_loads() -> Outcome {
    let theirs = BTreeMap::from([("never.json".to_string(), b"{}".to_vec())]);
    on_hosts_with(Site::plain()?, theirs, async |browser| {
        browser.inject(HOLD).await?;
        ready(browser, "/empty.html").await?;
        browser.ask("one = make('one', 'timeline'); one.src = 'never.json'").await?;
        browser.until("it loads", "return fetching > 0").await?;
        browser.ask("one.src = 'other.json'; one.src = null; release()").await?;
        browser.until("the last one counts", "return shows(one, 'timeline')").await?;
        assert_eq!(browser.number("return heard.length").await?, 1);
        browser.ask("one.src = 'never.json'").await?;
        said(browser, "error", 1).await?;
        assert!(browser.holds("return roots(one) === 0 && one.querySelector('p').checkVisibility()").await?);
        browser.ask("one.removeAttribute('src')").await?;
        said(browser, "ready", 2).await?;
        browser
            .until(
                "it has recovered",
                "return shows(one, 'timeline') && !one.shadowRoot.querySelector('p.problem')",
            )
            .await
    })
    .await
}

#[tokio::test]
async fn a_lazy_one_waits_in_vain_when_removed() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/plain.html").await?;
        browser.until("it is defined", "return !!customElements.get('ilrs-explainer')").await?;
        browser.ask("one = document.getElementById('one'); one.remove()").await?;
        browser.ask("document.querySelector('main').prepend(one)").await?;
        said(browser, "ready", 1).await?;
        assert!(!falls_back(browser).await?);
        Ok(())
    })
    .await
}
