//! Words that come after the first ones.

use wasm_bindgen::prelude::*;

use assessment::i18n::Catalog;

#[wasm_bindgen(module = "/src/browser/words.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = wordsOf)]
    async fn words_of(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches the words of a later file, if they are not there. Gives whether they are.
pub async fn add_words(catalog: &Catalog, n: usize) -> bool {
    if catalog.has(n) {
        return true;
    }
    let Some(name) = catalog.file(n) else { return false };
    let text = words_of(name).await.ok().and_then(|text| text.as_string());
    text.is_some_and(|text| catalog.add(n, &text).is_ok())
}
