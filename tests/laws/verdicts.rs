//! Laws of leader and verdict.

use assessment::{
    Alternative, Assessment, Form, OptionId, Performance, QuestionId,
    i18n::{Catalog, English},
};
use decision::{
    evaluation::{Evaluation, Status, Verdict},
    response::{ChoiceSet, Priorities, Response, ResponseSet},
};
use proptest::prelude::*;
use report::{Voice, answer_sentences, headline, verdict_sentence};

use super::answers::{config, evaluation, priorities, responses};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn the_leader_is_never_ruled_out(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        prop_assert_ne!(evaluation.gates.of_alternative(evaluation.leader), Status::Blocked);
        prop_assert_ne!(evaluation.gates.of_alternative(evaluation.central_leader), Status::Blocked);
    }

    #[test]
    fn the_runner_up_differs_from_the_leader(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        prop_assert_ne!(evaluation.leader, evaluation.runner_up);
    }

    #[test]
    fn neither_of_the_top_two_in_a_close_verdict_is_ruled_out(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        if evaluation.verdict == Verdict::Close {
            prop_assert_ne!(evaluation.gates.of_alternative(evaluation.runner_up), Status::Blocked);
        }
    }

    #[test]
    fn no_viable_model_comes_first_more_often_than_the_leader(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let share = |alternative: Alternative| evaluation.shares.first[alternative.index()];
        for alternative in evaluation.gates.viable() {
            prop_assert!(share(alternative) <= share(evaluation.leader) + 1e-6);
        }
    }

    #[test]
    fn there_is_no_verdict_with_fewer_than_five_scored_answers(
        responses in responses(), kept in 0..12_usize, priorities in priorities()
    ) {
        let evaluation = evaluation(&first(&responses, kept), &priorities);
        prop_assert_eq!(evaluation.verdict == Verdict::Insufficient, evaluation.answered < 5);
    }

    #[test]
    fn a_verdict_keeps_its_thresholds(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let leader = evaluation.leader.index();
        let (share, ungated) = (evaluation.shares.first[leader], evaluation.shares.ungated_first[leader]);
        match evaluation.verdict {
            Verdict::Clear => {
                prop_assert!(share >= 0.85 - 1e-6 && ungated >= 0.65 - 1e-6);
                prop_assert!(evaluation.answered_share() >= 0.75 - 1e-6 && !evaluation.quick_only);
            }
            Verdict::Only => prop_assert!(evaluation.by_elimination && !evaluation.gates.conflict),
            Verdict::Lean => prop_assert!(share >= 0.65 - 1e-6 || evaluation.by_elimination),
            Verdict::Close => prop_assert!(share < 0.65 || evaluation.gates.conflict),
            Verdict::Insufficient => {}
        }
    }

    #[test]
    fn the_quick_check_never_settles_a_result(responses in responses(), priorities in priorities()) {
        let assessment = Assessment::standard();
        let mut quick = responses.clone();
        for (id, _) in assessment.questions().filter(|(id, _)| !assessment.quick.contains(id)) {
            quick.set(id, None);
        }
        let verdict = evaluation(&quick, &priorities).verdict;
        prop_assert!(!matches!(verdict, Verdict::Clear | Verdict::Only));
    }

    #[test]
    fn blocking_all_models_is_a_conflict_and_rules_none_out(responses in responses()) {
        let evaluation = evaluation(&responses, &Priorities::new(Assessment::standard()));
        let conditional = evaluation.gates.status == [Status::Conditional; 3];
        prop_assert!(!evaluation.gates.conflict || conditional);
        prop_assert!(!evaluation.gates.viable().is_empty());
    }

    #[test]
    fn the_words_of_a_verdict_have_every_placeholder_filled(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let voice = Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English };
        let mut said = answer_sentences(voice, &evaluation);
        said.extend([headline(voice, &evaluation), verdict_sentence(voice, &evaluation)]);
        for text in said {
            prop_assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
            prop_assert!(!text.contains("  ") && !text.contains(" ."), "{text}");
        }
    }
}

#[test]
fn every_model_can_win_without_a_rule_in_its_favor() {
    for alternative in Alternative::ALL {
        let assessment = Assessment::standard();
        let evaluation = Evaluation::of(assessment, &best_for(alternative), &Priorities::new(assessment));
        let name = assessment.notes(alternative).id;
        assert_eq!(evaluation.leader, alternative, "{name}");
        assert!(matches!(evaluation.verdict, Verdict::Clear | Verdict::Only), "{name}");
        assert!(evaluation.shares.ungated_first[alternative.index()] > 0.99, "{name}");
    }
}

#[test]
fn without_answers_no_model_is_ruled_out() {
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of(assessment, &ResponseSet::new(assessment), &Priorities::new(assessment));
    assert_eq!(evaluation.gates.status, [Status::Ok; 3]);
}

/// The first `kept` responses.
fn first(responses: &ResponseSet, kept: usize) -> ResponseSet {
    let mut first = ResponseSet::new(Assessment::standard());
    for (id, response) in responses.iter().take(kept) {
        first.set(id, Some(response));
    }
    first
}

/// The answers that favor a model most against the better of its rivals, item by item.
fn best_for(alternative: Alternative) -> ResponseSet {
    let assessment = Assessment::standard();
    let lead = |level: &[u8; 3]| {
        let rivals = alternative.others().map(|rival| i16::from(level[rival.index()]));
        i16::from(level[alternative.index()]) - rivals[0].max(rivals[1])
    };
    let best = |levels: &[[u8; 3]]| (0..levels.len()).rev().max_by_key(|n| lead(&levels[*n])).unwrap();
    let mut responses = ResponseSet::new(assessment);
    for item in assessment.items {
        match item.performance {
            Performance::Levels { question, levels } => {
                responses.set(question, Some(choose(question, best(levels))));
            }
            Performance::Table { first, second, columns, levels, .. } => {
                let cell = best(levels);
                responses.set(first, Some(choose(first, cell / columns)));
                responses.set(second, Some(choose(second, cell % columns)));
            }
            Performance::Profile(_) => {}
        }
    }
    responses
}

/// The response that counts as an option.
fn choose(question: QuestionId, option: usize) -> Response {
    match Assessment::standard().question(question).form {
        Form::Single => Response::One(OptionId::from_index(option)),
        Form::Multi { buckets, .. } => {
            let most = buckets.iter().find(|bucket| bucket.option.index() == option).unwrap().most;
            Response::Several(ChoiceSet((1 << most) - 1))
        }
    }
}
