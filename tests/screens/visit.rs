//! A visit: the application on a page without a browser.

use std::{collections::BTreeMap, rc::Rc, sync::LazyLock};

use assessment::{
    Assessment,
    i18n::{
        Catalog, Key,
        key::ui::{nav, result::view as words},
    },
    json::Value,
};
use config::{Config, Detail};
use leptos::prelude::*;
use session::{Action, Place, StoreFault, View};
use support_fit::ui::{
    HostElement, PublicEvent, Start, Ui, app,
    host::{ControlKind, Pending},
    lay_out,
};

use super::page::{Answer, Arrival, Network, SharedPage, Use, words_file};

/// The storage key of the draft.
pub const KEY: &str = "support-fit";

/// The storage key of earlier results.
pub const HISTORY: &str = "support-fit:history";

/// The storage key of answers that were replaced.
pub const BEFORE: &str = "support-fit.before";

/// All words of each language, as if every file had been loaded.
static ALL_WORDS: LazyLock<BTreeMap<&'static str, &'static Catalog>> = LazyLock::new(|| {
    let of = |language| (language, &*Box::leak(Box::new(Catalog::of(language).unwrap())));
    Catalog::languages().map(of).collect()
});

/// The initial conditions of a visit.
#[derive(Default)]
pub struct Before<'a> {
    /// The contents of the device's storage.
    pub texts: &'a [(&'a str, &'a str)],
    /// Why storage is unavailable.
    pub fault: Option<StoreFault>,
    /// The outcome of fetching later modules.
    pub network: Network,
    /// Attributes of the element.
    pub attributes: &'a [(&'a str, &'a str)],
    /// Actions on controls as soon as they are rendered.
    pub uses: &'a [Use],
    pub unfolds: bool,
    /// The language of the element; English if empty.
    pub language: &'static str,
    /// Words instead of those of the language.
    pub words: Option<&'static Catalog>,
}

/// The application on a page.
pub struct Visit {
    pub page: SharedPage,
    pub ui: Ui,
    owner: Owner,
    /// Owns the signals of the screen that was rendered last.
    screen: Option<Owner>,
}

impl Visit {
    /// The first question, without answers.
    pub fn new() -> Self {
        Self::with(Before::default())
    }

    /// A visit with something saved.
    pub fn saved(draft: &str) -> Self {
        Self::with(Before { texts: &[(KEY, draft)], ..Before::default() })
    }

    pub fn with(before: Before<'_>) -> Self {
        let page = SharedPage::default();
        for (key, text) in before.texts {
            page.0.store.texts.borrow_mut().insert((*key).to_owned(), (*text).to_owned());
        }
        page.0.store.fault.set(before.fault);
        page.0.network.set(before.network);
        page.0.uses.replace(before.uses.to_vec());
        page.0.unfolds.set(before.unfolds);
        page.0.language.set(before.language);
        page.0.words.set(before.words);
        let attributes: Vec<_> =
            before.attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::start(page, None, &attributes)
    }

    /// Opens the application on a page, which may have been visited before, with a configuration.
    pub fn on(page: SharedPage, document: &Value) -> Self {
        Self::start(page, Some(document), &[])
    }

    fn start(page: SharedPage, document: Option<&Value>, attributes: &[(String, String)]) -> Self {
        let (config, rest, problems) = Config::read(document, attributes);
        assert!(problems.is_empty(), "{problems:?}");
        // Later modules are fetched only if the test is about that.
        let words: &'static Catalog = match page.0.network.get() {
            Network::Works => {
                let language = page.0.language.get();
                page.0.words.get().unwrap_or(ALL_WORDS[if language.is_empty() { "en" } else { language }])
            }
            _ => Box::leak(Box::new(Catalog::parse(&words_file("start")).unwrap())),
        };
        let start = Start {
            host: Rc::new(page.clone()),
            words,
            config,
            rest,
            storage_key: KEY.to_owned(),
            old_storage_key: None,
            draft: None,
            element: Rc::new(Around(page.clone())),
        };
        let owner = Owner::new();
        let ui = owner.with(|| Ui::new(start));
        let visit = Self { page, ui, owner, screen: None };
        visit.run();
        visit
    }

    /// Runs scheduled tasks.
    pub fn run(&self) {
        self.owner.with(|| self.page.0.run_tasks());
    }

    /// The screen after all scheduled rendering.
    pub fn html(&mut self) -> String {
        self.page.0.runs_at_once.set(true);
        let html = self.early_html();
        self.page.0.runs_at_once.set(false);
        html
    }

    /// The screen as it is first painted.
    pub fn early_html(&mut self) -> String {
        self.page.0.controls.borrow_mut().clear();
        drop(self.screen.take());
        let owner = self.owner.with(Owner::new);
        let html = owner.with(|| as_html(app(self.ui)));
        self.screen = Some(owner);
        html
    }

    /// Goes to a view of the result.
    pub fn open(&self, view: View) {
        self.ui.act(Action::GoTo(Place::Result(view)));
        self.run();
    }

    /// The printed report.
    pub fn paper(&mut self) -> Option<String> {
        let owner = self.owner.with(Owner::new);
        owner.with(|| Some(as_html(lay_out(self.ui)?)))
    }

    /// Operates a control of the screen: the last of this kind with this name, since a dialog comes last, or else the
    /// first whose name starts with it.
    pub fn operate(&mut self, kind: ControlKind, name: &str, value: &str) {
        let _ = self.html();
        let controls = self.page.0.controls.borrow();
        let exact = controls.iter().rposition(|it| it.kind == kind && it.name == name);
        let at = exact.or_else(|| controls.iter().position(|it| it.kind == kind && it.name.starts_with(name)));
        drop(controls);
        let at = at.unwrap_or_else(|| {
            let names: Vec<_> = self.page.0.controls.borrow().iter().map(|it| it.name.clone()).collect();
            panic!("there is no {kind:?} “{name}” among {names:?}")
        });
        self.operate_nth(at, value);
    }

    /// Operates the nth control of the screen that was rendered last.
    pub fn operate_nth(&self, n: usize, value: &str) {
        let control = self.page.0.controls.borrow_mut().remove(n);
        self.within(|| control.act(value));
        self.run();
    }

    /// Runs something with the signals of the screen that was rendered last.
    pub fn within<T>(&self, run: impl FnOnce() -> T) -> T {
        self.screen.as_ref().unwrap_or(&self.owner).with(run)
    }

    pub fn press(&mut self, name: &str) {
        self.operate(ControlKind::Button, name, "");
    }

    pub fn choose(&mut self, label: &str) {
        self.operate(ControlKind::Choice, label, "true");
    }

    /// Answers questions in order, and presses Next after each.
    pub fn answer(&mut self, labels: &[&str]) {
        for label in labels {
            self.choose(label);
            self.go_on();
        }
    }

    /// Presses the Next button of a question.
    pub fn go_on(&mut self) {
        let _ = self.html();
        let names = [nav::NEXT, nav::RESULT, nav::UPDATE, nav::RETURN, nav::TO_PRIORITIES].map(|key| self.ui.t(key));
        let is_meant = |known: &str| names.contains(&known);
        let at =
            self.page.0.controls.borrow().iter().position(|it| it.kind == ControlKind::Button && is_meant(&it.name));
        self.operate_nth(at.unwrap(), "");
    }
}

/// Renders a view. HTML has no end tag for `input`, but the renderer gives one to all elements that are named in code.
fn as_html(view: impl RenderHtml) -> String {
    view.to_html().replace("</INPUT>", "")
}

/// An element on a page.
struct Around(SharedPage);

impl HostElement for Around {
    fn emit(&self, event: PublicEvent<'_>) -> bool {
        let (name, detail) = event.named(Assessment::standard(), Detail::Plain);
        let is_lead = name == "lead";
        self.0.0.events.borrow_mut().push((name, detail));
        !(is_lead && self.0.0.cancels_leads.get())
    }

    fn keep(&self, _: &str, _: bool) {}

    fn warn(&self, lines: Vec<String>) {
        self.0.0.warnings.borrow_mut().push(lines);
    }

    fn settle_link(&self) {}

    fn print(&self) -> bool {
        !self.0.0.refuses.get()
    }

    fn add_later_style(&self) -> Pending<bool> {
        Box::pin(std::future::ready(true))
    }

    fn has_contact(&self) -> bool {
        self.0.0.has_contact.get()
    }

    fn call_contact(&self, call: &'static str, input: &Value) -> Pending<Option<Value>> {
        let page = Rc::clone(&self.0.0);
        page.contact_calls.borrow_mut().push((call, input.clone()));
        match call {
            "add" => {
                page.contact_fetches.update(|n| n + 1);
                let arrival = Arrival(page);
                Box::pin(async move { arrival.await.then_some(Value::Null) })
            }
            "begin" => {
                let id = ["id-", &page.contact_calls.borrow().len().to_string()].concat();
                ready(Value::object([("id", id.into()), ("seconds", 412.0.into())]))
            }
            "marks" => ready(["summary", "verdict"].map(Value::from).into_iter().collect()),
            "isOnline" => ready((!page.is_offline.get()).into()),
            "keep" => {
                page.typed.replace(Some(input.clone()));
                ready(Value::Null)
            }
            "kept" => ready(page.typed.borrow().clone().unwrap_or(Value::Null)),
            "seen" if page.takes_a_look.get() => Box::pin(Answer(page, call)),
            "inView" | "send" | "wait" | "online" => Box::pin(Answer(page, call)),
            _ => ready(Value::Null),
        }
    }
}

fn ready(value: Value) -> Pending<Option<Value>> {
    Box::pin(std::future::ready(Some(value)))
}

/// A draft of the full course at a place: `("question", id)`, `("screen", name)`, or `("view", name)` for one of the result.
pub fn full_draft(answers: &Value, priorities: &Value, place: (&str, &str)) -> String {
    let place = match place {
        ("view", name) => Value::object([("screen", Value::from("result")), ("view", Value::from(name))]),
        (kind, name) => Value::object([(kind, Value::from(name))]),
    };
    let document = Value::object([
        ("schema", Value::from(3.0)),
        ("content", Value::from(Assessment::standard().version)),
        ("saved", Value::from("2026-11-22T08:30:00.000Z")),
        ("course", Value::from("full")),
        ("place", place),
        ("answers", answers.clone()),
        ("priorities", priorities.clone()),
    ]);
    serde_json::to_string(&document).unwrap()
}

/// The draft of a case of `tests/vectors` at a place.
pub fn draft_of(case: &Value, place: (&str, &str)) -> String {
    let part = |name| case.get(name).cloned().unwrap_or_else(|| Value::Object(Vec::new()));
    full_draft(&part("answers"), &part("priorities"), place)
}

/// The draft of a case with its plan entries, at a view of the result.
pub fn entered_draft(case: &Value, view: &str) -> String {
    let entries = case.entries().unwrap().iter().filter(|(name, _)| ["duties", "figures", "steps"].contains(&&**name));
    let more = entries.map(|(name, value)| format!(r#","{name}":{}"#, serde_json::to_string(value).unwrap()));
    draft_at_view(case, view, &more.collect::<String>())
}

/// The draft of a case at a view of the result. `more` is inserted before the end, such as `,"figures":{}`.
pub fn draft_at_view(case: &Value, view: &str, more: &str) -> String {
    let draft = draft_of(case, ("screen", "result"));
    let draft = draft.replace(r#""screen":"result""#, &format!(r#""screen":"result","view":"{view}""#));
    format!("{}{more}}}", &draft[..draft.len() - 1])
}

/// What links call a view.
pub const fn view_name(view: View) -> Key {
    match view {
        View::Answer => words::ANSWER,
        View::Why => words::WHY,
        View::WhatIf => words::WHAT_IF,
        View::Cost => words::COST,
        View::Who => words::WHO,
        View::Plan => words::PLAN,
        View::Ask => words::ASK,
        View::Save => words::SAVE,
        View::Sources => words::SOURCES,
    }
}

/// Every question by its id.
pub fn questions() -> Vec<&'static str> {
    Assessment::standard().questions.iter().map(|question| question.id).collect()
}
