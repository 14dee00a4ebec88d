//! The story of the front page: its notes open by mouse and keyboard, with scripts and without; nothing is too wide or
//! hidden.

use crate::browser::{Browser, run};
use crate::keys::ENTER;
use crate::outcome::Outcome;

const ESCAPE: char = '\u{e00c}';

/// The first mark, and whether its note is open.
const MARK: &str = ".told button[popovertarget]";
const OPEN: &str = "return document.querySelectorAll('.note:popover-open').length === 1";
const SHUT: &str = "return document.querySelectorAll('.note:popover-open').length === 0";

/// Opens the first note with Enter and closes it with Escape.
async fn note(browser: &Browser) -> Outcome {
    let focus = format!(
        "const mark = document.querySelector('{MARK}'); mark.scrollIntoView({{block: 'center'}}); mark.focus()"
    );
    browser.ask(&focus).await?;
    browser.press(&[], ENTER).await?;
    browser.until("Enter opens the note", OPEN).await?;
    let words = browser.words("return document.querySelector('.note:popover-open').innerText").await?;
    assert!(words.contains("high") && words.contains("2021"), "the note says no grade or date: {words}");
    let within = "const box = document.querySelector('.note:popover-open').getBoundingClientRect(); \
        return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && box.width > 150";
    assert!(browser.holds(within).await?, "the note is not within the window");
    browser.press(&[], ESCAPE).await?;
    browser.until("Escape closes the note", SHUT).await?;
    let focused = format!("return document.activeElement === document.querySelector('{MARK}')");
    assert!(browser.holds(&focused).await?, "the focus did not return to the mark");
    Ok(())
}

#[tokio::test]
async fn a_note_opens_and_closes_by_keys() -> Outcome {
    run(async |browser| {
        for width in [1280, 360] {
            browser.window(width, 720).await?;
            browser.open_ready("/").await?;
            note(browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_opens_without_scripts() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/").await?;
        note(browser).await?;
        browser.click(MARK).await?;
        browser.until("a click opens the note", OPEN).await?;
        browser.click(".note:popover-open a").await?;
        browser
            .until(
                "its link leads to the source",
                "return location.pathname === '/sources/' && !!document.querySelector(':target')",
            )
            .await
    })
    .await
}

#[tokio::test]
async fn the_story_fits_320_px() -> Outcome {
    const WIDE: &str = "return [...document.querySelectorAll('.story *')].filter((e) => e.checkVisibility() && !e.ownerSVGElement) \
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1) \
        .map((e) => `${e.localName}.${e.className.baseVal ?? e.className} “${e.textContent.trim().slice(0, 30)}”`)";
    run(async |browser| {
        browser.window(320, 640).await?;
        browser.open_ready("/").await?;
        let wide = browser.list(WIDE).await?;
        assert!(wide.is_empty(), "{wide:?}");
        Ok(())
    })
    .await
}

/// The words stay beside a picture that is higher than the window, and neither covers the other.
#[tokio::test]
async fn the_words_stay_beside_their_picture() -> Outcome {
    run(async |browser| {
        browser.window(1280, 720).await?;
        browser.open_ready("/").await?;
        for chapter in ["who", "flies", "disputed", "next"] {
            let go = format!(
                "const box = document.querySelector('.{chapter} .picture').getBoundingClientRect(); \
                 scrollBy({{ top: box.top + box.height / 2 - innerHeight / 2, behavior: 'instant' }})"
            );
            browser.ask(&go).await?;
            let seen = format!(
                "const [told, picture] = ['told', 'picture'].map((name) => document.querySelector(`.{chapter} .${{name}}`).getBoundingClientRect()); \
                 const heading = document.querySelector('.{chapter} h3').getBoundingClientRect(); \
                 const there = document.elementFromPoint(heading.left + 30, heading.top + heading.height / 2); \
                 return heading.top >= 0 && heading.bottom <= innerHeight && told.right <= picture.left && !!there?.closest('.{chapter} .told')"
            );
            browser.until(&format!("the words of {chapter} are beside the picture"), &seen).await?;
        }
        Ok(())
    })
    .await
}

/// Beside a section that stands alone is what belongs to it, and no chapter.
#[tokio::test]
async fn a_section_alone_has_its_picture_and_no_story() -> Outcome {
    run(async |browser| {
        for (view, pictures) in [("plan", 1), ("missions", 1), ("participants", 0), ("timeline", 0)] {
            browser.open_ready(&format!("/?view={view}")).await?;
            let shown = |of: &str| {
                format!("return [...document.querySelectorAll('.story {of}')].filter((e) => e.checkVisibility()).length")
            };
            assert_eq!(browser.number(&shown(".told")).await?, 0, "words of the story beside {view}");
            assert_eq!(browser.number(&shown(".picture")).await?, pictures, "pictures beside {view}");
        }
        browser.open("/embed/").await?;
        assert_eq!(browser.count(".story, a[href='#story']").await?, 0, "the story is in the page for frames");
        Ok(())
    })
    .await
}
