//! A message that is kept for later.

use contact::{kept, unkept};

use super::{contact, json, to_form, to_json, typed};

const TODAY: &str = "2026-11-30";
const LATEST: &str = "2026-12-07";

#[test]
fn what_was_typed_is_there_again_and_nothing_else_is_kept() {
    let (contact, typed) = (contact(to_json()), typed(&["Ada", "", " Two\nlines"]));
    let document = kept(&contact, &typed, LATEST);
    assert_eq!(document, json(r#"{"until":"2026-12-07","fields":{"name":"Ada","message":" Two\nlines"}}"#));
    assert_eq!(unkept(&contact, &document, TODAY, LATEST), Some((typed.fields, LATEST.to_owned())));
}

// @threat-contact-kept
#[test]
fn a_message_of_another_form_has_only_the_fields_that_there_still_are() {
    let document = json(r#"{"until":"2026-12-01","fields":{"email":"a@b.co","phone":"1","__proto__":"x"}}"#);
    let (fields, until) = unkept(&contact(to_form()), &document, TODAY, LATEST).unwrap();
    assert_eq!((fields, until.as_str()), (vec![String::new(), "a@b.co".to_owned(), String::new()], "2026-12-01"));
}

// @threat-contact-kept
#[test]
fn a_document_that_is_none_of_ours_or_out_of_date_is_no_message() {
    for document in [
        "null",
        "[]",
        r#"{"until":"2026-12-01"}"#,
        r#"{"until":"2026-12-01","fields":[]}"#,
        r#"{"until":"2026-12-01","fields":{"name":""}}"#,
        r#"{"until":"2026-12-01","fields":{"name":1}}"#,
        r#"{"until":"2026-12-01","fields":{"other":"x"}}"#,
        r#"{"until":20261201,"fields":{"name":"Ada"}}"#,
        r#"{"until":"2026-11-29","fields":{"name":"Ada"}}"#,
        r#"{"until":"2026-12-08","fields":{"name":"Ada"}}"#,
        r#"{"until":"","fields":{"name":"Ada"}}"#,
    ] {
        assert_eq!(unkept(&contact(to_json()), &json(document), TODAY, LATEST), None, "{document}");
    }
}
