//! The answer in two or three sentences: what the answers favor, how settled that is, and whether to keep or change what they
//! have today.

use assessment::{
    Alternative,
    i18n::{Key, key::ui::result::answer as words_of},
};
use decision::{
    evaluation::{Evaluation, Status, Verdict},
    plan::{Advice, Standing, Today},
};

use crate::{Voice, verdict_sentence};

/// From this share on, the third model of a close result is not far behind; up to this difference, the second is close.
const NEAR: f64 = 0.2;

/// The sentences under the headline.
#[must_use]
pub fn answer_sentences(voice: Voice<'_>, evaluation: &Evaluation) -> Vec<String> {
    let mut sentences = match evaluation.verdict {
        Verdict::Insufficient => {
            let forms = [words_of::insufficient::ONE, words_of::insufficient::OTHER];
            return vec![voice.count(forms, evaluation.missing(voice.assessment))];
        }
        // There is nothing to keep or change for yet.
        _ if evaluation.gates.conflict => return vec![verdict_sentence(voice, evaluation)],
        Verdict::Only => vec![verdict_sentence(voice, evaluation)],
        Verdict::Close => close(voice, evaluation),
        Verdict::Lean => {
            vec![voice.t(favored(evaluation.leader)[0]).to_owned(), voice.t(words_of::UNSETTLED).to_owned()]
        }
        Verdict::Clear => vec![voice.t(favored(evaluation.leader)[1]).to_owned()],
    };
    sentences.extend(today(voice, evaluation));
    sentences
}

/// What the answers favor, and what they point to clearly.
const fn favored(model: Alternative) -> [Key; 2] {
    use words_of::{clearly, favor};
    match model {
        Alternative::InHouse => [favor::IN_HOUSE, clearly::IN_HOUSE],
        Alternative::CoManaged => [favor::CO_MANAGED, clearly::CO_MANAGED],
        Alternative::Outsourced => [favor::OUTSOURCED, clearly::OUTSOURCED],
    }
}

/// The two in front, and the third.
fn close(voice: Voice<'_>, evaluation: &Evaluation) -> Vec<String> {
    let [first, second, third] = evaluation.ranked();
    let names = [("name", voice.name_forms(first)), ("other", voice.inline_forms(second))];
    let [ahead, behind] = [first, second].map(|model| evaluation.shares.first[model.index()]);
    let key = if ahead - behind <= NEAR { words_of::AHEAD } else { words_of::APART };
    let place = match evaluation.gates.of_alternative(third) {
        Status::Blocked => words_of::third::OUT,
        _ if evaluation.shares.first[third.index()] >= NEAR => words_of::third::NEAR,
        _ => words_of::third::FAR,
    };
    let named = [("name", voice.name_forms(third)), ("other", voice.inline_forms(third))];
    vec![voice.fill(key, &names), voice.fill(place, &named)]
}

/// What they have today, and whether to keep it.
fn today(voice: Voice<'_>, evaluation: &Evaluation) -> Option<String> {
    use words_of::today as words;
    let Standing { today, advice } = Standing::of(evaluation);
    let key = match (advice, today) {
        (Advice::None, _) | (_, Today::Unknown) => return None,
        (Advice::Stay, _) => words::KEEP,
        (Advice::Change, Today::Nobody) => words::CHANGE_NOBODY,
        (Advice::Change, Today::Model(_)) => words::CHANGE,
        (Advice::NoNeed, _) => words::NO_NEED,
        (Advice::Undecided, Today::Nobody) => words::NOBODY,
        (Advice::Undecided, Today::Model(_)) => words::HAS,
    };
    let model = if let Today::Model(model) = today { voice.inline_forms(model) } else { "" };
    Some(voice.fill(key, &[("name", model)]))
}
