//! What a message contains, and by which names.

use assessment::json::Value;
use config::{Contact, Field, FieldKind, HubSpot, Receiver};

use super::{
    WORDS, contact, field, json, message, named, names, own, print, receivers, result, ticked, to_form, to_hubspot,
    to_json, typed,
};

#[test]
fn a_message_contains_what_was_typed_the_consent_and_the_evidence() {
    let entries = message().entries(&contact(to_json()));
    let expected = ["name", "email", "message", "id", "consent", "page", "seconds", "answered", "build"];
    assert_eq!(names(&entries), expected);
    assert_eq!(entries[0].1, "Ada Lovelace".into());
    assert_eq!(entries[2].1, "Two lines,\nplease & thanks".into());
    assert_eq!(entries[6].1, 93.0.into());
}

#[test]
fn result_and_answers_are_sent_only_if_the_box_is_ticked() {
    for receiver in receivers() {
        let contact = named(receiver.clone(), &[("link", "link"), ("answers", "answers")]);
        let sent = |message: &super::Message| {
            message.entries(&contact).iter().any(|(name, _)| name == "link" || name == "answers")
        };
        assert!(!sent(&message()), "{receiver:?}");
        assert!(sent(&ticked()), "{receiver:?}");
    }
}

#[test]
fn with_the_box_the_result_is_between_the_fields_and_the_rest_and_the_answers_are_last() {
    let entries = ticked().entries(&contact(to_json()));
    assert_eq!(names(&entries)[2..8], ["message", "verdict", "leader", "summary", "link", "id"]);
    assert_eq!(entries.last().unwrap(), &("answers".to_owned(), result().answers));
}

#[test]
fn empty_fields_are_left_out() {
    let mut message = ticked();
    message.typed.fields = vec![" ".to_owned(), "a@b.co".to_owned(), "\u{200b}\n".to_owned()];
    message.result.as_mut().unwrap().leader = String::new();
    message.consent.privacy_url = None;
    let entries = message.entries(&contact(to_json()));
    assert_eq!(names(&entries)[..3], ["email", "verdict", "summary"]);
    assert_eq!(entries[5].1.get("privacy_url"), None);
}

#[test]
fn text_is_sent_trimmed_and_without_characters_that_nobody_sees() {
    let mut message = message();
    message.typed.fields = vec![
        "  Ada\u{200b} \u{202e}Lovelace\n".to_owned(),
        "ada@b.co\u{2060}".to_owned(),
        "\r\nOne\r\n\ttwo\u{e0041}  three\u{2028}\n".to_owned(),
    ];
    let entries = message.entries(&contact(to_json()));
    assert_eq!(entries[0].1, "Ada Lovelace".into());
    assert_eq!(entries[1].1, "ada@b.co".into());
    assert_eq!(entries[2].1, "One\n two  three".into());
}

#[test]
fn the_consent_has_the_words_that_were_shown_and_what_was_chosen() {
    let mut message = ticked();
    message.typed.with_news = false;
    let entries = message.entries(&contact(to_json()));
    let consent = &entries.iter().find(|(name, _)| name == "consent").unwrap().1;
    let expected = json(
        r#"{"request":"Marlow & Finch IT will answer by email.",
            "result":"Send my result and answers too","result_given":true,
            "news":"Send me news","news_given":false,
            "privacy_url":"https://www.marlow.example/privacy","legal_name":"Marlow & Finch IT LLC",
            "language":"en","time":"2026-11-30T22:00:00.000Z"}"#,
    );
    assert_eq!(consent, &expected);
}

#[test]
fn the_consent_says_nothing_of_a_box_that_was_not_offered() {
    let mut message = message();
    (message.consent.result, message.consent.news) = (None, None);
    let entries = message.entries(&contact(to_form()));
    let parts: Vec<&str> = names(&entries).into_iter().filter(|name| name.starts_with("consent")).collect();
    let expected = ["consent_request", "consent_privacy_url", "consent_legal_name", "consent_language", "consent_time"];
    assert_eq!(parts, expected);
}

// @threat-contact-privacy
#[test]
fn the_page_is_sent_without_query_and_fragment() {
    let page = |address: &str| {
        let message = super::Message { page: address.to_owned(), ..message() };
        message.entries(&contact(to_json())).into_iter().find(|(name, _)| name == "page").map(|(_, value)| value)
    };
    assert_eq!(page("https://a.example/fit?utm=1#x"), Some("https://a.example/fit".into()));
    assert_eq!(page("http://localhost:8080/#x?y"), Some("http://localhost:8080/".into()));
    for address in ["file:///home/ada/fit.html", "about:srcdoc", "blob:https://a.example/1", ""] {
        assert_eq!(page(address), None, "{address}");
    }
}

#[test]
fn a_filled_in_trap_is_sent_and_bounded() {
    let mut message = message();
    message.typed.trap = "x".repeat(10_000);
    let entries = message.entries(&contact(to_json()));
    assert_eq!(entries.last().unwrap(), &("trap".to_owned(), "x".repeat(200).into()));
}

#[test]
fn receivers_can_name_every_entry() {
    let ours = [
        "name", "email", "message", "verdict", "leader", "summary", "link", "id", "page", "seconds", "answered",
        "build", "answers",
    ];
    let theirs: Vec<String> = ours.iter().map(|name| format!("their_{name}")).collect();
    let pairs: Vec<(&str, &str)> = ours.iter().copied().zip(theirs.iter().map(String::as_str)).collect();
    for receiver in receivers() {
        let entries = ticked().entries(&named(receiver, &pairs));
        let unnamed: Vec<&str> = names(&entries).into_iter().filter(|name| !name.starts_with("their_")).collect();
        assert!(unnamed.iter().all(|name| name.starts_with("consent")), "{unnamed:?}");
        assert_eq!(names(&entries).iter().filter(|name| name.starts_with("their_")).count(), ours.len());
    }
}

#[test]
fn forms_get_each_part_of_the_consent_by_a_name_of_its_own() {
    let entries = message().entries(&named(to_form(), &[("consent", "gdpr"), ("consent_news_given", "opt_in")]));
    assert!(entries.contains(&("gdpr_language".to_owned(), "en".into())));
    assert!(entries.contains(&("opt_in".to_owned(), false.into())));
}

#[test]
fn hubspot_gets_only_fields_and_what_is_named() {
    let mut contact = named(to_hubspot(), &[("verdict", "fit_verdict"), ("consent", "fit_consent")]);
    contact.extra = vec![("lead_source".to_owned(), "fit".to_owned())];
    contact.fields.push(field(own("start_when", &[])));
    let mut message = ticked();
    message.typed.fields.push("soon".to_owned());
    let expected = ["firstname", "email", "message", "start_when", "fit_verdict", "fit_consent", "lead_source"];
    assert_eq!(names(&message.entries(&contact)), expected);
}

#[test]
fn hubspot_has_its_own_names_for_fields() {
    let fields = [
        FieldKind::Name,
        FieldKind::Email,
        FieldKind::Phone,
        FieldKind::Organization,
        FieldKind::Role,
        FieldKind::Message,
    ];
    let fields = fields.into_iter().map(field).collect();
    let contact = Contact { fields, ..named(to_hubspot(), &[("role", "position")]) };
    let message = super::Message { typed: typed(&["a", "a@b.co", "1", "b", "c", "d"]), ..message() };
    let expected = ["firstname", "email", "phone", "company", "position", "message"];
    assert_eq!(names(&message.entries(&contact)), expected);
}

#[test]
fn extra_entries_are_sent_with_every_message_even_if_they_are_empty() {
    for receiver in receivers() {
        let extra = vec![("oid".to_owned(), "00D".to_owned()), ("_gotcha".to_owned(), String::new())];
        let entries = message().entries(&Contact { extra: extra.clone(), ..contact(receiver) });
        for (name, text) in extra {
            assert!(entries.contains(&(name.clone(), text.into())), "{name}");
        }
    }
}

#[test]
fn what_the_visitor_typed_wins_over_an_entry_of_the_same_name() {
    let contact = Contact { extra: vec![("email".to_owned(), "x".to_owned())], ..contact(to_json()) };
    let entries = message().entries(&contact);
    let emails: Vec<_> = entries.iter().filter(|(name, _)| name == "email").collect();
    assert_eq!(emails, [&("email".to_owned(), "ada@analytical.example".into())]);
}

#[test]
fn special_names_of_javascript_are_names_like_any_other() {
    let mut contact = named(to_json(), &[("name", "__proto__"), ("email", "constructor")]);
    contact.extra = vec![("toString".to_owned(), "x".to_owned())];
    let (_, _, body) = super::fetched(&contact, &message());
    let sent = json(&body);
    assert_eq!(sent.get("__proto__"), Some(&"Ada Lovelace".into()));
    assert_eq!(sent.get("constructor"), Some(&"ada@analytical.example".into()));
    assert_eq!(sent.get("toString"), Some(&"x".into()));
}

#[test]
fn the_visitor_sees_every_part_of_what_is_sent() {
    let shown = ticked().shown(&contact(to_json()), WORDS, print);
    let line = |name: &str| shown.iter().find(|(shown, _)| shown == name).map(|(_, text)| text.as_str());
    assert_eq!(line("message"), Some("Two lines,\nplease & thanks"));
    assert_eq!(line("seconds"), Some("93"));
    assert_eq!(line("consent.request"), Some("Marlow & Finch IT will answer by email."));
    assert_eq!(line("consent.result_given"), Some("true"));
    assert_eq!(line("answers.cap"), Some("lead"));
    assert_eq!(line("answers.tools"), Some(r#"["a","b"]"#));
}

#[test]
fn the_visitor_of_a_form_sees_the_names_of_its_entries() {
    let shown = ticked().shown(&contact(to_form()), WORDS, print);
    assert!(shown.contains(&("consent_result_given".to_owned(), "true".to_owned())));
    assert!(shown.contains(&("answers".to_owned(), r#"{"cap":"lead","tools":["a","b"]}"#.to_owned())));
}

// @threat-contact-shown
#[test]
fn the_visitor_sees_the_cookie_and_the_consent_that_hubspot_gets() {
    let Receiver::HubSpot(form) = to_hubspot() else { unreachable!() };
    let form = HubSpot { with_cookie: true, subscription: Some("999".to_owned()), ..form };
    let shown = message().shown(&contact(Receiver::HubSpot(form)), WORDS, print);
    let names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "firstname",
        "email",
        "message",
        "context.pageUri",
        "context.hutk",
        "legalConsentOptions.consent.consentToProcess",
        "legalConsentOptions.consent.text",
        "legalConsentOptions.consent.communications",
    ];
    assert_eq!(names, expected);
}

#[test]
fn an_optional_field_of_choices_that_is_not_chosen_is_left_out() {
    let contact =
        Contact { fields: vec![Field { kind: own("when", &["Now"]), is_required: false }], ..contact(to_json()) };
    let message = super::Message { typed: typed(&[""]), ..message() };
    assert_eq!(names(&message.entries(&contact))[0], "id");
    let chosen = super::Message { typed: typed(&["Now"]), ..message };
    assert_eq!(chosen.entries(&contact)[0], ("when".to_owned(), Value::from("Now")));
}
