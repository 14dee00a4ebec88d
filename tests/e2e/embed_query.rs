//! Attributes and properties say what is asked; `query` and events what is shown.

use crate::browser::Browser;
use crate::host::{on_hosts, said, search};
use crate::outcome::Outcome;
use serde_json::{Value, json};

/// Puts an element into the page with these attributes, and waits until its controls answer.
async fn put(browser: &Browser, path: &str, attributes: Value) -> Outcome {
    browser.open(path).await?;
    let put = "const one = document.createElement('ilrs-explainer');
        for (const [name, value] of Object.entries(arguments[0])) one.setAttribute(name, value);
        one.loading = 'eager';
        one.id = 'one';
        document.querySelector('main').append(one)";
    browser.ask_with(put, vec![attributes]).await?;
    said(browser, "ready", 1).await
}

async fn query(browser: &Browser) -> Outcome<String> {
    browser.words("return document.getElementById('one').query").await
}

async fn last(browser: &Browser) -> Outcome<Value> {
    browser.ask("return heard.at(-1)").await
}

#[tokio::test]
async fn attributes_ask_and_properties_mirror_them() -> Outcome {
    on_hosts(async |browser| {
        put(browser, "/empty.html", json!({ "view": "timeline", "kind": "launch~landing", "q": "a & b=ü" }))
            .await?;
        assert_eq!(query(browser).await?, "q=a%20%26%20b%3D%C3%BC&kind=landing~launch&view=timeline");
        let ready = last(browser).await?;
        assert_eq!((&ready["type"], &ready["id"]), (&json!("ilrs-ready"), &json!("one")));
        assert_eq!(ready["detail"], json!({ "query": query(browser).await?, "shown": 0 }));
        let mirror = "const one = document.getElementById('one'), said = [];
            one.q = null; said.push(one.hasAttribute('q'), one.q);
            one.from = 2026; said.push(one.getAttribute('from'), one.from);
            one.setAttribute('kind', 'landing'); said.push(one.kind);
            return said";
        assert_eq!(browser.ask(mirror).await?, json!([false, "", "2026", "2026", "landing"]));
        browser
            .until(
                "the query follows",
                "return document.getElementById('one').query === 'kind=landing&from=2026&view=timeline'",
            )
            .await?;
        said(browser, "change", 1).await?;
        let change = last(browser).await?;
        assert_eq!(change["detail"]["query"], json!("kind=landing&from=2026&view=timeline"));
        assert!(change["detail"]["shown"].as_u64().is_some_and(|shown| shown > 0), "{change}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_reader_chose_stays_when_an_attribute_changes() -> Outcome {
    on_hosts(async |browser| {
        put(browser, "/empty.html", json!({ "view": "timeline" })).await?;
        search(browser, "luna").await?;
        browser
            .until(
                "the search is on show",
                "return document.getElementById('one').query.startsWith('q=luna&')",
            )
            .await?;
        assert_eq!(
            browser.words("return document.getElementById('one').q").await?,
            "",
            "attributes are input only"
        );
        browser.ask("document.getElementById('one').theme = 'dark'").await?;
        browser
            .until(
                "both hold",
                "return document.getElementById('one').query === 'q=luna&view=timeline&theme=dark'",
            )
            .await?;
        browser.ask("document.getElementById('one').removeAttribute('theme')").await?;
        browser
            .until("one holds", "return document.getElementById('one').query === 'q=luna&view=timeline'")
            .await
    })
    .await
}

#[tokio::test]
async fn a_card_that_is_opened_is_said() -> Outcome {
    on_hosts(async |browser| {
        put(browser, "/empty.html", json!({ "view": "missions" })).await?;
        let open = "document.getElementById('one').shadowRoot.querySelector('#mission-luna-26 [aria-expanded]').click()";
        browser.ask(open).await?;
        said(browser, "select", 1).await?;
        assert_eq!(last(browser).await?, json!({ "type": "ilrs-select", "id": "one", "detail": { "type": "mission", "id": "luna-26" } }));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_set_early_or_while_it_starts_is_not_lost() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        let early = "document.querySelector('main').addEventListener('ilrs-ready', ({ target }) => target.kind = 'loss', { once: true });
            const one = document.createElement('ilrs-explainer');
            one.id = 'one';
            one.loading = 'eager';
            one.q = 'x';
            document.querySelector('main').append(one);
            one.view = 'timeline';
            queueMicrotask(() => one.q = 'luna')";
        browser.ask(early).await?;
        browser.until("all is asked", "return document.getElementById('one').query === 'q=luna&kind=loss&view=timeline'").await?;
        // Before the element is defined a property is an ordinary one.
        let undefined = "const other = document.implementation.createHTMLDocument('').createElement('ilrs-explainer');
            other.view = 'conflicts';
            other.loading = 'eager';
            document.querySelector('main').append(other);
            other.id = 'two';
            return [other.getAttribute('view'), Object.hasOwn(other, 'view')]";
        assert_eq!(browser.ask(undefined).await?, json!(["conflicts", false]));
        browser.until("it is asked", "return document.getElementById('two').query === 'view=conflicts'").await
    })
    .await
}

#[tokio::test]
async fn the_address_is_mirrored_only_if_asked() -> Outcome {
    on_hosts(async |browser| {
        put(browser, "/empty.html?theirs=1&a=%20b#part", json!({ "view": "timeline", "kind": "launch" }))
            .await?;
        search(browser, "l").await?;
        said(browser, "change", 1).await?;
        assert!(browser.words("return location.href").await?.ends_with("/empty.html?theirs=1&a=%20b#part"));

        put(
            browser,
            "/empty.html?theirs=1#part",
            json!({ "view": "timeline", "kind": "launch", "sync": "url" }),
        )
        .await?;
        let (length, state) =
            (browser.number("return history.length").await?, "history.replaceState({ theirs: 1 }, '')");
        browser.ask(state).await?;
        search(browser, "l").await?;
        said(browser, "change", 1).await?;
        let address = "return location.search + location.hash + JSON.stringify(history.state)";
        let mirrored = "?theirs=1&ilrs=q%3Dl%26kind%3Dlaunch%26view%3Dtimeline#part{\"theirs\":1}";
        assert_eq!(browser.words(address).await?, mirrored);
        assert_eq!(browser.number("return history.length").await?, length);

        put(browser, "/empty.html?ilrs=kind%3Dloss", json!({ "view": "timeline", "sync": "url" })).await?;
        assert_eq!(query(browser).await?, "kind=loss", "the address comes before the attributes");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hostile_values_are_left_out_with_a_sentence() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        let put = "const one = document.createElement('ilrs-explainer'), long = 10_000_000;
            one.id = 'one';
            one.loading = 'eager';
            one.view = 'timeline';
            one.q = 'x'.repeat(long);
            one.kind = 'x~'.repeat(long / 2);
            one.participant = 'cnsa~'.repeat(long / 5);
            one.mission = '\\ud800';
            one.from = '<img src=x onerror=\"ran = 1\">';
            one.asof = 'javascript:alert(1)';
            one.theme = '%';
            document.querySelector('main').append(one)";
        browser.ask(put).await?;
        said(browser, "ready", 1).await?;
        assert_eq!(query(browser).await?, "view=timeline");
        let status = browser
            .words(
                "return document.getElementById('one').shadowRoot.querySelector('[role=status]').textContent",
            )
            .await?;
        assert_eq!(status.matches("could not be used").count(), 7, "{status}");
        assert!(status.len() < 2_000 && status.contains("<img src=x"), "{status}");
        assert!(!browser.holds("return 'ran' in window").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_types_name_what_the_element_has() -> Outcome {
    let types = crate::dist::text("embed.d.ts")?;
    let members = |interface: &str| -> Vec<String> {
        let body = types.split_once(&format!("interface {interface} ")).map_or("", |(_, after)| after);
        let body = body.split("\n}").next().unwrap_or("");
        let lines = body.lines().skip(1).map(|line| line.trim().trim_start_matches("readonly "));
        let word = |line: &str| line.split(|sign: char| !sign.is_alphanumeric()).next().map(str::to_string);
        lines.filter(|line| line.starts_with(char::is_alphabetic)).filter_map(word).collect()
    };
    let mut named = members("IlrsAttributes");
    named.extend(members("IlrsExplainerElement"));
    named.sort();
    on_hosts(async |browser| {
        put(browser, "/empty.html", json!({})).await?;
        let own = "const kind = customElements.get('ilrs-explainer'), life = /^(constructor|.*Callback)$/;
            return Object.getOwnPropertyNames(kind.prototype).filter((name) => !life.test(name)).sort()";
        assert_eq!(browser.list(own).await?, named);
        Ok(())
    })
    .await
}
