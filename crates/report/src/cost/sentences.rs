//! Cost in sentences, the text beside each chart among them.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, Key, Locale, key, key::ui::cost as words_of},
};

use decision::plan::cost::{
    BreakEvenRange, CostStudy, CostVerdict, Crossing, Drivers, HEADCOUNTS, Others, OverlapChart, PAIRS, View,
};

/// What sentences are made with.
#[derive(Clone, Copy)]
pub struct CostWords<'a> {
    /// The content.
    pub assessment: &'a Assessment,
    /// Its words.
    pub words: &'a Catalog,
    /// How numbers are written.
    pub locale: &'a dyn Locale,
    /// How an amount is written with its currency.
    pub money: &'a dyn Fn(i64) -> String,
}

impl CostWords<'_> {
    fn name(&self, model: Alternative) -> &str {
        self.words.get(self.assessment.notes(model).name)
    }

    fn inline(&self, model: Alternative) -> &str {
        self.words.get(self.assessment.notes(model).inline)
    }
}

/// Whether cost settles the matter, in one or two sentences.
#[must_use]
pub fn cost_verdict_sentence(say: &CostWords<'_>, study: &CostStudy) -> String {
    match study.verdict(say.assessment) {
        CostVerdict::Decides(model) => {
            let n = cheapest_number(say, study, model);
            say.words.fill(words_of::DECIDES, &[("name", say.name(model)), ("n", &n)])
        }
        CostVerdict::DoesNotDecide => {
            let least = say.locale.integer((say.assessment.cost.cheapest_threshold * 100.0 + 0.5).floor() as i64);
            say.words.fill(words_of::OPEN, &[("least", &least)])
        }
    }
}

/// The number of 100 in words; never all or none unless it is exactly that.
pub fn cheapest_number(say: &CostWords<'_>, study: &CostStudy, model: Alternative) -> String {
    let draws = study.cheapest[model.index()];
    match study.cheapest_of_100()[model.index()] {
        100 if study.cheapest.iter().sum::<u32>() > draws => say.words.get(key::share::OVER).to_owned(),
        0 if draws > 0 => say.words.get(key::share::UNDER).to_owned(),
        n => say.locale.integer(i64::from(n)),
    }
}

/// The text beside the chart of ranges: each range, then for each two whether they overlap.
#[must_use]
pub fn range_sentences(say: &CostWords<'_>, study: &CostStudy, view: View) -> Vec<String> {
    let shown = study.shown(view);
    let mut sentences = Vec::new();
    for model in Alternative::ALL {
        let [low, middle, high] = shown[model.index()].map(say.money);
        let values = [("name", say.name(model)), ("low", &low), ("n", &middle), ("high", &high)];
        sentences.push(say.words.fill(words_of::RANGE, &values));
    }
    for ((a, b), overlap) in PAIRS.into_iter().zip(OverlapChart::of(&shown).overlaps) {
        let (lower, other) = if shown[b.index()][1] < shown[a.index()][1] { (b, a) } else { (a, b) };
        sentences.push(if overlap {
            say.words.fill(words_of::OVERLAP, &[("name", say.inline(a)), ("other", say.inline(b))])
        } else {
            say.words.fill(words_of::BELOW, &[("name", say.name(lower)), ("other", say.inline(other))])
        });
    }
    sentences
}

/// Where two models cost the same; with a number also in how many of 100 draws there is none, if there are such.
#[must_use]
pub fn break_even_sentences(say: &CostWords<'_>, range: &BreakEvenRange) -> Vec<String> {
    use words_of::even;
    let number = |n: i64| say.locale.integer(n);
    let (from, to) = (number(HEADCOUNTS.0.into()), number(HEADCOUNTS.1.into()));
    let (a, b) = range.pair;
    let always = |text: Key, model: Alternative| {
        let other = if model == a { b } else { a };
        // In the sentence on most tries the name stands inside.
        let name = if text == even::MOSTLY { say.inline(model) } else { say.name(model) };
        let values = [("name", name), ("other", say.inline(other)), ("from", &from), ("to", &to)];
        vec![say.words.fill(text, &values)]
    };
    match range.outcome {
        Crossing::Never(model) => always(even::NEVER, model),
        Crossing::Mostly(model) => always(even::MOSTLY, model),
        Crossing::Open => {
            vec![say.words.fill(even::OPEN, &[("name", say.inline(a)), ("other", say.inline(b))])]
        }
        Crossing::At { users, cheaper_below } => {
            let [low, middle, high] = users.map(number);
            let values = [
                ("name", say.name(a)),
                ("other", say.inline(b)),
                ("low", &low),
                ("n", &middle),
                ("high", &high),
                ("leader", say.inline(cheaper_below)),
            ];
            let mut sentences = vec![say.words.fill(even::NUMBER, &values)];
            let none = range.of_100[1];
            if none > 0 {
                sentences.push(say.words.fill(even::WITHOUT, &[("n", &number(none.into()))]));
            }
            sentences
        }
    }
}

/// What moves the gap: for each input its name and what more of it does, then what the others come to.
#[must_use]
pub fn driver_sentences(say: &CostWords<'_>, drivers: &Drivers) -> (Vec<(Key, String)>, Option<String>) {
    use words_of::driver;
    let (leader, runner_up) = (say.inline(drivers.leader), say.inline(drivers.runner_up));
    let inputs = drivers.inputs.iter().map(|of| {
        let mut text = say.words.fill(driver::TOWARD, &[("name", say.inline(of.toward))]);
        if of.turns {
            text.push(' ');
            text.push_str(&say.words.fill(driver::TURNS, &[("name", leader), ("other", runner_up)]));
        }
        (say.assessment.cost.input(of.input).label, text)
    });
    let others = match drivers.others {
        Others::None if drivers.inputs.is_empty() => Some(say.words.get(driver::NONE).to_owned()),
        Others::None => None,
        Others::Little => Some(say.words.get(driver::LITTLE).to_owned()),
        Others::More(count) => Some(say.words.fill(driver::MORE, &[("n", &say.locale.integer(count as i64))])),
    };
    (inputs.collect(), others)
}
