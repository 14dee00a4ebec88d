//! The page on embedding: its code works on another site, under the policy it names, and shows what was asked.

use crate::axe::no_violations;
use crate::browser::{Browser, run};
use crate::frame::under;
use crate::host::{on_hosts, said};
use crate::keys::{ENTER, RIGHT, TAB};
use crate::outcome::Outcome;
use crate::page::{choose, open_panel, select};
use serde_json::json;

const FORMS: [&str; 3] = ["element", "frame", "link"];
const EDITIONS: [&str; 2] = ["live", "frozen"];
const COPY: &str = concat!("/v/", env!("CARGO_PKG_VERSION"));

/// Addresses of the page, and the canonical query that each asks for.
const VIEWS: [(&str, &str); 3] = [
    ("", ""),
    ("?view=timeline&utm_source=x&kind=launch~landing", "kind=landing~launch&view=timeline"),
    (
        "?q=%22Moon%22%20%26%20%3Cbase%3E&view=conflicts&theme=dark",
        "q=%22Moon%22%20%26%20%3Cbase%3E&view=conflicts&theme=dark",
    ),
];

/// What says which query is on show in another site's page, and what that page's policy refused.
const HEAR: &str = "window.shown = []; window.refused = [];
    if (window === top) {
        addEventListener('ilrs-ready', ({ detail }) => shown.push(detail.query));
        addEventListener('message', ({ data }) => data.type === 'ilrs-ready' && shown.push(data.detail.query));
        addEventListener('securitypolicyviolation', (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
    }";

/// The texts on show of the form that is chosen: its code, and the lines of the policy.
async fn texts(browser: &Browser) -> Outcome<Vec<String>> {
    browser
        .list("return [...document.querySelectorAll('[data-code]')].filter((one) => one.checkVisibility()).map((one) => one.textContent)")
        .await
}

async fn pick(browser: &Browser, name: &str, value: &str) -> Outcome {
    browser.click(&format!("input[name={name}][value={value}]")).await
}

/// Waits until the page asks for this, which the preview may have put into other words.
async fn asks(browser: &Browser, query: &str) -> Outcome {
    let mark = if query.is_empty() { "" } else { "?" };
    let script = format!("return document.getElementById('back').search === '{mark}{query}'");
    browser.until(&format!("the page asks for “{query}”"), &script).await
}

#[tokio::test]
async fn its_code_works_on_a_strict_page() -> Outcome {
    run(async |browser| {
        browser.inject(HEAR).await?;
        let ours = browser.site.clone();
        for (search, query) in VIEWS {
            for form in ["element", "frame"] {
                for edition in EDITIONS {
                    browser.open(&format!("/embedding/{search}")).await?;
                    pick(browser, "form", form).await?;
                    pick(browser, "edition", edition).await?;
                    asks(browser, query).await?;
                    let [code, policy] = &texts(browser).await?[..] else { panic!("not code and policy") };
                    assert_eq!(code.contains(&format!("{ours}{COPY}/")), edition == "frozen", "{code}");
                    assert_eq!(code.contains("integrity=\"sha256-"), edition == "frozen", "{code}");
                    let policy = format!("default-src 'none'; {}", policy.replace('\n', " "));
                    let host = under(&policy, code)?;
                    browser.client().goto(&format!("{}/host.html", host.address)).await?;
                    browser.until(&format!("{form} {edition} is ready"), "return shown.length > 0").await?;
                    assert_eq!(browser.list("return shown").await?, [query], "{code}");
                    assert_eq!(browser.list("return refused").await?, [""; 0], "{policy}");
                    if form == "frame" {
                        let fits = "return document.querySelector('iframe').height !== '700'";
                        browser.until("the frame has its height", fits).await?;
                    }
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn its_link_leads_to_the_view() -> Outcome {
    run(async |browser| {
        let ours = browser.site.clone();
        for (search, query) in VIEWS {
            for (edition, base) in EDITIONS.into_iter().zip(["", COPY]) {
                browser.open(&format!("/embedding/{search}")).await?;
                pick(browser, "form", "link").await?;
                pick(browser, "edition", edition).await?;
                asks(browser, query).await?;
                let [code] = &texts(browser).await?[..] else { panic!("not one text") };
                let host = under("default-src 'none'", code)?;
                browser.client().goto(&format!("{}/host.html", host.address)).await?;
                browser.click("a").await?;
                browser.ready().await?;
                let mark = if query.is_empty() { "" } else { "?" };
                let address = browser.words("return location.href").await?;
                assert_eq!(address, format!("{ours}{base}/{mark}{query}"));
                let complaint = browser.words("return document.querySelector('.found').textContent").await?;
                assert!(!complaint.contains("left out"), "{complaint}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_and_the_frame_lead_to_it_with_what_they_show() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        let link =
            "return document.querySelector('a[href*=\"embedding/\"]:not(.take a)').getAttribute('href')";
        assert_eq!(browser.words(link).await?, "embedding/");
        open_panel(browser).await?;
        choose(browser, "kind", "launch").await?;
        browser.click("a[href*='embedding/']:not(.take a)").await?;
        asks(browser, "kind=launch").await?;
        assert!(texts(browser).await?[0].contains("<ilrs-explainer kind=\"launch\">"));
        browser.click("#back").await?;
        browser.ready().await?;
        assert_eq!(browser.words("return location.pathname + location.search").await?, "/?kind=launch");

        browser.open_ready("/embed/?view=plan").await?;
        browser.click("a[href*='embedding/']:not(.take a)").await?;
        let windows = browser.client().windows().await?;
        assert_eq!(windows.len(), 2, "it opens outside the frame");
        browser.client().switch_to_window(windows[1].clone()).await?;
        asks(browser, "view=plan").await
    })
    .await
}

#[tokio::test]
async fn the_element_leads_to_it_with_what_it_shows() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/themed.html").await?;
        said(browser, "ready", 2).await?;
        let link =
            "return document.getElementById('one').shadowRoot.querySelector('a[href*=\"embedding/\"]:not(.take a)').href";
        let href = browser.words(link).await?;
        assert!(href.ends_with("/embedding/?view=timeline&theme=light"), "{href}");
        assert!(!href.starts_with(&browser.site), "{href} is the other site's");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_in_the_preview_goes_into_the_code() -> Outcome {
    run(async |browser| {
        browser.open("/embedding/?view=timeline&kind=nonsense~launch").await?;
        asks(browser, "kind=launch&view=timeline").await?;
        let history = browser.number("return history.length").await?;
        browser.client().enter_frame(0).await?;
        browser
            .until(
                "the preview answers",
                "return !document.querySelector('.filter fieldset').disabled \
                 && !document.querySelector('[aria-busy=true]')",
            )
            .await?;
        browser.type_into("[name=q]", "luna").await?;
        browser.client().enter_parent_frame().await?;
        asks(browser, "q=luna&kind=launch&view=timeline").await?;
        select(browser, "view", "promises").await?;
        asks(browser, "q=luna&kind=launch&view=promises").await?;
        select(browser, "theme", "dark").await?;
        asks(browser, "q=luna&kind=launch&view=promises&theme=dark").await?;
        browser.client().enter_frame(0).await?;
        browser
            .until("it is dark", "return document.querySelector('.explainer')?.dataset.theme === 'dark'")
            .await?;
        browser.client().enter_parent_frame().await?;
        let title =
            "return document.querySelector('[data-form=element] pre').textContent.match(/>([^<]*)<\\/a>/)[1]";
        assert!(
            browser.words(title).await?.ends_with(": promises"),
            "the link says which section it is about"
        );
        select(browser, "view", "all").await?;
        asks(browser, "q=luna&kind=launch&theme=dark").await?;
        assert_eq!(
            browser.number("return history.length").await?,
            history,
            "the way back is as long as it was"
        );
        let console = browser.console().await?;
        assert!(console.is_empty(), "{console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_code_is_copied() -> Outcome {
    run(async |browser| {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.devtools("Browser.grantPermissions", permissions).await?;
        browser.open("/embedding/?view=plan").await?;
        for form in FORMS {
            pick(browser, "form", form).await?;
            asks(browser, "view=plan").await?;
            let code = texts(browser).await?.remove(0);
            browser.click(&format!("[data-form={form}] [data-edition=live] button")).await?;
            browser.until("it says so", "return document.getElementById('said').textContent === 'Copied.'").await?;
            let read = "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, (error) => done(String(error)))";
            let copied = browser.client().execute_async(read, Vec::new()).await?;
            assert_eq!(copied, json!(code));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_copying_is_refused_the_code_is_selected() -> Outcome {
    run(async |browser| {
        let refuse = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";
        browser.inject(refuse).await?;
        browser.open("/embedding/").await?;
        pick(browser, "form", "frame").await?;
        let code = texts(browser).await?.remove(0);
        browser.click("[data-form=frame] [data-edition=live] button").await?;
        browser
            .until("it says so", "return document.getElementById('said').textContent.includes('is selected')")
            .await?;
        assert_eq!(browser.words("return String(getSelection())").await?, code);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_it_shows_the_code_in_every_form() -> Outcome {
    run(async |browser| {
        browser.scripts_off().await?;
        browser.open("/embedding/").await?;
        let texts = texts(browser).await?;
        assert_eq!(texts.len(), 10, "{texts:?}");
        assert!(texts.iter().all(|text| !text.contains("{{")), "{texts:?}");
        assert_eq!(
            browser.count("form:not([hidden]), p:not([hidden]) > button").await?,
            0,
            "controls that cannot work"
        );
        let addresses = "return document.getElementById('addresses').checkVisibility()";
        assert!(browser.holds(addresses).await?, "how to add a filter is not said");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn by_keyboard() -> Outcome {
    run(async |browser| {
        browser.open("/embedding/").await?;
        browser.until("it answers", "return !document.querySelector('form').hidden").await?;
        let at = "const { activeElement: one } = document; return one.name ? `${one.name} ${one.value}` : one.textContent.trim()";
        let mut stops = Vec::new();
        for _ in 0..8 {
            browser.press(&[], TAB).await?;
            stops.push(browser.words(at).await?);
            if stops.len() == 4 {
                browser.press(&[], RIGHT).await?; // the next form
            }
        }
        let (languages, form) = stops.split_at(2);
        assert_eq!(languages, ["中文", "Русский"]);
        assert_eq!(form, ["Back to the explainer", "form element", "edition live", "view all", "theme auto", "Copy the code"]);
        let form = "return document.activeElement.closest('[data-form]').dataset.form";
        assert_eq!(browser.words(form).await?, "frame");
        browser.press(&[], ENTER).await?;
        browser.until("Enter copies", "return document.getElementById('said').textContent !== ''").await
    })
    .await
}

#[tokio::test]
async fn it_can_be_read_by_everybody() -> Outcome {
    for scheme in ["light", "dark"] {
        run(async |browser| {
            browser.scheme(scheme).await?;
            browser.open("/embedding/?view=plan").await?;
            for form in FORMS {
                pick(browser, "form", form).await?;
                no_violations(browser).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// In the frozen copy, live is the site itself.
#[tokio::test]
async fn the_copy_offers_the_site_too() -> Outcome {
    run(async |browser| {
        browser.open(&format!("{COPY}/embedding/?view=plan")).await?;
        for (edition, base) in EDITIONS.into_iter().zip(["", COPY]) {
            pick(browser, "edition", edition).await?;
            asks(browser, "view=plan").await?;
            let code = texts(browser).await?.remove(0);
            assert!(code.contains(&format!("src=\"{}{base}/embed.js\"", browser.site)), "{code}");
            let preview = browser.words("return document.querySelector('iframe').src").await?;
            assert_eq!(preview, format!("{}{base}/embed/?view=plan", browser.site));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_gives_the_element_its_look() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/themed.html").await?;
        said(browser, "ready", 2).await?;
        let looks = "return ['one', 'two'].map((id) => {
            const root = document.getElementById(id).shadowRoot;
            const of = (selector) => getComputedStyle(root.querySelector(selector));
            const whole = of('.explainer');
            return [
                whole.backgroundColor, whole.color, whole.fontFamily, of('h2').fontFamily,
                of('input[type=checkbox]').accentColor, of('a').textDecorationColor,
                of('.filter').display, whole.padding, of('[part=section]').borderTopWidth,
            ].join(' / ');
        })";
        assert_eq!(
            browser.list(looks).await?,
            [
                "rgb(255, 250, 240) / rgb(40, 20, 0) / Georgia, serif / monospace / rgb(150, 0, 60) / \
                 rgb(150, 0, 60) / grid / 0px / 0px",
                "rgb(10, 20, 30) / rgb(250, 240, 230) / Georgia, serif / monospace / rgb(150, 0, 60) / \
                 rgb(150, 0, 60) / none / 7px / 5px",
            ]
        );
        Ok(())
    })
    .await
}
