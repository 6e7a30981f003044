//! The interface between the application and the JavaScript of the custom element, which mounts it (`mounting.js`).

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
    browser::{BrowserHost, from_js, parse, to_js},
    ui::{
        HostElement, PublicEvent, Start, Ui, app,
        host::{OpenedFile, Pending},
        lay_out, open_file, open_link,
    },
};

use config::{Config, Detail, Problem, Rest, document_of};

use session::{Action, Copied, LONGEST_DRAFT, View};

/// The limit for the attributes as JSON, in bytes. Each setting has a limit of its own.
const LONGEST_ATTRIBUTES: usize = 400_000;

thread_local! {
    /// By language. Never freed, because a page shows few languages.
    static CATALOGS: RefCell<Vec<(String, &'static Catalog)>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
extern "C" {
    /// The typedef `ApplicationHost` in `mounting.js`.
    #[derive(Clone)]
    pub type ApplicationHost;

    #[wasm_bindgen(method)]
    fn emit(this: &ApplicationHost, name: &str, detail: JsValue) -> bool;

    #[wasm_bindgen(method)]
    fn keep(this: &ApplicationHost, draft: &str, is_on_device: bool);

    #[wasm_bindgen(method)]
    fn warn(this: &ApplicationHost, lines: &str);

    #[wasm_bindgen(method, js_name = settleLink)]
    fn settle_link(this: &ApplicationHost);

    #[wasm_bindgen(method)]
    fn print(this: &ApplicationHost) -> bool;

    #[wasm_bindgen(method, catch, js_name = addLaterStyle)]
    async fn add_later_style(this: &ApplicationHost) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = hasContact)]
    fn has_contact(this: &ApplicationHost) -> bool;

    /// Calls a function of `contact.js` by its name.
    #[wasm_bindgen(method, catch)]
    async fn contact(this: &ApplicationHost, call: &str, input: JsValue) -> Result<JsValue, JsValue>;
}

pub struct MountedElement {
    host: ApplicationHost,
    detail: Detail,
}

impl HostElement for MountedElement {
    fn emit(&self, event: PublicEvent<'_>) -> bool {
        let (name, detail) = event.named(Assessment::standard(), self.detail);
        self.host.emit(name, to_js(&detail))
    }

    fn keep(&self, draft: &str, is_on_device: bool) {
        self.host.keep(draft, is_on_device);
    }

    fn warn(&self, lines: Vec<String>) {
        self.host.warn(&lines.join("\n"));
    }

    fn settle_link(&self) {
        self.host.settle_link();
    }

    fn print(&self) -> bool {
        self.host.print()
    }

    fn add_later_style(&self) -> Pending<bool> {
        let host = self.host.clone();
        Box::pin(async move { host.add_later_style().await.is_ok() })
    }

    fn has_contact(&self) -> bool {
        self.host.has_contact()
    }

    fn call_contact(&self, call: &'static str, input: &Value) -> Pending<Option<Value>> {
        let (host, input) = (self.host.clone(), to_js(input));
        Box::pin(async move { from_js(&host.contact(call, input).await.ok()?) })
    }
}

/// A mounted application; freeing it from JavaScript removes it from the page.
#[wasm_bindgen]
pub struct Mounted {
    ui: Ui,
    /// The mounted report, while it is printed.
    paper: Option<Box<dyn Any>>,
    _handle: Box<dyn Any>,
}

/// Mounts the application into `root`.
///
/// `words` is the text of a word file of this build; `language` is a tag that the browser accepts. `attributes` is a JSON
/// object of strings; `config` is the text of the configuration. Drafts are saved in `localStorage` under `key`, unless the
/// settings change that; `draft` and `was_on_device` are what [`ApplicationHost::keep`] received before the element was detached.
///
/// # Errors
/// If the word file is from another build or incomplete.
#[expect(clippy::too_many_arguments, reason = "reading an object from JavaScript would take more bytes")]
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    words: &str,
    language: String,
    attributes: &str,
    config: Option<String>,
    key: String,
    draft: Option<String>,
    was_on_device: bool,
    host: ApplicationHost,
) -> Result<Mounted, JsError> {
    let words = catalog(&language, words)?;
    let (config, rest, problems) = settings(attributes, config.as_deref());
    let storage_key = config.draft_key().unwrap_or(key);
    let draft = draft.map(|text| Copied { text, was_on_device });
    let element = Rc::new(MountedElement { host, detail: config.events });
    if !problems.is_empty() {
        element.warn(problems.iter().map(ToString::to_string).collect());
    }
    let host = BrowserHost::new(root.clone(), &language);
    let old_storage_key = config.old_draft_key().map(str::to_owned);
    let start = Start { host, words, config, rest, storage_key, old_storage_key, draft, element };
    // Created inside `mount_to`, which owns its signals.
    let made = Rc::new(Cell::new(None));
    let handle = mount_to(root, {
        let made = Rc::clone(&made);
        move || {
            let ui = Ui::new(start);
            made.set(Some(ui));
            app(ui)
        }
    });
    let ui = made.get().ok_or_else(|| JsError::new("the application was not mounted"))?;
    Ok(Mounted { ui, paper: None, _handle: Box::new(handle) })
}

#[wasm_bindgen]
impl Mounted {
    /// The name of the global array that receives the events too.
    pub fn data_layer(&self) -> Option<String> {
        self.ui.config().data_layer.clone()
    }

    /// The value of the property `result`.
    pub fn result(&self) -> JsValue {
        match self.ui.result() {
            Some(summary) => to_js(&summary),
            None => JsValue::NULL,
        }
    }

    /// The draft as JSON.
    pub fn draft(&self) -> String {
        self.ui.json_text(&self.ui.draft(), 0)
    }

    /// Replaces the answers.
    ///
    /// # Errors
    /// If the text is not a draft. Nothing is changed then.
    pub fn import_draft(&self, text: &str) -> Result<(), JsError> {
        let document = self.ui.parse(text);
        let document = document.ok_or_else(|| JsError::new("the draft is not valid JSON or exceeds 400,000 bytes"))?;
        self.ui.import(&document).map_err(|problem| JsError::new(&problem.to_string()))
    }

    /// The visitor has typed a text into a field, or has left the field with it.
    pub fn put_text(&self, id: &str, text: String, is_left: bool) {
        self.ui.put_text(id, text, is_left);
    }

    /// Enters what was typed in a field that still has the focus.
    pub fn enter_typed(&self) {
        self.ui.enter_typed();
    }

    /// What JavaScript shows: after a crash, the message and the labels of the buttons that restart and save the answers; and
    /// that the words are not in the language of the page, `{name}`.
    pub fn last_words(&self) -> Vec<String> {
        let failure = [key::ui::failure::CRASHED, key::ui::failure::AGAIN, key::ui::notice::FILE];
        let words = failure.into_iter().chain([key::ui::OTHER_LANGUAGE]);
        words.map(|key| self.ui.t(key).to_owned()).collect()
    }

    /// Looks at the saved draft, which another tab may have changed.
    pub fn look_again(&self) {
        self.ui.look_again();
    }

    /// The dialog was closed.
    pub fn dialog_closed(&self) {
        self.ui.dialog_closed();
    }

    /// Opens the fragment of the page's address, if it is a link with answers.
    pub fn open_link(&self, fragment: &str, is_framed: bool) {
        open_link(self.ui, fragment, is_framed);
    }

    /// The limit for files, in bytes.
    pub fn largest_file(&self) -> usize {
        LONGEST_DRAFT
    }

    /// Opens a file that the visitor dropped or chose. Without a text it is larger than [`Mounted::largest_file`], or cannot
    /// be read.
    pub fn open_file(&self, name: String, text: Option<String>, is_too_large: bool) {
        open_file(self.ui, OpenedFile::new(name, text, is_too_large));
    }

    /// Draws the report in an element for printing, until the next call. Returns whether there is a report.
    pub fn lay_out(&mut self, root: Option<HtmlElement>) -> bool {
        let ui = self.ui;
        ui.enter_typed();
        let view = root.and_then(|root| Some((root, lay_out(ui)?)));
        self.paper = view.map(|(root, view)| Box::new(mount_to(root, move || view)) as Box<dyn Any>);
        self.paper.is_some()
    }

    /// Erases all answers.
    pub fn reset(&self) {
        self.ui.act(Action::Erase);
    }

    /// Calls `then` once the first screen is shown or has failed to load. A result needs the later module.
    pub fn settled(&self, then: Function) {
        self.ui.when_settled(Box::new(move |_, _| {
            // The callback reports its own failure.
            let _ = then.call0(&JsValue::NULL);
        }));
    }

    /// Shows a view of the result, by its name. Calls `then` with whether there are enough answers for a result.
    ///
    /// # Errors
    /// If there is no view of that name. Nothing is changed then.
    pub fn show_result(&self, view: &str, then: Function) -> Result<(), JsError> {
        let view = View::named(view).ok_or_else(|| {
            let names = View::ALL.map(View::name).join(", ");
            JsError::new(&["there is no view \"", view, "\"; expected one of ", &names].concat())
        })?;
        self.ui.show_result(
            view,
            Box::new(move |is_enough| {
                // The callback reports its own failure.
                let _ = then.call1(&JsValue::NULL, &is_enough.into());
            }),
        );
        Ok(())
    }
}

/// Reads the configuration and the attributes.
fn settings(attributes: &str, config: Option<&str>) -> (Config, Rest, Vec<Problem>) {
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
    let document = config.map(|text| document_of(text, |text| parse(text, usize::MAX))).transpose();
    let (config, rest, mut problems) = Config::read(document.as_ref().ok().and_then(Option::as_ref), &given);
    problems.extend(document.err());
    (config, rest, problems)
}

/// Calls `panicked` with the source location of a panic, before the trap. The message is left out, because it could contain
/// answers.
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
        // If the callback fails, there is nowhere left to report it.
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
