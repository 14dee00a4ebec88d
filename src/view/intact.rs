//! What others do to the text of a page that runs: a browser's translation puts elements in the place of texts, an
//! extension wraps words or splits a text in two. Yew holds on to the nodes that it has made, so that such a text would
//! no longer change, and a neighbour could no longer be put beside it.
//!
//! So whatever others did is undone just before the app renders, and done again after it where nothing has changed: what
//! a reader had translated stays so, and what is new is new. Elements that others only add are left alone.
//!
//! No script of others runs between the first component that renders and the end of its task. So all that is seen until
//! then is ours, and all else is theirs. Yew may render one component now and the next in another task, so that every
//! one has to ask for [`use_intact`] first; [`use_snapshot`](super::store::use_snapshot) does.

use js_sys::{Array, Map, WeakMap, WeakSet};
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};
use yew::platform::spawn_local;
use yew::prelude::*;

thread_local! {
    static OBSERVER: OnceCell<MutationObserver> = const { OnceCell::new() };
    static SEEN: RefCell<Seen> = RefCell::default();
}

/// From now on what others do below this element is seen.
pub fn watch(root: &Element) {
    OBSERVER.with(|observer| {
        let init = MutationObserverInit::new();
        init.set_child_list(true);
        init.set_subtree(true);
        init.set_character_data_old_value(true);
        let observer = observer.get_or_init(|| {
            let noticed = Closure::<dyn Fn(Array)>::new(noticed).into_js_value();
            MutationObserver::new(noticed.unchecked_ref()).unwrap_throw() // a function is given
        });
        let _ = observer.observe_with_options(root, &init); // an element can be observed
    });
}

/// The app has died: nobody is told any more.
pub fn unwatch() {
    OBSERVER.with(|observer| observer.get().map(MutationObserver::disconnect));
}

/// Undoes what others did, once a task, before anything is rendered in it. Every component asks for it first, for Yew may
/// render it alone; one that renders in the same task finds it done.
#[hook]
pub fn use_intact() {
    restore();
}

fn restore() {
    let Some(observer) = OBSERVER.with(|observer| observer.get().cloned()) else { return };
    SEEN.with_borrow_mut(|seen| {
        if seen.rendering {
            return; // what is on record is ours, and brings [`noticed`] before any other observer
        }
        seen.rendering = true;
        seen.log(&observer.take_records());
        seen.undo();
        spawn_local(async { rendered() }); // where nothing had to be undone
    });
}

/// All is rendered: what is unchanged looks again as others had made it look.
fn rendered() {
    OBSERVER.with(|observer| {
        let Some(observer) = observer.get() else { return };
        SEEN.with_borrow_mut(|seen| {
            if std::mem::take(&mut seen.rendering) {
                seen.redo();
                observer.take_records(); // ours, all of them
            }
        });
    });
}

fn noticed(records: Array) {
    let ours = SEEN.with_borrow_mut(|seen| {
        if !seen.rendering {
            seen.log(&records);
        }
        seen.rendering
    });
    if ours {
        rendered();
    }
}

/// What was seen.
#[derive(Default)]
struct Seen {
    /// The app is rendering.
    rendering: bool,
    /// The nodes of ours that others took from their place.
    ours: WeakSet,
    /// The nodes that others have put there.
    theirs: WeakSet,
    /// What a text said before others changed it.
    words: WeakMap,
    /// The elements whose children are not what they were, each with those that it had.
    changed: Map,
    /// The same while they are as they were, each with how it had been changed.
    undone: Vec<Undone>,
}

/// An element whose children are as they were.
struct Undone {
    parent: Node,
    /// Its children, and what they say.
    ours: Vec<Node>,
    words: Vec<Option<String>>,
    /// What stands there otherwise, and what that says.
    theirs: Vec<Node>,
    said: Vec<Option<String>>,
}

impl Seen {
    fn log(&mut self, records: &Array) {
        let by_parent = Map::new();
        for record in records.iter() {
            let record: MutationRecord = record.unchecked_into();
            let Some(target) = record.target() else { continue };
            if record.type_() == "characterData" {
                if !self.words.has(&target) {
                    self.words.set(&target, &record.old_value().into());
                }
                continue;
            }
            for node in nodes(&record.removed_nodes()).filter(|node| !self.theirs.has(node)) {
                self.ours.add(&node);
            }
            for node in nodes(&record.added_nodes()).filter(|node| !self.ours.has(node)) {
                self.theirs.add(&node);
            }
            match by_parent.get(&target).dyn_into::<Array>() {
                Ok(records) => records.push(&record),
                Err(_) => by_parent.set(&target, &Array::of1(&record)).size(),
            };
        }
        by_parent.for_each(&mut |records, parent| self.look(parent.unchecked_ref(), records.unchecked_ref()));
    }

    /// Looks at an element whose children have changed. Those that others only added beside ours do no harm, but for a
    /// text, which may be half of one of ours.
    fn look(&mut self, parent: &Node, records: &Array) {
        if self.theirs.has(parent) || self.changed.has(parent) {
            return;
        }
        let now = children(parent);
        let mut had = now.clone();
        for record in records.iter().rev() {
            before(&mut had, record.unchecked_ref());
        }
        let is_ours = |node: &Node| !self.theirs.has(node);
        had.retain(is_ours);
        let harmed = now.iter().any(|node| !is_ours(node) && node.node_type() == Node::TEXT_NODE)
            || !now.iter().filter(|node| is_ours(node)).eq(&had);
        if harmed {
            self.changed.set(parent, &had.into_iter().collect::<Array>());
        }
    }

    fn undo(&mut self) {
        let mut undone = Vec::new();
        self.changed.for_each(&mut |had, parent| {
            let parent: Node = parent.unchecked_into();
            let ours: Vec<Node> = had.unchecked_into::<Array>().iter().map(JsCast::unchecked_into).collect();
            let theirs = children(&parent);
            undone.push(Undone { said: words(&theirs), theirs, parent, ours, words: Vec::new() });
        });
        // What others keep within an element of theirs has to go back; what they have taken away may go again.
        let lost = |change: &Undone| {
            let mut lost = change.ours.iter().filter(|node| !change.theirs.contains(node));
            lost.all(|node| !node.is_connected())
        };
        let again: Vec<bool> = undone.iter().map(lost).collect();
        for change in &mut undone {
            put(&change.parent, &change.ours);
            for text in &change.ours {
                if let Some(words) = self.words.get(text).as_string() {
                    text.set_node_value(Some(&words));
                }
            }
            change.words = words(&change.ours);
        }
        let mut again = again.into_iter();
        undone.retain(|_| again.next() == Some(true));
        self.undone = undone;
        self.changed = Map::new();
        self.words = WeakMap::new();
    }

    fn redo(&mut self) {
        for Undone { parent, ours, words: before, theirs, said } in std::mem::take(&mut self.undone) {
            if !parent.is_connected() || children(&parent) != ours || words(&ours) != before {
                continue;
            }
            put(&parent, &theirs);
            for (node, said) in theirs.iter().zip(said).filter(|(node, said)| node.node_value() != *said) {
                self.words.set(node, &node.node_value().into());
                node.set_node_value(said.as_deref());
            }
            self.changed.set(&parent, &ours.into_iter().collect::<Array>());
        }
    }
}

/// What the children were before this.
fn before(children: &mut Vec<Node>, record: &MutationRecord) {
    let added: Vec<Node> = nodes(&record.added_nodes()).collect();
    children.retain(|node| !added.contains(node));
    let place = |node: Option<Node>| children.iter().position(|child| Some(child) == node.as_ref());
    let at = place(record.next_sibling())
        .or_else(|| place(record.previous_sibling()).map(|place| place + 1))
        .unwrap_or(if record.next_sibling().is_none() { children.len() } else { 0 });
    for (place, node) in nodes(&record.removed_nodes()).enumerate() {
        children.insert(at + place, node);
    }
}

/// Has an element have these children; those that stay in their order are not touched.
fn put(parent: &Node, all: &[Node]) {
    for node in children(parent).iter().filter(|node| !all.contains(node)) {
        let _ = parent.remove_child(node); // it was there a moment ago
    }
    let mut next = parent.first_child();
    for node in all {
        if next.as_ref() == Some(node) {
            next = node.next_sibling();
        } else {
            let _ = parent.insert_before(node, next.as_ref()); // what cannot stand there stays away
        }
    }
}

fn words(nodes: &[Node]) -> Vec<Option<String>> {
    nodes.iter().map(Node::node_value).collect()
}

fn children(parent: &Node) -> Vec<Node> {
    nodes(&parent.child_nodes()).collect()
}

fn nodes(list: &NodeList) -> impl Iterator<Item = Node> + use<> {
    let list = list.clone();
    (0..list.length()).filter_map(move |place| list.item(place))
}
