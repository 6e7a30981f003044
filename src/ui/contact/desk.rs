//! The state of the section: what is typed, what is sent, and what became of it. It lives as long as the element and is never
//! saved, because it is about a person.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use super::{
    form,
    message::{self, MailTexts},
    outcome, stage,
};
use crate::ui::{Prepared, PublicEvent, Ui, components::Feedback, page::Page};
use assessment::{
    i18n::{Key, key::contact as words},
    json::Value,
};
use config::{Contact, FieldKind, HubSpot, Receiver};
use contact::{
    Effect, Input, Message, Outcome, Reason, Request, Sending, State, Typed, by_hand, call_for, check, kept,
    likely_typo, outcome_of, request, unkept, written,
};

/// How far the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Writing,
    /// The visitor sees everything that would be sent.
    Checking,
    /// [`Papers::sending`] says what became of the message.
    Sent,
}

/// What lies on the desk.
#[derive(Clone)]
pub struct Papers {
    /// Of the desk that they are from.
    number: u32,
    pub contact: Arc<Contact>,
    pub prepared: Arc<Prepared>,
    pub typed: Typed,
    pub step: Step,
    /// By the index of the field, in words.
    pub faults: Vec<(usize, String)>,
    /// What the receiver says about the whole message, if it refuses it.
    pub refusal: String,
    pub message: Option<Arc<Message>>,
    /// Whether the visitor has had time to see what is shown.
    pub is_seen: bool,
    /// Whether the page has canceled the message.
    pub is_stopped: bool,
    /// Whether HubSpot has refused its cookie. Without it, the message may be accepted.
    is_cookie_refused: bool,
    pub sending: Sending,
    /// What was typed into a message that is kept on the device, and until which day.
    pub kept: Option<(Vec<String>, String)>,
}

impl Papers {
    pub fn fault_of(&self, field: usize) -> Option<&str> {
        self.faults.iter().find(|(of, _)| *of == field).map(|(_, text)| text.as_str())
    }

    /// What was typed, as it is kept.
    pub fn to_keep(&self, ui: Ui) -> Value {
        let [_, last] = ui.days_to_keep();
        kept(&self.contact, &self.typed, &last)
    }

    /// Everything that is sent, as names and texts.
    pub fn lines(&self, ui: Ui) -> Vec<(String, String)> {
        let Some(message) = &self.message else { return Vec::new() };
        message.shown(&self.contact, MailTexts::new(ui).words(), ui.codec().print)
    }

    /// The message as a text to pass on by hand.
    pub fn by_hand(&self, ui: Ui) -> String {
        let Some(message) = &self.message else { return String::new() };
        let texts = MailTexts::new(ui);
        written(&by_hand(&self.contact, message, texts.words(), ui.codec().print), texts.words().colon)
    }
}

/// What the settings result in, once they are read.
#[derive(Default)]
struct Made {
    is_read: bool,
    papers: Option<Papers>,
}

/// A button.
#[derive(Clone, Copy)]
pub enum Act {
    Check,
    Change,
    Send,
    Again,
    Stop,
    New,
    Copy(Feedback),
    Save(Feedback),
    Keep(Feedback),
    /// Puts the kept message into the form.
    Take,
    /// Deletes the kept message.
    Forget,
    /// To a field.
    Go(usize),
    /// Takes the likely meaning of an email address.
    Correct(usize),
}

/// What follows when a function of the module's script returns.
#[derive(Clone, Copy)]
enum Then {
    Nothing,
    Fill,
    Show,
    Enable,
    Press,
    Wait { number: u32 },
    GoOn,
    Done { number: u32 },
}

/// A handle on the papers of an element. After the answers were erased, with everything that belongs to them, it does nothing.
#[derive(Clone, Copy)]
pub struct Desk {
    pub ui: Ui,
    number: u32,
}

impl Desk {
    /// The desk for a result. `None` if the settings have no contact, or it cannot be used.
    pub fn of(ui: Ui, prepared: &Arc<Prepared>) -> Option<Self> {
        if ui.section_state(|made: &mut Made| core::mem::replace(&mut made.is_read, true)) == Some(false) {
            Self::make(ui, prepared);
        }
        ui.section_state(|made: &mut Made| {
            let papers = made.papers.as_mut()?;
            papers.prepared = Arc::clone(prepared);
            Some(Self { ui, number: papers.number })
        })?
    }

    fn make(ui: Ui, prepared: &Arc<Prepared>) {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let settings = ui.settings();
        let Some(value) = &settings.contact else { return };
        let (contact, problems) = Contact::read(value, &settings);
        ui.warn(&problems);
        let [today, last] = ui.days_to_keep();
        let papers = contact.map(|contact| Papers {
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            prepared: Arc::clone(prepared),
            typed: Typed { fields: vec![String::new(); contact.fields.len()], ..Typed::default() },
            step: Step::Writing,
            faults: Vec::new(),
            refusal: String::new(),
            message: None,
            is_seen: false,
            is_stopped: false,
            is_cookie_refused: false,
            sending: Sending::of(&contact),
            kept: ui.kept_message().and_then(|message| unkept(&contact, &message, &today, &last)),
            contact: Arc::new(contact),
        });
        if ui.keeps_messages() && papers.as_ref().is_some_and(|papers| papers.kept.is_none()) {
            // It is too old, if there is one.
            ui.keep_message(None);
        }
        let number = papers.as_ref().map(|papers| papers.number);
        ui.section_state(|made: &mut Made| made.papers = papers);
        if let Some(number) = number {
            // The element may have restarted.
            Self { ui, number }.call("kept", Value::Null, Then::Fill);
        }
    }

    fn with(&self, mut then: impl FnMut(&mut Papers)) {
        self.change(&mut then);
    }

    #[inline(never)]
    fn change(&self, then: &mut dyn FnMut(&mut Papers)) {
        self.ui.section_state(|made: &mut Made| match &mut made.papers {
            Some(papers) if papers.number == self.number => then(papers),
            _ => {}
        });
    }

    /// A copy of everything.
    #[inline(never)]
    pub fn papers(&self) -> Option<Papers> {
        let mut copy = None;
        self.with(|papers| copy = Some(papers.clone()));
        copy
    }

    #[inline(never)]
    pub fn type_in(&self, field: usize, text: &str) {
        self.change_typed(&mut |typed| {
            if let Some(place) = typed.fields.get_mut(field) {
                text.clone_into(place);
            }
        });
    }

    #[inline(never)]
    pub fn change_typed(&self, then: &mut dyn FnMut(&mut Typed)) {
        self.with(|papers| then(&mut papers.typed));
        if let Some(papers) = self.papers() {
            stage::reach(self.ui, "started");
            self.call("keep", papers.to_keep(self.ui), Then::Nothing);
        }
    }

    /// What is wrong with a field as it is now, in words.
    pub fn fault_of(&self, field: usize) -> Option<String> {
        let papers = self.papers()?;
        let faults = check(&papers.contact, &papers.typed);
        let fault = faults.into_iter().find(|(n, _)| *n == field)?;
        Some(message::fault_words(self.ui, &papers.contact, fault))
    }

    pub fn button(&self, page: &mut Page, class: &'static str, key: Key, act: Act) {
        self.button_named(page, class, self.ui.t(key), act);
    }

    #[inline(never)]
    pub fn button_named(&self, page: &mut Page, class: &'static str, label: &str, act: Act) {
        let desk = *self;
        page.button_named(class, label, None, move || desk.act(act));
    }

    /// A button that does nothing until the visitor has had time to see it: the second click of a double click must not press it.
    #[inline(never)]
    pub fn seen_button(&self, page: &mut Page, papers: &Papers, class: &'static str, (key, act): (Key, Act)) {
        if papers.is_seen {
            self.button(page, class, key, act);
        } else {
            page.waiting_button(class, key);
        }
    }

    /// Draws the section again, with the focus on its heading.
    fn show(&self) {
        self.ui.draw_contact();
        self.ui.focus("#contact-now");
    }

    /// Calls a function of the module's script.
    #[inline(never)]
    fn call(&self, call: &'static str, input: Value, then: Then) {
        let desk = *self;
        let then = move |returned: Option<Value>| desk.go_on(then, &returned.unwrap_or(Value::Null));
        self.ui.ask_contact(call, input, Box::new(then));
    }

    fn go_on(&self, then: Then, returned: &Value) {
        match then {
            Then::Nothing => {}
            Then::Fill => {
                let [today, last] = self.ui.days_to_keep();
                let Some(papers) = self.papers() else { return };
                if let Some((fields, _)) = unkept(&papers.contact, returned, &today, &last) {
                    self.with(|papers| papers.typed.fields.clone_from(&fields));
                    self.ui.draw_contact();
                }
            }
            Then::Show => self.show_message(returned),
            Then::Enable => {
                let mut is_shown = false;
                self.with(|papers| {
                    papers.is_seen = true;
                    is_shown = papers.step != Step::Writing;
                });
                if is_shown {
                    self.ui.draw_contact();
                }
            }
            Then::Press => self.apply(Input::Press { is_online: *returned != Value::Bool(false) }),
            Then::Wait { number } => self.apply(Input::Waited { number }),
            Then::GoOn => self.apply(Input::Online),
            Then::Done { number } => self.done(number, returned),
        }
    }

    pub fn act(&self, act: Act) {
        let Some(papers) = self.papers() else { return };
        match act {
            Act::Check => self.check(&papers),
            Act::Change => self.write(papers.faults),
            // Once: a second click comes before the answer to the first.
            Act::Send if papers.is_seen => {
                self.with(|papers| papers.is_seen = false);
                if self.is_allowed(&papers) {
                    self.call("isOnline", Value::Null, Then::Press);
                }
            }
            Act::Again => {
                if self.is_allowed(&papers) {
                    self.apply(Input::Again);
                }
            }
            Act::Stop => self.apply(Input::Cancel),
            Act::Send => {}
            Act::New => {
                for (n, field) in papers.contact.fields.iter().enumerate() {
                    if field.kind == FieldKind::Message {
                        self.type_in(n, "");
                    }
                }
                self.with(|papers| papers.sending = Sending::of(&papers.contact));
                self.write(Vec::new());
            }
            Act::Copy(feedback) => outcome::copy(self.ui, &papers, feedback),
            Act::Save(feedback) => outcome::save(self.ui, &papers, feedback),
            Act::Keep(feedback) => {
                let is_kept = self.ui.keep_message(Some(&papers.to_keep(self.ui)));
                outcome::report(self.ui, feedback, if is_kept { words::kept::DONE } else { words::kept::FAILED });
            }
            Act::Take | Act::Forget => {
                let is_taken = matches!(act, Act::Take);
                if !is_taken {
                    self.ui.keep_message(None);
                }
                self.with(|papers| {
                    if let Some((fields, _)) = papers.kept.take()
                        && is_taken
                    {
                        papers.typed.fields = fields;
                    }
                });
                self.write(Vec::new());
            }
            Act::Go(field) => self.ui.focus(form::selector(field)),
            Act::Correct(field) => {
                let meant = papers.typed.fields.get(field).and_then(|text| likely_typo(text));
                self.type_in(field, &meant.unwrap_or_default());
                let is_wrong = self.fault_of(field).is_some();
                self.with(|papers| papers.faults.retain(|(of, _)| *of != field || is_wrong));
                self.ui.draw_contact();
                self.ui.focus(form::selector(field));
            }
        }
    }

    /// Shows everything that would be sent, unless something is missing.
    fn check(&self, papers: &Papers) {
        let faults = check(&papers.contact, &papers.typed).into_iter();
        let faults: Vec<_> =
            faults.map(|fault| (fault.0, message::fault_words(self.ui, &papers.contact, fault))).collect();
        if !faults.is_empty() {
            return self.write(faults);
        }
        let with_cookie = matches!(papers.contact.receiver, Receiver::HubSpot(HubSpot { with_cookie: true, .. }));
        self.call("begin", (with_cookie && !papers.is_cookie_refused).into(), Then::Show);
    }

    fn show_message(&self, begun: &Value) {
        let Some(papers) = self.papers() else { return };
        let message = Arc::new(message::of(self.ui, papers, begun));
        self.with(|papers| {
            papers.faults = Vec::new();
            papers.message = Some(Arc::clone(&message));
            (papers.step, papers.is_stopped) = (Step::Checking, false);
        });
        self.enable_soon();
        self.show();
    }

    fn enable_soon(&self) {
        self.with(|papers| papers.is_seen = false);
        self.call("seen", Value::Null, Then::Enable);
    }

    /// Back to the form, with everything that was typed. The focus is on the list of faults, or on the first field.
    fn write(&self, faults: Vec<(usize, String)>) {
        let target = if faults.is_empty() { "#contact-0" } else { "#contact-now" };
        self.with(|papers| (papers.step, papers.faults) = (Step::Writing, faults.clone()));
        self.ui.draw_contact();
        self.ui.focus(target);
    }

    /// Tells the page that a message is about to be sent, unless it is already. Returns whether it may be.
    fn is_allowed(&self, papers: &Papers) -> bool {
        let Some(message) = &papers.message else { return false };
        if matches!(papers.sending.state(), State::Sending { .. } | State::Accepted) && papers.step == Step::Sent {
            return false;
        }
        let mut detail = vec![
            ("id".to_owned(), message.id.as_str().into()),
            ("receiver".to_owned(), papers.contact.receiver.name().into()),
        ];
        if let Request::Event { payload } = self.request(papers, message) {
            detail.push(("payload".to_owned(), payload));
        }
        let is_allowed = self.ui.emit(PublicEvent::Contact("lead", Value::Object(detail)));
        if !is_allowed {
            self.with(|papers| (papers.step, papers.is_stopped, papers.is_seen) = (Step::Checking, true, true));
            self.show();
            self.ui.announce(Some(self.ui.t(words::review::STOPPED).to_owned()));
        }
        is_allowed
    }

    fn apply(&self, input: Input) {
        let is_pressed = matches!(input, Input::Press { .. } | Input::Again | Input::Cancel);
        let (mut input, mut effect, mut state) = (Some(input), None, State::Draft);
        self.with(|papers| {
            // Spreads the attempts of many visitors, since each message has an id of its own.
            let id = papers.message.as_ref().map_or(0, |message| message.id.bytes().fold(0_u8, u8::wrapping_add));
            effect = input.take().and_then(|input| papers.sending.apply(input, f64::from(id) / 255.0));
            state = papers.sending.state();
            if effect.is_some() {
                // Canceled before anything went out.
                papers.step = if state == State::Draft { Step::Checking } else { Step::Sent };
            }
        });
        // Otherwise it is too late to change anything.
        let Some(effect) = effect else { return };
        match effect {
            Effect::Send { number } => self.deliver(number),
            Effect::StopRequest => self.call("cancel", Value::Null, Then::Nothing),
            Effect::Wait { milliseconds, number } => {
                self.call("wait", f64::from(milliseconds).into(), Then::Wait { number });
            }
            Effect::Show => {}
        }
        if let State::Offline { .. } = state {
            self.call("online", Value::Null, Then::GoOn);
        }
        if is_pressed {
            self.enable_soon();
        }
        // The visitor may be elsewhere by now.
        if is_pressed || self.ui.has(".contact :focus") {
            return self.show();
        }
        self.ui.draw_contact();
        let title = self.papers().and_then(|papers| outcome::title(&papers));
        self.ui.announce(title.map(|key| self.ui.t(key).to_owned()));
    }

    fn request(&self, papers: &Papers, message: &Message) -> Request {
        request(&papers.contact, message, MailTexts::new(self.ui).words(), self.ui.codec().print)
    }

    fn deliver(&self, number: u32) {
        let Some(papers) = self.papers() else { return };
        let Some(message) = &papers.message else { return };
        match call_for(self.request(&papers, message)) {
            Some((call, input)) => self.call(call, input, Then::Done { number }),
            // The event has it.
            None => self.call("isOnline", Value::Null, Then::Done { number }),
        }
    }

    /// Tells the page what became of the message, once that is known, and its owner why it was not taken.
    fn done(&self, number: u32, answer: &Value) {
        let Some(papers) = self.papers().filter(|papers| papers.sending.awaits(number)) else { return };
        let outcome = outcome_of(&papers.contact, answer, self.ui.codec().parse);
        if let Some(code) = message::reason_code(&outcome) {
            let line = [code, " from ", &message::receiver(&papers.contact)].concat();
            self.call("warn", line.into(), Then::Nothing);
        }
        if let (Some(code), Some(message)) = (message::outcome_code(&outcome), &papers.message) {
            let detail = Value::object([("id", message.id.as_str().into()), ("outcome", code.into())]);
            self.ui.emit(PublicEvent::Contact("lead-result", detail));
        }
        if outcome == Outcome::Accepted {
            self.ui.keep_message(None);
        }
        if let Outcome::Refused(refusal) = &outcome {
            let faults = refusal.fields.iter();
            let faults: Vec<_> = faults.map(|fault| message::refusal_words(self.ui, &papers.contact, fault)).collect();
            self.with(|papers| {
                (papers.faults, papers.refusal) = (faults.clone(), refusal.detail.clone());
                papers.is_cookie_refused |= refusal.reason == Some(Reason::InvalidCookie);
            });
        }
        self.apply(Input::Done { number, outcome });
    }
}
