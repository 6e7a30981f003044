//! Amounts of money, and what they come to: both are made when they are first asked for, and kept.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::Ui;
use crate::ui::host::Money;
use assessment::i18n::{Marks, SAMPLE, key::ui::cost::problem::UNCLEAR};
use decision::plan::cost::{CostInputs, CostStudy};
use report::cost::CostWords;

/// A typed number that shows how the language writes decimals, and one that shows how it groups: hundredths.
const EXAMPLES: [i64; 2] = [150, 1_234_500];

/// Inputs of the cost model, and the draws from them.
pub struct Drawn {
    /// The inputs.
    pub inputs: CostInputs,
    /// The draws.
    pub study: CostStudy,
}

/// The same, shared.
#[derive(Clone)]
pub struct Costed(Arc<Drawn>);

impl Deref for Costed {
    type Target = Drawn;

    fn deref(&self) -> &Drawn {
        &self.0
    }
}

impl PartialEq for Costed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Ui {
    /// Does something with what sentences on cost are made with, in the currency that the page has set or else in that of the
    /// language.
    pub fn with_cost_words<T>(self, then: impl FnOnce(&CostWords<'_>, &dyn Money) -> T) -> T {
        self.surroundings.with_value(|s| {
            let money = s.money.get_or_init(|| self.make_money(s.config.currency.as_deref()));
            let amount = |n| money.amount(n);
            self.with_voice(|voice| then(&CostWords { voice, money: &amount }, &**money))
        })
    }

    /// The code of that currency.
    #[must_use]
    pub fn currency(self) -> String {
        self.with_cost_words(|_, money| money.code().to_owned())
    }

    /// Why a typed number is refused that could mean two numbers, with examples of how the language writes them.
    #[must_use]
    pub fn unclear_number(self) -> String {
        let [n, high] = self.with_locale(|locale| EXAMPLES.map(|hundredths| locale.decimal(hundredths, 2)));
        self.fill(UNCLEAR, &[("n", &n), ("high", &high)])
    }

    /// The characters with which the language writes numbers.
    #[must_use]
    pub fn marks(self) -> Marks {
        self.with_locale(|locale| Marks::of(&locale.decimal(SAMPLE, 1)))
    }

    /// What these inputs cost. The same inputs are drawn once, and are the same to whoever follows them.
    #[must_use]
    pub fn costed(self, inputs: CostInputs) -> Costed {
        let kept = self.surroundings.try_with_value(|s| s.costed.clone()).flatten();
        if let Some(kept) = kept.filter(|kept| kept.inputs == inputs) {
            return kept;
        }
        let study = CostStudy::of(self.assessment(), &inputs);
        let costed = Costed(Arc::new(Drawn { inputs, study }));
        let kept = costed.clone();
        let _ = self.surroundings.try_update_value(|s| s.costed = Some(kept));
        costed
    }
}
