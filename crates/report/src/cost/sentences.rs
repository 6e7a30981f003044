//! Cost in sentences, the text next to each chart among them.

use assessment::{
    Alternative,
    i18n::{Key, key, key::ui::cost as words_of},
};

use decision::plan::cost::{
    BreakEvenRange, CostClaim, CostState, CostStudy, Crossing, Drivers, HEADCOUNTS, Others, OverlapChart, PAIRS, View,
};

use crate::Voice;

/// What sentences on cost are made with.
#[derive(Clone, Copy)]
pub struct CostWords<'a> {
    /// Everything but money.
    pub voice: Voice<'a>,
    /// Formats an amount with its currency.
    pub money: &'a dyn Fn(i64) -> String,
}

/// What may be said about cost, in one text: see [`CostClaim`].
#[must_use]
pub fn cost_claim_sentence(say: &CostWords<'_>, study: &CostStudy, claim: &CostClaim) -> String {
    let (mut said, more) = cost_claim_sentences(say, study, claim);
    if let Some(more) = more {
        said.push(' ');
        said.push_str(&more);
    }
    said
}

/// What may be said about cost, and what limits it or would help.
#[must_use]
pub fn cost_claim_sentences(say: &CostWords<'_>, study: &CostStudy, claim: &CostClaim) -> (String, Option<String>) {
    let voice = say.voice;
    let number = |n: usize| voice.locale.integer(n as i64);
    let said = match (claim.state, claim.cheapest, claim.missing_fee) {
        (CostState::Sample, ..) => voice.t(words_of::claim::SAMPLE).to_owned(),
        (CostState::PartlyOwn, ..) => {
            let (n, total) = (number(claim.own), number(claim.own + claim.samples));
            voice.fill(words_of::claim::PARTLY, &[("n", &n), ("total", &total)])
        }
        (CostState::Own, Some(model), _) => {
            let n = cheapest_number(say, study, model);
            voice.fill(words_of::claim::OWN, &[("name", voice.inline_forms(model)), ("n", &n)])
        }
        (CostState::Own, None, Some(model)) => voice.fill(words_of::claim::FEE, &[("name", voice.inline_forms(model))]),
        (CostState::Own, None, None) => {
            let least = voice.locale.integer((voice.assessment.cost.cheapest_threshold * 100.0 + 0.5).floor() as i64);
            voice.fill(words_of::OPEN, &[("least", &least)])
        }
    };
    let more = match claim.would_narrow {
        Some(id) => {
            Some(voice.fill(words_of::claim::NARROW, &[("name", voice.t(voice.assessment.cost.input(id).label))]))
        }
        None if claim.state == CostState::Sample => Some(voice.t(words_of::claim::ADD).to_owned()),
        None if claim.cheapest.is_some() && claim.samples > 0 => Some(voice.t(words_of::claim::REST).to_owned()),
        None => None,
    };
    (said, more)
}

/// In how many of 100 draws a model is cheapest; 100 or 0 only if exact.
pub fn cheapest_number(say: &CostWords<'_>, study: &CostStudy, model: Alternative) -> String {
    let draws = study.cheapest[model.index()];
    match study.cheapest_of_100()[model.index()] {
        100 if study.cheapest.iter().sum::<u32>() > draws => say.voice.t(key::share::OVER).to_owned(),
        0 if draws > 0 => say.voice.t(key::share::UNDER).to_owned(),
        n => say.voice.locale.integer(i64::from(n)),
    }
}

/// The text next to the chart of ranges: whether each pair overlaps; one sentence if all do.
#[must_use]
pub fn overlap_sentences(say: &CostWords<'_>, study: &CostStudy, view: View) -> Vec<String> {
    let shown = study.shown(view);
    let overlaps = OverlapChart::of(&shown).overlaps;
    if overlaps.iter().all(|overlap| *overlap) {
        return vec![say.voice.t(words_of::OVERLAP_ALL).to_owned()];
    }
    let sentence = |((a, b), overlap): ((Alternative, Alternative), bool)| {
        let (lower, other) = if shown[b.index()][1] < shown[a.index()][1] { (b, a) } else { (a, b) };
        if overlap {
            say.voice
                .fill(words_of::OVERLAP, &[("name", say.voice.inline_forms(a)), ("other", say.voice.inline_forms(b))])
        } else {
            say.voice.fill(
                words_of::BELOW,
                &[("name", say.voice.name_forms(lower)), ("other", say.voice.inline_forms(other))],
            )
        }
    };
    PAIRS.into_iter().zip(overlaps).map(sentence).collect()
}

/// Where two models cost the same, and in how many of 100 draws there is no such headcount. Nothing if the draws disagree.
#[must_use]
pub fn break_even_sentences(say: &CostWords<'_>, range: &BreakEvenRange) -> Vec<String> {
    use words_of::even;
    let number = |n: i64| say.voice.locale.integer(n);
    let (from, to) = (number(HEADCOUNTS.0.into()), number(HEADCOUNTS.1.into()));
    let (a, b) = range.pair;
    let always = |text: Key, model: Alternative| {
        let other = if model == a { b } else { a };
        // In this sentence the name is not at the start.
        let name = if text == even::MOSTLY { say.voice.inline_forms(model) } else { say.voice.name_forms(model) };
        let values = [("name", name), ("other", say.voice.inline_forms(other)), ("from", &from), ("to", &to)];
        vec![say.voice.fill(text, &values)]
    };
    match range.outcome {
        Crossing::Never(model) => always(even::NEVER, model),
        Crossing::Mostly(model) => always(even::MOSTLY, model),
        Crossing::Open => Vec::new(),
        Crossing::At { users, cheaper_below } => {
            let [low, middle, high] = users.map(number);
            let values = [
                ("name", say.voice.name_forms(a)),
                ("other", say.voice.inline_forms(b)),
                ("low", &low),
                ("n", &middle),
                ("high", &high),
                ("leader", say.voice.inline_forms(cheaper_below)),
            ];
            let mut sentences = vec![say.voice.fill(even::NUMBER, &values)];
            let none = range.of_100[1];
            if none > 0 {
                sentences.push(say.voice.fill(even::WITHOUT, &[("n", &number(none.into()))]));
            }
            sentences
        }
    }
}

/// What moves the gap: for each input its name and what more of it does, then what the others come to.
#[must_use]
pub fn driver_sentences(say: &CostWords<'_>, drivers: &Drivers) -> (Vec<(Key, String)>, Option<String>) {
    use words_of::driver;
    let (leader, runner_up) = (say.voice.inline_forms(drivers.leader), say.voice.inline_forms(drivers.runner_up));
    let inputs = drivers.inputs.iter().map(|of| {
        let mut text = say.voice.fill(driver::TOWARD, &[("name", say.voice.inline_forms(of.toward))]);
        if of.turns {
            text.push(' ');
            text.push_str(&say.voice.fill(driver::TURNS, &[("name", leader), ("other", runner_up)]));
        }
        (say.voice.assessment.cost.input(of.input).label, text)
    });
    let others = match drivers.others {
        Others::None if drivers.inputs.is_empty() => Some(say.voice.t(driver::NONE).to_owned()),
        Others::None => None,
        Others::Little => Some(say.voice.t(driver::LITTLE).to_owned()),
        Others::More(count) => Some(say.voice.fill(driver::MORE, &[("n", &say.voice.number(count))])),
    };
    (inputs.collect(), others)
}
