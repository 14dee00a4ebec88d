//! By the keyboard alone, from top to bottom and back: everything is reached, seen and usable; nothing holds on.

use crate::browser::{Browser, run};
use crate::keys::{DOWN, ENTER, SHIFT, TAB};
use crate::outcome::Outcome;
use crate::page::{lines, panel, search, track};
use fantoccini::actions::{InputSource, WheelAction, WheelActions};

const SPACE: char = ' ';

/// More steps than any page here has; who needs more is trapped.
const STEPS: usize = 4000;

/// What can be reached by Tab. Radios of one name are one stop.
const CONTROLS: &str = "a[href], button:enabled, input:enabled:not([type=radio]:not(:checked)), select:enabled, summary, [tabindex='0']";

/// Says of the element in focus what is wrong with it, if anything; null once the focus has left the page.
const LOOK: &str = "
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const name = `${e.localName}.${e.className} “${(e.name || e.textContent).trim().slice(0, 40)}”`;
    if (!e.matches(':focus')) return ''; // a part of a date field has it, which the browser draws by itself
    const style = getComputedStyle(e);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) return `${name}: its focus is not visible`;
    const box = [...e.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
    if (!box || box.width * box.height === 0) return `${name}: has focus and no size`;
    const middle = box => document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const hit = middle(box);
    if (!hit) return `${name}: has focus outside the window`;
    // A link in a drawing is a form and words with room between them: one of them has to be hit.
    const parts = e instanceof SVGElement ? [...e.querySelectorAll('path, text')] : [];
    if (parts.some(part => e.contains(middle(part.getBoundingClientRect())))) return '';
    // Of a handle only the thumb takes a pointer: the drawing that it stands on is not over it.
    if (e.matches('.overview > input') && e.parentElement.contains(hit)) return '';
    const seen = hit === e || e.contains(hit) || hit.contains(e) || hit.closest('label')?.contains(e);
    return seen ? '' : `${name}: is covered by ${hit.localName}.${hit.className}`;
";

#[tokio::test]
async fn tab_goes_from_top_to_bottom() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        from_top_to_bottom(browser).await
    })
    .await
}

/// In other languages fewer lines will do.
#[tokio::test]
async fn other_languages_work_by_keys() -> Outcome {
    run(async |browser| {
        for (folder, word) in [("zh", "嫦娥"), ("ru", "луна")] {
            browser.open_ready(&format!("/{folder}/?kind=loss")).await?;
            from_top_to_bottom(browser).await?;
            browser.ask("scrollTo(0, 0)").await?;
            tab_to(browser, "input[name=q]").await?;
            browser.filtered("typing", type_keys(browser, word)).await?;
            tab_to(browser, ".facet[data-facet=kind] [value=landing]").await?;
            browser.filtered("Space on a box", browser.press(&[], SPACE)).await?;
            let found = lines(browser).await?;
            tab_to(browser, ".chips .chip").await?;
            browser.filtered("Enter on a chip", browser.press(&[], ENTER)).await?;
            assert!(lines(browser).await? > found, "{folder}: the words no longer limit what is found");
            assert!(focus_is(browser, "a, button, input, summary").await?, "{folder}: the focus has fallen");
        }
        Ok(())
    })
    .await
}

/// Tab meets every control of the page once, in view and uncovered.
async fn from_top_to_bottom(browser: &Browser) -> Outcome {
    track(browser).await?;
    let visible = format!(
        "return [...document.querySelectorAll(\"{CONTROLS}\")].filter(e => e.checkVisibility()).length"
    );
    // The field of a day is four stops: its three numbers and its calendar.
    let dates = browser.count("input[type=date]").await?;
    let controls = browser.number(&visible).await? + 3 * dates;
    let (steps, faults) = walk(browser, &[]).await?;
    none(&faults, "on the way down");
    assert_eq!(steps as u64, controls, "steps from the top to the bottom, against controls on the page");
    Ok(())
}

#[tokio::test]
async fn shift_tab_goes_back_up_uncovered() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing").await?;
        browser.ask("[...document.querySelectorAll('main [aria-expanded]')].at(-1).focus()").await?;
        let (_, faults) = walk(browser, &[SHIFT]).await?;
        none(&faults, "on the way up");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_passes_an_open_facet_uncovered() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=loss").await?;
        tab_to(browser, ".facet[data-facet=participant] .every").await?;
        browser.press(&[], ENTER).await?;
        browser.until("all are there", "return !!document.querySelector('.facet [type=search]')").await?;
        let (_, faults) = walk(browser, &[]).await?;
        none(&faults, "with a facet open");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_filter_works_by_keys() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let all = lines(browser).await?;
        tab_to(browser, "input[name=q]").await?;
        browser.filtered("typing", type_keys(browser, "moon")).await?;
        tab_to(browser, ".reset").await?;
        browser.filtered("Enter on the reset", browser.press(&[], ENTER)).await?;
        assert_eq!(lines(browser).await?, all, "lines after the reset");
        assert!(
            focus_is(browser, "a, button, input, summary").await?,
            "the reset left the focus nowhere: it fell to the body"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_panel_works_by_keys() -> Outcome {
    run(async |browser| {
        browser.window(768, 900).await?;
        browser.open_ready("/").await?;
        let open = "document.querySelector('.facets > .column').checkVisibility()";
        tab_to(browser, ".facets > .more").await?;
        browser.press(&[], SPACE).await?;
        browser.until("Space opens the facets", &format!("return {open}")).await?;
        browser.press(&[], ENTER).await?;
        browser.until("Enter closes them", &format!("return !{open}")).await?;
        browser.press(&[], ENTER).await?;
        panel(browser).await?;
        tab_to(browser, ".facet[data-facet=kind] [value=landing]").await?;
        browser.filtered("Space on a box", browser.press(&[], SPACE)).await?;
        assert_eq!(search(browser).await?, "?kind=landing");
        assert!(
            focus_is(browser, ".facet[data-facet=kind] [value=landing]").await?,
            "ticking a box moved the focus away from it"
        );
        browser.filtered("Space on the same box", browser.press(&[], SPACE)).await?;
        assert_eq!(search(browser).await?, "");
        tab_to(browser, "select[name=mode]").await?;
        browser.filtered("Down in a list", browser.press(&[], DOWN)).await?;
        assert_eq!(search(browser).await?, "?mode=dim");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn dropping_a_chip_keeps_the_focus_on_the_page() -> Outcome {
    run(async |browser| {
        browser.open_ready("/?kind=landing&status=slipped").await?;
        tab_to(browser, ".chips .chip").await?;
        browser.filtered("Enter on a chip", browser.press(&[], ENTER)).await?;
        assert!(
            focus_is(browser, "a, button, input, summary").await?,
            "dropping a chip let the focus fall to the body"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_card_opens_by_keys() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.tab("missions").await?;
        tab_to(browser, ".card [aria-expanded]").await?;
        browser.press(&[], ENTER).await?;
        browser
            .until("Enter opens the card", "return !!document.querySelector('.card.open + .panel')")
            .await?;
        assert!(focus_is(browser, ".card.open [aria-expanded=true]").await?, "the focus has left the title");
        tab_to(browser, ".panel *").await?;
        tab_to(browser, ".panel-foot button").await?;
        browser.press(&[], SPACE).await?;
        browser.until("its button closes it", "return !document.querySelector('.panel')").await?;
        assert!(
            focus_is(browser, ".card [aria-expanded=false]").await?,
            "the focus is not back at the title"
        );
        browser.press(&[], ENTER).await?;
        browser.until("Enter opens it again", "return !!document.querySelector('.panel')").await?;
        browser.press(&[], ENTER).await?;
        browser.until("and closes it", "return !document.querySelector('.panel')").await
    })
    .await
}

#[tokio::test]
async fn the_wheel_scrolls_the_page_from_anywhere() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        for (place, x, y) in [("the dock", 640, 20), ("a line", 700, 500)] {
            browser.ask("document.querySelector('.line').scrollIntoView({ block: 'center' })").await?;
            let before = browser.number("return Math.round(scrollY)").await?;
            let scroll = WheelAction::Scroll { duration: None, x, y, delta_x: 0, delta_y: 400 };
            let wheel = WheelActions::new("wheel".to_string()).then(scroll);
            browser.client().perform_actions(wheel).await?;
            let moved = format!("return scrollY > {before} + 100");
            browser.until(&format!("the wheel over {place} scrolls the page"), &moved).await?;
        }
        Ok(())
    })
    .await
}

/// Presses Tab until the focus leaves the page; gives back the number of elements met, and their faults.
async fn walk(browser: &Browser, held: &[char]) -> Outcome<(usize, Vec<String>)> {
    let mut faults = Vec::new();
    for steps in 0..STEPS {
        browser.press(held, TAB).await?;
        let look = browser.ask(LOOK).await?;
        match look.as_str() {
            None => return Ok((steps, faults)),
            Some("") => {}
            Some(wrong) => faults.push(wrong.to_string()),
        }
    }
    panic!("the focus does not leave the page in {STEPS} steps: something traps it");
}

fn none(faults: &[String], on: &str) {
    let first = faults.iter().take(10).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults {on}, the first of them:\n{first}", faults.len());
}

/// Presses Tab until this has the focus.
async fn tab_to(browser: &Browser, selector: &str) -> Outcome {
    for _ in 0..STEPS {
        browser.press(&[], TAB).await?;
        if focus_is(browser, selector).await? {
            return Ok(());
        }
        let left = browser.holds("return document.activeElement === document.body").await?;
        assert!(!left, "Tab went past the end of the page without meeting {selector}");
    }
    panic!("{selector} is not reached in {STEPS} steps");
}

async fn focus_is(browser: &Browser, selector: &str) -> Outcome<bool> {
    let matches =
        browser.ask_with("return document.activeElement.matches(arguments[0])", vec![selector.into()]);
    Ok(matches.await? == true)
}

async fn type_keys(browser: &Browser, text: &str) -> Outcome {
    for key in text.chars() {
        browser.press(&[], key).await?;
    }
    Ok(())
}
