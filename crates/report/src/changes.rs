//! What the site owner changed from the published tool, for the disclosure and the JSON report.

use super::{Offer, Voice};
use assessment::{
    Assessment, DimensionId,
    i18n::{Key, key::ui::result::offer::changes as words},
    json::Value,
};

/// Decimals of a factor.
const DECIMALS: u32 = 2;

/// The changes of the site owner. A new kind is a field here, a sentence in [`Voice::changes`] and an entry in
/// [`Changes::json`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes<'a> {
    /// Factors on the weights of dimensions in hundredths, in model order. Those of 1 are left out.
    pub weights: &'a [(DimensionId, u8)],
    /// The names of views that are not shown, and whose sections reports leave out.
    pub hidden: &'a [&'static str],
    /// Words in place of ours, by their names in the settings or by the view that they are the title of. `disclosure` is an
    /// addition.
    pub texts: &'a [(&'static str, String)],
}

impl Changes<'_> {
    /// Whether everything is as published.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        let Self { weights, hidden, texts } = self;
        weights.is_empty() && hidden.is_empty() && texts.is_empty()
    }

    /// `{ "weights": { "cost": 1.5 }, "hidden": ["plan"], "texts": { "title": "…" } }`.
    pub(super) fn json(&self, assessment: &Assessment) -> Value {
        let weight = |(dimension, factor): &(DimensionId, u8)| {
            (assessment.dimensions[dimension.index()].id.to_owned(), Value::from(f64::from(*factor) / 100.0))
        };
        let text = |(name, text): &(&str, String)| ((*name).to_owned(), Value::from(text.as_str()));
        Value::object([
            ("weights", Value::Object(self.weights.iter().map(weight).collect())),
            ("hidden", self.hidden.iter().copied().collect()),
            ("texts", Value::Object(self.texts.iter().map(text).collect())),
        ])
    }
}

impl Voice<'_> {
    /// A sentence for each kind of change; none if everything is as published. `owner` is who made them if the provider has
    /// no name.
    #[must_use]
    pub fn changes(self, offer: Offer<'_>, owner: Key) -> Vec<String> {
        let Changes { weights, hidden, texts } = offer.changes;
        let who = offer.name.unwrap_or_else(|| self.t(owner));
        let sentence = |key: Key, what: &[String]| {
            let what = self.locale.and_list(what);
            (!what.is_empty()).then(|| self.fill(key, &[("provider", who), ("what", &what)]))
        };
        let (mut parts, mut places, mut added) = (Vec::new(), Vec::new(), None);
        for view in hidden {
            parts.push(self.t(part(view)).to_owned());
        }
        for (name, text) in texts {
            match place(name) {
                None => added = Some(self.fill(words::ADDS, &[("provider", who), ("text", text)])),
                Some(place) => places.push(self.t(place).to_owned()),
            }
        }
        // All titles of views are one place, and come last.
        places.dedup();
        let weights: Vec<String> = weights.iter().map(|weight| self.weight_change(*weight)).collect();
        let all = [
            sentence(words::WEIGHTS, &weights),
            sentence(words::HIDDEN, &parts),
            sentence(words::TEXTS, &places),
            added,
        ];
        all.into_iter().flatten().collect()
    }

    /// "“A cost we can afford and predict” counts 1.5 times as much".
    fn weight_change(self, (dimension, factor): (DimensionId, u8)) -> String {
        let name = self.t(self.assessment.dimensions[dimension.index()].name);
        let n = self.locale.decimal(factor.into(), DECIMALS);
        self.fill(if factor < 100 { words::LESS } else { words::MORE }, &[("name", name), ("n", &n)])
    }
}

/// What a hidden view is about.
fn part(view: &str) -> Key {
    match view {
        "why" => words::part::WHY,
        "cost" => words::part::COST,
        "who" => words::part::WHO,
        "plan" => words::part::PLAN,
        "ask" => words::part::ASK,
        _ => words::part::SAVE,
    }
}

/// Where own words are shown, if they replace ours.
fn place(text: &str) -> Option<Key> {
    match text {
        "title" => Some(words::place::TITLE),
        "promise" => Some(words::place::PROMISE),
        "contact" => Some(words::place::CONTACT),
        "disclosure" => None,
        _ => Some(words::place::TITLES),
    }
}
