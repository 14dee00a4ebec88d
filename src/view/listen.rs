//! Listeners that `html!` has no attribute for: how wide an element is beside the reader's size of words, and a wheel that may be kept from scrolling.
//! Each ends with the component that asked for it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DomRectReadOnly, Element, ResizeObserver, ResizeObserverEntry, WheelEvent};
use yew::prelude::*;

/// Tells how wide an element is in sixteenths of the size of its words, which are pixels at the usual size, and again when
/// that changes. Its sheet gives it a padding of that size above. Nothing is told while it is nowhere.
#[hook]
pub fn use_width(node: &NodeRef, on_width: Callback<i32>) {
    use_effect_with(node.clone(), move |node| {
        let (mut last, mut awaited) = (0, None);
        let told = move |size: DomRectReadOnly| {
            let width = (16.0 * size.width() / size.top().max(1.0)) as i32;
            if width == 0 || std::mem::replace(&mut last, width) == width {
                return;
            }
            // A frame later: drawn while sizes are being told, its new height would be an error of the page's.
            let on_width = on_width.clone();
            awaited.replace(request_animation_frame(move |_| on_width.emit(width)));
        };
        let observer = node.cast::<Element>().and_then(|element| SizeObserver::new(&element, told));
        move || drop(observer)
    });
}

/// Tells of the wheel over an element, while it is asked for and a key is held: whether it turns away from the reader,
/// and how far from the left edge, in thousandths of its width. The page does not scroll or grow then.
#[hook]
pub fn use_wheel(node: &NodeRef, asked: bool, on_wheel: Callback<(bool, i32)>) {
    let node = node.clone();
    use_effect_with(asked, move |asked| {
        let element = node.cast::<Element>().filter(|_| *asked);
        let listener = element.map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            let seen = element.clone();
            EventListener::new_with_options(&element, "wheel", options, move |event| {
                let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
                if event.ctrl_key() || event.meta_key() {
                    event.prevent_default();
                    let area = seen.get_bounding_client_rect();
                    let x = 1000.0 * (f64::from(event.client_x()) - area.left()) / area.width();
                    on_wheel.emit((event.delta_y() < 0.0, x.round() as i32));
                }
            })
        });
        move || drop(listener)
    });
}

/// Tells how large an element is, and again when that changes, until it is dropped.
pub struct SizeObserver {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut(js_sys::Array)>,
}

impl SizeObserver {
    /// Observes an element; nothing where the browser cannot.
    pub fn new(
        element: &Element,
        mut on_size: impl FnMut(DomRectReadOnly) + 'static,
    ) -> Option<SizeObserver> {
        let told = Closure::new(move |entries: js_sys::Array| {
            on_size(entries.get(0).unchecked_into::<ResizeObserverEntry>().content_rect());
        });
        let observer = ResizeObserver::new(told.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(SizeObserver { observer, _told: told })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether a click is the browser's own business, since a key is held with it: it opens a tab or a window, or saves.
pub fn is_modified(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}
