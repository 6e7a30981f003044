//! The verdict as a headline and in one sentence.

use super::Voice;
use assessment::{
    Alternative,
    i18n::{Key, key::verdict as words_of},
};
use decision::evaluation::{Evaluation, Status, Verdict};

/// The verdict as a headline that names the model.
#[must_use]
pub fn headline(voice: Voice<'_>, evaluation: &Evaluation) -> String {
    let key = match evaluation.verdict {
        Verdict::Insufficient => words_of::insufficient::TITLE,
        _ if evaluation.gates.conflict => words_of::conflict::TITLE,
        Verdict::Close => words_of::close::TITLE,
        Verdict::Lean => words_of::lean::TITLE,
        Verdict::Clear => words_of::clear::TITLE,
        Verdict::Only => words_of::only::TITLE,
    };
    let [leader, runner_up] = [evaluation.leader, evaluation.second()].map(|model| voice.inline_forms(model));
    // The first of two names goes without its noun.
    let short = voice.t(match evaluation.leader {
        Alternative::InHouse => words_of::close::short::IN_HOUSE,
        Alternative::CoManaged => words_of::close::short::CO_MANAGED,
        Alternative::Outsourced => words_of::close::short::OUTSOURCED,
    });
    voice.fill(key, &[("leader", leader), ("short", short), ("runner_up", runner_up)])
}

/// The verdict as one or two sentences.
#[must_use]
pub fn verdict_sentence(voice: Voice<'_>, evaluation: &Evaluation) -> String {
    let leader = evaluation.leader.index();
    // A close verdict names the runner-up inside the sentence, the others at its start.
    let runner_up = match evaluation.verdict {
        Verdict::Close => voice.inline_forms(evaluation.second()),
        _ => voice.name_forms(evaluation.runner_up),
    };
    if evaluation.gates.conflict {
        return voice.t(words_of::conflict::TEXT).to_owned();
    }
    let missing = evaluation.missing(voice.assessment);
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
