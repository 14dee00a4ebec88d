//! How to cite a page: in a sentence, and for programs as BibTeX and CSL-JSON, with the version and the day of the record.

use super::csl;
use super::frozen::VERSION;
use super::handle::dated;
use crate::model::when::{Day, When};
use crate::text::Lang;
use serde_json::{Value, json};
use yew::prelude::*;

/// What is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited<'a> {
    /// By what programs know it, as `mission-luna-26`.
    pub id: &'a str,
    /// What the page is about.
    pub name: &'a str,
    /// What the record is called.
    pub title: &'a str,
    /// The day of the record.
    pub day: Day,
    /// Where the page is published.
    pub url: Option<&'a str>,
    pub lang: Lang,
}

impl Cited<'_> {
    /// One key for one version: what is cited twice from two versions is told apart.
    fn key(&self) -> String {
        dated(self.id, &When::from_day(self.day).to_string())
    }

    fn edition(&self) -> String {
        self.lang.cite_text().edition(VERSION, &When::from_day(self.day))
    }

    /// As BibTeX, which both `bibtex` and `biber` read.
    pub fn bibtex(&self) -> String {
        let day = When::from_day(self.day).to_string();
        let mut fields = vec![
            ("title", format!("{{{}}}", tex(self.name))), // in braces of its own it keeps its capitals
            ("howpublished", tex(self.title)),
            ("note", tex(&self.edition())),
            ("year", day.get(..4).unwrap_or_default().to_string()),
            ("date", day.clone()),
            ("version", VERSION.to_string()),
        ];
        fields.extend(self.url.map(|url| ("url", url.to_string())));
        let fields: String =
            fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
        format!("@misc{{{},\n{fields}}}\n", self.key())
    }

    /// As CSL-JSON, a list of one.
    pub fn csl(&self) -> Value {
        let mut value = json!({
            "id": self.key(),
            "type": "webpage",
            "title": self.name,
            "container-title": self.title,
            "version": VERSION,
            "note": self.edition(),
            "language": self.lang.tag(),
            "issued": csl::issued(&When::from_day(self.day).to_string()),
        });
        if let Some(url) = self.url {
            value["URL"] = json!(url);
        }
        json!([value])
    }

    /// All three. What is for programs is selected whole by a click.
    pub fn html(&self) -> Html {
        let text = self.lang.cite_text();
        let forms =
            [("bibtex", text.bibtex, self.bibtex()), ("csl-json", text.csl, format!("{:#}", self.csl()))];
        let words = self.lang.static_text().item_cited_as(
            self.name,
            &text.version(self.title, VERSION),
            &When::from_day(self.day),
        );
        html! {
            <section aria-labelledby="cite">
                <h2 id="cite">{ self.lang.static_text().item_cite }</h2>
                <p class="measure">
                    { words }
                    if let Some(url) = self.url {
                        { " " }<a href={url.to_string()}>{ url.to_string() }</a>
                    }
                </p>
                for (id, name, code) in forms {
                    <details class="cite">
                        <summary>{ name }</summary>
                        <pre {id} tabindex="0" aria-label={name}>{ code }</pre>
                    </details>
                }
            </section>
        }
    }
}

/// A text without the signs that mean something to TeX.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', sign]),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tex;

    #[test]
    fn no_sign_means_anything_to_tex() {
        assert_eq!(
            tex("R&D: 5 % of $1_0 {a} \\ ~^ №7"),
            r"R\&D: 5 \% of \$1\_0 \{a\} \textbackslash{} \textasciitilde{}\textasciicircum{} №7"
        );
    }
}
