//! An answer that an article names as a reason for a model never lowers that model against a rival.
//!
//! Checked for each of the 42 signals of the content: the item's evidence for the named model minus its evidence
//! for each rival is not below 0, in every cell that the signal names. An open answer is exactly 0 for all models, so 0
//! is what the answer is compared with: below 0 it would count against the model that the article recommends.
//! Equality is allowed: an article that compares two models says nothing about the third.

use assessment::{Alternative, Assessment, Item, Level, OptionId, Performance, QuestionId};
use decision::evaluation::ValueModel;
use serde_json::Value;

/// Rounding error of the base, a mean of small integers.
const ROUNDING: f64 = 1e-12;

#[test]
fn only_one_of_42_signals_lowers_its_model_against_one_rival() {
    let signals = signals();
    let lowering: Vec<(String, Vec<Alternative>)> =
        signals.iter().filter_map(|signal| Some((signal.name.clone(), rivals_it_helps(signal)?))).collect();
    assert_eq!(signals.len(), 42);
    // Building a team serves in-house just as well; `docs/method.md` admits it.
    assert_eq!(lowering, [("plan = grow for co_managed".to_owned(), vec![Alternative::InHouse])]);
}

#[test]
fn every_signal_raises_its_model_against_at_least_one_rival() {
    for signal in signals() {
        let raises =
            |level: &Level| signal.model.others().into_iter().any(|rival| lead(&signal, level, rival) > ROUNDING);
        assert!(signal.levels.iter().all(raises), "{}", signal.name);
    }
}

struct Signal {
    name: String,
    item: usize,
    model: Alternative,
    /// The levels of every cell that the signal names.
    levels: Vec<Level>,
}

/// The rivals against which the model is lowered, if any.
fn rivals_it_helps(signal: &Signal) -> Option<Vec<Alternative>> {
    let lowered = |rival: &Alternative| signal.levels.iter().any(|level| lead(signal, level, *rival) < -ROUNDING);
    let rivals: Vec<Alternative> = signal.model.others().into_iter().filter(lowered).collect();
    (!rivals.is_empty()).then_some(rivals)
}

fn lead(signal: &Signal, level: &Level, rival: Alternative) -> f64 {
    let assessment = Assessment::standard();
    let id = assessment::ItemId::from_index(signal.item);
    let evidence = ValueModel::new(assessment).center(id, level.map(f64::from));
    evidence[signal.model.index()] - evidence[rival.index()]
}

fn signals() -> Vec<Signal> {
    let text = include_str!("../../crates/content/data/structure/signals.json");
    let all: Vec<Value> = serde_json::from_str(text).unwrap();
    all.iter().map(signal).collect()
}

fn signal(entry: &Value) -> Signal {
    let assessment = Assessment::standard();
    let text = |name: &str| entry[name].as_str().unwrap();
    let model = Alternative::ALL.into_iter().find(|a| assessment.notes(*a).id == text("alternative")).unwrap();
    let questions: Vec<QuestionId> =
        text("question").split(':').map(|id| assessment.find_question(id).unwrap()).collect();
    let options: Vec<Vec<OptionId>> =
        questions.iter().zip(text("option").split(':')).map(|(question, name)| named(*question, name)).collect();
    let item = assessment.items.iter().position(|item| item.questions().eq(questions.iter().copied())).unwrap();
    Signal {
        name: format!("{} = {} for {}", text("question"), text("option"), text("alternative")),
        item,
        model,
        levels: cells(&assessment.items[item], &options),
    }
}

/// The option with this name, or all for `*`.
fn named(question: QuestionId, name: &str) -> Vec<OptionId> {
    let question = Assessment::standard().question(question);
    match name {
        "*" => (0..question.options.len()).map(OptionId::from_index).collect(),
        name => vec![question.find_option(name).unwrap()],
    }
}

fn cells(item: &Item, options: &[Vec<OptionId>]) -> Vec<Level> {
    match (item.performance, options) {
        (Performance::Levels { levels, .. }, [one]) => one.iter().map(|option| levels[option.index()]).collect(),
        (Performance::Table { columns, levels, .. }, [rows, named]) => rows
            .iter()
            .flat_map(|row| named.iter().map(move |column| levels[row.index() * columns + column.index()]))
            .collect(),
        _ => panic!("a signal names the answers of one item"),
    }
}
