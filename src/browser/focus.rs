//! Focus that does not make the page jump.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses an element, and scrolls only if it is out of view.
pub fn focus_without_jump(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot be focused stays as it is; there is nothing else to do about it.
    let _ = element.focus_with_options(&options);
    let place = element.get_bounding_client_rect();
    let height = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64()).unwrap_or(f64::MAX);
    if place.top() < 0.0 || place.bottom() > height {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Runs something once what changed is on the page.
pub fn in_next_frame(then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        // Asking for a frame does not fail.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Runs something when the page has had time to show what was done before.
pub fn after_pause(then: impl FnOnce() + 'static) {
    const MILLISECONDS: i32 = 60;
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), MILLISECONDS);
    }
}
