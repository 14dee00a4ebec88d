//! The pages, rendered from the same root component that the browser hydrates.

use super::Error;
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::text::Lang;
use crate::view::{App, AppProps};
use std::cell::OnceCell;
use std::rc::Rc;
use yew::prelude::*;

/// The root component on a record, as HTML that can be hydrated, without drawings.
pub fn app(data: &Rc<Dataset>, base: &'static str) -> Result<String, Error> {
    drawn(data, &[], base)
}

/// The same with its drawings, as it is published.
pub fn drawn(data: &Rc<Dataset>, drawings: &[Node], base: &'static str) -> Result<String, Error> {
    let drawings = Rc::new(OnceCell::from(drawings.to_vec()));
    let (data, base) = (data.clone(), AttrValue::from(base));
    let html = html::<App>(
        move || AppProps {
            data: data.clone(),
            drawings: drawings.clone(),
            lang: Lang::default(),
            base: base.clone(),
            query: Default::default(),
            complaints: Vec::new(),
            live: false,
            take: None,
            on_ready: Callback::noop(),
            on_query: Callback::noop(),
        },
        true,
    )?;
    Ok(left_alone(&html))
}

/// Has the browser wait at the sections for this script, and with it for the styles: a long page is read at a stretch
/// otherwise, and nothing painted before its end.
pub fn waiting(html: &str, script: &str) -> String {
    html.replacen("<main>", &format!("<script src=\"{script}\"></script><main>"), 1)
}

/// How deep the insides of islands stand among components: that of a section in its frame, in the app; that of a card
/// in its frame, in the inside of a section.
const INSIDE: [usize; 2] = [3, 5];

/// Has the insides of islands taken over as they stand: the comments around such a component become those around
/// markup that the app does not look into.
fn left_alone(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut rest, mut depth) = (html, 0);
    while let Some((before, after)) = rest.split_once("[]>-->") {
        let ends = before.ends_with("<!--</");
        depth += usize::from(!ends);
        out.push_str(before);
        out.push_str(if INSIDE.contains(&depth) { "#>-->" } else { "[]>-->" });
        depth -= usize::from(ends);
        rest = after;
    }
    out.push_str(rest);
    out
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
