//! Search, years, day, section, mode and looks: what is typed and chosen, and what a broken address says.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use crate::page::{cards, lines, open_panel, search, select, status};

#[tokio::test]
async fn search_knows_scripts_apostrophes_and_accents() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let all = lines(browser).await?;
        let straight = found(browser, "Chang'e").await?;
        assert!(straight > 0 && straight < all, "Chang'e leaves {straight} of {all} lines");
        for same in ["Chang’e", "change", "CHANG'E", "Cháng'é"] {
            assert_eq!(found(browser, same).await?, straight, "lines found for {same}, against Chang'e");
        }
        let chinese = found(browser, "嫦娥").await?;
        assert!(chinese > 0 && chinese <= straight, "嫦娥 leaves {chinese} lines, Chang'e {straight}");
        let roskosmos = found(browser, "Роскосмос").await?;
        assert!(roskosmos > 0 && roskosmos < all, "Роскосмос leaves {roskosmos} of {all} lines");
        assert_eq!(found(browser, "роскосмос").await?, roskosmos, "lines found in small letters");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn search_goes_into_the_address_as_typed() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        found(browser, "Chang’e 嫦娥").await?;
        let typed = browser.words("return new URLSearchParams(location.search).get('q')").await?;
        assert_eq!(typed, "Chang’e 嫦娥", "the text in the address");
        let left = lines(browser).await?;
        browser.client().refresh().await?;
        browser.ready().await?;
        assert_eq!(lines(browser).await?, left, "lines after the page was loaded again");
        let field = browser.words("return document.querySelector('input[name=q]').value").await?;
        assert_eq!(field, "Chang’e 嫦娥", "the search field after the page was loaded again");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn years_limit_the_timeline() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        browser.filtered("a first year", set(browser, "from", "2024")).await?;
        browser.filtered("a last year", set(browser, "to", "2026")).await?;
        assert_eq!(search(browser).await?, "?from=2024&to=2026");
        let years = browser
            .list("return Array.from(document.querySelectorAll('.year h3'), e => e.textContent)")
            .await?;
        assert!(!years.is_empty(), "nothing is left between 2024 and 2026");
        let exact = browser.list(
            "return Array.from(document.querySelectorAll('.line > time'), e => e.dateTime.slice(0, 4))",
        );
        let outside: Vec<String> =
            exact.await?.into_iter().filter(|year| !("2024"..="2026").contains(&year.as_str())).collect();
        assert!(outside.is_empty(), "lines of other years are shown: {outside:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_year_that_is_none_is_said_and_dropped() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        let all = lines(browser).await?;
        set(browser, "from", "soon").await?;
        browser
            .until(
                "the status line says so",
                "return document.querySelector('.found').textContent.includes('soon')",
            )
            .await?;
        assert_eq!(lines(browser).await?, all, "a year that is none limits the timeline");
        assert_eq!(search(browser).await?, "", "a year that is none went into the address");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn as_of_takes_the_page_back() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let (all_lines, all_cards) = (lines(browser).await?, cards(browser).await?);
        open_panel(browser).await?;
        let date = "const field = document.querySelector('input[name=asof]'); field.value = '2021-06-15'; \
                    field.dispatchEvent(new Event('change', { bubbles: true }))"; // how a date is typed depends on the locale
        browser.filtered("choosing a day", async { browser.ask(date).await.map(drop) }).await?;
        assert_eq!(search(browser).await?, "?asof=2021-06-15");
        let said = browser.words("return document.querySelector('.dock').textContent").await?;
        assert!(
            said.contains("what was known on 15 June 2021"),
            "the page does not say which day it shows: {said}"
        );
        assert!(lines(browser).await? < all_lines, "as many entries in 2021 as today");
        assert!(cards(browser).await? < all_cards, "as many cards in 2021 as today");
        let later = browser
            .list("return Array.from(document.querySelectorAll('.line.happened > time'), e => e.dateTime)");
        let later: Vec<String> =
            later.await?.into_iter().filter(|date| date.as_str() > "2021-06-15").collect();
        assert!(later.is_empty(), "these had happened later than the day shown: {later:?}");
        browser.filtered("the reset", browser.click(".reset")).await?;
        assert_eq!((lines(browser).await?, cards(browser).await?), (all_lines, all_cards), "after the reset");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn dim_keeps_what_is_not_found() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing").await?;
        let (found, shown) = (lines(browser).await?, cards(browser).await?);
        open_panel(browser).await?;
        browser.filtered("dimming", select(browser, "mode", "dim")).await?;
        assert_eq!(search(browser).await?, "?kind=landing&mode=dim");
        assert_eq!(browser.count(".line:not(.dim)").await?, found, "lines that are not dimmed");
        assert!(browser.count(".line.dim").await? > 0, "no line is dimmed");
        assert_eq!(browser.count("article.card:not(.dim)").await?, shown, "cards that are not dimmed");
        assert!(browser.count("article.card.dim").await? > 0, "no card is dimmed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_view_shows_one_section() -> Outcome {
    const SECTIONS: &str =
        "return Array.from(document.querySelectorAll('main section[part=section]'), e => e.className)";
    run(async |browser| {
        let views = [
            ("plan", "plan"),
            ("missions", "missions"),
            ("participants", "participants"),
            ("promises", "promises"),
            ("timeline", "timeline"),
            ("table", "timeline"),
            ("conflicts", "conflicts"),
            ("compare", "compare"),
        ];
        for (view, section) in views {
            browser.open_ready(&format!("/?view={view}")).await?;
            assert_eq!(browser.list(SECTIONS).await?, [section], "the sections in view={view}");
            assert!(
                browser.holds("return document.querySelector('main').offsetHeight > 200").await?,
                "view={view} is empty"
            );
        }
        browser.open_ready("/?view=table&kind=landing").await?;
        let rows = browser.count("main tbody tr").await?.to_string();
        assert!(
            status(browser).await?.starts_with(&format!("{rows} of ")),
            "the table has not the rows of the status line"
        );
        open_panel(browser).await?;
        browser.filtered("choosing every section", select(browser, "view", "all")).await?;
        assert_eq!(search(browser).await?, "?kind=landing");
        assert!(browser.list(SECTIONS).await?.len() >= 6, "not every section came back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn theme_turns_the_page() -> Outcome {
    const PAPER: &str = "return getComputedStyle(document.querySelector('.explainer')).backgroundColor";
    run(async |browser| {
        browser.scheme("light").await?;
        browser.open_ready("/").await?;
        let light = browser.words(PAPER).await?;
        open_panel(browser).await?;
        browser.filtered("choosing dark", select(browser, "theme", "dark")).await?;
        assert_eq!(search(browser).await?, "?theme=dark");
        let theme = browser.words("return document.querySelector('.explainer').dataset.theme").await?;
        assert_eq!(theme, "dark", "data-theme");
        assert_ne!(browser.words(PAPER).await?, light, "the paper did not turn dark");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_broken_address_is_said_and_the_rest_honoured() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing~nonsense&status=soon&mission=luna-99&asof=yesterday&view=mars&from=20x6&q=%FF").await?;
        let said = status(browser).await?;
        for value in ["nonsense", "soon", "luna-99", "yesterday", "mars", "20x6", "%FF"] {
            assert!(said.contains(&format!("“{value}”")), "the status line does not say that {value} was dropped: {said}");
        }
        let left = lines(browser).await?;
        browser.open_ready("/?kind=landing").await?;
        assert_eq!(left, lines(browser).await?, "the part that was right was not honoured");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_not_ours_stays_in_the_address() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?utm_source=a%20b&kind=landing&fbclid=x").await?;
        let said = status(browser).await?;
        assert!(!said.contains("utm") && !said.contains("could not"), "a foreign name is mentioned: {said}");
        open_panel(browser).await?;
        crate::page::choose(browser, "status", "slipped").await?;
        assert_eq!(search(browser).await?, "?utm_source=a%20b&fbclid=x&kind=landing&status=slipped");
        browser.filtered("the reset", browser.click(".reset")).await?;
        assert_eq!(search(browser).await?, "?utm_source=a%20b&fbclid=x");
        Ok(())
    })
    .await
}

/// Searches for a text from an empty field; gives back the lines it leaves.
async fn found(browser: &Browser, text: &str) -> Outcome<u64> {
    if browser.holds("return !document.querySelector('.reset').disabled").await? {
        browser.filtered("the reset", browser.click(".reset")).await?;
    }
    browser.type_into("input[name=q]", text).await?;
    let all =
        format!("return new URLSearchParams(location.search).get('q') === {}", serde_json::Value::from(text));
    browser.until("the address holds what was typed", &all).await?;
    lines(browser).await
}

/// Types into a field and leaves it.
async fn set(browser: &Browser, name: &str, text: &str) -> Outcome {
    browser.type_into(&format!("input[name={name}]"), &format!("{text}\u{e004}")).await
}
