//! The words that only the later module shows.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/words.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = wordsOf)]
    async fn words_of(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches a word file; `None` if it did not arrive.
pub async fn fetch(name: String) -> Option<String> {
    words_of(&name).await.ok()?.as_string()
}
