//! Relabeling the models permutes the exact parts: the arithmetic treats all models alike.

use std::sync::LazyLock;

use assessment::{
    Alternative, AlternativeNotes, Assessment, CostModel, Gate, Item, Level, PatternNotes, PerAlternative, Performance,
    Roadmap, Trap,
};
use decision::{
    evaluation::{GateReport, Scores, ValueModel},
    response::Reading,
};
use proptest::prelude::*;

use super::answers::{config, priorities, responses, scores};

/// Position in the relabeled content of each model, by its position in the standard one.
type Labels = PerAlternative<usize>;

const LABELINGS: [Labels; 5] = [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

static RELABELED: LazyLock<[Assessment; 5]> = LazyLock::new(|| LABELINGS.map(relabeled));

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn relabeling_models_permutes_scores_and_evidence_bit_for_bit(
        responses in responses(), priorities in priorities(), n in 0..LABELINGS.len()
    ) {
        let (labels, assessment) = (LABELINGS[n], &RELABELED[n]);
        let standard = scores(&responses, &priorities);
        let reading = Reading::of(assessment, &responses);
        let other = Scores::of(assessment, &ValueModel::new(assessment), &reading, &priorities);
        prop_assert_eq!(permuted(labels, standard.total), other.total);
        let evidence: Vec<_> = standard.evidence.iter().map(|e| permuted(labels, *e)).collect();
        prop_assert_eq!(evidence, other.evidence);
        prop_assert_eq!(standard.weights, other.weights);
    }

    #[test]
    fn relabeling_models_permutes_gate_outcomes(responses in responses(), n in 0..LABELINGS.len()) {
        let (labels, assessment) = (LABELINGS[n], &RELABELED[n]);
        let standard = Assessment::standard();
        let before = GateReport::of(standard, &Reading::of(standard, &responses));
        let after = GateReport::of(assessment, &Reading::of(assessment, &responses));
        prop_assert_eq!(permuted(labels, before.status), after.status);
        prop_assert_eq!(before.conflict, after.conflict);
        prop_assert_eq!(before.fired, after.fired);
    }
}

fn permuted<T: Copy>(labels: Labels, values: PerAlternative<T>) -> PerAlternative<T> {
    let mut out = values;
    for (from, to) in labels.into_iter().enumerate() {
        out[to] = values[from];
    }
    out
}

/// The standard content with the models in another order. Their texts do not affect the arithmetic.
fn relabeled(labels: Labels) -> Assessment {
    let standard = Assessment::standard();
    let turn = |levels: &[Level]| -> &'static [Level] {
        levels.iter().map(|level| permuted(labels, *level)).collect::<Vec<_>>().leak()
    };
    let items: Vec<Item> = standard
        .items
        .iter()
        .map(|item| {
            let performance = match item.performance {
                Performance::Levels { question, levels } => Performance::Levels { question, levels: turn(levels) },
                Performance::Table { first, second, columns, levels, statements, row_why } => {
                    Performance::Table { first, second, columns, levels: turn(levels), statements, row_why }
                }
                Performance::Profile(level) => Performance::Profile(permuted(labels, level)),
            };
            Item { performance, ..*item }
        })
        .collect();
    let turned = |gate: &Gate| Gate { alternative: Alternative::from_index(labels[gate.alternative.index()]), ..*gate };
    Assessment {
        alternatives: core::array::from_fn(|n| AlternativeNotes { ..standard.alternatives[n] }),
        items: items.leak(),
        gates: standard.gates.iter().map(turned).collect::<Vec<_>>().leak(),
        trap: Trap { ..standard.trap },
        patterns: core::array::from_fn(|n| PatternNotes { ..standard.patterns[n] }),
        cost: CostModel { ..standard.cost },
        roadmap: Roadmap { ..standard.roadmap },
        ..*standard
    }
}
