//! Moving the focus without making the page jump.

use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses an element, and scrolls only if it is out of view.
pub fn focus_without_jump(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // If the element cannot be focused, there is nothing else to do.
    let _ = element.focus_with_options(&options);
    let place = element.get_bounding_client_rect();
    let height = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64()).unwrap_or(f64::MAX);
    let is_outside = place.top() < 0.0 || place.bottom() > height;
    let options = ScrollIntoViewOptions::new();
    // Inside the window it may still be out of view, in a tall frame or a box that scrolls: only the browser knows. It does not
    // scroll to the nearest position if that is the current one.
    options.set_block(if is_outside { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Nearest });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
