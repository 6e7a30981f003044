//! The effective inputs: the visitor's figures, else those of an answer or rule, else the default.

use assessment::{Assessment, InputId};

use super::two_significant;
use crate::{response::Reading, worksheet::Range};

/// The figures that the visitor replaced.
pub type Overrides = [(InputId, Range)];

/// Where the figures of an input come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The visitor entered them.
    Own,
    /// They follow from an answer.
    Answer,
    /// They follow the headcount.
    Rule,
    /// The default of the content.
    Default,
}

/// All inputs in model order.
#[derive(Debug, Clone, PartialEq)]
pub struct CostInputs {
    ranges: Vec<Range>,
    origins: Vec<Origin>,
}

impl CostInputs {
    /// The inputs for known answers and the visitor's own figures.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading, overrides: &Overrides) -> Self {
        let mut ranges: Vec<Range> = Vec::with_capacity(assessment.cost.inputs.len());
        let mut origins = Vec::with_capacity(assessment.cost.inputs.len());
        for (n, input) in assessment.cost.inputs.iter().enumerate() {
            let own = overrides.iter().find(|(id, _)| id.index() == n).map(|(_, range)| *range);
            let by_answer = || {
                let by = input.default_by.as_ref()?;
                by.values[reading.get(by.question)?.index()].map(Range::of_content)
            };
            let by_rule = || {
                let rule = input.default_rule.as_ref()?;
                let likely = ranges[rule.input.index()].likely();
                let value = |n: usize| {
                    let staff = rule.of[n].least.max(likely / rule.of[n].per);
                    (staff / rule.step + 0.5 + 1e-9).floor() * rule.step
                };
                Some(Range::of_content([value(0), value(1), value(2)]))
            };
            let by_default = || (Range::of_content(input.default), Origin::Default);
            let found = own.map(|range| (range, Origin::Own));
            let found = found.or_else(|| Some((by_answer()?, Origin::Answer)));
            let (range, origin) = found.or_else(|| Some((by_rule()?, Origin::Rule))).unwrap_or_else(by_default);
            ranges.push(range);
            origins.push(origin);
        }
        Self { ranges, origins }
    }

    #[must_use]
    pub fn get(&self, id: InputId) -> Range {
        self.ranges[id.index()]
    }

    /// Where one input comes from.
    #[must_use]
    pub fn origin(&self, id: InputId) -> Origin {
        self.origins[id.index()]
    }

    /// Low, likely and high of an input if only its likely figure is entered. Low and high stay if it lies between them; else
    /// they move with it, in proportion and rounded to two digits. A single figure stays one.
    ///
    /// ```
    /// use assessment::{Assessment, named::input};
    /// use decision::{plan::cost::CostInputs, response::{Reading, ResponseSet}};
    ///
    /// let assessment = Assessment::standard();
    /// let inputs = CostInputs::of(assessment, &Reading::of(assessment, &ResponseSet::new(assessment)), &[]);
    /// assert_eq!(inputs.around(assessment, input::SALARY, 80_000.0), [75_000.0, 80_000.0, 130_000.0]);
    /// assert_eq!(inputs.around(assessment, input::SALARY, 150_000.0), [120_000.0, 150_000.0, 200_000.0]);
    /// assert_eq!(inputs.around(assessment, input::USERS, 90.0), [90.0; 3]);
    /// ```
    #[must_use]
    pub fn around(&self, assessment: &Assessment, id: InputId, entered: f64) -> [f64; 3] {
        let [low, likely, high] = self.get(id).values();
        if low >= high {
            return [entered; 3];
        }
        let is_between = low <= entered && entered <= high;
        let [least, most] = assessment.cost.input(id).bounds;
        let moved = |end: f64| {
            // Nothing is in proportion to 0.
            let end = if is_between || likely <= 0.0 { end } else { two_significant(end * entered / likely) as f64 };
            end.max(least).min(most)
        };
        [moved(low).min(entered), entered, moved(high).max(entered)]
    }

    /// All inputs in model order.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The likely values in model order.
    #[must_use]
    pub fn likely(&self) -> Vec<f64> {
        self.ranges.iter().map(|range| range.likely()).collect()
    }
}
