//! Words in drawings: as large as the reader's own size asks, and from left to right on a page that runs the other way.

use crate::browser::{Browser, run};
use crate::outcome::Outcome;
use serde_json::json;

/// The drawings, each by a text of it.
const DRAWN: [&str; 9] = [
    ".track .lane > text",
    ".track .tick text",
    ".overview text",
    ".slip .strip text",
    ".step .square text",
    ".stairs text",
    ".lanes text.tick",
    ".scene svg .part text",
    ".discs svg text",
];

/// How large a text is on the screen, in tenths of a pixel.
const SIZE: &str = "(selector => {
    const text = [...document.querySelectorAll(selector)].find(one => one.checkVisibility());
    const scale = text.getScreenCTM();
    return Math.round(10 * parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b));
})";

async fn sizes(browser: &Browser, default: u32) -> Outcome<Vec<u64>> {
    // The default size is a setting of the browser; a page meets it as the size of its root.
    browser.ask(&format!("document.documentElement.style.fontSize = '{default}px'")).await?;
    let follows = format!(
        "return Math.abs(document.querySelector('.track .plot svg').getScreenCTM().a - {default} / 16) < .02"
    );
    browser.until("the track is laid out anew", &follows).await?;
    let mut all = Vec::new();
    for selector in DRAWN {
        all.push(browser.number(&format!("return {SIZE}('{selector}')")).await?);
    }
    Ok(all)
}

/// From 9 to 32 pixels, in a window in which the same layout has room.
#[tokio::test]
async fn words_in_drawings_are_as_large_as_the_reader_asks() -> Outcome {
    run(async |browser| {
        let mut all = Vec::new();
        for default in [9, 16, 32] {
            browser.window(70 * default, 900).await?;
            browser.open_ready("/").await?;
            all.push(sizes(browser, default).await?);
        }
        for (place, selector) in DRAWN.into_iter().enumerate() {
            let [small, usual, large] = [all[0][place], all[1][place], all[2][place]];
            assert!(
                small * 13 / 10 < usual && usual * 16 / 10 < large,
                "{selector}: {small} {usual} {large}"
            );
        }
        // In a narrow window they are still larger for who asks for more.
        let mut narrow = Vec::new();
        for default in [16, 32] {
            browser.window(400, 800).await?;
            browser.open_ready("/").await?;
            narrow.push(sizes(browser, default).await?);
        }
        for (place, selector) in DRAWN.into_iter().enumerate() {
            let [usual, large] = [narrow[0][place], narrow[1][place]];
            assert!(usual * 16 / 10 < large, "{selector} in a narrow window: {usual} {large}");
        }
        Ok(())
    })
    .await
}

/// Where every word and mark of the charts stands in its own drawing, in pixels.
const PLACES: &str = "return [...document.querySelectorAll('.slip-plot svg, .step .square, .stairs, .lanes svg, .scene svg, .discs svg')] \
    .filter(svg => svg.checkVisibility()).flatMap(svg => { \
      const left = svg.getBoundingClientRect().left; \
      return [...svg.querySelectorAll('text, circle')].filter(one => one.checkVisibility()) \
        .map(one => `${Math.round(one.getBoundingClientRect().left - left)} ${one.textContent.slice(0, 20)}`) })";

#[tokio::test]
async fn drawings_run_from_left_to_right_on_a_page_that_does_not() -> Outcome {
    run(async |browser| {
        for width in [1280, 400] {
            browser.window(width, 900).await?;
            browser.open_ready("/").await?;
            let places = browser.list(PLACES).await?;
            assert!(places.len() > 300, "{} words and marks", places.len());
            browser.ask("document.documentElement.dir = 'rtl'").await?;
            let turned = browser.list(PLACES).await?;
            let moved: Vec<_> = places.iter().zip(&turned).filter(|(one, other)| one != other).take(10).collect();
            assert!(moved.is_empty() && places.len() == turned.len(), "at {width} px: {moved:?}");
            // A strip stands over the years of its chart.
            let over = "const grid = document.querySelector('.slip-grid').getBoundingClientRect(); \
                return [...document.querySelectorAll('.slip .strip')].every(one => { const box = one.getBoundingClientRect(); \
                return Math.abs(box.left - grid.left) < 2 && Math.abs(box.right - grid.right) < 2 })";
            assert!(browser.holds(over).await?, "at {width} px the strips do not stand over their years");
        }
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await.map(drop)
    })
    .await
}

/// What of the track is not within it, or stands over another word of it.
const COLLIDES: &str = "const track = document.querySelector('.track'), { left, right } = track.getBoundingClientRect();
    const box = (one) => one.getBoundingClientRect(), wrong = [];
    for (const group of ['.overview text', '.plot .tick text', '.lane > text:not(.peak)', '.lane .at text']) {
        const all = [...track.querySelectorAll(group)].map((one) => [one.textContent, box(one)]);
        for (const [words, { left: from, right: to }] of all)
            if (from < left - 1 || group !== '.plot .tick text' && to > right + 1) wrong.push(`${words} is cut`);
        for (const [place, [words, a]] of all.entries())
            for (const [other, b] of all.slice(place + 1))
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
                    wrong.push(`${words} over ${other}`);
    }
    return wrong";

/// Words as large as the reader asks have room, where lines have their names too.
#[tokio::test]
async fn the_track_has_room_for_large_words() -> Outcome {
    run(async |browser| {
        browser.inject("addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '32px')").await?;
        for width in [390, 1280] {
            browser.window(width, 900).await?;
            for address in ["/", "/?mission=luna-26", "/?kind=landing"] {
                browser.open_ready(address).await?;
                browser.taken_over().await?;
                let large = "return document.querySelector('.track .plot svg')?.getScreenCTM().a > 1.9";
                browser.until("the track is large", large).await?;
                let wrong = browser.list(COLLIDES).await?;
                assert!(wrong.is_empty(), "{address} at {width} px: {wrong:#?}");
            }
        }
        Ok(())
    })
    .await
}
