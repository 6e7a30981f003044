//! The element: mounting from JavaScript.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;

/// A mounted application; freeing it from JavaScript unmounts it.
#[wasm_bindgen]
pub struct Mounted {
    _handle: Box<dyn core::any::Any>,
}

/// Mounts the application into `root`.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::HtmlElement) -> Mounted {
    Mounted { _handle: Box::new(mount_to(root, || view! { <p>"SupportFit"</p> })) }
}
