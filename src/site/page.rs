//! The pages, rendered from the same components that the browser takes over.

use super::Error;
use crate::model::dataset::Dataset;
use crate::model::query::Query;
use crate::text::Lang;
use crate::view::app::{App, AppProps, Controls, Heard, Opening, OpeningProps};
use crate::view::section::{Part, SECTIONS, Section, SectionProps};
use crate::view::{Context, Store, Surface};
use std::rc::Rc;
use yew::prelude::*;

/// Where the explainer is to stand.
#[derive(Clone, Copy, Default)]
pub struct At<'a> {
    /// On a page of its own, in a frame, or in an element.
    pub surface: Surface,
    /// In this language.
    pub lang: Lang,
    /// What leads to the front page of the language.
    pub base: &'a str,
    /// What leads to where the pages of things stand.
    pub pages: &'a str,
}

/// The explainer as one root, as an element shows it before it answers.
pub fn app(data: &Rc<Dataset>, base: &str) -> Result<String, Error> {
    let store = || store(data, &At { surface: Surface::Element, base, pages: base, ..At::default() });
    html::<App>(|| AppProps { store: store(), heard: Heard::default() }, true)
}

/// The explainer as it is published: a root for the opening; what no root holds, the story or the pictures alone, which
/// is given the root of the step chart; a root for the controls, and one for each section.
pub fn roots(
    data: &Rc<Dataset>,
    at: At,
    between: impl FnOnce(String) -> Result<String, Error>,
) -> Result<String, Error> {
    let store = || store(data, &at);
    let part = |part: Part| {
        let html = html::<Section>(|| SectionProps { store: store(), part }, true)?;
        Ok::<_, Error>(root(part.word(), html))
    };
    let between = between(part(Part::Step)?)?;
    let query = Query::default();
    let opening = html::<Opening>(|| OpeningProps { store: store() }, true)?;
    let controls = html::<Controls>(|| AppProps { store: store(), heard: Heard::default() }, true)?;
    let sections =
        SECTIONS.into_iter().map(|view| part(Part::Section(view))).collect::<Result<String, Error>>()?;
    Ok(format!(
        "<div class=\"explainer\" part=\"explainer\" data-theme=\"{}\" data-view=\"{}\">{}\
         <main>{between}<div class=\"explore\">{}{sections}</div></main></div>",
        query.theme.word(),
        query.view.word(),
        root("opening", opening),
        root("controls", controls),
    ))
}

/// What the browser mounts a root on. The app takes over what stands there if it still holds as many nodes.
fn root(name: &str, html: String) -> String {
    format!("<div data-root=\"{name}\" data-nodes={}>{html}</div>", nodes(&html))
}

/// How many elements, texts and comments there are in HTML as Yew writes it.
pub fn nodes(html: &str) -> usize {
    let (mut count, mut rest) = (0, html);
    while let Some((text, tag)) = rest.split_once('<') {
        count += usize::from(!text.is_empty()) + usize::from(!tag.starts_with('/'));
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, rest)| rest);
    }
    count + usize::from(!rest.is_empty())
}

fn store(data: &Rc<Dataset>, at: &At) -> Store {
    let (data, surface, lang) = (data.clone(), at.surface, at.lang);
    let (base, pages) = (at.base.to_string().into(), at.pages.to_string().into());
    let context = Context { surface, base, pages, ..Context::new(data, lang.language()) };
    Store::new(context, Query::default(), Vec::new())
}

/// A component as HTML.
pub fn html<C>(props: impl Fn() -> C::Properties, hydratable: bool) -> Result<String, Error>
where
    C: BaseComponent,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| format!("the renderer's runtime: {error}"))?;
    let local = tokio::task::LocalSet::new();
    let renderer = yew::LocalServerRenderer::<C>::with_props(props()).hydratable(hydratable);
    Ok(closed(&local.block_on(&runtime, renderer.render())))
}

/// With the shapes of SVG ending in their own tag, as they may: a parser makes the same of it.
fn closed(html: &str) -> String {
    let shapes = ["circle", "line", "path", "rect", "stop"];
    shapes.into_iter().fold(html.to_string(), |html, shape| html.replace(&format!("></{shape}>"), "/>"))
}

/// Fills a template: every `{{name}}` becomes its value, as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, Error> {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("the template opens {{ and does not close it")?;
        let value = values.iter().find(|(known, _)| *known == name);
        let (_, value) =
            value.ok_or_else(|| format!("the template names {{{{{name}}}}}, which nothing fills"))?;
        out.push_str(before);
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}
