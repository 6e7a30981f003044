//! Currency formats and the cost study, both created on first use.

use std::sync::Arc;

use leptos::prelude::*;

use super::Ui;
use crate::ui::host::Money;
use assessment::i18n::{Marks, SAMPLE, key::ui::cost::problem::UNCLEAR};
use decision::plan::cost::{CostClaim, CostInputs, CostStudy};
use report::cost::CostWords;

/// In hundredths: examples of the language's decimal and group separators.
const EXAMPLES: [i64; 2] = [150, 1_234_500];

/// The cost study of some inputs.
pub struct Costed {
    pub inputs: CostInputs,
    pub study: CostStudy,
    pub claim: CostClaim,
}

/// Compares identity. That is enough for memos, because the last study is cached.
impl PartialEq for Costed {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Ui {
    /// Calls `then` with the currency of the page's settings, or else of the element's region.
    pub fn with_cost_words<T>(self, then: impl FnOnce(&CostWords<'_>, &dyn Money) -> T) -> T {
        self.resources.with_value(|s| {
            let money = s.money.get_or_init(|| self.make_money(self.settings().currency.as_deref()));
            let amount = |n| money.amount(n);
            self.with_voice(|voice| then(&CostWords { voice, money: &amount }, &**money))
        })
    }

    /// ISO 4217.
    #[must_use]
    pub fn currency(self) -> String {
        self.with_cost_words(|_, money| money.code().to_owned())
    }

    /// The error message for a number that can be read in two ways.
    #[must_use]
    pub fn unclear_number(self) -> String {
        let [n, high] = self.with_locale(|locale| EXAMPLES.map(|hundredths| locale.decimal(hundredths, 2)));
        self.fill(UNCLEAR, &[("n", &n), ("high", &high)])
    }

    /// The decimal and group separators of the language.
    #[must_use]
    pub fn marks(self) -> Marks {
        self.with_locale(|locale| Marks::of(&locale.decimal(SAMPLE, 1)))
    }

    /// The cost study of these inputs. The last one is cached.
    #[must_use]
    pub fn costed(self, inputs: CostInputs) -> Arc<Costed> {
        let kept = self.resources.try_with_value(|s| s.costed.clone()).flatten();
        if let Some(kept) = kept.filter(|kept| kept.inputs == inputs) {
            return kept;
        }
        let study = CostStudy::of(self.assessment(), &inputs);
        let claim = CostClaim::of(self.assessment(), &inputs, &study);
        let costed = Arc::new(Costed { inputs, study, claim });
        let kept = costed.clone();
        let _ = self.resources.try_update_value(|s| s.costed = Some(kept));
        costed
    }
}
