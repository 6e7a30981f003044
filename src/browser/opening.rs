//! Files that the visitor opens. They are read on the device and sent nowhere.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Blob, File, HtmlInputElement};

use crate::ui::host::OpenedFile;
use session::LONGEST_DRAFT;

/// Reads the files that were chosen in a field, in their order, and lets the field take the same ones again.
pub fn open_files(field: &HtmlInputElement, then: Box<dyn FnOnce(Vec<OpenedFile>)>) {
    let (mut names, texts) = (Vec::new(), Array::new());
    if let Some(files) = field.files() {
        for n in 0..files.length() {
            let Some(file) = files.get(n) else { continue };
            names.push(file.name());
            texts.push(&text_of(&file));
        }
    }
    field.set_value("");
    let read = Closure::once(move |results: JsValue| {
        let results: Array = results.unchecked_into();
        let mut opened = Vec::with_capacity(names.len());
        for (name, result) in names.into_iter().zip(results.iter()) {
            // One that was not read has a reason in place of a value.
            let value = Reflect::get(&result, &JsValue::from("value")).ok();
            opened.push((name, value.and_then(|value| value.as_string())));
        }
        then(opened);
    });
    let _ = Promise::all_settled(&texts).then(&read);
    read.forget();
}

/// A promise of the file's text.
fn text_of(file: &File) -> JsValue {
    let blob: &Blob = file;
    if blob.size() > LONGEST_DRAFT as f64 { JsValue::NULL } else { blob.text().into() }
}
