//! The state of the section: what is typed, what is sent, and what became of it. It lives as long as the page and is never
//! saved, because it is about a person.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use super::{delivery, message, outcome, stage};
use crate::ui::{Prepared, PublicEvent, Ui};
use assessment::{i18n::key::contact::review as words, json::Value};
use config::{Contact, FieldKind, HubSpot, Receiver};
use contact::{Effect, Input, Message, Outcome, Reason, Request, Sending, State, Typed, check, request};

/// A part of the message, as it is sent.
pub type Line = (String, String);

/// Called with what a function of the module's script returns.
type Returned = Box<dyn FnOnce(&Desk, Option<Value>)>;

/// How far the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    #[default]
    Writing,
    /// The visitor sees everything that would be sent.
    Checking,
    /// [`Desk::state`] says what became of the message.
    Sent,
}

/// A handle on the state, for the views of the section.
#[derive(Clone)]
pub struct Desk {
    pub ui: Ui,
    pub contact: Arc<Contact>,
    papers: Arc<Mutex<Papers>>,
}

struct Papers {
    typed: Typed,
    step: Step,
    /// By the index of the field, in words.
    faults: Vec<(usize, String)>,
    message: Option<Arc<Message>>,
    /// Whether the visitor has had time to see what is sent.
    is_seen: bool,
    /// Whether the page has canceled the message.
    is_stopped: bool,
    /// Whether HubSpot has refused its cookie. Without it, the message may be accepted.
    is_cookie_refused: bool,
    sending: Sending,
    /// Of the last timer, since a timer is not stopped but ignored.
    timer: u32,
    /// Of the view that is shown: notified when the section has to be drawn again.
    changed: RwSignal<u32>,
}

/// The desk of an element, once the settings are read; `None` in it if they have no contact that can be used.
#[derive(Default)]
pub struct Made(pub Option<Option<Desk>>);

impl Desk {
    pub fn new(ui: Ui, contact: Contact) -> Self {
        let papers = Papers {
            typed: Typed { fields: vec![String::new(); contact.fields.len()], ..Typed::default() },
            step: Step::Writing,
            faults: Vec::new(),
            message: None,
            is_seen: false,
            is_stopped: false,
            is_cookie_refused: false,
            sending: Sending::of(&contact),
            timer: 0,
            changed: RwSignal::new(0),
        };
        Self { ui, contact: Arc::new(contact), papers: Arc::new(Mutex::new(papers)) }
    }

    /// The view that shows the desk from now on. The signals of an earlier one are gone.
    pub fn show_in_view(&self) {
        let changed = RwSignal::new(0);
        self.with(|papers| papers.changed = changed);
    }

    /// `None` after a panic.
    fn with<T>(&self, then: impl FnOnce(&mut Papers) -> T) -> Option<T> {
        self.papers.lock().ok().map(|mut papers| then(&mut papers))
    }

    /// The step. Tracks it, with the faults and the state.
    pub fn step(&self) -> Step {
        if let Some(changed) = self.with(|papers| papers.changed) {
            changed.track();
        }
        self.with(|papers| papers.step).unwrap_or_default()
    }

    pub fn state(&self) -> State {
        self.with(|papers| papers.sending.state().clone()).unwrap_or(State::Draft)
    }

    pub fn typed(&self) -> Typed {
        self.with(|papers| papers.typed.clone()).unwrap_or_default()
    }

    pub fn change(&self, change: impl FnOnce(&mut Typed)) {
        self.with(|papers| change(&mut papers.typed));
        stage::reach(self.ui, "started");
    }

    pub fn type_in(&self, field: usize, text: String) {
        self.change(|typed| {
            if let Some(place) = typed.fields.get_mut(field) {
                *place = text;
            }
        });
    }

    pub fn faults(&self) -> Vec<(usize, String)> {
        self.with(|papers| papers.faults.clone()).unwrap_or_default()
    }

    /// What is wrong with a field as it is now, in words.
    pub fn fault_of(&self, field: usize) -> Option<String> {
        let fault = check(&self.contact, &self.typed()).into_iter().find(|(n, _)| *n == field)?;
        Some(message::fault_words(self.ui, &self.contact, fault))
    }

    /// Whether the visitor has had time to see what is sent.
    pub fn is_seen(&self) -> bool {
        self.with(|papers| papers.is_seen) == Some(true)
    }

    pub fn is_stopped(&self) -> bool {
        self.with(|papers| papers.is_stopped) == Some(true)
    }

    pub fn message(&self) -> Option<Arc<Message>> {
        self.with(|papers| papers.message.clone()).flatten()
    }

    /// Everything that is sent, as names and texts: what the visitor has typed with the result, and the rest, which begins
    /// with the id.
    pub fn lines(&self) -> (Vec<Line>, Vec<Line>) {
        let Some(message) = self.message() else { return (Vec::new(), Vec::new()) };
        let mut first = message.shown(&self.contact, self.ui.codec().print);
        let id = first.iter().position(|(_, value)| *value == message.id);
        let rest = first.split_off(id.unwrap_or(first.len()));
        (first, rest)
    }

    /// The message as a text for people.
    pub fn text(&self) -> String {
        let (mut lines, rest) = self.lines();
        lines.extend(rest);
        let line = |(name, value): Line| [&name, ": ", &value].concat();
        lines.into_iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Draws the section again, wherever it is shown now, with the focus on its heading.
    fn show(&self) {
        self.draw();
        self.ui.focus("#contact-now");
    }

    fn draw(&self) {
        let changed = self.with(|papers| papers.changed);
        let _ = changed.and_then(|changed| changed.try_update(|n| *n = n.wrapping_add(1)));
    }

    /// Whether the answers have not been erased since, with everything that belongs to them.
    fn is_current(&self) -> bool {
        let current = self.ui.section_state(|made: &mut Made| made.0.clone()).flatten().flatten();
        current.is_some_and(|current| Arc::ptr_eq(&current.papers, &self.papers))
    }

    /// Calls `then` with what a function of the module's script returns, unless everything was erased meanwhile.
    fn call(&self, call: &'static str, input: Value, then: Returned) {
        let desk = self.clone();
        self.ui.spawn(Box::pin(async move {
            let returned = desk.ui.call_contact(call, input).await;
            if desk.is_current() {
                then(&desk, returned);
            }
        }));
    }

    /// Shows everything that would be sent, unless something is missing.
    pub fn check(&self, prepared: &Arc<Prepared>) {
        let faults: Vec<_> = check(&self.contact, &self.typed())
            .into_iter()
            .map(|fault| (fault.0, message::fault_words(self.ui, &self.contact, fault)))
            .collect();
        if !faults.is_empty() {
            return self.write(faults);
        }
        let with_cookie = matches!(self.contact.receiver, Receiver::HubSpot(HubSpot { with_cookie: true, .. }))
            && self.with(|papers| papers.is_cookie_refused) != Some(true);
        let prepared = Arc::clone(prepared);
        let check = move |desk: &Self, begun: Option<Value>| {
            let begun = begun.unwrap_or(Value::Null);
            let message = Arc::new(message::of(desk.ui, &desk.contact, desk.typed(), &prepared, &begun));
            desk.with(|papers| {
                papers.faults = Vec::new();
                (papers.step, papers.message, papers.is_stopped) = (Step::Checking, Some(message), false);
                papers.is_seen = false;
            });
            desk.show();
            // The second click of a double click must not send what nobody has seen.
            let seen = |desk: &Self, _| {
                if desk.with(|papers| papers.step) == Some(Step::Checking) {
                    desk.with(|papers| papers.is_seen = true);
                    desk.draw();
                }
            };
            desk.call("seen", Value::Null, Box::new(seen));
        };
        self.call("begin", with_cookie.into(), Box::new(check));
    }

    /// Back to the form, with everything that was typed. The focus is on the list of faults, or on the first field.
    pub fn write(&self, faults: Vec<(usize, String)>) {
        let target = if faults.is_empty() { "#contact-0" } else { "#contact-now" };
        self.with(|papers| (papers.step, papers.faults) = (Step::Writing, faults));
        self.draw();
        self.ui.focus(target);
    }

    /// Replaces what was typed in a field, which gets the focus.
    pub fn correct(&self, field: usize, text: String) {
        self.type_in(field, text);
        let mut faults = self.faults();
        faults.retain(|(of, _)| *of != field || self.fault_of(field).is_some());
        self.with(|papers| papers.faults = faults);
        self.draw();
        self.ui.focus(["#", &super::form::id(field)].concat());
    }

    /// Another message of the same person.
    pub fn begin_again(&self) {
        for (n, field) in self.contact.fields.iter().enumerate() {
            if field.kind == FieldKind::Message {
                self.type_in(n, String::new());
            }
        }
        self.with(|papers| papers.sending = Sending::of(&self.contact));
        self.write(Vec::new());
    }

    /// Sends the message as shown, unless the page cancels it.
    pub fn send(&self) {
        // Once: a second click comes before the answer to the first.
        let is_seen = self.with(|papers| core::mem::replace(&mut papers.is_seen, false));
        if is_seen == Some(true) && self.is_allowed() {
            let press = |desk: &Self, is_online: Option<Value>| {
                desk.apply(Input::Press { is_online: is_online != Some(Value::Bool(false)) });
            };
            self.call("isOnline", Value::Null, Box::new(press));
        }
    }

    /// Sends the same message again.
    pub fn send_again(&self) {
        if !matches!(self.state(), State::Sending { .. } | State::Accepted) && self.is_allowed() {
            self.apply(Input::Again);
        }
    }

    fn is_allowed(&self) -> bool {
        let Some(message) = self.message() else { return false };
        let mut detail = vec![
            ("id".to_owned(), message.id.as_str().into()),
            ("receiver".to_owned(), self.contact.receiver.name().into()),
        ];
        if let Request::Event { payload } = self.request(&message) {
            detail.push(("payload".to_owned(), payload));
        }
        let is_allowed = self.ui.emit(PublicEvent::Contact("lead", Value::Object(detail)));
        if !is_allowed {
            self.with(|papers| (papers.step, papers.is_stopped, papers.is_seen) = (Step::Checking, true, true));
            self.show();
            self.ui.announce(Some(self.ui.t(words::STOPPED).to_owned()));
        }
        is_allowed
    }

    pub fn apply(&self, input: Input) {
        let is_pressed = matches!(input, Input::Press { .. } | Input::Again | Input::Cancel);
        let before = self.state();
        let jitter = self.jitter();
        let effects = self.with(|papers| papers.sending.apply(input, jitter)).unwrap_or_default();
        let state = self.state();
        if effects.is_empty() && state == before {
            // Too late to change anything.
            return;
        }
        for effect in effects {
            self.run(effect);
        }
        // Canceled before anything went out.
        let is_draft = state == State::Draft;
        self.with(|papers| {
            papers.step = if is_draft { Step::Checking } else { Step::Sent };
            papers.is_seen = is_draft;
        });
        if let State::Offline { .. } = state {
            self.call("online", Value::Null, Box::new(|desk, _| desk.apply_if_offline()));
        }
        // The visitor may be elsewhere by now.
        if is_pressed || self.ui.has(".contact :focus") {
            return self.show();
        }
        self.draw();
        self.ui.announce(outcome::title(&state).map(|key| self.ui.t(key).to_owned()));
    }

    fn apply_if_offline(&self) {
        if matches!(self.state(), State::Offline { .. }) {
            self.apply(Input::Online);
        }
    }

    fn run(&self, effect: Effect) {
        match effect {
            Effect::Send { number } => self.deliver(number),
            Effect::StopRequest => self.call("cancel", Value::Null, Box::new(|_, _| {})),
            Effect::StartTimer(milliseconds) => {
                let timer = self.next_timer();
                let fire = move |desk: &Self, _| {
                    if desk.with(|papers| papers.timer) == timer {
                        desk.apply(Input::TimerFired);
                    }
                };
                self.call("wait", f64::from(milliseconds).into(), Box::new(fire));
            }
            Effect::StopTimer => {
                self.next_timer();
            }
        }
    }

    fn next_timer(&self) -> Option<u32> {
        self.with(|papers| {
            papers.timer = papers.timer.wrapping_add(1);
            papers.timer
        })
    }

    /// Spreads the attempts of many visitors, since each message has an id of its own.
    fn jitter(&self) -> f64 {
        let id = self.message().map_or(0, |message| message.id.bytes().fold(0_u8, u8::wrapping_add));
        f64::from(id) / 255.0
    }

    fn request(&self, message: &Message) -> Request {
        request(&self.contact, message, message::mail_words(self.ui), self.ui.codec().print)
    }

    fn deliver(&self, number: u32) {
        let Some(message) = self.message() else { return };
        let (desk, request) = (self.clone(), self.request(&message));
        self.ui.spawn(Box::pin(async move {
            let outcome = delivery::outcome_of(desk.ui, &desk.contact, request).await;
            desk.report(&message, &outcome);
            if matches!(&outcome, Outcome::Refused(refusal) if refusal.reason == Some(Reason::InvalidCookie)) {
                desk.with(|papers| papers.is_cookie_refused = true);
            }
            if desk.is_current() {
                desk.apply(Input::Done { number, outcome });
            }
        }));
    }

    /// Tells the page what became of the message, once that is known, and its owner why it was not taken.
    fn report(&self, message: &Message, outcome: &Outcome) {
        if let Some(code) = message::reason_code(outcome) {
            let line = [code, " from ", &message::receiver(&self.contact)].concat();
            self.call("warn", line.into(), Box::new(|_, _| {}));
        }
        if let Some(code) = message::outcome_code(outcome) {
            let detail = Value::object([("id", message.id.as_str().into()), ("outcome", code.into())]);
            self.ui.emit(PublicEvent::Contact("lead-result", detail));
        }
    }
}
