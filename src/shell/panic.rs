//! What happens when the app dies: the console says where, and the loader hears of it.

use std::cell::RefCell;
use web_sys::{CustomEvent, Element, console};

thread_local! {
    static ROOTS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// The event by which the loader learns that the app has died.
const DIED: &str = "ilrs-died";

/// From now on a panic is told to the console and to this element too.
pub fn tell(root: &Element) {
    ROOTS.with_borrow_mut(|roots| roots.push(root.clone()));
    // Ours goes in before Yew's, which would write to a host page's console in its own way.
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&format!("ILRS explainer: {info}").into());
        // All places share the instance that has died. Nobody listening is no reason to fail again.
        let roots = ROOTS.with_borrow_mut(std::mem::take);
        for root in roots {
            if let Ok(died) = CustomEvent::new(DIED) {
                let _ = root.dispatch_event(&died);
            }
        }
    }));
}
