//! A model of any size, filled with random figures: for the benchmarks and the tests that need one that is not simple.

use mcda::{Attribute, Condition, Exclusion, Model, ModelParts, Performance, SplitMix64, Variable};

/// Three alternatives, seven criteria: the size that the targets for speed are stated for.
pub const USUAL: Dimensions = Dimensions { alternatives: 3, criteria: 7, attributes: 28, variables: 24 };

/// How large the model is. At least as many attributes as criteria.
#[derive(Clone, Copy, Debug)]
pub struct Dimensions {
    pub alternatives: usize,
    pub criteria: usize,
    pub attributes: usize,
    pub variables: usize,
}

/// Attributes on one variable, on two, and fixed ones; all variables open, with 2 to 5 states; two exclusions for each
/// alternative but the last.
pub fn sized_model(dimensions: Dimensions) -> Model {
    let Dimensions { alternatives, criteria, attributes, variables } = dimensions;
    let stream = SplitMix64::new(99);
    let mut position = 0;
    let mut next = || {
        position += 1;
        stream.unit_at(position)
    };
    let states = |variable: usize| 2 + variable % 4;
    let attributes = (0..attributes)
        .map(|index| {
            let mut numbers = |rows: usize| (0..rows * alternatives).map(|_| next() - 0.5).collect();
            let performance = if index < variables.saturating_sub(2) {
                Performance::ByOne { variable: index, table: numbers(states(index)) }
            } else if index + 2 == variables {
                let (first, second) = (index, index + 1);
                let rows = states(first) * states(second);
                Performance::ByTwo { first, second, second_states: states(second), table: numbers(rows) }
            } else {
                Performance::Fixed(numbers(1))
            };
            Attribute { criterion: index % criteria, weight: 0.5 + (index % 3) as f64 / 2.0, performance }
        })
        .collect();
    let exclusions = (0..2 * (alternatives - 1))
        .filter(|_| variables > 6)
        .map(|index| Exclusion {
            alternative: index / 2,
            clauses: vec![
                vec![Condition::new(index % variables, &[0]), Condition::new((index + 3) % variables, &[1])],
                vec![Condition::new((index + 5) % variables, &[0, 1]), Condition::new((index + 6) % variables, &[0])],
            ],
        })
        .collect();
    Model::new(ModelParts {
        alternatives,
        criteria,
        variables: (0..variables).map(|variable| Variable::Unknown((0..states(variable)).collect())).collect(),
        attributes,
        exclusions,
        noise: 0.125,
        weight_spread: 0.5,
        factors: Vec::new(),
    })
    .expect("a valid model")
}

/// The model with the first `known` variables in state 0.
pub fn with_known(model: &Model, known: usize) -> Model {
    let mut parts = model.parts().clone();
    for variable in &mut parts.variables[..known] {
        *variable = Variable::Known(0);
    }
    Model::new(parts).expect("a valid model")
}
