//! `embedding/`: the code that shows a view on another page, as an element, a frame or a link, live or frozen. As it
//! stands it shows everything; `shell/builder.js` fills the same templates for the view that the reader comes from.

use super::frame::SANDBOX;
use super::frozen::VERSION;
use super::item;
use super::share::escape;
use crate::model::dataset::Dataset;
use crate::model::facet::Facet;
use crate::model::id::Type;
use crate::model::query::{NAMES, Theme, View};
use crate::model::when::When;
use crate::text::{Lang, PARTS, PROPERTIES};
use crate::view::table::head;
use std::rc::Rc;
use yew::prelude::*;

/// Where the page stands, and its file.
pub const FOLDER: &str = "embedding/";
pub const PATH: &str = "embedding/index.html";

/// What loads its script, from where the page of a language stands.
pub fn script(name: &str, lang: Lang) -> String {
    format!("<script type=\"module\" src=\"../{}assets/{name}\"></script>", lang.up())
}

/// Where the code stands that a reader of the page without scripts has to put the site's address into.
const ANYWHERE: &str = "https://host/path/";

/// A form in which a view is embedded: its code, and what a strict policy has to allow. In them stand marks: `base`,
/// the address of the site or its frozen copy, which is `url` where nothing is escaped; `origin`; `search`, the query
/// with its `?`; `attributes`, the same for the element; `title`; and `hash`, what holds the browser to a script.
struct Form {
    id: &'static str,
    code: &'static str,
    policy: &'static str,
    /// The script that the code loads.
    script: &'static str,
}

const FORMS: [Form; 3] = [
    Form {
        id: "element",
        code: "<script type=\"module\" src=\"{{base}}embed.js\"{{hash}}></script>\n\
               <ilrs-explainer{{lang}}{{attributes}}><a href=\"{{base}}{{folder}}{{search}}\">{{title}}</a></ilrs-explainer>",
        policy: "script-src {{origin}} 'wasm-unsafe-eval';\nconnect-src {{origin}};",
        script: "embed.js",
    },
    Form {
        id: "frame",
        code: "<iframe src=\"{{base}}{{folder}}embed/{{search}}\" title=\"{{title}}\" width=\"100%\" height=\"700\"\n  \
               sandbox=\"{{sandbox}}\" loading=\"lazy\"></iframe>\n\
               <script type=\"module\" src=\"{{base}}frame.js\"{{hash}}></script>",
        policy: "frame-src {{origin}};\nscript-src {{url}}frame.js;",
        script: "frame.js",
    },
    Form {
        id: "link",
        code: "<a href=\"{{base}}{{folder}}{{search}}\">{{title}}</a>",
        policy: "",
        script: "",
    },
];

#[derive(Clone, PartialEq, Properties)]
pub struct BuilderProps {
    pub lang: Lang,
    /// What can be chosen.
    pub data: Rc<Dataset>,
    /// What the record is called.
    pub title: AttrValue,
    /// The day it was last checked.
    pub day: When,
    /// Where the site is published.
    pub url: Option<AttrValue>,
    /// Each script that other pages load, with its SHA-256 in base64.
    pub hashes: Vec<(&'static str, String)>,
}

/// The choices, which a script brings to life, the code in each form, what it shows, and how its look is set.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let text = props.lang.embedding();
    html! {
        <div class="explainer" data-theme="auto" lang={props.lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a id="back" href="../">{ props.lang.static_text().back }</a></p>
                <h1>{ text.title }</h1>
                <p class="lede">{ text.sub }</p>
            </header>
            <main class="builder">
                <p class="measure">{ text.of(&props.day, VERSION) }</p>
                <p class="measure" id="addresses">{ text.addresses }</p>
                { choices(props) }
                for (place, form) in FORMS.iter().enumerate() {
                    { section(props, place, form) }
                }
                <p id="said" role="status" data-copied={text.copied} data-refused={text.refused}/>
                <section aria-labelledby="preview">
                    <h2 id="preview">{ text.preview }</h2>
                    <p class="sub" data-live="" hidden=true>{ text.preview_sub }</p>
                    <iframe src="../embed/" title={text.frame} width="100%" height="700" sandbox={SANDBOX} loading="lazy"/>
                </section>
                { look(props.lang) }
            </main>
        </div>
    }
}

/// Hidden until a script hears them.
fn choices(props: &BuilderProps) -> Html {
    let (words, text) = (props.lang.text(), props.lang.embedding());
    let forms = FORMS.iter().zip(text.forms).map(|(form, label)| (form.id, label.to_string()));
    html! {
        <form data-names={NAMES.join(" ")} data-title={props.title.clone()} data-version={VERSION} data-folder={props.lang.folder()} data-live="" autocomplete="off" hidden=true>
            { radios("form", text.form, forms) }
            { radios("edition", text.edition, editions(props).into_iter()) }
            { select("view", words.section, View::ALL.iter().map(|view| (view.word(), words.view(*view)))) }
            { of_view(View::Step, things("milestone", words.facet(Facet::Milestone), props, &[Type::Milestone])) }
            { of_view(View::Card, things("item", text.card, props, &item::TYPES)) }
            { select("theme", words.looks, Theme::ALL.iter().map(|theme| (theme.word(), words.theme(*theme)))) }
        </form>
    }
}

/// What is chosen beside one view alone.
fn of_view(view: View, choice: Html) -> Html {
    html! { <span data-of={view.word()} hidden=true>{ choice }</span> }
}

/// A choice among things: by their ids alone if they are of one type, as `<type>-<id>` if they are of many.
fn things(name: &'static str, label: &'static str, props: &BuilderProps, types: &[Type]) -> Html {
    let data = &props.data;
    let groups = types.iter().filter(|kind| data.length(**kind) > 0);
    let value = |at| if types.len() == 1 { data.id(at).to_string() } else { data.anchor(at) };
    html! {
        <label>
            <span>{ label }</span>{ " " }
            <select {name}>
                <option value="">{ props.lang.embedding().any }</option>
                for kind in groups {
                    <optgroup label={props.lang.static_text().list_of(*kind)}>
                        for at in data.places(*kind) {
                            <option value={value(at)}>{ data.label(at).clone() }</option>
                        }
                    </optgroup>
                }
            </select>
        </label>
    }
}

/// A choice of one, by its parameter and label; each option with its value and words.
fn select(
    name: &'static str,
    label: &'static str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>{ " " }
            <select {name}>
                for (value, words) in options {
                    <option {value}>{ words }</option>
                }
            </select>
        </label>
    }
}

fn radios(
    name: &'static str,
    legend: &'static str,
    choices: impl Iterator<Item = (&'static str, String)>,
) -> Html {
    html! {
        <fieldset>
            <legend>{ legend }</legend>
            for (place, (value, label)) in choices.enumerate() {
                <label><input type="radio" {name} {value} checked={place == 0}/>{ " " }{ label }</label>
            }
        </fieldset>
    }
}

/// The code of one form, live and frozen.
fn section(props: &BuilderProps, place: usize, form: &Form) -> Html {
    let text = props.lang.embedding();
    html! {
        <section data-form={form.id} aria-labelledby={form.id}>
            <h2 id={form.id}>{ text.forms[place] }</h2>
            <p class="measure">{ text.about[place] }</p>
            for (edition, name) in editions(props) {
                <div data-edition={edition}>
                    <h3>{ name }</h3>
                    { code(props, form, edition, form.code) }
                    <p data-live="" hidden=true><button type="button">{ text.copy }</button></p>
                    if !form.policy.is_empty() {
                        <p>{ text.policy }</p>
                        { code(props, form, edition, form.policy) }
                    }
                </div>
            }
            if form.id == "element" {
                <p><a href={format!("../{}embed.d.ts", props.lang.up())}>{ text.types }</a></p>
            }
        </section>
    }
}

/// The site as it goes on, and its copy that stays.
fn editions(props: &BuilderProps) -> [(&'static str, String); 2] {
    let text = props.lang.embedding();
    [("live", text.live.to_string()), (FROZEN, text.frozen(&props.day))]
}

const FROZEN: &str = "frozen";

/// A text with its template, in which the script fills in what it finds.
fn code(props: &BuilderProps, form: &Form, edition: &str, template: &str) -> Html {
    let hash = props.hashes.iter().find(|(script, _)| edition == FROZEN && *script == form.script);
    let hash = hash.map_or(String::new(), |(_, hash)| format!(" integrity=\"sha256-{hash}\" crossorigin"));
    let lang = if props.lang == Lang::default() {
        String::new()
    } else {
        format!(" lang=\"{}\"", props.lang.code())
    };
    let template = template
        .replace("{{hash}}", &hash)
        .replace("{{sandbox}}", SANDBOX)
        .replace("{{lang}}", &lang)
        .replace("{{folder}}", props.lang.folder());
    let text = filled(props, edition, &template);
    html! { <pre data-code={template}>{ text }</pre> }
}

/// A template for everything.
fn filled(props: &BuilderProps, edition: &str, template: &str) -> String {
    let site = props.url.as_deref().unwrap_or(ANYWHERE).trim_end_matches('/');
    let url = if edition == FROZEN { format!("{site}/v/{VERSION}/") } else { format!("{site}/") };
    template
        .replace("{{base}}", &escape(&url))
        .replace("{{url}}", &url)
        .replace("{{origin}}", origin(site))
        .replace("{{search}}", "")
        .replace("{{attributes}}", "")
        .replace("{{title}}", &escape(&props.title))
}

/// Scheme and host of an address.
pub(super) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    url[host..].find('/').map_or(url, |end| &url[..host + end])
}

/// What a host may write.
const EXAMPLE: &str = "\
ilrs-explainer { --ilrs-accent: light-dark(#a03, #fa8); --ilrs-font: Georgia, serif }
ilrs-explainer::part(filter) { display: none }";

/// What a host may set.
fn look(lang: Lang) -> Html {
    let text = lang.embedding();
    html! {
        <section aria-labelledby="look">
            <h2 id="look">{ text.look }</h2>
            <p class="measure">{ text.look_sub }</p>
            <table>
                { head(&text.look_head) }
                <tbody>
                    for (name, words) in PROPERTIES.into_iter().zip(text.properties) {
                        <tr><th scope="row"><code>{ name }</code></th><td>{ words }</td></tr>
                    }
                </tbody>
            </table>
            <p class="measure">{ text.parts_sub }</p>
            <ul>
                for (name, words) in PARTS.into_iter().zip(text.parts) {
                    <li><code>{ name }</code>{ text.joints().colon }{ words }</li>
                }
            </ul>
            <pre>{ EXAMPLE }</pre>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_ends_at_the_path() {
        for (url, is) in
            [("https://x.example/a/b", "https://x.example"), ("http://x:80", "http://x:80"), ("x", "x")]
        {
            assert_eq!(origin(url), is);
        }
    }
}
