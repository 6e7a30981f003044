//! [`Host`] for a real page. `studio/page.js` has the functions of the browser.

mod storage;
mod trial;

use std::cell::RefCell;

use assessment::json::Value;
use leptos::ev::Event;
use wasm_bindgen::prelude::*;

use studio::Build;

use crate::host::{Host, LONGEST_FILE};
pub use trial::TrialPage;

#[wasm_bindgen]
extern "C" {
    /// The typedef `Page` in `page.js`.
    pub type Page;

    #[wasm_bindgen(method)]
    fn copy(this: &Page, text: &str, then: JsValue);

    #[wasm_bindgen(method)]
    fn download(this: &Page, name: &str, media_type: &str, text: &str);

    #[wasm_bindgen(method, js_name = readFile)]
    fn read_file(this: &Page, event: &Event, longest: usize, then: JsValue);

    #[wasm_bindgen(method)]
    fn preview(this: &Page, view: &str);

    #[wasm_bindgen(method, js_name = onPreview)]
    fn on_preview(this: &Page, listener: &Listener);

    #[wasm_bindgen(method)]
    fn fairness(this: &Page, settings: &str, then: &Computed);

    #[wasm_bindgen(method)]
    fn address(this: &Page) -> String;

    #[wasm_bindgen(method)]
    fn fragment(this: &Page) -> String;

    #[wasm_bindgen(method, js_name = setFragment)]
    fn set_fragment(this: &Page, fragment: &str);

    #[wasm_bindgen(method)]
    fn focus(this: &Page, id: &str);

    #[wasm_bindgen(method, getter)]
    fn version(this: &Page) -> String;

    #[wasm_bindgen(method, getter)]
    fn integrity(this: &Page) -> String;
}

type Listener = Closure<dyn Fn(String)>;
type Computed = Closure<dyn FnMut(Option<String>)>;

pub struct BrowserHost {
    page: Page,
    /// Called by JavaScript, so each lives until another replaces it.
    listener: RefCell<Option<Listener>>,
    computed: RefCell<Option<Computed>>,
}

impl BrowserHost {
    pub fn new(page: Page) -> Self {
        Self { page, listener: RefCell::default(), computed: RefCell::default() }
    }
}

impl Host for BrowserHost {
    fn saved(&self) -> Option<String> {
        storage::get()
    }

    fn save(&self, draft: &str) -> bool {
        storage::set(draft)
    }

    fn forget(&self) {
        storage::remove();
    }

    fn copy(&self, text: &str, then: Box<dyn FnOnce(bool)>) {
        self.page.copy(text, Closure::once_into_js(then));
    }

    fn download(&self, name: &str, media_type: &str, text: &str) {
        self.page.download(name, media_type, text);
    }

    fn read_file(&self, event: &Event, then: Box<dyn FnOnce(Result<String, String>)>) {
        let read = move |text: Option<String>, problem: String| then(text.ok_or(problem));
        self.page.read_file(event, LONGEST_FILE, Closure::once_into_js(read));
    }

    fn preview(&self, view: &Value) {
        self.page.preview(&serde_json::to_string(view).unwrap_or_default());
    }

    fn on_preview(&self, listener: Box<dyn Fn(Value)>) {
        let receive = move |message: String| {
            if let Ok(message) = serde_json::from_str(&message) {
                listener(message);
            }
        };
        let receive = Listener::new(receive);
        self.page.on_preview(&receive);
        self.listener.replace(Some(receive));
    }

    fn fairness(&self, settings: &str, then: Box<dyn FnOnce(Option<String>)>) {
        let then = Closure::once(then);
        self.page.fairness(settings, &then);
        self.computed.replace(Some(then));
    }

    fn address(&self) -> String {
        self.page.address()
    }

    fn fragment(&self) -> String {
        self.page.fragment()
    }

    fn set_fragment(&self, fragment: &str) {
        self.page.set_fragment(fragment);
    }

    fn focus(&self, id: &str) {
        self.page.focus(id);
    }

    fn build(&self) -> Build {
        Build { version: self.page.version(), integrity: self.page.integrity() }
    }
}
