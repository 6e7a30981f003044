//! What the scripts of the page call (`page.js`, `worker.js`).

use std::rc::Rc;

use leptos::mount::mount_to;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    app::app,
    browser::{BrowserHost, Page, TrialPage},
    fairness::of,
    host::{Host, Opening},
    trial::TrialHost,
};

/// Draws the form in `root`.
#[wasm_bindgen]
pub fn start(root: HtmlElement, page: Page) {
    let host: Rc<dyn Host> = Rc::new(BrowserHost::new(page));
    let opening = Opening { fragment: host.fragment(), saved: host.saved() };
    mount_to(root, move || app(host, opening)).forget();
}

/// Draws the page of the test message in `root`.
#[wasm_bindgen]
pub fn trial(root: HtmlElement, page: TrialPage) {
    let host: Rc<dyn TrialHost> = Rc::new(page);
    mount_to(root, move || crate::trial::trial(host)).forget();
}

/// See [`of`].
#[wasm_bindgen]
#[must_use]
pub fn fairness(settings: &str) -> Option<String> {
    of(settings)
}
