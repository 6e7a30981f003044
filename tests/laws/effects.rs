//! Laws of effects: the effects of any action follow from what it changed.

use assessment::json::Value;
use config::Detail;
use decision::response::Response;
use proptest::{prelude::*, test_runner::TestCaseError};
use session::{Action, Announcement, Effect, Event, Notice, Place, Session, Source, Target, Versions, View};
use support_fit::ui::PublicEvent;

const TIME: &str = "";

/// The inputs of the laws, in addition to the two sessions.
struct Step<'a> {
    before: &'a Session,
    action: &'a Action,
    after: &'a Session,
    effects: &'a [Effect],
}

/// Checks every law on one action.
pub fn hold(before: &Session, action: &Action, after: &Session, effects: &[Effect]) -> Result<(), TestCaseError> {
    let step = Step { before, action, after, effects };
    effects_have_a_fixed_order(&step)?;
    only_a_change_is_saved(&step)?;
    the_focus_follows_the_visitor(&step)?;
    events_say_what_changed(&step)?;
    plain_events_contain_only_the_step_the_screen_and_the_view(&step)?;
    the_result_is_reported_when_it_is_shown_or_changes(&step)?;
    the_current_notice_is_the_last_one_shown(&step)?;
    version_counters_increase_with_changes(&step)?;
    reports_from_the_shell_do_not_change_answers(&step)
}

impl Step<'_> {
    fn has(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }

    fn changed(&self) -> bool {
        self.before.draft(TIME) != self.after.draft(TIME)
    }

    /// Whether answers, ratings or entries changed.
    fn changed_content(&self) -> bool {
        let (old, new) = (self.before, self.after);
        old.responses() != new.responses() || old.priorities() != new.priorities() || old.worksheet() != new.worksheet()
    }

    fn has_moved(&self) -> bool {
        self.before.place() != self.after.place()
    }

    fn events(&self) -> Vec<Event> {
        let event = |effect: &Effect| if let Effect::Emit(event) = effect { Some(*event) } else { None };
        self.effects.iter().filter_map(event).collect()
    }
}

/// The position of an effect among the others; effects of one kind are adjacent.
fn rank(effect: &Effect) -> usize {
    match effect {
        Effect::Notify(_) => 0,
        Effect::Save | Effect::Erase => 1,
        Effect::Prepare => 2,
        Effect::Announce(_) => 3,
        Effect::Confirm | Effect::SettleLink => 4,
        Effect::Emit(_) => 5,
        Effect::ReportResult => 6,
        Effect::Focus(_) => 7,
        Effect::Look => 8,
    }
}

/// Saving precedes events, and every effect except events occurs at most once.
fn effects_have_a_fixed_order(step: &Step<'_>) -> Result<(), TestCaseError> {
    let ranks: Vec<usize> = step.effects.iter().map(rank).collect();
    prop_assert!(ranks.is_sorted(), "{:?}", step.effects);
    for n in (0..=8).filter(|n| *n != rank(&Effect::Emit(Event::Reset))) {
        prop_assert!(ranks.iter().filter(|rank| **rank == n).count() <= 1, "{:?}", step.effects);
    }
    Ok(())
}

fn only_a_change_is_saved(step: &Step<'_>) -> Result<(), TestCaseError> {
    let saves = step.has(&Effect::Save);
    match step.action {
        Action::Erase => {
            prop_assert!(!saves && step.has(&Effect::Erase));
            prop_assert!(step.after.is_untouched() && !step.after.can_undo() && step.after.elsewhere().is_none());
        }
        // The next answer or step saves it.
        Action::AskNext(_) => prop_assert!(!saves && !step.changed_content() && !step.has_moved()),
        // The first overwrites the answers of another tab, the second removes replaced ones.
        Action::KeepMine | Action::RemoveReplaced => prop_assert!(saves && !step.changed()),
        _ => {
            // What another tab erased is not saved again because of a step.
            let is_held_back = step.after.is_erased_elsewhere();
            prop_assert_eq!(saves, step.changed() && !is_held_back, "{:?}", step.action);
            prop_assert!(!(is_held_back && step.changed_content() || step.has(&Effect::Erase)));
        }
    }
    if step.after.refusal().is_some() && !is_report(step.action) {
        prop_assert!(step.effects.is_empty(), "{:?}", step.effects);
    }
    Ok(())
}

fn the_focus_follows_the_visitor(step: &Step<'_>) -> Result<(), TestCaseError> {
    let is_missing = step.after.answer_missing() && !is_report(step.action);
    prop_assert_eq!(step.has(&Effect::Focus(Target::Answer)), is_missing);
    prop_assert_eq!(step.has(&Effect::Announce(Announcement::AnswerMissing)), is_missing);
    prop_assert!(!is_missing || *step.action == Action::Next && !step.changed());
    let focuses = step.has(&Effect::Focus(Target::Heading));
    match step.action {
        // A page opened with a link has not been used yet.
        Action::Offer(Source::Link, _, _) => prop_assert!(!focuses),
        // The visitor has asked for the file, wherever it leads.
        Action::Offer(Source::File, _, _) => prop_assert_eq!(focuses, step.before.is_untouched()),
        _ => prop_assert_eq!(focuses, step.has_moved(), "{:?}", step.action),
    }
    Ok(())
}

fn events_say_what_changed(step: &Step<'_>) -> Result<(), TestCaseError> {
    let events = step.events();
    if matches!(step.action, Action::StartOver | Action::Erase) {
        let expected = if step.before.is_untouched() { vec![] } else { vec![Event::Reset] };
        prop_assert_eq!(events, expected);
        return Ok(());
    }
    // Answers are reported only if the visitor gave them, not if a draft contained them.
    let answers: Vec<_> = match step.action {
        Action::Respond(question, _) | Action::Retract(question) => vec![*question],
        Action::Adopt(responses) => responses.iter().map(|(question, _)| *question).collect(),
        _ => Vec::new(),
    };
    let response = |session: &Session, question| -> Option<Response> { session.responses().get(question) };
    let changed: Vec<_> =
        answers.into_iter().filter(|q| response(step.before, *q) != response(step.after, *q)).collect();
    let mut expected = Vec::new();
    for question in changed {
        expected.push((question, response(step.after, question)));
    }
    let mut reported = Vec::new();
    for event in &events {
        if let Event::Answer { question, position, total, response, .. } = event {
            prop_assert!((1..=total + 1).contains(position) && *total == step.after.path().len());
            reported.push((*question, *response));
        }
    }
    let is_start = !reported.is_empty() && has_no_answers(step.before);
    prop_assert_eq!(&reported, &expected);
    prop_assert_eq!(events.contains(&Event::Start), is_start);
    prop_assert!(!is_start || events.first() == Some(&Event::Start));
    let moves: Vec<_> = events.iter().filter(|event| matches!(event, Event::Progress { .. })).collect();
    prop_assert_eq!(moves.len(), usize::from(step.has_moved()));
    let shown: Vec<_> = events
        .iter()
        .filter_map(|event| if let Event::QuestionShown { question, .. } = event { Some(*question) } else { None })
        .collect();
    let opened = if let Place::Question(question) = step.after.place() { Some(question) } else { None };
    prop_assert_eq!(shown, Vec::from_iter(opened.filter(|_| step.has_moved())));
    prop_assert!(!events.contains(&Event::Reset));
    Ok(())
}

/// A page without detailed events learns only how many questions were shown and which screen and which view of
/// the result is open. All details follow from these.
fn plain_events_contain_only_the_step_the_screen_and_the_view(step: &Step<'_>) -> Result<(), TestCaseError> {
    let is_question = matches!(step.after.place(), Place::Question(_));
    let shown = match step.action {
        Action::StartOver | Action::Erase => 1,
        _ => step.before.questions_shown() + usize::from(step.has_moved() && is_question),
    };
    prop_assert_eq!(step.after.questions_shown(), shown);
    let place = step.after.place();
    let (n, screen) = (("step", Value::from(shown)), ("screen", Value::from(place.screen())));
    let view = ("view", Value::from(place.view().map(View::name)));
    for event in step.events() {
        let (name, detail) = PublicEvent::Visit(event).named(step.after.assessment(), Detail::Plain);
        let expected = match name {
            "start" | "reset" => Value::object([]),
            "answer" | "question-shown" => Value::object([n.clone()]),
            "progress" => Value::object([n.clone(), screen.clone(), view.clone()]),
            _ => return Err(TestCaseError::fail(format!("an event with the name {name}"))),
        };
        prop_assert_eq!(detail, expected, "{}", name);
    }
    Ok(())
}

fn has_no_answers(session: &Session) -> bool {
    session.responses().is_empty() && *session.priorities() == decision::response::Priorities::new(session.assessment())
}

fn the_result_is_reported_when_it_is_shown_or_changes(step: &Step<'_>) -> Result<(), TestCaseError> {
    let [was_at_result, is_at_result] = [step.before, step.after].map(|session| session.place().is_result());
    if step.has(&Effect::ReportResult) {
        prop_assert!(is_at_result && step.changed(), "{:?}", step.action);
    }
    let is_another = step.before.responses() != step.after.responses()
        || step.before.priorities() != step.after.priorities()
        || !was_at_result;
    let is_step =
        matches!(step.action, Action::Next | Action::Back | Action::GoTo(_) | Action::Visit(_) | Action::GoOn);
    if is_step && was_at_result && is_at_result {
        prop_assert!(!step.has(&Effect::ReportResult), "from view to view: {:?}", step.action);
    }
    if is_at_result && is_another && *step.action != Action::Erase {
        prop_assert!(step.has(&Effect::ReportResult), "{:?}", step.action);
    }
    if step.has(&Effect::Prepare) {
        prop_assert!(step.changed() && step.after.is_worth_preparing());
    }
    Ok(())
}

fn the_current_notice_is_the_last_one_shown(step: &Step<'_>) -> Result<(), TestCaseError> {
    let shown =
        step.effects.iter().find_map(|effect| if let Effect::Notify(notice) = effect { Some(*notice) } else { None });
    prop_assert_eq!(step.after.notice(), shown.unwrap_or(step.before.notice()), "{:?}", step.action);
    // Undo is offered only while it does what the notice says.
    let offers_undo = |session: &Session| session.notice().is_some_and(Notice::is_about_last_change);
    if step.changed_content() && offers_undo(step.after) {
        prop_assert!(shown.is_some());
    }
    let offers_draft = matches!(step.after.notice(), Some(Notice::Elsewhere | Notice::Link | Notice::Replaced));
    if offers_draft && *step.action != Action::Erase {
        prop_assert!(step.after.elsewhere().is_some());
    }
    Ok(())
}

fn version_counters_increase_with_changes(step: &Step<'_>) -> Result<(), TestCaseError> {
    let (before, after): (Versions, Versions) = (step.before.versions(), step.after.versions());
    let (old, new) = (step.before, step.after);
    prop_assert_eq!(after.responses != before.responses, new.responses() != old.responses());
    prop_assert_eq!(after.priorities != before.priorities, new.priorities() != old.priorities());
    let route = |session: &Session| (session.place(), session.returns_to(), session.course());
    prop_assert_eq!(after.route != before.route, route(new) != route(old));
    if new.worksheet() != old.worksheet() {
        prop_assert_ne!(after.worksheet, before.worksheet);
    }
    if after.responses != before.responses || after.priorities != before.priorities {
        prop_assert_ne!(after.evaluation, before.evaluation, "{:?}", step.action);
    }
    let is_step =
        matches!(step.action, Action::Next | Action::Back | Action::GoTo(_) | Action::Visit(_) | Action::GoOn);
    let is_look = matches!(step.action, Action::AskNext(_));
    if is_step || is_look || !step.changed() && *step.action != Action::Erase {
        prop_assert_eq!(after.evaluation, before.evaluation, "{:?}", step.action);
    }
    Ok(())
}

/// Whether the action is a report from the shell.
fn is_report(action: &Action) -> bool {
    matches!(
        action,
        Action::Saved(_)
            | Action::Erased(_)
            | Action::Dismiss
            | Action::Decline
            | Action::Notify(_)
            | Action::ErasedElsewhere
            | Action::AskNext(_)
    )
}

fn reports_from_the_shell_do_not_change_answers(step: &Step<'_>) -> Result<(), TestCaseError> {
    if is_report(step.action) {
        let asks =
            |effect: &Effect| *step.action == Action::Decline && matches!(effect, Effect::Confirm | Effect::Look);
        let only_notifies = step.effects.iter().all(|effect| matches!(effect, Effect::Notify(_)) || asks(effect));
        // The order of the questions is no answer.
        let is_look = matches!(step.action, Action::AskNext(_));
        prop_assert!(!step.changed_content() && (is_look || !step.changed()) && only_notifies);
        prop_assert_eq!(step.after.answer_missing(), step.before.answer_missing());
    }
    Ok(())
}
