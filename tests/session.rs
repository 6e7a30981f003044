//! What a visitor can do, and what it does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use support_fit::{
    assessment::{Assessment, DimensionId, QuestionId, named::cap},
    json::{Expected, Value},
    response::{ChoiceSet, Progress, Rating, Response},
    session::{Action, Draft, DraftStore, MemoryStore, Place, SCHEMA, Session, decode},
};

const TIME: &str = "2026-11-22T08:30:00.000Z";

mod moving {
    use super::*;

    #[test]
    fn a_new_session_starts_at_the_first_question_of_the_quick_check() {
        let session = session();
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
        assert_eq!(session.progress(), Some(Progress { position: 1, total: 7, answered: 0 }));
        assert!(session.is_untouched());
    }

    #[test]
    fn next_without_an_answer_asks_for_one_and_stays() {
        let mut session = session();
        assert!(!session.apply(Action::Next));
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
        assert!(session.answer_missing());
    }

    #[test]
    fn an_answer_takes_the_request_for_one_away() {
        let mut session = session();
        session.apply(Action::Next);
        session.apply(answer("cap", "team"));
        assert!(!session.answer_missing());
    }

    #[test]
    fn not_sure_is_an_answer_with_which_one_goes_on() {
        let mut session = session();
        session.apply(Action::Respond(cap::QUESTION, Response::NotSure));
        session.apply(Action::Next);
        assert_eq!(session.place(), at("load"));
    }

    #[test]
    fn back_loses_no_answer() {
        let mut session = session();
        give(&mut session, &[("cap", "team"), ("load", "ok"), ("fund", "yes")]);
        for _ in 0..3 {
            session.apply(Action::Back);
        }
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
        assert_eq!(answers(&session), ["cap=team", "load=ok", "fund=yes"]);
    }

    #[test]
    fn back_at_the_first_question_stays() {
        let mut session = session();
        assert!(!session.apply(Action::Back));
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
    }

    #[test]
    fn back_at_the_result_goes_to_the_last_question() {
        let mut session = session();
        session.apply(Action::GoTo(Place::Result));
        session.apply(Action::Back);
        assert_eq!(session.place(), at("skills"));
    }

    #[test]
    fn the_last_answer_leads_to_the_result() {
        let mut session = session();
        give_all(&mut session, "lead");
        assert_eq!(session.place(), Place::Result);
        assert_eq!(session.progress(), None);
    }

    #[test]
    fn going_to_a_place_keeps_the_answers() {
        let mut session = session();
        give_all(&mut session, "lead");
        let before = answers(&session);
        assert!(session.apply(Action::GoTo(at("answer"))));
        assert_eq!(session.place(), at("answer"));
        assert_eq!(answers(&session), before);
    }

    #[test]
    fn a_question_that_is_not_asked_is_passed_over_both_ways() {
        let mut session = session();
        give(&mut session, &[("cap", "none")]);
        assert_eq!(session.place(), at("fund"));
        session.apply(Action::Back);
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
    }

    #[test]
    fn without_the_question_on_load_there_are_six_questions() {
        let mut session = session();
        give(
            &mut session,
            &[("cap", "none"), ("fund", "no"), ("answer", "one"), ("decide", "approve"), ("pace", "steady")],
        );
        assert_eq!(session.path().len(), 6);
        assert_eq!(session.progress(), Some(Progress { position: 6, total: 6, answered: 5 }));
        session.apply(answer("skills", "few"));
        assert_eq!(session.progress(), Some(Progress { position: 6, total: 6, answered: 6 }));
    }

    #[test]
    fn changing_an_early_answer_and_back_keeps_the_one_that_hung_on_it() {
        let mut session = session();
        give(&mut session, &[("cap", "team"), ("load", "stretched")]);
        session.apply(answer("cap", "none"));
        assert_eq!(session.path().len(), 6);
        session.apply(answer("cap", "team"));
        assert_eq!(session.path().len(), 7);
        assert_eq!(answers(&session), ["cap=team", "load=stretched"]);
    }
}

mod undoing {
    use super::*;

    #[test]
    fn undo_takes_the_last_answer_back_and_goes_where_it_was_given() {
        let mut session = session();
        give(&mut session, &[("cap", "team"), ("load", "ok")]);
        session.apply(Action::Undo);
        assert_eq!(answers(&session), ["cap=team"]);
        assert_eq!(session.place(), at("load"));
    }

    #[test]
    fn undo_takes_a_rating_back() {
        let mut session = session();
        session.apply(Action::Rate(DimensionId(2), Rating::Decisive));
        assert!(session.apply(Action::Undo));
        assert_eq!(session.priorities().get(DimensionId(2)), Rating::Normal);
    }

    #[test]
    fn there_is_nothing_to_undo_at_the_start_and_after_undoing() {
        let mut session = session();
        assert!(!session.can_undo());
        session.apply(answer("cap", "team"));
        assert!(session.can_undo());
        session.apply(Action::Undo);
        assert!(!session.can_undo());
        assert!(!session.apply(Action::Undo));
    }

    #[test]
    fn the_same_answer_again_is_no_change_to_undo() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        session.apply(answer("load", "ok"));
        assert!(!session.apply(answer("load", "ok")));
        session.apply(Action::Undo);
        assert_eq!(answers(&session), ["cap=team"]);
    }

    #[test]
    fn starting_over_forgets_and_can_be_undone() {
        let mut session = session();
        give_all(&mut session, "lead");
        session.apply(Action::Rate(DimensionId(0), Rating::Important));
        let before = session.draft(TIME);
        assert!(session.apply(Action::StartOver));
        assert!(session.is_untouched());
        assert_eq!(session.place(), Place::Question(cap::QUESTION));
        session.apply(Action::Undo);
        assert_eq!(session.draft(TIME), before);
    }

    #[test]
    fn erasing_forgets_and_cannot_be_undone() {
        let mut session = session();
        give_all(&mut session, "lead");
        session.apply(Action::SavedElsewhere(other_draft()));
        session.apply(Action::Erase);
        assert!(session.is_untouched());
        assert!(!session.can_undo());
        assert_eq!(session.elsewhere(), None);
        assert!(!session.apply(Action::Undo));
    }

    #[test]
    fn erasing_leaves_nothing_to_save() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        assert!(!session.apply(Action::Erase));
    }
}

mod two_tabs {
    use super::*;

    #[test]
    fn what_another_tab_saved_changes_nothing_here() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        let before = session.draft(TIME);
        assert!(!session.apply(Action::SavedElsewhere(other_draft())));
        assert_eq!(session.elsewhere(), Some(&other_draft()));
        assert_eq!(session.draft(TIME), before);
    }

    #[test]
    fn taking_over_goes_on_where_the_other_tab_is() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        session.apply(Action::SavedElsewhere(other_draft()));
        assert!(session.apply(Action::TakeOver));
        assert_eq!(answers(&session), ["cap=keeper", "load=fire"]);
        assert_eq!(session.place(), at("fund"));
        assert_eq!(session.elsewhere(), None);
    }

    #[test]
    fn taking_over_can_be_undone() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        let before = session.draft(TIME);
        session.apply(Action::SavedElsewhere(other_draft()));
        session.apply(Action::TakeOver);
        session.apply(Action::Undo);
        assert_eq!(session.draft(TIME), before);
    }

    #[test]
    fn keeping_mine_is_something_to_save() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        session.apply(Action::SavedElsewhere(other_draft()));
        assert!(session.apply(Action::KeepMine));
        assert_eq!(session.elsewhere(), None);
        assert_eq!(answers(&session), ["cap=team"]);
    }

    #[test]
    fn taking_over_when_no_other_tab_saved_does_nothing() {
        let mut session = session();
        session.apply(answer("cap", "team"));
        assert!(!session.apply(Action::TakeOver));
        assert_eq!(answers(&session), ["cap=team"]);
    }

    #[test]
    fn saving_here_saves_over_the_other_tab() {
        let mut session = session();
        session.apply(Action::SavedElsewhere(other_draft()));
        session.saved_here();
        assert_eq!(session.elsewhere(), None);
    }
}

mod drafts {
    use super::*;

    /// A file that a build with schema 1 wrote.
    const SCHEMA_1: &str = include_str!("fixtures/draft-schema-1.json");

    #[test]
    fn a_draft_of_schema_1_keeps_its_place() {
        assert_eq!(read(SCHEMA_1).0.place, at("answer"));
    }

    #[test]
    fn a_draft_of_schema_1_keeps_answers_and_not_sure() {
        let (draft, _) = read(SCHEMA_1);
        assert_eq!(answers(&resumed(draft)), ["cap=lead", "load=stretched", "fund=dk"]);
    }

    #[test]
    fn a_draft_of_schema_1_keeps_ratings() {
        let (draft, _) = read(SCHEMA_1);
        let control = Assessment::standard().find_dimension("control").unwrap();
        assert_eq!(draft.priorities.get(control), Rating::Decisive);
        assert_eq!(draft.priorities.get(DimensionId(0)), Rating::Normal);
    }

    #[test]
    fn an_unknown_question_is_reported_and_kept() {
        let (draft, problems) = read(SCHEMA_1);
        assert_eq!(problems, ["$.answers.retired_question: retired_question [unknown-question]"]);
        assert_eq!(draft.unrecognized, [("retired_question".to_owned(), Value::from("yes"))]);
        let kept = resumed(draft).draft(TIME).encode(Assessment::standard());
        assert_eq!(kept.get("answers").unwrap().get("retired_question"), Some(&Value::from("yes")));
    }

    #[test]
    fn a_draft_of_schema_1_is_kept_as_schema_2() {
        let kept = resumed(read(SCHEMA_1).0).draft(TIME).encode(Assessment::standard());
        let expected = format!(
            "{}{}{}",
            r#"{"schema":2,"content":"1.1","saved":"2026-11-22T08:30:00.000Z","place":{"question":"answer"},"#,
            r#""answers":{"cap":"lead","load":"stretched","fund":"dk","retired_question":"yes"},"#,
            r#""priorities":{"control":3}}"#
        );
        assert_eq!(serde_json::to_string(&kept).unwrap(), expected);
    }

    #[test]
    fn the_last_place_of_schema_1_is_the_result() {
        assert_eq!(read(&SCHEMA_1.replace("\"at\": 3", "\"at\": 7")).0.place, Place::Result);
    }

    #[test]
    fn a_place_that_schema_1_did_not_have_is_reported_and_starts_at_the_first_question() {
        let (draft, problems) = read(&SCHEMA_1.replace("\"at\": 3", "\"at\": 8"));
        assert_eq!(draft.place, Place::Question(cap::QUESTION));
        assert!(problems.contains(&"$.place: 8 [unknown-place]".to_owned()), "{problems:?}");
    }

    #[test]
    fn a_draft_of_a_later_schema_is_refused() {
        let problem = decode(Assessment::standard(), &json(r#"{"schema": 3, "answers": {}}"#)).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.found.as_str()), ("$.schema", "3"));
        assert_eq!((problem.expected, problem.expected.code()), (Expected::KnownSchema, "unknown-schema"));
    }

    #[test]
    fn a_schema_that_is_not_a_number_is_refused() {
        let problem = decode(Assessment::standard(), &json(r#"{"schema": "2"}"#)).unwrap_err();
        assert_eq!(problem.expected.code(), "unknown-schema");
    }

    #[test]
    fn this_build_writes_schema_2() {
        assert_eq!(SCHEMA, 2);
        let kept = session().draft(TIME).encode(Assessment::standard());
        assert_eq!(kept.get("schema"), Some(&Value::from(2.0)));
    }

    #[test]
    fn a_list_of_which_a_part_is_unknown_keeps_both_parts() {
        let (draft, problems) = read(r#"{"schema": 2, "answers": {"signs": ["docs", "retired", "access"]}}"#);
        assert_eq!(problems, ["$.answers.signs[1]: retired [unknown-choice]"]);
        assert_eq!(draft.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0b1_0010))));
        let kept = draft.encode(Assessment::standard());
        assert_eq!(
            kept.get("answers").unwrap().get("signs"),
            Some(&["docs", "access", "retired"].into_iter().collect())
        );
    }

    #[test]
    fn a_list_of_which_all_is_unknown_is_no_answer_and_kept() {
        let (draft, _) = read(r#"{"answers": {"signs": ["retired"]}}"#);
        assert_eq!(draft.responses.get(id("signs")), None);
        let kept = draft.encode(Assessment::standard());
        assert_eq!(kept.get("answers").unwrap().get("signs"), Some(&["retired"].into_iter().collect()));
    }

    /// It was lost: the unknown part went back behind the empty list, and a list of which all is unknown is no answer.
    #[test]
    fn none_of_these_stays_when_the_draft_had_an_unknown_choice() {
        let mut session = resumed(read(r#"{"answers": {"signs": ["retired"]}}"#).0);
        session.apply(Action::Respond(id("signs"), Response::Several(ChoiceSet(0))));
        let (again, _) = reread(&session.draft(TIME));
        assert_eq!(again.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0))));
    }

    #[test]
    fn an_empty_list_is_none_of_these() {
        let (draft, _) = read(r#"{"answers": {"signs": []}}"#);
        assert_eq!(draft.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0))));
    }

    #[test]
    fn an_unknown_option_is_kept_until_the_question_is_answered_anew() {
        let (draft, problems) = read(r#"{"answers": {"cap": "robot"}}"#);
        assert_eq!(problems, ["$.answers.cap: robot [unknown-option]"]);
        let mut session = resumed(draft);
        let cap_kept = |session: &Session| {
            session.draft(TIME).encode(Assessment::standard()).get("answers").unwrap().get("cap").cloned()
        };
        assert_eq!(cap_kept(&session), Some(Value::from("robot")));
        session.apply(answer("cap", "team"));
        assert_eq!(cap_kept(&session), Some(Value::from("team")));
    }

    #[test]
    fn an_empty_text_and_null_are_no_answer_and_no_problem() {
        let (draft, problems) = read(r#"{"answers": {"cap": "", "load": null}}"#);
        assert!(draft.responses.is_empty() && problems.is_empty());
    }

    #[test]
    fn several_problems_are_all_reported() {
        let (_, problems) =
            read(r#"{"answers": {"cap": 3, "capp": "team"}, "priorities": {"cost": 4, "fun": 1}, "place": 1}"#);
        let expected = [
            "$.answers.cap: 3 [unknown-option]",
            "$.answers.capp: capp [unknown-question]",
            "$.place: 1 [unknown-place]",
            "$.priorities.cost: 4 [not-a-rating]",
            "$.priorities.fun: fun [unknown-dimension]",
        ];
        assert_eq!(problems, expected);
    }

    #[test]
    fn something_else_than_an_object_is_no_draft() {
        for text in ["null", "[]", "3", "\"draft\""] {
            assert_eq!(decode(Assessment::standard(), &json(text)).unwrap_err().expected, Expected::Object, "{text}");
        }
    }

    #[test]
    fn a_draft_at_a_question_that_is_not_asked_goes_on_at_the_next_one() {
        let (draft, _) = read(r#"{"place": {"question": "load"}, "answers": {"cap": "none"}}"#);
        assert_eq!(resumed(draft).place(), at("fund"));
    }

    #[test]
    fn a_draft_says_content_time_and_place() {
        let mut session = session();
        give(&mut session, &[("cap", "team")]);
        let draft = session.draft(TIME);
        assert_eq!((draft.content.as_str(), draft.saved.as_str()), (Assessment::standard().version, TIME));
        assert_eq!(draft.place, at("load"));
    }
}

mod stores {
    use super::*;

    #[test]
    fn a_new_store_is_empty() {
        assert_eq!(MemoryStore::default().load(), Ok(None));
    }

    #[test]
    fn what_was_saved_last_is_loaded() {
        let store = MemoryStore::default();
        store.save(&Value::from("first")).unwrap();
        store.save(&Value::from("second")).unwrap();
        assert_eq!(store.load(), Ok(Some(Value::from("second"))));
    }

    #[test]
    fn what_is_put_aside_is_not_saved_over() {
        let store = MemoryStore::default();
        store.save(&Value::from("unreadable")).unwrap();
        store.set_aside().unwrap();
        store.save(&Value::from("new")).unwrap();
        assert_eq!(store.load(), Ok(Some(Value::from("new"))));
        assert_eq!(store.aside(), [Value::from("unreadable")]);
    }

    #[test]
    fn erasing_also_removes_what_was_put_aside() {
        let store = MemoryStore::default();
        store.save(&Value::from("old")).unwrap();
        store.set_aside().unwrap();
        store.save(&Value::from("new")).unwrap();
        store.erase().unwrap();
        assert_eq!(store.load(), Ok(None));
        assert!(store.aside().is_empty());
    }

    #[test]
    fn a_session_goes_on_from_a_store() {
        let store = MemoryStore::default();
        let mut first = session();
        give(&mut first, &[("cap", "team"), ("load", "ok")]);
        store.save(&first.draft(TIME).encode(Assessment::standard())).unwrap();
        let loaded = store.load().unwrap().unwrap();
        let second = resumed(decode(Assessment::standard(), &loaded).unwrap().draft);
        assert_eq!(second.draft(TIME), first.draft(TIME));
    }
}

fn session() -> Session {
    Session::new(Assessment::standard())
}

fn resumed(draft: Draft) -> Session {
    Session::resume(Assessment::standard(), draft)
}

fn id(question: &str) -> QuestionId {
    Assessment::standard().find_question(question).unwrap()
}

fn at(question: &str) -> Place {
    Place::Question(id(question))
}

fn answer(question: &str, option: &str) -> Action {
    let option = Assessment::standard().question(id(question)).find_option(option).unwrap();
    Action::Respond(id(question), Response::One(option))
}

/// Answers from where the session is, pressing "next" after each.
fn give(session: &mut Session, pairs: &[(&str, &str)]) {
    for (question, option) in pairs {
        assert_eq!(session.place(), at(question));
        session.apply(answer(question, option));
        session.apply(Action::Next);
    }
}

/// Answers the whole quick check.
fn give_all(session: &mut Session, who: &str) {
    give(session, &[("cap", who), ("load", "stretched"), ("fund", "one"), ("answer", "split")]);
    give(session, &[("decide", "key"), ("pace", "growing"), ("skills", "specialist")]);
}

/// All answers in the order asked.
fn answers(session: &Session) -> Vec<String> {
    let mut ordered =
        session.draft(TIME).encode(Assessment::standard()).get("answers").unwrap().entries().unwrap().to_vec();
    ordered.retain(|(name, _)| Assessment::standard().find_question(name).is_some());
    ordered.iter().map(|(name, value)| format!("{name}={}", value.as_text().unwrap())).collect()
}

/// What another tab saved: two answers, at the third question.
fn other_draft() -> Draft {
    let mut other = session();
    give(&mut other, &[("cap", "keeper"), ("load", "fire")]);
    other.draft(TIME)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn read(text: &str) -> (Draft, Vec<String>) {
    let decoded = decode(Assessment::standard(), &json(text)).unwrap();
    let problems =
        decoded.problems.iter().map(|p| format!("{}: {} [{}]", p.path, p.found, p.expected.code())).collect();
    (decoded.draft, problems)
}

fn reread(draft: &Draft) -> (Draft, Vec<String>) {
    read(&serde_json::to_string(&draft.encode(Assessment::standard())).unwrap())
}
