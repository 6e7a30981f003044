//! The views of the result: in drafts, in events, and the ways between them and out of them.

use assessment::{Assessment, json::Value};

use config::Detail;

use session::{Action, Course, ENTRY_CODE, Effect, Event, Place, Session, View};

use support_fit::ui::PublicEvent;

use super::{
    TIME, advance_to, answer, at, at_check, complete_quick_check, events, id, json, read, reread, respond, resumed,
    session,
};

/// The views that the answer leads to.
fn behind_the_answer() -> impl Iterator<Item = View> {
    View::ALL.into_iter().filter(|view| *view != View::Answer)
}

/// At a view of the full result.
fn viewing(view: View) -> Session {
    let mut session = at_check();
    session.apply(Action::Next);
    session.apply(Action::GoTo(Place::Result(view)));
    session
}

fn place_in_draft(session: &Session, entry: &str) -> Option<Value> {
    session.draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE)).get(entry).cloned()
}

#[test]
fn every_view_has_a_name_of_its_own() {
    for (n, view) in View::ALL.into_iter().enumerate() {
        assert_eq!(View::named(view.name()), Some(view));
        assert!(View::ALL[..n].iter().all(|other| other.name() != view.name()), "{}", view.name());
    }
    assert_eq!(View::named("Cost"), None);
}

#[test]
fn the_result_is_first_shown_with_its_answer() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    assert_eq!(session.place().view(), Some(View::Answer));
}

#[test]
fn a_place_outside_the_result_has_no_view() {
    for place in [at("cap"), Place::Overview, Place::Priorities, Place::Check] {
        assert_eq!((place.view(), place.is_result()), (None, false));
    }
}

mod in_drafts {
    use super::*;

    /// A file of the full course that was saved at the view of the costs.
    const AT_COST: &str = include_str!("../fixtures/draft-schema-3-view.json");

    #[test]
    fn a_draft_resumes_at_its_view() {
        for view in View::ALL {
            let (draft, problems) = reread(&viewing(view).draft(TIME));
            assert_eq!(problems, [""; 0]);
            assert_eq!(resumed(draft).place(), Place::Result(view));
        }
    }

    #[test]
    fn a_view_is_saved_by_name() {
        for view in behind_the_answer() {
            let expected = [("screen", Value::from("result")), ("view", Value::from(view.name()))];
            assert_eq!(place_in_draft(&viewing(view), "place"), Some(Value::object(expected)));
        }
    }

    #[test]
    fn the_answer_is_saved_without_a_view() {
        let place = place_in_draft(&viewing(View::Answer), "place");
        assert_eq!(place, Some(json(r#"{"screen": "result"}"#)));
    }

    #[test]
    fn a_saved_file_resumes_at_its_view_and_is_written_unchanged() {
        let (draft, problems) = read(AT_COST);
        assert_eq!((draft.place, problems), (Place::Result(View::Cost), Vec::new()));
        assert_eq!(draft.encode(Assessment::standard(), Some(&ENTRY_CODE)), json(AT_COST));
    }

    #[test]
    fn an_unknown_view_opens_the_answer_without_a_problem() {
        for view in [r#""attic""#, r#""""#, r#""Cost""#, "3", "null", "{}"] {
            let draft = format!(r#"{{"place": {{"screen": "result", "view": {view}}}}}"#);
            let (draft, problems) = read(&draft);
            assert_eq!((draft.place, problems), (Place::RESULT, Vec::new()), "{view}");
        }
    }

    #[test]
    fn a_view_of_another_screen_is_ignored() {
        let (draft, problems) = read(r#"{"place": {"screen": "check", "view": "cost"}}"#);
        assert_eq!((draft.place, problems), (Place::Check, Vec::new()));
    }

    #[test]
    fn a_visit_from_a_view_is_saved_with_that_view() {
        for view in behind_the_answer() {
            let mut session = viewing(view);
            session.apply(Action::Visit(at("fund")));
            let expected = [("screen", Value::from("result")), ("view", Value::from(view.name()))];
            assert_eq!(place_in_draft(&session, "returns_to"), Some(Value::object(expected)));
            let session = resumed(reread(&session.draft(TIME)).0);
            assert_eq!((session.place(), session.returns_to()), (at("fund"), Some(Place::Result(view))));
        }
    }
}

mod in_events {
    use super::*;

    /// The views named by the progress events.
    fn named(effects: &[Effect]) -> Vec<Value> {
        let progress = events(effects).into_iter().filter(|event| matches!(event, Event::Progress { .. }));
        let named = |event| PublicEvent::Visit(event).named(Assessment::standard(), Detail::Plain);
        progress.map(|event| named(event).1.get("view").unwrap().clone()).collect()
    }

    #[test]
    fn a_step_to_a_view_names_it() {
        for view in behind_the_answer() {
            let mut session = viewing(View::Answer);
            let effects = session.apply(Action::GoTo(Place::Result(view)));
            assert_eq!(named(&effects), [Value::from(view.name())]);
        }
    }

    #[test]
    fn a_step_back_to_the_answer_names_it() {
        let effects = viewing(View::Who).apply(Action::Back);
        assert_eq!(named(&effects), [Value::from("answer")]);
    }

    #[test]
    fn a_step_to_any_other_place_names_no_view() {
        for place in [at("fund"), Place::Overview, Place::Priorities, Place::Check] {
            assert_eq!(named(&viewing(View::Why).apply(Action::GoTo(place))), [Value::Null]);
        }
    }

    #[test]
    fn a_link_to_the_current_view_causes_nothing() {
        assert_eq!(viewing(View::Cost).apply(Action::GoTo(Place::Result(View::Cost))), []);
    }
}

mod moving {
    use super::*;

    /// Steps from view to view, each to another one.
    fn steps() -> [Action; 4] {
        let go = |view| Action::GoTo(Place::Result(view));
        [go(View::Why), go(View::Cost), go(View::Answer), go(View::Sources)]
    }

    #[test]
    fn from_view_to_view_the_result_is_not_reported_again() {
        let mut session = at_check();
        assert!(session.apply(Action::Next).contains(&Effect::ReportResult));
        for step in steps().into_iter().chain([Action::Back]) {
            assert!(!session.apply(step.clone()).contains(&Effect::ReportResult), "{step:?}");
        }
    }

    #[test]
    fn from_view_to_view_nothing_is_evaluated_again() {
        let mut session = viewing(View::Answer);
        let before = session.versions();
        for step in steps().into_iter().chain([Action::Back]) {
            assert!(!session.apply(step.clone()).contains(&Effect::Prepare), "{step:?}");
        }
        let after = session.versions();
        assert_eq!((after.evaluation, after.responses), (before.evaluation, before.responses));
        assert_ne!(after.route, before.route);
    }

    #[test]
    fn a_view_opened_from_outside_the_result_reports_it() {
        let mut session = at_check();
        assert!(session.apply(Action::GoTo(Place::Result(View::Plan))).contains(&Effect::ReportResult));
    }

    #[test]
    fn a_changed_answer_reports_the_result_at_any_view() {
        for view in View::ALL {
            let mut session = viewing(view);
            let decide = Assessment::standard().question(id("decide")).find_option("approve").unwrap();
            let adopted = Action::Adopt(vec![(id("decide"), decision::response::Response::One(decide))]);
            assert!(session.apply(adopted).contains(&Effect::ReportResult), "{}", view.name());
            assert_eq!(session.place(), Place::Result(view));
            assert!(session.apply(Action::Undo).contains(&Effect::ReportResult), "{}", view.name());
        }
    }

    #[test]
    fn back_leads_from_a_view_to_the_answer() {
        for view in behind_the_answer() {
            let mut session = viewing(view);
            session.apply(Action::GoTo(Place::Result(View::Why)));
            session.apply(Action::GoTo(Place::Result(view)));
            session.apply(Action::Back);
            assert_eq!(session.place(), Place::RESULT);
        }
    }

    #[test]
    fn back_leads_from_the_answer_out_of_the_result() {
        let mut session = viewing(View::Cost);
        session.apply(Action::Back);
        session.apply(Action::Back);
        assert_eq!(session.place(), Place::Check);
    }

    #[test]
    fn next_at_a_view_stays() {
        for view in View::ALL {
            let mut session = viewing(view);
            assert_eq!(session.destination(), None);
            assert_eq!(session.apply(Action::Next), []);
        }
    }

    #[test]
    fn a_visit_to_a_question_returns_to_its_view() {
        for view in View::ALL {
            for step in [Action::Next, Action::Back] {
                let mut session = viewing(view);
                session.apply(Action::Visit(at("fund")));
                session.apply(answer("fund", "yes"));
                let effects = session.apply(step);
                assert_eq!((session.place(), session.returns_to()), (Place::Result(view), None));
                assert!(effects.contains(&Effect::ReportResult), "{}", view.name());
            }
        }
    }

    #[test]
    fn a_follow_up_question_is_part_of_a_visit_from_a_view() {
        let mut session = session();
        let others = [("fund", "yes"), ("answer", "own"), ("decide", "all"), ("pace", "steady"), ("skills", "deep")];
        respond(&mut session, &[("cap", "none")]);
        respond(&mut session, &others);
        session.apply(Action::GoTo(Place::Result(View::Why)));
        session.apply(Action::Visit(at("cap")));
        respond(&mut session, &[("cap", "team"), ("load", "ok")]);
        assert_eq!((session.place(), session.returns_to()), (Place::Result(View::Why), None));
    }

    #[test]
    fn a_view_after_the_quick_check_does_not_switch_to_the_full_course() {
        let mut session = session();
        complete_quick_check(&mut session, "lead");
        session.apply(Action::GoTo(Place::Result(View::WhatIf)));
        assert_eq!(session.course(), Course::Quick);
        session.apply(Action::GoOn);
        advance_to(&mut session, Place::Check);
        session.apply(Action::Next);
        assert_eq!(session.place(), Place::RESULT);
    }
}
