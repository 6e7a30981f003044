//! Three-year totals of the three models from one value per input.

use assessment::{InputId, PerAlternative, named::input};

/// One value per input, in model order.
pub type LikelyInputs = [f64];

/// Months in a year.
const MONTHS: f64 = 12.0;

/// Years that the totals cover.
pub(super) const YEARS: f64 = 3.0;

/// Part of the cost of replacing a person that hiring one more costs.
const HIRING: f64 = 0.5;

/// The IT people of each model.
pub(super) const STAFF: PerAlternative<InputId> = [input::FTE_INHOUSE, input::FTE_COMANAGED, input::FTE_OUTSOURCED];

/// Totals over three years, in model order.
#[must_use]
pub fn totals(values: &LikelyInputs) -> PerAlternative<f64> {
    Lines::of(values).at(values[input::USERS.index()], STAFF.map(|id| values[id.index()]))
}

/// The totals as straight lines in users and in IT people; only in-house hiring has a kink, at the current staff.
pub(super) struct Lines {
    /// Fixed money.
    fixed: PerAlternative<f64>,
    /// Money for each user.
    per_user: PerAlternative<f64>,
    /// Money for each IT person.
    per_person: f64,
    /// Money for each person to be hired in-house.
    per_hire: f64,
    /// Current IT staff.
    pub(super) people: f64,
}

impl Lines {
    /// The lines for one value per input; users and staff among them are not read.
    pub(super) fn of(values: &LikelyInputs) -> Self {
        let v = |id: InputId| values[id.index()];
        let salary = v(input::SALARY);
        let replacing = v(input::REPLACE) * salary;
        let person = salary * (1.0 + v(input::BURDEN)) + v(input::TRAINING) + v(input::TURNOVER) * replacing;
        let down = |hours: InputId| v(hours) * v(input::DOWN_COST);
        let fee = |fee: InputId| YEARS * MONTHS * v(fee) * (1.0 + v(input::EXTRAS)) + v(input::ONBOARD_MONTHS) * v(fee);
        Self {
            fixed: [
                YEARS * (v(input::AFTERHOURS) + down(input::DOWN_INHOUSE)),
                YEARS * down(input::DOWN_CO),
                YEARS * down(input::DOWN_OUT),
            ],
            per_user: [YEARS * MONTHS * v(input::TOOLS), fee(input::FEE_CO), fee(input::FEE_OUT)],
            per_person: YEARS * person,
            per_hire: replacing * HIRING,
            people: v(input::FTE_NOW),
        }
    }

    /// The totals for a headcount and IT staff.
    pub(super) fn at(&self, users: f64, staff: PerAlternative<f64>) -> PerAlternative<f64> {
        let mut total: PerAlternative<f64> =
            core::array::from_fn(|n| self.fixed[n] + self.per_user[n] * users + self.per_person * staff[n]);
        total[0] += (staff[0] - self.people).max(0.0) * self.per_hire;
        total
    }
}
