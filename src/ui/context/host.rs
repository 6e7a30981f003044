//! Forwards to the host. After the element was removed, these methods do nothing.

use leptos::{ev::Event, prelude::*};

use super::Ui;
use crate::ui::host::{Money, OpenedFile, Pending, SharedHost};
#[allow(
    unused_imports,
    reason = "natively, the host and the element are trait objects, whose methods need no import"
)]
use crate::ui::{element::HostElement as _, host::Host as _};
use assessment::{
    i18n::{Locale, Part},
    json::{Codec, Value},
};
use decision::worksheet::CalendarDate;
use session::LONGEST_DRAFT;

impl Ui {
    /// `None` after the element was removed.
    pub(super) fn host(self) -> Option<SharedHost> {
        self.host.try_get_value()
    }

    /// Calls `then`, unless the element was removed.
    fn with_host(self, then: impl FnOnce(&SharedHost)) {
        if let Some(host) = self.host() {
            then(&host);
        }
    }

    pub fn in_next_frame(self, then: impl FnOnce() + 'static) {
        self.with_host(|host| host.in_next_frame(Box::new(then)));
    }

    pub fn after_paint(self, then: impl FnOnce() + 'static) {
        self.with_host(|host| host.after_paint(Box::new(then)));
    }

    pub fn soon(self, then: impl FnOnce() + 'static) {
        self.with_host(|host| host.soon(Box::new(then)));
    }

    pub fn after_pause(self, then: impl FnOnce() + 'static) {
        self.with_host(|host| host.after_pause(Box::new(then)));
    }

    #[must_use]
    pub fn time(self) -> String {
        self.host().map(|host| host.now()).unwrap_or_default()
    }

    /// Serializes JSON, indented by this many spaces.
    #[must_use]
    pub fn json_text(self, document: &Value, indent: u32) -> String {
        self.host().map(|host| (host.json().print)(document, indent)).unwrap_or_default()
    }

    /// The browser's printer and parser of JSON, for packages that know no browser.
    #[must_use]
    pub fn codec(self) -> Codec {
        self.host.get_value().json()
    }

    /// The tag of the language that is shown.
    #[must_use]
    pub fn language(self) -> String {
        self.host().map(|host| host.language()).unwrap_or_default()
    }

    /// Parses JSON; `None` if it is invalid or longer than any draft.
    #[must_use]
    pub fn parse(self, text: &str) -> Option<Value> {
        (self.host()?.json().parse)(text, LONGEST_DRAFT)
    }

    /// The URL of the page, with the parameters that the settings name; `None` if others cannot open it, such as that of a
    /// `srcdoc` frame or a file.
    #[must_use]
    pub fn address(self) -> Option<String> {
        openable(self.host()?.address(self.settings().link_query()))
    }

    /// The URL of our own page in the build's folder; `None` if others cannot open it.
    pub(super) fn own_page(self) -> Option<String> {
        openable(self.host()?.own_page())
    }

    pub fn copy(self, text: &str, then: impl Fn(bool) + 'static) {
        self.with_host(|host| host.copy(text, Box::new(then)));
    }

    pub fn spawn(self, work: Pending<()>) {
        self.with_host(|host| host.spawn(work));
    }

    /// Fetches the words of a module, if needed. Returns whether they are loaded.
    pub async fn add_words(self, part: Part) -> bool {
        let words = self.words;
        if words.has(part) {
            return true;
        }
        let (Some(host), Some(file)) = (self.host(), words.file_of(part)) else { return false };
        let text = host.fetch_words(file).await;
        text.is_some_and(|text| words.add(part, &text).is_ok())
    }

    /// Fetches the style sheet of the later screens. Returns whether it arrived.
    pub async fn add_later_style(self) -> bool {
        let Some(element) = self.element() else { return false };
        element.add_later_style().await
    }

    /// Whether the page has put a form of its own into the element.
    #[must_use]
    pub fn has_own_form(self) -> bool {
        self.element().is_some_and(|element| element.has_contact())
    }

    /// Whether visitors of this page can write to the provider.
    #[must_use]
    pub fn has_contact(self) -> bool {
        self.settings().contact.is_some() || self.has_own_form()
    }

    /// Calls a function of the contact module's script. `None` if the script is not there.
    pub async fn call_contact(self, call: &'static str, input: Value) -> Option<Value> {
        self.element()?.call_contact(call, &input).await
    }

    pub(super) fn date(self) -> Option<String> {
        self.host().map(|host| host.today())
    }

    pub(super) fn time_of_day(self, timestamp: &str) -> Option<String> {
        self.host()?.time_of_day(timestamp)
    }

    #[must_use]
    pub fn day(self, date: CalendarDate) -> String {
        self.host().map(|host| host.day(&date.iso())).unwrap_or_default()
    }

    /// A month such as `2026-11`, in words.
    #[must_use]
    pub fn month(self, iso: &str) -> String {
        self.host().map(|host| host.day(iso)).unwrap_or_default()
    }

    #[must_use]
    pub fn today_in_words(self) -> String {
        self.host().map(|host| host.today_in_words()).unwrap_or_default()
    }

    pub fn with_locale<T>(self, then: impl FnOnce(&dyn Locale) -> T) -> T {
        then(self.host.get_value().locale())
    }

    pub(super) fn make_money(self, currency: Option<&str>) -> Box<dyn Money> {
        self.host.get_value().money(currency)
    }

    pub fn offer_file(self, name: &str, media_type: &str, text: &str) -> bool {
        self.host().is_some_and(|host| host.save_file(name, media_type, text))
    }

    pub fn open_files(self, event: &Event, then: impl FnOnce(Vec<OpenedFile>) + 'static) {
        self.with_host(|host| host.open_files(event, Box::new(then)));
    }

    pub fn select_text(self, event: &Event) {
        self.with_host(|host| host.select_text(event));
    }

    /// `None` after the element was removed.
    #[must_use]
    pub fn is_open(self, event: &Event) -> Option<bool> {
        self.host().map(|host| host.is_open(event))
    }

    pub fn has(self, selector: &str) -> bool {
        self.host().is_some_and(|host| host.has(selector))
    }

    pub fn focus_now(self, selector: &str) {
        self.with_host(|host| host.focus(selector));
    }

    /// Moves the focus to a field and selects its text, once the DOM is up to date.
    pub fn focus_text(self, selector: &'static str) {
        self.in_next_frame(move || self.with_host(|host| host.focus_text(selector)));
    }

    pub(super) fn open_dialog(self) {
        self.with_host(|host| host.open_dialog());
    }

    pub fn close_dialog(self) {
        self.with_host(|host| host.close_dialog());
    }

    pub(super) fn print_only(self, heading: Option<&str>) {
        self.with_host(|host| host.print_only(heading));
    }
}

/// The address if others can open it.
fn openable(address: String) -> Option<String> {
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
}
