//! Laws of the lead breakdown: bars in tenths of an index point that add up to the displayed lead.

use assessment::{Alternative, Assessment, ItemId};
use decision::{
    evaluation::Evaluation,
    explanation::{Bar, Breakdown, Cause, contributions},
    response::{Priorities, ResponseSet},
};
use proptest::prelude::*;

use super::answers::{config, evaluation, priorities, responses};

/// Tenths of an index point in one unit of score: 10 times 50.
const TENTHS: f64 = 500.0;

/// Rounding error of sums of scores, in tenths of a point.
const ROUNDING: f64 = 1e-6;

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn bars_add_up_to_the_lead(responses in responses(), priorities in priorities()) {
        for breakdown in all_of(&evaluation(&responses, &priorities)) {
            prop_assert_eq!(breakdown.bars.iter().map(|bar| bar.tenths).sum::<i32>(), breakdown.lead);
        }
    }

    #[test]
    fn the_lead_is_the_gap_between_the_scores_to_the_nearest_tenth(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for Breakdown { of, over, lead, .. } in all_of(&evaluation) {
            let gap = evaluation.scores.total[of.index()] - evaluation.scores.total[over.index()];
            prop_assert!((f64::from(lead) - gap * TENTHS).abs() <= 0.5 + ROUNDING, "{} for {}", lead, gap);
        }
    }

    #[test]
    fn a_bar_is_within_a_tenth_of_its_exact_value(responses in responses(), priorities in priorities()) {
        for bar in bars_of(&evaluation(&responses, &priorities)) {
            prop_assert!((f64::from(bar.tenths) - exact(&bar)).abs() < 1.0, "{:?}", bar);
        }
    }

    #[test]
    fn bars_with_larger_remainders_are_rounded_up_first(
        responses in responses(), priorities in priorities()
    ) {
        for breakdown in all_of(&evaluation(&responses, &priorities)) {
            let beyond = |bar: &Bar| exact(bar) - exact(bar).floor();
            let (up, down): (Vec<Bar>, Vec<Bar>) =
                breakdown.bars.iter().partition(|bar| f64::from(bar.tenths) > exact(bar).floor());
            let least = up.iter().map(beyond).fold(1.0, f64::min);
            let most = down.iter().map(beyond).fold(0.0, f64::max);
            prop_assert!(least >= most - ROUNDING, "{} was rounded up and {} down", least, most);
        }
    }

    #[test]
    fn a_bar_has_the_sign_of_its_exact_value(responses in responses(), priorities in priorities()) {
        for bar in bars_of(&evaluation(&responses, &priorities)) {
            prop_assert!(f64::from(bar.tenths) * bar.effect >= 0.0, "{:?}", bar);
        }
    }

    #[test]
    fn a_zero_contribution_is_shown_as_zero(responses in responses(), priorities in priorities()) {
        for bar in bars_of(&evaluation(&responses, &priorities)) {
            prop_assert!(bar.effect.abs() * TENTHS > ROUNDING || bar.tenths == 0, "{:?}", bar);
        }
    }

    #[test]
    fn the_largest_bar_comes_first(responses in responses(), priorities in priorities()) {
        for breakdown in all_of(&evaluation(&responses, &priorities)) {
            let sizes: Vec<f64> = breakdown.bars.iter().map(|bar| exact(bar).abs()).collect();
            prop_assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1] - ROUNDING), "{:?}", sizes);
        }
    }

    #[test]
    fn every_answered_item_has_one_bar_and_the_priorities_have_one(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        let answered = answered(&evaluation);
        for breakdown in all_of(&evaluation) {
            let mut items: Vec<ItemId> = breakdown.bars.iter().filter_map(item).collect();
            items.sort();
            prop_assert_eq!(&items, &answered);
            prop_assert_eq!(breakdown.bars.len(), answered.len() + 1);
        }
    }

    #[test]
    fn bars_show_the_contributions_of_items_and_priorities(
        responses in responses(), priorities in priorities()
    ) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &priorities);
        for Breakdown { of, over, bars, .. } in all_of(&evaluation) {
            let added = contributions(assessment, &evaluation, of, over);
            let by_item = added.iter().zip(assessment.items);
            let profiles: f64 = by_item.filter(|(_, item)| item.is_profile()).map(|(effect, _)| effect).sum();
            for bar in bars {
                let expected = item(&bar).map_or(profiles, |item| added[item.index()]);
                prop_assert!((bar.effect - expected).abs() < 1e-12, "{:?} stands for {}", bar, expected);
            }
        }
    }

    #[test]
    fn the_reverse_lead_is_the_negative_lead_within_a_tenth(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for there in all_of(&evaluation) {
            let back = Breakdown::of(Assessment::standard(), &evaluation, there.over, there.of);
            prop_assert!((there.lead + back.lead).abs() <= 1, "{} and {}", there.lead, back.lead);
        }
    }

    #[test]
    fn a_breakdown_names_the_leader_and_the_other_model(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        for (of, over) in pairs() {
            let breakdown = Breakdown::of(Assessment::standard(), &evaluation, of, over);
            prop_assert_eq!((breakdown.of, breakdown.over), (of, over));
        }
    }
}

#[test]
fn without_answers_the_priorities_are_the_whole_lead() {
    let assessment = Assessment::standard();
    for breakdown in all_of(&evaluation(&ResponseSet::new(assessment), &Priorities::new(assessment))) {
        let shown: Vec<(Cause, i32)> = breakdown.bars.iter().map(|bar| (bar.cause, bar.tenths)).collect();
        assert_eq!(shown, [(Cause::Priorities, breakdown.lead)]);
    }
}

/// Every model over every other.
fn pairs() -> impl Iterator<Item = (Alternative, Alternative)> {
    Alternative::ALL.into_iter().flat_map(|of| of.others().map(|over| (of, over)))
}

fn all_of(evaluation: &Evaluation) -> Vec<Breakdown> {
    pairs().map(|(of, over)| Breakdown::of(Assessment::standard(), evaluation, of, over)).collect()
}

fn bars_of(evaluation: &Evaluation) -> Vec<Bar> {
    all_of(evaluation).into_iter().flat_map(|breakdown| breakdown.bars).collect()
}

fn exact(bar: &Bar) -> f64 {
    bar.effect * TENTHS
}

fn item(bar: &Bar) -> Option<ItemId> {
    match bar.cause {
        Cause::Item(item) => Some(item),
        Cause::Priorities => None,
    }
}

/// Items of which at least one question has a known answer, in model order.
fn answered(evaluation: &Evaluation) -> Vec<ItemId> {
    let items = Assessment::standard().items.iter().enumerate();
    let known = items.filter(|(_, item)| item.questions().any(|question| evaluation.reading.get(question).is_some()));
    known.map(|(n, _)| ItemId::from_index(n)).collect()
}
