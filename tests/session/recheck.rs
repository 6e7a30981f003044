//! Answers from content 1.1 to questions that have changed since: they count and are marked for review.

use assessment::{Assessment, json::Value, named};

use decision::response::Response;

use session::{Action, Draft, ENTRY_CODE, Place, Session, Source};

use super::{TIME, answer, at, id, read, reread, resumed, session};

/// A draft of content 1.1 at the list of answers, with answers to changed and unchanged questions.
const DRAFT: &str = r#"{"schema":3,"content":"1.1","saved":"2026-11-22T08:30:00.000Z","course":"full",
    "place":{"screen":"check"},"answers":{"provider":"adhoc","clash":"talk","cap":"lead","size":"m","hours":"gap",
    "roles":"would","signs":["docs"],"pace":"steady","plan":"keep","fund":"dk","trigger":"review"}}"#;

/// The same, saved under the current content.
fn present() -> String {
    DRAFT.replace("\"content\":\"1.1\"", "\"content\":\"1.2\"")
}

fn names(questions: &[assessment::QuestionId]) -> Vec<&'static str> {
    questions.iter().map(|id| Assessment::standard().question(*id).id).collect()
}

fn to_recheck(session: &Session) -> Vec<&'static str> {
    names(&session.recheck())
}

fn draft(text: &str) -> Draft {
    let (draft, problems) = read(text);
    assert!(problems.is_empty(), "{problems:?}");
    draft
}

fn list(draft: &Draft) -> Option<Value> {
    draft.encode(Assessment::standard(), Some(&ENTRY_CODE)).get("recheck").cloned()
}

#[test]
fn answers_to_changed_questions_count_and_are_listed_in_the_order_asked() {
    let expected = ["clash", "size", "hours", "roles", "signs", "pace", "plan", "fund", "trigger"];
    let session = resumed(draft(DRAFT));
    assert_eq!(to_recheck(&session), expected);
    assert_eq!(session.responses().get(named::roles::QUESTION), Some(Response::One(named::roles::WOULD)));
}

#[test]
fn the_review_list_survives_a_round_trip_through_the_draft() {
    let kept = resumed(draft(DRAFT)).draft(TIME);
    assert_eq!(kept.content, Assessment::standard().version);
    let (again, problems) = reread(&kept);
    assert_eq!((&again.recheck, problems), (&kept.recheck, Vec::new()));
    assert_eq!(to_recheck(&resumed(again)).len(), 9);
}

#[test]
fn opening_a_question_removes_it_from_the_review_list() {
    let mut session = resumed(draft(DRAFT));
    session.apply(Action::Visit(at("hours")));
    session.apply(Action::Back);
    assert_eq!(session.place(), Place::Check);
    assert!(!to_recheck(&session).contains(&"hours"));
    assert_eq!(to_recheck(&session).len(), 8);
    assert!(!session.can_undo());
}

#[test]
fn resuming_at_a_question_counts_as_opening_it() {
    let text = DRAFT.replace(r#"{"screen":"check"}"#, r#"{"question":"plan"}"#);
    assert!(!to_recheck(&resumed(draft(&text))).contains(&"plan"));
}

#[test]
fn changing_an_answer_removes_it_from_the_review_list_and_undo_restores_it() {
    let mut session = resumed(draft(DRAFT));
    session.apply(Action::Adopt(vec![(id("pace"), Response::One(named::pace::FAST))]));
    assert!(!to_recheck(&session).contains(&"pace"));
    session.apply(Action::Undo);
    assert!(to_recheck(&session).contains(&"pace"));
    session.apply(Action::Retract(id("pace")));
    assert!(!to_recheck(&session).contains(&"pace"));
}

#[test]
fn an_inapplicable_question_is_not_on_the_review_list() {
    let mut session = resumed(draft(DRAFT));
    session.apply(answer("provider", "none"));
    assert!(!to_recheck(&session).contains(&"clash"));
    session.apply(answer("provider", "most"));
    assert!(to_recheck(&session).contains(&"clash"));
}

#[test]
fn starting_over_empties_the_review_list() {
    let mut session = resumed(draft(DRAFT));
    session.apply(Action::StartOver);
    assert_eq!(to_recheck(&session), [""; 0]);
    assert_eq!(list(&session.draft(TIME)), None);
}

#[test]
fn no_signs_in_content_1_1_count_as_unanswered() {
    let none = DRAFT.replace(r#"["docs"]"#, "[]");
    let session = resumed(draft(&none));
    assert_eq!(session.responses().get(named::signs::QUESTION), None);
    assert!(!to_recheck(&session).contains(&"signs"));
    let none = present().replace(r#"["docs"]"#, "[]");
    assert!(resumed(draft(&none)).responses().get(named::signs::QUESTION).is_some());
}

#[test]
fn current_answers_and_documents_without_a_content_version_need_no_review() {
    for text in [present(), DRAFT.replace(r#""content":"1.1","#, "")] {
        let draft = draft(&text);
        assert_eq!((names(&draft.recheck), list(&draft)), (Vec::new(), None));
    }
}

#[test]
fn the_review_list_contains_only_answered_questions() {
    let text = present().replace(r#""answers""#, r#""recheck":["pace","load","nonsense",5,"size"],"answers""#);
    assert_eq!(names(&draft(&text).recheck), ["size", "pace"]);
    let text = present().replace(r#""answers""#, r#""recheck":"pace","answers""#);
    assert_eq!(names(&draft(&text).recheck), [""; 0]);
}

#[test]
fn another_tabs_draft_brings_its_review_list() {
    let mut session = session();
    session.apply(Action::Offer(Source::OtherTab, Box::new(draft(DRAFT)), None));
    session.apply(Action::TakeOver);
    assert_eq!(to_recheck(&session).len(), 9);
}
