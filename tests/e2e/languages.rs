//! The page in its languages: the app takes each over, the links between them keep what is on show, nothing overflows or
//! moves, each loads its own alone, Chinese is set as Chinese, and an element is in the language that it is given.

use crate::browser::{Browser, run};
use crate::dist;
use crate::host::{on_hosts_with, said};
use crate::outcome::Outcome;
use crate::page::{open_panel, status};
use crate::site::Site;
use ilrs_explainer::text::Lang;
use serde_json::json;
use std::collections::BTreeMap;

/// The folders of the languages beside English, with their tags.
const OTHERS: [(&str, &str); 2] = [("zh/", "zh-Hans"), ("ru/", "ru")];

#[tokio::test]
async fn the_way_to_another_language_keeps_what_is_on_show() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?mission=luna-26&asof=2024-06-12#mission-luna-26").await?;
        let shown = "?mission=luna-26&asof=2024-06-12#mission-luna-26";
        for (folder, tag) in OTHERS {
            leads(browser, tag, &format!("/{folder}{shown}")).await?;
            browser.click(&format!(".languages [hreflang={tag}]")).await?;
            browser.ready().await?;
            let there = browser
                .words("return document.documentElement.lang + location.search + location.hash")
                .await?;
            assert_eq!(there, format!("{tag}{shown}"));
            let lines = browser.count(".line").await?;
            leads(browser, "en", &format!("/{shown}")).await?;
            browser.click(".languages [hreflang=en]").await?;
            browser.ready().await?;
            assert_eq!(browser.count(".line").await?, lines, "lines in {tag} and in English");
        }
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

/// Waits until the link to a language leads there.
async fn leads(browser: &Browser, tag: &str, to: &str) -> Outcome {
    let script = format!(
        "const link = document.querySelector('.languages [hreflang={tag}]');
         return link.pathname + link.search + link.hash === '{to}'"
    );
    browser.until(&format!("the link to {tag} leads to {to}"), &script).await
}

#[tokio::test]
async fn what_was_prerendered_in_a_language_is_taken_over() -> Outcome {
    run(async |browser| {
        for (folder, _) in OTHERS {
            browser.open_ready(&format!("/{folder}")).await?;
            browser.taken_over().await?;
            let before = status(browser).await?;
            browser.filtered("a search", browser.type_into("input[name=q]", "Change 7")).await?;
            assert_ne!(status(browser).await?, before, "{folder}: a name in Latin letters finds something");
            let found = "return document.getElementById('mission-change-7').checkVisibility() || !!document.querySelector('#mission-change-7')";
            assert!(browser.holds(found).await?, "{folder}");
        }
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_wider_than_a_narrow_window() -> Outcome {
    run(async |browser| {
        browser.window(320, 640).await?;
        for (folder, _) in OTHERS {
            for page in [
                "",
                "mission/change-7/",
                "milestone/ilrs-basic-completion/",
                "record/",
                "sources/",
                "embedding/",
            ] {
                browser.open(&format!("/{folder}{page}")).await?;
                fits(browser, &format!("{folder}{page}")).await?;
            }
            browser.open_ready(&format!("/{folder}?mission=change-7")).await?;
            open_panel(browser).await?;
            browser.open_all().await?;
            fits(browser, &format!("{folder}, all open")).await?;
        }
        Ok(())
    })
    .await
}

async fn fits(browser: &Browser, what: &str) -> Outcome {
    let wide = browser.number("return document.documentElement.scrollWidth").await?;
    assert!(wide <= 320, "{what} needs {wide} px of 320");
    Ok(())
}

/// What a page says in Chinese has no blank between two signs but where a look of its own sets a piece apart, and its
/// commas, colons, stops and brackets are those of Chinese.
#[tokio::test]
async fn the_signs_of_chinese_stand_together() -> Outcome {
    run(async |browser| {
        browser.window(1280, 900).await?;
        for page in ["", "?mission=change-7&from=2024&asof=2026-03-01", "?q=嫦娥&from=1800&to=1801"] {
            browser.open_ready(&format!("/zh/{page}")).await?;
            browser.open_all().await?;
            together(browser, page).await?;
        }
        for page in [
            "mission/change-7/",
            "milestone/luna-26-launch/",
            "conflict/change-7-flown/",
            "participant/china/",
            "compare/",
            "changes/",
            "record/",
        ] {
            browser.open(&format!("/zh/{page}")).await?;
            together(browser, page).await?;
        }
        Ok(())
    })
    .await
}

async fn together(browser: &Browser, page: &str) -> Outcome {
    let faults = browser.list(APART).await?;
    assert!(
        faults.is_empty(),
        "zh/{page}: {} places, the first of them: {:#?}",
        faults.len(),
        &faults[..faults.len().min(8)]
    );
    Ok(())
}

/// Where Chinese stands apart or has marks of the West: in what is read, and in what is said of it.
const APART: &str = r"
    const sign = '[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]';
    const mark = new RegExp(`${sign}[,.;:!?()]|[,;:()] ?[\u3400-\u9fff]`);
    const gap = new RegExp(`[。，：；！？、）] ${sign}`);
    const others = 'script, style, noscript, option, pre, code, cite, [lang]:not([lang|=zh]), [lang]:not(.explainer, html)';
    // A grade, a source and a link to copy are set apart from what they stand behind.
    const own = 'small, .src, .sure, .handle, button, .holders';
    const inline = (one) => /^(inline|contents)/.test(getComputedStyle(one).display);
    const block = (one) => inline(one) ? block(one.parentElement) : one;
    const lines = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; node = walker.nextNode();) {
        const around = node.parentElement;
        if (!node.data || around.closest(others)) continue;
        const line = block(around);
        const words = around.closest(own) ? '\n' : node.data;
        lines.set(line, (lines.get(line) ?? '') + words);
    }
    const flows = (one) => !/flex|grid/.test(getComputedStyle(one).display);
    const said = [...document.querySelectorAll('[aria-label], [aria-valuetext], [title], meta[content]')].flatMap((one) =>
        ['aria-label', 'aria-valuetext', 'title', 'content'].map((name) => one.getAttribute(name) ?? ''));
    const faults = [...lines].filter(([line, words]) => mark.test(words) || flows(line) && gap.test(words));
    return [...faults.map(([line, words]) => `${line.localName}.${line.className}: ${words}`),
            ...said.filter((words) => mark.test(words) || gap.test(words))];
";

/// Each language loads what is its own, no font for letters that it has not, and none for Chinese; and it is as light as
/// English but for the letters.
#[tokio::test]
async fn each_language_loads_its_own_and_is_as_light() -> Outcome {
    run(async |browser| {
        let mut english = 0;
        for lang in Lang::ALL {
            browser.open_ready(&format!("/{}", lang.folder())).await?;
            browser.dressed().await?;
            let loaded = loaded(browser).await?;
            let foreign = |file: &&String| {
                let mut others = Lang::ALL.iter().filter(|other| *other != lang);
                others.any(|other| file.contains(&format!(".{}.", other.code())))
            };
            assert_eq!(loaded.iter().find(foreign), None, "{lang:?}");
            let all = || loaded.iter().map(String::as_str);
            let cyrillic = dist::weight(all().filter(|file| file.contains("cyrillic")))?;
            assert_eq!(cyrillic > 0, *lang == Lang::Ru, "{lang:?}: {loaded:?}");
            let weight = dist::weight(all())?;
            println!(
                "{lang:?}: {weight} bytes, {cyrillic} of them Cyrillic letters, in {} files",
                loaded.len()
            );
            english = if *lang == Lang::En { weight } else { english };
            let most = english * 105 / 100 + cyrillic;
            assert!(weight <= most, "{lang:?}: {weight} bytes, more than {most}: {loaded:#?}");
        }
        Ok(())
    })
    .await
}

/// The files that a page has loaded, itself among them.
async fn loaded(browser: &Browser) -> Outcome<Vec<String>> {
    let script = "return performance.getEntries().filter(({ entryType }) => /^(navigation|resource)$/.test(entryType)) \
                  .map(({ name }) => new URL(name).pathname.slice(1).replace(/(^|\\/)$/, '$1index.html'))";
    let mut loaded = browser.list(script).await?;
    loaded.sort();
    loaded.dedup();
    Ok(loaded)
}

/// On a slow line fonts come long after the words. What they then move is a fifth of the layout shift that is called good.
#[tokio::test]
async fn next_to_nothing_moves_when_the_fonts_come() -> Outcome {
    const SHIFTS: &str = "moved = 0; new PerformanceObserver((all) => all.getEntries().forEach(({ value }) => moved += value)) \
                          .observe({ type: 'layout-shift', buffered: true })";
    run(async |browser| {
        browser.inject(SHIFTS).await?;
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
        let line = json!({ "offline": false, "latency": 100, "downloadThroughput": 400_000, "uploadThroughput": 100_000 });
        browser.devtools("Network.emulateNetworkConditions", line).await?;
        for width in [360, 768, 1280] {
            browser.window(width, 900).await?;
            for (folder, _) in OTHERS {
                for page in [
                    "",
                    "mission/change-7/",
                    "milestone/luna-26-launch/",
                    "conflict/change-7-flown/",
                    "facility/power-station/",
                    "compare/",
                ] {
                    browser.open(&format!("/{folder}{page}")).await?;
                    if page.is_empty() {
                        browser.taken_over().await?;
                        browser.dressed().await?;
                    }
                    let moved = "return document.fonts.ready.then(() => new Promise((then) => \
                                 requestAnimationFrame(() => requestAnimationFrame(() => then(Math.round(moved * 1000))))))";
                    let moved = browser.number(moved).await?;
                    assert!(moved <= 20, "{folder}{page} moves by 0.{moved:03} at {width} px");
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_element_is_in_the_language_that_it_is_given() -> Outcome {
    let ours = Site::plain()?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\">\
         <script type=\"module\" src=\"{}/embed.js\"></script>\
         <ilrs-explainer lang=\"zh\" view=\"missions\" loading=\"eager\"></ilrs-explainer>",
        ours.address
    );
    let theirs = BTreeMap::from([("language.html".to_string(), page.into_bytes())]);
    on_hosts_with(ours, theirs, async |browser| {
        browser.open("/language.html").await?;
        said(browser, "ready", 1).await?;
        for (lang, tag, name, link) in [
            ("zh", "zh-Hans", "嫦娥七号", "/zh/mission/change-7/"),
            ("ru", "ru", "Чанъэ-7", "/ru/mission/change-7/"),
            ("en", "en", "Chang’e-7", "/mission/change-7/"),
        ] {
            browser.ask(&format!("document.querySelector('ilrs-explainer').lang = '{lang}'")).await?;
            let script = format!(
                "const root = document.querySelector('ilrs-explainer').shadowRoot;
                 const link = root.querySelector('#mission-change-7 a');
                 return !!link && link.textContent === '{name}' && link.pathname === '{link}'
                     && root.querySelector('.explainer').lang === '{tag}'"
            );
            browser.until(&format!("the element is in {lang}"), &script).await?;
        }
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}
