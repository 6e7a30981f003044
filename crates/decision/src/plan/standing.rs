//! Stay or change: the visitor's current model, and whether the verdict is to keep it.

use assessment::{Alternative, QuestionId, named};

use crate::{
    evaluation::{Evaluation, Verdict},
    response::Reading,
};

/// What the answers say about how IT is run today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    /// Not enough answers.
    Unknown,
    /// Nobody runs IT on purpose: no provider for it, and nobody in charge inside.
    Nobody,
    /// One of the three models.
    Model(Alternative),
}

impl Today {
    /// The questions that it depends on.
    pub const QUESTIONS: [QuestionId; 2] = [named::provider::QUESTION, named::cap::QUESTION];

    /// From the answers on providers and on who looks after IT inside.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        use named::{cap, provider};
        match reading.get(provider::QUESTION) {
            Some(provider::MOST) => Self::Model(Alternative::Outsourced),
            Some(provider::BESIDE) => Self::Model(Alternative::CoManaged),
            // Help now and then does not change who runs IT.
            Some(_) => match reading.get(cap::QUESTION) {
                Some(cap::NONE | cap::HELPER) => Self::Nobody,
                Some(_) => Self::Model(Alternative::InHouse),
                None => Self::Unknown,
            },
            None => Self::Unknown,
        }
    }
}

/// The verdict's advice on the current model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Too little is known, of today or of the fit.
    None,
    /// Keep the model.
    Stay,
    /// Change to the leader.
    Change,
    /// Too close to call, with today's model among the two in front: no reason to change for its own sake.
    NoNeed,
    /// Too close to call between models that they do not have.
    Undecided,
}

/// Today and the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What they have.
    pub today: Today,
    /// What to do about it.
    pub advice: Advice,
}

impl Standing {
    /// Compares the verdict with today.
    #[must_use]
    pub fn of(evaluation: &Evaluation) -> Self {
        let today = Today::of(&evaluation.reading);
        let leader = evaluation.leader;
        let advice = match (today, evaluation.verdict) {
            (Today::Unknown, _) | (_, Verdict::Insufficient) => Advice::None,
            // The two in front of a close verdict both work, so today's model does if it is one of them.
            (Today::Model(model), Verdict::Close) if [leader, evaluation.second()].contains(&model) => Advice::NoNeed,
            (Today::Model(_), Verdict::Close) => Advice::Undecided,
            (Today::Nobody, Verdict::Close) => Advice::Undecided,
            (Today::Model(model), _) if model == leader => Advice::Stay,
            (Today::Model(_) | Today::Nobody, _) => Advice::Change,
        };
        Self { today, advice }
    }
}
