//! Browsers that lack one of the newer features of CSS: the sheet comes with that feature under a name that nobody knows,
//! so that this browser drops what an older one drops. All can be read, in light and dark, and all is on paper.

use crate::browser::{Browser, run_on};
use crate::outcome::Outcome;
use crate::site::{Answer, Site};
use serde_json::json;

/// A feature, how it is written, and in what a browser without it meets it.
type Feature = (&'static str, &'static [(&'static str, &'static str)]);

const FEATURES: [Feature; 9] = [
    ("light-dark()", &[("light-dark(", "unknown-light-dark(")]),
    ("oklch()", &[("oklch(", "unknown-oklch(")]),
    ("color-mix()", &[("color-mix(", "unknown-mix(")]),
    (":has()", &[(":has(", ":unknown-has(")]),
    ("container queries", &[("@container", "@unknown-container"), ("cqi", "unknowncqi")]),
    ("::details-content", &[("::details-content", "::unknown-content")]),
    ("popover", &[(":popover-open", ":unknown-open"), ("popover=", "data-popover=")]),
    ("anchor positioning", &[("position-area", "unknown-area"), ("position-try", "unknown-try")]),
    ("scripting", &[("(scripting: none)", "(unknown: none)")]),
];

/// Our site for a browser that lacks a feature.
fn without((_, names): &Feature) -> Outcome<Site> {
    let names = names.to_vec();
    Site::twisted(move |uri, answer: Answer| {
        if uri.path().ends_with(".css") || answer.is_page() {
            return answer
                .text(|text| names.iter().fold(text, |text, (known, unknown)| text.replace(known, unknown)));
        }
        answer
    })
}

/// Every piece of text whose colour hardly differs from its ground, and every shape that is black where nothing says so.
const UNREADABLE: &str = "
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const shades = new Map();
    const shade = colour => {
      if (!shades.has(colour)) {
        pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
        const part = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
        shades.set(colour, [.2126 * part(r) + .7152 * part(g) + .0722 * part(b), a]);
      }
      return shades.get(colour);
    };
    const contrast = (one, other) => (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    const ground = element => {
      for (let at = element; at; at = at.parentElement) {
        const [light, alpha] = shade(getComputedStyle(at).backgroundColor);
        if (alpha > 200) return light;
      }
      return 1;
    };
    const faults = new Map();
    const tell = (kind, element, words) => {
      const place = `${kind} ${element.closest('[class]')?.getAttribute('class')}`;
      if (!faults.has(place)) faults.set(place, `${place}: ${words}`);
    };
    const texts = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    let number = 0;
    for (let text; text = texts.nextNode();) {
      const element = text.parentElement;
      if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
      number++;
      const drawn = element.closest('svg'), style = getComputedStyle(element);
      const [light, alpha] = shade(drawn ? style.fill : style.color);
      const [least, behind] = drawn ? [3, ground(drawn)] : [4.5, ground(element)];
      if (alpha > 0 && contrast(light, behind) < least) tell('text', element, text.data);
      const bar = element.closest('.at')?.querySelector('.bar');
      if (bar && contrast(light, shade(getComputedStyle(bar).fill)[0]) < 3) tell('bar', element, text.data);
    }
    const black = 'rgb(0, 0, 0)', ink = getComputedStyle(document.querySelector('.explainer')).color;
    for (const shape of document.querySelectorAll('#app svg :is(path, rect, circle)')) {
      if (shape.closest('mask, clipPath, defs') || !shape.checkVisibility()) continue;
      if (ink !== black && getComputedStyle(shape).fill === black) tell('black', shape, shape.outerHTML.slice(0, 120));
    }
    return number > 1000 ? [...faults.values()] : [`${number} pieces of text`];";

/// What is on the page and not on its paper: of cards, lines, chapters, rows and sources.
const NOT_PRINTED: &str = "return ['.card > :is(h3, h4)', '.card .what', '.line > [aria-expanded]', '.chapter h3', '.told p', \
    '.slip-name', '.rail li', '.counted li', '.changes li'].flatMap(selector => { \
      const all = [...document.querySelectorAll(selector)].filter(one => !one.matches('.then')); \
      const lacking = all.filter(one => !one.checkVisibility() || !one.getBoundingClientRect().height); \
      return all.length && !lacking.length ? [] : [`${selector}: ${lacking.length} of ${all.length}`] })";

async fn reads(browser: &Browser, what: &str) -> Outcome {
    let faults = browser.list(UNREADABLE).await?;
    assert!(faults.is_empty(), "without {what}: {faults:#?}");
    Ok(())
}

#[tokio::test]
async fn all_can_be_read_without_any_one_of_the_newer_features() -> Outcome {
    for feature in FEATURES {
        run_on(without(&feature)?, async |browser| {
            for scheme in ["light", "dark"] {
                browser.scheme(scheme).await?;
                browser.open_ready("/").await?;
                crate::page::track(browser).await?;
                reads(browser, &format!("{} in {scheme}", feature.0)).await?;
            }
            browser.scheme("light").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn all_is_on_paper_without_any_one_of_them() -> Outcome {
    for feature in FEATURES {
        run_on(without(&feature)?, async |browser| {
            browser.open_ready("/").await?;
            browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            let lacking = browser.list(NOT_PRINTED).await?;
            assert!(lacking.is_empty(), "without {}: {lacking:#?}", feature.0);
            reads(browser, &format!("{} on paper", feature.0)).await?;
            browser.open("/licences/").await?;
            let closed = "return [...document.querySelectorAll('details pre')].filter(one => !one.checkVisibility()).length";
            assert_eq!(browser.number(closed).await?, 0, "without {}: licences that are not on paper", feature.0);
            browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// A note that no browser opens stands in the text; steps that nothing answers are not offered.
#[tokio::test]
async fn what_cannot_work_is_replaced() -> Outcome {
    let of = |name: &str| FEATURES.into_iter().find(|(known, _)| *known == name).expect("it is listed");
    run_on(without(&of("popover"))?, async |browser| {
        browser.open_ready("/").await?;
        let hidden =
            "return [...document.querySelectorAll('.notes > .note')].filter(one => !one.checkVisibility()).length";
        assert_eq!(browser.number(hidden).await?, 0, "notes that cannot be read");
        Ok(())
    })
    .await?;
    run_on(without(&of(":has()"))?, async |browser| {
        browser.open_ready("/").await?;
        let shown = "return [...document.querySelectorAll('.scene .steps, .scene .held')].filter(one => one.checkVisibility()).length";
        assert_eq!(browser.number(shown).await?, 0, "steps that nothing answers");
        Ok(())
    })
    .await
}
