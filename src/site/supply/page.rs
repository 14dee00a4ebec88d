//! The page of licences: every crate that is shipped in the app and every font, with its version, its licence and the
//! text of it.

use super::texts::Texts;
use super::{Supply, fonts, rules, sbom};
use crate::site::Error;
use crate::text::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// What the page lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// What is compiled into the app, ours first.
    pub lines: Vec<Line>,
    /// The fonts of the page.
    pub fonts: Vec<Line>,
    /// The texts that the lines name by their places, from 0.
    pub texts: Vec<(String, String)>,
    /// What only tests the site: name, version and licence.
    pub tests: Vec<[String; 3]>,
}

/// Something that is shipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// Where it is developed.
    pub home: Option<String>,
    /// The places of the texts it carries.
    pub texts: Vec<usize>,
}

impl Listed {
    /// Lists what is shipped.
    pub fn new(supply: &Supply) -> Result<Listed, Error> {
        let mut texts = Texts::default();
        let mut lines = Vec::new();
        for (package, _) in supply.metadata.shipped() {
            lines.push(Line {
                name: package.name.clone(),
                version: package.version.clone(),
                licence: rules::licence(package.license.as_deref(), rules::SHIPPED)?,
                home: package.repository.clone().filter(|home| home.starts_with("https://")),
                texts: texts.of(package)?,
            });
        }
        lines.push(Line {
            name: "rust-std".to_string(),
            version: supply.rust.clone(),
            licence: "MIT OR Apache-2.0".to_string(),
            home: Some("https://github.com/rust-lang/rust".to_string()),
            texts: Vec::new(),
        });
        let own =
            |line: &Line| supply.metadata.packages.iter().any(|p| p.name == line.name && p.source.is_none());
        lines.sort_by_key(|line| (!own(line), line.name.clone()));
        let text = texts.place("OFL.txt", &supply.fonts);
        let fonts = fonts::FONTS.iter().map(|font| Line {
            name: format!("{}, from {}", font.name, font.package),
            version: font.version.to_string(),
            licence: fonts::LICENCE.to_string(),
            home: Some(font.home.to_string()),
            texts: vec![text],
        });
        let fonts = fonts.collect();
        let tests = rules::node_packages(&supply.node).into_iter().filter(|package| !package.build);
        let tests = tests.map(|package| [package.name, package.version, package.license.unwrap_or_default()]);
        Ok(Listed { lines, fonts, texts: texts.all, tests: tests.collect() })
    }
}

#[derive(PartialEq, Properties)]
pub struct LicencesProps {
    pub listed: Rc<Listed>,
    pub lang: Lang,
}

/// Every licence.
#[component]
pub fn Licences(props: &LicencesProps) -> Html {
    let (listed, text) = (&props.listed, props.lang.static_text());
    html! {
        <div class="explainer" data-theme="auto" lang={props.lang.tag()}>
            <header class="opening">
                <p class="eyebrow"><a href="../">{ text.back }</a></p>
                <h1>{ text.licences }</h1>
                <p class="lede">{ text.licences_sub }</p>
            </header>
            <main class="sources-page">
                <p class="measure">{ text.licences_number(listed.lines.len()) }</p>
                <p><a href={format!("../{}", sbom::PATH)} download="">{ text.licences_bill }</a></p>
                <ul class="list">
                    for line in listed.lines.iter() {
                        { one(line, listed, props.lang) }
                    }
                </ul>
                <section>
                    <h2>{ text.licences_fonts }</h2>
                    <ul class="list">
                        for line in listed.fonts.iter() {
                            { one(line, listed, props.lang) }
                        }
                    </ul>
                </section>
                <section>
                    <h2>{ text.licences_tests }</h2>
                    <ul class="list">
                        for [name, version, licence] in listed.tests.iter() {
                            <li>{ format!("{name} {version}") }<p>{ licence.clone() }</p></li>
                        }
                    </ul>
                </section>
                <section>
                    <h2>{ text.licences_texts }</h2>
                    for (place, (name, body)) in listed.texts.iter().enumerate() {
                        <details class="of-kind" id={id(place)} open=true>
                            <summary>{ text.licence_text(place + 1, name, carried(listed, place)) }</summary>
                            <pre lang="en">{ body.clone() }</pre>
                        </details>
                    }
                </section>
            </main>
        </div>
    }
}

fn one(line: &Line, listed: &Listed, lang: Lang) -> Html {
    let name = format!("{} {}", line.name, line.version);
    html! {
        <li>
            if let Some(home) = &line.home {
                <a href={home.clone()} rel="noopener noreferrer">{ name }</a>
            } else {
                { name }
            }
            <p>
                { line.licence.clone() }
                for place in line.texts.iter().copied() {
                    { " · " }
                    <a href={format!("#{}", id(place))}>{ lang.static_text().licence_link(place + 1, &listed.texts[place].0) }</a>
                }
                if line.texts.is_empty() {
                    { " · " }{ lang.static_text().licence_none }
                }
            </p>
        </li>
    }
}

fn id(place: usize) -> String {
    format!("text-{}", place + 1)
}

fn carried(listed: &Listed, place: usize) -> usize {
    listed.lines.iter().chain(&listed.fonts).filter(|line| line.texts.contains(&place)).count()
}
