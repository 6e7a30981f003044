//! What each action of a visit causes, in order: saving, notices, announcements, events and focus.

use assessment::{Assessment, named::cap};

use decision::{
    response::{Rating, Response},
    worksheet::{DutyChange, StepChange, StepKey},
};

use session::{
    Action, Announcement, Draft,
    Effect::{self, Announce, Confirm, Emit, Erase, Focus, Notify, Prepare, ReportResult, Save, SettleLink},
    Event, Notice, Place, Refusal, Session, Source,
    Target::{Answer, Heading},
};

use super::{
    TIME, advance_to, answer, at, at_check, complete_quick_check,
    device::{Call, Device, EARLIER, HISTORY, KEY, Visit, draft_at},
    events, id, other_draft, respond, run_on, session, visiting,
};

/// The event of an answer at a step, to the question that has this position in the quick check.
fn answered_at(step: usize, question: &str, position: usize, response: Option<Response>) -> Effect {
    Emit(Event::Answer { step, question: id(question), position, total: 7, response })
}

/// The same if each question was shown once.
fn answered(question: &str, position: usize, response: Option<Response>) -> Effect {
    answered_at(position, question, position, response)
}

fn progress(step: usize, place: Place) -> Effect {
    Emit(Event::Progress { step, place })
}

/// The event of showing a question of the quick check.
fn shown(step: usize, question: &str, position: usize) -> Effect {
    Emit(Event::QuestionShown { step, question: id(question), position, total: 7 })
}

/// A session with one answer, at the second question.
fn with_an_answer() -> Session {
    let mut session = session();
    respond(&mut session, &[("cap", "lead")]);
    session
}

/// At the result of the quick check.
fn at_result() -> Session {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session
}

/// The draft in a link: all answers of the quick check, at the result.
fn linked() -> Box<Draft> {
    let mut draft = at_result().draft(TIME);
    draft.place = Place::RESULT;
    Box::new(draft)
}

fn offered(source: Source) -> Action {
    Action::Offer(source, Box::new(other_draft()), None)
}

#[test]
fn a_quick_check_saves_and_emits_each_answer_and_each_step_up_to_the_result() {
    let mut session = session();
    let lead = Some(Response::One(cap::LEAD));
    assert_eq!(session.apply(answer("cap", "lead")), [Save, Emit(Event::Start), answered("cap", 1, lead)]);
    assert_eq!(session.apply(Action::Next), [Save, progress(2, at("load")), shown(2, "load", 2), Focus(Heading)]);
    respond(&mut session, &[("load", "stretched"), ("fund", "one"), ("answer", "split"), ("decide", "key")]);
    respond(&mut session, &[("pace", "growing")]);
    let specialist = answer("skills", "specialist");
    let Action::Respond(_, response) = specialist else { unreachable!() };
    assert_eq!(session.apply(specialist), [Save, Prepare, answered("skills", 7, Some(response))]);
    assert_eq!(session.apply(Action::Next), [Save, progress(7, Place::RESULT), ReportResult, Focus(Heading)]);
}

#[test]
fn the_same_answer_again_causes_nothing() {
    let mut session = session();
    session.apply(answer("cap", "lead"));
    assert_eq!(session.apply(answer("cap", "lead")), []);
}

#[test]
fn a_changed_answer_is_not_a_start() {
    let mut session = session();
    session.apply(answer("cap", "lead"));
    assert_eq!(events(&session.apply(answer("cap", "team"))).len(), 1);
    assert_eq!(session.apply(Action::Retract(id("cap"))), [Save, answered("cap", 1, None)]);
}

#[test]
fn next_without_an_answer_announces_it_and_moves_the_focus_to_the_answers() {
    let mut session = session();
    assert_eq!(session.apply(Action::Next), [Announce(Announcement::AnswerMissing), Focus(Answer)]);
    assert!(session.answer_missing());
    session.apply(answer("cap", "lead"));
    assert!(!session.answer_missing());
}

#[test]
fn an_answer_that_excludes_all_others_announces_that_the_ticks_are_cleared() {
    let ticks = |bits: &[usize]| {
        let ticked = bits.iter().fold(decision::response::ChoiceSet::default(), |set, n| set.with(*n, true));
        Response::Several(ticked)
    };
    let mut session = visiting("signs", Place::Check);
    let announces_cleared = |effects: Vec<Effect>| effects.contains(&Announce(Announcement::TicksCleared));
    for excluding in [Response::NotSure, ticks(&[])] {
        assert!(!announces_cleared(session.apply(Action::Respond(id("signs"), ticks(&[0, 1])))));
        assert!(!announces_cleared(session.apply(Action::Respond(id("signs"), ticks(&[1])))));
        assert!(announces_cleared(session.apply(Action::Respond(id("signs"), excluding))));
    }
    assert!(!announces_cleared(session.apply(Action::Respond(id("signs"), Response::NotSure))));
}

#[test]
fn a_step_moves_the_focus_and_leaves_the_evaluation() {
    let mut session = at_check();
    let evaluation = session.versions().evaluation;
    for action in [Action::Back, Action::GoTo(Place::Check), Action::Visit(at("size")), Action::Back, Action::Next] {
        let effects = session.apply(action);
        assert_eq!((effects.first(), effects.last()), (Some(&Save), Some(&Focus(Heading))), "{effects:?}");
    }
    assert_eq!((session.place(), session.versions().evaluation), (Place::RESULT, evaluation));
}

#[test]
fn going_back_from_the_first_question_causes_nothing() {
    assert_eq!(session().apply(Action::Back), []);
}

#[test]
fn an_entry_does_not_change_the_evaluation_and_is_not_reported() {
    let mut session = at_result();
    let before = session.versions();
    assert_eq!(session.apply(Action::Duty(DutyChange::Add("Radio".to_owned()))), [Save]);
    let after = session.versions();
    assert_eq!((after.evaluation, after.responses), (before.evaluation, before.responses));
    assert_ne!(after.worksheet, before.worksheet);
    assert_eq!(session.apply(Action::Undo), [Save]);
    assert_eq!(session.versions().evaluation, before.evaluation);
}

#[test]
fn a_rejected_entry_causes_nothing() {
    let mut session = at_result();
    let too_long = StepChange::Owner(StepKey::Suggested(assessment::named::step::GOALS), "x".repeat(81));
    assert_eq!(session.apply(Action::Step(too_long)), []);
    assert!(matches!(session.refusal(), Some(Refusal::Entry(_))));
}

#[test]
fn a_rating_is_evaluated_ahead_and_not_reported() {
    let mut session = at_check();
    session.apply(Action::GoTo(Place::Priorities));
    let evaluation = session.versions().evaluation;
    let dimension = assessment::DimensionId::from_index(0);
    assert_eq!(session.apply(Action::Rate(dimension, Rating::Decisive)), [Save, Prepare]);
    assert_ne!(session.versions().evaluation, evaluation);
}

#[test]
fn applying_a_trial_shows_a_notice_and_another_result_until_undone() {
    let mut session = at_result();
    let adopted = Action::Adopt(vec![(cap::QUESTION, Response::One(cap::TEAM))]);
    let team = answered_at(7, "cap", 1, Some(Response::One(cap::TEAM)));
    assert_eq!(session.apply(adopted), [Notify(Some(Notice::Kept)), Save, team, ReportResult]);
    assert_eq!(session.apply(Action::Undo), [Notify(None), Save, ReportResult]);
}

#[test]
fn starting_over_shows_a_notice_and_resets_and_undo_restores_everything() {
    let mut session = with_an_answer();
    let before = session.draft(TIME);
    let cleared = Notify(Some(Notice::Cleared));
    assert_eq!(session.apply(Action::StartOver), [cleared, Save, Emit(Event::Reset), Focus(Heading)]);
    assert_eq!(
        session.apply(Action::Undo),
        [Notify(None), Save, progress(2, at("load")), shown(2, "load", 2), Focus(Heading)]
    );
    assert_eq!((session.draft(TIME), session.can_undo()), (before, false));
    assert_eq!(session.apply(Action::Undo), []);
}

#[test]
fn a_notice_that_offers_undo_disappears_with_the_next_change() {
    let mut session = with_an_answer();
    session.apply(Action::StartOver);
    assert_eq!(session.apply(Action::Back), []);
    assert_eq!(session.apply(answer("cap", "team"))[..2], [Notify(None), Save]);
}

#[test]
fn erasing_leaves_nothing_and_says_so() {
    let device = Device::new(&[(KEY, &draft_at("pace", EARLIER))]);
    let mut visit = Visit::on(&device);
    visit.keeper.runs().unwrap().change(Assessment::standard(), &|history| history.record(run_on("2026-11-22")));
    let erased = Notify(Some(Notice::Erased));
    assert_eq!(visit.act(Action::Erase), [Erase, erased, Emit(Event::Reset), Focus(Heading)]);
    assert!(device.texts().is_empty() && visit.copy().is_empty());
    assert!(visit.session.is_untouched() && !visit.session.can_undo());
    assert_eq!(visit.act(Action::Undo), []);
}

#[test]
fn erasing_reports_when_the_device_removes_nothing() {
    let mut visit =
        Visit::on(&Device::failing(&[(KEY, &draft_at("pace", EARLIER))], |call, _, _| call == Call::Remove));
    assert_eq!(visit.act(Action::Erase)[..2], [Erase, Notify(Some(Notice::NotErased))]);
}

#[test]
fn erasing_an_untouched_session_is_not_a_reset() {
    let mut visit = Visit::on(&Device::new(&[(HISTORY, "[]")]));
    assert_eq!(visit.act(Action::Erase), [Erase, Notify(Some(Notice::Erased))]);
}

#[test]
fn another_tabs_draft_is_offered_and_loaded_at_its_place() {
    let mut visit = Visit::on(&Device::new(&[]));
    visit.answer("cap", "team");
    assert_eq!(visit.act(offered(Source::OtherTab)), [Notify(Some(Notice::Elsewhere))]);
    let taken_over = Notify(Some(Notice::TakenOver));
    let third = shown(2, "fund", 3);
    assert_eq!(visit.act(Action::TakeOver), [taken_over, Save, progress(2, at("fund")), third, Focus(Heading)]);
    assert_eq!(visit.act(Action::Undo)[..2], [Notify(None), Save]);
}

#[test]
fn another_tabs_draft_is_not_offered_if_it_is_the_same() {
    let mut session = with_an_answer();
    let draft = Box::new(session.draft(TIME));
    session.apply(Action::Back);
    assert_eq!(session.apply(Action::Offer(Source::OtherTab, draft, None)), []);
    assert_eq!(session.elsewhere(), None);
}

#[test]
fn saving_an_answer_dismisses_the_other_tabs_offer() {
    let mut visit = Visit::on(&Device::new(&[]));
    visit.act(offered(Source::OtherTab));
    assert_eq!(visit.answer("cap", "lead")[..2], [Save, Notify(None)]);
    assert_eq!(visit.session.elsewhere(), None);
}

#[test]
fn an_answer_that_cannot_be_saved_keeps_the_other_tabs_offer() {
    let mut visit = Visit::on(&Device::failing(&[], |call, _, _| call == Call::Set));
    visit.act(offered(Source::OtherTab));
    assert_eq!(visit.answer("cap", "lead")[..2], [Save, Notify(Some(Notice::Full))]);
    assert_eq!(visit.session.elsewhere(), Some(&other_draft()));
}

#[test]
fn keeping_the_answers_here_saves_them_and_changes_nothing_else() {
    let mut session = at_result();
    session.apply(offered(Source::OtherTab));
    let versions = session.versions();
    assert_eq!(session.apply(Action::KeepMine), [Notify(None), Save]);
    assert_eq!((session.elsewhere(), session.versions()), (None, versions));
}

#[test]
fn erasing_in_another_tab_is_reported_only_if_there_are_answers() {
    assert_eq!(session().apply(Action::ErasedElsewhere), []);
    let mut visit = Visit::on(&Device::new(&[]));
    visit.answer("cap", "lead");
    assert_eq!(visit.act(Action::ErasedElsewhere), [Notify(Some(Notice::ErasedElsewhere))]);
    assert_eq!(visit.act(Action::KeepMine), [Notify(None), Save]);
    assert!(visit.act(Action::ErasedElsewhere) == [Notify(Some(Notice::ErasedElsewhere))] && visit.erase());
}

#[test]
fn a_link_opens_at_once_without_answers_and_keeps_the_focus() {
    let mut session = session();
    let opened = Notify(Some(Notice::Opened));
    let effects = session.apply(Action::Offer(Source::Link, linked(), None));
    assert_eq!(effects, [opened, Save, SettleLink, progress(1, Place::RESULT), ReportResult]);
    assert_eq!(session.apply(Action::Undo)[..2], [Notify(None), Save]);
    assert!(session.is_untouched());
}

#[test]
fn a_link_waits_for_confirmation_if_there_are_answers() {
    let mut session = with_an_answer();
    let before = session.draft(TIME);
    assert_eq!(session.apply(Action::Offer(Source::Link, linked(), None)), [Notify(Some(Notice::Link))]);
    assert_eq!(session.draft(TIME), before);
    let opened = Notify(Some(Notice::Opened));
    let effects = session.clone().apply(Action::TakeOver);
    assert_eq!(effects, [opened, Save, SettleLink, progress(2, Place::RESULT), ReportResult, Focus(Heading)]);
    assert_eq!(session.apply(Action::KeepMine), [Notify(None), Save, SettleLink]);
}

#[test]
fn a_link_with_the_current_answers_is_only_removed_from_the_address() {
    let mut session = at_result();
    session.apply(Action::Duty(DutyChange::Add("Radio".to_owned())));
    assert_eq!(session.apply(Action::Offer(Source::Link, linked(), None)), [SettleLink]);
    assert!(!session.worksheet().is_empty());
}

#[test]
fn a_file_replaces_answers_only_after_confirmation() {
    let mut session = with_an_answer();
    assert_eq!(session.apply(offered(Source::File)), [Confirm]);
    let opened = Notify(Some(Notice::Opened));
    let effects = session.apply(Action::TakeOver);
    let at_third = |step| [progress(step, at("fund")), shown(step, "fund", 3), Focus(Heading)];
    assert_eq!(effects, [[opened.clone(), Save, SettleLink], at_third(3)].concat());
    let mut untouched = self::session();
    assert_eq!(untouched.apply(offered(Source::File)), [[opened, Save, SettleLink], at_third(2)].concat());
}

#[test]
fn a_host_page_script_replaces_the_answers_without_a_notice() {
    let mut session = with_an_answer();
    let effects = session.apply(offered(Source::Host));
    assert_eq!(effects, [Notify(None), Save, progress(3, at("fund")), shown(3, "fund", 3), Focus(Heading)]);
    assert!(session.can_undo());
}

#[test]
fn a_storage_error_is_reported_once_until_saving_works() {
    let device = Device::failing(&[], |call, _, n| call == Call::Set && n != 3);
    let mut visit = Visit::on(&device);
    let full = Notify(Some(Notice::Full));
    assert_eq!(visit.answer("cap", "lead")[..2], [Save, full.clone()]);
    assert_eq!(visit.act(Action::Dismiss), [Notify(None)]);
    assert!(!visit.act(Action::Next).contains(&full));
    assert!(!visit.act(Action::Back).contains(&full));
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert_eq!(visit.act(Action::Next)[..2], [Save, full]);
}

#[test]
fn a_storage_error_does_not_replace_the_offer_to_undo() {
    let mut visit = Visit::on(&Device::failing(&[(KEY, &draft_at("pace", EARLIER))], |call, _, _| call == Call::Set));
    visit.act(Action::StartOver);
    assert_eq!(visit.session.notice(), Some(Notice::Cleared));
    visit.answer("cap", "lead");
    assert_eq!(visit.session.notice(), Some(Notice::Full));
}

#[test]
fn a_dismissed_notice_does_not_reappear() {
    let mut visit = Visit::on(&Device::new(&[(KEY, &draft_at("pace", EARLIER))]));
    assert_eq!(visit.session.notice(), Some(Notice::Resumed));
    visit.act(Action::Dismiss);
    advance_to(&mut visit.session, Place::RESULT);
    assert_eq!(visit.session.notice(), None);
}
