//! Fetching the words that only the later module shows.

use wasm_bindgen::prelude::*;

use assessment::i18n::Catalog;

#[wasm_bindgen(module = "/src/browser/words.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = wordsOf)]
    async fn words_of(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches the later words, if they are not there. Returns whether they are.
pub async fn add_later_words(catalog: &Catalog) -> bool {
    if catalog.has_later() {
        return true;
    }
    let Some(name) = catalog.later_file() else { return false };
    let text = words_of(name).await.ok().and_then(|text| text.as_string());
    text.is_some_and(|text| catalog.add_later(&text).is_ok())
}
