//! What is checked when the visitor sends the form.

use config::{Contact, Field, FieldKind};
use contact::{Fault, Typed, check, most_characters};

use super::{contact, field, own, to_json, typed};

fn asking(fields: Vec<Field>) -> Contact {
    Contact { fields, ..contact(to_json()) }
}

fn fault(kind: FieldKind, text: &str) -> Option<Fault> {
    let faults = check(&asking(vec![field(kind)]), &typed(&[text]));
    assert!(faults.iter().all(|(index, _)| *index == 0));
    faults.first().map(|(_, fault)| *fault)
}

#[test]
fn a_complete_form_has_no_faults() {
    assert_eq!(check(&contact(to_json()), &typed(&["Ada", "ada@analytical.example", "Hello"])), []);
}

#[test]
fn only_required_fields_can_be_missing() {
    assert_eq!(check(&contact(to_json()), &typed(&["", "", ""])), [(1, Fault::Missing)]);
}

#[test]
fn a_field_with_nothing_visible_is_missing() {
    for text in [" ", "\n\t", "\u{200b}", "\u{feff}\u{2060}", "\u{200d}"] {
        assert_eq!(check(&contact(to_json()), &typed(&["", text, ""])), [(1, Fault::Missing)], "{text:?}");
    }
}

#[test]
fn a_form_that_is_shorter_than_its_fields_is_missing_the_rest() {
    assert_eq!(check(&contact(to_json()), &Typed::default()), [(1, Fault::Missing)]);
}

#[test]
fn several_faults_are_in_the_order_of_the_fields() {
    let contact = asking(vec![field(FieldKind::Name), field(FieldKind::Email), field(FieldKind::Phone)]);
    let faults = check(&contact, &typed(&[&"n".repeat(101), "ada", &"1".repeat(51)]));
    assert_eq!(faults, [(0, Fault::TooLong(100)), (1, Fault::NotAnEmail), (2, Fault::TooLong(50))]);
}

#[test]
fn unusual_email_addresses_are_accepted() {
    for email in [
        "a@b.co",
        " ada@analytical.example ",
        "ada+it@mail.analytical.example",
        "o'brien@analytical.example",
        "ada@analytical.museum",
        "ärger@bücher.example",
        "用户@例子.广告",
        "\"ada\"@analytical.example",
        "ada@sub_domain.example",
        "ada\u{200b}@analytical.example",
    ] {
        assert_eq!(fault(FieldKind::Email, email), None, "{email}");
    }
}

#[test]
fn what_is_no_email_address_is_refused() {
    for email in [
        "ada",
        "@",
        "ada@",
        "@analytical.example",
        "ada@analytical",
        "ada@.example",
        "ada@analytical.",
        "ada@analytical..example",
        "ada @analytical.example",
        "ada@analytical. example",
        "ada@analytical.example, bob@analytical.example",
        "ada@bob@analytical.example",
        "https://analytical.example",
    ] {
        assert_eq!(fault(FieldKind::Email, email), Some(Fault::NotAnEmail), "{email}");
    }
}

#[test]
fn an_email_address_has_at_most_254_characters() {
    let email = |characters: usize| format!("{}@analytical.example", "a".repeat(characters - 19));
    assert_eq!(fault(FieldKind::Email, &email(254)), None);
    assert_eq!(fault(FieldKind::Email, &email(255)), Some(Fault::TooLong(254)));
}

#[test]
fn a_phone_number_can_have_any_format() {
    for phone in ["+1 (555) 010-0199 ext. 7", "0551/12 34", "call me maybe"] {
        assert_eq!(fault(FieldKind::Phone, phone), None, "{phone}");
    }
}

#[test]
fn each_field_is_limited_in_characters_not_bytes() {
    for (kind, most) in [
        (FieldKind::Name, 100),
        (FieldKind::Phone, 50),
        (FieldKind::Organization, 100),
        (FieldKind::Role, 100),
        (FieldKind::Message, 2_000),
        (own("when", &[]), 200),
    ] {
        assert_eq!(most_characters(&kind), most);
        assert_eq!(fault(kind.clone(), &"ß".repeat(most)), None, "{kind:?}");
        assert_eq!(fault(kind.clone(), &"ß".repeat(most + 1)), Some(Fault::TooLong(most)), "{kind:?}");
    }
}

#[test]
fn a_choice_has_to_be_one_of_the_choices() {
    let kind = own("when", &["Now", "This  year"]);
    for text in ["", "Now", "This  year"] {
        assert_eq!(fault(kind.clone(), text), None, "{text:?}");
    }
    for text in ["now", "Never", " "] {
        assert_eq!(fault(kind.clone(), text), Some(Fault::NotAChoice), "{text:?}");
    }
}

#[test]
fn a_required_choice_can_be_missing() {
    let contact = asking(vec![Field { kind: own("when", &["Now"]), is_required: true }]);
    assert_eq!(check(&contact, &typed(&[""])), [(0, Fault::Missing)]);
}
