//! The element with the record of another site: shown, or refused in sentences. Nothing in it runs.

use crate::host::{on_hosts_with, said};
use crate::other::{artemis, hostile};
use crate::outcome::Outcome;
use crate::site::Site;
use serde_json::json;
use std::collections::BTreeMap;

/// Makes an element with a record, and waits until it has said what became of it.
const SHOW: &str = "document.querySelector('ilrs-explainer')?.remove();
    heard.length = 0;
    one = document.createElement('ilrs-explainer');
    Object.assign(one, { id: 'one', loading: 'eager', src: arguments[0] });
    one.textContent = 'What the author wrote.';
    document.querySelector('main').append(one)";

#[tokio::test]
async fn another_topic_is_shown() -> Outcome {
    let theirs = BTreeMap::from([("artemis.json".to_string(), artemis()?.to_string().into_bytes())]);
    on_hosts_with(Site::plain()?, theirs, async |browser| {
        browser.open("/empty.html").await?;
        browser.ask_with(SHOW, vec!["artemis.json".into()]).await?;
        said(browser, "ready", 1).await?;
        let title = "return one.shadowRoot.querySelector('h1').textContent";
        assert_eq!(browser.words(title).await?, "Artemis: when the crews were to fly");
        assert_eq!(browser.number("return one.shadowRoot.querySelectorAll('.pictures').length").await?, 0);
        // Our own record in the place where theirs was, and theirs again.
        browser.ask("one.src = null").await?;
        said(browser, "ready", 2).await?;
        assert!(
            browser.words(title).await?.contains("A station on the Moon"),
            "{}",
            browser.words(title).await?
        );
        browser.until("its pictures", "return !!one.shadowRoot.querySelector('.pictures figure')").await?;
        browser.ask("one.src = 'artemis.json'; one.view = 'promises'").await?;
        said(browser, "ready", 3).await?;
        assert_eq!(browser.words(title).await?, "Artemis: when the crews were to fly");
        assert_eq!(browser.words("return one.query").await?, "view=promises");
        assert_eq!(browser.number("return one.shadowRoot.querySelectorAll('.pictures').length").await?, 0);
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

const SCRIPT: &str =
    "<img src=x onerror='window.ran=1'><script>window.ran=1</script><svg onload='window.ran=1'>{{x}}";

#[tokio::test]
async fn hostile_records_are_text_or_refused() -> Outcome {
    let plain = artemis()?;
    let mut address = plain.clone();
    address["sources"][0]["url"] = json!("javascript:alert(1)");
    let mut data = plain.clone();
    data["sources"][0]["url"] = json!("data:text/html,<script>ran=1</script>");
    let mut long = plain.clone();
    long["title"] = json!("x".repeat(10_000_000));
    let mut twice = plain.clone();
    twice["missions"][1]["id"] = twice["missions"][0]["id"].clone();
    let mut many = plain.clone();
    many["events"] = json!(vec![json!({}); 100_001]);
    let lone = plain.to_string().replacen("Artemis", "\\ud83c", 1);
    let mut evil = plain.clone();
    evil[SCRIPT] = json!(SCRIPT);
    evil["sources"][0]["url"] = json!(SCRIPT);
    let files = [
        ("script.json", hostile(plain, SCRIPT).to_string().into_bytes()),
        ("address.json", address.to_string().into_bytes()),
        ("data.json", data.to_string().into_bytes()),
        ("long.json", long.to_string().into_bytes()),
        ("twice.json", twice.to_string().into_bytes()),
        ("many.json", many.to_string().into_bytes()),
        ("lone.json", lone.into_bytes()),
        ("evil.json", evil.to_string().into_bytes()),
        ("deep.json", vec![b'['; 1_000_000]),
        ("large.json", vec![b' '; 33_000_000]),
    ];
    let theirs = files.map(|(name, bytes)| (name.to_string(), bytes)).into();
    on_hosts_with(Site::plain()?, theirs, async |browser| {
        browser.open("/empty.html").await?;
        let table = [
            ("address.json", "url: an address starts with https://"),
            ("data.json", "url: an address starts with https://"),
            ("long.json", "title"),
            ("twice.json", "missions"),
            ("many.json", "at most 100000 stand there"),
            ("lone.json", "hex escape"),
            ("evil.json", "<img src=x"),
            ("deep.json", "recursion limit exceeded"),
            ("large.json", "A record has at most 32 MB; this one has more."),
            ("nothing.json", "answers 404"),
            ("javascript:ran=1", "The address of a record starts with https:// or http://."),
            ("data:application/json,{}", "The address of a record starts with https:// or http://."),
            ("https://", "“https://” is no address."),
        ];
        for (src, sentence) in table {
            browser.ask_with(SHOW, vec![src.into()]).await?;
            said(browser, "error", 1).await?;
            let lines = browser.list("return [...one.shadowRoot.querySelectorAll('section > p')].map((p) => p.textContent)").await?;
            assert!(lines.iter().any(|line| line.contains(sentence)), "{src}: {lines:?}");
            assert_eq!(browser.list("return heard[0].detail.problems").await?, lines, "{src}");
            assert!(lines.len() <= 51 && lines.iter().all(|line| line.len() < 2_000), "{src}");
            let stands = "return one.shadowRoot.querySelectorAll('section *:not(p), script, img, .explainer').length === 0
                && one.shadowRoot.querySelector('slot').assignedNodes().length === 1";
            assert!(browser.holds(stands).await?, "{src}: the fallback, and lines of plain text");
        }
        browser.ask_with(SHOW, vec!["script.json".into()]).await?;
        said(browser, "ready", 1).await?;
        assert_eq!(browser.words("return one.shadowRoot.querySelector('h1').textContent").await?, SCRIPT);
        assert_eq!(browser.number("return one.shadowRoot.querySelectorAll('img, script').length").await?, 0);
        assert!(!browser.holds("return 'ran' in window").await?, "something in a record ran");
        Ok(())
    })
    .await
}
