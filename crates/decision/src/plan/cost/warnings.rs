//! Messages for refused figures, and warnings about figures that are implausible together. Warnings do not refuse anything.

use super::CostInputs;
use crate::worksheet::{Field, FigureFault, FigureProblem};
use assessment::{
    InputId,
    i18n::{
        Key,
        key::ui::cost::{problem, warning},
    },
    named::input,
};

/// Two inputs of which the first is likely above the second, and should not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostWarning {
    /// The one that exceeds the other.
    pub input: InputId,
    /// The one it exceeds.
    pub other: InputId,
    /// What to say.
    pub text: Key,
}

const ODD: [CostWarning; 7] = [
    odd(input::FTE_NOW, input::USERS, warning::MORE_IT_THAN_USERS),
    odd(input::FTE_INHOUSE, input::USERS, warning::MORE_IT_THAN_USERS),
    odd(input::FTE_COMANAGED, input::USERS, warning::MORE_IT_THAN_USERS),
    odd(input::FTE_OUTSOURCED, input::USERS, warning::MORE_IT_THAN_USERS),
    odd(input::FTE_COMANAGED, input::FTE_INHOUSE, warning::KEPT_ABOVE_NEEDED),
    odd(input::FTE_OUTSOURCED, input::FTE_COMANAGED, warning::MINDER_ABOVE_KEPT),
    odd(input::FEE_CO, input::FEE_OUT, warning::SHARED_ABOVE_FULL),
];

/// All warnings, by the likely values; the defaults cause none.
#[must_use]
pub fn warnings(inputs: &CostInputs) -> Vec<CostWarning> {
    let is_odd = |odd: &CostWarning| inputs.get(odd.input).likely() > inputs.get(odd.other).likely();
    ODD.into_iter().filter(is_odd).collect()
}

/// The message for a refused figure. `{least}` and `{high}` are the bounds of the input.
#[must_use]
pub const fn refusal(problem: FigureProblem) -> Key {
    match (problem.fault, problem.field) {
        (FigureFault::NotANumber, _) => problem::NOT_A_NUMBER,
        (FigureFault::Negative, _) => problem::NEGATIVE,
        (FigureFault::TooSmall, _) => problem::TOO_SMALL,
        (FigureFault::TooLarge, _) => problem::TOO_LARGE,
        (FigureFault::AboveNext, Field::Low) => problem::ABOVE_LIKELY,
        (FigureFault::AboveNext, _) => problem::ABOVE_HIGH,
    }
}

const fn odd(input: InputId, other: InputId, text: Key) -> CostWarning {
    CostWarning { input, other, text }
}
