//! The track: one tab stop, keys and buttons that move in it, marks that open, and nothing taken from the page.

use crate::browser::{Browser, run};
use crate::keys::{CONTROL, DOWN, END, ENTER, HOME, PAGE_UP, RIGHT};
use crate::outcome::Outcome;
use crate::page::track;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MouseActions, PointerAction, WheelAction, WheelActions,
};

const SCROLLED: &str = "return Math.round(scrollY)";

#[tokio::test]
async fn keys_move_from_mark_to_mark() -> Outcome {
    run(keys_move).await
}

/// Moves in the track by keys, in any browser.
pub async fn keys_move(browser: &Browser) -> Outcome {
    open(browser).await?;
    let stops = "return document.querySelectorAll('.track :is([tabindex], a[href])').length";
    assert_eq!(browser.number(stops).await?, 1, "the track is one tab stop, beside its buttons");
    let scrolled = browser.number(SCROLLED).await?;
    let first = pressed(browser, HOME).await?;
    let next = pressed(browser, RIGHT).await?;
    let last = pressed(browser, END).await?;
    assert!(first != next && next != last, "{first} / {next} / {last}");
    let most = browser.number("return +document.querySelector('[data-plot=track]').ariaValueMax").await?;
    let now = "return +document.querySelector('[data-plot=track]').ariaValueNow";
    assert_eq!(browser.number(now).await?, most);
    pressed(browser, PAGE_UP).await?;
    assert_eq!(browser.number(now).await?, most - 10);
    pressed(browser, DOWN).await?;
    assert_eq!(browser.number(SCROLLED).await?, scrolled, "keys in the track do not scroll the page");
    assert_eq!(browser.count(".track .current").await?, 1, "the mark is drawn as current");
    Ok(())
}

#[tokio::test]
async fn enter_opens_the_line_of_a_mark() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let told = pressed(browser, HOME).await?;
        browser.press(&[], ENTER).await?;
        browser
            .until("a line has the focus", "return document.activeElement.matches('.line [aria-expanded]')")
            .await?;
        let line = browser.words("return document.activeElement.textContent").await?;
        assert!(told.contains(&line), "{line} was opened for {told}");
        assert!(browser.holds("return document.activeElement.ariaExpanded === 'true'").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_mark_of_several_opens_by_coming_closer() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let held = "return document.querySelector('.track .several title').textContent";
        let told = browser.words(held).await?;
        assert!(told.contains("entries"), "{told}");
        browser.ask("document.querySelector('.track .several').id = 'pressed'").await?;
        let years = ticks(browser).await?;
        browser.click("#pressed").await?;
        browser.changed("the scale is another", TICKS, &years).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn buttons_and_keys_change_the_scale() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        for press in ["+", "-"] {
            let before = ticks(browser).await?;
            browser.press(&[], press.chars().next().unwrap_or('+')).await?;
            browser.changed("the scale is another", TICKS, &before).await?;
        }
        for name in ["Come closer", "Earlier", "Whole span"] {
            let before = ticks(browser).await?;
            browser.click(&format!(".track .tools button[aria-label='{name}']")).await?;
            browser.changed("the scale is another", TICKS, &before).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_window_is_moved_by_handles_and_as_a_whole() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let before = browser.words(&format!("return {SHOWN}")).await?;
        browser.ask("document.querySelector('.overview input').focus()").await?;
        browser.press(&[], RIGHT).await?;
        let told = browser.changed("a handle moves by a key", SHOWN, &before).await?;
        let handle = "return document.querySelector('.overview input').ariaValueText";
        let from = browser.words(handle).await?;
        assert!(told.starts_with(&from) && told != before, "{told} from {from}");
        let years = ticks(browser).await?;
        drag(browser, -150.0).await?;
        browser.changed("the window moves by a pointer", TICKS, &years).await?;
        let moved = browser.words(&format!("return {SHOWN}")).await?;
        let years = |told: &str| {
            let all: Vec<i32> = told.split(" to ").filter_map(|year| year.parse().ok()).collect();
            all.last().copied().unwrap_or(0) - all.first().copied().unwrap_or(0)
        };
        assert!(moved != told && (years(&moved) - years(&told)).abs() <= 1, "{told}, then {moved}");
        let small =
            "return [...document.querySelectorAll('.overview input')].every(e => e.clientHeight >= 24)";
        assert!(browser.holds(small).await?, "a handle is smaller than a finger needs");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_plain_wheel_scrolls_the_page_over_the_focused_track() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let (scrolled, before) = (browser.number(SCROLLED).await?, ticks(browser).await?);
        turn(browser, &[]).await?;
        browser.until("the page has scrolled", &format!("return Math.round(scrollY) > {scrolled}")).await?;
        assert_eq!(ticks(browser).await?, before, "the plain wheel is not the track's");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_wheel_with_control_comes_closer_only_in_the_focused_track() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let before = ticks(browser).await?;
        turn(browser, &[CONTROL]).await?;
        browser.changed("the scale is another", TICKS, &before).await?;
        // A pinch comes as a wheel that says control, though no such key is held.
        let pinch = "const plot = document.querySelector('[data-plot=track]'); \
                     const event = new WheelEvent('wheel', { ctrlKey: true, deltaY: -90, bubbles: true, cancelable: true }); \
                     plot.dispatchEvent(event); return event.defaultPrevented";
        assert!(!browser.holds(pinch).await?, "a pinch stays the browser's");
        browser.ask("document.activeElement.blur()").await?;
        let before = ticks(browser).await?;
        let held = "dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }));";
        assert!(!browser.holds(&format!("{held} {pinch}")).await?, "without the focus the wheel is the page's");
        assert_eq!(ticks(browser).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_in_the_track_hinders_a_finger() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let touched = "const plot = document.querySelector('[data-plot=track] svg'); \
            return ['touchstart', 'touchmove', 'pointerdown', 'pointermove', 'wheel'].every(type => \
              plot.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })))";
        assert!(browser.holds(touched).await?, "a touch or a plain wheel was taken from the page");
        let free = "return getComputedStyle(document.querySelector('[data-plot=track]')).touchAction";
        assert_eq!(browser.words(free).await?, "auto");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_track_follows_the_filter_and_the_window() -> Outcome {
    run(async |browser| {
        open(browser).await?;
        let lanes = browser.count(".track .lane").await?;
        assert!(lanes > 3);
        browser.open_ready("/?kind=landing&view=timeline").await?;
        track(browser).await?;
        assert_eq!(browser.count(".track .lane").await?, 1, "one kind, one lane");
        let marks = "return [...document.querySelectorAll('.track [data-mark]')]";
        for width in [1280, 600, 320] {
            browser.window(width, 800).await?;
            let fits =
                "return document.querySelector('.track svg').getBoundingClientRect().right <= innerWidth";
            browser.until("the track fits", fits).await?;
            assert!(browser.number(&format!("{marks}.length")).await? > 0);
        }
        Ok(())
    })
    .await
}

/// The years that stand at the foot of the track.
const TICKS: &str =
    "[...document.querySelectorAll('.track .tick')].map(e => e.textContent + e.innerHTML).join()";

/// From when to when the track shows.
const SHOWN: &str = "document.querySelector('.track .tools b').textContent";

/// Drags the window of the overview by as many pixels, as a pointer would.
async fn drag(browser: &Browser, by: f64) -> Outcome {
    let at = "const box = document.querySelector('.overview rect').getBoundingClientRect(); \
              return [box.left + box.width / 2, box.top + 12].map(n => String(Math.round(n)))";
    let at = browser.list(at).await?;
    let place = |index: usize| at.get(index).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    let to = |x: f64| PointerAction::MoveTo { duration: None, x, y: place(1) };
    let hand = MouseActions::new("mouse".to_string())
        .then(to(place(0)))
        .then(PointerAction::Down { button: 0 })
        .then(to(place(0) + by / 2.0))
        .then(to(place(0) + by))
        .then(PointerAction::Up { button: 0 });
    Ok(browser.client().perform_actions(Actions::from(hand)).await?)
}

async fn ticks(browser: &Browser) -> Outcome<String> {
    browser.words(&format!("return {TICKS}")).await
}

async fn open(browser: &Browser) -> Outcome {
    browser.open_ready("/").await?;
    track(browser).await?;
    browser.ask("document.querySelector('[data-plot=track]').focus()").await?;
    // What came near the window on the way there is laid out a frame later.
    let still = "const { scrollY: before } = window;
        return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(scrollY === before))))";
    browser.until("the page stands still", still).await
}

/// Presses a key and says what the track then tells.
async fn pressed(browser: &Browser, key: char) -> Outcome<String> {
    const TOLD: &str = "document.querySelector('[data-plot=track]').ariaValueText";
    let before = browser.words(&format!("return {TOLD}")).await?;
    browser.press(&[], key).await?;
    browser.changed("the key has moved", TOLD, &before).await
}

/// Turns the wheel over the middle of the track, with keys held down.
async fn turn(browser: &Browser, held: &[char]) -> Outcome {
    let at = browser
        .list(
            "const box = document.querySelector('[data-plot=track]').getBoundingClientRect(); \
             return [box.left + 200, box.top + 100].map(n => String(Math.round(n)))",
        )
        .await?;
    let place = |index: usize| at.get(index).and_then(|text| text.parse().ok()).unwrap_or(200);
    let mut keys = KeyActions::new("keyboard".to_string());
    for key in held {
        keys = keys.then(KeyAction::Down { value: *key });
    }
    let client = browser.client();
    client.perform_actions(Actions::from(keys)).await?;
    let roll = WheelAction::Scroll { duration: None, x: place(0), y: place(1), delta_x: 0, delta_y: 120 };
    client.perform_actions(WheelActions::new("wheel".to_string()).then(roll)).await?;
    let mut keys = KeyActions::new("keyboard".to_string());
    for key in held {
        keys = keys.then(KeyAction::Up { value: *key });
    }
    Ok(client.perform_actions(Actions::from(keys)).await?)
}
