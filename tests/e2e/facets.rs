//! Each facet, by the mouse: what its choice promises is what it leaves, in timeline, cards and address.

use crate::browser::{Browser, run};
use crate::outcome::{Outcome, fault};
use crate::page::{cards, choose, lines, open_panel, search, status as status_line, view};

#[tokio::test]
async fn kind() -> Outcome {
    facet("kind").await
}

#[tokio::test]
async fn participant() -> Outcome {
    facet("participant").await
}

#[tokio::test]
async fn mission() -> Outcome {
    facet("mission").await
}

#[tokio::test]
async fn milestone() -> Outcome {
    facet("milestone").await
}

#[tokio::test]
async fn phase() -> Outcome {
    facet("phase").await
}

#[tokio::test]
async fn status() -> Outcome {
    facet("status").await
}

#[tokio::test]
async fn confidence() -> Outcome {
    facet("confidence").await
}

#[tokio::test]
async fn two_values_of_a_facet_add_up_and_two_facets_narrow() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        let landing = choose(browser, "kind", "landing").await?;
        let launch = choose(browser, "kind", "launch").await?;
        assert_eq!(lines(browser).await?, landing + launch, "landings and launches together");
        let slipped = choose(browser, "status", "slipped").await?;
        assert_eq!(lines(browser).await?, slipped, "what slipped among landings and launches");
        assert_eq!(search(browser).await?, "?kind=landing~launch&status=slipped");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn reset_returns_everything_and_the_plain_address() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let before = view(browser).await?;
        open_panel(browser).await?;
        choose(browser, "status", "slipped").await?;
        browser.filtered("searching", browser.type_into("input[name=q]", "China")).await?;
        assert_eq!(browser.count(".chips .chip").await?, 2, "one chip for each thing that limits the page");
        browser.filtered("the reset", browser.click(".reset")).await?;
        let after = view(browser).await?;
        assert_eq!(after, before, "lines, cards and status line after the reset");
        assert_eq!(search(browser).await?, "", "the address after the reset");
        assert_eq!(browser.count(".facet input:checked").await?, 0, "boxes are still ticked after the reset");
        let typed = browser.words("return document.querySelector('input[name=q]').value").await?;
        assert_eq!(typed, "", "the search field after the reset");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chip_drops_its_choice() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing&status=slipped").await?;
        browser.filtered("clicking a chip", browser.click(".chips .chip")).await?;
        assert_eq!(search(browser).await?, "?status=slipped", "the address after the first chip is gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_left_says_what_to_loosen() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?q=zzzzzz&kind=landing").await?;
        assert_eq!(lines(browser).await?, 0, "lines for a word that stands nowhere");
        let ways = browser
            .list("return Array.from(document.querySelectorAll('.empty + .chips .chip'), e => e.textContent)")
            .await?;
        assert_eq!(ways.len(), 2, "one way out for each of text and kind: {ways:?}");
        browser.filtered("loosening the text", browser.click(".empty + .chips .chip")).await?;
        let left = lines(browser).await?.to_string();
        assert!(ways[0].ends_with(&left), "`{}` promised another number than the {left} it left", ways[0]);
        Ok(())
    })
    .await
}

async fn facet(name: &str) -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let before = view(browser).await?;
        open_panel(browser).await?;
        let value = rarest(browser, name).await?;
        let promised = choose(browser, name, &value).await?;
        assert_eq!(
            lines(browser).await?,
            promised,
            "lines of the timeline against the count beside {name}={value}"
        );
        let status = status_line(browser).await?;
        assert_ne!(status, before.2, "the status line did not change");
        assert!(
            status.starts_with(&format!("{promised} of {} ", before.0)),
            "the status line says otherwise: {status}"
        );
        assert_eq!(search(browser).await?, format!("?{name}={value}"), "the address after the choice");
        let left = cards(browser).await?;
        assert!(left < before.1, "no card was hidden by {name}={value}: {left} of {} are shown", before.1);
        choose(browser, name, &value).await?;
        let after = view(browser).await?;
        assert_eq!(after, before, "lines, cards and status line after the choice was taken back");
        assert_eq!(search(browser).await?, "", "the address after the choice was taken back");
        Ok(())
    })
    .await
}

/// The value of a facet that leaves the fewest lines, but some.
async fn rarest(browser: &Browser, facet: &str) -> Outcome<String> {
    let script = format!(
        "return Array.from(document.querySelectorAll('.facet[data-facet={facet}] label'), \
         label => [Number(label.querySelector('small').textContent), label.querySelector('input').value]) \
         .filter(([count]) => count > 0).sort((a, b) => a[0] - b[0])[0]?.[1]"
    );
    browser.words(&script).await.map_err(|_| fault(format!("the facet {facet} offers nothing")))
}

/// The boxes are made when their panel is opened; until then the form says for them what is chosen.
#[tokio::test]
async fn what_is_chosen_stays_while_the_panel_is_closed() -> Outcome {
    const CHOSEN: &str = "kind=landing~launch&status=happened&from=2019&view=timeline&mode=dim";
    run(async |browser| {
        browser.open_ready(&format!("/?{CHOSEN}")).await?;
        browser.filtered("typing", browser.type_into("input[name=q]", "moon")).await?;
        let typed = format!("?q=moon&{CHOSEN}");
        browser.until("it is in the address", &format!("return location.search === '{typed}'")).await?;
        open_panel(browser).await?;
        assert_eq!(search(browser).await?, typed, "opening the panel chooses nothing");
        choose(browser, "kind", "launch").await?;
        assert_eq!(search(browser).await?, typed.replace("~launch", ""));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tab_followed_before_the_app_answers_stays() -> Outcome {
    run(async |browser| {
        let shown = "[...document.querySelectorAll('[part=section]')].filter(e => e.checkVisibility()).map(e => e.className)";
        let follow = format!(
            "addEventListener('DOMContentLoaded', () => {{ \
             window.early = document.querySelector('.filter fieldset').disabled; \
             document.querySelector('.tabs a[href=\"#missions\"]').click(); \
             window.before = {shown} }})"
        );
        browser.inject(&follow).await?;
        browser.open_ready("/").await?;
        assert!(browser.holds("return early").await?, "the app had answered before");
        assert_eq!(browser.list("return before").await?, ["missions"], "before the app answers");
        assert_eq!(browser.list(&format!("return {shown}")).await?, ["missions"], "once it does");
        let current = "return document.querySelector('.tabs [aria-current]').textContent";
        assert!(browser.words(current).await?.starts_with("missions"), "the tab says so");
        browser.filtered("a choice", browser.click(".facet[data-facet=kind] label")).await?;
        browser.tab("conflicts").await?;
        browser.ask("history.back()").await?;
        browser.until("Back leads to the tab before", &format!("return {shown}[0] === 'missions'")).await
    })
    .await
}
