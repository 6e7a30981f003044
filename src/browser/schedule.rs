//! Timers.

use wasm_bindgen::{JsCast as _, closure::Closure};

use crate::ui::host::Task;

pub fn in_next_frame(then: Task) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

pub fn after_paint(then: Task) {
    in_next_frame(Box::new(move || soon(then)));
}

pub fn after_pause(then: Task) {
    after(60, then);
}

pub fn soon(then: Task) {
    after(0, then);
}

fn after(milliseconds: i32, then: Task) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
