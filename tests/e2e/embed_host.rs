//! The page around: nothing of it changes, and nothing of it gets in.

use crate::axe::no_violations;
use crate::browser::Browser;
use crate::host::{on_hosts, said, search};
use crate::keys::{DOWN, END, HOME, LEFT, RIGHT, SHIFT, TAB};
use crate::outcome::Outcome;
use serde_json::json;

/// What a page is, as far as others could change it.
const LOOK: &str = "look = () => {
        const styled = (one) => Array.from(getComputedStyle(one), (name) => `${name}: ${getComputedStyle(one).getPropertyValue(name)}`).join(';');
        const outside = [...document.querySelectorAll('*')].filter((one) => one.localName !== 'ilrs-explainer' && !one.closest('ilrs-explainer'));
        const own = (thing) => Reflect.ownKeys(thing).map(String).join();
        const kinds = [EventTarget, Node, Element, HTMLElement, Document, Array, Object, Promise, String];
        return {
            globals: own(window),
            document: own(document) + own(document.documentElement) + own(document.body),
            kinds: kinds.map(({ prototype }) => own(prototype)).join(' '),
            functions: [fetch, history.pushState, history.replaceState, WebAssembly.instantiate, console.error, addEventListener, requestAnimationFrame].map(String).join(),
            address: location.href,
            history: [history.length, JSON.stringify(history.state), history.scrollRestoration].join(),
            storage: [localStorage.length, sessionStorage.length, document.cookie].join(),
            scroll: [scrollX, scrollY].join(),
            focus: document.activeElement?.id ?? '',
            title: document.title,
            head: document.head.innerHTML,
            sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size].join(),
            elements: outside.map((one) => one.cloneNode(false).outerHTML).join(''),
            styles: outside.filter((one) => !/html|body|main/.test(one.localName)).map(styled).join(' '),
            around: [document.documentElement, document.body].map((one) => [getComputedStyle(one).overflow, getComputedStyle(one).font, getComputedStyle(one).color, getComputedStyle(one).backgroundColor].join()).join(),
        };
    };
    window.before = undefined;
    heard ??= [];
    prevented = [];
    addEventListener('keydown', (event) => setTimeout(() => prevented.push(`${event.key} ${event.defaultPrevented}`)));
    addEventListener('wheel', (event) => setTimeout(() => prevented.push(`wheel ${event.defaultPrevented}`)), { passive: true })";

async fn unchanged(browser: &Browser, when: &str) -> Outcome {
    let changed = "const now = look();
        return Object.keys(now).filter((part) => now[part] !== before[part]).map((part) => `${part}: ${before[part].slice(0, 600)} ≠ ${now[part].slice(0, 600)}`)";
    let changed = browser.list(changed).await?;
    assert!(changed.is_empty(), "{when}: {changed:#?}");
    Ok(())
}

#[tokio::test]
async fn is_left_as_it_was() -> Outcome {
    on_hosts(async |browser| {
        browser.inject(LOOK).await?;
        browser.open("/plain.html").await?;
        browser.until("the element is defined", "return !!customElements.get('ilrs-explainer')").await?;
        let start = "sessionStorage.theirs = '1';
            history.replaceState({ theirs: 1 }, '');
            document.getElementById('one').scrollIntoView({ block: 'end' });
            document.getElementById('after').focus({ preventScroll: true });
            before = look()";
        browser.ask(start).await?;
        said(browser, "ready", 1).await?;
        unchanged(browser, "once it runs").await?;

        search(browser, "luna").await?;
        browser
            .until("it searches", "return document.getElementById('one').query === 'q=luna&view=timeline'")
            .await?;
        let open = "const { shadowRoot } = document.getElementById('one');
            shadowRoot.querySelectorAll('summary, [aria-expanded]').forEach((one) => one.click());
            shadowRoot.querySelectorAll('button:enabled').forEach((one) => one.click());
            document.getElementById('after').focus({ preventScroll: true });
            scrollTo(...before.scroll.split(',').map(Number))";
        browser.ask(open).await?;
        browser.until("it is where it was", "return look().scroll === before.scroll").await?;
        unchanged(browser, "after it was used").await?;

        browser.ask("document.getElementById('one').remove()").await?;
        let length = "scrollTo(0, 0); before.scroll = '0,0'";
        browser.ask(length).await?;
        unchanged(browser, "after it left").await
    })
    .await
}

#[tokio::test]
async fn keeps_its_keys_and_the_order_of_focus() -> Outcome {
    on_hosts(async |browser| {
        browser.inject(LOOK).await?;
        browser.open("/plain.html").await?;
        browser.ask("document.getElementById('one').loading = 'eager'").await?;
        said(browser, "ready", 1).await?;
        browser.ask("document.getElementById('before').focus()").await?;
        for key in [LEFT, RIGHT, DOWN, END, HOME, '+', '-', '/', 'j'] {
            browser.press(&[], key).await?;
        }
        browser.until("the keys are seen", "return prevented.length === 9").await?;
        let prevented = browser.list("return prevented").await?;
        assert!(prevented.iter().all(|key| key.ends_with("false")), "{prevented:?}");

        let focus = "return document.activeElement.id";
        browser.ask("document.getElementById('before').focus()").await?;
        browser.press(&[], TAB).await?;
        assert_eq!(browser.words(focus).await?, "one", "from before into it");
        browser.press(&[SHIFT], TAB).await?;
        assert_eq!(browser.words(focus).await?, "before", "and back");
        browser.ask("document.getElementById('after').focus()").await?;
        browser.press(&[SHIFT], TAB).await?;
        assert_eq!(browser.words(focus).await?, "one", "from after into it");
        browser.press(&[], TAB).await?;
        assert_eq!(browser.words(focus).await?, "after", "and out of it");
        browser
            .ask("document.getElementById('one').remove(); document.getElementById('before').focus()")
            .await?;
        browser.press(&[], TAB).await?;
        assert_eq!(browser.words(focus).await?, "after", "without it");
        Ok(())
    })
    .await
}

/// What ours looks like, whatever the page around.
const LOOKS: &str = "return [...document.getElementById('one').shadowRoot.querySelectorAll('h2, summary, p, button, input, a')].slice(0, 60).map((one) => {
        const { fontSize, fontFamily, fontStyle, letterSpacing, textTransform, lineHeight, color, backgroundColor, direction, textAlign, cursor, display } = getComputedStyle(one);
        return [one.localName, fontSize, fontFamily, fontStyle, letterSpacing, textTransform, lineHeight, color, backgroundColor, direction, textAlign, cursor, display].join(' ');
    })";

#[tokio::test]
async fn has_no_say_in_how_it_looks() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/plain.html").await?;
        browser.ask("document.getElementById('one').theme = 'light'; document.getElementById('one').scrollIntoView()").await?;
        said(browser, "ready", 1).await?;
        let plain = browser.list(LOOKS).await?;
        assert!(plain.len() > 20, "{plain:?}");
        for page in ["/hostile.html", "/rtl.html", "/dark.html"] {
            browser.open(page).await?;
            browser.ask("Object.assign(document.getElementById('one'), { theme: 'light', view: 'timeline' })").await?;
            said(browser, "ready", 1).await?;
            browser.until("its view is on show", "return document.getElementById('one').query === 'view=timeline&theme=light'").await?;
            assert_eq!(browser.list(LOOKS).await?, plain, "{page}");
            let wide = "const { scrollWidth, clientWidth } = document.getElementById('one').shadowRoot.querySelector('.explainer'); return scrollWidth <= clientWidth && clientWidth > 300";
            assert!(browser.holds(wide).await?, "{page}: wider than its place");
        }
        Ok(())
    })
    .await
}

/// Where the page around makes it an inline box too. It is not made a block at any price: who hides it, hides it.
#[tokio::test]
async fn is_as_wide_as_its_place_and_hidden_when_told() -> Outcome {
    const BOXES: &str = "const one = document.getElementById('one');
        const edges = (part) => { const { left, right, top, bottom } = part.getBoundingClientRect(); return [left, right, top, bottom].map(Math.round).join(' ') };
        const main = document.querySelector('main').getBoundingClientRect();
        const inner = one.shadowRoot.querySelector('.explainer').getBoundingClientRect();
        return [getComputedStyle(one).display, edges(one), edges(one.shadowRoot.querySelector('.explainer')), String(inner.left - main.left + main.right - inner.right)]";
    for (page, display) in [("/plain.html", "block"), ("/hostile.html", "inline")] {
        on_hosts(async |browser| {
            browser.open(page).await?;
            browser.ask("document.getElementById('one').loading = 'eager'").await?;
            said(browser, "ready", 1).await?;
            let [is, outer, inner, apart] = &browser.list(BOXES).await?[..] else { panic!("not four") };
            assert_eq!((&**is, &**apart), (display, "0"), "{page}: {inner}");
            assert_eq!(outer, inner, "{page}: the element's box is that of what is in it");
            for hide in ["hidden = true", "setAttribute('style', 'display: none')"] {
                let seen = format!("const one = document.getElementById('one'); one.hidden = false; one.{hide}; return one.shadowRoot.querySelector('.explainer').checkVisibility()");
                assert!(!browser.holds(&seen).await?, "{page}: it shows after {hide}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn is_no_worse_to_read_with_it() -> Outcome {
    for (page, scheme, number) in [
        ("/plain.html", "light", 1),
        ("/dark.html", "dark", 1),
        ("/rtl.html", "light", 1),
        ("/two.html", "light", 2),
    ] {
        on_hosts(async |browser| {
            browser.scheme(scheme).await?;
            browser.open(page).await?;
            browser.ask("document.getElementById('one').loading = 'eager'").await?;
            said(browser, "ready", number).await?;
            no_violations(browser).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn links_leave_it_alone() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        let put = "one = document.createElement('ilrs-explainer');
            Object.assign(one, { id: 'one', loading: 'eager' });
            document.querySelector('main').append(one)";
        browser.ask(put).await?;
        said(browser, "ready", 1).await?;
        let before = browser.words("return location.href").await?;
        let within = "one.shadowRoot.querySelector('nav a[href$=\"#conflicts\"]').click();
            one.shadowRoot.querySelector('.lead a[href*=\"/?\"]').click()";
        browser.ask(within).await?;
        said(browser, "change", 1).await?;
        assert_eq!(browser.words("return location.href").await?, before);
        let out = "return [...one.shadowRoot.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => !/^https?:\\/\\//.test(href))";
        assert_eq!(browser.ask(out).await?, json!([]), "addresses that lead into the page around");
        Ok(())
    })
    .await
}

/// A page may hold embeds of two versions: the later one is to be had under a name of its own, and the console says so.
#[tokio::test]
async fn two_versions_stand_side_by_side() -> Outcome {
    on_hosts(async |browser| {
        let older = "customElements.define('ilrs-explainer', class extends HTMLElement { static version = '0.1.0' });
            warned = [];
            const { warn } = console;
            console.warn = (...words) => { warned.push(words.join(' ')); warn(...words) };";
        browser.inject(older).await?;
        browser.open("/plain.html").await?;
        browser.until("it is said", "return warned.length > 0").await?;
        let own = format!("ilrs-explainer-{}", env!("CARGO_PKG_VERSION").replace('.', "-"));
        let warned = browser.words("return warned.join()").await?;
        assert!(warned.contains("0.1.0") && warned.contains(&format!("<{own}>")), "{warned}");
        let put = format!(
            "const one = document.createElement('{own}'); one.loading = 'eager'; one.setAttribute('view', 'plan'); \
             document.querySelector('main').append(one)"
        );
        browser.ask(&put).await?;
        said(browser, "ready", 1).await
    })
    .await
}
