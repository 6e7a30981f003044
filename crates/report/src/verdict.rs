//! The verdict in one sentence.

use super::Voice;
use assessment::{
    Alternative,
    i18n::{Key, key::verdict as words_of},
};
use decision::evaluation::{Evaluation, Status, Verdict};

#[must_use]
pub const fn verdict_title(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Insufficient => words_of::insufficient::TITLE,
        Verdict::Close => words_of::close::TITLE,
        Verdict::Lean => words_of::lean::TITLE,
        Verdict::Clear => words_of::clear::TITLE,
        Verdict::Only => words_of::only::TITLE,
    }
}

/// The verdict as one or two sentences.
#[must_use]
pub fn verdict_sentence(voice: Voice<'_>, evaluation: &Evaluation) -> String {
    let leader = evaluation.leader.index();
    // A close verdict names the runner-up inside the sentence, the others at its start.
    let runner_up = match evaluation.verdict {
        Verdict::Close => voice.inline(evaluation.runner_up),
        _ => voice.name(evaluation.runner_up),
    };
    let missing = voice.assessment.verdict.least_answered.saturating_sub(evaluation.answered);
    voice.fill(
        sentence(evaluation),
        &[
            ("n", &voice.share(evaluation.shares.first[leader])),
            ("n_ungated", &voice.share(evaluation.shares.ungated_first[leader])),
            ("runner_up", runner_up),
            ("blocked", &blocked_models(voice, evaluation)),
            ("missing", &voice.number(missing)),
        ],
    )
}

/// The models that the answers rule out, as a list inside a sentence; empty if there are none.
#[must_use]
pub fn blocked_models(voice: Voice<'_>, evaluation: &Evaluation) -> String {
    let is_blocked = |model: &Alternative| evaluation.gates.of_alternative(*model) == Status::Blocked;
    voice.inline_list(Alternative::ALL.into_iter().filter(is_blocked))
}

const fn sentence(evaluation: &Evaluation) -> Key {
    use words_of::{clear, close, insufficient, lean, left, only};
    let [in_house, co_managed, outsourced] = match evaluation.verdict {
        Verdict::Insufficient => [insufficient::IN_HOUSE, insufficient::CO_MANAGED, insufficient::OUTSOURCED],
        Verdict::Close => [close::IN_HOUSE, close::CO_MANAGED, close::OUTSOURCED],
        // A quick check that leaves one model cannot settle it; to name a runner-up that is ruled out would mislead.
        Verdict::Lean if evaluation.by_elimination => [left::IN_HOUSE, left::CO_MANAGED, left::OUTSOURCED],
        Verdict::Lean => [lean::IN_HOUSE, lean::CO_MANAGED, lean::OUTSOURCED],
        Verdict::Clear => [clear::IN_HOUSE, clear::CO_MANAGED, clear::OUTSOURCED],
        Verdict::Only => [only::IN_HOUSE, only::CO_MANAGED, only::OUTSOURCED],
    };
    match evaluation.leader {
        Alternative::InHouse => in_house,
        Alternative::CoManaged => co_managed,
        Alternative::Outsourced => outsourced,
    }
}
