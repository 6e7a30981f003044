//! Doing something a little later.

use wasm_bindgen::{JsCast as _, closure::Closure};

use crate::ui::host::Task;

/// Runs something once what changed is on the page.
pub fn in_next_frame(then: Task) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        // Asking for a frame does not fail.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Runs something once what changed has been painted.
pub fn after_paint(then: Task) {
    in_next_frame(Box::new(move || soon(then)));
}

/// Runs something when the page has had time to show what was done before.
pub fn after_pause(then: Task) {
    after(60, then);
}

/// Runs something as the next task: the page can do what waits first.
pub fn soon(then: Task) {
    after(0, then);
}

fn after(milliseconds: i32, then: Task) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
