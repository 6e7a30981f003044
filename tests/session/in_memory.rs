//! What is restored from the copy that the element keeps in memory while it is detached.

use session::{Action, Notice};

use super::{
    TIME, answers, at,
    device::{BACKUP, Call, Device, EARLIER, KEY, Visit, draft_at, has_answers, saved_at},
};

// @threat-erasing
#[test]
fn what_was_erased_elsewhere_while_the_element_was_detached_does_not_come_back() {
    let device = Device::earlier();
    let mut saved = Visit::on(&device);
    saved.answer("pace", "growing");
    for visit in [Visit::on(&device), saved] {
        let draft = device.text(KEY).unwrap();
        device.take(KEY);
        let mut again = visit.attached_again(&device, Some(KEY));
        assert!(again.session.is_untouched() && again.notice.is_none() && device.texts().is_empty());
        // Nor by way of a setting that saves nothing.
        let unsaved = visit.attached_again(&device, None);
        assert!(!unsaved.session.is_untouched());
        assert!(unsaved.attached_again(&device, Some(KEY)).session.is_untouched());
        again.act(Action::Next);
        device.put(KEY, &draft);
    }
}

#[test]
fn what_could_not_be_saved_is_still_there_after_the_element_was_detached() {
    let full = Device::failing(&[], |call, _, _| call == Call::Set);
    let blocked = Device::failing(&[], |_, _, _| true);
    for (device, key) in [(&full, Some(KEY)), (&blocked, Some(KEY)), (&Device::new(&[]), None)] {
        let mut visit = Visit::with(device, key, None);
        visit.answer("cap", "team");
        for again in [visit.attached_again(device, key), visit.attached_again(&Device::new(&[]), Some(KEY))] {
            assert_eq!(answers(&again.session), ["cap=team"]);
        }
    }
}

#[test]
fn answers_that_were_not_saved_over_those_of_another_tab_are_still_there_after_those_were_erased() {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    device.put(KEY, &draft_at("pace", EARLIER));
    visit.answer("cap", "none");
    assert_eq!(visit.last_save, Some(Ok(false)));
    device.take(KEY);
    assert_eq!(answers(&visit.attached_again(&device, Some(KEY)).session), ["cap=none"]);
}

#[test]
fn without_a_key_the_draft_in_memory_is_restored() {
    let draft = draft_at("load", &[("cap", "team")]);
    let visit = Visit::with(&Device::earlier(), None, Some(&draft));
    assert_eq!((visit.session.place(), visit.notice), (at("load"), Some(Notice::Resumed)));
    assert_eq!(visit.copy(), draft);
}

#[test]
fn an_unreadable_draft_in_memory_is_ignored() {
    let mut visit = Visit::with(&Device::new(&[]), None, Some(r#"{"schema":4,"content":"2","answers":{}}"#));
    assert_eq!(visit.notice, None);
    visit.answer("cap", "team");
    assert_eq!(visit.last_save, Some(Ok(false)));
}

#[test]
fn the_later_of_the_drafts_on_the_device_and_in_memory_is_restored() {
    let (first, second) = ("2026-11-22T08:30:00.000Z", "2026-11-22T08:30:00.001Z");
    for (on_device, in_memory, expected) in [(first, second, "team"), (second, first, "lead"), (first, first, "team")] {
        let device = Device::new(&[(KEY, &saved_at(on_device, "load", &[("cap", "lead")]))]);
        let visit = Visit::with(&device, Some(KEY), Some(&saved_at(in_memory, "load", &[("cap", "team")])));
        assert_eq!(answers(&visit.session), [format!("cap={expected}")]);
    }
}

#[test]
fn the_draft_in_memory_is_restored_if_the_device_has_none_or_cannot_be_read() {
    let draft = draft_at("load", &[("cap", "team")]);
    for fails in [false, true] {
        let device = Device::failing(&[], move |_, _, _| fails);
        let visit = Visit::with(&device, Some(KEY), Some(&draft));
        assert_eq!((visit.session.place(), visit.notice), (at("load"), Some(Notice::Resumed)), "fails: {fails}");
    }
}

#[test]
fn invalid_json_in_memory_is_ignored() {
    let visit = Visit::with(&Device::earlier(), Some(KEY), Some("{half"));
    assert_eq!(visit.session.place(), at("pace"));
}

#[test]
fn an_unreadable_draft_on_the_device_is_backed_up_and_the_one_in_memory_continues() {
    let newer = r#"{ "schema": 4, "content": "2", "saved": "2030-01-01", "answers": { "cap": "lead" } }"#;
    for (text, notice) in [("{half", Notice::Unreadable), (newer, Notice::Newer)] {
        let device = Device::new(&[(KEY, text)]);
        let mut visit = Visit::with(&device, Some(KEY), Some(&draft_at("load", &[("cap", "team")])));
        assert_eq!((visit.session.place(), visit.notice), (at("load"), Some(notice)));
        assert_eq!(answers(&visit.session), ["cap=team"]);
        assert_eq!(device.text(BACKUP).unwrap(), text);
        visit.answer("load", "ok");
        assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team"), ("load", "ok")]));
    }
}

#[test]
fn an_older_draft_on_the_device_with_other_answers_is_backed_up_before_the_one_in_memory_replaces_it() {
    let older = saved_at("2026-11-01T08:30:00.000Z", "load", &[("cap", "lead")]);
    let device = Device::new(&[(KEY, &older)]);
    let mut visit = Visit::with(&device, Some(KEY), Some(&saved_at(TIME, "load", &[("cap", "team")])));
    assert_eq!((visit.look(), visit.notice), (vec![], Some(Notice::Resumed)));
    visit.answer("load", "ok");
    assert_eq!((visit.last_save, device.text(BACKUP)), (Some(Ok(true)), Some(older)));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team"), ("load", "ok")]));
}
