//! The host, for the screens. After the element was removed, nothing is asked of it any more.

use leptos::{ev::Event, prelude::*};

use super::Ui;
#[allow(unused_imports, reason = "natively, the host is a trait object, whose methods need no import")]
use crate::ui::host::Host as _;
use crate::ui::host::{Money, Opened, Pending, SharedHost};
use assessment::{i18n::Locale, json::Value};
use session::LONGEST_DRAFT;

impl Ui {
    /// `None` after the element was removed.
    pub(super) fn host(self) -> Option<SharedHost> {
        self.host.try_get_value()
    }

    /// Runs something when the changes made so far are in the document.
    pub fn in_next_frame(self, then: impl FnOnce() + 'static) {
        if let Some(host) = self.host() {
            host.in_next_frame(Box::new(then));
        }
    }

    /// Runs something after the next paint.
    pub fn after_paint(self, then: impl FnOnce() + 'static) {
        if let Some(host) = self.host() {
            host.after_paint(Box::new(then));
        }
    }

    /// Runs something as a task of its own.
    pub fn soon(self, then: impl FnOnce() + 'static) {
        if let Some(host) = self.host() {
            host.soon(Box::new(then));
        }
    }

    /// Runs something after a short delay.
    pub fn after_pause(self, then: impl FnOnce() + 'static) {
        if let Some(host) = self.host() {
            host.after_pause(Box::new(then));
        }
    }

    /// The time (ISO 8601, UTC).
    #[must_use]
    pub fn time(self) -> String {
        self.host().map(|host| host.now()).unwrap_or_default()
    }

    /// The text of a JSON document, indented by this many spaces.
    #[must_use]
    pub fn json_text(self, document: &Value, indent: u32) -> String {
        self.host().map(|host| (host.json().print)(document, indent)).unwrap_or_default()
    }

    /// The document in a text; `None` if it is not JSON or is longer than any draft.
    #[must_use]
    pub fn parse(self, text: &str) -> Option<Value> {
        (self.host()?.json().parse)(text, LONGEST_DRAFT)
    }

    /// The address of the page; `None` if it leads nobody there, as that of a `srcdoc` frame or of a file.
    #[must_use]
    pub fn address(self) -> Option<String> {
        let address = self.host()?.address();
        ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
    }

    /// Copies a text to the clipboard. Calls `then` with whether that worked.
    pub fn copy(self, text: &str, then: impl Fn(bool) + 'static) {
        if let Some(host) = self.host() {
            host.copy(text, Box::new(then));
        }
    }

    /// Runs something until it is done.
    pub fn spawn(self, work: Pending<()>) {
        if let Some(host) = self.host() {
            host.spawn(work);
        }
    }

    /// Fetches the words of the later module unless they are here. Returns whether they are here now.
    pub async fn add_later_words(self) -> bool {
        let words = self.words;
        if words.has_later() {
            return true;
        }
        let (Some(host), Some(file)) = (self.host(), words.later_file()) else { return false };
        let text = host.fetch_words(file).await;
        text.is_some_and(|text| words.add_later(&text).is_ok())
    }

    /// The visitor's date, such as `2026-11-22`.
    pub(super) fn date(self) -> Option<String> {
        self.host().map(|host| host.today())
    }

    /// Formats the time of day of an ISO 8601 timestamp.
    pub(super) fn time_of_day(self, timestamp: &str) -> Option<String> {
        self.host()?.time_of_day(timestamp)
    }

    /// Formats a date such as `2026-11-22`.
    pub(super) fn formatted_day(self, date: &str) -> String {
        self.host().map(|host| host.day(date)).unwrap_or_default()
    }

    /// The visitor's date in words.
    #[must_use]
    pub fn today_in_words(self) -> String {
        self.host().map(|host| host.today_in_words()).unwrap_or_default()
    }

    /// Runs something with the locale.
    pub fn with_locale<T>(self, then: impl FnOnce(&dyn Locale) -> T) -> T {
        then(self.host.get_value().locale())
    }

    pub(super) fn make_money(self, currency: Option<&str>) -> Box<dyn Money> {
        self.host.get_value().money(currency)
    }

    pub(super) fn offer_file(self, name: &str, media_type: &str, text: &str) -> bool {
        self.host().is_some_and(|host| host.save_file(name, media_type, text))
    }

    /// Reads the files chosen in the field that fired `event`, and empties the field.
    pub fn open_files(self, event: &Event, then: impl FnOnce(Vec<Opened>) + 'static) {
        if let Some(host) = self.host() {
            host.open_files(event, Box::new(then));
        }
    }

    /// Selects the text of the field that fired `event`.
    pub fn select_text(self, event: &Event) {
        if let Some(host) = self.host() {
            host.select_text(event);
        }
    }

    /// Whether the fold-out that fired `event` is open now; `None` after the element was removed.
    #[must_use]
    pub fn is_unfolded(self, event: &Event) -> Option<bool> {
        self.host().map(|host| host.is_unfolded(event))
    }

    /// Whether something on this screen matches.
    pub(super) fn has(self, selector: &str) -> bool {
        self.host().is_some_and(|host| host.has(selector))
    }

    /// Moves the focus to a part of this screen.
    pub fn jump(self, selector: &str) {
        if let Some(host) = self.host() {
            host.focus(selector);
        }
    }

    /// Moves the focus to a field and selects its text.
    pub(super) fn jump_to_text(self, selector: &str) {
        if let Some(host) = self.host() {
            host.focus_text(selector);
        }
    }

    pub(super) fn open_dialog(self) {
        if let Some(host) = self.host() {
            host.open_dialog();
        }
    }

    /// Closes the dialog; the browser restores the focus.
    pub fn close_dialog(self) {
        if let Some(host) = self.host() {
            host.close_dialog();
        }
    }

    pub(super) fn print_only(self, heading: Option<&str>) {
        if let Some(host) = self.host() {
            host.print_only(heading);
        }
    }
}
