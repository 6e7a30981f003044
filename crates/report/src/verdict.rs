//! The verdict in one sentence.

use super::share_of_100;
use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, Key, Locale, key::verdict as words_of},
};
use decision::evaluation::{Evaluation, Status, Verdict};

/// The title of a verdict.
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
pub fn verdict_sentence(
    assessment: &Assessment,
    words: &Catalog,
    locale: &dyn Locale,
    evaluation: &Evaluation,
) -> String {
    let share = |share: f64| share_of_100(words, locale, share);
    let leader = evaluation.leader.index();
    let inline = |alternative: Alternative| words.get(assessment.notes(alternative).inline).to_owned();
    // In the sentence of a close verdict the name stands inside, in the others it begins one.
    let runner_up = match evaluation.verdict {
        Verdict::Close => inline(evaluation.runner_up),
        _ => words.get(assessment.notes(evaluation.runner_up).name).to_owned(),
    };
    let missing = assessment.verdict.least_answered.saturating_sub(evaluation.answered);
    words.fill(
        sentence(evaluation),
        &[
            ("n", &share(evaluation.shares.first[leader])),
            ("n_ungated", &share(evaluation.shares.ungated_first[leader])),
            ("runner_up", &runner_up),
            ("blocked", &blocked_models(assessment, words, locale, evaluation)),
            ("missing", &locale.integer(missing as i64)),
        ],
    )
}

/// The names of the models that the answers rule out, as a list inside a sentence; empty if there is none.
#[must_use]
pub fn blocked_models(
    assessment: &Assessment,
    words: &Catalog,
    locale: &dyn Locale,
    evaluation: &Evaluation,
) -> String {
    let blocked = Alternative::ALL.into_iter().filter(|a| evaluation.gates.of_alternative(*a) == Status::Blocked);
    let names: Vec<String> = blocked.map(|a| words.get(assessment.notes(a).inline).to_owned()).collect();
    locale.and_list(&names)
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
