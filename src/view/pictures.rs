//! The pictures, which the build has drawn for the record's cut-off, as the app marks them: on an earlier day what was
//! not known then is left out and what stood otherwise is told apart, and what the filter leaves out is faint. On a page
//! of ours they stand in the page; [`Pictures`] brings them into an element.

use super::context::Context;
use super::intact::use_intact;
use crate::model::dataset::Dataset;
use crate::model::query::View;
use crate::model::query_result::QueryResult;
use crate::model::when::When;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, NodeList, XmlHttpRequest, XmlHttpRequestResponseType};
use yew::prelude::*;

/// What a part of a picture says of itself, in attributes of these names.
const OF: &str = "data-of";
const KNOWN: &str = "data-known";
const SAME: &str = "data-same";

/// How a part of a picture is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// It was not known on the day.
    pub unknown: bool,
    /// It was, and stood otherwise than it is drawn.
    pub otherwise: bool,
    /// The filter leaves it out.
    pub away: bool,
}

impl Mark {
    /// The mark of a part that stands for the item with this id, was known from one day on and has stood as it is drawn
    /// since another; both days are ISO 8601, which sorts as the days do.
    pub fn new(data: &Dataset, found: &QueryResult, of: &str, known: &str, same: &str) -> Mark {
        let day = found.day();
        let date = When::from_day(day.day).to_string();
        let since = |from: &str| day.is_cutoff || *from <= *date;
        let away = data.at(of).is_some_and(|at| !found.shows(at));
        Mark { unknown: !since(known), otherwise: since(known) && !since(same), away }
    }
}

/// Whether a view has pictures.
pub fn has_pictures(view: View) -> bool {
    matches!(view, View::All | View::Plan | View::Missions | View::Participants | View::Scene | View::Moon)
}

/// The day to which the page is taken back, if it is one before that for which the pictures are drawn, as the value of
/// an attribute.
pub fn past(found: &QueryResult) -> Option<String> {
    (!found.day().is_cutoff).then(|| When::from_day(found.day().day).to_string())
}

/// Marks every part of the pictures below an element.
pub fn mark(below: &Element, data: &Dataset, found: &QueryResult) {
    for part in all(below, "[data-known]") {
        let of = |name| part.get_attribute(name);
        let known = of(KNOWN).unwrap_or_default();
        let same = of(SAME).unwrap_or_else(|| known.clone());
        let mark = Mark::new(data, found, &of(OF).unwrap_or_default(), &known, &same);
        let classes = part.class_list();
        for (class, is) in [("unknown", mark.unknown), ("otherwise", mark.otherwise), ("away", mark.away)] {
            let _ = classes.toggle_with_force(class, is); // each is one word
        }
        // How it stands is part of its name; without that its name is what is left to read.
        let [from, to] = if mark.otherwise { [LABEL, KEPT] } else { [KEPT, LABEL] };
        if let Some(label) = of(from) {
            let _ = part.set_attribute(to, &label); // both are names of attributes
            let _ = part.remove_attribute(from);
        }
    }
    // The steps suppose what is promised today.
    if past(found).is_some() {
        for first in all(below, ".scene > form > .steps [value=\"0\"]") {
            if let Ok(first) = first.dyn_into::<HtmlInputElement>() {
                first.set_checked(true);
            }
        }
    }
}

const LABEL: &str = "aria-label";
const KEPT: &str = "data-label";

/// Every element below one that a selector names.
pub fn all(below: &Element, selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = below.query_selector_all(selector).ok();
    let nodes = list.iter().flat_map(|list| (0..list.length()).filter_map(|place| list.item(place)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

#[derive(PartialEq, Properties)]
pub struct PicturesProps {
    /// Where the file is, and the record.
    pub context: Context,
    /// What is found.
    pub found: Rc<QueryResult>,
}

/// The pictures in an element, from the file that the context names. Without it everything else stands.
#[component]
pub fn Pictures(PicturesProps { context, found }: &PicturesProps) -> Html {
    use_intact();
    let (place, loaded) = (use_node_ref(), use_state(|| false));
    {
        let (place, loaded, pages) = (place.clone(), loaded.setter(), context.pages.clone());
        use_effect_with(context.pictures.clone(), move |file| {
            let request = asked(file);
            let listener = request.as_ref().map(|request| {
                let answer = request.clone();
                EventListener::new(request, "load", move |_| {
                    if let (Some(document), Some(place)) = (document(&answer), place.cast::<Element>()) {
                        put(&place, &document, &pages);
                        loaded.set(true);
                    }
                })
            });
            move || {
                drop(listener);
                request.map(|request| request.abort());
            }
        });
    }
    {
        let (place, data) = (place.clone(), context.data.clone());
        use_effect_with((found.clone(), *loaded), move |(found, _)| {
            if let Some(place) = place.cast::<Element>() {
                mark(&place, &data, found);
            }
        });
    }
    html! { <div class="pictures" ref={place}/> }
}

/// Asks for a file as a document: a policy of Trusted Types refuses markup that is parsed from a text.
fn asked(file: &str) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", file, true).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    request.send().ok()?;
    Some(request)
}

fn document(answer: &XmlHttpRequest) -> Option<Document> {
    let found = answer.status().is_ok_and(|status| status == 200);
    answer.response().ok().filter(|_| found)?.dyn_into().ok()
}

/// Puts the pictures of a document into their place. Their links lead from the root of the site.
fn put(place: &Element, document: &Document, pages: &str) {
    let Some(body) = document.body() else { return };
    for link in all(&body, "a[href]") {
        let href = link.get_attribute("href").unwrap_or_default();
        let _ = link.set_attribute("href", &format!("{pages}{href}")); // a link takes it
    }
    place.set_text_content(None);
    for picture in all(&body, "figure") {
        let _ = place.append_child(&picture); // it is taken out of the one document into the other
    }
}
