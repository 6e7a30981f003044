//! Drafts from elsewhere that arrive while the visitor is asked about another one.

use assessment::named::step;
use decision::worksheet::{StepChange, StepKey};
use session::{
    Action, Draft, Effect,
    Effect::{Confirm, Look, Notify},
    Notice, Place, Saved, Session, Source,
};

use super::{
    TIME, answer, answers, at,
    device::{Device, EARLIER, KEY, Visit, draft_at},
    read, resumed, session,
};

/// A draft with one answer to the second question.
fn with(option: &str) -> Draft {
    read(&draft_at("fund", &[("load", option)])).0
}

fn offer(source: Source, option: &str) -> Action {
    Action::Offer(source, Box::new(with(option)), Some(option.to_owned()))
}

/// A session with an answer, in which a file with `load=ok` was offered.
fn asked() -> Session {
    let mut session = session();
    session.apply(answer("cap", "team"));
    assert_eq!(session.apply(offer(Source::File, "ok")), [Confirm]);
    session
}

/// Everything that can arrive while the dialog is open.
fn arrivals() -> Vec<Action> {
    vec![
        offer(Source::Link, "fire"),
        offer(Source::OtherTab, "stretched"),
        offer(Source::File, "dk"),
        offer(Source::Host, "fire"),
        Action::ErasedElsewhere,
        Action::Notify(Notice::NotOpened),
        Action::Saved(Ok(Saved::OnDevice)),
        Action::Saved(Err(session::StoreFault::Full)),
        Action::Dismiss,
    ]
}

// @threat-replacing-answers
#[test]
fn whatever_arrives_the_visitor_opens_the_file_that_the_dialog_asked_about() {
    for first in arrivals() {
        for second in arrivals() {
            for third in arrivals() {
                let mut session = asked();
                let arrived = [first.clone(), second.clone(), third];
                let effects = arrived.clone().map(|action| session.apply(action)).concat();
                assert!(!effects.contains(&Confirm), "{arrived:?}");
                session.apply(Action::TakeOver);
                assert_eq!(answers(&session), ["load=ok"], "{arrived:?}");
                assert_eq!(session.left_out(), Some("ok"), "{arrived:?}");
            }
        }
    }
}

#[test]
fn a_file_that_arrives_while_the_dialog_is_open_is_offered_after_it() {
    let mut session = asked();
    assert_eq!(session.apply(offer(Source::File, "fire")), []);
    assert_eq!(session.apply(Action::Decline), [Confirm, Look]);
    session.apply(Action::TakeOver);
    assert_eq!(answers(&session), ["load=fire"]);

    let mut session = asked();
    session.apply(offer(Source::File, "fire"));
    session.apply(Action::TakeOver);
    assert!(session.is_asking(), "the page asks when the dialog is closed");
    session.apply(Action::TakeOver);
    assert_eq!((answers(&session), session.is_asking()), (vec!["load=fire".to_owned()], false));
}

#[test]
fn a_link_that_arrives_while_the_dialog_is_open_is_offered_after_it() {
    let mut session = asked();
    assert_eq!(session.apply(offer(Source::Link, "fire")), []);
    assert_eq!(session.clone().apply(Action::Decline), [Notify(Some(Notice::Link)), Look]);
    // After the file was opened, its own notice comes first.
    session.apply(Action::TakeOver);
    assert_eq!(session.apply(Action::Saved(Ok(Saved::OnDevice))), []);
    assert_eq!(session.notice(), Some(Notice::Opened));
    assert_eq!(session.apply(Action::Dismiss), [Notify(Some(Notice::Link))]);
    session.apply(Action::TakeOver);
    assert_eq!(answers(&session), ["load=fire"]);
}

#[test]
fn a_link_waits_while_the_visitor_is_asked_about_another_tab() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    session.apply(offer(Source::Link, "fire"));
    assert_eq!(session.apply(offer(Source::OtherTab, "ok")), [Notify(Some(Notice::Elsewhere))]);
    assert_eq!(session.clone().apply(Action::Dismiss), [Notify(Some(Notice::Link))]);
    session.apply(Action::KeepMine);
    assert_eq!(session.apply(Action::Saved(Ok(Saved::OnDevice))), [Notify(Some(Notice::Link))]);
    session.apply(Action::TakeOver);
    assert_eq!(answers(&session), ["load=fire"]);
}

/// A visit with an answer, and another tab that has saved a draft while a dialog asks about a file.
fn with_another_tab() -> (Visit, Device, String) {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    visit.act(offer(Source::File, "ok"));
    let theirs = draft_at("pace", EARLIER);
    device.put(KEY, &theirs);
    assert_eq!(visit.look(), []);
    (visit, device, theirs)
}

#[test]
fn what_another_tab_saves_while_the_dialog_is_open_is_offered_after_it() {
    let (mut visit, device, theirs) = with_another_tab();
    assert_eq!(visit.act(Action::Decline), [Look, Notify(Some(Notice::Elsewhere))]);
    visit.act(Action::TakeOver);
    assert_eq!(visit.session.place(), at("pace"));

    let (mut visit, same, _) = with_another_tab();
    visit.act(Action::TakeOver);
    assert_eq!((answers(&visit.session), visit.last_save), (vec!["load=ok".to_owned()], Some(Ok(false))));
    assert_eq!((same.text(KEY), visit.session.notice()), (Some(theirs), Some(Notice::Elsewhere)));
    visit.act(Action::KeepMine);
    assert_eq!(visit.last_save, Some(Ok(true)));
    drop(device);
}

#[test]
fn a_link_over_the_notice_of_another_tab_does_not_let_its_draft_be_overwritten() {
    for answer in [Action::TakeOver, Action::KeepMine] {
        let device = Device::new(&[]);
        let mut visit = Visit::on(&device);
        visit.answer("cap", "team");
        let theirs = draft_at("pace", EARLIER);
        device.put(KEY, &theirs);
        assert_eq!(visit.look(), [Notify(Some(Notice::Elsewhere))]);
        assert_eq!(visit.act(offer(Source::Link, "fire")), [Notify(Some(Notice::Link))]);
        visit.act(answer.clone());
        assert_eq!((device.text(KEY), visit.session.notice()), (Some(theirs), Some(Notice::Elsewhere)), "{answer:?}");
    }
}

#[test]
fn erasing_forgets_every_offer() {
    let mut session = asked();
    session.apply(offer(Source::Link, "fire"));
    session.apply(Action::Erase);
    assert_eq!(session.elsewhere(), None);
    let effects: Vec<Effect> = session.apply(Action::Decline);
    assert_eq!((effects, session.place()), (vec![Look], Place::Question(super::id("cap"))));
    assert!(session.draft(TIME).responses.is_empty());
}

/// A session with the answers of a link, in a frame whose page chose that link.
fn framed(linked: &Draft) -> Session {
    let mut session = resumed(linked.clone());
    session.set_framed();
    session
}

/// A page around the frame sees its height, and the frame is higher while it asks.
// @threat-frame-address
#[test]
fn in_a_frame_a_link_with_the_saved_answers_is_asked_about_like_any_other() {
    let (same, other) = (with("fire"), with("ok"));
    let ask = |linked: &Draft| {
        let mut session = framed(&same);
        let effects = session.apply(Action::Offer(Source::Link, Box::new(linked.clone()), None));
        (effects, session.notice(), session.place())
    };
    assert_eq!(ask(&same), ask(&other));
    assert_eq!(ask(&same).1, Some(Notice::Link));

    let mut alone = resumed(same.clone());
    assert_eq!(alone.apply(Action::Offer(Source::Link, Box::new(same), None)), [Effect::SettleLink]);
}

#[test]
fn opening_a_link_with_the_same_answers_keeps_the_plan_and_undo_leads_back() {
    let linked = Draft { place: Place::RESULT, opened: true, ..with("fire") };
    let mut session = framed(&Draft { opened: false, ..linked.clone() });
    session.apply(Action::Step(StepChange::Done(StepKey::Suggested(step::GOALS), true)));
    session.apply(Action::GoTo(Place::Check));
    let before = session.document(TIME);
    session.apply(Action::Offer(Source::Link, Box::new(linked), None));
    session.apply(Action::TakeOver);
    assert_eq!((session.place(), session.notice()), (Place::RESULT, Some(Notice::Opened)));
    assert!(!session.worksheet().is_empty() && !session.is_opened());
    session.apply(Action::Undo);
    assert_eq!(session.document(TIME), before);
}

#[test]
fn undo_after_opening_a_file_with_the_same_answers_undoes_nothing_older() {
    let mut session = session();
    for option in ["ok", "fire"] {
        session.apply(answer("load", option));
    }
    session.apply(offer(Source::File, "fire"));
    session.apply(Action::TakeOver);
    session.apply(Action::Undo);
    assert_eq!(answers(&session), ["load=fire"]);
}
