//! A page of ours: what was prerendered is taken over root by root, and the query lives in the address.

use super::dying;
use super::frames::painted;
use super::host::{Address, Host, Signal, around, height, mark};
use super::languages;
use super::place::Place;
use super::reveal::{open, reveal, section, target};
use crate::model::dataset::Dataset;
use crate::model::export_filter::listed;
use crate::model::id::Type;
use crate::model::query::Query;
use crate::model::state::Msg;
use crate::model::viewport::Command;
use crate::text::Language;
use crate::view::app::{AppProps, Controls, Opening, OpeningProps};
use crate::view::intact;
use crate::view::listen::SizeObserver;
use crate::view::pictures;
use crate::view::section::{Part, SECTIONS, Section, SectionProps, anchor};
use crate::view::store::{Snapshot, Subscription};
use crate::view::tabs::tab;
use crate::view::{Context, Store, Surface};
use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use gloo::utils::{body, document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::{BaseComponent, Callback, Renderer};

/// A page whose app has started.
#[wasm_bindgen]
pub struct Started {
    place: Place,
    _sections: Subscription,
    _height: Option<SizeObserver>,
}

/// The attribute of a mount point that says what is to be mounted there: the opening, the controls, the step chart, or
/// the word of a section.
const ROOT: &str = "data-root";
/// The attribute of a mount point that says how many nodes were written there.
const NODES: &str = "data-nodes";
const OPENING: &str = "opening";
const CONTROLS: &str = "controls";

/// Starts the app on a page: `app` holds its mount points. What was prerendered there is taken over if the address asks
/// for just that and `afresh` is not asked for; anything else is rendered afresh.
///
/// # Errors
///
/// A sentence, if the record or the words cannot be read, or if there is nowhere to mount the controls.
#[wasm_bindgen]
pub fn start_page(app: Element, record: &[u8], words: &[u8], afresh: bool) -> Result<Started, JsError> {
    dying::tell(&app);
    let (data, language) = (Rc::new(Dataset::decode(record)?), Language::decode(words)?);
    let host = Address::new(app.clone());
    let surface = if host.framed { Surface::Frame } else { Surface::Page };
    let (query, complaints) = Query::from_url(&window().location().search().unwrap_or_default());
    let agrees = !afresh && query == Query::default() && complaints.is_empty();
    let context = context(Context::new(data, language), surface, &app, !agrees);
    let place = Place::new(app.clone(), context, Host::Address(host));
    let sections = Rc::new(Sections::new(&app, &place, agrees));
    let later = sections.clone();
    let revealed = place.clone();
    let busy = app.clone();
    let ready = Callback::from(move |()| {
        show(busy.clone());
        later.clone().start_when_idle();
        reveal_hash(&revealed);
    });
    let controls =
        mount_point(&app, CONTROLS).ok_or_else(|| JsError::new("the page has no place for its controls"))?;
    if let Some(opening) = mount_point(&app, OPENING) {
        start::<Opening>(opening, OpeningProps { store: place.store().clone() }, agrees);
    }
    let props = AppProps { store: place.store().clone(), heard: place.heard(ready) };
    start::<Controls>(controls, props, agrees);
    dying::keep(place.listen());
    dying::keep(address(&place, surface));
    let (dressed, dresses) = (app.clone(), place.clone());
    show_tab_of_hash(&place);
    let marked = RefCell::new(None);
    let dress = move || {
        let now = dresses.store().snapshot();
        dress(&dressed, &now);
        languages::lead(&dressed, &now);
        // A part is marked anew when something else is found.
        if marked.borrow().as_ref().is_none_or(|found| !Rc::ptr_eq(found, &now.found)) {
            pictures::mark(&dressed, &now.context.data, &now.found);
            marked.replace(Some(now.found.clone()));
        }
    };
    dress();
    let subscription = place.store().subscribe(Callback::from(move |()| {
        dress();
        sections.start_changed();
    }));
    if !agrees {
        place.store().settle();
    }
    let height = (surface == Surface::Frame).then(|| tell_height(&place)).flatten();
    Ok(Started { place, _sections: subscription, _height: height })
}

#[wasm_bindgen]
impl Started {
    /// What the query on show leaves, in the lines of [`listed`]; nothing if that is everything.
    pub fn found(&self) -> String {
        let data = &self.place.store().snapshot().context.data;
        listed(data, &Query::from_url(&self.place.shown()).0)
    }
}

/// Shows what boot.js has hidden since something else was asked for. What a browser has never painted hidden it takes for
/// moved.
///
/// Out of sight, as in a frame that a reader has not come to, nothing is painted: there it is not waited for.
fn show(app: Element) {
    let shown = |app: &Element| _ = app.remove_attribute("aria-busy");
    let unseen = app.clone();
    spawn_local(async move {
        painted().await;
        shown(&app);
    });
    spawn_local(async move {
        TimeoutFuture::new(1_000).await;
        shown(&unseen);
    });
}

/// What the view is given, on a page of ours and elsewhere.
fn context(of: Context, surface: Surface, app: &Element, live: bool) -> Context {
    let leads = |name| app.get_attribute(name).unwrap_or_default().into();
    let (base, pages) = (leads("data-base"), leads("data-pages"));
    Context { surface, base, pages, live, ..of }
}

/// The step chart and the sections, each a root of its own. Those that were prerendered are taken over one by one once
/// the controls answer, or as soon as they have to change.
struct Sections {
    /// The last in the document first.
    waiting: RefCell<Vec<(Element, Part)>>,
    store: Store,
    prerendered: bool,
}

impl Sections {
    fn new(app: &Element, place: &Place, prerendered: bool) -> Sections {
        let parts = SECTIONS.into_iter().rev().map(Part::Section).chain([Part::Step]);
        let waiting = parts.filter_map(|part| Some((mount_point(app, part.word())?, part))).collect();
        let sections = Sections { waiting: RefCell::new(waiting), store: place.store().clone(), prerendered };
        if !prerendered {
            sections.start(|_| true);
        }
        sections
    }

    /// Starts those that wait and have to show something else by now.
    fn start_changed(&self) {
        self.start(|part| self.store.has_changed(part.view()));
    }

    fn start(&self, which: impl Fn(Part) -> bool) {
        let (now, later): (Vec<_>, Vec<_>) =
            self.waiting.take().into_iter().partition(|(_, part)| which(*part));
        self.waiting.replace(later);
        now.into_iter().rev().for_each(|(at, part)| self.start_one(at, part));
    }

    fn start_one(&self, at: Element, part: Part) {
        start::<Section>(at, SectionProps { store: self.store.clone(), part }, self.prerendered);
    }

    /// One a task, so that a reader is heard between them. What others have changed stays until it has to change.
    fn start_when_idle(self: Rc<Sections>) {
        spawn_local(async move {
            loop {
                TimeoutFuture::new(0).await;
                let next = {
                    let mut waiting = self.waiting.borrow_mut();
                    let next = waiting.iter().rposition(|(at, _)| !is_altered(at));
                    next.map(|place| waiting.remove(place))
                };
                match next {
                    Some((at, part)) => self.start_one(at, part),
                    None => break mark("ilrs:whole", None),
                }
            }
        });
    }
}

/// Takes over what was prerendered at a mount point, unless it is no longer what we wrote.
fn start<C: BaseComponent>(at: Element, props: C::Properties, prerendered: bool) {
    let takes_over = prerendered && !is_altered(&at);
    let renderer = Renderer::<C>::with_root_and_props(at.clone(), props);
    // The root stays as long as the page: nobody takes it down.
    let _ = if takes_over { renderer.hydrate() } else { renderer.render() };
    intact::watch(&at);
}

/// Whether others have changed what stands at a mount point, as a browser's translation does: it does not hold as many
/// nodes as were written there.
fn is_altered(at: &Element) -> bool {
    let count = document().evaluate("count(.//node())", at).and_then(|count| count.number_value());
    let written = at.get_attribute(NODES).and_then(|number| number.parse::<u32>().ok());
    written.is_none_or(|number| count != Ok(f64::from(number)))
}

/// What holds the roots is no root itself, and is styled by theme, section and day.
fn dress(app: &Element, now: &Snapshot) {
    let Ok(Some(explainer)) = app.query_selector(".explainer") else { return };
    let query = &now.state.query;
    let past = pictures::past(&now.found);
    let words = [
        ("data-theme", Some(query.theme.word())),
        ("data-view", Some(query.view.word())),
        ("data-tab", tab(&now.context.data, &now.state.viewport).map(anchor)),
        ("data-past", past.as_deref()),
    ];
    for (name, word) in
        words.into_iter().filter(|(name, word)| explainer.get_attribute(name).as_deref() != *word)
    {
        let _ = match word {
            Some(word) => explainer.set_attribute(name, word),
            None => explainer.remove_attribute(name), // all are names of attributes
        };
    }
}

fn mount_point(app: &Element, name: &str) -> Option<Element> {
    app.query_selector(&format!("[{ROOT}={name}]")).ok().flatten()
}

/// Listens to the address, which readers change by going back and forth and by links to things.
fn address(place: &Place, surface: Surface) -> Vec<EventListener> {
    if surface != Surface::Page {
        return Vec::new();
    }
    let (asked, revealed) = (place.clone(), place.clone());
    let back = EventListener::new(&window(), "popstate", move |_| {
        if let Host::Address(address) = asked.host() {
            asked.ask(&address.read());
        }
    });
    vec![back, EventListener::new(&window(), "hashchange", move |_| reveal_hash(&revealed))]
}

/// The section that the address names stands under the filter from the start, as it does without scripts.
fn show_tab_of_hash(place: &Place) {
    let named = hash().and_then(|anchor| section(&target(place.root(), &anchor)?));
    if let Some(view) = named {
        place.store().dispatch(Msg::Look(Command::Tab(view)));
    }
}

/// What the address names; a stray % names nothing that is on the page.
fn hash() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let anchor = hash.strip_prefix('#')?;
    Some(js_sys::decode_uri_component(anchor).map_or_else(|_| anchor.to_string(), String::from))
}

/// Leads to what the address names, unless the history keeps where the reader was (`reading_place.js`): then that is only
/// opened.
fn reveal_hash(place: &Place) {
    let Some(anchor) = hash() else { return };
    if Type::of_anchor(&anchor).is_some_and(|(kind, _)| kind == Type::Source) {
        // Sources have a page of their own, from which a reader goes back to where the address was followed.
        let base = &place.store().snapshot().context.base;
        let _ = window().location().replace(&format!("{base}sources/#{anchor}")); // the page stays, if it is refused
        return;
    }
    let leads = if is_kept() { open } else { reveal };
    leads(place.root(), place.store(), &anchor);
}

/// Whether the history keeps a place for the address.
fn is_kept() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state != JsValue::NULL)
}

/// Tells the page around a frame how high it has to be: now, whenever that changes, and whenever it asks by any message.
fn tell_height(place: &Place) -> Option<SizeObserver> {
    around()?;
    let place = place.clone();
    // One pixel more than it is, since that is rounded.
    let tell = move || place.host().say(&Signal::Height(height() + 1));
    let asked = tell.clone();
    dying::keep([EventListener::new(&window(), "message", move |_| asked())]);
    SizeObserver::new(&body(), move |_| tell())
}
