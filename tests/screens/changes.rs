//! What the site owner changed: the weights that the result uses, and what visitors read of it.

use assessment::{
    Alternative, Assessment,
    i18n::key::ui::{result::offer::changes as words, take},
    json::Value,
    named,
};
use decision::{
    evaluation::{Evaluation, Factors},
    response::Rating,
};
use session::{Action, Place, View, link};

use super::{
    document,
    html::Tree,
    laws::assert_kept,
    page::SharedPage,
    reference::{cases, draft},
    visit::{KEY, Visit, draft_of},
};

const OWN_PAGE: &str = "https://widget.example/support-fit/frame.html?storage=none&lang=en&currency=USD#support-fit-";

const ON_PAPER: &str = "On the web page, a link under your result shows it without these changes.";

/// The published cases with factors: answers, factors and what follows.
fn published() -> Vec<Value> {
    cases(include_str!("../vectors/operator_factors.json"))
}

/// The result of a case on a page with these settings.
fn visit_with(case: &Value, settings: &Value) -> Visit {
    let page = SharedPage::default();
    let draft = draft_of(case, ("screen", "result"));
    page.0.store.texts.borrow_mut().insert(KEY.to_owned(), draft);
    Visit::on(page, settings)
}

fn weighted(case: &Value) -> Visit {
    visit_with(case, &Value::object([("weights", case.get("factors").unwrap().clone())]))
}

fn shown(visit: &mut Visit) -> Tree {
    assert_kept("an answer under other weights", &visit.html())
}

fn says(tree: &Tree, text: &str) -> bool {
    tree.all().any(|node| node.words() == text)
}

#[test]
fn the_result_uses_the_factors_of_the_page() {
    for case in published() {
        let mut visit = weighted(&case);
        let _ = shown(&mut visit);
        let summary = visit.ui.result().unwrap();
        let shares = case.get("first_share").and_then(Value::entries).unwrap();
        for ((_, expected), model) in shares.iter().zip(Alternative::ALL) {
            let share = summary.get("shares").and_then(|shares| shares.get(model.name())).and_then(Value::as_number);
            assert_eq!(share, Some((expected.as_number().unwrap() * 100.0).round()), "{model:?}");
        }
    }
}

#[test]
fn the_samples_of_changed_priorities_have_the_factors_too() {
    let case = &published()[0];
    let mut visit = weighted(case);
    let _ = visit.html();
    let factors = visit.ui.prepared().evaluation.factors.clone();
    assert_ne!(factors, Factors::new(Assessment::standard()));
    visit.ui.act(Action::GoTo(Place::Priorities));
    visit.ui.act(Action::Rate(named::dimension::COST, Rating::Decisive));
    let _ = visit.html();
    let rated = visit.within(|| visit.ui.preview());
    let Evaluation { reading, priorities, shares, .. } = &rated.evaluation;
    let again = Evaluation::with_factors(Assessment::standard(), reading.clone(), priorities.clone(), factors);
    assert_eq!(*shares, again.shares);
}

#[test]
fn tried_answers_have_the_factors_too() {
    let mut visit = weighted(&published()[0]);
    visit.page.0.uses.replace(vec![("Try it", "")]);
    visit.open(View::WhatIf);
    let tree = assert_kept("what if", &visit.html());
    let assessment = Assessment::standard();
    let prepared = visit.ui.prepared();
    let now = &prepared.evaluation;
    let flip = &prepared.flips(assessment).evidence.examples[0];
    let answers: Vec<_> = flip.changes.iter().map(|change| (change.question, change.to)).collect();
    let reading = now.reading.with(assessment, &answers);
    let then = |factors| Evaluation::with_factors(assessment, reading.clone(), now.priorities.clone(), factors);
    let share = |evaluation: &Evaluation| {
        let share = evaluation.shares.first[Alternative::Outsourced.index()];
        visit.ui.with_voice(|voice| voice.share(share))
    };
    let [expected, other] = [now.factors.clone(), Factors::new(assessment)].map(|factors| share(&then(factors)));
    assert_ne!(expected, other);
    let panel = tree.all().find(|node| node.classes().any(|class| class == "panel")).unwrap();
    let cells: Vec<String> =
        panel.inside().into_iter().filter(|node| node.tag() == "td").map(|node| node.words()).collect();
    assert!(cells.last().unwrap().starts_with(&expected), "{cells:?} {expected} {other}");
}

// @threat-changed-weights
#[test]
fn each_changed_weight_is_named_with_its_direction_outside_the_text_that_the_page_can_replace() {
    let settings = r#"{"providerName": "Marlow & Finch", "weights": {"cost": 1.5, "control": 0.75}}"#;
    let settings = document::document(settings, usize::MAX).unwrap();
    let mut visit = visit_with(&published()[0], &settings);
    let tree = shown(&mut visit);
    let sentence = "Marlow & Finch changed how this tool weighs answers: “Control and know-how stay with us” counts only \
        0.75 times as much and “A cost we can afford and predict” counts 1.5 times as much.";
    let said = tree.all().find(|node| node.words() == sentence && node.tag() == "p").unwrap();
    assert!(!said.around().any(|node| node.tag() == "slot"));
    assert!(says(&Tree::of(&visit.paper().unwrap()), &[sentence, ON_PAPER].join(" ")));
}

#[test]
fn a_provider_without_a_name_is_the_company_that_runs_the_site() {
    let mut visit = visit_with(&published()[0], &document::document(r#"{"weights": {"cost": 2}}"#, 100).unwrap());
    let change = "changed how this tool weighs answers: “A cost we can afford and predict” counts 2 times as much.";
    assert!(says(&shown(&mut visit), &["The company that runs this site", change].join(" ")));
    let paper = Tree::of(&visit.paper().unwrap());
    assert!(says(&paper, &["The company that gave you this tool", change, ON_PAPER].join(" ")));
}

// @threat-changed-weights
#[test]
fn a_link_opens_the_same_answers_in_our_own_page_without_these_settings() {
    let case = &published()[0];
    let mut visit = weighted(case);
    let tree = shown(&mut visit);
    let label = visit.ui.t(words::NEUTRAL);
    let link = tree.tagged(&["a"]).find(|node| node.words() == label).unwrap();
    assert_eq!((link.get("target"), link.get("rel")), (Some("_blank"), Some("noopener")));
    let href = link.get("href").unwrap();
    assert!(href.starts_with(OWN_PAGE), "{href}");
    let opened = link::decode(Assessment::standard(), link::fragment_of(href).unwrap()).unwrap();
    assert_eq!(opened.state.responses, draft(case).responses);
    assert_eq!(opened.state.priorities, draft(case).priorities);
}

#[test]
fn a_page_that_changes_nothing_says_nothing_and_has_no_link() {
    for weights in [r#"{}"#, r#"{"cost": 1, "people": 1.0}"#, r#"{"cost": 3}"#] {
        let settings = document::document(&format!(r#"{{"weights": {weights}}}"#), 100).unwrap();
        let mut visit = visit_with(&published()[0], &settings);
        let html = visit.html();
        assert!(!html.contains("weighs answers") && !html.contains("frame.html"), "{weights}");
    }
}

#[test]
fn the_json_report_names_the_changed_weights() {
    let mut visit = visit_with(&published()[0], &document::document(r#"{"weights": {"cost": 1.5}}"#, 100).unwrap());
    visit.open(View::Save);
    let label = visit.ui.t(take::files::JSON);
    visit.press(label);
    let files = visit.page.0.saved_files.borrow();
    let report = document::document(&files.last().unwrap().1, usize::MAX).unwrap();
    let weights = Value::object([("cost", Value::from(1.5))]);
    assert_eq!(report.get("changes").and_then(|changes| changes.get("weights")), Some(&weights));
}
