//! The clipboard, which a browser may lack or a frame be kept from.

use crate::view::context::Copying;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;
use yew::platform::spawn_local;

/// Copies a text, and tells whether that was let.
pub fn callback() -> Copying {
    Callback::from(|(text, told): (yew::AttrValue, Callback<bool>)| {
        let clipboard = window().navigator().clipboard();
        if JsValue::from(&clipboard).is_undefined() {
            return told.emit(false); // the page came over an address that is not safe
        }
        spawn_local(async move { told.emit(JsFuture::from(clipboard.write_text(&text)).await.is_ok()) });
    })
}
