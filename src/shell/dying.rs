//! What happens when the app dies: its listeners end, the console says where, and its roots are told, so that another
//! instance can start afresh.

use crate::view::intact;
use gloo::events::EventListener;
use std::cell::RefCell;
use web_sys::{CustomEvent, Element, console};

thread_local! {
    static ROOTS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
}

/// The event by which a root learns that its app has died.
const DIED: &str = "ilrs-died";

/// Keeps listeners as long as the app lives: those of places that are never left, only parked.
pub fn keep(listeners: impl IntoIterator<Item = EventListener>) {
    LISTENERS.with_borrow_mut(|all| all.extend(listeners));
}

/// From now on a panic is told to the console and to this element too.
pub fn tell(root: &Element) {
    ROOTS.with_borrow_mut(|roots| roots.push(root.clone()));
    // Ours goes in before Yew's, which would write to a host page's console in its own way.
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&format!("ILRS explainer: {info}").into());
        // Code that has died must not be called again.
        intact::unwatch();
        LISTENERS.with(|all| all.try_borrow_mut().map(|mut all| all.clear()).unwrap_or_default());
        // All places share the instance that has died. Nobody listening is no reason to fail again.
        let roots = ROOTS.with_borrow_mut(std::mem::take);
        for root in roots {
            if let Ok(died) = CustomEvent::new(DIED) {
                let _ = root.dispatch_event(&died);
            }
        }
    }));
}
