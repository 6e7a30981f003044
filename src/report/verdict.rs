//! The verdict in one sentence.

use super::share_of_100;
use crate::{
    assessment::{Alternative, Assessment},
    evaluation::{Evaluation, Status, Verdict},
    i18n::{Catalog, Key, Locale, key::verdict as words_of},
};

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
    let blocked: Vec<String> = Alternative::ALL
        .into_iter()
        .filter(|a| evaluation.gates.of_alternative(*a) == Status::Blocked)
        .map(inline)
        .collect();
    let missing = assessment.verdict.least_answered.saturating_sub(evaluation.answered);
    words.fill(
        sentence(evaluation.verdict, evaluation.leader),
        &[
            ("n", &share(evaluation.shares.first[leader])),
            ("n_ungated", &share(evaluation.shares.ungated_first[leader])),
            ("runner_up", words.get(assessment.notes(evaluation.runner_up).name)),
            ("blocked", &locale.and_list(&blocked)),
            ("missing", &locale.integer(missing as i64)),
        ],
    )
}

const fn sentence(verdict: Verdict, leader: Alternative) -> Key {
    use words_of::{clear, close, insufficient, lean, only};
    let [in_house, co_managed, outsourced] = match verdict {
        Verdict::Insufficient => [insufficient::IN_HOUSE, insufficient::CO_MANAGED, insufficient::OUTSOURCED],
        Verdict::Close => [close::IN_HOUSE, close::CO_MANAGED, close::OUTSOURCED],
        Verdict::Lean => [lean::IN_HOUSE, lean::CO_MANAGED, lean::OUTSOURCED],
        Verdict::Clear => [clear::IN_HOUSE, clear::CO_MANAGED, clear::OUTSOURCED],
        Verdict::Only => [only::IN_HOUSE, only::CO_MANAGED, only::OUTSOURCED],
    };
    match leader {
        Alternative::InHouse => in_house,
        Alternative::CoManaged => co_managed,
        Alternative::Outsourced => outsourced,
    }
}
