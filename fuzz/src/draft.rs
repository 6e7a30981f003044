//! A draft or a report: what is read survives a round trip, also if entries are read later.

use assessment::{Assessment, json::Value};

use session::{
    Action, Course, Draft, ENTRY_CODE, LONGEST_DRAFT, Others, Place, Problem, Session, decode, decode_whole, is_report,
    link::{self, LinkState},
};

use super::document::{document, is_showable, text, written};

/// The maximum length of a saved draft, which can exceed that of the input: numbers get more digits, and fields are added.
const MOST_KEPT: usize = LONGEST_DRAFT * 2;

/// A draft from storage, another tab, the host page or a file.
pub fn draft(bytes: &[u8]) {
    let assessment = Assessment::standard();
    let Some(document) = document(&text(bytes), LONGEST_DRAFT) else { return };
    let decoded = match decode(assessment, &document, Some(&ENTRY_CODE)) {
        Ok(decoded) => decoded,
        Err(problem) => return assert_explained(&problem),
    };
    decoded.problems.iter().for_each(assert_explained);
    assert_round_trip(&decoded.draft);
    assert_resumes(&decoded.draft);

    // Reading the entries later gives the same result.
    let late = decode(assessment, &document, None).expect("its answers were read above").draft;
    let mut session = Session::resume(assessment, Course::Quick, late.clone(), None);
    assert_eq!(session.responses(), &decoded.draft.responses);
    let kept_unread = session.document("");
    session.read_entries(&ENTRY_CODE);
    assert_eq!(session.worksheet(), &decoded.draft.worksheet);
    let again = decode(assessment, &kept_unread, Some(&ENTRY_CODE)).expect("a saved draft can be read").draft;
    assert_eq!(again.worksheet, decoded.draft.worksheet);
    assert_eq!(again.unread, decoded.draft.unread);
}

/// A report, or other answers from a colleague.
pub fn report(bytes: &[u8]) {
    let assessment = Assessment::standard();
    let Some(document) = document(&text(bytes), LONGEST_DRAFT) else { return };
    let is_report = is_report(&document);
    let others = Others::in_document(assessment, &document);
    let whole = match decode_whole(assessment, &document, Some(&ENTRY_CODE)) {
        Ok(whole) => whole,
        Err(problem) => {
            assert!(others.is_err());
            return assert_explained(&problem);
        }
    };
    whole.problems.iter().for_each(assert_explained);
    assert_round_trip(&whole.draft);
    let kept = whole.draft.encode(assessment, Some(&ENTRY_CODE));
    // It is saved as a draft, so it is not marked as a report anymore.
    assert!(!is_report || !session::is_report(&kept));
    match others {
        Ok(others) => {
            assert_eq!(others.responses, whole.draft.responses);
            assert_eq!(others.priorities, whole.draft.priorities);
            assert!(!others.responses.is_empty());
        }
        Err(_) => assert!(whole.draft.responses.is_empty()),
    }
}

/// A problem has a place and an expectation, and can be shown in one line.
fn assert_explained(problem: &Problem) {
    assert!(problem.path.starts_with('$') && is_showable(&problem.path, 120), "{problem:?}");
    assert!(is_showable(&problem.found, 60), "{problem:?}");
    assert!(!problem.expected.code().is_empty());
}

fn assert_round_trip(draft: &Draft) {
    let assessment = Assessment::standard();
    let kept = draft.encode(assessment, Some(&ENTRY_CODE));
    let text = written(&kept);
    assert!(text.len() <= MOST_KEPT, "{} bytes", text.len());
    let through_text: Value = serde_json::from_str(&text).expect("a saved draft is JSON");
    let again = decode(assessment, &through_text, Some(&ENTRY_CODE)).expect("a saved draft can be read").draft;
    assert_eq!(again.responses, draft.responses);
    assert_eq!(again.priorities, draft.priorities);
    assert_eq!(again.worksheet, draft.worksheet);
    assert_eq!((again.place, again.returns_to, again.course), (draft.place, draft.returns_to, draft.course));
    assert_eq!(written(&again.encode(assessment, Some(&ENTRY_CODE))), text);
}

/// A session can resume it at a valid place, and its link survives a round trip.
fn assert_resumes(draft: &Draft) {
    let assessment = Assessment::standard();
    let mut session = Session::resume(assessment, Course::Quick, draft.clone(), Some(&ENTRY_CODE));
    assert_valid(&session);
    let carried = LinkState::of(&session);
    let link = link::encode(assessment, &carried);
    if link.len() <= link::LONGEST {
        let opened = link::decode(assessment, &link).expect("a link of ours").state;
        assert_eq!(link::encode(assessment, &opened), link);
        assert_eq!((opened.responses, opened.priorities), (carried.responses, carried.priorities));
    }
    for action in [Action::Next, Action::Back, Action::GoOn, Action::Visit(Place::Check), Action::Back] {
        session.apply(action);
        assert_valid(&session);
    }
}

fn assert_valid(session: &Session) {
    if let Place::Question(id) = session.place() {
        assert!(session.returns_to().is_some() || session.path().contains(&id), "{:?}", session.place());
    }
    if let Some(progress) = session.progress() {
        assert!((1..=progress.total).contains(&progress.position) && progress.answered <= progress.total);
    }
}
