//! A page without a browser: it carries out the application's requests at once or when the test says so.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use assessment::{
    i18n::{Catalog, Locale, MINUS},
    json::{Codec, Value},
};
use leptos::ev::Event;
use session::{KeyValueStore, StoreFault};
use support_fit::ui::host::{Control, ControlKind, Host, Money, OpenedFile, Pending, Task};

use super::{document, locales::locale};

/// The time and the day of every visit.
pub const NOW: &str = "2026-11-22T08:30:00.000Z";

/// The outcome of fetching the words of later modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Network {
    #[default]
    Works,
    /// Nothing arrives until it works again.
    Hangs,
    Fails,
}

/// A reaction to a rendered control: the start of the control's name, and the action on it.
pub type Use = (&'static str, &'static str);

/// A page.
#[derive(Default)]
pub struct Page {
    pub store: Store,
    pub network: Cell<Network>,
    /// Whether tasks run as soon as they are scheduled instead of when the test runs them.
    pub runs_at_once: Cell<bool>,
    tasks: RefCell<VecDeque<Task>>,
    pending: RefCell<Vec<Pending<()>>>,
    /// Actions on controls as soon as they are rendered.
    pub uses: RefCell<Vec<Use>>,
    /// The controls of the screen that was rendered last.
    pub controls: RefCell<Vec<Control>>,
    /// Whether fold-outs are opened as soon as they are rendered.
    pub unfolds: Cell<bool>,
    /// Whether the page may not create files, print, or use the clipboard.
    pub refuses: Cell<bool>,
    pub saved_files: RefCell<Vec<(String, String)>>,
    pub copied: RefCell<Vec<String>>,
    /// The problems in the settings that were reported at once.
    pub warnings: RefCell<Vec<Vec<String>>>,
    pub focused: RefCell<Vec<String>>,
    /// Overrides the URL of the page.
    pub address: Cell<Option<&'static str>>,
    pub is_dialog_open: Cell<bool>,
    /// The language of the element; English if empty.
    pub language: Cell<&'static str>,
    /// Words instead of those of the language.
    pub words: Cell<Option<&'static Catalog>>,
    /// Whether the element contains a contact form.
    pub has_contact: Cell<bool>,
    /// How often the script of the contact module was fetched.
    pub contact_fetches: Cell<u32>,
    /// The calls of the contact module's script, with their input.
    pub contact_calls: RefCell<Vec<(&'static str, Value)>>,
    /// What the calls that take time return, by the name of the call. Without one, a call takes forever.
    pub contact_answers: RefCell<Vec<(&'static str, Value)>>,
    /// Whether the visitor has to wait before a message can be sent, as in a browser.
    pub takes_a_look: Cell<bool>,
    /// What the module's script has kept of the form.
    pub typed: RefCell<Option<Value>>,
    pub is_offline: Cell<bool>,
    /// Public events, with their details.
    pub events: RefCell<Vec<(&'static str, Value)>>,
    pub cancels_leads: Cell<bool>,
}

impl Page {
    /// Runs all scheduled tasks, and the tasks that they schedule.
    pub fn run_tasks(&self) {
        for _ in 0..1000 {
            self.poll();
            let Some(task) = self.tasks.borrow_mut().pop_front() else { return };
            task();
        }
        panic!("tasks keep scheduling tasks");
    }

    fn schedule(&self, task: Task) {
        if self.runs_at_once.get() {
            task();
        } else {
            self.tasks.borrow_mut().push_back(task);
        }
    }

    fn poll(&self) {
        let pending = self.pending.take();
        for mut work in pending {
            if work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
                self.pending.borrow_mut().push(work);
            }
        }
    }
}

/// A page, shared with the application.
#[derive(Clone, Default)]
pub struct SharedPage(pub Rc<Page>);

impl Host for SharedPage {
    fn in_next_frame(&self, then: Task) {
        self.0.schedule(then);
    }

    fn after_paint(&self, then: Task) {
        self.0.schedule(then);
    }

    fn soon(&self, then: Task) {
        self.0.schedule(then);
    }

    fn after_pause(&self, then: Task) {
        self.0.schedule(then);
    }

    fn spawn(&self, work: Pending<()>) {
        self.0.pending.borrow_mut().push(work);
        if self.0.runs_at_once.get() {
            self.0.poll();
        }
    }

    fn now(&self) -> String {
        NOW.to_owned()
    }

    fn today(&self) -> String {
        NOW[..10].to_owned()
    }

    fn time_of_day(&self, timestamp: &str) -> Option<String> {
        timestamp.get(11..16).map(str::to_owned)
    }

    fn day(&self, date: &str) -> String {
        date.to_owned()
    }

    fn today_in_words(&self) -> String {
        if self.0.language.get().is_empty() { "November 22, 2026" } else { "22.11.2026" }.to_owned()
    }

    fn language(&self) -> String {
        match self.0.language.get() {
            "" => "en",
            language => language,
        }
        .to_owned()
    }

    fn locale(&self) -> &dyn Locale {
        locale(self.0.language.get())
    }

    fn money(&self, currency: Option<&str>) -> Box<dyn Money> {
        let language = self.0.language.get();
        let of_region = match language {
            "" => "USD",
            "en-GB" => "GBP",
            _ => "EUR",
        };
        Box::new(Amounts { code: currency.unwrap_or(of_region).to_owned(), language })
    }

    fn json(&self) -> Codec {
        Codec { parse: document::document, print: |value, _| document::written(value) }
    }

    fn store(&self) -> &dyn KeyValueStore {
        &self.0.store
    }

    fn fetch_words(&self, file: &str) -> Pending<Option<String>> {
        let (arrival, text) = (Arrival(Rc::clone(&self.0)), words_file(file));
        Box::pin(async move { arrival.await.then_some(text) })
    }

    fn save_file(&self, name: &str, _: &str, text: &str) -> bool {
        let is_allowed = !self.0.refuses.get();
        if is_allowed {
            self.0.saved_files.borrow_mut().push((name.to_owned(), text.to_owned()));
        }
        is_allowed
    }

    fn open_files(&self, _: &Event, _: Box<dyn FnOnce(Vec<OpenedFile>)>) {}

    fn copy(&self, text: &str, then: Box<dyn Fn(bool)>) {
        let is_allowed = !self.0.refuses.get();
        if is_allowed {
            self.0.copied.borrow_mut().push(text.to_owned());
        }
        then(is_allowed);
    }

    fn address(&self, _: Vec<String>) -> String {
        self.0.address.get().unwrap_or("https://example.org/help").to_owned()
    }

    fn own_page(&self) -> String {
        "https://widget.example/support-fit/frame.html".to_owned()
    }

    fn has(&self, _: &str) -> bool {
        false
    }

    fn focus(&self, selector: &str) {
        self.0.focused.borrow_mut().push(selector.to_owned());
    }

    fn focus_text(&self, selector: &str) {
        self.focus(selector);
    }

    fn select_text(&self, _: &Event) {}

    fn is_open(&self, _: &Event) -> bool {
        false
    }

    fn open_dialog(&self) {
        self.0.is_dialog_open.set(true);
    }

    fn close_dialog(&self) {
        self.0.is_dialog_open.set(false);
    }

    fn print_only(&self, _: Option<&str>) {}

    fn offer(&self, control: Control) {
        if control.kind == ControlKind::Details && self.0.unfolds.get() {
            control.act("");
        }
        let mut uses = self.0.uses.borrow_mut();
        let wanted = uses.iter().position(|(name, _)| control.name.starts_with(name));
        let wanted = wanted.map(|at| uses.remove(at));
        drop(uses);
        if let Some((_, text)) = wanted {
            control.act(text);
        }
        self.0.controls.borrow_mut().push(control);
    }
}

/// Whether a file has arrived, once that is known.
pub struct Arrival(pub Rc<Page>);

impl Future for Arrival {
    type Output = bool;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        match self.0.network.get() {
            Network::Hangs => Poll::Pending,
            Network::Fails => Poll::Ready(false),
            Network::Works => Poll::Ready(true),
        }
    }
}

/// What a call of the contact module's script returns, once the page has it.
pub struct Answer(pub Rc<Page>, pub &'static str);

impl Future for Answer {
    type Output = Option<Value>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let mut answers = self.0.contact_answers.borrow_mut();
        match answers.iter().position(|(call, _)| *call == self.1) {
            Some(n) => Poll::Ready(Some(answers.remove(n).1)),
            None => Poll::Pending,
        }
    }
}

/// A word file as shipped: its first line has the name of the next one.
pub fn words_file(name: &str) -> String {
    let [start, later, contact] = Catalog::ENGLISH_FILES;
    let (text, next) = match name {
        "start" => (start, " later"),
        "later" => (later, " contact"),
        "contact" => (contact, ""),
        _ => panic!("there is no word file {name}"),
    };
    text.replacen('\n', &format!("{next}\n"), 1)
}

/// Amounts of a currency: like dollars in American English, with the code in other languages.
struct Amounts {
    code: String,
    language: &'static str,
}

impl Amounts {
    fn written(&self, number: &str) -> String {
        match (self.code.as_str(), self.language) {
            ("", _) => number.to_owned(),
            (_, "") => format!("${number}"),
            (code, _) => format!("{number}\u{a0}{code}"),
        }
    }
}

impl Money for Amounts {
    fn code(&self) -> &str {
        &self.code
    }

    fn amount(&self, amount: i64) -> String {
        let sign = if amount < 0 { MINUS } else { "" };
        format!("{sign}{}", self.written(&locale(self.language).integer(amount.abs())))
    }

    fn short(&self, amount: i64) -> String {
        self.written(&format!("{}K", locale(self.language).integer(amount / 1000)))
    }

    fn name_of(&self, code: &str) -> String {
        if self.language.is_empty() { format!("units of {code}") } else { code.to_owned() }
    }
}

/// A key-value store whose calls can fail.
#[derive(Default)]
pub struct Store {
    pub texts: RefCell<BTreeMap<String, String>>,
    pub fault: Cell<Option<StoreFault>>,
}

impl Store {
    fn working(&self) -> Result<&RefCell<BTreeMap<String, String>>, StoreFault> {
        self.fault.get().map_or(Ok(&self.texts), Err)
    }
}

impl KeyValueStore for Store {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        // A full store can still be read.
        match self.fault.get() {
            Some(StoreFault::Blocked) => Err(StoreFault::Blocked),
            _ => Ok(self.texts.borrow().get(key).cloned()),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.working()?.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        if self.fault.get() == Some(StoreFault::Blocked) {
            return Err(StoreFault::Blocked);
        }
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
