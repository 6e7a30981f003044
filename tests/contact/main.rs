//! A message to the provider: what is checked, sent and shown, and what became of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod answers;
#[path = "../../fuzz/src/document.rs"]
#[allow(dead_code, reason = "each test program uses a part of it")]
mod document;
mod form;
mod generated;
mod kept;
mod laws;
mod mails;
mod messages;
mod requests;
mod sending;
mod typos;

use assessment::json::Value;
use config::{Contact, Field, FieldKind, HubSpot, Receiver};
use contact::{Consent, Evidence, MailWords, Message, Request, SentResult, Typed, request};

const ID: &str = "7d1c7a5e-5b0e-4d0b-9d50-0a9f6a3f2c11";

const WORDS: MailWords<'_> = MailWords {
    subject: "Our IT support",
    shortened: "The rest did not fit.",
    labels: &[
        ("name", "Your name"),
        ("email", "Email"),
        ("verdict", "Verdict"),
        ("consent_request", "At the button"),
        ("consent_result_given", "With the result"),
        ("consent_time", "Time (UTC)"),
    ],
    yes: "yes",
    no: "no",
    colon: ": ",
};

/// As the browser prints JSON.
fn print(value: &Value, _: u32) -> String {
    document::written(value)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn url() -> String {
    "https://api.marlow.example/leads".to_owned()
}

fn to_json() -> Receiver {
    Receiver::Json { url: url(), idempotency_header: false }
}

fn to_form() -> Receiver {
    Receiver::Form { url: url() }
}

fn to_hubspot() -> Receiver {
    Receiver::HubSpot(HubSpot {
        portal_id: "12345678".to_owned(),
        form_id: "0b0f8a0e-2a4e-4d3c-8d7a-6a3f2c117d1c".to_owned(),
        is_european: false,
        with_cookie: false,
        subscription: None,
    })
}

fn receivers() -> [Receiver; 6] {
    [to_json(), to_form(), to_hubspot(), Receiver::Post { url: url() }, Receiver::Mailto, Receiver::Event]
}

fn field(kind: FieldKind) -> Field {
    Field { kind, is_required: false }
}

fn own(name: &str, choices: &[&str]) -> FieldKind {
    FieldKind::Own {
        name: name.to_owned(),
        label: "When?".to_owned(),
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    }
}

/// The default fields, and both boxes.
fn contact(receiver: Receiver) -> Contact {
    Contact {
        receiver,
        email: Some("hello@marlow.example".to_owned()),
        fields: vec![
            field(FieldKind::Name),
            Field { kind: FieldKind::Email, is_required: true },
            field(FieldKind::Message),
        ],
        questions: 0,
        names: Vec::new(),
        extra: Vec::new(),
        with_answers: true,
        with_news: true,
    }
}

fn named(receiver: Receiver, names: &[(&str, &str)]) -> Contact {
    let names = names.iter().map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned())).collect();
    Contact { names, ..contact(receiver) }
}

fn typed(fields: &[&str]) -> Typed {
    Typed { fields: fields.iter().map(|text| (*text).to_owned()).collect(), ..Typed::default() }
}

fn result() -> SentResult {
    SentResult {
        verdict: "clear".to_owned(),
        leader: "co-managed".to_owned(),
        summary: "Co-managed IT fits you best.".to_owned(),
        link: "https://www.marlow.example/fit#support-fit=abc".to_owned(),
        answers: json(r#"{"cap":"lead","tools":["a","b"]}"#),
    }
}

fn result_in_words() -> SentResult {
    SentResult { verdict: "A clear fit: co-managed IT".to_owned(), answers: "Who runs IT? One lead".into(), ..result() }
}

/// A filled-in form for the default fields, without a tick.
fn message() -> Message {
    Message {
        id: ID.to_owned(),
        typed: typed(&["Ada Lovelace", "ada@analytical.example", "Two lines,\nplease & thanks"]),
        result: Some(result()),
        result_in_words: Some(result_in_words()),
        consent: Consent {
            request: "Marlow & Finch IT will answer by email.".to_owned(),
            result: Some("Send my result and answers too".to_owned()),
            news: Some("Send me news".to_owned()),
            privacy_url: Some("https://www.marlow.example/privacy".to_owned()),
            legal_name: Some("Marlow & Finch IT LLC".to_owned()),
            language: "en".to_owned(),
            time: "2026-11-30T22:00:00.000Z".to_owned(),
        },
        evidence: Evidence { seconds: 93, answered: 28, build: "0.1.0".to_owned() },
        page: "https://www.marlow.example/fit?utm_source=mail#top".to_owned(),
        cookie: Some("60c2ccdfe4892f0fa0593940b12c11aa".to_owned()),
    }
}

fn ticked() -> Message {
    let mut message = message();
    message.typed.with_result = true;
    message
}

fn names(entries: &[(String, Value)]) -> Vec<&str> {
    entries.iter().map(|(name, _)| name.as_str()).collect()
}

/// The address, the headers and the body of a request with a readable answer.
fn fetched(contact: &Contact, message: &Message) -> (String, Vec<(&'static str, String)>, String) {
    match request(contact, message, WORDS, print) {
        Request::Fetch { url, headers, body } => (url, headers, body),
        other => panic!("{other:?}"),
    }
}

/// The address, subject and body of a mail, decoded as a mail program does.
fn mailed(request: &Request) -> (String, String, String) {
    let Request::Mail { url, .. } = request else { panic!("{request:?}") };
    let (receiver, query) = url.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
    let parts: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let [(subject_name, subject), (body_name, body)] = parts.as_slice() else { panic!("{url}") };
    assert_eq!((subject_name.as_str(), body_name.as_str()), ("subject", "body"));
    (receiver.to_owned(), subject.clone(), body.replace("\r\n", "\n"))
}
