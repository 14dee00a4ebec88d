//! What happens when the app dies: the console says where, and the loader hears of it.

use std::cell::RefCell;
use web_sys::{CustomEvent, Element, console};

thread_local! {
    static ROOT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The event by which the loader learns that the app has died.
const DIED: &str = "ilrs-died";

/// From now on a panic is told to the console and to this element.
pub fn tell(root: &Element) {
    ROOT.replace(Some(root.clone()));
    // Ours goes in before Yew's, which would write to a host page's console in its own way.
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&format!("ILRS explainer: {info}").into());
        ROOT.with_borrow(|root| {
            if let (Some(root), Ok(died)) = (root, CustomEvent::new(DIED)) {
                let _ = root.dispatch_event(&died); // nobody listening is no reason to fail again
            }
        });
    }));
}
