//! Makes the message from what is on the screen, and says what went wrong with it.

use std::sync::Arc;

use super::desk::Papers;
use crate::ui::{Prepared, Ui};
use assessment::{
    i18n::{
        Key,
        key::contact::{self as words, fault as faults, mail::label as labels},
    },
    json::Value,
};
use config::{Contact, Field, FieldKind, Receiver};
use contact::{
    Consent, Evidence, Fault, FieldCode, FieldFault, MailWords, Message, Outcome, Reason, SentResult, address,
};
use decision::response::is_asked;
use report::{answer_sentences, headline, response_words, summary_json};
use session::answer_value;

/// The message at the moment when the visitor asks to see it. `begun` is what `begin` of `contact.js` has returned.
pub fn of(ui: Ui, Papers { contact, prepared, typed, .. }: Papers, begun: &Value) -> Message {
    let settings = ui.settings();
    let for_whom = if contact.receiver.takes_tree() { Reader::Program } else { Reader::Form };
    let result_for = |reader| typed.with_result.then(|| result(ui, reader, &prepared));
    let (result, result_in_words) = (result_for(for_whom), result_for(Reader::Person));
    let text = |name: &str| begun.get(name).and_then(Value::as_text).map(str::to_owned);
    Message {
        id: text("id").unwrap_or_default(),
        result,
        result_in_words,
        consent: Consent {
            request: request_words(ui),
            result: contact.with_answers.then(|| ui.t(words::with::RESULT).to_owned()),
            news: news_words(ui, &contact),
            privacy_url: settings.privacy_url.clone(),
            legal_name: settings.legal_name.clone(),
            language: ui.language(),
            time: ui.time(),
        },
        evidence: Evidence {
            seconds: begun.get("seconds").and_then(Value::as_number).unwrap_or_default() as u32,
            answered: ui.now(|session| session.responses().iter().count()),
            build: env!("CARGO_PKG_VERSION").to_owned(),
        },
        page: ui.address().unwrap_or_default(),
        typed,
        cookie: text("cookie"),
    }
}

/// Who reads a result that is sent along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Codes, and answers by their ids.
    Program,
    /// Codes for fields of a form, and answers in words.
    Form,
    /// Words.
    Person,
}

/// The result as it is sent.
pub fn result(ui: Ui, reader: Reader, prepared: &Arc<Prepared>) -> SentResult {
    let evaluation = &prepared.evaluation;
    let summary = summary_json(evaluation, prepared.is_full());
    let code = |name: &str| summary.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let (headline, mut sentences) =
        ui.with_voice(|voice| (headline(voice, evaluation), answer_sentences(voice, evaluation)));
    let (verdict, leader) = if reader == Reader::Person {
        let in_front = evaluation.ranked().into_iter().filter(|model| evaluation.is_in_front(*model));
        // If no model fits, none is in front.
        let in_front = in_front.filter(|_| !evaluation.gates.conflict);
        (headline, ui.with_voice(|voice| voice.inline_list(in_front)))
    } else {
        sentences.insert(0, ui.with_voice(|voice| voice.sentence(&headline)));
        (code("verdict"), code("leader"))
    };
    SentResult {
        verdict,
        leader,
        summary: sentences.join(" "),
        link: ui.link(false).unwrap_or_default(),
        answers: answers(ui, reader == Reader::Program, prepared),
    }
}

fn answers(ui: Ui, is_for_programs: bool, prepared: &Arc<Prepared>) -> Value {
    let assessment = ui.assessment();
    let (mut entries, mut lines) = (Vec::new(), Vec::new());
    ui.now(|session| {
        for (id, question) in assessment.questions() {
            let Some(response) = session.responses().get(id) else { continue };
            if !is_asked(assessment, id, &prepared.evaluation.reading) {
                continue;
            }
            if is_for_programs {
                entries.push((question.id.to_owned(), answer_value(question, response)));
            } else {
                let said = ui.with_voice(|voice| voice.series(response_words(assessment, ui.words(), id, response)));
                lines.push([ui.t(question.text), " ", &said].concat());
            }
        }
    });
    if is_for_programs { Value::Object(entries) } else { lines.join("\n").into() }
}

/// The sentence at the button: pressing it asks for a reply.
pub fn request_words(ui: Ui) -> String {
    match ui.settings().legal_name.as_deref().or(ui.settings().provider_name.as_deref()) {
        Some(name) => ui.fill(words::request::NAMED, &[("name", name)]),
        None => ui.t(words::request::PLAIN).to_owned(),
    }
}

/// The label of the box for news. Settings with news have all that it names.
pub fn news_words(ui: Ui, contact: &Contact) -> Option<String> {
    let settings = ui.settings();
    let (name, address) = (settings.legal_name.as_deref()?, settings.postal_address.as_deref()?);
    let email = contact.email.as_deref().filter(|_| contact.with_news)?;
    Some(ui.fill(words::with::NEWS, &[("name", name), ("address", address), ("email", email)]))
}

/// What the entries are called in a mail.
const LABELS: [(&str, Key); 26] = [
    ("name", labels::NAME),
    ("email", words::field::EMAIL),
    ("phone", words::field::PHONE),
    ("organization", words::field::ORGANIZATION),
    ("role", labels::ROLE),
    ("message", labels::MESSAGE),
    ("verdict", words::form::VERDICT),
    ("leader", labels::LEADER),
    ("summary", words::form::SUMMARY),
    ("link", labels::LINK),
    ("answers", labels::ANSWERS),
    ("id", labels::ID),
    ("consent_request", labels::REQUEST),
    ("consent_result", labels::RESULT),
    ("consent_result_given", labels::RESULT_GIVEN),
    ("consent_news", labels::NEWS),
    ("consent_news_given", labels::NEWS_GIVEN),
    ("consent_privacy_url", words::PRIVACY),
    ("consent_legal_name", labels::LEGAL_NAME),
    ("consent_language", labels::LANGUAGE),
    ("consent_time", labels::TIME),
    ("page", labels::PAGE),
    ("seconds", labels::SECONDS),
    ("answered", labels::ANSWERED),
    ("build", labels::BUILD),
    ("trap", labels::TRAP),
];

/// The texts of a mail.
pub struct MailTexts {
    ui: Ui,
    labels: Vec<(&'static str, &'static str)>,
    colon: String,
}

impl MailTexts {
    #[inline(never)]
    pub fn new(ui: Ui) -> Self {
        let labels = LABELS.iter().map(|(name, key)| (*name, ui.t(*key))).collect();
        Self { ui, labels, colon: ui.label_of("", "") }
    }

    pub fn words(&self) -> MailWords<'_> {
        let t = |key| self.ui.t(key);
        MailWords {
            subject: t(words::mail::SUBJECT),
            shortened: t(words::mail::SHORTENED),
            labels: &self.labels,
            yes: t(words::mail::YES),
            no: t(words::mail::NO),
            colon: &self.colon,
        }
    }
}

/// The label of a field.
pub fn label(ui: Ui, field: &Field) -> String {
    let label = match &field.kind {
        FieldKind::Name => ui.t(words::field::NAME),
        FieldKind::Email => ui.t(words::field::EMAIL),
        FieldKind::Phone => ui.t(words::field::PHONE),
        FieldKind::Organization => ui.t(words::field::ORGANIZATION),
        FieldKind::Role => ui.t(words::field::ROLE),
        FieldKind::Message => ui.t(words::field::MESSAGE),
        FieldKind::Own { label, .. } => label,
    };
    label.to_owned()
}

/// What is wrong with a field, for the field and for the list above the form.
pub fn fault_words(ui: Ui, contact: &Contact, (field, fault): (usize, Fault)) -> String {
    let Some(of) = contact.fields.get(field) else { return String::new() };
    let label = label(ui, of);
    match fault {
        Fault::TooLong(most) => ui.fill(faults::LONG, &[("label", &label), ("n", &ui.number(most))]),
        Fault::NotAnEmail => ui.fill(faults::EMAIL, &[("label", &label)]),
        Fault::NotAChoice => ui.fill(faults::CHOICE, &[("label", &label)]),
        Fault::Missing if matches!(&of.kind, FieldKind::Own { choices, .. } if !choices.is_empty()) => {
            ui.fill(faults::CHOICE, &[("label", &label)])
        }
        Fault::Missing => ui.fill(faults::MISSING, &[("label", &label)]),
    }
}

/// What the receiver says about a field.
pub fn refusal_words(ui: Ui, contact: &Contact, fault: &FieldFault) -> (usize, String) {
    let own = match fault.code {
        FieldCode::Missing => Some(Fault::Missing),
        FieldCode::NotAnEmail => Some(Fault::NotAnEmail),
        FieldCode::NotAChoice => Some(Fault::NotAChoice),
        _ => None,
    };
    let label = contact.fields.get(fault.field).map(|field| label(ui, field)).unwrap_or_default();
    let host = receiver(contact);
    let text = match own {
        Some(own) => fault_words(ui, contact, (fault.field, own)),
        None if fault.detail.is_empty() => ui.fill(faults::THEIRS, &[("label", &label), ("host", &host)]),
        None => ui.fill(faults::SAYS, &[("label", &label), ("host", &host), ("text", &fault.detail)]),
    };
    (fault.field, text)
}

/// Whom the message goes to, for the visitor: the host of an address, or an email address. Empty for the page itself.
pub fn receiver(contact: &Contact) -> String {
    match address(contact) {
        Some(url) => url.split(['/', '?', '#']).nth(2).unwrap_or_default().to_owned(),
        None if contact.receiver == Receiver::Mailto => contact.email.clone().unwrap_or_default(),
        None => String::new(),
    }
}

/// The outcome as the page learns of it; `None` if the visitor can still send the message.
pub const fn outcome_code(outcome: &Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Accepted => Some("accepted"),
        Outcome::Refused(_) => Some("refused"),
        Outcome::Unconfirmed => Some("unconfirmed"),
        Outcome::Failed { .. } => None,
    }
}

/// Why a message was refused or failed, for the site owner.
pub fn reason_code(outcome: &Outcome) -> Option<&'static str> {
    let reason = match outcome {
        Outcome::Refused(refusal) => refusal.reason,
        Outcome::Failed { reason, .. } => Some(*reason),
        Outcome::Accepted | Outcome::Unconfirmed => None,
    };
    reason.map(Reason::code)
}
