//! A browser that refuses things, tells the wrong time, is slow, or is clicked faster than it answers.

use crate::browser::{Browser, run, run_alone};
use crate::dist;
use crate::generated::chance::Chance;
use crate::native::Native;
use crate::outcome::Outcome;
use crate::page::{choose, lines, open_panel, search, track, view};
use crate::reader::Step;
use fantoccini::actions::{InputSource, WheelAction, WheelActions};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::facet::Facet;
use serde_json::json;

/// As a browser does where a reader has turned storage off, or a frame without rights has none.
const NO_STORAGE: &str = "
    const refuse = () => { throw new DOMException('refused', 'SecurityError') };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";

const NO_HISTORY: &str = "
    const refuse = () => { throw new DOMException('refused', 'SecurityError') };
    History.prototype.pushState = History.prototype.replaceState = refuse;";

#[tokio::test]
async fn storage_and_clipboard_are_refused() -> Outcome {
    run(async |browser| {
        browser.inject(NO_STORAGE).await?;
        works(browser).await?;
        assert_eq!(search(browser).await?, "?kind=landing&status=slipped");
        let refused = "try { localStorage; return false } catch { return navigator.clipboard === undefined }";
        assert!(browser.holds(refused).await?, "nothing was refused");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_history_is_refused() -> Outcome {
    run(async |browser| {
        browser.inject(NO_HISTORY).await?;
        works(browser).await?;
        assert_eq!(search(browser).await?, "", "the address was written though that is refused");
        browser.filtered("the reset", browser.click(".reset")).await?;
        assert!(lines(browser).await? > 100, "the reset brings everything back");
        Ok(())
    })
    .await
}

/// Two choices, one after the other, do what they promise, and the console has nothing to say.
async fn works(browser: &Browser) -> Outcome {
    browser.open_ready("/").await?;
    open_panel(browser).await?;
    for (facet, value) in [("kind", "landing"), ("status", "slipped")] {
        let promised = choose(browser, facet, value).await?;
        assert_eq!(lines(browser).await?, promised, "lines after {facet}={value}");
    }
    let console = browser.console().await?;
    assert!(console.is_empty(), "the console is not empty:\n{}", console.join("\n"));
    Ok(())
}

/// The page knows no day but the record's, beside which it says how old that is: forty years on or back all else is the
/// same.
#[tokio::test]
async fn the_clock_is_wrong_by_decades() -> Outcome {
    const PAGE: &str = "const app = document.getElementById('app').cloneNode(true); \
                        app.querySelector('.checked').remove(); return app.innerHTML";
    const AGE: &str = "return document.querySelector('#app .checked').textContent";
    const YEAR: &str = "return new Date().getFullYear()";
    run(async |browser| {
        let mut pages = Vec::new();
        let (mut years, mut ages) = (Vec::new(), Vec::new());
        for years_on in [0, 40, -80] {
            let clock = format!(
                "{{ const Right = Date, ahead = {years_on} * 31557600000; window.Date = class extends Right {{ \
                 constructor(...when) {{ when.length ? super(...when) : super(Right.now() + ahead) }} \
                 static now() {{ return Right.now() + ahead }} }} }}"
            );
            browser.inject(&clock).await?; // each goes by the one before
            browser.open_ready("/").await?;
            track(browser).await?;
            years.push(browser.number(YEAR).await?);
            ages.push(browser.words(AGE).await?);
            let whole = browser.words(PAGE).await?;
            open_panel(browser).await?;
            choose(browser, "status", "slipped").await?;
            pages.push((whole, view(browser).await?));
        }
        assert!(years[1] > years[0] + 30 && years[2] + 30 < years[0], "the clock was right: {years:?}");
        assert!(ages[1].contains("years ago") && !ages[2].contains("ago"), "{ages:?}");
        assert!(pages.iter().all(|page| *page == pages[0]), "the page depends on the reader's clock");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slow_device_still_scrolls() -> Outcome {
    run_alone(async |browser| {
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await?;
        browser.open("/").await?;
        scrolls(browser, "before or while the app starts").await?;
        browser.ready().await?;
        open_panel(browser).await?;
        browser.ask("document.querySelector('[value=landing]').click()").await?; // and does not wait for it
        scrolls(browser, "while the filter works").await?;
        browser.until("the result shows", "return location.search === '?kind=landing'").await
    })
    .await
}

async fn scrolls(browser: &Browser, when: &str) -> Outcome {
    let before = browser.number("return Math.round(scrollY)").await?;
    let roll = WheelAction::Scroll { duration: None, x: 600, y: 450, delta_x: 0, delta_y: 300 };
    browser.client().perform_actions(WheelActions::new("wheel".to_string()).then(roll)).await?;
    browser
        .until(&format!("the page scrolls {when}"), &format!("return Math.round(scrollY) > {before}"))
        .await
}

#[tokio::test]
async fn fifty_rapid_toggles_end_right() -> Outcome {
    // All at once, or one in each frame: faster than anything is shown.
    for pace in ["", "await new Promise(requestAnimationFrame)"] {
        let script = format!(
            "const [names, done] = arguments; (async () => {{ for (const name of names) {{ \
             document.querySelector(name).click(); {pace} }} }})().then(done)"
        );
        run(async |browser| toggle(browser, &script).await).await?;
    }
    Ok(())
}

async fn toggle(browser: &Browser, script: &str) -> Outcome {
    const VALUES: [(Facet, &str); 5] = [
        (Facet::Kind, "launch"),
        (Facet::Kind, "landing"),
        (Facet::Status, "happened"),
        (Facet::Status, "slipped"),
        (Facet::Confidence, "high"),
    ];
    let mut native = Native::new(Dataset::decode(&dist::encoded()?)?);
    let mut chance = Chance::new(50);
    let mut names = Vec::new();
    for _ in 0..50 {
        let (facet, value) = *chance.pick(&VALUES);
        names.push(format!("[name={facet}][value={value}]"));
        native.after(&Step::Tick(facet, value.to_string()), "")?;
    }
    browser.open_ready("/").await?;
    open_panel(browser).await?;
    browser.client().execute_async(script, vec![json!(names)]).await?;
    let expected = native.look(&[]);
    let shown = format!(
        "return location.search === {} && document.querySelector('.found').textContent === {}",
        expected["address"], expected["found"]
    );
    browser.until("the page shows what was chosen last", &shown).await?;
    let ticked = browser.list(
        "return Array.from(document.querySelectorAll('.facet input:checked'), e => `${e.name}=${e.value}`)",
    );
    let of = |(facet, value): (Facet, &str)| format!("{facet}={value}");
    let values = VALUES.map(of);
    let native: Vec<String> = values.into_iter().filter(|value| native.ticked(value)).collect();
    assert_eq!(ticked.await?, native, "the boxes that are ticked");
    Ok(())
}
