//! Mounting the app on an element of a document.

use super::taken::take;
use super::{Host, panic};
use crate::model::codec::decode_drawings;
use crate::model::dataset::Dataset;
use crate::model::drawing::Node;
use crate::model::listed::listed;
use crate::model::query::Query;
use crate::model::state::{Change, Msg};
use crate::model::viewport::Act;
use crate::text::Lang;
use crate::view::{App, AppProps};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// A running app.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    send: Rc<RefCell<Callback<Msg>>>,
    props: AppProps,
    host: Host,
}

/// Mounts the app on `root` with the record the page was rendered from, as [`Dataset::encode`] wrote it.
///
/// What was prerendered is taken over when the host's address asks for just that; any other query is rendered
/// afresh. Drawings that were prerendered may come later ([`Mounted::draw`]); a page that is rendered without them
/// does without. `base` leads from the document to the root of the site.
///
/// # Errors
///
/// A sentence, if the record cannot be read.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    record: &[u8],
    drawings: &[u8],
    base: String,
    prerendered: bool,
    host: Host,
) -> Result<Mounted, JsError> {
    panic::tell(&root);
    let data = Rc::new(Dataset::decode(record)?);
    let (query, complaints) = Query::from_url(&host.search());
    let prerendered = prerendered && query == Query::default() && complaints.is_empty();
    let drawings = decode_drawings(drawings).unwrap_or_default();
    let awaited = prerendered && drawings.is_empty();
    let drawings = if awaited { OnceCell::new() } else { OnceCell::from(drawings) };
    let send = Rc::new(RefCell::new(Callback::noop()));
    let (ready, place, told) = (host.clone(), send.clone(), host.clone());
    let props = AppProps {
        data,
        drawings: Rc::new(drawings),
        lang: Lang::default(),
        base: base.into(),
        query,
        complaints,
        live: true,
        take: prerendered.then_some(take),
        on_ready: Callback::from(move |send| {
            place.replace(send);
            ready.ready();
        }),
        on_query: Callback::from(move |(query, change, number): (Query, Change, usize)| {
            told.told(&query, change, number);
        }),
    };
    let renderer = Renderer::<App>::with_root_and_props(root, props.clone());
    let app = if prerendered { renderer.hydrate() } else { renderer.render() };
    Ok(Mounted { app, send, props, host })
}

#[wasm_bindgen]
impl Mounted {
    /// A query is asked for: by the host's address, or by the controls, typed or chosen.
    pub fn ask(&self, search: &str, controls: bool, typed: bool) {
        let change = match (controls, typed) {
            (false, _) => Change::Address,
            (true, true) => Change::Typed,
            (true, false) => Change::Chosen,
        };
        let (query, complaints) = Query::from_url(search);
        self.send(Msg::Ask(query, complaints, change));
    }

    /// A link in a sentence asks for a view, as in `?kind=launch`; `?` asks for everything.
    pub fn show(&self, search: &str) {
        self.send(Msg::Show(Query::from_url(search).0));
    }

    /// A control asks for something with a number, as its `data-act` and `data-value` say. Words that are no act
    /// are passed over.
    pub fn act(&self, act: &str, value: i32) {
        if let Some(act) = Act::parse(act) {
            self.send(Msg::Act(act, value));
        }
    }

    /// The drawings that were awaited, as [`mount`] takes them; if they are not in that form, the page is left
    /// without. They show when something changes next, as by [`Act::Draw`].
    pub fn draw(&self, drawings: &[u8]) {
        let drawings = decode_drawings(drawings).unwrap_or_default();
        let _ = self.props.drawings.set(drawings); // not awaited: they are there
    }

    /// What a query that the host was told leaves, in the lines of [`listed`]; nothing if that is everything.
    pub fn found(&self, query: &str) -> String {
        listed(&self.props.data, &Query::from_url(query).0)
    }

    /// The place is gone: nothing is shown, and the record is let go. The app stays for the next place, since one
    /// that is taken down leaves a trace behind.
    pub fn park(&mut self) {
        self.show_record(Dataset::default(), Vec::new());
    }

    /// Another place, with its record and drawings as [`mount`] takes them, and its query. A record that cannot be
    /// read is an empty one.
    pub fn wake(&mut self, record: &[u8], drawings: &[u8]) {
        let drawings = decode_drawings(drawings).unwrap_or_default();
        self.show_record(Dataset::decode(record).unwrap_or_default(), drawings);
    }

    fn show_record(&mut self, data: Dataset, drawings: Vec<Node>) {
        let (query, complaints) = Query::from_url(&self.host.search());
        let (data, drawings) = (Rc::new(data), Rc::new(OnceCell::from(drawings)));
        self.props = AppProps { data, drawings, query, complaints, ..self.props.clone() };
        self.app.update(self.props.clone());
    }

    fn send(&self, msg: Msg) {
        let send = self.send.borrow().clone();
        send.emit(msg);
    }
}
