//! [`Host`] for a real page.

use std::rc::Rc;

use leptos::ev::Event;
use wasm_bindgen::{JsCast as _, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::{
    LocalStore,
    dialog::open_dialog,
    files, focus, json,
    locale::{BrowserLocale, now, today},
    sharing, words,
};
use crate::ui::host::{Host, Money, OpenedFile, Pending, Task};
use assessment::{i18n::Locale, json::Codec};
use session::KeyValueStore;

/// The id of the heading of the only section to print.
const PRINTED_ONLY: &str = "data-alone";

/// The page around the element that the application is mounted into.
pub struct BrowserHost {
    root: HtmlElement,
    locale: BrowserLocale,
}

impl BrowserHost {
    /// `language` is a tag that the browser accepts.
    pub fn new(root: HtmlElement, language: &str) -> Rc<Self> {
        Rc::new(Self { root, locale: BrowserLocale::new(language) })
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).ok().flatten().map(|found| found.unchecked_into())
    }

    fn dialog(&self) -> Option<HtmlDialogElement> {
        self.find("dialog").map(|dialog| dialog.unchecked_into())
    }
}

impl Host for BrowserHost {
    fn in_next_frame(&self, then: Task) {
        let callback = Closure::once_into_js(then);
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(callback.unchecked_ref());
        }
    }

    fn after_paint(&self, then: Task) {
        self.in_next_frame(Box::new(|| after(0, then)));
    }

    fn soon(&self, then: Task) {
        after(0, then);
    }

    fn after_pause(&self, then: Task) {
        after(60, then);
    }

    fn spawn(&self, work: Pending<()>) {
        spawn_local(work);
    }

    fn now(&self) -> String {
        now()
    }

    fn today(&self) -> String {
        today()
    }

    fn time_of_day(&self, timestamp: &str) -> Option<String> {
        self.locale.time_of_day(timestamp)
    }

    fn day(&self, date: &str) -> String {
        self.locale.day(date)
    }

    fn today_in_words(&self) -> String {
        self.locale.long_day()
    }

    fn language(&self) -> String {
        self.locale.language().to_owned()
    }

    fn locale(&self) -> &dyn Locale {
        &self.locale
    }

    fn money(&self, currency: Option<&str>) -> Box<dyn Money> {
        Box::new(self.locale.money(currency))
    }

    fn json(&self) -> Codec {
        json::JSON_CODEC
    }

    fn store(&self) -> &dyn KeyValueStore {
        &LocalStore
    }

    fn fetch_words(&self, file: &str) -> Pending<Option<String>> {
        Box::pin(words::fetch(file.to_owned()))
    }

    fn save_file(&self, name: &str, media_type: &str, text: &str) -> bool {
        files::save_file(name, media_type, text).is_ok()
    }

    fn open_files(&self, event: &Event, then: Box<dyn FnOnce(Vec<OpenedFile>)>) {
        files::open_files(&target(event), then);
    }

    fn copy(&self, text: &str, then: Box<dyn Fn(bool)>) {
        sharing::copy(text, then);
    }

    fn address(&self, query: Vec<String>) -> String {
        sharing::address(query)
    }

    fn own_page(&self) -> String {
        sharing::own_page()
    }

    fn has(&self, selector: &str) -> bool {
        self.find(selector).is_some()
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            focus::focus_without_jump(&element);
        }
    }

    fn focus_text(&self, selector: &str) {
        if let Some(field) = self.find(selector) {
            focus::focus_without_jump(&field);
            field.unchecked_into::<HtmlInputElement>().select();
        }
    }

    fn select_text(&self, event: &Event) {
        target::<HtmlInputElement>(event).select();
    }

    fn is_open(&self, event: &Event) -> bool {
        target::<Element>(event).has_attribute("open")
    }

    fn open_dialog(&self) {
        if let Some(dialog) = self.dialog() {
            let _ = open_dialog(&dialog);
        }
    }

    fn close_dialog(&self) {
        if let Some(dialog) = self.dialog() {
            dialog.close();
        }
    }

    fn print_only(&self, heading: Option<&str>) {
        // Does not fail: the name is valid.
        let _ = match heading {
            Some(heading) => self.root.set_attribute(PRINTED_ONLY, heading),
            None => self.root.remove_attribute(PRINTED_ONLY),
        };
    }
}

fn after(milliseconds: i32, then: Task) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

fn target<T: wasm_bindgen::JsCast>(event: &Event) -> T {
    leptos::prelude::event_target(event)
}
