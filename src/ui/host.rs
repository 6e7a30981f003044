//! What the screens need from the page they are on. `src/browser` implements it for a real page, `tests/screens` with a fake.

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::ev::Event;

use assessment::{i18n::Locale, json::Codec};
use session::{KeyValueStore, StoreFault};

/// Something to run later.
pub type Task = Box<dyn FnOnce()>;

/// Something to wait for.
pub type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// A file that the visitor chose: its name, and its text; `None` if it is too large, empty if it cannot be read.
pub type Opened = (String, Option<String>);

/// The page around one element.
///
/// A selector finds the first match inside the element. If nothing matches, nothing happens.
pub trait Host {
    /// Runs `then` before the next paint, when the changes made so far are in the document.
    fn in_next_frame(&self, then: Task);

    /// Runs `then` after the next paint.
    fn after_paint(&self, then: Task);

    /// Runs `then` as a task of its own, so that the page stays responsive.
    fn soon(&self, then: Task);

    /// Runs `then` after a short delay, when the page has had time to show the changes made so far.
    fn after_pause(&self, then: Task);

    /// Runs `work` until it is done.
    fn spawn(&self, work: Pending<()>);

    /// The time (ISO 8601, UTC).
    fn now(&self) -> String;

    /// The visitor's date, such as `2026-11-22`.
    fn today(&self) -> String;

    /// Formats the time of day of an ISO 8601 timestamp; `None` if it is not valid.
    fn time_of_day(&self, timestamp: &str) -> Option<String>;

    /// Formats a date such as `2026-11-22`.
    fn day(&self, date: &str) -> String;

    /// Formats the visitor's date in words.
    fn today_in_words(&self) -> String;

    /// How the element's language writes numbers and lists.
    fn locale(&self) -> &dyn Locale;

    /// How the element's language writes amounts in a currency (ISO 4217), or in the currency of its region.
    fn money(&self, currency: Option<&str>) -> Box<dyn Money>;

    /// Parses and prints JSON.
    fn json(&self) -> Codec;

    /// What keeps texts on the device.
    fn store(&self) -> &dyn KeyValueStore;

    /// Fetches a word file; `None` if it did not arrive.
    fn fetch_words(&self, file: &str) -> Pending<Option<String>>;

    /// Offers a text as a file to save. Returns false if the browser does not allow it.
    fn save_file(&self, name: &str, media_type: &str, text: &str) -> bool;

    /// Reads the files chosen in the field that fired `event`, and empties the field.
    fn open_files(&self, event: &Event, then: Box<dyn FnOnce(Vec<Opened>)>);

    /// Copies a text to the clipboard. Calls `then` with whether that worked.
    fn copy(&self, text: &str, then: Box<dyn Fn(bool)>);

    /// The address of the page.
    fn address(&self) -> String;

    /// Whether something inside the element matches.
    fn has(&self, selector: &str) -> bool;

    /// Moves the focus, and scrolls only if the target is out of view.
    fn focus(&self, selector: &str);

    /// Moves the focus to a field and selects its text.
    fn focus_text(&self, selector: &str);

    /// Selects the text of the field that fired `event`.
    fn select_text(&self, event: &Event);

    /// Whether the fold-out that fired `event` is open now.
    fn is_unfolded(&self, event: &Event) -> bool;

    /// Opens the dialog.
    fn open_dialog(&self);

    /// Closes the dialog; the browser restores the focus.
    fn close_dialog(&self);

    /// Called with each control when it is written. Outside a browser there are no events, so this is how tests use one.
    #[cfg(not(target_arch = "wasm32"))]
    fn offer(&self, control: Control);

    /// Marks the section of the result that is printed without the others, by the id of its heading; `None` for all.
    fn print_only(&self, heading: Option<&str>);
}

/// The host, shared. In a browser there is one kind, and calls to it are direct: through `dyn Host`, the first module would
/// have to contain what only later modules call.
#[cfg(target_arch = "wasm32")]
pub type SharedHost = Rc<crate::browser::BrowserHost>;

/// The host, shared.
#[cfg(not(target_arch = "wasm32"))]
pub type SharedHost = Rc<dyn Host>;

/// How a language writes amounts in one currency.
pub trait Money {
    /// The currency (ISO 4217).
    fn code(&self) -> &str;

    /// Formats a whole amount.
    fn amount(&self, amount: i64) -> String;

    /// Formats a whole amount in few characters, such as "$200K".
    fn short(&self, amount: i64) -> String;

    /// The plural name of a currency, such as "US dollars".
    fn name_of(&self, code: &str) -> String;
}

/// The host's store, shared.
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

/// A control that was written to a screen.
#[cfg(not(target_arch = "wasm32"))]
pub struct Control {
    /// What kind of control it is.
    pub kind: ControlKind,
    /// The id of a field or fold-out, else the name.
    pub name: String,
    act: Box<dyn Fn(&str)>,
}

/// What a visitor does with a control.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlKind {
    /// It is pressed.
    Button,
    /// It is chosen or ticked; `false` unticks it.
    Choice,
    /// A text is typed, or an entry of a list is chosen by its position.
    Field,
    /// It is unfolded.
    Fold,
}

#[cfg(not(target_arch = "wasm32"))]
impl Control {
    pub(super) fn new(kind: ControlKind, name: &str, act: impl Fn(&str) + 'static) -> Self {
        Self { kind, name: name.to_owned(), act: Box::new(act) }
    }

    /// Does what the visitor would; `value` is what a field gets.
    pub fn act(&self, value: &str) {
        (self.act)(value);
    }
}
