//! A record from an address, in a real browser under the strict policy: checked by the model's own code and mounted,
//! or refused in sentences. What it says never runs, and the page around it lives on.

use crate::browser::{Browser, run_on};
use crate::dist::asset;
use crate::other::{artemis, hostile};
use crate::outcome::{Outcome, fault};
use crate::site::{Answer, Site};
use axum::http::{HeaderValue, StatusCode, header};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;

/// A site with these answers beside its own.
fn site(answers: BTreeMap<&'static str, Vec<u8>>) -> Outcome<Site> {
    Site::twisted(move |uri, mut answer: Answer| {
        let Some(body) = answers.get(uri.path().trim_start_matches('/')) else { return answer };
        answer.head.status = StatusCode::OK;
        answer.head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if uri.path().ends_with(".gz.json") {
            answer.head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        answer.body = body.clone();
        answer
    })
}

/// What comes of an address: the text for the app, or problems.
async fn record(browser: &Browser, address: &str) -> Outcome<Value> {
    const ASK: &str = "const { record } = await import(`/assets/${arguments[0]}`);
        return record(arguments[1]).then((text) => ({ text }), ({ problems, message }) => ({ problems, message }))";
    let script = format!("return (async (...arguments) => {{ {ASK} }})(...arguments)");
    browser.ask_with(&script, vec![asset("foreign.", ".js")?.into(), address.into()]).await
}

async fn problems(browser: &Browser, address: &str) -> Outcome<Vec<String>> {
    let said = record(browser, address).await?;
    serde_json::from_value(said["problems"].clone()).map_err(|_| fault(format!("{address}: {said}")))
}

/// Mounts a record beside the page's own and waits for its controls.
async fn mounted(browser: &Browser, address: &str) -> Outcome {
    const MOUNT: &str = "const [foreign, glue, wasm, words, address] = arguments;
        const { record } = await import(`/assets/${foreign}`);
        const text = await record(address);
        const app = await import(`/assets/${glue}?other`);
        await app.default({ module_or_path: await fetch(`/assets/${wasm}`) });
        const spoken = new Uint8Array(await (await fetch(`/assets/${words}`)).arrayBuffer());
        const root = document.createElement('div');
        root.id = 'other';
        document.body.append(root);
        const say = (type) => { if (type === 'ilrs-ready') root.dataset.ready = ''; };
        window.other = new app.Embed(root, text, spoken, '', '/', { search: () => '', write() {}, say });";
    let script = format!("return (async (...arguments) => {{ {MOUNT} }})(...arguments)");
    let names = vec![
        asset("foreign.", ".js")?.into(),
        asset("explainer.", ".js")?.into(),
        asset("explainer.", ".wasm")?.into(),
        asset("words.en.", ".bin")?.into(),
        address.into(),
    ];
    browser.ask_with(&script, names).await?;
    browser
        .until("the other app is ready", "return 'ready' in document.querySelector('#other').dataset")
        .await
}

#[tokio::test]
async fn another_topic_is_mounted() -> Outcome {
    let site = site(BTreeMap::from([("artemis.json", artemis()?.to_string().into_bytes())]))?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        mounted(browser, "artemis.json").await?;
        let title = browser.words("return document.querySelector('#other h1').textContent").await?;
        assert_eq!(title, "Artemis: when the crews were to fly");
        assert_eq!(browser.count("#other #milestone-first-us-landing").await?, 1);
        assert_eq!(browser.count("#other #counts, #other .pictures, #other [data-facet=phase]").await?, 0);
        let links = "return [...document.querySelectorAll('#other a.src[href]')].map((a) => a.protocol)";
        let links = browser.list(links).await?;
        assert!(links.len() > 20 && links.iter().all(|scheme| scheme.starts_with("http")), "{links:?}");
        assert_eq!(browser.console().await?, [""; 0], "the policy had nothing to refuse");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn scripts_in_its_texts_do_not_run() -> Outcome {
    let script = "<img src=x onerror='window.ran=1'><script>window.ran=1</script><svg onload='window.ran=1'>";
    let hostile = hostile(artemis()?, script);
    let site = site(BTreeMap::from([("hostile.json", hostile.to_string().into_bytes())]))?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        mounted(browser, "hostile.json").await?;
        assert_eq!(browser.words("return document.querySelector('#other h1').textContent").await?, script);
        assert_eq!(browser.count("#other img, #other script").await?, 0);
        assert!(!browser.holds("return 'ran' in window").await?, "a text of the record ran");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_no_record_is_refused_in_sentences() -> Outcome {
    let mut wrong = artemis()?;
    wrong["sources"][0]["url"] = json!("javascript:alert(1)");
    wrong["events"][0]["date"] = json!("soon");
    let many: Vec<Value> = (0..100_001).map(|_| json!({})).collect();
    let mut flood = artemis()?;
    flood["events"] = json!(many[..2_000]);
    let mut half = artemis()?.to_string();
    half = half.replacen("Artemis", "\\ud83c", 1);
    let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
    zipped.write_all(&vec![b' '; 40_000_000])?;
    let site = site(BTreeMap::from([
        ("wrong.json", wrong.to_string().into_bytes()),
        ("many.json", json!({ "events": many }).to_string().into_bytes()),
        ("flood.json", flood.to_string().into_bytes()),
        ("half.json", half.into_bytes()),
        ("latin.json", b"{\"title\": \"caf\xe9\"}".to_vec()),
        ("page.json", b"<!doctype html><p>Not found".to_vec()),
        ("deep.json", vec![b'['; 1_000_000]),
        ("large.json", vec![b' '; 40_000_000]),
        ("large.gz.json", zipped.finish()?),
    ]))?;
    run_on(site, async |browser| {
        browser.open_ready("/").await?;
        let table = [
            ("javascript:alert(1)", "The address of a record starts with https:// or http://."),
            ("data:application/json,{}", "The address of a record starts with https:// or http://."),
            ("https://", "“https://” is no address."),
            ("nothing.json", "answers 404"),
            (
                "http://127.0.0.1:1/record.json",
                "could not be read: it does not answer, or does not let other sites read it.",
            ),
            ("latin.json", "byte 14: this is not UTF-8"),
            ("page.json", "record/: json: expected value at line 1 column 1"),
            ("deep.json", "record/: json: recursion limit exceeded at line 1 column 128"),
            ("half.json", "hex escape at line 1 column"),
            ("large.json", "A record has at most 32 MB; this one has more."),
            ("large.gz.json", "A record has at most 32 MB; this one has more."),
        ];
        for (address, sentence) in table {
            let said = problems(browser, address).await?;
            assert!(said.len() == 1 && said[0].contains(sentence), "{address}: {said:?}");
        }
        let said = problems(browser, "many.json").await?;
        assert!(said[0].contains("events: it lists 100001; at most 100000 stand there"), "{said:?}");
        let said = problems(browser, "wrong.json").await?;
        assert!(said.iter().any(|line| line.contains("url: an address starts with https://")), "{said:?}");
        assert!(said.iter().any(|line| line.contains("date: ")), "{said:?}");
        let said = problems(browser, "flood.json").await?;
        assert_eq!(said.len(), 51, "{said:?}");
        assert!(said[50].ends_with(" more problems"), "{said:?}");
        // The page that asked lives on.
        browser.filtered("a search", browser.type_into("[name=q]", "luna-25")).await
    })
    .await
}
