//! Laws of settled results, of reasons and of middle answers.

use assessment::{Alternative, Assessment, Form, OptionId, Performance};
use decision::{
    evaluation::{Evaluation, Settled, Verdict},
    explanation::{Cause, Reasons},
    response::{ChoiceSet, MiddleAnswers, Priorities, Response, ResponseSet, contradictions},
};
use proptest::prelude::*;

use super::answers::{config, evaluation, priorities, responses};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_result_without_open_questions_settles_on_the_central_leader(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&complete(responses), &priorities);
        let settled = Settled::of(Assessment::standard(), &evaluation);
        prop_assert_eq!(settled, Settled { leader: evaluation.central_leader, share: 1.0 });
        prop_assert!(settled.is_settled(Assessment::standard()));
    }

    #[test]
    fn the_share_of_completions_is_at_least_a_third(responses in responses(), priorities in priorities()) {
        let settled = Settled::of(Assessment::standard(), &evaluation(&responses, &priorities));
        prop_assert!((1.0 / 3.0..=1.0).contains(&settled.share), "{settled:?}");
    }

    /// A neutral level is not a reason.
    #[test]
    fn an_answer_is_a_reason_only_if_its_level_says_so(responses in responses(), priorities in priorities()) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &priorities);
        for alternative in Alternative::ALL {
            let level = |cause: Cause| {
                let Cause::Item(item) = cause else { return None };
                let Performance::Levels { question, levels } = assessment.items[item.index()].performance else {
                    return None;
                };
                Some(levels[evaluation.reading.get(question)?.index()][alternative.index()])
            };
            let reasons = Reasons::of(assessment, &evaluation, alternative);
            prop_assert!(reasons.speaking_for.iter().filter_map(|r| level(r.cause)).all(|level| level >= 3));
            prop_assert!(reasons.speaking_against.iter().filter_map(|r| level(r.cause)).all(|level| level <= 1));
        }
    }

    #[test]
    fn middle_answers_are_a_subset_of_questions_with_a_middle(responses in responses()) {
        let reading = decision::response::Reading::of(Assessment::standard(), &responses);
        let answers = MiddleAnswers::of(Assessment::standard(), &reading);
        prop_assert!(answers.middle <= answers.answered);
        prop_assert!(!answers.is_noted || answers.middle >= 8);
        let ids = contradictions(Assessment::standard(), &reading);
        prop_assert!(ids.is_sorted());
    }
}

/// The first option for every unanswered question, so that no scored question is open.
fn complete(mut responses: ResponseSet) -> ResponseSet {
    for (id, question) in Assessment::standard().questions() {
        if !matches!(responses.get(id), Some(Response::One(_) | Response::Several(_))) {
            responses.set(
                id,
                Some(match question.form {
                    Form::Single => Response::One(OptionId(0)),
                    Form::Multi { .. } => Response::Several(ChoiceSet::default()),
                }),
            );
        }
    }
    responses
}

/// A visitor who picks the middle option of every question never gets a clear fit. If the number
/// of options is even, both middle ones are tried.
#[test]
fn the_middle_of_every_question_is_at_most_a_lean() {
    let assessment = Assessment::standard();
    for upper in [false, true] {
        let mut responses = ResponseSet::new(assessment);
        for (id, question) in assessment.questions() {
            let middle = (question.options.len() - usize::from(!upper)) / 2;
            let response = match question.form {
                Form::Single => Response::One(OptionId::from_index(middle)),
                // As many selections as the middle bucket requires.
                Form::Multi { buckets, .. } => Response::Several(ChoiceSet((1 << buckets[middle].most) - 1)),
            };
            responses.set(id, Some(response));
        }
        let evaluation = Evaluation::of(assessment, &responses, &Priorities::new(assessment));
        assert!(MiddleAnswers::of(assessment, &evaluation.reading).is_noted);
        assert!(
            matches!(evaluation.verdict, Verdict::Lean | Verdict::Close),
            "{:?} {:?} {:?}",
            evaluation.verdict,
            evaluation.leader,
            evaluation.shares.first
        );
    }
}
