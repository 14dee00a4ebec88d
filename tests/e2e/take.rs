//! What a reader takes away: pictures as files that stand alone, links that are copied, and single views.

use crate::browser::{Browser, run};
use crate::host::{on_hosts, said};
use crate::outcome::{Outcome, fault};
use serde_json::{Value, json};

/// Keeps what the page would save.
const SAVES: &str = "saved = [];
    HTMLAnchorElement.prototype.click = function () { saved.push([this.download, this.href]) };";

/// Presses a button for a picture, and gives back the name and the address of what is saved.
async fn saved(browser: &Browser, form: &str) -> Outcome<(String, String)> {
    browser.ask("saved.length = 0").await?;
    let button = format!(
        "const all = [...document.querySelectorAll('[data-save={form}]')]; \
         const seen = all.find((one) => one.checkVisibility()); seen?.click(); return !!seen"
    );
    browser.until("the button is there", &button).await?;
    browser.until("it is saved", "return saved.length > 0").await?;
    let words = |place| format!("return saved[0][{place}]");
    Ok((browser.words(&words(0)).await?, browser.words(&words(1)).await?))
}

/// The drawing in a data address.
async fn drawing(browser: &Browser, address: &str) -> Outcome<String> {
    let read = "return decodeURIComponent(arguments[0].slice(arguments[0].indexOf(',') + 1))";
    let text = browser.ask_with(read, vec![json!(address)]).await?;
    text.as_str().map(str::to_string).ok_or_else(|| fault("no drawing"))
}

/// Whether a picture at an address can be shown alone, and how many pixels wide it is.
async fn shown(browser: &Browser, address: &str) -> Outcome<u64> {
    let load = "const done = arguments[arguments.length - 1];
        const image = Object.assign(new Image(), { src: arguments[0] });
        image.decode().then(() => done(image.naturalWidth), () => done(0))";
    let wide = browser.client().execute_async(load, vec![json!(address)]).await?;
    Ok(wide.as_u64().unwrap_or(0))
}

/// What shows that looks were not resolved, or that something is fetched.
const UNRESOLVED: [&str; 6] = ["oklch", "var(", "class=", "href=", "light-dark", "ILRS "];

#[tokio::test]
async fn every_picture_is_saved_as_svg_and_png() -> Outcome {
    run(async |browser| {
        browser.inject(SAVES).await?;
        for view in ["slip", "step", "scene", "moon"] {
            browser.open_ready(&format!("/?view={view}")).await?;
            let (name, address) = saved(browser, "svg").await?;
            assert!(name.ends_with(".svg") && name.len() > 8, "{view}: {name}");
            let text = drawing(browser, &address).await?;
            for word in UNRESOLVED {
                assert!(!text.contains(word), "{view}: {word} in\n{}", &text[..2000.min(text.len())]);
            }
            for word in ["Record of ", "licence", "http://127.0.0.1", "<title>"] {
                assert!(text.contains(word), "{view}: no {word}");
            }
            let wide = shown(browser, &address).await?;
            assert!(wide > 300, "{view}: the SVG is {wide} pixels wide");
            let (name, address) = saved(browser, "png").await?;
            assert!(
                name.ends_with(".png") && address.starts_with("data:image/png;base64,"),
                "{view}: {name}"
            );
            assert!(shown(browser, &address).await? > wide, "{view}: the PNG is as fine as twice the page");
        }
        let console = browser.console().await?;
        assert!(console.is_empty(), "{console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_picture_is_of_the_day_and_in_the_colours_that_are_shown() -> Outcome {
    run(async |browser| {
        browser.inject(SAVES).await?;
        let mut grounds = Vec::new();
        for (theme, day, words) in
            [("light", "2021-01-01", "1 January 2021"), ("dark", "2024-06-12", "12 June 2024")]
        {
            browser.open_ready(&format!("/?asof={day}&view=slip&theme={theme}")).await?;
            let (_, address) = saved(browser, "svg").await?;
            let text = drawing(browser, &address).await?;
            assert!(text.contains(words), "{words} is not in it");
            let ground = text.split("fill=\"#").nth(1).and_then(|rest| rest.get(..2)).map(str::to_string);
            grounds.push(ground.ok_or_else(|| fault("it has no ground"))?);
        }
        assert!(*grounds[0] > *"e0" && *grounds[1] < *"40", "{grounds:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_the_device_draws_no_png_it_says_so() -> Outcome {
    run(async |browser| {
        browser.inject(SAVES).await?;
        browser.open_ready("/?view=slip").await?;
        browser.ask("CanvasRenderingContext2D.prototype.drawImage = () => {}").await?;
        browser.click(".slip .take [data-save=png]").await?;
        let says =
            "return document.querySelector('.slip .take [role=status]').textContent.includes('Save the SVG')";
        browser.until("it says so", says).await?;
        assert_eq!(browser.number("return saved.length").await?, 0);
        saved(browser, "svg").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_link_is_copied_whole_or_shown_to_be_copied() -> Outcome {
    run(async |browser| {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.devtools("Browser.grantPermissions", permissions).await?;
        browser.open_ready("/#mission-luna-26").await?;
        browser.click(".panel .copy a").await?;
        let told = "return document.querySelector('.panel .copy [role=status]').textContent === 'Copied.'";
        browser.until("it says so", told).await?;
        let read = "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, (error) => done(String(error)))";
        let copied = browser.client().execute_async(read, Vec::new()).await?;
        let page = browser.words("return `${location.origin}/mission/luna-26/`").await?;
        assert_eq!(copied, json!(page));
        browser.ask("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })").await?;
        browser.click(".panel .copy a").await?;
        let selected = "const field = document.querySelector('.panel input.address'); \
                        return document.activeElement === field && field.selectionEnd === field.value.length \
                        ? field.value : ''";
        browser.until("the address is selected", &format!("return !!(() => {{ {selected} }})()")).await?;
        assert_eq!(browser.words(selected).await?, page);
        Ok(())
    })
    .await
}

/// However it is copied: by its own button, or as the browser copies links.
#[tokio::test]
async fn a_link_out_of_an_element_leads_to_the_explainer() -> Outcome {
    on_hosts(async |browser| {
        browser.open("/empty.html").await?;
        let put = "one = document.createElement('ilrs-explainer');
            Object.assign(one, { id: 'one', loading: 'eager' });
            document.querySelector('main').append(one)";
        browser.ask(put).await?;
        said(browser, "ready", 1).await?;
        let ours = "return new URL(document.querySelector('script[src]').src).origin";
        let ours = browser.words(ours).await?;
        let away = format!(
            "return [...one.shadowRoot.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), location).href)\
             .filter((href) => !href.startsWith('{ours}/'))"
        );
        assert_eq!(browser.list(&away).await?, Vec::<String>::new(), "links that lead to the page around");
        Ok(())
    })
    .await
}

/// What stands in an app: its text, and how many filters and stories.
const STANDS: &str = "const app = arguments[0]; return { \
    filters: app.querySelectorAll('.filter').length, \
    words: [...app.querySelectorAll('.explainer')].map((one) => one.innerText).join(' '), \
    figures: [...app.querySelectorAll('figure')].filter((one) => one.checkVisibility()).map((one) => one.className) }";

/// Each view, the figures that are seen in it, and words that are read there.
const ALONE: [(&str, &[&str], &str); 5] = [
    ("view=slip", &["slip"], "This is the record of"),
    ("milestone=luna-26-launch&view=step", &["step"], "Luna-26"),
    ("view=scene", &["scene"], "This is the record of"),
    ("view=moon", &["maps"], "Luna"),
    ("view=card&item=mission-luna-26", &[], "Lavochkin"),
];

fn holds(found: &Value, query: &str, figures: &[&str], words: &str) {
    assert_eq!(found["filters"], 0, "{query}: a filter");
    assert_eq!(found["figures"], json!(figures), "{query}");
    assert!(found["words"].as_str().is_some_and(|text| text.contains(words)), "{query}: {found:#}");
}

#[tokio::test]
async fn a_picture_or_a_card_stands_alone_on_a_page_and_in_a_frame() -> Outcome {
    run(async |browser| {
        for folder in ["/", "/embed/"] {
            for (query, figures, words) in ALONE {
                browser.open_ready(&format!("{folder}?{query}")).await?;
                let found =
                    browser.ask(&STANDS.replace("arguments[0]", "document.getElementById('app')")).await?;
                holds(&found, query, figures, words);
                let told = "return !location.search.match(/scene|moon/) \
                            && [...document.querySelectorAll('.chapter')].some((one) => one.checkVisibility())";
                assert!(!browser.holds(told).await?, "{query}: the story");
            }
        }
        let console = browser.console().await?;
        assert!(console.is_empty(), "{console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_picture_or_a_card_stands_alone_in_an_element() -> Outcome {
    on_hosts(async |browser| {
        for (query, figures, words) in ALONE {
            browser.open("/empty.html").await?;
            let put = "one = document.createElement('ilrs-explainer');
                for (const [name, value] of new URLSearchParams(arguments[0])) one.setAttribute(name, value);
                one.loading = 'eager';
                document.querySelector('main').append(one)";
            browser.ask_with(put, vec![json!(query)]).await?;
            said(browser, "ready", 1).await?;
            let stands = STANDS.replace("arguments[0]", "one.shadowRoot");
            let drawn = format!(
                "const found = (() => {{ {stands} }})(); return found.figures.length === {}",
                figures.len()
            );
            browser.until(&format!("{query} is drawn"), &drawn).await?;
            holds(&browser.ask(&stands).await?, query, figures, words);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_view_that_is_none_says_which_there_are() -> Outcome {
    run(async |browser| {
        browser.open_ready("/embed/?view=slipp").await?;
        let words = browser.words("return document.querySelector('.found').textContent").await?;
        assert!(words.contains("“slipp”") && words.contains("slip, step, scene, moon"), "{words}");
        browser.open_ready("/embed/?view=card&item=mission-nothing").await?;
        let words = browser.words("return document.querySelector('.alone').textContent").await?;
        assert!(words.contains("no card of this name"), "{words}");
        Ok(())
    })
    .await
}
