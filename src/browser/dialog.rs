//! Opening the dialog where the visitor looks.

use wasm_bindgen::prelude::*;
use web_sys::HtmlDialogElement;

#[wasm_bindgen(module = "/src/browser/dialog.js")]
extern "C" {
    /// Never fails; with `catch`, wasm-bindgen calls it through its own script, the only one that the module may import from.
    #[wasm_bindgen(catch, js_name = openDialog)]
    pub fn open_dialog(dialog: &HtmlDialogElement) -> Result<(), JsValue>;
}
