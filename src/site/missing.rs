//! `404.html`: what a host that reads it shows for an address where nothing stands, such as that of a thing which was
//! renamed. It may be shown below any folder, so its links are whole paths from where the site is published.

use super::embedding::origin;
use super::whole_record;
use crate::text::Lang;
use yew::prelude::*;

/// Its file.
pub const PATH: &str = "404.html";
/// No search engine keeps it.
pub const ROBOTS: &str = "<meta name=\"robots\" content=\"noindex\">";

/// The path of the site on its host, from `/` to `/`: the host's own root where it is not known.
pub fn base(url: Option<&str>) -> String {
    match url.map_or("", |url| url[origin(url).len()..].trim_matches('/')) {
        "" => "/".to_string(),
        path => format!("/{path}/"),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct MissingProps {
    /// What leads to the root of the site.
    pub base: AttrValue,
    pub lang: Lang,
}

/// That nothing stands here, and where to go on.
#[component]
pub fn Missing(MissingProps { base, lang }: &MissingProps) -> Html {
    let still = lang.static_text();
    let link =
        |path: &str, words: &'static str| html! { <li><a href={format!("{base}{path}")}>{ words }</a></li> };
    html! {
        <div class="explainer" data-theme="auto" lang={lang.tag()}>
            <header class="opening">
                <h1>{ still.missing }</h1>
                <p class="lede">{ still.missing_sub }</p>
            </header>
            <main>
                <ul class="list">
                    { link("", still.back) }
                    { link(whole_record::FOLDER, still.whole_link) }
                    { link("sources/", still.sources_link) }
                </ul>
            </main>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_site_lies_at_the_path_of_its_address() {
        for (url, is) in [
            (None, "/"),
            (Some("https://x.example"), "/"),
            (Some("https://x.example/"), "/"),
            (Some("https://x.example/moon/base"), "/moon/base/"),
            (Some("http://x.example:80/moon/"), "/moon/"),
        ] {
            assert_eq!(base(url), is, "{url:?}");
        }
    }
}
