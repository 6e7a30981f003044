//! What the receiver's answer means.

use config::{Contact, Field, FieldKind, Receiver};
use contact::{
    Answer, FieldCode, FieldFault, LONGEST_DETAIL, NoAnswer, Outcome, Reason, Refusal, outcome, outcome_without_answer,
};

use super::{contact, document, named, receivers, to_form, to_hubspot, to_json, url};

fn answered(contact: &Contact, status: u16, text: &str) -> Outcome {
    let is_json = text.starts_with(['{', '[']);
    outcome(contact, &Answer { status, is_json, text: text.to_owned() }, document::document)
}

fn refused(contact: &Contact, status: u16, text: &str) -> Refusal {
    match answered(contact, status, text) {
        Outcome::Refused(refusal) => refusal,
        other => panic!("{status}: {other:?}"),
    }
}

fn reason(contact: &Contact, status: u16, text: &str) -> Option<&'static str> {
    refused(contact, status, text).reason.map(Reason::code)
}

fn readable() -> [Receiver; 3] {
    [to_json(), to_form(), to_hubspot()]
}

#[test]
fn any_success_is_an_acceptance() {
    for receiver in readable() {
        let contact = contact(receiver);
        for (status, text) in [
            (200, "{}"),
            (200, r#"{"ok":true,"next":"https://x.example"}"#),
            (200, r#"{"inlineMessage":"<b>Thanks</b>","redirectUri":"https://x.example"}"#),
            (200, r#"{"errors":[],"error":"","success":true}"#),
            (200, r#"{"errors":{}}"#),
            (200, "[]"),
            (200, "Accepted"),
            (201, ""),
            (202, ""),
            (204, ""),
        ] {
            assert_eq!(answered(&contact, status, text), Outcome::Accepted, "{status} {text}");
        }
    }
}

// @threat-contact-outcomes
#[test]
fn a_page_where_data_was_expected_is_not_confirmed() {
    for text in ["<!doctype html><title>Log in</title>", "\u{feff}\n <html>"] {
        assert_eq!(answered(&contact(to_form()), 200, text), Outcome::Unconfirmed, "{text}");
    }
}

// @threat-contact-outcomes
#[test]
fn a_success_whose_body_says_otherwise_is_a_refusal() {
    for text in [
        r#"{"success":false}"#,
        r#"{"ok":false,"message":"no"}"#,
        r#"{"error":"Form is disabled"}"#,
        r#"{"errors":[{"message":"no"}]}"#,
    ] {
        assert_eq!(reason(&contact(to_form()), 200, text), Some("bad-request"), "{text}");
    }
}

#[test]
fn a_refusal_without_details_has_a_reason_by_its_status() {
    for (status, code) in [
        (400, "bad-request"),
        (401, "not-authorized"),
        (402, "bad-request"),
        (403, "not-authorized"),
        (404, "form-not-found"),
        (405, "not-allowed"),
        (410, "form-not-found"),
        (413, "too-large"),
        (415, "bad-request"),
        (422, "bad-request"),
        (451, "bad-request"),
    ] {
        for receiver in readable() {
            for text in ["", "<h1>No</h1>", "{}", "{", "null"] {
                assert_eq!(reason(&contact(receiver.clone()), status, text), Some(code), "{status} {text}");
            }
        }
    }
}

#[test]
fn a_busy_receiver_can_be_asked_again() {
    for (status, code, may_have_arrived) in [
        (408, "timeout", true),
        (429, "rate-limited", false),
        (500, "server-error", true),
        (502, "server-error", true),
        (503, "server-error", true),
        (599, "server-error", true),
    ] {
        for receiver in readable() {
            let outcome = answered(&contact(receiver), status, "<h1>Busy</h1>");
            let Outcome::Failed { reason, can_repeat, may_have_arrived: may } = outcome else { panic!("{outcome:?}") };
            assert_eq!((reason.code(), can_repeat, may), (code, true, may_have_arrived), "{status}");
        }
    }
}

#[test]
fn only_a_receiver_that_sees_the_id_can_still_be_working_on_it() {
    let still = Outcome::Failed { reason: Reason::StillRunning, can_repeat: true, may_have_arrived: true };
    assert_eq!(answered(&contact(to_json()), 409, ""), still);
    assert_eq!(reason(&contact(to_form()), 409, ""), Some("bad-request"));
}

// @threat-contact-outcomes
#[test]
fn a_status_that_no_receiver_should_send_confirms_nothing() {
    for status in [0, 100, 199, 301, 304, 600, u16::MAX] {
        assert_eq!(answered(&contact(to_json()), status, ""), Outcome::Unconfirmed, "{status}");
    }
}

#[test]
fn faults_that_hubspot_finds_are_at_our_fields() {
    let text = r#"{"status":"error","message":"The request is not valid","correlationId":"x","errors":[
        {"message":"Error in 'fields.email'. Invalid email address","errorType":"INVALID_EMAIL"},
        {"message":"Error in 'fields.0-1/firstname'. Required field 'firstname' is missing","errorType":"REQUIRED_FIELD"},
        {"message":"Error in 'fields.email'. Again","errorType":"BLOCKED_EMAIL"}]}"#;
    let fault = |field, code, detail: &str| FieldFault { field, code, detail: detail.to_owned() };
    let expected = Refusal {
        fields: vec![
            fault(1, FieldCode::NotAnEmail, "Error in 'fields.email'. Invalid email address"),
            fault(0, FieldCode::Missing, "Error in 'fields.0-1/firstname'. Required field 'firstname' is missing"),
        ],
        reason: None,
        detail: String::new(),
    };
    assert_eq!(refused(&contact(to_hubspot()), 400, text), expected);
}

#[test]
fn each_error_type_of_hubspot_that_only_the_owner_can_fix_has_a_reason() {
    for (code, expected) in [
        ("FORM_HAS_RECAPTCHA_ENABLED", "captcha"),
        ("FIELD_NOT_IN_FORM_DEFINITION", "unknown-field"),
        ("INVALID_HUTK", "invalid-cookie"),
        ("MISSING_PROCESSING_CONSENT", "consent"),
        ("MISSING_COMMUNICATION_CONSENT_TEXT", "consent"),
        ("INVALID_LEGAL_OPTION_FORMAT", "consent"),
        ("INVALID_PAGE_URI", "bad-request"),
        ("SOMETHING_NEW", "bad-request"),
    ] {
        let text = format!(r#"{{"errors":[{{"errorType":"{code}","message":"It is so"}}]}}"#);
        let refusal = refused(&contact(to_hubspot()), 400, &text);
        assert_eq!((refusal.reason.map(Reason::code), refusal.detail.as_str()), (Some(expected), "It is so"), "{code}");
    }
}

#[test]
fn a_field_that_the_form_does_not_have_is_for_the_owner_even_if_it_is_ours() {
    let text =
        r#"{"errors":[{"message":"Error in 'fields.message'. Not there","errorType":"FIELD_NOT_IN_FORM_DEFINITION"}]}"#;
    let refusal = refused(&contact(to_hubspot()), 400, text);
    assert_eq!((refusal.fields, refusal.reason), (Vec::new(), Some(Reason::UnknownField)));
}

#[test]
fn a_required_field_that_is_not_asked_is_for_the_owner() {
    let text = r#"{"errors":[{"message":"Error in 'fields.lastname'. Required field 'lastname' is missing","errorType":"REQUIRED_FIELD"}]}"#;
    let refusal = refused(&contact(to_hubspot()), 400, text);
    assert_eq!(refusal.reason, Some(Reason::MissingField));
    assert_eq!(refusal.detail, "Error in 'fields.lastname'. Required field 'lastname' is missing");
}

#[test]
fn faults_that_formspree_finds_are_at_our_fields_by_their_names_there() {
    let text = r#"{"error":"Validation errors","errors":[
        {"field":"_replyto","code":"TYPE_EMAIL","message":"should be an email"},
        {"field":"message","message":"no links"}]}"#;
    let refusal = refused(&named(to_form(), &[("email", "_replyto")]), 422, text);
    let found: Vec<_> = refusal.fields.iter().map(|fault| (fault.field, fault.code, fault.detail.as_str())).collect();
    assert_eq!(found, [(1, FieldCode::NotAnEmail, "should be an email"), (2, FieldCode::Other, "no links")]);
    assert_eq!(refusal.reason, None);
}

#[test]
fn codes_of_formspree_about_the_form_have_a_reason() {
    for (code, expected) in [
        ("BLOCKED", "spam"),
        ("FORM_NOT_FOUND", "form-not-found"),
        ("PROJECT_NOT_FOUND", "form-not-found"),
        ("INACTIVE", "form-inactive"),
        ("EMPTY", "bad-request"),
    ] {
        let text = format!(r#"{{"errors":[{{"code":"{code}","message":"no"}}]}}"#);
        assert_eq!(reason(&contact(to_form()), 400, &text), Some(expected), "{code}");
    }
}

#[test]
fn a_single_error_as_of_basin_is_shown_as_the_receivers_words() {
    let refusal = refused(&contact(to_form()), 403, r#"{"error":"Please complete the captcha"}"#);
    assert_eq!((refusal.reason, refusal.detail.as_str()), (Some(Reason::NotAuthorized), "Please complete the captcha"));
}

#[test]
fn texts_for_each_field_as_of_web_frameworks_are_at_our_fields() {
    let text = r#"{"message":"Invalid","errors":{"email":["should be at work","other"],"name":"is missing","x":[]}}"#;
    for status in [200, 422] {
        let refusal = refused(&contact(to_json()), status, text);
        let faults: Vec<_> = refusal.fields.iter().map(|fault| (fault.field, fault.detail.as_str())).collect();
        assert_eq!(faults, [(1, "should be at work"), (0, "is missing")]);
        assert_eq!(refusal.reason, Some(Reason::BadRequest), "a field that is not ours");
    }
}

#[test]
fn faults_of_several_own_fields_keep_their_places() {
    let fields = vec![
        Field { kind: FieldKind::Email, is_required: true },
        Field { kind: super::own("when", &["Now"]), is_required: false },
    ];
    let contact = Contact { fields, ..contact(to_hubspot()) };
    let text = r#"{"errors":[{"message":"Error in 'fields.when'. No","errorType":"VALUE_NOT_IN_FIELD_DEFINITION"}]}"#;
    let fields = refused(&contact, 400, text).fields;
    assert_eq!((fields[0].field, fields[0].code), (1, FieldCode::NotAChoice));
}

// @threat-contact-answers
#[test]
fn a_receivers_words_are_one_bounded_line_without_hidden_characters() {
    let message = format!("No\\u202e \\u200bno\\n<b>{}</b>", "x".repeat(300));
    let text = format!(r#"{{"errors":[{{"code":"BLOCKED","message":"{message}"}}]}}"#);
    let detail = refused(&contact(to_form()), 400, &text).detail;
    assert!(detail.starts_with("No no <b>xxx"), "{detail}");
    assert_eq!(detail.chars().count(), LONGEST_DETAIL);
}

// @threat-contact-answers
#[test]
fn an_answer_that_is_too_long_or_too_deep_is_no_acceptance() {
    let long = format!(r#"{{"errors":[{{"code":"BLOCKED"}}],"x":"{}"}}"#, "x".repeat(16_000));
    let deep = format!(r#"{{"error":"no","x":{}{}}}"#, "[".repeat(100), "]".repeat(100));
    for text in [long, deep] {
        assert_eq!(reason(&contact(to_form()), 400, &text), Some("bad-request"));
        assert_eq!(answered(&contact(to_form()), 200, &text), Outcome::Unconfirmed);
    }
}

// @threat-contact-answers
#[test]
fn names_with_values_of_other_types_are_ignored() {
    for text in [
        r#"{"errors":{"a":{"b":1}}}"#,
        r#"{"errors":[null,1,"x",[],{"field":1,"code":{},"message":[]}]}"#,
        r#"{"error":{"message":"no"},"errors":null}"#,
    ] {
        assert_eq!(reason(&contact(to_form()), 400, text), Some("bad-request"), "{text}");
    }
}

// @threat-contact-outcomes
#[test]
fn without_an_answer_only_a_request_that_was_never_made_is_certain() {
    let failed = |reason, can_repeat, may_have_arrived| Outcome::Failed { reason, can_repeat, may_have_arrived };
    for (why, expected) in [
        (NoAnswer::Offline, failed(Reason::Offline, true, false)),
        (NoAnswer::Network, failed(Reason::Network, true, true)),
        (NoAnswer::Timeout, failed(Reason::Timeout, true, true)),
        (NoAnswer::BlockedByPolicy, failed(Reason::BlockedByPolicy, false, false)),
        (NoAnswer::Canceled, failed(Reason::Canceled, true, true)),
    ] {
        assert_eq!(outcome_without_answer(why), expected, "{why:?}");
    }
}

#[test]
fn every_receiver_can_be_asked_for_its_outcome() {
    for receiver in receivers() {
        assert_eq!(answered(&contact(receiver), 204, ""), Outcome::Accepted);
    }
    assert_eq!(answered(&contact(Receiver::Post { url: url() }), 404, ""), answered(&contact(to_form()), 404, ""));
}
