//! The custom element and the events it emits to the host page.

use std::rc::Rc;

use assessment::json::Value;
use session::Event;

use super::host::Pending;

pub enum PublicEvent<'a> {
    /// An answer or a change of place.
    Visit(Event),
    /// A result is shown. Contains its summary.
    Result(Value),
    /// A file of this format was saved.
    Export(&'a str),
    /// A "link", "mail" or "text" was copied or opened for sharing.
    Share(&'static str),
    /// An event of the contact module, which knows its name and its detail (`src/ui/contact/stage.rs` and `desk.rs`). A
    /// listener can cancel a `lead`.
    Contact(&'static str, Value),
    /// The call to action was clicked; a listener can cancel it. Contains the summary of the result.
    CallToAction { summary: Value, url: &'a str },
}

pub trait HostElement {
    /// Emits an event to the host page. Returns false if a listener canceled it.
    fn emit(&self, event: PublicEvent<'_>) -> bool;

    /// Keeps the draft's JSON while the element is detached. Empty after everything was erased.
    fn keep(&self, draft: &str, is_on_device: bool);

    /// Reports problems in the settings to the site owner, one line each.
    fn warn(&self, lines: Vec<String>);

    /// The link in the page's address was opened or declined.
    fn settle_link(&self);

    /// Returns false if the browser cannot print.
    fn print(&self) -> bool;

    /// Fetches and adds the style sheet of the screens after the questions. Resolves to whether it arrived.
    fn add_later_style(&self) -> Pending<bool>;

    /// Whether the element contains a contact form of the page.
    fn has_contact(&self) -> bool;

    /// Calls a function of the contact module's script (`calls` in `src/embed/contact.js`), which the first call fetches. Resolves
    /// to what it returns; `None` if the script cannot be fetched.
    fn call_contact(&self, call: &'static str, input: &Value) -> Pending<Option<Value>>;
}

/// The browser's element is a concrete type, for the same reason as [`SharedHost`](super::host::SharedHost).
#[cfg(target_arch = "wasm32")]
pub type SharedElement = Rc<crate::embed::MountedElement>;

#[cfg(not(target_arch = "wasm32"))]
pub type SharedElement = Rc<dyn HostElement>;
