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
}

impl Changes<'_> {
    /// Whether everything is as published.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// `{ "weights": { "cost": 1.5 } }`.
    pub(super) fn json(&self, assessment: &Assessment) -> Value {
        let weight = |(dimension, factor): &(DimensionId, u8)| {
            (assessment.dimensions[dimension.index()].id.to_owned(), Value::from(f64::from(*factor) / 100.0))
        };
        Value::object([("weights", Value::Object(self.weights.iter().map(weight).collect()))])
    }
}

impl Voice<'_> {
    /// A sentence for each kind of change; none if everything is as published. `owner` is who made them if the provider has
    /// no name.
    #[must_use]
    pub fn changes(self, offer: Offer<'_>, owner: Key) -> Vec<String> {
        let Changes { weights } = offer.changes;
        let who = offer.name.unwrap_or_else(|| self.t(owner));
        let mut sentences = Vec::new();
        if !weights.is_empty() {
            let each: Vec<String> = weights.iter().map(|weight| self.weight_change(*weight)).collect();
            let values = [("provider", who), ("what", &*self.locale.and_list(&each))];
            sentences.push(self.fill(words::WEIGHTS, &values));
        }
        sentences
    }

    /// "“A cost we can afford and predict” counts 1.5 times as much".
    fn weight_change(self, (dimension, factor): (DimensionId, u8)) -> String {
        let name = self.t(self.assessment.dimensions[dimension.index()].name);
        let n = self.locale.decimal(factor.into(), DECIMALS);
        self.fill(if factor < 100 { words::LESS } else { words::MORE }, &[("name", name), ("n", &n)])
    }
}
