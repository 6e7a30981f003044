//! The view of what would change the result: trials in place, any other answer, open questions, and the weights.

use std::collections::BTreeSet;

use assessment::{
    Assessment,
    i18n::{
        Key,
        key::{
            flip as lead_ins,
            ui::{duties::UNDONE, footer, result as words},
        },
    },
    json::Value,
};
use decision::{
    evaluation::Verdict,
    explanation::sliders,
    response::{Reading, ResponseSet},
};
use session::{Action, Place, Session, View};
use support_fit::ui::host::ControlKind;

use super::{
    html::{Node, Tree},
    laws::assert_kept,
    page::Use,
    reference::{cases, name, organizations},
    visit::{Before, KEY, Visit, draft_of},
};

fn draft(case: &Value) -> String {
    draft_of(case, ("screen", "result")).replace(r#""screen":"result""#, r#""screen":"result","view":"what-if""#)
}

fn opened(case: &Value, uses: &[Use]) -> (Visit, Tree) {
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft(case))], uses, ..Before::default() });
    let tree = assert_kept("what if", &visit.html());
    (visit, tree)
}

fn organization(id: &str) -> Value {
    organizations().into_iter().find(|case| name(case, 0) == id).unwrap()
}

fn partial(id: &str) -> Value {
    cases(include_str!("../vectors/partial_answers.json")).into_iter().find(|case| name(case, 0) == id).unwrap()
}

fn says(tree: &Tree, text: &str) -> bool {
    tree.all().any(|node| node.words() == text)
}

fn classed<'t>(tree: &'t Tree, class: &'static str) -> Vec<Node<'t>> {
    tree.all().filter(move |node| node.classes().any(|known| known == class)).collect()
}

/// The examples of changes, each an item of a list.
fn examples(tree: &Tree) -> Vec<Node<'_>> {
    classed(tree, "flips").into_iter().flat_map(Node::children).collect()
}

fn toggles(tree: &Tree) -> Vec<Node<'_>> {
    tree.tagged(&["button"]).filter(|node| node.get("id").is_some_and(|id| id.starts_with("try-"))).collect()
}

fn answers_of(visit: &Visit) -> ResponseSet {
    visit.ui.now(|session| session.responses().clone())
}

/// Presses a button of the screen as it is, without rendering it again, which would end the trial.
fn press(visit: &Visit, label: Key) {
    let label = visit.ui.t(label);
    let controls = visit.page.0.controls.borrow();
    let at = controls.iter().position(|it| it.kind == ControlKind::Button && it.name == label).unwrap();
    drop(controls);
    visit.operate_nth(at, "");
}

fn last_focus(visit: &Visit) -> Option<String> {
    visit.page.0.focused.borrow().last().cloned()
}

#[test]
fn the_heading_says_what_would_settle_a_close_result() {
    let close = |verdict| verdict == Verdict::Close;
    for case in organizations() {
        let (visit, tree) = opened(&case, &[]);
        let is_close = close(visit.ui.prepared().evaluation.verdict);
        let title = if is_close { words::change::SETTLE } else { words::change::TITLE };
        assert_eq!(tree.by_id("change").unwrap().words(), visit.ui.t(title));
    }
    let (visit, tree) = opened(&partial("all three blocked: conflict"), &[]);
    assert_eq!(tree.by_id("change").unwrap().words(), visit.ui.t(words::change::CONFLICT));
}

#[test]
fn each_change_says_its_statement_its_question_and_the_present_answer() {
    for case in organizations() {
        let (visit, tree) = opened(&case, &[]);
        let (assessment, prepared) = (Assessment::standard(), visit.ui.prepared());
        let flips = prepared.flips(assessment);
        let all: Vec<_> = flips.evidence.examples.iter().chain(&flips.gate.examples).collect();
        let shown = examples(&tree);
        assert_eq!(shown.len(), all.len());
        for (item, flip) in shown.into_iter().zip(all) {
            let text = item.words();
            for statement in flip.statements(assessment, &prepared.evaluation.reading) {
                assert!(text.contains(visit.ui.t(statement)), "{text}");
            }
            for change in &flip.changes {
                let question = assessment.question(change.question);
                let from = visit.ui.t(question.options[change.from.index()].label);
                assert!(text.contains(visit.ui.t(question.text)) && text.contains(from), "{text}");
            }
        }
        let names: BTreeSet<_> = toggles(&tree).into_iter().map(Node::name).collect();
        assert_eq!(names.len(), toggles(&tree).len(), "each button has a name of its own");
    }
}

#[test]
fn rules_have_a_heading_only_if_a_change_touches_one() {
    for case in organizations() {
        let (visit, tree) = opened(&case, &[]);
        let has_gate = visit.ui.prepared().flips(Assessment::standard()).gate.size.is_some();
        assert_eq!(says(&tree, visit.ui.t(lead_ins::GATE)), has_gate);
    }
}

#[test]
fn a_trial_opens_under_its_change_and_is_announced() {
    let (visit, tree) = opened(&organization("P10"), &[("Try it", "")]);
    let panel = classed(&tree, "panel")[0];
    assert_eq!(panel.parent().unwrap().tag(), "li");
    let announced = visit.ui.announced().unwrap();
    assert!(announced.starts_with("New verdict: Too close to call"), "{announced}");
    assert!(panel.words().contains("New verdict: Too close to call"), "{}", panel.words());
    assert_eq!(answers_of(&visit), answers_of(&Visit::saved(&draft(&organization("P10")))), "nothing has changed");
}

#[test]
fn a_kept_answer_shows_the_new_verdict_with_undo_below_the_heading() {
    let (mut visit, _) = opened(&organization("P10"), &[("Try it", "")]);
    let before = answers_of(&visit);
    press(&visit, words::trial::KEEP);
    assert_ne!(answers_of(&visit), before);
    assert_eq!(last_focus(&visit).as_deref(), Some("#change"));

    let tree = assert_kept("what if, after an answer was kept", &visit.html());
    let panel = classed(&tree, "panel")[0];
    let heading = tree.by_id("change").unwrap();
    assert!(heading.parent().unwrap().children().nth(1) == Some(panel));
    assert!(panel.words().starts_with("New verdict: Too close to call: co-managed"), "{}", panel.words());

    // The one in the panel comes after the one in the message on top.
    visit.press(visit.ui.t(footer::UNDO));
    assert_eq!(answers_of(&visit), before);
    assert_eq!(last_focus(&visit).as_deref(), Some("#change"));
    assert_eq!(visit.ui.announced().as_deref(), Some(visit.ui.t(UNDONE)));
    let tree = assert_kept("what if, after undo", &visit.html());
    assert!(classed(&tree, "panel").is_empty());
}

#[test]
fn a_kept_answer_can_be_undone_after_looking_at_another_view() {
    let (mut visit, _) = opened(&organization("P10"), &[("Try it", "")]);
    let before = answers_of(&visit);
    press(&visit, words::trial::KEEP);
    visit.open(View::Why);
    visit.open(View::WhatIf);
    let tree = assert_kept("what if, after another view", &visit.html());
    assert!(classed(&tree, "panel")[0].words().starts_with("New verdict"));
    visit.press(visit.ui.t(footer::UNDO));
    assert_eq!(answers_of(&visit), before);
}

#[test]
fn a_discarded_trial_returns_the_focus_to_its_button_and_is_no_longer_announced() {
    let (visit, tree) = opened(&organization("P10"), &[("Try it", "")]);
    press(&visit, words::trial::DROP);
    let id = toggles(&tree)[0].get("id").unwrap();
    assert_eq!(last_focus(&visit), Some(format!("#{id}")));
    assert_eq!(visit.ui.announced(), None);
}

#[test]
fn any_other_answer_can_be_tried_kept_and_undone() {
    let (mut visit, tree) = opened(&organization("P10"), &[("Question", "0"), ("Different answer", "1")]);
    let panel = classed(&tree, "panel")[0];
    assert_eq!(panel.parent().and_then(|section| section.children().next()).unwrap().get("id"), Some("trial"));
    let before = answers_of(&visit);
    press(&visit, words::trial::KEEP);
    assert_eq!(last_focus(&visit).as_deref(), Some("#change"));
    let _ = visit.html();
    visit.ui.act(Action::Undo);
    assert_eq!(answers_of(&visit), before);
}

#[test]
fn a_multiple_choice_leads_to_its_question_instead_of_being_kept() {
    let (visit, _) = opened(&organization("P10"), &[]);
    let reading = Reading::of(Assessment::standard(), &answers_of(&visit));
    let signs = assessment::named::signs::QUESTION;
    let at = reading.applicable(Assessment::standard()).iter().position(|id| *id == signs).unwrap().to_string();
    let at: &'static str = at.leak();
    let (visit, tree) = opened(&organization("P10"), &[("Question", at), ("Different answer", "2")]);
    assert!(!says(&tree, visit.ui.t(words::trial::KEEP)));
    press(&visit, words::why::OPEN);
    assert_eq!(visit.ui.now(Session::place), Place::Question(signs));
}

#[test]
fn the_priorities_that_never_turn_the_lead_are_named_in_one_line() {
    for case in organizations() {
        let (visit, tree) = opened(&case, &[]);
        let (assessment, prepared) = (Assessment::standard(), visit.ui.prepared());
        let all = sliders(assessment, &prepared.evaluation);
        let steady = all.iter().filter(|slider| slider.at_0.is_some() && slider.breakpoints.is_empty());
        let names: Vec<_> =
            steady.map(|slider| visit.ui.t(assessment.dimensions[slider.dimension.index()].name)).collect();
        let list = names.join("; ");
        let values = [("name", visit.ui.name(prepared.evaluation.central_leader)), ("what", &*list)];
        assert_eq!(says(&tree, &visit.ui.fill(words::slider::STEADY, &values)), !names.is_empty());
        let shown: Vec<_> = tree.tagged(&["input"]).filter(|node| node.get("type") == Some("range")).collect();
        assert_eq!(shown.len(), all.len());
        let folded = shown.iter().filter(|node| node.around().filter(|outer| outer.tag() == "details").count() == 2);
        assert_eq!(folded.count(), names.len());
    }
}

#[test]
fn an_open_question_says_how_many_runs_it_would_move() {
    let (visit, tree) = opened(&organization("P11"), &[]);
    let items: Vec<_> = classed(&tree, "next").into_iter().flat_map(Node::children).collect();
    assert_eq!(items.len(), 3);
    for item in items {
        assert!(item.words().ends_with("of 100 runs, on average"), "{}", item.words());
    }
    assert_eq!(visit.ui.now(Session::place), Place::Result(View::WhatIf));
}
