//! What the form needs from the browser. A trait, so that tests run natively.

use assessment::json::Value;
use leptos::ev::Event;

/// The `id` of the preview's `<iframe>`, which the form places.
pub const PREVIEW_ID: &str = "preview";

/// Its `src`, relative to the page.
pub const PREVIEW_PAGE: &str = "studio-preview.html";

/// Its `sandbox`: without `allow-same-origin`, the preview cannot reach what other pages of this server have stored.
pub const PREVIEW_SANDBOX: &str = "allow-scripts";

/// The limit for files that are read, in bytes.
pub const LONGEST_FILE: usize = 100_000;

/// What the page was opened with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The fragment of the address, without `#`; empty if there is none. Anyone may have written it.
    pub fragment: String,
    /// The draft on this device.
    pub saved: Option<String>,
}

/// The browser and the page.
pub trait Host {
    /// The draft on this device. `None` also if storage is blocked.
    fn saved(&self) -> Option<String>;

    /// Saves the only draft. Returns whether that worked.
    fn save(&self, draft: &str) -> bool;

    /// Removes the draft.
    fn forget(&self);

    /// Copies a text to the clipboard. Calls `then` with whether that worked.
    fn copy(&self, text: &str, then: Box<dyn FnOnce(bool)>);

    /// Saves a text as a file.
    fn download(&self, name: &str, media_type: &str, text: &str);

    /// Reads the file that was chosen in the field of a `change` event, or dropped by a `drop` event. The error is a message.
    /// The form prevents the default of `dragover` and `drop`.
    fn read_file(&self, event: &Event, then: Box<dyn FnOnce(Result<String, String>)>);

    /// Shows a view in the preview, once it can. Only the last one counts. `studio/preview.js` lists the entries.
    fn preview(&self, view: &Value);

    /// Calls `listener` with each message of the preview. A later listener replaces it.
    fn on_preview(&self, listener: Box<dyn Fn(Value)>);

    /// Computes what the weights in a JSON document of settings change. Calls `then` with the result of [`crate::fairness::of`],
    /// or `None` if it failed, unless another request has replaced this one.
    fn fairness(&self, settings: &str, then: Box<dyn FnOnce(Option<String>)>);

    /// The URL of the folder of the page. Ends with a slash.
    fn address(&self) -> String;

    /// The fragment of the page's address, without `#`.
    fn fragment(&self) -> String;

    /// Replaces the fragment, without an entry in the history. Empty removes it.
    fn set_fragment(&self, fragment: &str);

    /// Focuses the element with this `id`.
    fn focus(&self, id: &str);

    fn build(&self) -> studio::Build;
}
