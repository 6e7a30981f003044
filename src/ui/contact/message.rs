//! Makes the message from what is on the screen, and says what went wrong with it.

use std::sync::Arc;

use super::desk::Papers;
use crate::ui::{Prepared, Ui};
use assessment::{
    i18n::key::{contact as words, contact::fault as faults},
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
    let result = typed.with_result.then(|| result(ui, contact.receiver.takes_tree(), &prepared));
    let text = |name: &str| begun.get(name).and_then(Value::as_text).map(str::to_owned);
    Message {
        id: text("id").unwrap_or_default(),
        typed,
        result,
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
        cookie: text("cookie"),
    }
}

/// The result as it is sent. Programs get answers by their ids, people in words.
pub fn result(ui: Ui, is_for_programs: bool, prepared: &Arc<Prepared>) -> SentResult {
    let evaluation = &prepared.evaluation;
    let summary = summary_json(evaluation, prepared.is_full());
    let code = |name: &str| summary.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    SentResult {
        verdict: code("verdict"),
        leader: code("leader"),
        summary: ui.with_voice(|voice| {
            let mut sentences = vec![voice.sentence(&headline(voice, evaluation))];
            sentences.extend(answer_sentences(voice, evaluation));
            sentences.join(" ")
        }),
        link: ui.link(false).unwrap_or_default(),
        answers: answers(ui, is_for_programs, prepared),
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

pub fn mail_words(ui: Ui) -> MailWords<'static> {
    MailWords { subject: ui.t(words::mail::SUBJECT), shortened: ui.t(words::mail::SHORTENED) }
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
