//! The element: mounting from JavaScript, which owns the custom element's class (`support-fit.js`).

use std::{any::Any, cell::RefCell};

use leptos::mount::mount_to;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    i18n::Catalog,
    ui::{Start, app},
};

thread_local! {
    /// The word files of this page. A page shows few languages, and each stays for as long as the page.
    static CATALOGS: RefCell<Vec<(String, &'static Catalog)>> = const { RefCell::new(Vec::new()) };
}

/// A mounted application; freeing it from JavaScript removes it from the page.
#[wasm_bindgen]
pub struct Mounted {
    _handle: Box<dyn Any>,
}

/// Mounts the application into `root`.
///
/// `words` is the text of a word file of this build, `language` its language tag as the browser understands it. Drafts are
/// kept in `localStorage` under `storage_key`, or without one in memory.
///
/// # Errors
/// When the word file belongs to another build or is incomplete.
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    words: &str,
    language: String,
    storage_key: Option<String>,
) -> Result<Mounted, JsError> {
    let words = catalog(&language, words)?;
    let start = Start { root: root.clone(), words, language, storage_key };
    let handle = mount_to(root, move || app(start));
    Ok(Mounted { _handle: Box::new(handle) })
}

/// Calls `stopped` when the module stops for good: everything it drew is dead then, but what was saved is not lost.
#[wasm_bindgen]
pub fn on_panic(stopped: js_sys::Function) {
    std::panic::set_hook(Box::new(PanicCallback(stopped).into_hook()));
}

struct PanicCallback(js_sys::Function);

impl PanicCallback {
    fn into_hook(self) -> impl Fn(&std::panic::PanicHookInfo<'_>) + Send + Sync + 'static {
        let callback = send_wrapper::SendWrapper::new(self);
        move |_| {
            // Nothing is left to tell about a failure of the callback.
            let _ = callback.0.call0(&JsValue::NULL);
        }
    }
}

fn catalog(language: &str, text: &str) -> Result<&'static Catalog, JsError> {
    if let Some(known) =
        CATALOGS.with_borrow(|known| known.iter().find(|(l, _)| l == language).map(|(_, words)| *words))
    {
        return Ok(known);
    }
    let words: &'static Catalog = Box::leak(Box::new(Catalog::parse(text)?));
    CATALOGS.with_borrow_mut(|known| known.push((language.to_owned(), words)));
    Ok(words)
}
