//! What other tabs, or another element on the page, did to the saved draft without this visit being told.

use session::{Action, Effect::Notify, Notice};

use super::device::{BACKUP, BEFORE, Device, EARLIER, KEY, Visit, count_answers, draft_at, has_answers};

/// A visit with one saved answer, and another tab's draft.
fn visit() -> (Device, Visit, String) {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    (device, visit, draft_at("pace", EARLIER))
}

// @threat-other-tabs
#[test]
fn a_draft_that_was_saved_unseen_is_offered_and_not_overwritten() {
    let (device, mut visit, theirs) = visit();
    device.put(KEY, &theirs);
    visit.answer("load", "ok");
    assert_eq!((device.text(KEY), visit.last_save), (Some(theirs), Some(Ok(false))));
    assert_eq!(visit.session.notice(), Some(Notice::Elsewhere));
    assert!(has_answers(&visit.copy(), &[("cap", "team"), ("load", "ok")]));
    // Now the visitor knows of it, and has not chosen.
    visit.answer("load", "fire");
    assert!(has_answers(&device.text(BEFORE).unwrap(), EARLIER));
    assert_eq!((visit.last_save, visit.session.notice()), (Some(Ok(true)), None));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team"), ("load", "fire")]));
}

#[test]
fn each_draft_that_another_tab_saves_is_offered_before_it_is_overwritten() {
    let (device, mut visit, theirs) = visit();
    for (theirs, here) in [(theirs.as_str(), "ok"), (&draft_at("load", &[("cap", "none")]), "fire")] {
        device.put(KEY, theirs);
        visit.answer("load", here);
        assert_eq!((device.text(KEY).as_deref(), visit.last_save), (Some(theirs), Some(Ok(false))));
    }
}

#[test]
fn the_answers_here_or_there_can_be_kept() {
    let (device, mut visit, theirs) = visit();
    device.put(KEY, &theirs);
    visit.answer("load", "ok");
    visit.act(Action::KeepMine);
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team"), ("load", "ok")]));
    device.put(KEY, &theirs);
    visit.answer("load", "fire");
    visit.act(Action::TakeOver);
    assert!(has_answers(&device.text(KEY).unwrap(), EARLIER));
}

// @threat-other-tabs
#[test]
fn a_page_that_comes_back_says_what_another_tab_saved() {
    let (device, mut visit, theirs) = visit();
    assert_eq!(visit.look(), []);
    device.put(KEY, &theirs);
    assert_eq!(visit.look(), [Notify(Some(Notice::Elsewhere))]);
    assert_eq!(visit.look(), []);
    visit.act(Action::Dismiss);
    assert_eq!(visit.look(), [], "it was said");
    visit.answer("load", "ok");
    assert_eq!(visit.last_save, Some(Ok(true)));
}

#[test]
fn a_page_that_comes_back_says_that_another_tab_erased_the_draft() {
    let (device, mut visit, _) = visit();
    device.take(KEY);
    assert_eq!(visit.look(), [Notify(Some(Notice::ErasedElsewhere))]);
    assert_eq!(visit.look(), []);
}

#[test]
fn a_save_after_an_unseen_erasure_says_so() {
    let (device, mut visit, _) = visit();
    device.take(KEY);
    visit.answer("load", "ok");
    assert_eq!((visit.last_save, visit.session.notice()), (Some(Ok(true)), Some(Notice::ErasedElsewhere)));
    visit.erase();
    assert!(device.texts().is_empty());
}

// @threat-erasing
#[test]
fn what_another_tab_erased_is_not_saved_again_before_an_answer_changes_or_the_visitor_keeps_them() {
    for is_seen in [true, false] {
        let (device, mut visit, _) = visit();
        device.take(KEY);
        if is_seen {
            visit.look();
        }
        visit.act(Action::Next);
        assert!(device.texts().is_empty(), "seen: {is_seen}");
        assert_eq!(visit.session.notice(), Some(Notice::ErasedElsewhere));
        visit.act(Action::Dismiss);
        visit.act(Action::Back);
        assert!(device.texts().is_empty() && visit.session.is_erased_elsewhere());
        visit.answer("load", "ok");
        assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team"), ("load", "ok")]));
        visit.act(Action::Next);
        assert_eq!(device.text(KEY), Some(visit.copy()));

        device.take(KEY);
        visit.look();
        visit.act(Action::KeepMine);
        assert_eq!(device.text(KEY), Some(visit.copy()));
        assert!(!visit.session.is_erased_elsewhere());
    }
}

#[test]
fn the_same_answers_at_another_place_are_overwritten_without_a_notice() {
    let (device, mut visit, _) = visit();
    device.put(KEY, &draft_at("pace", &[("cap", "team")]));
    assert_eq!(visit.look(), []);
    visit.answer("load", "ok");
    assert_eq!((visit.last_save, visit.session.notice()), (Some(Ok(true)), None));
    device.put(KEY, &draft_at("skills", &[("cap", "team"), ("load", "ok")]));
    visit.act(Action::Next);
    assert_eq!((visit.last_save, visit.session.notice()), (Some(Ok(true)), None));
}

#[test]
fn a_text_that_is_no_draft_and_was_saved_unseen_is_backed_up() {
    let newer = r#"{ "schema": 99, "content": "9", "answers": { "cap": "lead" } }"#;
    for text in ["{half", newer, r#"{ "token": 1 }"#, r#"{ "schema": 3, "cart": 1 }"#, ""] {
        let (device, mut visit, _) = visit();
        device.put(KEY, text);
        assert_eq!(visit.look(), [], "{text}");
        visit.answer("load", "ok");
        assert_eq!(visit.last_save, Some(Ok(true)), "{text}");
        assert_eq!((device.text(BACKUP).as_deref(), count_answers(&device.text(KEY).unwrap())), (Some(text), 2));
    }
}

// @threat-other-tabs
#[test]
fn two_elements_with_one_key_do_not_overwrite_each_other_unseen() {
    let device = Device::new(&[]);
    let (mut one, mut other) = (Visit::on(&device), Visit::on(&device));
    one.answer("cap", "team");
    other.answer("cap", "lead");
    assert_eq!((other.last_save, other.session.notice()), (Some(Ok(false)), Some(Notice::Elsewhere)));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team")]));
}
