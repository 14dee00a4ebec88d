//! A view that stands alone, or a section by itself, takes the place of the whole page that was written: nothing that a
//! reader sees moves meanwhile.

use crate::browser::{Browser, run_alone};
use crate::outcome::Outcome;

/// What of the window has moved, and by how much of it: the browser's own measure.
const SHIFTS: &str = "shifts = []; \
    new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true }); \
    frames = 0; const count = () => { frames += 1; requestAnimationFrame(count); }; count();";
const SUM: &str = "return Math.round(1000 * shifts.reduce((sum, { value }) => sum + value, 0))";
/// What has moved, from where and to where.
const MOVED: &str = "const at = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '); \
    return shifts.flatMap(({ value, startTime, sources }) => sources.map(({ node, previousRect, currentRect }) => \
    `${Math.round(1000 * value)} after ${Math.round(startTime)} ms: ${node?.nodeName}.${node?.className ?? node?.data}, \
    ${at(previousRect)} to ${at(currentRect)}`))";

#[tokio::test]
async fn nothing_moves_while_another_view_comes() -> Outcome {
    run_alone(async |browser| {
        browser.inject(SHIFTS).await?;
        for (path, one) in [
            ("/embed/?view=slip", ".alone .slip"),
            ("/embed/?view=card&item=mission-luna-26", ".alone .panel"),
            ("/?view=compare", ".compared"),
            ("/", ".opening"),
        ] {
            for (width, height) in [(1280, 900), (390, 800)] {
                browser.window(width, height).await?;
                moves_little(browser, path, one).await?;
            }
        }
        Ok(())
    })
    .await
}

/// At most two hundredths of the window, and what was asked for is seen.
async fn moves_little(browser: &Browser, path: &str, one: &str) -> Outcome {
    browser.open(path).await?;
    let shown =
        format!("return !!document.querySelector('{one}')?.checkVisibility({{ visibilityProperty: true }})");
    browser.until(&format!("{one} shows on {path}"), &shown).await?;
    browser.ready().await?;
    let frames = browser.number("return frames").await?;
    browser.until("what is shown is painted", &format!("return frames > {}", frames + 3)).await?;
    let moved = browser.number(SUM).await?;
    let what = browser.list(MOVED).await?;
    assert!(moved <= 20, "{moved} thousandths of the window have moved on {path}: {what:#?}");
    Ok(())
}
