//! Every screen after the questions, and every question, for each of the organizations that the method is tested with.

use assessment::json::Value;

use super::{
    laws::{assert_kept, assert_paper, assert_view},
    reference::{cases, name, organizations},
    visit::{Before, KEY, Visit, draft_of, questions, view_name},
};
use session::View;

/// The open organizations, the personas of the model, and partial answers.
pub fn everybody() -> Vec<(String, Value)> {
    let personas = cases(include_str!("../vectors/model_personas.json"));
    let partial = cases(include_str!("../vectors/partial_answers.json"));
    let all = organizations().into_iter().chain(personas).chain(partial);
    all.enumerate().map(|(n, case)| (name(&case, n), case)).collect()
}

/// Includes views that say what they need.
#[test]
fn every_view_of_every_organization_keeps_the_laws_folded_and_unfolded() {
    for (who, case) in everybody() {
        let draft = draft_of(&case, ("screen", "result"));
        for unfolds in [false, true] {
            let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds, ..Before::default() });
            for view in View::ALL {
                visit.open(view);
                let name = visit.ui.t(view_name(view));
                assert_view(&format!("{name} of {who}, unfolded: {unfolds}"), name, &visit.html());
            }
        }
    }
}

#[test]
fn every_organizations_printed_result_keeps_the_laws() {
    for (who, case) in everybody() {
        let mut visit = Visit::saved(&draft_of(&case, ("screen", "result")));
        assert_paper(&format!("the paper of {who}"), &visit.paper().unwrap());
    }
}

#[test]
fn the_other_screens_of_every_organization_keep_the_laws() {
    for (who, case) in everybody() {
        for screen in ["overview", "priorities", "check"] {
            let mut visit = Visit::saved(&draft_of(&case, ("screen", screen)));
            assert_kept(&format!("{screen} of {who}"), &visit.html());
        }
    }
}

#[test]
fn every_question_keeps_the_laws_answered_and_unanswered() {
    let organizations = organizations();
    let empty = Value::Object(Vec::new());
    for question in questions() {
        for case in organizations.iter().chain([&empty]) {
            let mut visit = Visit::saved(&draft_of(case, ("question", question)));
            let tree = assert_kept(question, &visit.html());
            let groups = tree.tagged(&["fieldset"]).count();
            assert_eq!(groups, 1, "{question} is one group of answers");
        }
    }
}
