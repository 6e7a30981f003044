//! Three-year totals of the three models from one value per input.

use crate::assessment::{InputId, PerAlternative, named::input};

/// One value per input, in model order.
pub type LikelyInputs = [f64];

/// Months in a year.
const MONTHS: f64 = 12.0;

/// Years that the totals cover.
const YEARS: f64 = 3.0;

/// Part of the cost of replacing a person that hiring one more costs.
const HIRING: f64 = 0.5;

/// Totals over three years, in model order.
#[must_use]
pub fn totals(values: &LikelyInputs) -> PerAlternative<f64> {
    let v = |id: InputId| values[id.index()];
    let (salary, users) = (v(input::SALARY), v(input::USERS));
    let replacing = v(input::REPLACE) * salary;
    let person = salary * (1.0 + v(input::BURDEN)) + v(input::TRAINING) + v(input::TURNOVER) * replacing;
    let new_people = (v(input::FTE_INHOUSE) - v(input::FTE_NOW)).max(0.0);
    let in_house = YEARS
        * (v(input::FTE_INHOUSE) * person
            + MONTHS * v(input::TOOLS) * users
            + v(input::AFTERHOURS)
            + v(input::DOWN_INHOUSE) * v(input::DOWN_COST))
        + new_people * replacing * HIRING;
    let with_provider = |people: InputId, fee: InputId, down: InputId| {
        let fees = v(fee) * users;
        YEARS * (v(people) * person + MONTHS * fees * (1.0 + v(input::EXTRAS)) + v(down) * v(input::DOWN_COST))
            + v(input::ONBOARD_MONTHS) * fees
    };
    [
        in_house,
        with_provider(input::FTE_COMANAGED, input::FEE_CO, input::DOWN_CO),
        with_provider(input::FTE_OUTSOURCED, input::FEE_OUT, input::DOWN_OUT),
    ]
}
