//! Answers that were replaced before the visitor had finished with them: saved next to the draft, and offered by the next visit.

use assessment::{Assessment, json::Value};
use decision::worksheet::DutyChange;
use session::{
    Action, Draft, ENTRY_CODE,
    Effect::{Notify, Save},
    Notice, Place, Source, StoreFault, link,
};

use super::{
    TIME, at,
    device::{BACKUP, BEFORE, Call, Device, EARLIER, HISTORY, KEY, Visit, draft_at, has_answers},
    read,
};

/// The link of an organization, made with content 1.2.
const LINK: &str = "s2-AzEuMrqqo4QOaKpoaIZmZ8ZoSdomaMoOecGqA";

fn linked() -> Draft {
    let assessment = Assessment::standard();
    link::decode(assessment, LINK).unwrap().state.into_draft(assessment, Place::RESULT, TIME)
}

/// Another link.
fn other_link() -> Draft {
    let mut draft = linked();
    draft.responses.set(super::id("cap"), None);
    draft
}

fn offer(visit: &mut Visit, source: Source, draft: Draft) {
    visit.act(Action::Offer(source, Box::new(draft), None));
}

/// Opens a link as one tricked press does.
fn open_link(visit: &mut Visit, draft: Draft) {
    offer(visit, Source::Link, draft);
    visit.act(Action::TakeOver);
}

/// A visit with the visitor's own answers, in which a link was opened.
fn opened() -> (Device, Visit) {
    let device = Device::earlier();
    let mut visit = Visit::on(&device);
    open_link(&mut visit, linked());
    (device, visit)
}

fn is_kept(device: &Device) -> bool {
    device.text(BEFORE).is_some_and(|text| has_answers(&text, EARLIER))
}

// @threat-replacing-answers
#[test]
fn answers_that_a_link_a_file_or_the_host_page_replaces_are_offered_by_the_next_visit() {
    for source in [Source::Link, Source::File, Source::Host] {
        let device = Device::earlier();
        let mut visit = Visit::on(&device);
        offer(&mut visit, source, linked());
        visit.act(Action::TakeOver);
        assert!(is_kept(&device) && !has_answers(&device.text(KEY).unwrap(), EARLIER), "{source:?}");
        assert_ne!(visit.session.notice(), Some(Notice::Replaced), "{source:?}: undo still works");

        let mut later = Visit::on(&device);
        assert_eq!(later.notice, Some(Notice::Replaced), "{source:?}");
        later.act(Action::TakeOver);
        assert!(has_answers(&device.text(KEY).unwrap(), EARLIER), "{source:?}");
        assert_eq!(later.session.place(), at("pace"));
    }
}

// @threat-replacing-answers
#[test]
fn answers_that_come_only_from_a_link_do_not_push_out_the_visitors_own() {
    let (device, mut visit) = opened();
    open_link(&mut visit, other_link());
    assert!(is_kept(&device));
    let mut later = Visit::on(&device);
    open_link(&mut later, linked());
    assert!(is_kept(&device));
    later.answer("cap", "keeper");
    open_link(&mut later, other_link());
    assert!(has_answers(&device.text(BEFORE).unwrap(), &[("cap", "keeper")]), "one was changed");
}

#[test]
fn on_a_new_device_a_link_replaces_nothing() {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    open_link(&mut visit, linked());
    open_link(&mut visit, other_link());
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [KEY]);
}

#[test]
fn undo_ends_it() {
    let (device, mut visit) = opened();
    visit.act(Action::Undo);
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [KEY]);
    assert_eq!(Visit::on(&device).notice, Some(Notice::Resumed));
}

#[test]
fn the_earlier_and_the_present_answers_can_be_swapped_back_and_forth() {
    let (device, mut visit) = opened();
    visit.answer("cap", "keeper");
    let theirs = answers_in(&visit.copy());
    for _ in 0..2 {
        let mut swapped = Visit::on(&device);
        swapped.act(Action::TakeOver);
        assert!(has_answers(&device.text(KEY).unwrap(), EARLIER));
        assert_eq!(answers_in(&device.text(BEFORE).unwrap()), theirs);
        swapped.act(Action::Undo);
        assert!(is_kept(&device));
        assert_eq!(answers_in(&swapped.copy()), theirs);
    }
}

#[test]
fn a_link_that_was_never_changed_is_gone_after_the_swap_but_undo_brings_both_back() {
    let (device, _) = opened();
    let mut later = Visit::on(&device);
    later.act(Action::TakeOver);
    assert_eq!(device.text(BEFORE), None);
    later.act(Action::Undo);
    assert!(is_kept(&device) && later.session.is_opened());
}

#[test]
fn an_answer_after_the_swap_is_undone_alone() {
    let (device, mut visit) = opened();
    visit.answer("cap", "keeper");
    let mut later = Visit::on(&device);
    later.act(Action::TakeOver);
    later.answer("pace", "growing");
    later.act(Action::Undo);
    assert!(has_answers(&device.text(BEFORE).unwrap(), &[("cap", "keeper")]));
}

#[test]
fn the_earlier_answers_can_be_removed() {
    let (device, _) = opened();
    let mut later = Visit::on(&device);
    assert_eq!(later.act(Action::RemoveReplaced), [Notify(None), Save]);
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [KEY]);
    assert_eq!(Visit::on(&device).notice, Some(Notice::Resumed));
}

#[test]
fn without_a_choice_they_are_offered_by_every_visit() {
    let (device, _) = opened();
    for _ in 0..2 {
        let mut later = Visit::on(&device);
        assert_eq!(later.act(Action::Dismiss), [Notify(None)]);
        later.act(Action::Back);
        assert_eq!(later.session.notice(), None);
    }
    assert_eq!(Visit::on(&device).notice, Some(Notice::Replaced));
}

#[test]
fn a_problem_with_the_saved_answers_is_shown_first() {
    let (device, _) = opened();
    device.put(KEY, "{half");
    let mut later = Visit::on(&device);
    assert_eq!(later.notice, Some(Notice::Unreadable));
    assert_eq!(later.act(Action::Dismiss), [Notify(Some(Notice::Replaced))]);
}

// @threat-erasing
#[test]
fn erasing_removes_the_earlier_answers_too() {
    let (device, mut visit) = opened();
    assert!(visit.erase() && device.texts().is_empty());
    let (device, _) = opened();
    assert!(Visit::on(&device).erase() && device.texts().is_empty());
}

#[test]
fn undo_after_erasing_does_not_withdraw_answers_that_are_offered_then() {
    let (device, _) = opened();
    let mut visit = Visit::on(&device);
    visit.act(Action::TakeOver);
    visit.erase();
    offer(&mut visit, Source::Replaced, linked());
    visit.act(Action::Undo);
    assert_eq!(visit.session.notice(), Some(Notice::Replaced));
    assert!(visit.session.elsewhere().is_some());
}

/// A visit with an answer, in which another tab's draft was offered.
fn offered() -> (Device, Visit) {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    device.put(KEY, &draft_at("pace", EARLIER));
    assert_eq!(visit.look(), [Notify(Some(Notice::Elsewhere))]);
    (device, visit)
}

// @threat-other-tabs
#[test]
fn another_tabs_answers_are_kept_if_the_visitor_goes_on_without_a_choice() {
    for closes in [true, false] {
        for then in [Action::GoTo(Place::Overview), Action::StartOver, super::answer("load", "ok")] {
            let (device, mut visit) = offered();
            if closes {
                visit.act(Action::Dismiss);
            }
            visit.act(then.clone());
            assert_eq!(visit.last_save, Some(Ok(true)), "{then:?}");
            assert!(is_kept(&device), "{then:?}");
            assert_eq!(Visit::on(&device).notice, Some(Notice::Replaced), "{then:?}");
        }
    }
}

// @threat-other-tabs
#[test]
fn answers_that_are_opened_over_an_offer_of_another_tab_wait_for_a_choice() {
    for source in [Source::Host, Source::Link] {
        for keeps in [true, false] {
            let (device, mut visit) = offered();
            offer(&mut visit, source, linked());
            visit.act(if source == Source::Link { Action::TakeOver } else { Action::GoTo(Place::Overview) });
            visit.act(Action::GoTo(Place::Check));
            assert!(has_answers(&device.text(KEY).unwrap(), EARLIER), "{source:?}");
            assert_eq!(visit.session.notice(), Some(Notice::Elsewhere), "{source:?}");
            visit.act(if keeps { Action::KeepMine } else { Action::TakeOver });
            // Those of the other tab are open or were declined, and those before the link are kept.
            assert!(has_answers(&device.text(BEFORE).unwrap(), &[("cap", "team")]), "{source:?}");
            assert_eq!(has_answers(&device.text(KEY).unwrap(), EARLIER), !keeps, "{source:?}");
        }
    }
}

#[test]
fn another_tabs_answers_are_not_kept_if_the_visitor_has_declined_them() {
    let (device, mut visit) = offered();
    visit.act(Action::KeepMine);
    visit.answer("load", "ok");
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [KEY]);
}

#[test]
fn another_tabs_link_that_was_never_changed_is_not_kept() {
    let device = Device::earlier();
    let (mut visit, mut other) = (Visit::on(&device), Visit::on(&device));
    open_link(&mut other, linked());
    visit.look();
    visit.answer("pace", "growing");
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert!(is_kept(&device) && !has_answers(&device.text(BEFORE).unwrap(), &[("pace", "growing")]));
}

#[test]
fn an_outdated_offer_of_earlier_answers_ends_when_other_answers_take_their_place() {
    let (device, _) = opened();
    for closes in [true, false] {
        let mut later = Visit::on(&device);
        device.put(KEY, &draft_at("load", &[("cap", "none")]));
        later.look();
        if closes {
            assert_eq!(later.act(Action::Dismiss), [Notify(Some(Notice::Replaced))]);
        }
        later.answer("cap", if closes { "keeper" } else { "lead" });
        assert!(has_answers(&device.text(BEFORE).unwrap(), &[("cap", "none")]));
        assert_eq!((later.session.notice(), later.session.elsewhere()), (None, None));
        device.put(BEFORE, &draft_at("pace", EARLIER));
    }
}

#[test]
fn answers_taken_over_from_another_tab_leave_those_here() {
    let (device, mut visit) = offered();
    visit.act(Action::TakeOver);
    assert!(has_answers(&device.text(BEFORE).unwrap(), &[("cap", "team")]));
}

#[test]
fn without_room_for_the_earlier_answers_they_stay_until_there_is() {
    let device = Device::failing(&[(KEY, &draft_at("pace", EARLIER))], |call, _, n| call == Call::Set && n <= 2);
    let mut visit = Visit::on(&device);
    open_link(&mut visit, linked());
    assert_eq!(visit.last_save, Some(Err(StoreFault::Full)));
    visit.answer("cap", "keeper");
    assert!(has_answers(&device.text(KEY).unwrap(), EARLIER) && device.text(BEFORE).is_none());
    visit.answer("cap", "none");
    assert!(is_kept(&device) && visit.last_save == Some(Ok(true)));
}

#[test]
fn no_failing_call_loses_the_earlier_or_the_present_answers() {
    let present = [("cap", "keeper"), ("load", "fire")];
    for undoes in [false, true] {
        for n in 1..=30 {
            let texts = [(KEY, &*draft_at("fund", &present)), (BEFORE, &*draft_at("pace", EARLIER))];
            let device = Device::failing(&texts, move |_, of_all, _| of_all == n);
            let mut visit = Visit::on(&device);
            visit.act(Action::TakeOver);
            if undoes {
                visit.act(Action::Undo);
            }
            let left = device.texts();
            for answers in [&present[..], EARLIER] {
                assert!(left.values().any(|text| has_answers(text, answers)), "{n}: {left:?}");
            }
        }
    }
}

#[test]
fn no_failing_call_loses_what_a_link_has_replaced() {
    for n in 1..=20 {
        let device = Device::failing(&[(KEY, &draft_at("pace", EARLIER))], move |_, of_all, _| of_all == n);
        let mut visit = Visit::on(&device);
        open_link(&mut visit, linked());
        // The answers of a link are not kept by the swap.
        let mut later = Visit::on(&device);
        later.act(Action::TakeOver);
        let left = device.texts();
        assert!(left.values().any(|text| has_answers(text, EARLIER)), "{n}: {left:?}");
    }
}

#[test]
fn opened_answers_that_were_never_saved_do_not_push_out_the_visitors_own() {
    let device = Device::failing(&[(KEY, &draft_at("pace", EARLIER))], |call, _, n| call == Call::Set && n <= 1);
    let mut visit = Visit::on(&device);
    for question in ["load", "fund"] {
        offer(&mut visit, Source::Host, read(&draft_at(question, &[(question, "dk")])).0);
    }
    assert!(is_kept(&device) && visit.last_save == Some(Ok(true)));
}

// @threat-storage-keys
#[test]
fn what_is_not_ours_under_the_key_of_earlier_answers_is_neither_offered_overwritten_nor_erased() {
    for text in ["{half", "{\"token\":1}", "5"] {
        let device = Device::new(&[(KEY, &draft_at("pace", EARLIER)), (BEFORE, text)]);
        let mut visit = Visit::on(&device);
        assert_eq!(visit.notice, Some(Notice::Resumed));
        open_link(&mut visit, linked());
        assert!(is_kept(&device) && visit.erase(), "{text}");
        let left: Vec<_> = device.texts().into_iter().collect();
        assert_eq!(left, [(format!("{BEFORE}.aside"), text.to_owned())]);
    }
}

#[test]
fn plan_entries_are_kept_whether_or_not_their_code_is_loaded() {
    for loads in [false, true] {
        let mut own = super::resumed(read(&draft_at("pace", EARLIER)).0);
        own.apply(Action::Duty(DutyChange::Add("Radio".to_owned())));
        let text = super::document::written(&own.document(TIME));
        let device = Device::new(&[(KEY, &text)]);
        let mut visit = Visit::on(&device);
        offer(&mut visit, Source::Link, linked());
        if loads {
            visit.session.read_entries(&ENTRY_CODE);
        }
        visit.act(Action::TakeOver);
        assert!(device.text(BEFORE).unwrap().contains("Radio"), "{loads}");
        visit.session.read_entries(&ENTRY_CODE);
        visit.act(Action::Undo);
        assert_eq!(device.text(BEFORE), None, "{loads}");
    }
}

#[test]
fn plan_entries_next_to_the_answers_of_a_link_are_the_visitors_own() {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    open_link(&mut visit, linked());
    visit.session.read_entries(&ENTRY_CODE);
    visit.act(Action::Duty(DutyChange::Add("Radio".to_owned())));
    let mut later = Visit::on(&device);
    assert!(later.session.is_opened(), "the result is still somebody else's");
    open_link(&mut later, other_link());
    assert!(device.text(BEFORE).unwrap().contains("Radio"));
}

#[test]
fn in_memory_only_nothing_is_kept() {
    let device = Device::new(&[]);
    let mut visit = Visit::with(&device, None, None);
    visit.answer("cap", "team");
    open_link(&mut visit, linked());
    assert!(device.texts().is_empty());
}

#[test]
fn the_numbered_backups_and_earlier_results_are_not_used_for_it() {
    let (device, _) = opened();
    assert_eq!((device.text(BACKUP), device.text(HISTORY)), (None, None));
}

fn answers_in(text: &str) -> Option<Value> {
    super::json(text).get("answers").cloned()
}
