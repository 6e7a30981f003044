//! Files that the visitor opens or saves. They stay on the device.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use crate::ui::host::OpenedFile;
use session::LONGEST_DRAFT;

#[wasm_bindgen(module = "/src/browser/files.js")]
extern "C" {
    /// Throws if the browser does not let the page create files.
    #[wasm_bindgen(catch, js_name = saveFile)]
    pub fn save_file(name: &str, media_type: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = readChosen)]
    fn read_chosen(field: &HtmlInputElement, longest: usize) -> Promise;
}

/// Reads the files chosen in a field, in their order, and empties the field.
pub fn open_files(field: &HtmlInputElement, then: Box<dyn FnOnce(Vec<OpenedFile>)>) {
    let read = Closure::once(move |files: JsValue| {
        let opened = |file: JsValue| {
            let [name, text, is_too_large] = [0, 1, 2].map(|n| file.unchecked_ref::<Array>().get(n));
            OpenedFile::new(name.as_string().unwrap_or_default(), text.as_string(), is_too_large.is_truthy())
        };
        then(files.unchecked_ref::<Array>().iter().map(opened).collect());
    });
    let _ = read_chosen(field, LONGEST_DRAFT).then(&read);
    read.forget();
}
