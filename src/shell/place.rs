//! `Place`: an app where it stands, with its host: what the host asks, and what it hears.

use super::frames::drawn;
use super::host::{Host, Signal, mark, same};
use super::{clipboard, links, reveal};
use crate::model::id::Type;
use crate::model::query::{Query, merge};
use crate::model::state::{Change, Msg};
use crate::model::viewport::Command;
use crate::view::app::Heard;
use crate::view::{Context, Store, Surface};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;
use yew::Callback;
use yew::platform::spawn_local;

/// An app where it stands. A clone is the same place.
#[derive(Clone)]
pub struct Place(Rc<Inner>);

struct Inner {
    store: Store,
    root: Element,
    surface: Surface,
    host: Host,
    /// The host knows that the controls answer.
    live: Cell<bool>,
    /// What stood open from the start is told: from now on it is the reader who opens.
    settled: Cell<bool>,
    /// What stands open, as `<type>-<id>`.
    open: RefCell<Vec<String>>,
    /// What is on show: the canonical query, and how many lines it leaves.
    shown: RefCell<(String, usize)>,
}

impl Place {
    /// A place with the record of a context, and the query that its host asks for.
    pub fn new(root: Element, context: Context, host: Host) -> Place {
        let (query, complaints) = Query::from_url(&host.search());
        let surface = context.surface;
        let context = Context { reveal: reveal::callback(&root), copy: clipboard::callback(), ..context };
        let store = Store::new(context, query, complaints);
        let (live, settled) = (Cell::default(), Cell::default());
        let (open, shown) = (RefCell::default(), RefCell::default());
        Place(Rc::new(Inner { store, root, surface, host, live, settled, open, shown }))
    }

    /// The state.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Where the query lives.
    pub fn host(&self) -> &Host {
        &self.0.host
    }

    /// The mount point.
    pub fn root(&self) -> &Element {
        &self.0.root
    }

    /// The canonical query on show.
    pub fn shown(&self) -> String {
        self.0.shown.borrow().0.clone()
    }

    /// What the app tells it; `ready` is called once the host knows that the controls answer.
    pub fn heard(&self, ready: Callback<()>) -> Heard {
        let (told, asked, opened) = (self.clone(), self.clone(), self.clone());
        Heard {
            open: Callback::from(move |open| opened.opened(open)),
            ready: Callback::from(move |()| {
                told.ready();
                ready.emit(());
            }),
            query: Callback::from(move |(query, change, number): (Query, Change, usize)| {
                asked.asked(&query, change, number);
            }),
        }
    }

    /// The host asks for what its address or its attributes say.
    pub fn ask(&self, search: &str) {
        let (query, complaints) = Query::from_url(search);
        self.0.store.dispatch(Msg::Ask(query, complaints));
    }

    /// The place is left, or taken by another record: the host knows nothing of it yet.
    pub fn restart(&self, context: Context) {
        self.0.live.set(false);
        self.0.settled.set(false);
        let context =
            Context { reveal: reveal::callback(&self.0.root), copy: clipboard::callback(), ..context };
        let (query, complaints) = Query::from_url(&self.0.host.search());
        self.0.store.restart(context, query, complaints);
    }

    fn ready(&self) {
        self.0.live.set(true);
        let search = self.0.host.search();
        if !same(&search, &self.0.store.snapshot().state.query) {
            self.ask(&search); // it has changed meanwhile
        }
        let (query, number) = self.0.shown.borrow().clone();
        if matches!(self.0.host, Host::Address(_)) {
            mark("ilrs:ready", None);
        }
        self.0.host.say(&Signal::Ready(query, number));
        let place = self.clone();
        spawn_local(async move {
            drawn().await;
            place.0.settled.set(place.0.live.get());
        });
    }

    /// A query is on the page: the address follows it, unless it came from there, and the host hears of it.
    fn asked(&self, query: &Query, change: Change, number: usize) {
        let search = self.0.host.search();
        let ours = query.to_url();
        let writes = change != Change::Address && !same(&search, query);
        let next = merge(&search, &ours);
        match &self.0.host {
            Host::Address(address) if writes => address.plan(next),
            Host::Element(element) if writes => element.write(&next),
            _ => {}
        }
        self.0.shown.replace((ours.clone(), number));
        if !self.0.live.get() {
            return; // the first query is no change
        }
        self.0.host.say(&Signal::Change(ours, number));
        let place = self.clone();
        // The address follows when the result is drawn: a step in the history takes as long as the rest of it.
        spawn_local(async move {
            drawn().await;
            if let Host::Address(address) = &place.0.host {
                let at = window().performance().map(|performance| performance.now());
                if writes {
                    address.write(change == Change::Typed);
                }
                mark("ilrs:filtered", at);
            }
            place.0.store.settle();
        });
    }

    /// This stands open: the host hears of what was not open before, and our own address names it.
    fn opened(&self, open: Vec<String>) {
        let before = self.0.open.replace(open.clone());
        let now = open.iter().find(|anchor| !before.contains(anchor));
        let gone = before.iter().find(|anchor| !open.contains(anchor));
        if let Host::Address(address) = &self.0.host {
            match (now, gone) {
                (Some(anchor), _) => address.name(&format!("#{anchor}")),
                (None, Some(anchor)) => address.unname(&format!("#{anchor}")),
                (None, None) => {}
            }
        }
        let opened = now.filter(|_| self.0.settled.get());
        if let Some((kind, id)) = opened.and_then(|anchor| Type::of_anchor(anchor)) {
            self.0.host.say(&Signal::Select(kind.word().to_string(), id.to_string()));
        }
    }

    /// Listens to what happens in the place: links, and print.
    pub fn listen(&self) -> Vec<EventListener> {
        let root = &self.0.root;
        let (store, surface, within) = (self.0.store.clone(), self.0.surface, root.clone());
        let click = EventListener::new_with_options(
            root,
            "click",
            EventListenerOptions::enable_prevent_default(),
            move |event| links::follow(event, &store, surface, &within),
        );
        let print = |name: &'static str, print: bool| {
            let store = self.0.store.clone();
            EventListener::new(&window(), name, move |_| {
                store.dispatch(Msg::Look(Command::Print(print)));
            })
        };
        vec![click, print("beforeprint", true), print("afterprint", false)]
    }
}
