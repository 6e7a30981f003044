//! The words that only the later module shows.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/words.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = wordsOf)]
    async fn words_of(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches a word file; `None` if it did not arrive.
pub async fn fetch(name: String) -> Option<String> {
    let bytes = Uint8Array::new(&words_of(&name).await.ok()?);
    String::from_utf8(bytes.to_vec()).ok()
}
