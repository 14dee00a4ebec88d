//! What the page looks like, against stored pictures of the catalogue: every section, light and dark, at 320, 768 and
//! 1280 px. `UPDATE_PICTURES=1` takes them anew; look at them before you keep them.
//!
//! Measure: a pixel differs if one of its channels does by more than [`STEP`]; a picture passes if at most
//! [`SHARE`] of its pixels differ. Another machine smooths letters a little differently, which stays far below both;
//! a word moved by a pixel, another colour or a missing line does not.

use crate::browser::{Browser, run, run_on};
use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::picture::{Picture, decoded, encoded};
use crate::site::Site;
use fantoccini::Locator;
use ilrs_explainer::site::catalogue;
use std::path::PathBuf;

/// By how much of 255 a channel may differ.
const STEP: u8 = 40;
/// What share of the pixels may differ by more.
const SHARE: f64 = 0.01;

/// A picture: theme, width of the window's half, and the specimen.
const PICTURES: [(&str, u32, &str); 23] = [
    ("light", 1280, "opening"),
    ("dark", 320, "opening"),
    ("light", 1280, "slip"),
    ("dark", 320, "slip"),
    ("light", 768, "marks"),
    ("light", 768, "cards"),
    ("dark", 768, "cards-open"),
    ("light", 320, "cards-dim"),
    ("light", 768, "milestones"),
    ("dark", 1280, "participants"),
    ("light", 1280, "conflicts"),
    ("dark", 768, "lines"),
    ("light", 320, "lines-dim"),
    ("dark", 1280, "table"),
    ("light", 1280, "filter"),
    ("dark", 768, "step"),
    ("light", 768, "track"),
    ("light", 768, "sources"),
    ("dark", 320, "empty"),
    ("light", 768, "scene-step"),
    ("dark", 320, "scene"),
    ("light", 768, "maps"),
    ("dark", 768, "joined"),
];

/// The pictures of the page itself, which are laid out from the record as it is: its folder, theme, width of the window,
/// name and what it shows. How other languages are set is seen in the opening, in prose, and in what filters.
const DRAWINGS: [(&str, &str, u32, &str, &str); 9] = [
    ("", "light", 1280, "scene", "figure.scene"),
    ("", "dark", 768, "maps", "figure.maps"),
    ("", "light", 320, "maps", "figure.maps"),
    ("zh/", "light", 1280, "opening-zh", ".opening"),
    ("zh/", "dark", 1280, "filter-zh", ".facets > .column"),
    ("zh/", "light", 360, "told-zh", ".chapter.when .told"),
    ("ru/", "light", 1280, "opening-ru", ".opening"),
    ("ru/", "dark", 1280, "filter-ru", ".facets > .column"),
    ("ru/", "light", 360, "told-ru", ".chapter.when .told"),
];

#[tokio::test]
async fn the_page_looks_as_it_did() -> Outcome {
    run_on(catalogued()?, async |browser| {
        let mut faults = Vec::new();
        for width in [320, 768, 1280] {
            browser.window(width * 2, 3000).await?;
            browser.open("/catalogue/").await?;
            prepared(browser).await?;
            for (theme, _, specimen) in PICTURES.iter().filter(|(_, of, _)| *of == width) {
                let selector = format!("[data-theme=\"{theme}\"] [data-specimen=\"{specimen}\"]");
                faults.extend(compared(browser, &selector, &format!("{specimen}-{theme}-{width}")).await?);
            }
        }
        assert!(faults.is_empty(), "{}\nUPDATE_PICTURES=1 takes those that differ anew", faults.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_drawings_look_as_they_did() -> Outcome {
    run(async |browser| {
        let mut faults = Vec::new();
        for (folder, theme, width, drawing, selector) in DRAWINGS {
            browser.window(width, 3000).await?;
            browser.open_ready(&format!("/{folder}?theme={theme}")).await?;
            prepared(browser).await?;
            if selector == ".opening" {
                // How old the record is changes with the day on which the picture is taken.
                browser.ask("document.querySelector('.checked').style.display = 'none'").await?;
            }
            let name = format!("{drawing}-{theme}-{width}");
            faults.extend(compared(browser, selector, &name).await?);
        }
        assert!(faults.is_empty(), "{}\nUPDATE_PICTURES=1 takes those that differ anew", faults.join("\n"));
        Ok(())
    })
    .await
}

/// The catalogue, built by the crate itself into a folder of its own.
fn catalogued() -> Outcome<Site> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("catalogue");
    // On a thread of its own: the renderer has a runtime, and this one is busy with the test.
    let made = std::thread::spawn(|| catalogue::files(&dist::root())).join();
    for (path, bytes) in made.map_err(|_| fault("the catalogue cannot be rendered"))?.map_err(fault)? {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        std::fs::write(path, bytes)?;
    }
    Site::of(folder)
}

/// The fonts that the test command installs instead of the reader's own; no date that a system writes in its own way;
/// and everything laid out, so that nothing moves when it comes near the window.
async fn prepared(browser: &Browser) -> Outcome {
    const FONTS: &str = "const sheet = new CSSStyleSheet(); \
        sheet.replaceSync(`.explainer { --serif: \"Liberation Serif\", \"Noto Serif CJK SC\", \"DejaVu Sans\"; \
                                        --sans: \"Liberation Sans\", \"Noto Sans CJK SC\", \"DejaVu Sans\" } \
                           input[type=date] { color: transparent } \
                           * { content-visibility: visible !important }`); \
        document.adoptedStyleSheets = [sheet]; \
        const wide = font => { const c = document.createElement('canvas').getContext('2d'); \
                               c.font = `40px ${font}`; return c.measureText('Wilma 1234').width }; \
        return wide('\"Liberation Sans\", monospace') !== wide('monospace') \
            && wide('\"Liberation Serif\", monospace') !== wide('monospace')";
    if browser.holds(FONTS).await? {
        return Ok(());
    }
    Err(fault("the pictures need the Liberation fonts; on Debian: apt-get install fonts-liberation"))
}

/// Compares an element with its stored picture. Where they differ, what was taken is kept beside, or asked to renew, in
/// its place: the others stay as they are.
async fn compared(browser: &Browser, selector: &str, name: &str) -> Outcome<Option<String>> {
    let name = format!("{name}.png");
    let path = dist::root().join("tests/pictures").join(&name);
    browser.ask_with("document.querySelector(arguments[0]).scrollIntoView()", vec![selector.into()]).await?;
    let element = browser.client().find(Locator::Css(selector)).await?;
    let taken = decoded(&element.screenshot().await?)?;
    let stored = path.exists().then(|| std::fs::read(&path)).transpose()?;
    let differ = match stored {
        Some(stored) => difference(&decoded(&stored)?, &taken),
        None => Some("none is stored".to_string()),
    };
    let Some(differ) = differ else { return Ok(None) };
    let renew = std::env::var_os("UPDATE_PICTURES").is_some();
    let place = if renew { path } else { PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&name) };
    std::fs::write(&place, encoded(&taken)?)?;
    Ok((!renew).then(|| format!("{name}: {differ}; it now looks like {}", place.display())))
}

/// How two pictures differ, in words; nothing if they pass for the same.
fn difference(stored: &Picture, taken: &Picture) -> Option<String> {
    if (stored.width, stored.height) != (taken.width, taken.height) {
        return Some(format!(
            "it was {} by {} px and is {} by {}",
            stored.width, stored.height, taken.width, taken.height
        ));
    }
    let pairs = stored.pixels.chunks_exact(3).zip(taken.pixels.chunks_exact(3));
    let differ = pairs.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > STEP)).count();
    let share = differ as f64 / f64::from(stored.width * stored.height);
    (share > SHARE)
        .then(|| format!("{differ} pixels differ, {:.2} % and not {} %", share * 100.0, SHARE * 100.0))
}

#[test]
fn a_changed_picture_is_seen() {
    let plain = || Picture { width: 100, height: 10, pixels: vec![200; 3000] };
    let with = |pixels: usize, value: u8| {
        let mut picture = plain();
        picture.pixels[..3 * pixels].fill(value);
        picture
    };
    assert_eq!(difference(&plain(), &plain()), None);
    assert_eq!(difference(&plain(), &with(1000, 200 - STEP)), None, "smoothed otherwise");
    assert_eq!(difference(&plain(), &with(10, 0)), None, "a few pixels");
    assert!(difference(&plain(), &with(11, 0)).is_some(), "more than a few");
    assert!(difference(&plain(), &Picture { width: 10, height: 100, pixels: vec![200; 3000] }).is_some());
}
