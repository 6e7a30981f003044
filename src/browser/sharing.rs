//! The clipboard, and the addresses in links.

use std::rc::Rc;

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/browser/address.js")]
extern "C" {
    /// The URL of the page, with only these parameters of its query.
    pub fn address(query: Vec<String>) -> String;

    /// The URL of our own page in the build's folder.
    #[wasm_bindgen(js_name = ownPage)]
    pub fn own_page() -> String;
}

#[wasm_bindgen]
extern "C" {
    type Copying;
    // There is no clipboard on an insecure page, or in a frame without permission.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Copying, JsValue>;
    #[wasm_bindgen(method)]
    fn then(this: &Copying, copied: &JsValue, refused: &JsValue) -> JsValue;
}

/// Copies a text to the clipboard. Calls `then` with whether that worked.
pub fn copy(text: &str, then: Box<dyn Fn(bool)>) {
    let then = Rc::new(then);
    match write_text(text) {
        Ok(copying) => {
            let [copied, refused] = [true, false].map(|is_copied| {
                let then = Rc::clone(&then);
                Closure::once_into_js(move |_: JsValue| then(is_copied))
            });
            let _ = copying.then(&copied, &refused);
        }
        Err(_) => then(false),
    }
}
