//! What the screens need from their environment. `src/browser` implements it with browser APIs, `tests/screens` with a fake.

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::ev::Event;

use assessment::{i18n::Locale, json::Codec};
use session::{KeyValueStore, StoreFault};

pub type Task = Box<dyn FnOnce()>;

pub type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// A file that the visitor chose.
pub struct OpenedFile {
    /// As the browser reports it. May be any text; [`Ui::file_name`](super::Ui::file_name) makes it safe to show.
    pub name: String,
    pub text: Result<String, FileFault>,
}

impl OpenedFile {
    /// A file as JavaScript reads it (`src/browser/files.js`).
    #[must_use]
    pub fn new(name: String, text: Option<String>, is_too_large: bool) -> Self {
        let fault = if is_too_large { FileFault::TooLarge } else { FileFault::Unreadable };
        Self { name, text: text.ok_or(fault) }
    }
}

/// Why a file has no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    TooLarge,
    /// It is a folder, was removed, or may not be read.
    Unreadable,
}

/// The environment of one element.
///
/// A selector selects its first match inside the element. Methods do nothing if there is no match.
pub trait Host {
    /// Runs `then` before the next paint, when the DOM is up to date.
    fn in_next_frame(&self, then: Task);

    /// Runs `then` after the next paint.
    fn after_paint(&self, then: Task);

    /// Runs `then` in a separate task, so that the page stays responsive.
    fn soon(&self, then: Task);

    /// Runs `then` after a short delay, which lets the browser paint first.
    fn after_pause(&self, then: Task);

    fn spawn(&self, work: Pending<()>);

    /// The current time (ISO 8601, UTC).
    fn now(&self) -> String;

    /// The visitor's local date, such as `2026-11-22`.
    fn today(&self) -> String;

    /// Formats the time of day of an ISO 8601 timestamp; `None` if it is not valid.
    fn time_of_day(&self, timestamp: &str) -> Option<String>;

    /// Formats a date such as `2026-11-22`, or a month such as `2026-11`.
    fn day(&self, date: &str) -> String;

    /// The visitor's local date, written out in the element's language.
    fn today_in_words(&self) -> String;

    /// The tag of the element's language, with the region of the page.
    fn language(&self) -> String;

    /// Number and list formats of the element's language.
    fn locale(&self) -> &dyn Locale;

    /// Formats of a currency (ISO 4217), or of the currency of the element's region. With an empty code, amounts are written without
    /// a currency.
    fn money(&self, currency: Option<&str>) -> Box<dyn Money>;

    fn json(&self) -> Codec;

    /// `localStorage`.
    fn store(&self) -> &dyn KeyValueStore;

    /// Fetches a word file; `None` if the request failed.
    fn fetch_words(&self, file: &str) -> Pending<Option<String>>;

    /// Downloads a file. Returns false if the browser does not allow it.
    fn save_file(&self, name: &str, media_type: &str, text: &str) -> bool;

    /// Reads the files selected in the input that fired `event`, and clears the input.
    fn open_files(&self, event: &Event, then: Box<dyn FnOnce(Vec<OpenedFile>)>);

    /// Copies to the clipboard. Calls `then` with whether that worked.
    fn copy(&self, text: &str, then: Box<dyn Fn(bool)>);

    /// The URL of the page, with only these parameters of its query.
    fn address(&self, query: Vec<String>) -> String;

    /// The URL of our own page in the build's folder (`frame.html`), without settings.
    fn own_page(&self) -> String;

    /// Whether the selector has a match.
    fn has(&self, selector: &str) -> bool;

    /// Moves the focus, and scrolls only if the target is outside the viewport.
    fn focus(&self, selector: &str);

    /// Moves the focus to a field and selects its text.
    fn focus_text(&self, selector: &str);

    /// Selects the text of the field that fired `event`.
    fn select_text(&self, event: &Event);

    /// Whether the `details` element that fired `event` is open.
    fn is_open(&self, event: &Event) -> bool;

    fn open_dialog(&self);

    /// The browser restores the focus.
    fn close_dialog(&self);

    /// Called for each rendered control. There are no events outside a browser, so this is how tests operate controls.
    #[cfg(not(target_arch = "wasm32"))]
    fn offer(&self, control: Control);

    /// Limits printing to one section, by the id of its heading; `None` prints everything.
    fn print_only(&self, heading: Option<&str>);
}

/// The browser's host is a concrete type: with `dyn Host`, the start module would have to contain methods that only the later
/// module calls.
#[cfg(target_arch = "wasm32")]
pub type SharedHost = Rc<crate::browser::BrowserHost>;

#[cfg(not(target_arch = "wasm32"))]
pub type SharedHost = Rc<dyn Host>;

/// Formats of one currency in one language.
pub trait Money {
    /// ISO 4217; empty if amounts show no currency.
    fn code(&self) -> &str;

    fn amount(&self, amount: i64) -> String;

    /// A compact format, such as "$200K".
    fn short(&self, amount: i64) -> String;

    /// The plural name, such as "US dollars".
    fn name_of(&self, code: &str) -> String;
}

#[derive(Clone)]
pub struct HostStore(pub SharedHost);

impl KeyValueStore for HostStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.0.store().get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.0.store().set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.0.store().remove(key)
    }
}

/// A rendered control, for tests.
#[cfg(not(target_arch = "wasm32"))]
pub struct Control {
    pub kind: ControlKind,
    /// The id of a field or `details`, otherwise the accessible name.
    pub name: String,
    act: Box<dyn Fn(&str)>,
}

#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlKind {
    Button,
    /// A radio button or checkbox; the value `false` unchecks it.
    Choice,
    /// A text field that is left, or a `select` whose value is the position of an option.
    Field,
    /// A text field that is not left yet. Its name is `typing in ID`.
    Typing,
    Details,
}

#[cfg(not(target_arch = "wasm32"))]
impl Control {
    pub(super) fn new(kind: ControlKind, name: &str, act: impl Fn(&str) + 'static) -> Self {
        Self { kind, name: name.to_owned(), act: Box::new(act) }
    }

    /// Operates the control; `value` is what a visitor would enter.
    pub fn act(&self, value: &str) {
        (self.act)(value);
    }
}
