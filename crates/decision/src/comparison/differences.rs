//! Answers that differ, and the effect of exchanging them.

use super::{Compared, views};
use crate::{
    evaluation::{Evaluation, Evidence, GateReport, Status, ValueModel, round_half_up},
    explanation::{insert_ranked, rounded},
    response::{ChoiceSet, Response, is_asked},
};
use assessment::{Assessment, ItemId, OptionId, QuestionId};

/// A person's answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It does not apply to them.
    NotAsked,
    /// Nothing.
    Open,
    NotSure,
    One(OptionId),
    /// Some choices of a question with several answers; none is "none of these".
    Several(ChoiceSet),
}

impl Answer {
    /// A person's answer to a question.
    #[must_use]
    pub fn of(assessment: &Assessment, person: &Compared, question: QuestionId) -> Self {
        let reading = &person.evaluation.reading;
        if !is_asked(assessment, question, reading) {
            return Self::NotAsked;
        }
        match person.responses.get(question) {
            Some(Response::NotSure) => Self::NotSure,
            Some(Response::One(option)) if reading.get(question).is_some() => Self::One(option),
            Some(Response::Several(ticked)) if reading.get(question).is_some() => Self::Several(ticked),
            _ => Self::Open,
        }
    }

    /// Whether the answer is known.
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::One(_) | Self::Several(_))
    }
}

/// One question with each person's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub question: QuestionId,
    /// By person.
    pub answers: Vec<Answer>,
    /// How much the central lead of a person's leader over their runner-up would change, up or down, if their answer to
    /// this question alone were the other person's: the mean over all pairs of views whose answers count differently, both
    /// ways, as score. Where only some know, one way: what the known answer would change for a person who does not know it.
    /// Never negative; 0 for a question that is not scored, and for ticks that count alike.
    pub effect: f64,
    /// With the other's answer, a person's leader or runner-up would be ruled out, or no longer be. A rule, not a matter of
    /// weight, and not in the effect.
    pub is_gate: bool,
}

impl Difference {
    /// The effect in points of the index (50 + 50 times the score), rounded to a whole number.
    #[must_use]
    pub fn points(&self) -> i32 {
        round_half_up(50.0 * self.effect)
    }

    /// Whether it is worth discussing: it can rule a model in or out, or its effect reaches the threshold of a shown reason.
    #[must_use]
    pub fn matters(&self, assessment: &Assessment) -> bool {
        self.is_gate || self.effect >= assessment.reason_threshold
    }
}

/// All questions on which people differ.
pub struct Differences {
    /// Several answered it differently.
    pub differing: Vec<Difference>,
    /// Some gave the same answer; others who were asked did not answer.
    pub known_to_some: Vec<Difference>,
}

impl Differences {
    pub(super) fn of(assessment: &Assessment, people: &[Compared]) -> Self {
        let exchange = Exchange { assessment, model: ValueModel::new(assessment), views: views(people) };
        let [mut differing, mut known_to_some] = [Ranked::default(), Ranked::default()];
        for (question, _) in assessment.questions() {
            let answers: Vec<Answer> = people.iter().map(|person| Answer::of(assessment, person, question)).collect();
            let mut known = answers.iter().filter(|answer| answer.is_known());
            let Some(first) = known.next() else { continue };
            let differs = known.any(|other| other != first);
            let list = if differs {
                &mut differing
            } else if answers.iter().any(|answer| matches!(answer, Answer::Open | Answer::NotSure)) {
                &mut known_to_some
            } else {
                continue;
            };
            let (effect, is_gate) = exchange.effect(question, differs);
            list.add(Difference { question, answers, effect, is_gate });
        }
        Self { differing: differing.into_list(), known_to_some: known_to_some.into_list() }
    }
}

/// Gates first, each part by effect; equal ones in the order asked.
#[derive(Default)]
struct Ranked {
    gates: Vec<Difference>,
    others: Vec<Difference>,
}

impl Ranked {
    fn add(&mut self, difference: Difference) {
        let list = if difference.is_gate { &mut self.gates } else { &mut self.others };
        insert_ranked(list, difference, |difference| difference.effect);
    }

    fn into_list(mut self) -> Vec<Difference> {
        self.gates.append(&mut self.others);
        self.gates
    }
}

/// Tries one person's answer in another's evaluation. No sampling: the evidence that changes, under the central weights.
struct Exchange<'a> {
    assessment: &'a Assessment,
    model: ValueModel,
    views: Vec<&'a Compared>,
}

impl Exchange<'_> {
    /// The mean effect over pairs of views, and whether a gate depends on the question for one of them: the pairs that know
    /// different answers, or the pairs of one who does not know with one who does.
    fn effect(&self, question: QuestionId, differs: bool) -> (f64, bool) {
        let (mut sum, mut pairs, mut is_gate) = (0.0, 0_u32, false);
        for of in self.views.iter().map(|view| &view.evaluation) {
            let own = of.reading.get(question);
            if own.is_some() != differs || !is_asked(self.assessment, question, &of.reading) {
                continue;
            }
            for other in self.views.iter().filter_map(|view| view.evaluation.reading.get(question)) {
                if own != Some(other) {
                    let (change, is_turned) = self.change(of, question, other);
                    sum += change;
                    pairs += 1;
                    is_gate |= is_turned;
                }
            }
        }
        // Rounded, so that another order of the people gives the same number.
        (if pairs == 0 { 0.0 } else { rounded(sum / f64::from(pairs)) }, is_gate)
    }

    /// How far the lead moves with another answer, and whether that turns what is ruled out among the two in front.
    fn change(&self, of: &Evaluation, question: QuestionId, to: OptionId) -> (f64, bool) {
        let reading = of.reading.with(self.assessment, &[(question, to)]);
        let lead = |e: Evidence| e[of.leader.index()] - e[of.runner_up.index()];
        let mut moved = 0.0;
        // All items, since the answer to a follow-up can go with it.
        for (n, weight) in of.scores.item_weights.iter().enumerate() {
            let after = self.model.evidence(self.assessment, ItemId::from_index(n), &reading);
            moved += weight * (lead(after) - lead(of.scores.evidence[n]));
        }
        let gates = GateReport::of(self.assessment, &reading);
        let is_turned = [of.leader, of.runner_up].into_iter().any(|model| {
            (gates.of_alternative(model) == Status::Blocked) != (of.gates.of_alternative(model) == Status::Blocked)
        });
        (moved.abs(), is_turned)
    }
}
