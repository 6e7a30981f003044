//! Notes about the answers themselves, in the list of answers and the result.

use assessment::{Assessment, Form, i18n::key::ui, json::Value, named};
use session::{Place, Session};

use super::{
    html::{Node, Tree},
    laws::assert_kept,
    visit::{Visit, full_draft},
};

/// A contradiction (X2): no provider, but one covers after-hours help. `hours` and `pace` changed since content 1.1.
const CONTRADICTING: &str = r#"{"cap":"lead","provider":"none","hours":"firm","pace":"fast","decide":"key"}"#;

/// Answers without a contradiction to changed questions, enough for a result.
const SUFFICIENT: &str =
    r#"{"cap":"lead","load":"ok","hours":"office","pace":"fast","decide":"key","fund":"yes","answer":"own"}"#;

fn draft(answers: &str, place: &str) -> String {
    let answers: Value = serde_json::from_str(answers).unwrap();
    full_draft(&answers, &Value::Object(Vec::new()), ("screen", place))
}

/// The same draft, saved under content 1.1.
fn older(draft: &str) -> String {
    draft.replace("\"content\":\"1.2\"", "\"content\":\"1.1\"")
}

fn screen(visit: &mut Visit) -> Tree {
    assert_kept("answers that are doubted", &visit.html())
}

fn says(tree: &Tree, text: &str) -> bool {
    tree.all().any(|node| node.words() == text)
}

fn tagged<'t>(tree: &'t Tree, tag: &str) -> Vec<Node<'t>> {
    tree.all().filter(|node| node.is(&["span"]) && node.words() == tag).collect()
}

#[test]
fn a_contradiction_is_shown_with_a_link_to_each_of_its_questions() {
    let contradiction = &Assessment::standard().contradictions[1];
    let mut visit = Visit::saved(&draft(CONTRADICTING, "check"));
    for question in [named::provider::QUESTION, named::hours::QUESTION] {
        let tree = screen(&mut visit);
        assert!(says(&tree, visit.ui.t(contradiction.text)) && says(&tree, visit.ui.t(ui::check::DOUBTS)));
        visit.press(visit.ui.t(Assessment::standard().question(question).text));
        assert_eq!(visit.ui.now(Session::place), Place::Question(question));
        visit.press(visit.ui.t(ui::nav::BACK));
    }
    visit.press(visit.ui.t(Assessment::standard().question(named::hours::QUESTION).text));
    visit.choose(visit.ui.t(ui::answer::NOT_SURE));
    visit.go_on();
    let tree = screen(&mut visit);
    assert!(!says(&tree, visit.ui.t(contradiction.text)) && !says(&tree, visit.ui.t(ui::check::DOUBTS)));
}

#[test]
fn many_middle_answers_are_noted() {
    let assessment = Assessment::standard();
    let middle = |n: usize| {
        let questions = assessment.scored().map(|id| assessment.question(id));
        let with_middle = questions.filter(|it| matches!(it.form, Form::Single) && it.options.len() == 3);
        let answers = with_middle.take(n).map(|it| (it.id.to_owned(), Value::from(it.options[1].id)));
        serde_json::to_string(&Value::Object(answers.collect())).unwrap()
    };
    for (count, is_noted) in [(7, false), (8, true)] {
        let mut visit = Visit::saved(&draft(&middle(count), "check"));
        let tree = screen(&mut visit);
        assert_eq!(says(&tree, visit.ui.t(assessment.middle_note.text)), is_noted, "{count} middle answers");
    }
}

#[test]
fn an_answer_to_a_changed_question_is_marked_until_the_question_is_opened() {
    let mut visit = Visit::saved(&older(&draft(CONTRADICTING, "check")));
    let again = visit.ui.t(ui::check::AGAIN);
    let count = |visit: &Visit, n| visit.ui.count(ui::check::recheck::ONE, ui::check::recheck::OTHER, n);
    let tree = screen(&mut visit);
    assert_eq!(tagged(&tree, again).len(), 2);
    assert!(says(&tree, &count(&visit, 2)));
    for (question, left) in [(named::hours::QUESTION, 1), (named::pace::QUESTION, 0)] {
        let text = visit.ui.t(Assessment::standard().question(question).text);
        visit.press(&visit.ui.fill(ui::check::CHANGE_TO, &[("name", text)]));
        visit.press(visit.ui.t(ui::nav::BACK));
        assert_eq!(visit.ui.now(Session::place), Place::Check);
        let tree = screen(&mut visit);
        assert_eq!(tagged(&tree, again).len(), left, "{text}");
        assert_eq!(says(&tree, &count(&visit, left)), left > 0);
    }
}

#[test]
fn the_result_says_once_how_many_questions_changed_and_links_to_the_answers() {
    for answers in [CONTRADICTING, SUFFICIENT] {
        let mut visit = Visit::saved(&older(&draft(answers, "result")));
        let recheck = visit.ui.now(Session::recheck).len();
        assert!(recheck > 1);
        let message = visit.ui.count(ui::check::recheck::ONE, ui::check::recheck::OTHER, recheck);
        let tree = screen(&mut visit);
        assert_eq!(tree.all().filter(|node| node.is(&["p"]) && node.words().starts_with(&message)).count(), 1);
        visit.press(visit.ui.t(ui::check::TITLE));
        assert_eq!(visit.ui.now(Session::place), Place::Check);
    }
    let mut visit = Visit::saved(&draft(SUFFICIENT, "result"));
    let tree = screen(&mut visit);
    assert!(!says(&tree, visit.ui.t(ui::check::TITLE)));
}

#[test]
fn the_answer_notes_contradictions_and_links_to_the_answers() {
    let enough = SUFFICIENT.replace("\"office\"", "\"firm\"").replace('{', "{\"provider\":\"none\",");
    let mut visit = Visit::saved(&draft(&enough, "result"));
    let tree = screen(&mut visit);
    assert!(says(&tree, visit.ui.t(ui::result::answer::before::DOUBTS)));
    visit.press(visit.ui.t(ui::check::TITLE));
    let tree = screen(&mut visit);
    assert!(says(&tree, visit.ui.t(ui::check::DOUBTS)));
}
