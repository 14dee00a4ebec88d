//! A page in the languages of the site: what its head says of the others, and the links by which a reader goes there.

use super::share::escape;
use crate::text::Lang;

/// A page and what it is in other languages.
#[derive(Clone, Copy)]
pub struct Languages<'a> {
    /// Those that the site has, the first being the one for readers of none of them.
    pub all: &'a [Lang],
    /// That of the page.
    pub own: Lang,
    /// What leads from the page to the root of the site.
    pub root: &'a str,
    /// Its path below the folder of each language.
    pub path: &'a str,
}

impl Languages<'_> {
    /// The elements of the head: the page in each language, itself too, as search engines want it. Their addresses are
    /// whole where it is known where the site is published.
    pub fn alternates(&self, url: Option<&str>) -> String {
        let root = url.map_or(self.root.to_string(), |url| format!("{}/", url.trim_end_matches('/')));
        let link = |tag: &str, lang: Lang| {
            let address = escape(&self.address(&root, lang));
            format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">")
        };
        let first = self.others().next().and(self.all.first()).map(|lang| link("x-default", *lang));
        let all = self.all.iter().filter(|_| first.is_some()).map(|lang| link(lang.tag(), *lang));
        all.chain(first.clone()).collect::<Vec<_>>().join("\n")
    }

    /// The links, in the order of the languages, with the name of the page's own among them. The app adds to them what is
    /// on show.
    pub fn choice(&self) -> String {
        let word = |lang: &Lang| {
            if *lang == self.own {
                return format!("<span>{}</span>", lang.own_name());
            }
            let (tag, address) = (lang.tag(), escape(&self.address(self.root, *lang)));
            format!("<a href=\"{address}\" lang=\"{tag}\" hreflang=\"{tag}\">{}</a>", lang.own_name())
        };
        if self.others().next().is_none() {
            return String::new();
        }
        let words = self.all.iter().map(word).collect::<Vec<_>>().join(" ");
        format!("<nav class=\"languages\" aria-label=\"{}\">{words}</nav>", self.own.choice())
    }

    fn others(&self) -> impl Iterator<Item = &Lang> {
        self.all.iter().filter(|lang| **lang != self.own)
    }

    /// An empty address would lead to the page with all that is asked of it.
    fn address(&self, root: &str, lang: Lang) -> String {
        let address = format!("{root}{}{}", lang.folder(), self.path);
        if address.is_empty() { "./".to_string() } else { address }
    }
}

/// Puts the links into a page: first in the explainer, so that they have its colours.
pub fn within(app: &str, choice: &str) -> String {
    match app.split_once('>') {
        Some((start, rest)) => format!("{start}>{choice}{rest}"),
        None => app.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Languages, within};
    use crate::text::Lang;

    const FRONT: Languages = Languages { all: Lang::ALL, own: Lang::En, root: "", path: "" };

    #[test]
    fn a_page_leads_to_itself_in_the_other_languages() {
        assert_eq!(
            FRONT.choice(),
            "<nav class=\"languages\" aria-label=\"Language\"><span>English</span> \
             <a href=\"zh/\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">中文</a> \
             <a href=\"ru/\" lang=\"ru\" hreflang=\"ru\">Русский</a></nav>"
        );
        let item = Languages { own: Lang::Ru, root: "../../../", path: "mission/luna-26/", ..FRONT };
        let choice = item.choice();
        for link in [
            "\"../../../mission/luna-26/\" lang=\"en\"",
            "\"../../../zh/mission/luna-26/\"",
            " <span>Русский</span></nav>",
        ] {
            assert!(choice.contains(link), "{link} is not in {choice}");
        }
    }

    #[test]
    fn the_head_names_all_and_the_first_for_everybody_else() {
        let front = FRONT.alternates(None);
        assert_eq!(
            front.lines().collect::<Vec<_>>(),
            [
                "<link rel=\"alternate\" hreflang=\"en\" href=\"./\">",
                "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"zh/\">",
                "<link rel=\"alternate\" hreflang=\"ru\" href=\"ru/\">",
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"./\">",
            ]
        );
        let whole =
            Languages { root: "../", path: "record/", ..FRONT }.alternates(Some("https://x.example/y"));
        assert!(whole.contains("hreflang=\"ru\" href=\"https://x.example/y/ru/record/\""), "{whole}");
    }

    #[test]
    fn where_there_is_one_language_there_is_no_choice() {
        let alone = Languages { all: &[Lang::En], ..FRONT };
        assert_eq!((alone.choice(), alone.alternates(None)), (String::new(), String::new()));
    }

    #[test]
    fn the_links_stand_first_in_the_explainer() {
        assert_eq!(
            within("<div class=\"explainer\"><p></p></div>", "<nav>"),
            "<div class=\"explainer\"><nav><p></p></div>"
        );
    }
}
