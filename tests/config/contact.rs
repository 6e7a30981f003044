//! How visitors can write to the provider.

use assessment::json::Value;
use config::{Contact, FieldKind, HubSpot, Receiver, ResultSettings, Settings};

use super::{document, json};

const SENDER: &str =
    r#""legalName": "Marlow LLC", "postalAddress": "1 Main St", "privacyUrl": "https://marlow.example/privacy""#;

/// The contact from its entries, and the codes and paths of problems.
fn contact(entries: &str) -> (Option<Contact>, Vec<String>) {
    let (settings, problems) = Settings::read(Some(&json(&format!(r#"{{"contact": {{{entries}}}}}"#))), &[]);
    let place = |problem: &config::Problem| problem.to_string().split(": found").next().unwrap().to_owned();
    (settings.contact, problems.iter().map(place).collect())
}

/// A contact without problems.
fn right(entries: &str) -> Contact {
    let (contact, problems) = contact(entries);
    assert_eq!(problems, [""; 0], "{entries}");
    contact.unwrap()
}

/// A contact to an endpoint with JSON, and more entries.
fn posted(more: &str) -> (Option<Contact>, Vec<String>) {
    contact(&format!(r#""receiver": "json", "url": "https://a.example/in"{more}"#))
}

fn names(contact: &Contact) -> Vec<(&str, bool)> {
    contact.fields.iter().map(|field| (field.kind.name(), field.is_required)).collect()
}

#[test]
fn a_receiver_and_its_address_are_enough() {
    let contact = right(r#""receiver": "json", "url": "https://a.example/in""#);
    assert_eq!(contact.receiver, Receiver::Json { url: "https://a.example/in".to_owned(), idempotency_header: false });
    assert_eq!(names(&contact), [("name", false), ("email", true), ("message", false)]);
    assert_eq!((contact.email, contact.names, contact.extra), (None, Vec::new(), Vec::new()));
    assert_eq!((contact.with_answers, contact.with_news), (false, false));
}

#[test]
fn each_receiver_has_its_own_entries() {
    let url = || "https://a.example/in".to_owned();
    let of = |entries: &str| right(entries).receiver;
    let json = of(r#""receiver": "json", "url": "https://a.example/in", "idempotencyHeader": true"#);
    assert_eq!(json, Receiver::Json { url: url(), idempotency_header: true });
    assert_eq!(of(r#""receiver": "form", "url": "https://a.example/in""#), Receiver::Form { url: url() });
    assert_eq!(of(r#""receiver": "post", "url": "https://a.example/in""#), Receiver::Post { url: url() });
    assert_eq!(of(r#""receiver": "event""#), Receiver::Event);
    assert!(right(r#""receiver": "event", "answers": true"#).with_answers);
    assert_eq!(of(r#""receiver": "mailto", "email": "a@b.example""#), Receiver::Mailto);
    let form = "01234567-89ab-cdef-0123-456789abcdef";
    let hubspot = format!(r#""receiver": "hubspot", "portalId": "12", "formId": "{form}""#);
    let expected = HubSpot {
        portal_id: "12".to_owned(),
        form_id: form.to_owned(),
        is_european: false,
        with_cookie: false,
        subscription: None,
    };
    assert_eq!(of(&hubspot), Receiver::HubSpot(expected.clone()));
    let more = format!(r#"{hubspot}, "region": "eu1", "hutk": true, "subscription": "999""#);
    let more = of(&more);
    let expected = HubSpot { is_european: true, with_cookie: true, subscription: Some("999".to_owned()), ..expected };
    assert_eq!(more, Receiver::HubSpot(expected));
}

#[test]
fn what_a_receiver_needs_is_missing_without_it() {
    for (entries, places) in [
        ("", &["missing at $.contact.receiver"][..]),
        (r#""receiver": "json""#, &["missing at $.contact.url"]),
        (r#""receiver": "form", "url": null"#, &["missing at $.contact.url"]),
        (r#""receiver": "post""#, &["missing at $.contact.url"]),
        (r#""receiver": "mailto""#, &["missing at $.contact.email"]),
        (r#""receiver": "hubspot""#, &["missing at $.contact.portalId", "missing at $.contact.formId"]),
    ] {
        let (contact, problems) = contact(entries);
        assert_eq!(
            (contact, &problems[..]),
            (None, &places.iter().map(|&place| place.to_owned()).collect::<Vec<_>>()[..])
        );
    }
}

// @threat-contact-settings
#[test]
fn a_message_is_sent_only_to_an_unambiguous_encrypted_address() {
    for url in [
        "http://a.example/",
        "https://jo@a.example/",
        "https://a.example@b.example/",
        "https://a.example:0/",
        "https://a.example:443x/",
        "https://a.example:/",
        "https://größe.example/",
        "https://a.example%2eb.example/",
        r"https://a.example\\@b.example/",
        "https://a.example/a b",
        "//a.example/",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "http://localhost.b.example/",
        "",
    ] {
        let (contact, problems) = contact(&format!(r#""receiver": "json", "url": "{url}""#));
        assert_eq!(contact, None, "{url}");
        assert!(problems.len() == 1 && problems[0].ends_with(" at $.contact.url"), "{url}: {problems:?}");
    }
    for url in ["https://a.example", "https://a.example:8443?x#y", "http://localhost:3000/in", "http://[::1]/"] {
        assert_eq!(
            right(&format!(r#""receiver": "form", "url": "{url}""#)).receiver,
            Receiver::Form { url: url.to_owned() }
        );
    }
}

// @threat-contact-settings
#[test]
fn an_email_address_cannot_add_to_the_mailto_address() {
    for email in [
        "a@b.example?cc=c@d.example",
        "a@b.example,c@d.example",
        "a@b.example&x",
        "a%40b@c.example",
        "a b@c.example",
        "a@b",
    ] {
        let (contact, problems) = contact(&format!(r#""receiver": "mailto", "email": "{email}""#));
        assert_eq!((contact, &problems[..]), (None, &["unknown-value at $.contact.email".to_owned()][..]), "{email}");
    }
    let (contact, problems) = posted(r#", "email": "a@b""#);
    assert_eq!((contact.unwrap().email, problems.len()), (None, 1), "the receiver does not need it");
    assert_eq!(
        right(r#""receiver": "mailto", "email": " a.b+c@d-e.example ""#).email.as_deref(),
        Some("a.b+c@d-e.example")
    );
}

// @threat-contact-settings
#[test]
fn a_secret_anywhere_in_the_contact_removes_it_and_is_not_printed() {
    for (entry, place) in [
        (r#""extra": {"key": "pat-na1-01234567-89ab"}"#, "extra.key"),
        (r#""extra": {"key": "x Bearer 0123456789"}"#, "extra.key"),
        (r#""names": {"name": "sk_live_0123456789"}"#, "names.name"),
        (r#""email": "xoxb-01234567-89ab""#, "email"),
        (r#""own": [{"name": "a", "label": "b", "choices": ["c", "ghp_0123456789"]}]"#, "own[0].choices[1]"),
        (r#""unknown": "eyJhbGciOiJIUzI1NiJ9""#, "unknown"),
    ] {
        let document = format!(r#"{{"contact": {{"receiver": "json", "url": "https://a.example/in", {entry}}}}}"#);
        let (settings, problems) = Settings::read(Some(&json(&document)), &[]);
        let expected = format!(
            "secret at $.contact.{place}: found what looks like a secret, \
             expected no access token or key: anyone can read the settings of a page"
        );
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!((settings.contact, problems), (None, vec![expected]));
    }
    for text in ["task_sk_management", "compat-listing-1", "Bearer of news", "pat-1", "KeyJournalists"] {
        assert_eq!(posted(&format!(r#", "extra": {{"key": "{text}"}}"#)).1, [""; 0], "{text}");
    }
}

#[test]
fn what_makes_a_message_wrong_removes_the_contact() {
    for (more, place) in [
        (r#", "names": {"name": "last name"}"#, "unknown-value at $.contact.names.name"),
        (r#", "names": {"nmae": "last_name"}"#, "unknown-setting at $.contact.names.nmae"),
        (r#", "names": []"#, "wrong-type at $.contact.names"),
        (r#", "extra": {"oid": 1}"#, "wrong-type at $.contact.extra.oid"),
        (r#", "extra": {"the oid": "1"}"#, "unknown-setting at $.contact.extra.the oid"),
        (r#", "names": {"name": "x", "email": "x"}"#, "repeated at $.contact.names.email"),
        (r#", "names": {"name": "verdict"}"#, "repeated at $.contact.names.name"),
        (r#", "extra": {"email": "x"}"#, "repeated at $.contact.extra.email"),
    ] {
        assert_eq!(posted(more), (None, vec![place.to_owned()]), "{more}");
    }
    let hubspot = r#""receiver": "hubspot", "portalId": "1", "formId": "01234567-89ab-cdef-0123-456789abcdef""#;
    let (contact, problems) = contact(&format!(r#"{hubspot}, "region": "ap1""#));
    assert_eq!((contact, problems), (None, vec!["unknown-value at $.contact.region".to_owned()]));
}

#[test]
fn other_invalid_entries_are_reported_and_the_rest_applies() {
    for (more, place) in [
        (r#", "emial": "a@b.example""#, "unknown-setting at $.contact.emial"),
        (r#", "answers": "yes""#, "wrong-type at $.contact.answers"),
        (r#", "idempotencyHeader": 1"#, "wrong-type at $.contact.idempotencyHeader"),
        (r#", "fields": ["email", "fax"]"#, "unknown-value at $.contact.fields[1]"),
        (r#", "fields": ["name"]"#, "missing at $.contact.fields"),
        (r#", "required": ["phone"]"#, "unknown-value at $.contact.required[0]"),
        (r#", "own": [{"name": "when"}]"#, "missing at $.contact.own[0].label"),
        (r#", "own": [{"name": "email", "label": "x"}]"#, "repeated at $.contact.own[0].name"),
        (r#", "own": 5"#, "wrong-type at $.contact.own"),
    ] {
        let (contact, problems) = posted(more);
        assert_eq!(problems, [place], "{more}");
        let contact = contact.unwrap();
        assert_eq!(names(&contact), [("name", false), ("email", true), ("message", false)], "{more}");
    }
}

#[test]
fn fields_are_in_the_order_of_the_settings_and_the_providers_own_come_last() {
    let own = r#"[{"name": "when", "label": " When? ", "choices": ["Now", "Later"], "required": true}, {"name": "x", "label": "X"}]"#;
    let (contact, problems) =
        posted(&format!(r#", "fields": ["message", "phone"], "own": {own}, "names": {{"when": "00N1"}}"#));
    let contact = contact.unwrap();
    assert_eq!(problems, [""; 0]);
    assert_eq!(names(&contact), [("message", false), ("phone", true), ("when", true), ("x", false)]);
    let when = FieldKind::Own {
        name: "when".to_owned(),
        label: "When?".to_owned(),
        choices: vec!["Now".to_owned(), "Later".to_owned()],
    };
    assert_eq!(contact.fields[2].kind, when);
    assert_eq!(contact.names, [("when".to_owned(), "00N1".to_owned())]);
}

#[test]
fn at_most_three_own_fields_and_twenty_extra_entries() {
    let own = |count: usize| {
        let fields: Vec<String> = (0..count).map(|n| format!(r#"{{"name": "f{n}", "label": "F"}}"#)).collect();
        posted(&format!(r#", "own": [{}]"#, fields.join(",")))
    };
    assert_eq!(own(3).0.unwrap().fields.len(), 6);
    assert_eq!(own(4).1, ["too-many at $.contact.own"]);
    let extra = |count: usize| {
        let entries: Vec<String> = (0..count).map(|n| format!(r#""e{n}": """#)).collect();
        posted(&format!(r#", "extra": {{{}}}"#, entries.join(",")))
    };
    assert_eq!(extra(20).0.unwrap().extra.len(), 20);
    assert_eq!(extra(21), (None, vec!["too-many at $.contact.extra".to_owned()]));
}

// @threat-contact-settings
#[test]
fn news_are_offered_only_if_it_is_said_whom_they_are_from() {
    let read = |settings: &str| {
        let contact = r#"{"receiver": "event", "news": true, "email": "a@b.example"}"#;
        let (settings, problems) =
            Settings::read(Some(&json(&format!(r#"{{{settings}, "contact": {contact}}}"#))), &[]);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        (settings.contact.unwrap().with_news, problems)
    };
    assert_eq!(read(SENDER), (true, Vec::new()));
    let expected = "missing at $.contact.news: found true, \
                    expected legalName, postalAddress, privacyUrl and contact.email";
    for part in SENDER.split(", \"").map(|part| part.trim_start_matches('"')) {
        let others = SENDER.split(", \"").filter(|other| !other.ends_with(part));
        let others: Vec<String> = others.map(|other| format!("\"{}", other.trim_start_matches('"'))).collect();
        assert_eq!(read(&others.join(", ")), (false, vec![expected.to_owned()]), "{part}");
    }
    let (contact, problems) = contact(r#""receiver": "event", "news": true"#);
    assert_eq!((contact.unwrap().with_news, problems.len()), (false, 1));

    let hubspot = r#""receiver": "hubspot", "portalId": "1", "formId": "01234567-89ab-cdef-0123-456789abcdef""#;
    let news = |more: &str| {
        let text = format!(r#"{{{SENDER}, "contact": {{{hubspot}, "email": "a@b.example", "news": true{more}}}}}"#);
        let (settings, problems) = super::document(&text);
        (settings.contact.unwrap().with_news, problems)
    };
    assert_eq!(news(r#", "subscription": "9""#), (true, Vec::new()));
    let expected =
        "missing at $.contact.subscription: found nothing, expected 1 to 20 digits in quotation marks".to_owned();
    assert_eq!(news(""), (false, vec![expected]));
}

#[test]
fn problems_of_every_step_are_in_the_order_of_the_document() {
    let (_, problems) = super::document(
        r#"{"contact": {"answers": 1, "own": [{"label": 5, "name": 5}], "receiver": "fax"}, "theme": 5,
            "cta": {"leen": {}, "lean": {}}, "colour": 1, "ctaUrl": 5}"#,
    );
    let places: Vec<&str> = problems.iter().map(|line| line.split(": found").next().unwrap()).collect();
    let expected = [
        "wrong-type at $.contact.answers",
        "wrong-type at $.contact.own[0].label",
        "wrong-type at $.contact.own[0].name",
        "unknown-value at $.contact.receiver",
        "wrong-type at $.theme",
        "unknown-setting at $.cta.leen",
        "missing at $.cta.lean.url",
        "unknown-setting at $.colour",
        "wrong-type at $.ctaUrl",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_contact_that_is_no_object_is_a_wrong_type() {
    for value in [Value::from("https://a.example/"), Value::from(true), Value::List(Vec::new())] {
        let (contact, problems) = Contact::read(&value, &ResultSettings::default());
        assert_eq!((contact, problems.len()), (None, 1));
        assert_eq!(problems[0].expected.0.code(), "wrong-type");
    }
}

#[test]
fn questions_are_asked_after_the_fields_and_have_names_of_their_own() {
    let json = r#""receiver": "json", "url": "https://a.example/", "own": [{"name": "when", "label": "When?"}]"#;
    let questions = r#"[{"name": "psa", "text": "Which PSA do you use?"}, {"name": "when", "text": "When?"}]"#;
    let text = format!(r#"{{"contact": {{{json}}}, "questions": {questions}}}"#);
    let (settings, problems) = document(&text);
    assert_eq!(
        problems,
        [r#"repeated at $.questions[1].name: found "when", expected a name that nothing else in the message has"#]
    );
    let contact = settings.contact.unwrap();
    assert_eq!((contact.fields.len(), contact.questions), (4, 0), "none, if one is invalid");
    let (settings, _) = document(&text.replace(r#""when", "text""#, r#""end", "text""#));
    let contact = settings.contact.unwrap();
    let names: Vec<_> = contact.fields.iter().map(|field| field.kind.name()).collect();
    assert_eq!((names, contact.questions), (vec!["name", "email", "message", "when", "psa", "end"], 2));
}
