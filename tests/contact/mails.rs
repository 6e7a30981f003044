//! The message as a mail.

use config::{Contact, Receiver};
use contact::{LONGEST_MAIL_ADDRESS, MailWords, Request, email_of, request};

use super::{WORDS, contact, field, mailed, message, named, own, print, receivers, ticked, to_hubspot, to_json};

fn is_shortened(request: &Request) -> bool {
    let Request::Mail { url, is_shortened } = request else { panic!("{request:?}") };
    assert!(url.len() <= LONGEST_MAIL_ADDRESS, "{}", url.len());
    *is_shortened
}

#[test]
fn a_mail_has_a_line_for_each_entry() {
    let mail = request(&contact(Receiver::Mailto), &message(), WORDS, print);
    let (receiver, subject, body) = mailed(&mail);
    assert_eq!((receiver.as_str(), subject.as_str()), ("hello@marlow.example", "Our IT support"));
    let start = "Your name: Ada Lovelace\nEmail: ada@analytical.example\nmessage:\nTwo lines,\nplease & thanks\nid: ";
    assert!(body.starts_with(start), "{body}");
    assert!(body.contains("\nAt the button: Marlow & Finch IT will answer by email.\n"));
    assert!(!is_shortened(&mail));
}

#[test]
fn a_mail_has_the_result_and_the_consent_in_words() {
    for receiver in [Receiver::Mailto, to_json()] {
        let (_, _, body) = mailed(&email_of(&contact(receiver), &ticked(), WORDS, print).unwrap());
        let lines = [
            "Verdict: A clear fit: co-managed IT",
            "With the result: yes",
            "consent_news_given: no",
            "Time (UTC): 2026-11-30 22:00",
            "answers: Who runs IT? One lead",
        ];
        for line in lines {
            assert!(body.lines().any(|it| it == line), "{line}: {body}");
        }
    }
}

#[test]
fn an_own_field_has_its_label_in_a_mail_and_a_name_of_the_settings_stays() {
    let mut contact = named(Receiver::Mailto, &[("name", "Who"), ("consent_time", "verdict")]);
    contact.fields.push(field(own("start_when", &[])));
    let mut message = message();
    message.typed.fields.push("soon".to_owned());
    let shown = message.shown(&contact, WORDS, print);
    let line = |name: &str| shown.iter().find(|(shown, _)| shown == name).map(|(_, text)| text.as_str());
    assert_eq!(line("When?"), Some("soon"));
    assert_eq!(line("Who"), Some("Ada Lovelace"));
    assert_eq!(line("verdict"), Some("2026-11-30T22:00:00.000Z"));
}

#[test]
fn a_mail_has_the_colon_of_its_language() {
    let words = MailWords { colon: "\u{a0}: ", ..WORDS };
    let (_, _, body) = mailed(&request(&contact(Receiver::Mailto), &message(), words, print));
    let start = "Your name\u{a0}: Ada Lovelace\nEmail\u{a0}: ada@analytical.example\nmessage\u{a0}:\nTwo lines";
    assert!(body.starts_with(start), "{body}");
}

#[test]
fn a_line_break_in_a_mail_is_cr_lf() {
    let Request::Mail { url, .. } = request(&contact(Receiver::Mailto), &message(), WORDS, print) else { panic!() };
    assert!(url.contains("Two%20lines%2C%0D%0Aplease%20%26%20thanks%0D%0A"), "{url}");
}

#[test]
fn a_long_mail_is_shortened_at_its_end_and_says_so() {
    let mut message = ticked();
    message.typed.fields[2] = "ß".repeat(2_000);
    let mail = request(&contact(Receiver::Mailto), &message, WORDS, print);
    assert!(is_shortened(&mail));
    let (_, _, body) = mailed(&mail);
    assert!(body.starts_with("Your name: Ada Lovelace\nEmail: ada@analytical.example\nmessage: ßßß"), "{body}");
    assert!(body.ends_with("ß\n\nThe rest did not fit."), "{body}");
}

#[test]
fn a_long_subject_and_a_long_note_leave_room_for_the_message() {
    let long = "東".repeat(2_000);
    let mut message = ticked();
    message.typed.fields[2] = "x".repeat(2_000);
    let mail =
        request(&contact(Receiver::Mailto), &message, MailWords { subject: &long, shortened: &long, ..WORDS }, print);
    assert!(is_shortened(&mail));
    let (_, subject, body) = mailed(&mail);
    assert!(subject.starts_with('東') && body.contains("ada@analytical.example") && body.ends_with('東'));
}

#[test]
fn the_subject_is_one_line() {
    let words = MailWords { subject: "One\r\nBcc: all@marlow.example", ..WORDS };
    let (_, subject, _) = mailed(&request(&contact(Receiver::Mailto), &message(), words, print));
    assert_eq!(subject, "One Bcc: all@marlow.example");
}

// @threat-contact-settings
#[test]
fn the_receiver_of_a_mail_cannot_add_headers() {
    let contact = Contact { email: Some("a+b@c.example?bcc=x&y,z".to_owned()), ..contact(Receiver::Mailto) };
    let Request::Mail { url, .. } = request(&contact, &message(), WORDS, print) else { panic!() };
    assert!(url.starts_with("mailto:a%2Bb@c.example%3Fbcc%3Dx%26y%2Cz?subject="), "{url}");
}

#[test]
fn the_mail_beside_another_receiver_is_for_people_and_has_nothing_of_the_receiver() {
    let mut with_extra = named(to_hubspot(), &[("name", "last_name")]);
    with_extra.extra = vec![("oid".to_owned(), "00D".to_owned())];
    let (_, _, body) = mailed(&email_of(&with_extra, &message(), WORDS, print).unwrap());
    let (_, _, plain) = mailed(&request(&contact(Receiver::Mailto), &message(), WORDS, print));
    assert_eq!(body, plain);
}

#[test]
fn there_is_no_mail_without_an_address() {
    for receiver in receivers() {
        let offered = |email| email_of(&Contact { email, ..contact(receiver.clone()) }, &message(), WORDS, print);
        assert_eq!(offered(None), None);
        assert!(offered(Some("a@b.co".to_owned())).is_some());
    }
}

#[test]
fn a_receiver_by_mail_gets_its_names_and_extra_entries() {
    let mut contact = named(Receiver::Mailto, &[("name", "Who")]);
    contact.extra = vec![("campaign".to_owned(), "fit".to_owned())];
    let mail = email_of(&contact, &message(), WORDS, print).unwrap();
    assert_eq!(mail, request(&contact, &message(), WORDS, print));
    let (_, _, body) = mailed(&mail);
    assert!(body.starts_with("Who: Ada Lovelace\n") && body.ends_with("\ncampaign: fit"), "{body}");
}

#[test]
fn a_mail_without_the_box_says_nothing_of_the_result() {
    let (_, _, body) = mailed(&email_of(&contact(to_json()), &message(), WORDS, print).unwrap());
    assert!(!body.contains("co-managed") && !body.contains("support-fit=") && !body.contains("answers:"));
}
