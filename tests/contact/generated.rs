//! Random settings, messages and answers.

use assessment::json::Value;
use config::{Contact, Field, FieldKind, HubSpot, Receiver};
use contact::{Answer, Consent, Evidence, Input, Message, NoAnswer, Outcome, Reason, Refusal, SentResult, Typed};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

#[path = "../laws/runs.rs"]
mod cases;

pub use cases::runs;

/// Any text, with many characters that an encoding has to escape.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,20}",
        "\\PC{0,30}",
        "[&=?#%+\"'<>\\\\\r\n\t\u{0}\u{7f}\u{200b}\u{202e}\u{1f600}\u{e0041}a ]{0,30}",
        any::<String>(),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_][a-z0-9_]{0,9}",
        select(vec!["__proto__", "constructor", "email", "id", "consent", "consent_news"]).prop_map(str::to_owned)
    ]
}

fn url() -> Just<String> {
    Just("https://api.marlow.example/leads".to_owned())
}

pub fn receiver() -> impl Strategy<Value = Receiver> {
    let form = (any::<bool>(), any::<bool>(), option::of("[0-9]{1,9}")).prop_map(
        |(is_european, with_cookie, subscription)| {
            Receiver::HubSpot(HubSpot {
                portal_id: "1".to_owned(),
                form_id: "0b0f8a0e-2a4e-4d3c-8d7a-6a3f2c117d1c".to_owned(),
                is_european,
                with_cookie,
                subscription,
            })
        },
    );
    prop_oneof![
        (url(), any::<bool>()).prop_map(|(url, idempotency_header)| Receiver::Json { url, idempotency_header }),
        url().prop_map(|url| Receiver::Form { url }),
        form,
        url().prop_map(|url| Receiver::Post { url }),
        Just(Receiver::Mailto),
        Just(Receiver::Event),
    ]
}

fn fields() -> impl Strategy<Value = Vec<Field>> {
    let ours = vec![
        FieldKind::Name,
        FieldKind::Email,
        FieldKind::Phone,
        FieldKind::Organization,
        FieldKind::Role,
        FieldKind::Message,
    ];
    let own =
        (name(), vec(text(), 0..3)).prop_map(|(name, choices)| FieldKind::Own { name, label: String::new(), choices });
    (subsequence(ours, 0..=6), vec(own, 0..3)).prop_flat_map(|(ours, own)| {
        let kinds = [ours, own].concat();
        vec(any::<bool>(), kinds.len()).prop_map(move |required| {
            kinds.iter().cloned().zip(required).map(|(kind, is_required)| Field { kind, is_required }).collect()
        })
    })
}

pub fn contact() -> impl Strategy<Value = Contact> {
    let ours = vec![
        "name",
        "email",
        "message",
        "verdict",
        "leader",
        "summary",
        "link",
        "answers",
        "id",
        "consent",
        "consent_request",
        "page",
        "seconds",
        "answered",
        "build",
        "trap",
    ];
    let names = subsequence(ours, 0..8)
        .prop_flat_map(|ours| vec(name(), ours.len()).prop_map(move |theirs| (ours.clone(), theirs)))
        .prop_map(|(ours, theirs)| ours.into_iter().map(str::to_owned).zip(theirs).collect());
    (receiver(), option::of("[a-z+]{1,9}@[a-z]{1,9}\\.example"), fields(), names, vec((name(), text()), 0..3)).prop_map(
        |(receiver, email, fields, names, extra)| {
            let email = email.or((receiver == Receiver::Mailto).then(|| "a@b.example".to_owned()));
            Contact { receiver, email, fields, questions: 0, names, extra, with_answers: true, with_news: true }
        },
    )
}

/// Something that only a message with the result contains.
pub const SECRET: &str = "zzresultzz";

fn result() -> impl Strategy<Value = SentResult> {
    (text(), text()).prop_map(|(summary, answer)| SentResult {
        verdict: format!("{SECRET}1"),
        leader: format!("{SECRET}2"),
        summary: format!("{SECRET}3{summary}"),
        link: format!("https://a.example/?{SECRET}"),
        answers: Value::object([("cap", answer.into()), ("tools", [SECRET, "a"].into_iter().collect())]),
    })
}

/// A message for any fields.
pub fn message() -> impl Strategy<Value = Message> {
    let typed = (vec(text(), 0..9), any::<bool>(), any::<bool>(), text())
        .prop_map(|(fields, with_result, with_news, trap)| Typed { fields, with_result, with_news, trap });
    let consent = (text(), option::of(text()), option::of(text()), option::of(text())).prop_map(
        |(request, result, news, legal_name)| Consent {
            request,
            result,
            news,
            privacy_url: None,
            legal_name,
            language: "en".to_owned(),
            time: "2026-11-30T22:00:00.000Z".to_owned(),
        },
    );
    let page = prop_oneof![text(), text().prop_map(|rest| format!("https://a.example/{rest}"))];
    (typed, option::of(result()), consent, any::<u32>(), page, option::of("[0-9a-f]{32}")).prop_map(
        |(typed, result, consent, seconds, page, cookie)| Message {
            id: "7d1c7a5e-5b0e-4d0b-9d50-0a9f6a3f2c11".to_owned(),
            typed,
            result_in_words: result.clone(),
            result,
            consent,
            evidence: Evidence { seconds, answered: 28, build: "0.1.0".to_owned() },
            page,
            cookie,
        },
    )
}

/// Answers in the format of a service, with anything in it, and anything else.
pub fn answer() -> impl Strategy<Value = Answer> {
    let code = select(vec![
        "REQUIRED_FIELD",
        "INVALID_EMAIL",
        "BLOCKED_EMAIL",
        "FORM_HAS_RECAPTCHA_ENABLED",
        "FIELD_NOT_IN_FORM_DEFINITION",
        "TYPE_EMAIL",
        "BLOCKED",
        "INVALID_HUTK",
        "constructor",
        "",
    ])
    .prop_map(str::to_owned);
    let message = prop_oneof![text(), name().prop_map(|name| format!("Error in 'fields.{name}'. No"))];
    let error = (code, message, name(), select(vec!["code", "errorType", "message", "x"])).prop_map(
        |(code, message, field, named)| {
            Value::object([(named, code.into()), ("message", message.into()), ("field", field.into())])
        },
    );
    let document = (vec(error, 0..9), text(), any::<bool>()).prop_map(|(errors, error, ok)| {
        let document = Value::object([("errors", Value::List(errors)), ("error", error.into()), ("ok", ok.into())]);
        super::document::written(&document)
    });
    let body = prop_oneof![4 => document, 1 => text(), 1 => Just("<".repeat(40_000)), 1 => Just("[".repeat(15_000))];
    let status = prop_oneof![select(vec![200, 204, 400, 403, 404, 409, 413, 422, 429, 500]), any::<u16>()];
    (status, any::<bool>(), body).prop_map(|(status, is_json, text)| Answer { status, is_json, text })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let without = select(vec![
        NoAnswer::Offline,
        NoAnswer::Network,
        NoAnswer::Timeout,
        NoAnswer::BlockedByPolicy,
        NoAnswer::Canceled,
    ]);
    prop_oneof![
        1 => Just(Outcome::Accepted),
        1 => Just(Outcome::Unconfirmed),
        1 => Just(Outcome::Refused(Refusal { reason: Some(Reason::Captcha), ..Refusal::default() })),
        6 => without.prop_map(contact::outcome_without_answer),
    ]
}

/// Anything that can happen. Numbers are those of requests, or wrong.
pub fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        2 => any::<bool>().prop_map(|is_online| Input::Press { is_online }),
        1 => Just(Input::Again),
        6 => (0..6_u32, outcome()).prop_map(|(number, outcome)| Input::Done { number, outcome }),
        3 => (0..6_u32).prop_map(|number| Input::Waited { number }),
        1 => Just(Input::Online),
        1 => Just(Input::Cancel),
    ]
}
