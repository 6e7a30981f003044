//! Cost over three years: the visitor's own figures, the draws, their description, and how they are saved.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod break_even;
mod chart;
mod claim;
mod draft;
mod drivers;
mod figures;
mod inputs;
mod laws;
mod report;
mod study;

use assessment::{Assessment, InputId, OptionId, QuestionId};

use decision::{
    plan::cost::{CostInputs, CostStudy},
    response::{Reading, Response, ResponseSet},
    worksheet::Figures,
};

fn assessment() -> &'static Assessment {
    Assessment::standard()
}

/// The default figures with these replaced.
fn figures(own: &[(InputId, [f64; 3])]) -> Figures {
    let mut figures = Figures::default();
    for (input, values) in own {
        figures.set(assessment(), *input, *values).unwrap();
    }
    figures
}

/// The reading of only these answers.
fn reading(given: &[(QuestionId, OptionId)]) -> Reading {
    let mut responses = ResponseSet::new(assessment());
    for (question, option) in given {
        responses.set(*question, Some(Response::One(*option)));
    }
    Reading::of(assessment(), &responses)
}

/// The inputs without answers and with these figures replaced.
fn inputs(own: &[(InputId, [f64; 3])]) -> CostInputs {
    CostInputs::of(assessment(), &reading(&[]), figures(own).own())
}

fn study(own: &[(InputId, [f64; 3])]) -> CostStudy {
    CostStudy::of(assessment(), &inputs(own))
}

/// All inputs at one value each, by default the likely one, so that nothing is random.
fn without_ranges(own: &[(InputId, f64)]) -> Vec<(InputId, [f64; 3])> {
    let likely = inputs(&[]).likely();
    let value = |id: InputId| own.iter().find(|(own, _)| *own == id).map_or(likely[id.index()], |(_, value)| *value);
    (0..likely.len()).map(InputId::from_index).map(|id| (id, [value(id); 3])).collect()
}
