//! A test message to the receiver of the settings, and what its answer means for the owner of the page.

use assessment::json::Value;
use config::{Contact, FieldKind, Receiver};
use contact::{Consent, Evidence, MailWords, Message, Outcome, Reason, Refusal, Request, SentResult, Typed};

use crate::check::within_bounds;

/// What is typed in the message, so that whoever finds it knows what it is.
const TEXT: &str = "This is a test message from SupportFit Studio. You can delete it.";

/// A domain that belongs to no one (RFC 2606).
const EMAIL: &str = "test@example.com";

/// A message as a visitor would send it, with every field filled in. `id` is a UUID, `time` ISO 8601 in UTC, `page` the address
/// of the page that sends it.
#[must_use]
pub fn message(contact: &Contact, id: &str, time: &str, page: &str) -> Message {
    let typed = |kind: &FieldKind| match kind {
        FieldKind::Name => "SupportFit test".to_owned(),
        FieldKind::Email => EMAIL.to_owned(),
        FieldKind::Phone => "+1 555 0100".to_owned(),
        FieldKind::Organization => "Test organization".to_owned(),
        FieldKind::Role => "Test role".to_owned(),
        FieldKind::Message => TEXT.to_owned(),
        FieldKind::Own { choices, .. } => choices.first().cloned().unwrap_or_else(|| "Test".to_owned()),
    };
    let result = SentResult {
        verdict: "close".to_owned(),
        leader: "co-managed".to_owned(),
        summary: "A test, not a result.".to_owned(),
        // The settings are behind it.
        link: page.split('#').next().unwrap_or_default().to_owned(),
        answers: Value::Object(Vec::new()),
    };
    Message {
        id: id.to_owned(),
        typed: Typed {
            fields: contact.fields.iter().map(|field| typed(&field.kind)).collect(),
            with_result: contact.with_answers,
            with_news: false,
            trap: String::new(),
        },
        result: contact.with_answers.then_some(result),
        result_in_words: None,
        consent: Consent {
            request: "Test of the form.".to_owned(),
            result: contact.with_answers.then(|| "Send my result and all my answers too".to_owned()),
            news: None,
            privacy_url: None,
            legal_name: None,
            language: "en".to_owned(),
            time: time.to_owned(),
        },
        evidence: Evidence { seconds: 60, answered: 0, build: "test".to_owned() },
        page: page.to_owned(),
        cookie: None,
    }
}

/// The request of a message.
#[must_use]
pub fn request(contact: &Contact, message: &Message) -> Request {
    contact::request(contact, message, WORDS, print)
}

/// What the message has, as names and texts for people.
#[must_use]
pub fn shown(contact: &Contact, message: &Message) -> Vec<(String, String)> {
    message.shown(contact, WORDS, print)
}

const WORDS: MailWords<'_> =
    MailWords { subject: "SupportFit test", shortened: "(shortened)", labels: &[], yes: "yes", no: "no", colon: ": " };

fn print(value: &Value, _: u32) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What became of a message, by what `src/embed/contact.js` answered.
#[must_use]
pub fn outcome(contact: &Contact, answer: &Value) -> Outcome {
    contact::outcome_of(contact, answer, |text, most| if text.len() <= most { within_bounds(text) } else { None })
}

/// What the owner reads about an answer: a heading, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub heading: &'static str,
    /// Sentences, one or more.
    pub text: Vec<String>,
}

/// Explains what became of a test message. `host` names the receiver in the sentences.
#[must_use]
pub fn explain(contact: &Contact, outcome: &Outcome, host: &str) -> Explanation {
    match outcome {
        Outcome::Accepted => Explanation {
            heading: "The receiver took the message",
            text: vec![format!("{host} says that it has it. Look there for a message from {EMAIL}.")],
        },
        Outcome::Unconfirmed => {
            Explanation { heading: "Sent, but not confirmed", text: vec![unconfirmed(contact, host)] }
        }
        Outcome::Refused(refusal) => {
            Explanation { heading: "The receiver refused the message", text: refused(contact, refusal, host) }
        }
        Outcome::Failed { reason, may_have_arrived, .. } => Explanation {
            heading: match reason {
                Reason::Offline | Reason::BlockedByPolicy | Reason::Canceled => "The message was not sent",
                Reason::Network if !may_have_arrived => "The message was not sent",
                Reason::Network | Reason::Timeout => "No answer that can be read",
                _ => "The receiver did not take the message",
            },
            text: vec![why(*reason, host)],
        },
    }
}

fn unconfirmed(contact: &Contact, host: &str) -> String {
    match contact.receiver {
        Receiver::Mailto => {
            "Your email program should have opened with the message. A page cannot see if it was sent.".to_owned()
        }
        Receiver::Event => {
            "Your own page gets the message as the event support-fit-lead, so there is nothing to test here.".to_owned()
        }
        Receiver::Post { .. } => {
            format!(
                "{host} answers with a page in another tab, which cannot be read here. Look at that tab, and at {host}."
            )
        }
        _ => format!(
            "{host} answered with something that is neither a success nor an error. Look there for the message."
        ),
    }
}

fn refused(contact: &Contact, refusal: &Refusal, host: &str) -> Vec<String> {
    let mut text: Vec<String> = refusal.reason.iter().map(|reason| why(*reason, host)).collect();
    for fault in &refusal.fields {
        let name = contact.fields.get(fault.field).map_or("", |field| field.kind.name());
        let detail = if fault.detail.is_empty() { String::new() } else { format!(" It says: “{}”", fault.detail) };
        text.push(format!(
            "{host} does not take the field “{name}” as it is.{detail} Compare the form there with the fields here."
        ));
    }
    if !refusal.detail.is_empty() {
        text.push(format!("It says: “{}”", refusal.detail));
    }
    text
}

/// What a reason means, and what to do.
fn why(reason: Reason, host: &str) -> String {
    match reason {
        Reason::Captcha => {
            format!("The form at {host} has a captcha, which refuses what a program sends. Turn it off there.")
        }
        Reason::UnknownField => {
            format!(
                "The form at {host} lacks a field that is sent. Add it there, or give ours its name under “Names at the receiver”."
            )
        }
        Reason::MissingField => {
            format!("The form at {host} requires a field that is not sent. Make it optional there, or ask for it here.")
        }
        Reason::FormNotFound => format!("{host} does not know this address or form. Check it for typing errors."),
        Reason::FormInactive => format!("The form at {host} is switched off. Publish it there."),
        Reason::NotAuthorized => {
            format!("{host} wants a login. Messages come from visitors, so the endpoint has to take them without one.")
        }
        Reason::NotAllowed => format!("{host} does not take POST requests at this address. Check the address."),
        Reason::Consent => {
            format!("{host} wants consent in another format. Check the privacy settings of the form there.")
        }
        Reason::InvalidCookie => format!("{host} refused its tracking cookie. Turn off sending it."),
        Reason::Spam => {
            format!("{host} took the message for spam. Look into its list of spam, and allow your site there.")
        }
        Reason::TooLarge => format!("The message is too large for {host}. Allow at least 100 KB there."),
        Reason::RateLimited => format!("{host} gets too many messages at the moment. Wait a minute and try again."),
        Reason::BadRequest => {
            format!("{host} could not use the message. Compare the names here with those that it expects.")
        }
        Reason::StillRunning => format!("{host} is still busy with the same message. Wait, and look there."),
        Reason::ServerError => format!("{host} has an error of its own. Look into its log."),
        Reason::Offline => "This device is offline.".to_owned(),
        Reason::Network => format!(
            "Either {host} cannot be reached, or it does not allow other sites to send to it. It has to answer with Access-Control-Allow-Origin for the site of your page, also to OPTIONS requests."
        ),
        Reason::Timeout => format!("{host} did not answer within 15 seconds."),
        Reason::BlockedByPolicy => {
            format!("The policy of this page blocks {host}. This page needs its own headers; see docs/hosting.md.")
        }
        Reason::Canceled => "It was canceled.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use config::Settings;
    use contact::{FieldCode, FieldFault};

    fn contact(json: &str) -> Contact {
        let document: Value = serde_json::from_str(json).unwrap();
        Settings::read(Some(&Value::object([("contact", document)])), &[]).0.contact.unwrap()
    }

    fn json() -> Contact {
        contact(r#"{"receiver": "json", "url": "https://a.example/", "answers": true}"#)
    }

    #[test]
    fn a_test_message_passes_the_checks_of_the_form_and_says_what_it_is() {
        let contact = contact(
            r#"{"receiver": "json", "url": "https://a.example/", "fields": ["name", "email", "phone", "organization", "role", "message"],
                "required": ["name", "email", "phone", "organization", "role", "message"], "answers": true,
                "own": [{"name": "size", "label": "Size", "choices": ["1-10", "11-50"], "required": true}]}"#,
        );
        let message = message(&contact, "id", "2026-12-01T00:00:00Z", "https://b.example/studio-test.html#secret");
        assert_eq!(contact::check(&contact, &message.typed), []);
        let Request::Fetch { body, .. } = request(&contact, &message) else { panic!() };
        assert!(body.contains("You can delete it") && body.contains("1-10"), "{body}");
        assert!(!body.contains("secret"), "{body}");
    }

    #[test]
    fn every_outcome_says_what_to_do() {
        let refusal = Refusal {
            fields: vec![FieldFault { field: 1, code: FieldCode::Other, detail: "not like this".to_owned() }],
            reason: Some(Reason::UnknownField),
            detail: "no".to_owned(),
        };
        let explained = explain(&json(), &Outcome::Refused(refusal), "a.example");
        assert_eq!(explained.text.len(), 3);
        assert!(explained.text[1].contains("“email”") && explained.text[1].contains("not like this"));
        let failed = |reason| Outcome::Failed { reason, can_repeat: true, may_have_arrived: true };
        let text = explain(&json(), &failed(Reason::Network), "a.example").text.concat();
        assert!(text.contains("Access-Control-Allow-Origin"), "{text}");
        // An answer that was read is not called unreadable.
        let answered = explain(&json(), &failed(Reason::ServerError), "a.example");
        assert_eq!(answered.heading, "The receiver did not take the message");
        for outcome in [Outcome::Accepted, Outcome::Unconfirmed, failed(Reason::Timeout)] {
            assert_ne!(explain(&json(), &outcome, "a.example").text.concat(), "");
        }
    }
}
