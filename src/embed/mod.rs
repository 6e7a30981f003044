//! The element: mounting from JavaScript, which owns the custom element's class (`element.js`), and what passes between the
//! two.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use leptos::mount::mount_to;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use assessment::{
    Assessment,
    i18n::{Catalog, key},
    json::Value,
};

use crate::{
    browser::{BrowserHost, parse, to_js},
    ui::{HostElement, PublicEvent, Start, Ui, app, lay_out, open_file, open_link},
};

use config::{Config, DraftStorage, Problem, document_of};

use session::{Action, LONGEST_DRAFT};

/// Most bytes of the attributes' text. They are the owner's; each setting has its own bounds.
const LONGEST_ATTRIBUTES: usize = 400_000;

thread_local! {
    /// The word files of this page. A page shows few languages, and each stays for as long as the page.
    static CATALOGS: RefCell<Vec<(String, &'static Catalog)>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
extern "C" {
    /// The element, as `mounting.js` hands it over.
    pub type Host;

    /// Dispatches an event, and says whether no listener has canceled it.
    #[wasm_bindgen(method, catch)]
    fn emit(this: &Host, name: &str, detail: JsValue) -> Result<bool, JsValue>;

    /// Holds the text of the draft.
    #[wasm_bindgen(method)]
    fn keep(this: &Host, draft: &str);

    /// The link in the page's address was opened or declined.
    #[wasm_bindgen(method, js_name = settleLink)]
    fn settle_link(this: &Host);

    /// Prints what is shown.
    #[wasm_bindgen(method)]
    fn print(this: &Host);
}

/// The element of one application.
struct MountedElement {
    host: Host,
    config: Config,
}

impl HostElement for MountedElement {
    fn emit(&self, event: PublicEvent<'_>) -> bool {
        let (name, detail) = event.named(Assessment::standard(), &self.config);
        // A data layer of the page that throws cancels nothing.
        self.host.emit(name, to_js(&detail)).unwrap_or(true)
    }

    fn keep(&self, draft: &str) {
        self.host.keep(draft);
    }

    fn settle_link(&self) {
        self.host.settle_link();
    }

    fn print(&self) {
        self.host.print();
    }
}

/// A mounted application; freeing it from JavaScript removes it from the page.
#[wasm_bindgen]
pub struct Mounted {
    ui: Ui,
    problems: Vec<Problem>,
    /// The report while it is printed.
    paper: Option<Box<dyn Any>>,
    _handle: Box<dyn Any>,
}

/// Mounts the application into `root`.
///
/// `words` is the text of a word file of this build, `language` its language tag as the browser understands it.
/// `attributes` are the settings of the element as a JSON object of texts, `config` the text of its configuration. Drafts are
/// saved in `localStorage` under `key`, unless the settings say otherwise; `draft` is what `host` held while the element was
/// detached.
///
/// # Errors
/// If the word file belongs to another build or is incomplete.
#[expect(clippy::too_many_arguments, reason = "to take an object of JavaScript apart would cost more bytes")]
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    words: &str,
    language: String,
    attributes: &str,
    config: Option<String>,
    key: String,
    draft: Option<String>,
    host: Host,
) -> Result<Mounted, JsError> {
    let words = catalog(&language, words)?;
    let (config, problems) = settings(attributes, config.as_deref());
    let storage_key = match config.storage {
        DraftStorage::Local => Some(config.storage_key.clone().unwrap_or(key)),
        DraftStorage::None => None,
    };
    let element = Rc::new(MountedElement { host, config: config.clone() });
    let host = BrowserHost::new(root.clone(), &language);
    let start = Start { host, words, config, storage_key, draft, element };
    // Made inside, where its signals have their owner.
    let made = Rc::new(Cell::new(None));
    let handle = mount_to(root, {
        let made = Rc::clone(&made);
        move || {
            let ui = Ui::new(start);
            made.set(Some(ui));
            app(ui)
        }
    });
    let ui = made.get().ok_or_else(|| JsError::new("nothing was mounted"))?;
    Ok(Mounted { ui, problems, paper: None, _handle: Box::new(handle) })
}

#[wasm_bindgen]
impl Mounted {
    /// What is wrong with the settings, a line each.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        self.problems.iter().map(ToString::to_string).collect()
    }

    /// The name of the global array that gets the events too.
    #[must_use]
    pub fn data_layer(&self) -> Option<String> {
        self.ui.config().data_layer.clone()
    }

    /// What the property `result` gives.
    #[must_use]
    pub fn result(&self) -> JsValue {
        match self.ui.result() {
            Some(summary) => to_js(&summary),
            None => JsValue::NULL,
        }
    }

    /// The answers as they are kept.
    #[must_use]
    pub fn draft(&self) -> String {
        self.ui.json_text(&self.ui.draft(), 0)
    }

    /// Goes on with other answers.
    ///
    /// # Errors
    /// When the text is no draft. Nothing is changed then.
    pub fn import_draft(&self, text: &str) -> Result<(), JsError> {
        let document = self.ui.parse(text).ok_or_else(|| JsError::new("the draft is no JSON, or too large for one"))?;
        self.ui.import(&document).map_err(|problem| JsError::new(&problem.to_string()))
    }

    /// What the visitor reads when the module has stopped and cannot say it: what has happened, the way to start again, and
    /// the way to save the answers.
    #[must_use]
    pub fn last_words(&self) -> Vec<String> {
        let words = [key::ui::failure::CRASHED, key::ui::failure::AGAIN, key::ui::notice::FILE];
        words.map(|key| self.ui.t(key).to_owned()).into()
    }

    /// Another tab has changed the storage: the text under a key, or everything.
    pub fn storage_changed(&self, key: Option<String>, value: Option<String>) {
        self.ui.storage_changed(key.as_deref(), value.as_deref());
    }

    /// The page's address has this fragment, which may be a link with answers.
    pub fn open_link(&self, fragment: &str) {
        open_link(self.ui, fragment);
    }

    /// The size of the largest file that is read, in bytes.
    pub fn largest_file(&self) -> usize {
        LONGEST_DRAFT
    }

    /// The visitor dropped or chose a file. Without a text it is larger than [`Mounted::largest_file`].
    pub fn open_file(&self, name: &str, text: Option<String>) {
        open_file(self.ui, name, text);
    }

    /// Lays the report out in an element, to be printed; until the next call. Gives whether there is one.
    pub fn lay_out(&mut self, root: Option<HtmlElement>) -> bool {
        let ui = self.ui;
        let view = root.and_then(|root| Some((root, lay_out(ui)?)));
        self.paper = view.map(|(root, view)| Box::new(mount_to(root, move || view)) as Box<dyn Any>);
        self.paper.is_some()
    }

    /// Erases all answers.
    pub fn reset(&self) {
        self.ui.act(Action::Erase);
    }

    /// Calls `then` once the first screen is shown, or failed to load: the result of a returning visitor arrives later.
    pub fn settled(&self, then: Function) {
        self.ui.when_settled(Box::new(move |_, _| {
            // The callback reports its own failure.
            let _ = then.call0(&JsValue::NULL);
        }));
    }

    /// Goes to the result. Calls `then` with whether there are enough answers for one, once that is known.
    pub fn show_result(&self, then: Function) {
        self.ui.show_result(Box::new(move |is_enough| {
            // The callback reports its own failure.
            let _ = then.call1(&JsValue::NULL, &is_enough.into());
        }));
    }
}

/// Reads what the page set: the configuration, then the attributes.
fn settings(attributes: &str, config: Option<&str>) -> (Config, Vec<Problem>) {
    let attributes = match parse(attributes, LONGEST_ATTRIBUTES) {
        Some(Value::Object(entries)) => entries,
        _ => Vec::new(),
    };
    let mut given = Vec::new();
    for (name, value) in attributes {
        if let Value::Text(value) = value {
            given.push((name, value));
        }
    }
    let (document, problem) = match config.map(|text| document_of(text, |text| parse(text, usize::MAX))) {
        Some(Ok(document)) => (Some(document), None),
        Some(Err(problem)) => (None, Some(problem)),
        None => (None, None),
    };
    let (config, mut problems) = Config::read(document.as_ref(), &given);
    problems.extend(problem);
    (config, problems)
}

/// Calls `panicked` with the place in the source when the module panics, before the trap that ends it. The text of the
/// panic stays out: it may hold what a visitor wrote.
#[wasm_bindgen]
pub fn on_panic(panicked: Function) {
    let panicked = send_wrapper::SendWrapper::new(panicked);
    std::panic::set_hook(Box::new(move |info| {
        let mut place = String::new();
        if let Some(location) = info.location() {
            place.push_str(location.file());
            place.push(':');
            place.push_str(&location.line().to_string());
        }
        // Nothing is left to tell about a failure of the callback.
        let _ = panicked.call1(&JsValue::NULL, &place.into());
    }));
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
