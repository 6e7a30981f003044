//! Currency formats and the cost study, all created on first use.

use std::sync::Arc;

use leptos::prelude::*;

use super::Ui;
use crate::ui::host::Money;
use assessment::i18n::{Marks, SAMPLE, key::ui::cost::problem::UNCLEAR};
use decision::plan::cost::{CostClaim, CostInputs, CostStudy};
use report::cost::{CostWords, currency_of_amounts};

/// In hundredths: examples of the language's decimal and group separators.
const EXAMPLES: [i64; 2] = [150, 1_234_500];

/// What amounts are in.
#[derive(Debug, Clone, Copy)]
pub enum Currency {
    /// The currency of the suggested figures.
    Suggested,
    /// That of the visitor's own figures.
    Own,
    /// Both, added up: the amounts show none.
    Mixed,
}

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
    /// Calls `then` with how the amounts are written that follow from some figures.
    pub fn with_cost_words<T>(self, inputs: &CostInputs, then: impl FnOnce(&CostWords<'_>, &dyn Money) -> T) -> T {
        let (own, suggested) = (self.currency(), self.assessment().cost.currency);
        let currency = match currency_of_amounts(self.assessment(), &own, inputs) {
            None => Currency::Mixed,
            Some(code) if code == suggested => Currency::Suggested,
            Some(_) => Currency::Own,
        };
        self.with_money(currency, |money| {
            let amount = |n| money.amount(n);
            self.with_voice(|voice| then(&CostWords { voice, money: &amount }, money))
        })
    }

    /// Calls `then` with how amounts in a currency are written.
    pub fn with_money<T>(self, currency: Currency, then: impl FnOnce(&dyn Money) -> T) -> T {
        self.resources.with_value(|s| {
            let make = || match currency {
                Currency::Suggested => self.make_money(Some(self.assessment().cost.currency)),
                Currency::Own => self.make_money(self.settings().currency.as_deref()),
                Currency::Mixed => self.make_money(Some("")),
            };
            then(&**s.money[currency as usize].get_or_init(make))
        })
    }

    /// The currency of the visitor's own figures: that of the page's settings, or else of the element's region. ISO 4217.
    #[must_use]
    pub fn currency(self) -> String {
        self.with_money(Currency::Own, |money| money.code().to_owned())
    }

    /// Whether the suggested figures are in another currency than the visitor's own.
    #[must_use]
    pub fn has_foreign_figures(self) -> bool {
        self.currency() != self.assessment().cost.currency
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
