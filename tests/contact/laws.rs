//! Laws for any settings, message, answer and order of events.

use std::collections::HashSet;

use assessment::{
    json::Value,
    text::{is_longer, is_unsafe, newlines},
};
use config::{Contact, FieldKind, Receiver};
use contact::{
    Effect, Input, LONGEST_DETAIL, LONGEST_MAIL_ADDRESS, MOST_ATTEMPTS, Message, Outcome, Request, Sending, State,
    check, email_of, likely_typo, outcome, request,
};
use proptest::{collection::vec, prelude::*};

use super::{
    WORDS, document,
    generated::{SECRET, answer, contact, input, message, runs, text},
    json, mailed, print,
};

/// Names and texts of a tree, as the visitor sees them.
fn leaves(name: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(parts) if !parts.is_empty() => {
            parts.iter().flat_map(|(part, value)| leaves(&format!("{name}.{part}"), value)).collect()
        }
        Value::Text(text) => vec![(name.to_owned(), text.clone())],
        _ => vec![(name.to_owned(), document::written(value))],
    }
}

fn leaves_of(body: &Value) -> Vec<(String, String)> {
    body.entries().unwrap().iter().flat_map(|(name, value)| leaves(name, value)).collect()
}

/// What the receiver reads, as the visitor sees it. `None` for mails.
fn received(contact: &Contact, message: &Message) -> Option<Vec<(String, String)>> {
    Some(match (request(contact, message, WORDS, print), &contact.receiver) {
        (Request::Fetch { body, .. }, Receiver::Json { .. }) => leaves_of(&json(&body)),
        (Request::Fetch { body, .. }, Receiver::Form { .. }) => {
            form_urlencoded::parse(body.as_bytes()).into_owned().collect()
        }
        (Request::Fetch { body, .. }, Receiver::HubSpot(_)) => {
            let body = json(&body);
            let text = |field: &Value, name| field.get(name).unwrap().as_text().unwrap().to_owned();
            let fields = body.get("fields").unwrap().as_list().unwrap();
            let mut all: Vec<(String, String)> =
                fields.iter().map(|field| (text(field, "name"), text(field, "value"))).collect();
            let around = body.entries().unwrap().iter().filter(|(name, _)| name != "fields");
            all.extend(around.flat_map(|(name, value)| leaves(name, value)));
            all
        }
        (Request::Post { entries, .. }, Receiver::Post { .. }) => entries,
        (Request::Event { payload }, Receiver::Event) => leaves_of(&payload),
        (Request::Mail { .. }, Receiver::Mailto) => return None,
        (request, receiver) => panic!("{receiver:?}: {request:?}"),
    })
}

proptest! {
    #![proptest_config(runs(512))]

    // @threat-contact-shown
    #[test]
    fn what_is_sent_is_what_is_shown(contact in contact(), message in message()) {
        let shown = message.shown(&contact, WORDS, print);
        if let Some(received) = received(&contact, &message) {
            prop_assert_eq!(received, shown);
        }
    }

    // @threat-contact-shown
    #[test]
    fn a_mail_decodes_to_what_is_shown_and_is_not_too_long(contact in contact(), message in message()) {
        let contact = Contact { receiver: Receiver::Mailto, email: Some("a@b.example".to_owned()), ..contact };
        let mail = request(&contact, &message, WORDS, print);
        let Request::Mail { url, is_shortened } = &mail else { panic!("{mail:?}") };
        prop_assert!(url.len() <= LONGEST_MAIL_ADDRESS);
        prop_assert!(url.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:?=&@%".contains(&b)));
        prop_assert_eq!(url.bytes().filter(|b| b"?=&@".contains(b)).count(), 5);
        let lines: Vec<String> = message
            .shown(&contact, WORDS, print)
            .into_iter()
            .map(|(name, text)| (name, newlines(&text)))
            .map(|(name, text)| [name.as_str(), if text.contains('\n') { ":\n" } else { ": " }, &text].concat())
            .collect();
        let whole = lines.join("\n");
        let (_, _, body) = mailed(&mail);
        if *is_shortened {
            let start = body.strip_suffix("\n\nThe rest did not fit.").unwrap();
            prop_assert!(whole.starts_with(start));
        } else {
            prop_assert_eq!(body, whole);
        }
    }

    // @threat-contact-shown
    #[test]
    fn nothing_of_the_result_is_sent_unless_the_box_is_ticked(contact in contact(), message in message()) {
        let sent = format!("{:?}", request(&contact, &message, WORDS, print))
            + &format!("{:?}", email_of(&contact, &message, WORDS, print));
        if !message.typed.with_result {
            prop_assert!(!sent.contains(SECRET), "{}", sent);
        } else if message.result.is_some() && matches!(contact.receiver, Receiver::Event) {
            prop_assert!(sent.contains(SECRET), "{}", sent);
        }
    }

    #[test]
    fn every_name_is_sent_once(contact in contact(), message in message()) {
        let entries = message.entries(&contact);
        let names: HashSet<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        prop_assert_eq!(names.len(), entries.len());
    }

    #[test]
    fn nobody_gets_hidden_characters_from_a_visitor(contact in contact(), message in message()) {
        let mut contact = Contact { names: Vec::new(), extra: Vec::new(), ..contact };
        contact.fields.retain(|field| !matches!(field.kind, FieldKind::Own { .. }));
        let entries = message.entries(&contact);
        for field in &contact.fields {
            if let Some((_, Value::Text(text))) = entries.iter().find(|(name, _)| name == field.kind.name()) {
                prop_assert!(!text.replace('\n', " ").contains(is_unsafe), "{:?}", text);
                prop_assert_eq!(text.trim(), text);
            }
        }
    }

    #[test]
    fn a_form_is_encoded_as_browsers_encode_it(pairs in vec((text(), text()), 1..4)) {
        let mut contact = super::contact(super::to_form());
        contact.fields.clear();
        contact.extra = pairs.clone();
        let (_, _, body) = super::fetched(&contact, &super::message());
        let Request::Post { entries, .. } = request(
            &Contact { receiver: Receiver::Post { url: String::new() }, ..contact }, &super::message(), WORDS, print,
        ) else { panic!() };
        let expected = form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish();
        prop_assert_eq!(body, expected);
    }

    #[test]
    fn any_form_can_be_checked(contact in contact(), message in message()) {
        let faults = check(&contact, &message.typed);
        prop_assert!(faults.windows(2).all(|pair| pair[0].0 < pair[1].0));
        prop_assert!(faults.iter().all(|(index, _)| *index < contact.fields.len()));
    }

    #[test]
    fn a_hint_is_never_followed_by_another(text in text(), domain in "[a-z]{0,3}(gmail|yahoo|outlook|x)[a-z.]{0,2}\\.(com|con|cmo|net|nte|ogr|co m)") {
        for email in [text.clone(), format!("a@{domain}"), format!("{text}@{domain}")] {
            if let Some(meant) = likely_typo(&email) {
                prop_assert_eq!(likely_typo(&meant), None, "{} for {}", meant, email);
            }
        }
    }

    // @threat-contact-answers
    #[test]
    fn any_answer_has_an_outcome_of_bounded_text(contact in contact(), answer in answer()) {
        let outcome = outcome(&contact, &answer, document::document);
        if outcome == Outcome::Accepted {
            prop_assert!((200..300).contains(&answer.status));
        }
        if let Outcome::Refused(refusal) = &outcome {
            prop_assert!(!refusal.fields.is_empty() || refusal.reason.is_some());
            let fields: HashSet<usize> = refusal.fields.iter().map(|fault| fault.field).collect();
            prop_assert_eq!(fields.len(), refusal.fields.len());
            prop_assert!(fields.iter().all(|field| *field < contact.fields.len()));
            for text in refusal.fields.iter().map(|fault| &fault.detail).chain([&refusal.detail]) {
                prop_assert!(!is_longer(text, LONGEST_DETAIL) && !text.contains(is_unsafe), "{:?}", text);
            }
        }
    }

    #[test]
    fn requests_and_waits_never_overlap(repeats in any::<bool>(), inputs in vec((input(), 0.0..=1.0), 0..40)) {
        let mut sending = Sending::new(repeats);
        let (mut request, mut wait) = (None, None);
        let mut last = 0;
        for (input, jitter) in inputs {
            let before = sending;
            // An answer to nothing that is out, or the end of a wait that is over.
            let is_late = match &input {
                Input::Done { number, .. } => request != Some(*number),
                Input::Waited { number } => wait != Some(*number),
                _ => false,
            };
            let is_of_visitor = matches!(input, Input::Press { .. } | Input::Again);
            let is_accepted = matches!(input, Input::Done { outcome: Outcome::Accepted, .. });
            let is_waiting_offline = matches!(before.state(), State::Offline { .. });
            let (is_answer, is_end_of_wait) =
                (matches!(input, Input::Done { .. }), matches!(input, Input::Waited { .. }));
            let effect = sending.apply(input, jitter);
            if effect.is_none() {
                prop_assert_eq!(sending, before);
                continue;
            }
            prop_assert!(!is_late);
            if is_answer {
                request = None;
            }
            // Whatever is shown now, the wait before is over.
            let is_awaited = wait.take().is_some() && is_end_of_wait;
            match effect {
                Some(Effect::Send { number }) => {
                    prop_assert!(request.is_none() && number > last);
                    prop_assert!(is_of_visitor || is_waiting_offline || (repeats && is_awaited));
                    (request, last) = (Some(number), number);
                }
                Some(Effect::StopRequest) => prop_assert!(request.take().is_some()),
                Some(Effect::Wait { milliseconds, number }) => {
                    prop_assert!(request.is_none() && repeats);
                    prop_assert!((1_500..=37_500).contains(&milliseconds));
                    wait = Some(number);
                }
                Some(Effect::Show) | None => {}
            }
            match sending.state() {
                State::Sending { attempt } => {
                    prop_assert!(request == Some(last) && (1..=MOST_ATTEMPTS).contains(&attempt));
                }
                State::Waiting { attempt, .. } => {
                    prop_assert!(wait.is_some() && (2..=MOST_ATTEMPTS).contains(&attempt));
                }
                State::Accepted => prop_assert!(is_accepted),
                _ => prop_assert!(request.is_none() && wait.is_none()),
            }
        }
    }

    // @threat-contact-repeats
    #[test]
    fn a_receiver_that_cannot_drop_repetitions_gets_one_request_for_each_press(inputs in vec(input(), 0..40)) {
        let mut sending = Sending::new(false);
        let (mut presses, mut sends) = (0, 0);
        for input in inputs {
            presses += usize::from(matches!(input, Input::Press { .. } | Input::Again));
            sends += usize::from(matches!(sending.apply(input, 0.5), Some(Effect::Send { .. })));
            prop_assert!(sends <= presses);
        }
    }
}
