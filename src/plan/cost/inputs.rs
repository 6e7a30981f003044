//! The inputs: the visitor's figures, else what an answer or a rule says, else the default.

use crate::{
    assessment::{Assessment, InputId},
    response::Reading,
};

/// Low, likely and high of one input, in this order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    low: f64,
    likely: f64,
    high: f64,
}

impl Range {
    /// A range of finite numbers from 0 up; none unless `low <= likely <= high`.
    #[must_use]
    pub fn new(low: f64, likely: f64, high: f64) -> Option<Self> {
        (low >= 0.0 && low <= likely && likely <= high && high.is_finite()).then_some(Self { low, likely, high })
    }

    /// Low, likely, high.
    #[must_use]
    pub const fn values(self) -> [f64; 3] {
        [self.low, self.likely, self.high]
    }

    /// Likely.
    #[must_use]
    pub const fn likely(self) -> f64 {
        self.likely
    }

    /// A default of the content, which is checked when it is built.
    const fn of_content([low, likely, high]: [f64; 3]) -> Self {
        Self { low, likely, high }
    }
}

/// The figures that the visitor replaced.
pub type Overrides = [(InputId, Range)];

/// All inputs in model order.
#[derive(Debug, Clone, PartialEq)]
pub struct CostInputs {
    ranges: Vec<Range>,
}

impl CostInputs {
    /// The inputs for known answers and the visitor's own figures.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading, overrides: &Overrides) -> Self {
        let mut ranges: Vec<Range> = Vec::with_capacity(assessment.cost.inputs.len());
        for (n, input) in assessment.cost.inputs.iter().enumerate() {
            let own = overrides.iter().find(|(id, _)| id.index() == n).map(|(_, range)| *range);
            let by_answer = || {
                let by = input.default_by.as_ref()?;
                by.values[reading.get(by.question)?.index()].map(Range::of_content)
            };
            let by_rule = || {
                let rule = input.default_rule.as_ref()?;
                let per = ranges[rule.per.index()].likely;
                let value = |n: usize| {
                    let staff = rule.of[n].least.max(per / rule.of[n].per);
                    (staff / rule.step + 0.5 + 1e-9).floor() * rule.step
                };
                Some(Range { low: value(0), likely: value(1), high: value(2) })
            };
            ranges.push(own.or_else(by_answer).or_else(by_rule).unwrap_or_else(|| Range::of_content(input.default)));
        }
        Self { ranges }
    }

    /// One input.
    #[must_use]
    pub fn get(&self, id: InputId) -> Range {
        self.ranges[id.index()]
    }

    /// All inputs in model order.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The likely values in model order.
    #[must_use]
    pub fn likely(&self) -> Vec<f64> {
        self.ranges.iter().map(|range| range.likely).collect()
    }
}
