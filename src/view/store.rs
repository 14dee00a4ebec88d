//! `Store`: the one state, shared by every root of a page. A root subscribes to it by one hook.
//!
//! A page that was prerendered has several roots, with HTML that never changes between them; an element has one. What
//! changes the state is [`State::update`] alone.

use super::context::{Asked, Context};
use super::intact::use_intact;
use crate::model::query::{Query, QueryWarning, View};
use crate::model::query_result::QueryResult;
use crate::model::state::{Msg, State};
use crate::model::viewport::WHOLE;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use yew::prelude::*;

/// The state with the record that it is about, and what its query finds there.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The record, and the ways out.
    pub context: Context,
    /// The state.
    pub state: State,
    /// What its query finds.
    pub found: Rc<QueryResult>,
    /// What track and counts still show in a long record: they follow once the lines are on the screen.
    pub deferred: Option<Rc<QueryResult>>,
    /// How often the store had started anew, with another record.
    pub start: usize,
}

impl Snapshot {
    fn new(context: Context, query: Query, complaints: Vec<QueryWarning>) -> Snapshot {
        let state = State::new(&context.data, query, complaints);
        let found = QueryResult::new(&context.data, &state.query).into();
        Snapshot { context, state, found, deferred: None, start: 0 }
    }

    /// Whether another state is another one for a section, or at all.
    fn differs(&self, other: &Snapshot, section: Option<View>) -> bool {
        let Some(section) = section else { return !std::ptr::eq(self, other) };
        let found = Rc::ptr_eq(&self.found, &other.found) && Rc::ptr_eq(self.settled(), other.settled());
        !found || self.context != other.context || self.state.of(section) != other.state.of(section)
    }

    /// What of the query the texts of the page depend on.
    pub fn asked(&self) -> Asked {
        Asked::new(self.found.day(), &self.state.query)
    }

    /// What track and counts show.
    pub fn settled(&self) -> &Rc<QueryResult> {
        self.deferred.as_ref().unwrap_or(&self.found)
    }

    /// After a message; `None` if nothing changes. In a long record a choice is answered by its lines: the rest takes
    /// as long again.
    fn after(&self, msg: Msg) -> Option<Snapshot> {
        let data = &self.context.data;
        let state = self.state.update(data, &self.found, msg);
        if state == self.state {
            return None;
        }
        let mut next = Snapshot { state, ..self.clone() };
        if next.state.query != self.state.query {
            next.found = self.found.next(data, &next.state.query).into();
            let follows = next.found.entries().len() > WHOLE && next.found.day() == self.found.day();
            next.deferred = follows.then(|| self.settled().clone());
        }
        Some(next)
    }
}

/// The one state and those who follow it. A clone is the same store.
#[derive(Clone)]
pub struct Store(Rc<Shared>);

struct Shared {
    /// The state at the start, from which what was prerendered is taken over.
    first: RefCell<Rc<Snapshot>>,
    now: RefCell<Rc<Snapshot>>,
    followers: RefCell<Vec<(usize, Callback<()>)>>,
    /// The number of the next follower.
    next: Cell<usize>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Ends when it is dropped.
pub struct Subscription {
    shared: Weak<Shared>,
    number: usize,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(shared) = self.shared.upgrade() {
            shared.followers.borrow_mut().retain(|(number, _)| *number != self.number);
        }
    }
}

impl Store {
    /// A store that starts with this query. It takes the messages that the context dispatches.
    pub fn new(context: Context, query: Query, complaints: Vec<QueryWarning>) -> Store {
        let shared = Rc::new_cyclic(|shared: &Weak<Shared>| {
            let shared = shared.clone();
            let dispatch = Callback::from(move |msg| {
                if let Some(shared) = shared.upgrade() {
                    Store(shared).dispatch(msg);
                }
            });
            let first = Rc::new(Snapshot::new(Context { dispatch, ..context }, query, complaints));
            Shared {
                now: first.clone().into(),
                first: first.into(),
                followers: RefCell::default(),
                next: Cell::default(),
            }
        });
        Store(shared)
    }

    /// The state as it is.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        self.0.now.borrow().clone()
    }

    /// Takes a message.
    pub fn dispatch(&self, msg: Msg) {
        let next = self.snapshot().after(msg);
        if let Some(next) = next {
            self.put(next);
        }
    }

    /// Lets what was deferred follow.
    pub fn settle(&self) {
        let now = self.snapshot();
        if now.deferred.is_some() {
            self.put(Snapshot { deferred: None, ..(*now).clone() });
        }
    }

    /// Whether a section shows something else by now than at the start.
    pub fn has_changed(&self, section: View) -> bool {
        self.0.first.borrow().differs(&self.snapshot(), Some(section))
    }

    /// Starts anew with another record and query.
    pub fn restart(&self, context: Context, query: Query, complaints: Vec<QueryWarning>) {
        let Snapshot { context: Context { dispatch, .. }, start, .. } = (*self.snapshot()).clone();
        let next = Snapshot::new(Context { dispatch, ..context }, query, complaints);
        self.put(Snapshot { start: start + 1, ..next });
        self.0.first.replace(self.snapshot());
    }

    /// Tells this after every change, as long as the subscription lives.
    pub fn subscribe(&self, follower: Callback<()>) -> Subscription {
        let number = self.0.next.replace(self.0.next.get() + 1);
        self.0.followers.borrow_mut().push((number, follower));
        Subscription { shared: Rc::downgrade(&self.0), number }
    }

    fn put(&self, next: Snapshot) {
        self.0.now.replace(next.into());
        let followers = self.0.followers.borrow().clone();
        followers.into_iter().for_each(|(_, follower)| follower.emit(()));
    }
}

/// The state of a store, followed by the component that asks: all of it, or as far as a section depends on it. Its first
/// render is that of the state at the start, as it was prerendered.
#[hook]
pub fn use_snapshot(store: &Store, section: Option<View>) -> Rc<Snapshot> {
    use_intact();
    // Not `use_state`: its handle keeps all that it was ever read to be, and this one is read as long as the root stands.
    let shown = use_mut_ref(|| store.0.first.borrow().clone());
    let update = use_force_update();
    {
        let shown = shown.clone();
        use_effect_with(store.clone(), move |store| {
            let follow = {
                let store = store.clone();
                Callback::from(move |()| {
                    let now = store.snapshot();
                    if shown.borrow().differs(&now, section) {
                        shown.replace(now);
                        update.force_update();
                    }
                })
            };
            follow.emit(());
            let subscription = store.subscribe(follow);
            move || drop(subscription)
        });
    }
    shown.borrow().clone()
}
