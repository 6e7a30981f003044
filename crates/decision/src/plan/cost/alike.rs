//! What the cost model counts, the same for each model, so that the totals are comparable. Never part of the score.

use super::CostInputs;
use assessment::{
    i18n::{Key, key::ui::cost::alike},
    named::input,
};

/// One sentence per cost item.
#[must_use]
pub fn counted_alike(inputs: &CostInputs) -> [Key; 8] {
    let hours = inputs.get(input::DOWN_INHOUSE);
    let is_same = hours == inputs.get(input::DOWN_CO) && hours == inputs.get(input::DOWN_OUT);
    [
        alike::STAFF,
        alike::PERSON,
        alike::AFTER_HOURS,
        alike::TOOLS,
        alike::START,
        alike::EXTRAS,
        if is_same { alike::DOWNTIME_SAME } else { alike::DOWNTIME_OWN },
        alike::LEFT_OUT,
    ]
}
