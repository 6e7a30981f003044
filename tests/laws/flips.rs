//! The smallest flips, compared with a search that evaluates every set from scratch.

use assessment::{Alternative, Assessment, OptionId, QuestionId};
use decision::{
    evaluation::{Evaluation, GateReport, Scores, Status, ValueModel},
    explanation::{Flips, statement},
    response::Reading,
};
use proptest::prelude::*;

use super::answers::{config, evaluation, priorities, responses};

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn flips_of_one_and_two_changes_match_an_evaluation_from_scratch(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        let flips = Flips::of(Assessment::standard(), &evaluation);
        let counted = [1, 2].map(|size| from_scratch(&evaluation, size));
        for (kind, group) in [&flips.evidence, &flips.gate].into_iter().enumerate() {
            let smallest = (1..=2).find(|size| counted[size - 1][kind] > 0);
            match group.size {
                Some(size @ 1..=2) => {
                    prop_assert_eq!(smallest, Some(size));
                    prop_assert_eq!(group.sets, counted[size - 1][kind]);
                }
                _ => prop_assert_eq!(smallest, None),
            }
        }
    }

    #[test]
    fn every_flip_example_has_the_leader_and_lead_it_shows(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let flips = Flips::of(Assessment::standard(), &evaluation);
        for flip in flips.evidence.examples.iter().chain(&flips.gate.examples) {
            let answers: Vec<_> = flip.changes.iter().map(|change| (change.question, change.to)).collect();
            let (leader, total, _) = outcome(&evaluation, &answers).unwrap();
            prop_assert_eq!(leader, flip.new_leader);
            let lead = total[leader.index()] - total[evaluation.central_leader.index()];
            prop_assert!((lead - flip.lead).abs() < 1e-12);
            let steps: usize = flip.changes.iter().map(|c| c.from.index().abs_diff(c.to.index())).sum();
            prop_assert_eq!(steps, flip.steps);
        }
    }

    /// Changes in two halves of a table make one sentence.
    #[test]
    fn the_statements_of_a_flip_are_those_of_its_changed_cells(responses in responses(), priorities in priorities()) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &priorities);
        let flips = Flips::of(assessment, &evaluation);
        for flip in flips.evidence.examples.iter().chain(&flips.gate.examples) {
            let answers: Vec<_> = flip.changes.iter().map(|change| (change.question, change.to)).collect();
            let reading = evaluation.reading.with(assessment, &answers);
            let mut expected = Vec::new();
            for (question, _) in answers {
                let said = statement(assessment, &reading, assessment.item_of(question).unwrap()).unwrap();
                if !expected.contains(&said) {
                    expected.push(said);
                }
            }
            prop_assert_eq!(flip.statements(assessment, &evaluation.reading), expected);
        }
    }

    #[test]
    fn at_most_three_flip_examples_are_ordered_by_steps(
        responses in responses(), priorities in priorities()
    ) {
        let flips = Flips::of(Assessment::standard(), &evaluation(&responses, &priorities));
        for group in [&flips.evidence, &flips.gate] {
            prop_assert_eq!(group.examples.len(), group.sets.min(3));
            prop_assert_eq!(group.size.is_some(), group.sets > 0);
            prop_assert!(group.examples.is_sorted_by_key(|flip| flip.steps));
            prop_assert!(group.examples.iter().all(|flip| Some(flip.changes.len()) == group.size));
        }
    }
}

/// How many sets of other answers change the central leader: by evidence, by gates.
fn from_scratch(evaluation: &Evaluation, size: usize) -> [usize; 2] {
    let mut counted = [0; 2];
    for answers in sets(&changes(evaluation), size) {
        if let Some((leader, _, gates)) = outcome(evaluation, &answers)
            && leader != evaluation.central_leader
        {
            let blocked = |gates: &GateReport, a| gates.of_alternative(a) == Status::Blocked;
            let by_gate = [leader, evaluation.central_leader]
                .into_iter()
                .any(|a| blocked(&evaluation.gates, a) != blocked(&gates, a));
            counted[usize::from(by_gate)] += 1;
        }
    }
    counted
}

/// Every other answer to an answered scored question.
fn changes(evaluation: &Evaluation) -> Vec<(QuestionId, OptionId)> {
    let assessment = Assessment::standard();
    let answered = assessment.scored().filter_map(|question| Some((question, evaluation.reading.get(question)?)));
    answered
        .flat_map(|(question, now)| {
            let options = (0..assessment.question(question).options.len()).map(OptionId::from_index);
            options.filter(move |option| *option != now).map(move |option| (question, option))
        })
        .collect()
}

/// All sets of one or two changes to different questions.
fn sets(changes: &[(QuestionId, OptionId)], size: usize) -> Vec<Vec<(QuestionId, OptionId)>> {
    match size {
        1 => changes.iter().map(|change| vec![*change]).collect(),
        _ => changes
            .iter()
            .enumerate()
            .flat_map(|(n, one)| changes[n + 1..].iter().map(move |other| vec![*one, *other]))
            .filter(|pair| pair[0].0 != pair[1].0)
            .collect(),
    }
}

/// Leader, scores and gates after the changes; `None` if one change drops the question that another one changes.
fn outcome(evaluation: &Evaluation, answers: &[(QuestionId, OptionId)]) -> Option<(Alternative, [f64; 3], GateReport)> {
    let assessment = Assessment::standard();
    let reading: Reading = evaluation.reading.with(assessment, answers);
    if answers.iter().any(|(question, _)| reading.get(*question).is_none()) {
        return None;
    }
    let total = Scores::of(assessment, &ValueModel::new(assessment), &reading, &evaluation.priorities).total;
    let gates = GateReport::of(assessment, &reading);
    let viable: Vec<usize> = gates.viable().into_iter().map(Alternative::index).collect();
    let best = mcda::comparison::best_of(&viable, &total)?;
    Some((Alternative::from_index(best), total, gates))
}
