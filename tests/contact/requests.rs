//! The request for each kind of receiver.

use assessment::json::Value;
use config::{Contact, HubSpot, Receiver};
use contact::{Request, request};

use super::{ID, WORDS, contact, fetched, json, message, named, print, ticked, to_form, to_hubspot, to_json, url};

fn hubspot(change: fn(&mut HubSpot)) -> Contact {
    let Receiver::HubSpot(mut form) = to_hubspot() else { unreachable!() };
    change(&mut form);
    contact(Receiver::HubSpot(form))
}

#[test]
fn a_receiver_of_json_gets_one_object_with_the_id() {
    let (address, headers, body) = fetched(&contact(to_json()), &message());
    assert_eq!(address, url());
    assert_eq!(headers, [("Content-Type", "application/json".to_owned())]);
    assert_eq!(json(&body), Value::Object(message().entries(&contact(to_json()))));
    assert_eq!(json(&body).get("id"), Some(&ID.into()));
}

#[test]
fn the_idempotency_key_is_a_quoted_string_and_only_sent_on_request() {
    let contact = contact(Receiver::Json { url: url(), idempotency_header: true });
    let (_, headers, _) = fetched(&contact, &message());
    assert_eq!(headers[1], ("Idempotency-Key", format!("\"{ID}\"")));
}

#[test]
fn a_form_is_sent_without_a_preflight_and_asks_for_json() {
    let (address, headers, body) = fetched(&contact(to_form()), &ticked());
    assert_eq!(address, url());
    let expected =
        [("Content-Type", "application/x-www-form-urlencoded".to_owned()), ("Accept", "application/json".to_owned())];
    assert_eq!(headers, expected);
    assert!(
        body.starts_with("name=Ada+Lovelace&email=ada%40analytical.example&message=Two+lines%2C%0Aplease+%26+thanks&")
    );
    assert!(body.contains("&consent_news_given=false&"));
    assert!(body.ends_with("&answers=%7B%22cap%22%3A%22lead%22%2C%22tools%22%3A%5B%22a%22%2C%22b%22%5D%7D"), "{body}");
}

#[test]
fn hubspot_is_addressed_by_region_portal_and_form() {
    let path = "/submissions/v3/integration/submit/12345678/0b0f8a0e-2a4e-4d3c-8d7a-6a3f2c117d1c";
    let (address, headers, _) = fetched(&contact(to_hubspot()), &message());
    assert_eq!(address, format!("https://api.hsforms.com{path}"));
    assert_eq!(headers, [("Content-Type", "application/json".to_owned())]);
    let (address, ..) = fetched(&hubspot(|form| form.is_european = true), &message());
    assert_eq!(address, format!("https://api-eu1.hsforms.com{path}"));
}

#[test]
fn hubspot_gets_fields_and_the_page() {
    let expected = json(
        r#"{"fields":[{"name":"firstname","value":"Ada Lovelace"},
                      {"name":"email","value":"ada@analytical.example"},
                      {"name":"message","value":"Two lines,\nplease & thanks"}],
            "context":{"pageUri":"https://www.marlow.example/fit"}}"#,
    );
    assert_eq!(json(&fetched(&contact(to_hubspot()), &message()).2), expected);
}

#[test]
fn hubspot_gets_named_trees_as_json_text() {
    let contact = named(to_hubspot(), &[("answers", "fit_answers"), ("seconds", "fit_seconds")]);
    let body = json(&fetched(&contact, &ticked()).2);
    let fields = body.get("fields").unwrap().as_list().unwrap();
    let field = |name: &str, value: &str| Value::object([("name", name.into()), ("value", value.into())]);
    assert!(fields.contains(&field("fit_seconds", "93")));
    assert!(fields.contains(&field("fit_answers", r#"{"cap":"lead","tools":["a","b"]}"#)));
}

// @threat-contact-privacy
#[test]
fn the_tracking_cookie_is_sent_only_if_the_settings_say_so_and_the_page_has_one() {
    let cookie = |contact: &Contact, message: &super::Message| {
        json(&fetched(contact, message).2).get("context").unwrap().get("hutk").cloned()
    };
    let with_cookie = hubspot(|form| form.with_cookie = true);
    assert_eq!(cookie(&with_cookie, &message()), Some("60c2ccdfe4892f0fa0593940b12c11aa".into()));
    assert_eq!(cookie(&with_cookie, &super::Message { cookie: None, ..message() }), None);
    assert_eq!(cookie(&hubspot(|_| ()), &message()), None);
}

#[test]
fn hubspot_gets_exactly_the_words_of_the_consent_that_were_shown() {
    let mut message = message();
    message.typed.with_news = true;
    let contact = hubspot(|form| form.subscription = Some("999".to_owned()));
    let expected = json(
        r#"{"consent":{"consentToProcess":true,"text":"Marlow & Finch IT will answer by email.",
            "communications":[{"value":true,"subscriptionTypeId":999,"text":"Send me news"}]}}"#,
    );
    assert_eq!(json(&fetched(&contact, &message).2).get("legalConsentOptions"), Some(&expected));
    message.consent.news = None;
    let consent = json(&fetched(&contact, &message).2).get("legalConsentOptions").unwrap().get("consent").cloned();
    assert_eq!(consent.unwrap().get("communications"), Some(&Value::List(Vec::new())));
}

#[test]
fn a_form_in_a_new_tab_has_the_entries_of_a_form() {
    let contact = contact(Receiver::Post { url: url() });
    let Request::Post { url: address, entries } = request(&contact, &ticked(), WORDS, print) else { panic!() };
    assert_eq!(address, url());
    assert_eq!(entries, ticked().shown(&contact, WORDS, print));
    assert!(entries.contains(&("consent_language".to_owned(), "en".to_owned())));
}

#[test]
fn the_host_page_gets_the_entries_as_an_object() {
    let contact = contact(Receiver::Event);
    let Request::Event { payload } = request(&contact, &ticked(), WORDS, print) else { panic!() };
    assert_eq!(payload, Value::Object(ticked().entries(&contact)));
}
