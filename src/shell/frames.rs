//! Waiting for the browser to draw.

use gloo::timers::future::TimeoutFuture;
use gloo::utils::window;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// The next frame is about to be drawn.
pub async fn frame() {
    let next = Promise::new(&mut |resolve, _| {
        // Where no frame can be asked for, none is drawn and nobody waits for one.
        if window().request_animation_frame(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(next).await; // it is never refused
}

/// A frame has been painted: the second starts only after the first.
pub async fn painted() {
    frame().await;
    frame().await;
}

/// What has changed is laid out and painted, and nothing has been waited for but that.
pub async fn drawn() {
    frame().await;
    TimeoutFuture::new(0).await;
}
