//! Where a draft resumes: place, course, and where the place was opened from.

use assessment::{Assessment, json::Value};

use session::{Action, Course, ENTRY_CODE, Place, Session};

use super::{FULL_COURSE, TIME, at, at_check, complete_quick_check, json, read, reread, respond, resumed, session};

/// A file of the first build with schema 2, which had no course: a question opened from the result.
const FIRST: &str = include_str!("../fixtures/draft-schema-2-first.json");

const SCREENS: [(Place, &str); 4] = [
    (Place::Overview, "overview"),
    (Place::Priorities, "priorities"),
    (Place::Check, "check"),
    (Place::RESULT, "result"),
];

mod coming_back {
    use super::*;

    #[test]
    fn a_draft_resumes_at_its_question() {
        let mut session = session();
        respond(&mut session, &[("cap", "team")]);
        assert_eq!(saved_and_resumed(&session).place(), at("load"));
    }

    #[test]
    fn a_draft_resumes_at_its_screen() {
        for (screen, _) in SCREENS {
            let mut session = session();
            session.apply(Action::GoTo(screen));
            assert_eq!(saved_and_resumed(&session).place(), screen);
        }
    }

    #[test]
    fn a_draft_resumes_its_course() {
        let mut session = session();
        assert_eq!(saved_and_resumed(&session).course(), Course::Quick);
        session.apply(Action::GoOn);
        assert_eq!(saved_and_resumed(&session).course(), Course::Full);
    }

    #[test]
    fn a_draft_of_the_full_course_continues_along_it() {
        let mut session = session();
        complete_quick_check(&mut session, "lead");
        session.apply(Action::GoOn);
        let mut session = saved_and_resumed(&session);
        respond(&mut session, &[("provider", "none"), ("size", "m")]);
        assert_eq!(session.place(), at("hours"));
    }

    #[test]
    fn a_draft_of_a_visit_returns_to_where_the_visit_began() {
        let from_screens = SCREENS.map(|(screen, _)| screen);
        for from in from_screens.into_iter().chain([at("hours")]) {
            let mut session = at_check();
            session.apply(Action::GoTo(from));
            session.apply(Action::Visit(at("fund")));
            let mut session = saved_and_resumed(&session);
            assert_eq!((session.place(), session.returns_to()), (at("fund"), Some(from)));
            session.apply(Action::Next);
            assert_eq!((session.place(), session.returns_to()), (from, None));
        }
    }

    #[test]
    fn a_visited_screen_returns_to_where_it_was_opened() {
        for (screen, _) in SCREENS {
            let mut session = session();
            session.apply(Action::Visit(screen));
            let mut session = saved_and_resumed(&session);
            session.apply(Action::Back);
            assert_eq!((session.place(), session.returns_to()), (at("cap"), None));
        }
    }
}

mod written {
    use super::*;

    #[test]
    fn a_screen_is_saved_by_name() {
        for (screen, name) in SCREENS {
            let mut session = session();
            session.apply(Action::GoTo(screen));
            assert_eq!(entry(&session, "place"), Some(Value::object([("screen", Value::from(name))])));
        }
    }

    #[test]
    fn the_course_is_saved_by_name() {
        let mut session = session();
        assert_eq!(entry(&session, "course"), Some(Value::from("quick")));
        session.apply(Action::GoOn);
        assert_eq!(entry(&session, "course"), Some(Value::from("full")));
    }

    #[test]
    fn the_origin_of_a_visit_is_saved_only_during_the_visit() {
        let mut session = at_check();
        assert_eq!(entry(&session, "returns_to"), None);
        session.apply(Action::Visit(at("fund")));
        assert_eq!(entry(&session, "returns_to"), Some(Value::object([("screen", Value::from("check"))])));
        session.apply(Action::Next);
        assert_eq!(entry(&session, "returns_to"), None);
    }

    #[test]
    fn a_draft_of_the_full_course_changes_only_its_schema_and_review_list() {
        let (draft, problems) = read(FULL_COURSE);
        assert_eq!(problems, [""; 0]);
        let Value::Object(mut kept) = json(&FULL_COURSE.replace("\"schema\": 2", "\"schema\": 3")) else { panic!() };
        // Some of its questions have changed since content 1.1.
        kept.push(("recheck".to_owned(), ["clash", "hours", "signs", "fund"].into_iter().collect()));
        assert_eq!(draft.encode(Assessment::standard(), Some(&ENTRY_CODE)), Value::Object(kept));
    }

    fn entry(session: &Session, name: &str) -> Option<Value> {
        session.draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE)).get(name).cloned()
    }
}

mod older {
    use super::*;

    #[test]
    fn a_draft_without_a_course_is_on_the_quick_course() {
        let (draft, problems) = read(FIRST);
        assert_eq!((draft.course, problems), (Course::Quick, Vec::new()));
    }

    #[test]
    fn its_question_beyond_the_quick_check_was_opened_from_the_result() {
        let session = resumed(read(FIRST).0);
        assert_eq!((session.place(), session.returns_to()), (at("size"), Some(Place::RESULT)));
    }

    #[test]
    fn its_question_of_the_quick_check_is_on_the_course() {
        let session = resumed(read(&FIRST.replace("size", "pace")).0);
        assert_eq!((session.place(), session.returns_to()), (at("pace"), None));
    }

    #[test]
    fn a_draft_of_schema_1_is_on_the_quick_course() {
        let (draft, _) = read(include_str!("../fixtures/draft-schema-1.json"));
        assert_eq!((draft.course, draft.returns_to), (Course::Quick, None));
    }
}

fn saved_and_resumed(session: &Session) -> Session {
    let (draft, problems) = reread(&session.draft(TIME));
    assert_eq!(problems, [""; 0]);
    resumed(draft)
}
