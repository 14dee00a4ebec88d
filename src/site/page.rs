//! The pages, rendered from the same components that the browser takes over.

use super::Error;
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::model::query::{Query, View};
use crate::text::Lang;
use crate::view::app::{App, AppProps, Controls, Heard};
use crate::view::section::{SECTIONS, Section, SectionProps};
use crate::view::step::{Step, StepProps};
use crate::view::{Context, Store, Surface};
use std::rc::Rc;
use yew::prelude::*;

/// The explainer as one root, as an element shows it before it answers.
pub fn app(data: &Rc<Dataset>, base: &str) -> Result<String, Error> {
    let store = || store(data, &[], base, base, Surface::Page);
    html::<App>(|| AppProps { store: store(), heard: Heard::default() }, true)
}

/// The explainer with its drawings as it is published: a root for the controls, one for the step chart and one for each
/// section. `base` leads to the root of the site, and `pages` to where the pages of things stand.
pub fn roots(
    data: &Rc<Dataset>,
    drawings: &[Node],
    base: &str,
    pages: &str,
    surface: Surface,
) -> Result<String, Error> {
    let store = || store(data, drawings, base, pages, surface);
    let query = Query::default();
    let controls = html::<Controls>(|| AppProps { store: store(), heard: Heard::default() }, true)?;
    let section = |view: View| {
        let html = html::<Section>(|| SectionProps { store: store(), view }, true)?;
        Ok(root(view.word(), html))
    };
    let sections = SECTIONS.into_iter().map(section).collect::<Result<String, Error>>()?;
    Ok(format!(
        "<div class=\"explainer\" part=\"explainer\" data-theme=\"{}\" data-view=\"{}\">{}<main>{}{sections}</main></div>",
        query.theme.word(),
        query.view.word(),
        root("controls", controls),
        step(store())?,
    ))
}

/// The root of the step chart, which may stand wherever the page tells of the dates.
fn step(store: Store) -> Result<String, Error> {
    let html = html::<Step>(|| StepProps { store: store.clone() }, true)?;
    Ok(root("step", html))
}

/// What the browser mounts a root on.
fn root(name: &str, html: String) -> String {
    format!("<div data-root=\"{name}\">{html}</div>")
}

fn store(data: &Rc<Dataset>, drawings: &[Node], base: &str, pages: &str, surface: Surface) -> Store {
    let (data, drawings) = (data.clone(), Rc::new(drawings.to_vec()));
    let (base, pages) = (base.to_string().into(), pages.to_string().into());
    let context =
        Context { data, drawings, lang: Lang::default(), surface, base, pages, ..Context::default() };
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
    Ok(local.block_on(&runtime, renderer.render()))
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
