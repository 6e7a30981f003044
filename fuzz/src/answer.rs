//! The answer of a receiver of messages: whatever it is, the outcome is one of few, with short texts that are safe to show.

use config::{Contact, Field, FieldKind, HubSpot, Receiver};
use contact::{Answer, LONGEST_DETAIL, Outcome, outcome};

use super::document::{document, is_showable, text};

/// A status code on the first line, and the body.
pub fn answer(bytes: &[u8]) {
    let whole = text(bytes);
    let (status, body) = whole.split_once('\n').unwrap_or(("400", &whole));
    let status = status.trim().parse().unwrap_or(400);
    let url = "https://api.marlow.example/leads".to_owned();
    let form = HubSpot {
        portal_id: "1".to_owned(),
        form_id: "2".to_owned(),
        is_european: false,
        with_cookie: false,
        subscription: None,
    };
    let receivers = [
        Receiver::Json { url: url.clone(), idempotency_header: false },
        Receiver::Form { url },
        Receiver::HubSpot(form),
    ];
    for receiver in receivers {
        let fields = [FieldKind::Name, FieldKind::Email, FieldKind::Message];
        let contact = Contact {
            receiver,
            email: None,
            fields: fields.into_iter().map(|kind| Field { kind, is_required: true }).collect(),
            questions: 0,
            names: Vec::new(),
            extra: Vec::new(),
            with_answers: true,
            with_news: false,
        };
        for is_json in [false, true] {
            let answer = Answer { status, is_json, text: body.to_owned() };
            match outcome(&contact, &answer, document) {
                Outcome::Accepted => assert!((200..300).contains(&status)),
                Outcome::Refused(refusal) => {
                    assert!(refusal.reason.is_some() || !refusal.fields.is_empty());
                    assert!(is_showable(&refusal.detail, LONGEST_DETAIL), "{refusal:?}");
                    assert!(refusal.fields.len() <= contact.fields.len(), "{refusal:?}");
                    for fault in &refusal.fields {
                        assert!(fault.field < contact.fields.len(), "{refusal:?}");
                        assert!(is_showable(&fault.detail, LONGEST_DETAIL), "{refusal:?}");
                    }
                }
                Outcome::Unconfirmed | Outcome::Failed { .. } => (),
            }
        }
    }
}
