//! Without scripts everything is there to be read: the whole record stands in the HTML.

use crate::browser::run;
use crate::dist::{self, items};
use crate::outcome::Outcome;
use ilrs_explainer::text::Lang;
use serde_json::Value;

#[test]
fn every_claim_stands_in_the_page() -> Outcome {
    for lang in Lang::ALL {
        let record = dist::record_in(*lang)?;
        let mut wanted = Vec::new();
        for name in ["participants", "people", "missions", "facilities", "phases"] {
            for item in items(&record, name)? {
                wanted.push(&item["name"]);
                wanted.extend(claims(item).map(|claim| &claim["text"]));
            }
        }
        missing(*lang, "texts of claims", wanted, &page(*lang, "record")?);
    }
    Ok(())
}

#[test]
fn every_event_promise_and_conflict_stands_in_the_page() -> Outcome {
    for lang in Lang::ALL {
        let record = dist::record_in(*lang)?;
        missing(*lang, "texts", told(&record)?, &page(*lang, "record")?);
    }
    Ok(())
}

/// The texts of events, promises, questions and counts.
fn told(record: &Value) -> Outcome<Vec<&Value>> {
    let mut told = Vec::new();
    for event in items(record, "events")? {
        told.extend([&event["title"], &event["label"], &event["text"]]);
    }
    for milestone in items(record, "milestones")? {
        told.push(&milestone["label"]);
    }
    for promise in items(record, "promises")? {
        told.extend([&promise["text"], &promise["who"]]);
    }
    for conflict in items(record, "conflicts")? {
        told.extend([&conflict["question"], &conflict["reading"]]);
        for position in conflict["positions"].as_array().into_iter().flatten() {
            told.push(&position["text"]);
            told.extend(position["holders"].as_array().into_iter().flatten());
        }
    }
    for count in items(record, "counts")? {
        told.extend([&count["who"], &count["of"], &count["text"]]);
    }
    Ok(told)
}

#[test]
fn every_source_stands_in_the_pages() -> Outcome {
    for lang in Lang::ALL {
        let record = dist::record_in(*lang)?;
        let (page, list) = (page(*lang, "record")?, page(*lang, "sources")?);
        let sources = items(&record, "sources")?;
        let ids = || sources.iter().filter_map(|source| source["id"].as_str());
        let place = |id: &str| format!("id=\"source-{id}\"");
        let unnamed: Vec<&str> = ids().filter(|id| !page.contains(&place(id))).collect();
        assert!(unnamed.is_empty(), "{lang:?}: sources without a place in the record: {unnamed:?}");
        let unlisted: Vec<&str> = ids().filter(|id| !list.contains(&place(id))).collect();
        assert!(unlisted.is_empty(), "{lang:?}: sources without a place in the list: {unlisted:?}");
        missing(*lang, "titles of sources", sources.iter().map(|source| &source["title"]).collect(), &list);
        let urls = sources.iter().filter_map(|source| source["url"].as_str());
        let link = |url: &str| format!("href=\"{}\"", escaped(url).replace('"', "&quot;"));
        let unlinked: Vec<&str> = urls.filter(|url| !list.contains(&link(url))).collect();
        assert!(
            unlinked.is_empty(),
            "{lang:?}: addresses of sources that the list does not link: {unlinked:?}"
        );
    }
    Ok(())
}

#[test]
fn every_citation_links_its_source() -> Outcome {
    for lang in Lang::ALL {
        let mut record = dist::record_in(*lang)?;
        // The names of places on the map bear no marks; what they rest on stands in the list of sources.
        record["features"] = Value::Null;
        let page = page(*lang, "record")?;
        let mut cited: Vec<&str> = Vec::new();
        collect_citations(&record, &mut cited);
        assert!(cited.len() > 500, "only {} citations were found in the record", cited.len());
        cited.sort_unstable();
        cited.dedup();
        cited.retain(|id| !page.contains(&format!("#source-{id}\"")));
        assert!(cited.is_empty(), "{lang:?}: cited sources to which no mark leads: {cited:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_page_says_that_scripts_are_off() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/").await?;
        let shown = browser.words("return document.body.innerText").await?;
        assert!(
            shown.contains("Filtering it needs scripts, which are off"),
            "the sentence for scripts off is not shown"
        );
        assert!(shown.contains("Everything with a date stands here"), "the page is not shown");
        browser.click(".tabs a[href='#plan']").await?;
        let shown = browser.words("return document.body.innerText").await?;
        assert!(shown.contains("The station plan"), "a tab does not show its section");
        assert!(!shown.contains("Everything with a date stands here"), "and leaves the one before");
        let filter = "return [...document.querySelectorAll('.filter form, .dock form')].some(e => e.checkVisibility())";
        assert!(!browser.holds(filter).await?, "the filter shows though it cannot work");
        let notice = "return document.getElementById('notice').checkVisibility()";
        assert!(!browser.holds(notice).await?, "the notice of a failed start shows");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_says_so_in_its_language() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        for lang in [Lang::Zh, Lang::Ru] {
            browser.open(&format!("/{}", lang.folder())).await?;
            let (text, still) = (lang.text(), lang.static_text());
            let shown = browser.words("return document.body.innerText").await?;
            for sentence in [still.no_script, text.timeline_sub] {
                assert!(shown.contains(sentence), "{lang:?}: “{sentence}” is not shown");
            }
            browser.click(".tabs a[href='#missions']").await?;
            let shown = browser.words("return document.body.innerText").await?;
            assert!(shown.contains(text.missions_sub), "{lang:?}: a tab does not show its section");
            browser.click("#mission-luna-26 h4 a").await?;
            let there = format!("return location.pathname === '/{}mission/luna-26/'", lang.folder());
            browser.until("its page is there", &there).await?;
            let shown = browser.words("return document.body.innerText").await?;
            for sentence in [still.item_says, text.in_timeline] {
                assert!(shown.contains(sentence), "{lang:?}: “{sentence}” is not on its page");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_card_leads_to_its_page_without_scripts() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/").await?;
        browser.click(".tabs a[href='#missions']").await?;
        browser.click("#mission-luna-26 h4 a").await?;
        browser.until("its page is there", "return location.pathname === '/mission/luna-26/'").await?;
        let words = browser.words("return document.body.innerText").await?;
        for part in ["Luna-26 launch", "What the record says", "In the timeline", "Vasily Marfin"] {
            assert!(words.contains(part), "{part} is not on its page");
        }
        Ok(())
    })
    .await
}

fn claims(item: &Value) -> impl Iterator<Item = &Value> {
    item["claims"].as_array().into_iter().flatten()
}

/// Every id under a key `sources`, wherever it stands.
fn collect_citations<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| collect_citations(one, into)),
        Value::Object(all) => {
            for (key, one) in all {
                match one.as_array() {
                    Some(ids) if key == "sources" => into.extend(ids.iter().filter_map(Value::as_str)),
                    _ => collect_citations(one, into),
                }
            }
        }
        _ => {}
    }
}

/// A page in a language.
fn page(lang: Lang, name: &str) -> Outcome<String> {
    dist::text(&format!("{}{name}/index.html", lang.folder()))
}

fn missing(lang: Lang, what: &str, wanted: Vec<&Value>, page: &str) {
    let wanted: Vec<&str> =
        wanted.into_iter().filter_map(Value::as_str).filter(|text| !text.is_empty()).collect();
    assert!(wanted.len() > 10, "the record holds next to no {what}: the test looks in the wrong place");
    let missing: Vec<&str> = wanted.into_iter().filter(|text| !page.contains(&escaped(text))).collect();
    assert!(
        missing.is_empty(),
        "{lang:?}: {} {what} are not in the HTML, the first of them: {:?}",
        missing.len(),
        &missing[..missing.len().min(5)]
    );
}

/// As Yew writes a text into HTML; in an attribute it also escapes the quotation mark.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
