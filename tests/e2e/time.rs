//! Time: the page taken back by steps, the handles of the years, the step chart read point by point, the table sorted,
//! links in sentences, words marked where they stand.

use crate::browser::{Browser, run};
use crate::keys::{ENTER, HOME, LEFT, UP};
use crate::outcome::Outcome;
use crate::page::{lines, open_panel, search};
use ilrs_explainer::model::fold::fold;

#[tokio::test]
async fn steps_take_the_page_back_and_on() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?asof=2024-06-12").await?;
        open_panel(browser).await?;
        let there = lines(browser).await?;
        let buttons = ".steps button";
        browser.filtered("a step back", browser.click(&format!("{buttons}:first-child"))).await?;
        let before = search(browser).await?;
        assert!(before.as_str() < "?asof=2024-06-12", "{before}");
        browser.filtered("a step on", browser.click(&format!("{buttons}:last-child"))).await?;
        assert_eq!(search(browser).await?, "?asof=2024-06-12");
        assert_eq!(lines(browser).await?, there);
        browser.ask("document.querySelector('.steps input').focus()").await?;
        browser.filtered("the slider to its start", browser.press(&[], HOME)).await?;
        assert_eq!(
            search(browser).await?,
            "?asof=2007-12-31",
            "the half-year in which somebody first gave a date"
        );
        let typed = browser.words("return document.querySelector('[name=asof]').value").await?;
        assert!(search(browser).await?.ends_with(&typed), "the field shows the day of the slider");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_handles_choose_the_years() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        let all = lines(browser).await?;
        browser.ask("document.querySelector('.span input[type=range]:last-of-type').focus()").await?;
        browser.filtered("the right handle", browser.press(&[], LEFT)).await?;
        let to = browser.words("return document.querySelector('[name=to]').value").await?;
        assert_eq!(search(browser).await?, format!("?to={to}"));
        assert!(lines(browser).await? <= all);
        browser.filtered("typing", browser.type_into("[name=from]", "2023\t")).await?;
        let left = browser
            .words("return document.querySelector('.span input[type=range]:first-of-type').value")
            .await?;
        assert_eq!(left, "2023", "the handle follows what is typed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_step_chart_is_read_by_keys() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.ask("document.querySelector('[data-plot=step]').focus()").await?;
        let mut told = Vec::new();
        for key in [LEFT, LEFT, UP, HOME] {
            told.push(read(browser, key).await?);
        }
        assert_eq!(told[0], told[2], "up leads on");
        told.sort();
        told.dedup();
        assert_eq!(told.len(), 3, "{told:?}");
        let words = browser.words("return document.querySelector('.step .readout').textContent").await?;
        assert!(words.contains(':'), "{words}");
        assert!(browser.count(".step .readout .src").await? > 0, "a statement is read with its source");
        assert_eq!(browser.count(".square .here").await?, 1, "the point is drawn as current");
        assert_eq!(search(browser).await?, "", "the address stays");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_point_of_the_step_chart_is_pressed() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?view=promises").await?;
        browser.click(".square").await?;
        browser.until("a point is current", "return !!document.querySelector('.square .here')").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_milestone_and_a_reading_are_chosen() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        assert_eq!(browser.count("[data-plot=step]").await?, 1, "the chart stands once on the page");
        browser.click(".square").await?;
        browser.until("a point is current", "return !!document.querySelector('.square .here')").await?;
        let name = "Luna-27 launch";
        browser
            .ask(&format!(
                "const list = document.querySelector('.step select'); \
                 list.selectedIndex = [...list.options].findIndex((one) => one.text === '{name}'); \
                 list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await?;
        browser
            .until(
                "its page is named",
                "return !!document.querySelector('.step figcaption a[href*=\"milestone/luna-27-launch\"]')",
            )
            .await?;
        assert_eq!(browser.count(".square .here").await?, 0, "nobody stands in another chart");
        assert_eq!(browser.count(".step-picture.promised .square").await?, 1);
        browser.click(".step [value=moved]").await?;
        browser
            .until("years are shown", "return !!document.querySelector('.step-picture.moved .square')")
            .await?;
        assert_eq!(browser.count(".square").await?, 1, "in one way at a time");
        assert_eq!(search(browser).await?, "", "the address stays");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_rest_of_the_slip_chart_opens_and_closes() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let rows = browser.count(".slip li").await?;
        browser.ask("document.querySelector('.slip [aria-expanded]').focus()").await?;
        for (key, open) in [(ENTER, true), (ENTER, false)] {
            browser.press(&[], key).await?;
            let answered = format!("return document.activeElement.ariaExpanded === '{open}'");
            browser.until("the button answers, and keeps the focus", &answered).await?;
            assert_eq!(browser.count(".slip li").await? > rows, open, "{rows} rows of the headline");
        }
        assert_eq!(browser.count(".slip li").await?, rows);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_table_is_sorted_by_any_column() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?view=table").await?;
        let titles = "return [...document.querySelectorAll('tr.entry th')].map(e => e.textContent)";
        let by_date = browser.list(titles).await?;
        for (turned, sort) in [(false, "ascending"), (true, "descending")] {
            browser.click("thead th:nth-child(2) button").await?;
            let there =
                format!("return document.querySelector('thead th:nth-child(2)').ariaSort === '{sort}'");
            browser.until("the table is sorted", &there).await?;
            let mut sorted = by_date.clone();
            sorted.sort_by_cached_key(|title| fold(title));
            if turned {
                sorted.reverse();
            }
            assert_eq!(browser.list(titles).await?, sorted);
        }
        browser.click("thead th:first-child button").await?;
        browser
            .until("by date again", "return document.querySelector('thead th').ariaSort === 'ascending'")
            .await?;
        assert_eq!(browser.list(titles).await?, by_date);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn links_in_sentences_lead_to_their_section() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let links = browser.list("return [...document.querySelectorAll('.lead a:not([href$=\"compare/\"])')].map(e => e.getAttribute('href'))").await?;
        assert!(links.len() > 6);
        for link in &links {
            browser.open_ready("/").await?;
            let lead = format!(".lead a[href='{link}']");
            let own = format!("return document.querySelector(\"{lead}\").closest('[part=section]').className");
            let own = browser.words(&own).await?;
            browser.tab(&own).await?;
            browser.filtered(link, browser.click(&lead)).await?;
            let (query, section) = link.split_once('#').unwrap_or((link, ""));
            assert_eq!(search(browser).await?, query);
            let shown = format!("const top = document.getElementById('{section}').getBoundingClientRect().top; return top > -5 && top < innerHeight");
            browser.until(&format!("{link} shows its section"), &shown).await?;
            assert!(lines(browser).await? > 0 || query.contains("view=") , "{link} finds nothing");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn words_are_marked_where_they_stand() -> Outcome {
    run(async |browser| {
        for (typed, marked) in [("change 7", "Chang’e"), ("嫦娥", "嫦娥"), ("роскосмос", "Роскосмос")]
        {
            browser.open_ready("/").await?;
            browser.filtered(typed, browser.type_into("[name=q]", typed)).await?;
            let all =
                browser.list("return [...document.querySelectorAll('mark')].map(e => e.textContent)").await?;
            assert!(all.iter().any(|mark| mark == marked), "{typed}: {:?}", &all[..all.len().min(9)]);
        }
        browser.filtered("the reset", browser.click(".reset")).await?;
        assert_eq!(browser.count("mark").await?, 0);
        Ok(())
    })
    .await
}

/// Presses a key and says what the chart then tells.
async fn read(browser: &Browser, key: char) -> Outcome<String> {
    browser.press(&[], key).await?;
    browser.until("a point is current", "return !!document.querySelector('.square .here')").await?;
    browser.words("return document.querySelector('[data-plot=step]').ariaValueText").await
}
